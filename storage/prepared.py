"""Statements of the hot path: compiled once for a database, then handed to its driver as they are.

SQLAlchemy looks a statement up, binds and wraps its result anew at every execution, which costs
several times what the database takes. A statement that every press passes is compiled once and
keeps what SQLAlchemy knows of it: the words for this database and how values go in and out.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Connection, Dialect
from sqlalchemy.exc import DBAPIError

_Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """One statement in the words of one database."""

    sql: str
    order: Sequence[str] | None  # names in the order of the marks; None where marks have names
    asked: frozenset[str]
    constant: Mapping[str, Any]
    into: Sequence[tuple[str, _Convert]]
    out_of: Sequence[tuple[int, _Convert]]
    row: Callable[..., Any]

    def bound(self, given: Mapping[str, Any]) -> Any:
        if given.keys() != self.asked:
            raise TypeError(f"{sorted(self.asked)} are asked, {sorted(given)} were given")
        values = {**given, **self.constant}
        for name, convert in self.into:
            values[name] = convert(values[name])
        return values if self.order is None else [values[name] for name in self.order]

    def read(self, raw: Sequence[Any]) -> Any:
        if not self.out_of:
            return self.row(*raw)
        values = list(raw)
        for place, convert in self.out_of:
            values[place] = convert(values[place])
        return self.row(*values)


class Prepared:
    """A Core statement whose every value is a `bindparam`, run without SQLAlchemy's daily work.

    Lists (`in_`) are not taken: their number of marks changes. Errors are SQLAlchemy's own, with
    their parameters hidden.
    """

    def __init__(self, statement: Any) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def all(self, connection: Connection, **values: Any) -> list[Any]:
        """The rows, each with its columns as attributes."""
        compiled = self._for(connection.dialect)
        cursor = self._run(connection, compiled, values)
        rows = [compiled.read(raw) for raw in cursor.fetchall()]
        cursor.close()
        return rows

    def first(self, connection: Connection, **values: Any) -> Any:
        """The first row, or nothing."""
        compiled = self._for(connection.dialect)
        cursor = self._run(connection, compiled, values)
        raw = cursor.fetchone()
        cursor.close()
        return None if raw is None else compiled.read(raw)

    def run(self, connection: Connection, **values: Any) -> None:
        """Run what gives nothing back."""
        self._run(connection, self._for(connection.dialect), values).close()

    def run_each(self, connection: Connection, values: Sequence[Mapping[str, Any]]) -> None:
        """Run once for each set of values."""
        compiled = self._for(connection.dialect)
        bound = [compiled.bound(one) for one in values]
        run_as_is(connection, compiled.sql, bound, many=True).close()

    def _for(self, dialect: Dialect) -> _Compiled:
        known = self._compiled.get(dialect.name)
        if known is None:
            known = self._compiled[dialect.name] = _compile(self._statement, dialect)
        return known

    def _run(self, connection: Connection, compiled: _Compiled, values: Mapping[str, Any]) -> Any:
        return run_as_is(connection, compiled.sql, compiled.bound(values))


def run_as_is(connection: Connection, sql: str, values: Any = (), *, many: bool = False) -> Any:
    """Hand words and values to the driver within the connection's transaction; its cursor."""
    if not connection.in_transaction():
        connection.begin()
    return hand_over(connection, sql, values, many=many)


def hand_over(connection: Connection, sql: str, values: Any = (), *, many: bool = False) -> Any:
    """The same where a transaction is there, or is begun by these very words."""
    cursor = connection.connection.dbapi_connection.cursor()  # type: ignore[union-attr]
    if listeners := connection.dispatch.before_cursor_execute:
        listeners(connection, cursor, sql, values, None, many)
    try:
        (cursor.executemany if many else cursor.execute)(sql, values)
    except Exception as error:
        _raise_as_sqlalchemy(connection, sql, cursor, error)
    return cursor


def _raise_as_sqlalchemy(connection: Connection, sql: str, cursor: Any, error: Exception) -> None:
    """Errors look the same whichever way a statement went; a lost connection is let go."""
    dialect = connection.dialect
    driver: Any = dialect.dbapi
    if not isinstance(error, driver.Error):
        raise error
    lost = dialect.is_disconnect(error, connection.connection, cursor)
    if lost:
        connection.invalidate(error)
    raise DBAPIError.instance(
        sql,
        None,
        error,
        driver.Error,
        hide_parameters=True,
        connection_invalidated=lost,
        dialect=dialect,
    ) from error


def _compile(statement: Any, dialect: Dialect) -> _Compiled:
    compiled = statement.compile(dialect=dialect)
    binds = compiled.bind_names.items()
    asked = frozenset(name for bind, name in binds if bind.required)
    into = {
        name: convert
        for bind, name in binds
        if (convert := bind.type.dialect_impl(dialect).bind_processor(dialect)) is not None
    }
    constant = {name: value for name, value in compiled.params.items() if name not in asked}
    for name in constant.keys() & into.keys():
        constant[name] = into.pop(name)(constant[name])
    columns = list(statement.exported_columns)
    converts = [_out_of(one.type, dialect) for one in columns]
    return _Compiled(
        sql=compiled.string,
        order=compiled.positiontup,
        asked=asked,
        constant=constant,
        into=tuple(into.items()),
        out_of=tuple((place, one) for place, one in enumerate(converts) if one is not None),
        row=namedtuple("Row", [one.key for one in columns]),
    )


def _out_of(kind: Any, dialect: Dialect) -> _Convert | None:
    convert: _Convert | None = kind.dialect_impl(dialect).result_processor(dialect, None)
    if convert is None or not isinstance(kind, JSON):
        return convert
    known: _Convert = convert
    # Most lists in the books are empty, and a reader of JSON takes long to find that out.
    return lambda value: [] if value == "[]" else known(value)
