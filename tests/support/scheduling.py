"""Which tests run in the same process, one after the other."""

from xdist.scheduler import LoadFileScheduling

# These open every page and find every form before they begin: together they do it once.
REHEARSED = frozenset(
    f"tests/security/test_{name}.py"
    for name in (
        "forms",
        "hostile_input",
        "logs",
        "more_than_asked",
        "read_only",
        "reading_changes_nothing",
        "rehearsal",
        "sending_twice",
    )
)


class HouseScheduling(LoadFileScheduling):
    """File by file, but for those that share what takes long to make ready."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return "rehearsed" if file in REHEARSED else file
