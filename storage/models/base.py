"""What all tables share: naming of constraints, and moments that are never naive."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Index, MetaData, text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator


class Base(DeclarativeBase):
    """All tables of the office."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def partial_index(
    name: str, *columns: str, where: str = "", flag: str = "", unique: bool = False
) -> Index:
    """An index of those rows alone of which *where* is true, and the column *flag*.

    SQLite takes it only for a query in the very same words, and has no truth but 1.
    """
    asked = [one for one in (where, flag) if one]
    on_sqlite = [one for one in (where, flag and f"{flag} = 1") if one]
    return Index(
        name,
        *columns,
        unique=unique,
        sqlite_where=text(" AND ".join(on_sqlite)),
        postgresql_where=text(" AND ".join(asked)),
    )


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        """On SQLite at once to the words that SQLAlchemy keeps: a press has dozens of moments."""
        return _to_text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        if dialect.name == "sqlite":
            return _from_text
        return super().result_processor(dialect, coltype)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        return None if value is None else _in_utc(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"naive moment: {moment}")
    return moment.astimezone(UTC)


def _to_text(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    return _in_utc(moment).isoformat(" ", "microseconds").removesuffix("+00:00")


def _from_text(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text + "+00:00")
