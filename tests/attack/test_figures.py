"""What the attacks print, and the arithmetic behind it."""

import pytest

from attack.crawl import Question
from attack.figure import Figure
from attack.timing import area_under_curve


@pytest.mark.parametrize(
    ("figure", "line"),
    [
        (Figure("bodies.taken", 0, most=0), "bodies.taken 0 <=0 ok"),
        (Figure("bodies.taken", 1, most=0), "bodies.taken 1 <=0 FOUND"),
        (Figure("timing.reset_auc", 0.5, most=0.58, least=0.42), "timing.reset_auc 0.5 0.42-0.58 ok"),
        (Figure("timing.reset_auc", 0.41, most=0.58, least=0.42), "timing.reset_auc 0.41 0.42-0.58 FOUND"),
        (Figure("sqlmap.questions", 0, most=float("inf"), least=1), "sqlmap.questions 0 >=1 FOUND"),
    ],
)
def test_figure_says_whether_it_is_good(figure, line):
    assert str(figure) == line


def test_area_tells_lists_apart():
    assert area_under_curve([2.0, 3.0], [0.0, 1.0]) == 1
    assert area_under_curve([0.0, 1.0], [2.0, 3.0]) == 0
    assert area_under_curve([1.0, 1.0], [1.0, 1.0]) == 0.5


def test_questions_of_one_kind_are_one():
    one, other = (Question("GET", f"/vacancies/{number}?after={number}") for number in (7, 8))
    assert one.shape == other.shape
    assert one.shape != Question("GET", "/vacancies/7?before=7").shape
