"""Search engines: tantivy, which can put gates into the query, and bm25s, which cannot."""

import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import bm25s
import numpy as np
import tantivy
from tantivy import FieldType, Occur, Query

from bench.ranking_peers.asked import Asked
from bench.ranking_peers.crowd import FOR_EVER, Crowd
from bench.ranking_peers.masks import Masks
from bench.ranking_peers.peer import Asking
from bench.ranking_peers.wide import LEVELS, Wide

FIRST_SKILL = 1_000_000
"""In the field of levels skills are numbered from here on, languages before."""
NUMBERS = ("occupation", "specialty", "modes", "years", "max_weeks", "licensed_until")
SURPLUS = 500
"""Hits asked for, as the last gates are put to them afterwards."""
_WORD = re.compile(r"\w+")
_HEAP = 512 << 20


class Tantivy(Asking):
    """BM25 over those who pass the gates in the index."""

    name = "tantivy"
    does = "gates in the query, BM25 orders; free stretches and re-entry to the day on 500 hits, in numpy"

    def take(self, crowd: Crowd) -> None:
        """Index everybody into one segment."""
        self._folder = tempfile.TemporaryDirectory()
        wide = Wide(crowd)
        self._stretches, self._masks = wide.stretches, Masks(crowd)
        days = [f"{name}{i}" for i in range(wide.stretches) for name in ("begins", "ends")]
        self._schema = _schema(days)
        index = tantivy.Index(self._schema, path=self._folder.name)
        writer = index.writer(_HEAP, 1)
        for person in crowd.profiles:
            document = tantivy.Document(number=person.number, text=person.text)
            for name in (*NUMBERS, *days):
                document.add_integer(name, int(wide.columns[name][person.number]))
            for mode in (1, 2, 4):
                if person.modes & mode:
                    document.add_integer("mode", mode)
            for token in _levels(person.languages.items(), person.skills.items()):
                document.add_integer("level", token)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def find(self, asked: Asked, limit: int) -> list[int]:
        """Search, then look at the days."""
        words = set(_WORD.findall(asked.text.lower()))
        wanted = [(Occur.Should, Query.term_query(self._schema, "text", word)) for word in words]
        gates = [(Occur.Must, Query.const_score_query(gate, 0.0)) for gate in self._gates(asked)]
        query = Query.boolean_query([*gates, *wanted])
        hits = self._searcher.search(query, limit=max(limit, SURPLUS), count=False).hits
        found = self._searcher.fast_field_values("number", [address for _, address in hits])
        numbers: list[int] = self._masks.returning(np.array(found, np.int32), asked)[:limit].tolist()
        return numbers

    @property
    def size(self) -> int:
        """Bytes on disk, and of the columns for the last gates."""
        files = sum(file.stat().st_size for file in Path(self._folder.name).iterdir())
        return files + self._masks.size

    def close(self) -> None:
        """Remove the index."""
        self._folder.cleanup()

    def _gates(self, asked: Asked) -> Iterator[Query]:
        yield Query.term_set_query(self._schema, "occupation", list(asked.occupations))
        yield Query.term_query(self._schema, "mode", asked.mode)
        if asked.specialties is not None:
            yield Query.term_set_query(self._schema, "specialty", list(asked.specialties))
        for language in asked.languages:
            if language.required:
                yield Query.term_query(self._schema, "level", language.code * LEVELS + language.least)
        for skill in asked.indispensable:
            yield Query.term_query(self._schema, "level", FIRST_SKILL + skill.code * LEVELS + skill.least)
        if asked.years:
            yield self._between("years", asked.years, FOR_EVER)
        if asked.weeks:
            yield self._between("max_weeks", asked.weeks, FOR_EVER)
        if asked.licence:
            yield self._between("licensed_until", asked.first, FOR_EVER)
        yield Query.boolean_query(
            [
                (Occur.Should, Query.boolean_query([(Occur.Must, begins), (Occur.Must, ends)]))
                for begins, ends in self._stretches_around(asked)
            ]
        )

    def _stretches_around(self, asked: Asked) -> Iterator[tuple[Query, Query]]:
        for i in range(self._stretches):
            begins = self._between(f"begins{i}", 0, asked.latest)
            yield begins, self._between(f"ends{i}", asked.first + asked.days - 1, FOR_EVER)

    def _between(self, field: str, least: int, most: int) -> Query:
        return Query.range_query(self._schema, field, FieldType.Integer, least, most)


class Bm25s(Asking):
    """BM25 over everybody in scipy's and numpy's arrays; the gates come afterwards."""

    name = "bm25s top 5,000, then gates"
    does = "BM25 of everybody's text, the gates on the best 5,000; whoever stands below is lost"
    _depth = 5_000

    def take(self, crowd: Crowd) -> None:
        """Index all texts."""
        self._masks = Masks(crowd)
        self._bm25 = bm25s.BM25()
        texts = [_WORD.findall(person.text.lower()) for person in crowd.profiles]
        self._bm25.index(texts, show_progress=False)
        self._count = len(texts)

    def find(self, asked: Asked, limit: int) -> list[int]:
        """Search, then ask who may."""
        words = [word for word in _WORD.findall(asked.text.lower()) if word in self._bm25.vocab_dict]
        depth = min(self._depth, self._count)
        found, _ = self._bm25.retrieve([words], k=depth, show_progress=False)
        numbers: list[int] = self._masks.among(found[0].astype(np.int32), asked)[:limit].tolist()
        return numbers


def _schema(days: Iterable[str]) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text")
    builder.add_integer_field("number", fast=True)
    builder.add_integer_field("level", indexed=True)
    builder.add_integer_field("mode", indexed=True)
    for name in (*NUMBERS, *days):
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


def _levels(languages: Iterable[tuple[int, int]], skills: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Give a number for every language and skill at every level up to the one that is stated."""
    for code, level in languages:
        yield from (code * LEVELS + i for i in range(1, level + 1))
    for code, level in skills:
        yield from (FIRST_SKILL + code * LEVELS + i for i in range(1, max(1, level) + 1))
