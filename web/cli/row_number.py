"""The number of a row, as somebody types it."""

import click


class RowNumber(click.IntRange):
    """A number that a row can have; larger ones no database could look for."""

    name = "number"

    def __init__(self) -> None:
        super().__init__(1, 2**63 - 1)
