"""A pool as a file that is mapped into memory: opened at once, and shared by every process that opens it.

The file holds what people state. Keep it where the database is kept, and delete it when somebody is erased.

A line of JSON names the arrays and holds the values that people share; the arrays follow.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import astuple
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Index, Numbers, Ragged, Table
from matcher.columns.codes import NONE
from matcher.columns.distinct import Distinct
from matcher.columns.facets import SEVERAL, SINGLE, TEXTS
from matcher.columns.table import UTF8
from matcher.knowledge import Knowledge
from matcher.pool import Pool, Segment
from matcher.sealed import SnapshotError, aligned, map_sealed, write_sealed
from matcher.types import HeldLanguage
from matcher.vocabulary import Vocabulary

LAYOUT = "sankofa pool 2"
"""Changes whenever a column does; a file of another layout is refused."""


class _Array(NamedTuple):
    name: str
    kind: str
    length: int
    offset: int


class _Shared(NamedTuple):
    """Where the numbers of shared values stand, and how a value is read from JSON."""

    column: str
    read: Callable[[Any], Any]


_SHARED = MappingProxyType(
    {
        "kinds": _Shared("single/kind", lambda pairs: tuple(map(tuple, pairs))),
        "languages": _Shared("single/languages", lambda held: tuple(HeldLanguage(*each) for each in held)),
        "modes": _Shared("single/modes", tuple),
        "countries": _Shared("single/preferred_countries", tuple),
        "titles": _Shared("entries/occupations.title", str),
        "phrases": _Shared("entries/skills.phrase", str),
        "diplomas": _Shared("entries/qualifications.title", str),
        "regulators": _Shared("entries/licences.regulator", str),
        "words": _Shared("entries/words.number", str),
    }
)


_NAMES = frozenset(
    [
        *(f"single/{name}" for name in (*SINGLE, "kind", "unbegun")),
        *(f"single/{name}.known" for name in (*SEVERAL, *TEXTS)),
        *(f"ragged/{name}" for name in (*SEVERAL, *TEXTS, "free", "words")),
        *(f"entries/{name}.{part}" for name, facet in SEVERAL.items() for part in facet.fields),
        *(f"entries/{name}.{UTF8}" for name in TEXTS),
        *("entries/free.first", "entries/free.last", "entries/words.number", "entries/words.opens"),
    ]
)
"""The arrays that a pool is made of."""


def save_pool(pool: Pool, path: Path) -> None:
    """Write everybody into a file, all at once: readers find the old one or the new one, whole.

    Parameters
    ----------
    pool : Pool
        Its people, and no word of those who have left; answers kept between positions are not written.
    path : Path
        Where; only the owner may read it.
    """
    table = pool.people.in_order()
    arrays = {
        **{f"single/{name}": values for name, values in table.single.items()},
        **{f"ragged/{name}": ragged.starts for name, ragged in table.ragged.items()},
        **{f"entries/{name}": values for name, values in table.entries.items()},
    }
    shared = {name: _only_used(arrays, name, table.numbers) for name in _SHARED}
    placed, offset = [], 0
    for name, values in arrays.items():
        placed.append(_Array(name, values.dtype.str, len(values), offset))
        offset += aligned(values.nbytes)
    header = {"vocabulary": pool.vocabulary.version, "shared": shared, "arrays": placed}
    first = json.dumps(header, separators=(",", ":"), default=_plain).encode() + b"\n"
    contents = (np.ascontiguousarray(values).tobytes() for values in arrays.values())
    write_sealed(path, LAYOUT, chain([first], contents))


def open_pool(path: Path, vocabulary: Knowledge | None = None) -> Pool:
    """Map a file that `save_pool` wrote, after reading it once to see that it is what was written.

    Parameters
    ----------
    path : Path
        The file.
    vocabulary : Knowledge, optional
        The one it was written with; ours, unless given.

    Raises
    ------
    SnapshotError
        If it is no snapshot, is cut off or spoilt, or was written with another vocabulary or release.
    OSError
        If it cannot be read.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from matcher import Candidate
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "pool"
    ...     save_pool(Pool.from_candidates([Candidate(id="p1", max_weeks=6)]), file)
    ...     open_pool(file).get("p1").max_weeks
    6
    """
    words = vocabulary if vocabulary is not None else Vocabulary.load()
    line, rest = map_sealed(path, LAYOUT)
    header = _header_of(path, line, words)
    numbers = Numbers(words)
    for name, shared in _SHARED.items():
        kind: type[Distinct[Any]] = type(getattr(numbers, name))
        setattr(numbers, name, kind(map(shared.read, header["shared"][name])))
    arrays: dict[str, NDArray[Any]] = {}
    for each in (_Array(*each) for each in header["arrays"]):
        stop = each.offset + each.length * np.dtype(each.kind).itemsize
        arrays[each.name] = np.asarray(rest[each.offset : stop]).view(each.kind)
    return Pool(numbers, [Segment(Index(_table_of(arrays, numbers)))], {})


def _only_used(arrays: dict[str, NDArray[Any]], name: str, numbers: Numbers) -> list[Any]:
    """Return the values that are used, and number them from 0 in the array too."""
    column = _SHARED[name].column
    used = np.unique(arrays[column])
    used = used[used != NONE]
    arrays[column] = np.where(arrays[column] == NONE, NONE, np.searchsorted(used, arrays[column])).astype(
        np.int32
    )
    values: Distinct[Any] = getattr(numbers, name)
    return [values.value(number) for number in used.tolist()]


def _plain(value: Any) -> Any:
    return astuple(value)


def _header_of(path: Path, line: bytes, vocabulary: Knowledge) -> Mapping[str, Any]:
    header: Mapping[str, Any] = json.loads(line)
    arrays = {_Array(*each).name for each in header["arrays"]}
    if not (header["shared"].keys() >= _SHARED.keys() and arrays >= _NAMES):
        raise SnapshotError(path, "is not a whole pool")
    if header["vocabulary"] != vocabulary.version:
        raise SnapshotError(path, "was written with another vocabulary")
    return header


def _table_of(arrays: Mapping[str, NDArray[Any]], numbers: Numbers) -> Table:
    def part(name: str) -> dict[str, NDArray[Any]]:
        return {
            each.removeprefix(f"{name}/"): array for each, array in arrays.items() if each.startswith(name)
        }

    ragged = {name: Ragged.from_starts(starts) for name, starts in part("ragged").items()}
    return Table(numbers, part("single"), ragged, part("entries"))
