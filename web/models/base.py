"""What every table shares: naming, times in UTC, identifiers."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Enum, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# SQLite numbers rows only in a column declared INTEGER.
Identifier = BigInteger().with_variant(Integer(), "sqlite")


class NaiveDatetimeError(ValueError):
    """A moment without a time zone: nobody could say when it was."""


class UTCDateTime(TypeDecorator[datetime]):
    """A moment, always stored and returned in UTC; SQLite would silently lose the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse a moment without a zone and store the rest in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveDatetimeError(f"{value!r} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give the moment back with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The parent of all tables."""

    metadata = MetaData(naming_convention=NAMING)


class Identified:
    """A row with a number of its own."""

    id: Mapped[int] = mapped_column(Identifier, primary_key=True)


class Versioned:
    """A row that several people may edit: an UPDATE of an older version than stored is refused."""

    version: Mapped[int] = mapped_column()

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        """Let SQLAlchemy raise and check the version with every UPDATE."""
        return {"version_id_col": cls.version}


def now() -> datetime:
    """Give the present moment in UTC."""
    return datetime.now(UTC)


def text_enum(kind: type[StrEnum]) -> Enum:
    """Store the members of an enum by value, as text of up to 40 characters."""

    def values(members: type[StrEnum]) -> list[Any]:
        return [member.value for member in members]

    return Enum(kind, native_enum=False, values_callable=values, length=40, validate_strings=True)
