"""Numbers of a workbook as a reader sees them: days as days, hours as 0:15, '5 menit' whole."""

import re
from datetime import date, timedelta
from xml.etree.ElementTree import Element

# The numbers of the day formats that every spreadsheet knows without saying them.
_DAYS = frozenset((14, 15, 16, 17, 22, 27, 30, 36, 50, 57))
# And of the hours.
_CLOCKS = frozenset((18, 19, 20, 21, 45, 46, 47))
_LITERAL = re.compile(r'"([^"]*)"')
_NOT_A_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_EPOCH = date(1899, 12, 30)
_LAST_SERIAL = 2_958_465


class Formats:
    """How the cells of a workbook are shown, by the number of their style."""

    def __init__(self, styles: Element | None) -> None:
        self._codes: dict[int, str] = {}
        self._styles: list[int] = []
        if styles is None:
            return
        for one in styles.iter("numFmt"):
            self._codes[_whole(one.get("numFmtId"))] = one.get("formatCode", "")
        for cells in styles.iter("cellXfs"):
            self._styles = [_whole(one.get("numFmtId")) for one in cells.iter("xf")]

    def shown(self, value: str, style: str | None) -> str:
        """A number as text: 44389 as '12 Juli 2021' where a day is shown, 0.0104 as '0:15'."""
        try:
            number = float(value)
        except ValueError:
            return value
        plain = str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.6g}"
        which = _whole(style)
        called = self._styles[which] if which < len(self._styles) else 0
        code = self._codes.get(called, "")
        if (called in _DAYS or _is_day(code)) and 0 < number < _LAST_SERIAL:
            day = _EPOCH + timedelta(days=int(number))
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        if (called in _CLOCKS or _is_clock(code)) and 0 <= number < 1:
            hours, minutes = divmod(round(number * 24 * 60), 60)
            return f"{hours}:{minutes:02}"
        unit = " ".join(_LITERAL.findall(code.partition(";")[0]))
        return " ".join(f"{plain} {unit}".split())


def _is_day(code: str) -> bool:
    bare = _NOT_A_CODE.sub("", code.partition(";")[0]).lower()
    return "y" in bare or "d" in bare


def _is_clock(code: str) -> bool:
    return "h" in _NOT_A_CODE.sub("", code.partition(";")[0]).lower()


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdecimal() else 0
