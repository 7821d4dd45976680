"""Several people side by side: what differs comes first, what is the same is folded away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from web.presenters.matches import CriterionView, GateView, MatchView
from web.presenters.names import labelled


@dataclass(frozen=True)
class CellView:
    """What one person has in a row."""

    words: str
    low: float | None = None
    high: float | None = None
    max: float | None = None
    state: str = ""


@dataclass(frozen=True)
class RowView:
    """One must-have or criterion across all."""

    label: str
    cells: list[CellView]


@dataclass(frozen=True)
class ComparisonView:
    """People in the order of the list, and their rows."""

    people: Sequence[MatchView]
    differing: list[RowView]
    equal: list[RowView]


def present_comparison(people: Sequence[MatchView]) -> ComparisonView:
    """Lay people side by side."""
    # Experience, languages and more are asked for and give points too: each row says which of the two it is.
    gates = _rows(people, lambda one: one.gates, _gate_cell, _("Must-have"))
    points = _rows(people, lambda one: one.criteria, _points_cell, _("Points"))
    rows = gates + points
    skills = RowView(_("Must-have skills"), [CellView(one.must_haves) for one in people])
    rows = [skills, *rows] if any(one.must_haves for one in people) else rows
    return ComparisonView(
        people=people,
        differing=[row for row in rows if _differs(row)],
        equal=[row for row in rows if not _differs(row)],
    )


def _rows(
    people: Sequence[MatchView],
    parts: Callable[[MatchView], Sequence[GateView | CriterionView]],
    cell: Callable[..., CellView],
    kind: str,
) -> list[RowView]:
    labels = dict.fromkeys(part.label for one in people for part in parts(one))
    held = [{part.label: part for part in parts(one)} for one in people]
    return [RowView(labelled(kind, label), [cell(each.get(label)) for each in held]) for label in labels]


def _gate_cell(gate: GateView | None) -> CellView:
    return CellView(gate.has or _("not stated"), state=gate.state) if gate else CellView("")


def _points_cell(criterion: CriterionView | None) -> CellView:
    if criterion is None:
        return CellView("")
    return CellView(criterion.evidence, criterion.low, criterion.high, criterion.max)


def _differs(row: RowView) -> bool:
    return len(set(row.cells)) > 1
