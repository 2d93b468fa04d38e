"""A cell's value as its reader sees it: days as days, hours as 0:15, '5 menit' whole."""

import re
from datetime import date, datetime, time, timedelta

_LITERAL = re.compile(r'"([^"]*)"')
_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def shown(value: object, number_format: str) -> str:
    """A value as text: 12 July 2021 as '12 Juli 2021', a quarter of an hour as '0:15'."""
    match value:
        case bool():
            return "1" if value else "0"
        case datetime() | date():
            return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
        case time():
            return f"{value.hour}:{value.minute:02}"
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        case int() | float():
            return _number(float(value), number_format)
    return str(value)


def _number(number: float, number_format: str) -> str:
    plain = str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.6g}"
    unit = " ".join(_LITERAL.findall(number_format.partition(";")[0]))
    return " ".join(f"{plain} {unit}".split())
