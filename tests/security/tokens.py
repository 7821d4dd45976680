"""A token of its own in every text of a scene, so that any answer tells whose words are in it."""

import re
import secrets
import string
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from io import BytesIO
from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import Enum as SQLEnum
from sqlalchemy import String, select
from sqlalchemy.orm import Session
from werkzeug.http import parse_cookie
from werkzeug.test import TestResponse

from web.models.inventory import TABLES, ColumnEntry, Kind, TableEntry
from web.models.inventory.kinds import NEVER_OUTLIVES
from web.models.professional import Professional
from web.models.sealed import Ciphertext
from web.models.vacancy import Vacancy
from web.services.pseudonyms import pseudonym_for

# Words from lists, the same for many people: they tell of nobody, and a token in their place fits nowhere.
CODES = frozenset(
    {
        "audit_entry.action",
        "audit_entry.kind",
        "audit_entry.request_id",
        "confirmed_wording.code",
        "confirmed_wording.country",
        "confirmed_wording.language",
        "coordinator_country.country",
        "facility.country",
        "held_occupation.code",
        "held_occupation.specialty",
        "held_skill.code",
        "licence.country",
        "ministry.country",
        "outbox_message.language",
        "placement_event.step",
        "professional.country_of_origin",
        "professional.language",
        "professional.residence_country",
        "protected_facts.nationality",
        "qualification.country",
        "required_language.code",
        "required_skill.code",
        "spoken_language.code",
        "submission.location",
        "user.language",
        "vacancy.country",
        "vacancy.language",
        "vacancy.occupation",
        "vacancy.specialty",
    }
)
# Written while people are shown lists; what is in them comes from the other tables.
MADE_BY_READING = frozenset({"candidate_version", "esco_part", "match", "ranking", "ranking_view"})
# Reasons from before there were keys: the column beside holds what is written now.
WRITTEN_NO_MORE = frozenset({"audit_entry.reason"})
# The same for everybody in the tests, or in letters that mean nothing to anybody.
UNREADABLE = frozenset(
    {"authenticator.secret_sealed", "passkey.public_key", "try_count.key", "user.password"}
)
# These keep what they have, which nobody else has either.
KEPT = frozenset({Kind.SECRET})
LETTERS = 10
TOKEN = re.compile(rb"zq[a-z]{%d}qz" % LETTERS, re.IGNORECASE)
DIGEST = re.compile(rb"(?<![0-9a-f])[0-9a-f]{32,64}(?![0-9a-f])")
PSEUDONYM = re.compile(rb"P-[A-Z2-7]{4}-[A-Z2-7]{4}")


@dataclass(frozen=True)
class NameInList:
    """What a ministry calls somebody among the candidates of a vacancy."""

    vacancy: Vacancy
    id: int


@dataclass(frozen=True)
class Words:
    """One text: of which column, and of which row."""

    column: ColumnEntry
    row: Any

    @property
    def place(self) -> str:
        """Table and column, as if nothing were sealed."""
        return plain_place(self.column)

    def __str__(self) -> str:
        return f"{self.place} of {self.row.__class__.__name__} {getattr(self.row, 'id', '')}".rstrip()


class Tokens:
    """Which token stands in which text."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        self._words = words

    @cached_property
    def places(self) -> frozenset[str]:
        """The columns that have at least one token."""
        return frozenset(words.column.place for words in self._words.values())

    def found_in(self, text: bytes) -> frozenset[Words]:
        """Find whose words are in a text."""
        found = {token.decode().lower() for token in TOKEN.findall(text)}
        found |= {token.decode() for kept in (DIGEST, PSEUDONYM) for token in kept.findall(text)}
        return frozenset(self._words[token] for token in found if token in self._words)


def mark(session: Session) -> Tokens:
    """Put a token into every text of every row, whatever the model: a new column is marked by itself."""
    words = dict(_mark_rows(session)) | dict(_find_pseudonyms(session))
    session.commit()
    return Tokens(words)


def _mark_rows(session: Session) -> Iterator[tuple[str, Words]]:
    for table in TABLES:
        if table.name in MADE_BY_READING:
            continue
        columns = [
            column for column in table.columns if is_free(column) and column.place not in WRITTEN_NO_MORE
        ]
        for row in session.scalars(select(table.model)):
            for column in columns:
                if token := _mark_text(row, column):
                    yield token, Words(column, row)


def _find_pseudonyms(session: Session) -> Iterator[tuple[str, Words]]:
    """Know everybody's name in every vacancy beforehand: the service makes it when it ranks."""
    column = next(column for table in TABLES for column in table.columns if column.place == "match.pseudonym")
    for vacancy in session.scalars(select(Vacancy)):
        for person in session.scalars(select(Professional.id)):
            name = pseudonym_for(session, vacancy_id=vacancy.id, professional_id=person)
            yield name, Words(column, NameInList(vacancy, person))


