"""Other ways to find people for a position, one file for each family.

Each is imported when it is asked for; some need packages of requirements-bench.txt, which the tests install.
"""

from collections.abc import Mapping
from importlib import import_module

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
QUICK = ("tfidf", "sqlite", "postgresql", "tantivy", "duckdb", "polars", "floor")
"""Quick enough to be shown a million people."""


def make(name: str) -> Peer:
    """Make a peer that knows nobody yet."""
    module, kind = PLACES[name]
    peer: Peer = getattr(import_module(f"bench.ranking_peers.{module}"), kind)()
    return peer
