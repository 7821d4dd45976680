"""People side by side: every row says what it is."""

from matcher import Candidate, Position, match
from tests.presenters.test_wording import POOR, POST, RICH
from web.presenters.comparison import present_comparison
from web.presenters.matches import present_match


def test_what_is_asked_and_what_gives_points_are_told_apart(app):
    position = Position.from_json(POST)
    with app.test_request_context():
        people = [
            present_match(match(position, Candidate.from_json(person)).to_json(), name=person["id"])
            for person in (RICH, POOR)
        ]
        shown = present_comparison(people)
    labels = [row.label for row in (*shown.differing, *shown.equal)]
    assert {"Must-have: Experience", "Points: Experience"} < set(labels)
    assert {"Must-have skills", "Points: Must-have skills"} < set(labels)
    assert len(labels) == len(set(labels))
