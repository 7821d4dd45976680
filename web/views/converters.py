"""The typed parts of addresses."""

from werkzeug.routing import BaseConverter


class IdConverter(BaseConverter):
    """The number of a row: no sign, no leading zero, never more than a database's integer can hold."""

    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        """Read the number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Write the number."""
        return str(value)
