"""Bodies that are too large are read to their end and let go, so that our own page can answer them.

Waitress would answer them itself, in English, and close the connection while the browser is still sending:
most browsers then show that the connection broke. Here a request arrives with its true length and no more
than may be kept; the app refuses by that length before it reads.
"""

from typing import Any

from waitress.buffers import OverflowableBuffer
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser


class BoundedBuffer(OverflowableBuffer):
    """Keeps the first bytes of a body and counts them all."""

    def __init__(self, overflow: int, most: int) -> None:
        super().__init__(overflow)
        self.most = most
        self.received = 0

    def __len__(self) -> int:
        """Say how long the body is: for one sent in chunks it becomes its Content-Length."""
        return self.received

    def append(self, data: bytes) -> None:
        """Keep what there is still room for."""
        room = self.most - self.received
        self.received += len(data)
        if room > 0:
            super().append(data[:room])


def channel_class(most: int) -> type[HTTPChannel]:
    """Make the class of connections that keep at most so many bytes of a body."""

    class BoundedParser(HTTPRequestParser):
        """Reads a request; of its body, as much as may be kept."""

        def parse_header(self, header_plus: bytes) -> None:
            """Read the header, then choose where the body goes."""
            super().parse_header(header_plus)
            if self.body_rcv is not None:
                self.body_rcv.buf = BoundedBuffer(self.adj.inbuf_overflow, most)

    class BoundedChannel(HTTPChannel):
        """A connection whose requests are read by that."""

        parser_class: Any = BoundedParser

    return BoundedChannel
