"""Other ways to find people for a position, one file for each family.

Each is imported when it is asked for, as some need packages of requirements-bench.txt.
"""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

from bench.ranking_peers.peer import Peer

OURS = "ours"
PLACES: Mapping[str, tuple[str, str]] = {
    OURS: ("ours", "Ours"),
    "reasons": ("ours", "OursWithReasons"),
    "loop": ("python_loop", "PythonLoop"),
    "cdist": ("text_matrix", "RapidfuzzMatrix"),
    "tfidf": ("text_matrix", "TfIdf"),
    "sqlite": ("sqlite", "Sqlite"),
    "postgresql": ("postgresql", "Postgresql"),
    "tantivy": ("search", "Tantivy"),
    "bm25s": ("search", "Bm25s"),
    "duckdb": ("duck", "DuckDb"),
    "polars": ("frames", "Polars"),
    "floor": ("floor", "Floor"),
}
"""Module and class of each."""
PACKAGES = {"duckdb": ("duckdb",), "polars": ("polars",), "tantivy": ("tantivy", "bm25s")}
PACKAGES["bm25s"] = PACKAGES["tantivy"]
QUICK = ("tfidf", "sqlite", "postgresql", "tantivy", "duckdb", "polars", "floor")
"""Quick enough to be shown a million people."""


def is_installed(name: str) -> bool:
    """Say whether the packages of a peer are there."""
    return all(find_spec(package) for package in PACKAGES.get(name, ()))


def make(name: str) -> Peer:
    """Make a peer that knows nobody yet."""
    module, kind = PLACES[name]
    peer: Peer = getattr(import_module(f"bench.ranking_peers.{module}"), kind)()
    return peer
