"""What gates and criteria say of many at once is what they say of each."""

from operator import attrgetter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import DEFAULT, Candidate, Position
from matcher.coding import Coder
from matcher.columns import Columns, Index, Numbers, Ragged, Sheet, Table
from matcher.columns.people import People
from matcher.columns.words import Words
from matcher.criteria import CRITERIA
from matcher.gates import GATES
from matcher.gates.gate import FINAL, FIXABLE, MET, UNKNOWN
from matcher.judging import Judge
from matcher.query import Query
from matcher.scoring import key_of, score
from matcher.text import Prose, Wordings, clauses, spaced
from matcher.types import State
from tests.matcher.small_vocabulary import SmallVocabulary
from tests.matcher.strategies import cases, people, posts, skill_cases

WORDS = SmallVocabulary()
NUMBERS = Numbers(WORDS)

often = settings(max_examples=50, deadline=None)
MANY = 10


@st.composite
def crowds(draw):
    """A position, and people who differ from each other in everything."""
    members = draw(st.lists(people, min_size=MANY, max_size=MANY))
    return [{"id": f"p{i}", **person} for i, person in enumerate(members)], draw(posts())


def read(case):
    """Give the people of a case, the last first, their columns, and the query."""
    members, post = case
    candidates = [Coder(WORDS).candidate(Candidate.from_json(person)) for person in members]
    index = Index(Table.of(Sheet.of(candidates), NUMBERS))
    backwards = np.arange(len(members), dtype=np.int32)[::-1]
    return candidates[::-1], Columns(index, backwards), Query(Position.from_json(post), WORDS)


@often
@given(st.lists(people, max_size=MANY))
def test_columns_keep_everything_that_is_stated(members):
    candidates = [Candidate.from_json({"id": f"p{i}", **person}) for i, person in enumerate(members)]
    coded = [Coder(WORDS).candidate(candidate) for candidate in candidates]

    table = Table.of(Sheet.of(coded), NUMBERS)
    twice = Table.joined([table, table]).in_order()

    assert [People(table).candidate(row) for row in range(len(table))] == coded
    found = sorted((People(twice).candidate(row) for row in range(len(twice))), key=attrgetter("id"))
    assert found == sorted([*coded, *coded], key=attrgetter("id"))


def code_of(result):
    if result.state is State.MET:
        return MET
    if result.state is State.UNKNOWN:
        return UNKNOWN
    return FIXABLE if result.is_fixable else FINAL


@often
@given(case=crowds())
def test_a_gate_screens_many_as_it_judges_each(case):
    candidates, columns, query = read(case)
    for gate in GATES:
        judged = [gate.judge(gate.facet(candidate), query) for candidate in candidates]

        screened = gate.screen(columns, query)

        assert {result.is_asked for result in judged} == {screened is not None}, gate.name
        if screened is not None:
            assert screened.tolist() == [code_of(result) for result in judged], gate.name


@often
@given(case=crowds())
def test_a_criterion_scores_many_as_it_judges_each(case):
    candidates, columns, query = read(case)
    for criterion in CRITERIA:
        maximum = DEFAULT.maxima[criterion.name]
        judged = [criterion.judge(criterion.facet(each), query, maximum) for each in candidates]

        scores = criterion.score(columns, query, maximum)
        low, high = np.zeros((2, len(candidates)), np.int64) if scores is None else scores

        found = list(zip(low.tolist(), high.tolist(), strict=True))
        assert found == [(each.low, each.high) for each in judged], criterion.name


@often
@given(case=cases() | skill_cases() | crowds())
def test_the_key_of_a_row_is_that_of_its_match_and_orders_like_it(case):
    candidates, columns, query = read(case)
    judge = Judge(query, DEFAULT)
    matches = [judge.match(candidate) for candidate in candidates]

    keys = score(columns, judge).tolist()

    assert keys == [key_of(match) for match in matches]
    for one, its in zip(matches, keys, strict=True):
        for other, theirs in zip(matches, keys, strict=True):
            if its < theirs:
                assert one.order[1:] < other.order[1:]


@given(st.lists(st.lists(st.integers(0, 99), max_size=3)), st.randoms(use_true_random=False))
def test_entries_are_reduced_row_by_row(table, chance):
    rows = np.array(chance.sample(range(len(table)), len(table)), np.int32)
    entries = Ragged(map(len, table)).entries(rows)
    values = np.array([value for row in table for value in row], np.int64)[entries.places]

    assert entries.most(values, -1).tolist() == [max(table[row], default=-1) for row in rows]
    assert entries.total(values).tolist() == [sum(table[row]) for row in rows]
    assert entries.spread(rows).tolist() == [row for row in rows.tolist() for _ in table[row]]


CLAUSES = st.lists(st.sampled_from(["soins", "Soin", "l'hygiène", "HYGIENE"]), max_size=3).map(" ".join)
TEXTS = st.lists(CLAUSES, min_size=1, max_size=3).map(", ".join)


@settings(max_examples=400)
@given(st.lists(st.none() | TEXTS, max_size=MANY), st.lists(CLAUSES | st.text(max_size=9), max_size=2))
def test_a_text_is_found_by_what_it_says(summaries, texts):
    candidates = [Candidate(id=f"p{i}", summary=summary) for i, summary in enumerate(summaries)]
    index = Index(Table.of(Sheet.of(candidates), Numbers(WORDS)))
    wordings = Wordings.of(tuple(texts))

    found = index.summaries.saying(wordings).tolist()

    said = [any(Prose(each or "").says(wording) for wording in wordings.each) for each in summaries]
    assert found == [row for row, is_said in enumerate(said) if is_said]


@given(TEXTS | st.text())
def test_clauses_leave_no_word_out(text):
    assert " ".join(word for clause in clauses(text) for word in clause) == spaced(text).strip()


def test_a_word_is_there_before_it_is_found():
    """Another thread that finds its number looks it up at once."""

    class Looking(Words):
        def _note(self, value, number):
            assert self.value(number) == value
            super()._note(value, number)

    words = Looking(["birth"])
    assert (words.number("births"), words.of_stem("birth")) == (1, (0, 1))
