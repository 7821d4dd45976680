"""Columns that hold what a person's key seals, and the attributes that read and write them as plain values.

A row sets `given_name`; the column `given_name_sealed` holds what the person's key makes of it. Sealing needs
the number of the row, so it happens when the session flushes (web.models.sealing); until then the column
holds the value as `Unsealed`, which no database takes.
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar, overload

from sqlalchemy import Dialect, LargeBinary, inspect
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session
from sqlalchemy.types import TypeDecorator

from web.keys import KeyDestroyedError, Keyring
from web.keys.envelope import KEY_ID_BYTES

# An execution option of the engine: the keys by which its database is sealed.
KEYRING = "sankofa_keyring"

V = TypeVar("V")


class UnsealedError(TypeError):
    """Somebody was about to store in plain what must be sealed."""


@dataclass(frozen=True)
class Unsealed:
    """A value that waits to be sealed."""

    value: Any


class Ciphertext(TypeDecorator[bytes]):
    """Sealed bytes; anything else is refused before it reaches the database."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Refuse what was not sealed."""
        if value is not None and not isinstance(value, bytes):
            raise UnsealedError("only sealed bytes are stored here")
        return value


def sealed_column(**options: Any) -> Mapped[bytes]:
    """Declare a column for what is always there."""
    return mapped_column(Ciphertext, **options)


def sealed_if_any() -> Mapped[bytes | None]:
    """Declare a column for what may be empty; nothing is stored then."""
    return mapped_column(Ciphertext, nullable=True)


class PersonalRow:
    """A row that belongs to one person, by whose key its sealed columns are sealed."""

    # The type checker holds every kind to it; a metaclass that did so too would not go with the mapper's.
    @property
    @abstractmethod
    def person(self) -> "KeyHolder":
        """Who holds the key."""

    @classmethod
    def sealed_attributes(cls) -> dict[str, "SealedAttribute[Any]"]:
        """List the attributes of this kind of row that are sealed."""
        return {name: value for name, value in vars(cls).items() if isinstance(value, SealedAttribute)}


class KeyHolder(PersonalRow):
    """A row with a key of its own, which other rows of the same person may be sealed by."""

    key_id: Mapped[bytes] = mapped_column(LargeBinary(KEY_ID_BYTES), unique=True)

    @property
    def person(self) -> Self:
        """The row itself."""
        return self


class SealedAttribute(ABC, Generic[V]):
    """An attribute whose value is stored sealed. `index` names the column by which its value is found."""

    empty: V

    def __init__(self, *, index: str | None = None) -> None:
        self.index = index

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.model: Any = owner
        self.kind = f"{owner.__name__}.{name}"
        self.column = f"{name}_sealed"

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: PersonalRow, owner: type) -> V: ...
    def __get__(self, row: PersonalRow | None, owner: type) -> Self | V:
        """Open the value, or give the one that waits to be sealed."""
        if row is None:
            return self
        stored = getattr(row, self.column)
        if stored is None:
            return self.empty
        if isinstance(stored, Unsealed):
            return stored.value
        try:
            return self.read(keyring_of(session_of(row)), stored, place_of(row, self.name))
        except KeyDestroyedError:
            return self.empty  # of somebody who was erased

    def __set__(self, row: PersonalRow, value: V) -> None:
        """Let the value wait for the flush, unless it is what is there: sealed anew it would look changed."""
        if self.encode(value) != self.encode(self.__get__(row, type(row))):
            setattr(row, self.column, None if self.is_nothing(value) else Unsealed(value))

    def is_nothing(self, value: V) -> bool:
        """Say whether nothing is stored for a value: it is empty, and the column may be."""
        nullable: bool = self.model.__table__.c[self.column].nullable
        return nullable and value == self.empty

    def __eq__(self, other: object) -> bool:
        """Refuse to be compared: in a query it would silently find nobody."""
        if other is self:
            return True
        raise UnsealedError(f"{self.name} is sealed: look for its index, or compare it in a row")

    __hash__ = object.__hash__

    def code(self, keyring: Keyring, value: str) -> str:
        """Make the code by which rows with this value are found."""
        return keyring.blind_index(self.kind, " ".join(value.casefold().split()))

    def read(self, keyring: Keyring, sealed: bytes, place: str) -> V:
        """Open what a row holds."""
        return self.decode(keyring.open(sealed, place))

    @abstractmethod
    def encode(self, value: V) -> bytes:
        """Write a value as bytes."""

    @abstractmethod
    def decode(self, text: bytes) -> V:
        """Read a value from bytes."""


class SealedText(SealedAttribute[str]):
    """A text that is stored sealed."""

    empty = ""

    def encode(self, value: str) -> bytes:
        """Write a text as bytes; what is no Unicode is refused here as by the databases."""
        return value.encode()

    def decode(self, text: bytes) -> str:
        """Read a text from bytes."""
        return text.decode()


class SealedJson(SealedAttribute[dict[str, Any]]):
    """An object of names and values that is stored sealed."""

    empty: dict[str, Any] = {}  # noqa: RUF012 -- the value of a row that holds nothing

    def encode(self, value: dict[str, Any]) -> bytes:
        """Write the object as JSON."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    def decode(self, text: bytes) -> dict[str, Any]:
        """Read the object from JSON."""
        found: dict[str, Any] = json.loads(text)
        return found


class SealedValue(SealedAttribute[Any]):
    """A single number or word that is stored sealed, or None."""

    empty = None

    def encode(self, value: Any) -> bytes:
        """Write the value as JSON."""
        return json.dumps(value).encode()

    def decode(self, text: bytes) -> Any:
        """Read the value from JSON."""
        return json.loads(text)


def place_of(row: PersonalRow, name: str) -> str:
    """Say where a value of a row stands, as it is sealed for."""
    mapper = inspect(type(row))
    (number,) = mapper.primary_key_from_instance(row)
    return place(mapper.local_table.name, number, name)


def place(table: str, number: int, name: str) -> str:
    """Say where a value stands: in which table, row and column."""
    return f"{table}:{number}:{name}"


def opener(session: Session, attribute: SealedAttribute[V]) -> Callable[[int, bytes | None], V]:
    """Make a function that opens one column of rows by their numbers, where no objects are read."""
    keyring, table, name = keyring_of(session), attribute.model.__tablename__, attribute.name

    def opened(number: int, sealed: bytes | None) -> V:
        if sealed is None:
            return attribute.empty
        return attribute.read(keyring, sealed, place(table, number, name))

    return opened


def session_of(row: PersonalRow) -> Session:
    """Give the session that a row was read in."""
    session = object_session(row)
    if session is None:
        raise UnsealedError("a row outside of a session has no key to be read with")
    return session


def keyring_of(session: Session) -> Keyring:
    """Give the keys of the database that a session reads."""
    keyring: Keyring = session.get_bind().get_execution_options()[KEYRING]
    return keyring
