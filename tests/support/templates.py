"""Templates compiled once for all the apps of a test run.

Every test has an app of its own; compiling its templates anew would take four fifths of the suite's time.
"""

from jinja2.bccache import Bucket, BytecodeCache


class SharedBytecode(BytecodeCache):
    """Keeps compiled templates in memory, by name and content."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template that some app has compiled before."""
        if compiled := self._compiled.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template for the next app."""
        self._compiled[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


COMPILED = SharedBytecode()