def is_free(column: ColumnEntry) -> bool:
    """Say whether anything may stand in a column, as far as the inventory knows."""
    return plain_place(column) not in CODES and column.kind != Kind.TECHNICAL


def is_text(table: TableEntry, column: ColumnEntry) -> bool:
    """Say whether a column holds text, whoever stores it how."""
    kind = table.model.__table__.columns[column.name].type
    is_string = isinstance(kind, String) and not isinstance(kind, SQLEnum)
    is_sealed = isinstance(kind, Ciphertext) and column.kind != Kind.CLAIM
    return is_string or is_sealed or column.kind in NEVER_OUTLIVES - {Kind.CLAIM}


def find_unmarked(tokens: Tokens, tables: Iterable[TableEntry] = TABLES) -> list[str]:
    """Find texts of which the scene has none: the sweep would say nothing of them."""
    return [
        column.place
        for table in tables
        for column in table.columns
        if table.name not in MADE_BY_READING
        and is_text(table, column)
        and is_free(column)
        and column.place not in tokens.places | UNREADABLE | WRITTEN_NO_MORE
    ]


def _mark_text(row: Any, column: ColumnEntry) -> str:
    name = plain_name(column)
    value = getattr(row, name)
    if column.kind in KEPT:
        return value if isinstance(value, str) and DIGEST.fullmatch(value.encode()) else ""
    if written := TOKEN.search(str(value).encode()):
        # Rows that are only ever added to are written with theirs.
        return written.group().decode()
    token = new_token()
    if isinstance(value, dict):
        setattr(row, name, {**value, "comment": token})
    elif isinstance(value, str) and not isinstance(value, Enum):
        setattr(row, name, f"{token}@people.example" if "@" in value else token)
    else:
        return ""
    return token


def plain_name(column: ColumnEntry) -> str:
    """Give the name by which a column is read and written in plain, also where it is stored sealed."""
    return column.name.removesuffix("_sealed")


def plain_place(column: ColumnEntry) -> str:
    """Give table and column by those names."""
    return f"{column.table}.{plain_name(column)}"


def new_token() -> str:
    """Make a word that stands nowhere else."""
    return f"zq{''.join(secrets.choice(string.ascii_lowercase) for _ in range(LETTERS))}qz"


def text_of(app: Flask, response: TestResponse) -> bytes:
    """Give all that an answer carries: headers, file names, the cookie's inside, the body unpacked."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers)
    cookies = [_inside(app, value) for value in response.headers.getlist("Set-Cookie")]
    return b"\n".join([headers.encode(), *cookies, unpack(response.get_data())])


def _inside(app: Flask, set_cookie: str) -> bytes:
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    sealed = parse_cookie(set_cookie).get(app.config["SESSION_COOKIE_NAME"])
    assert serializer is not None
    return repr(serializer.loads(sealed)).encode() if sealed else b""


def unpack(body: bytes) -> bytes:
    """Give a body as somebody reads it who opens the file: sheets and PDF files hold theirs packed."""
    if body.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(body)) as archive:
            return b"\n".join(unpack(archive.read(name)) for name in archive.namelist())
    if body.startswith(b"%PDF"):
        streams = re.findall(rb"stream\r?\n(.*?)endstream", body, re.DOTALL)
        return b"\n".join([body, *(_inflate(stream) for stream in streams)])
    return body


def _inflate(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream
