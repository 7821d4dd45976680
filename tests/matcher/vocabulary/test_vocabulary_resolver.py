"""Typed words find their codes, and words that are not health find none."""

import csv
import statistics
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import matcher.vocabulary as module
from matcher.vocabulary import Vocabulary
from matcher.vocabulary.catalogue import read
from matcher.vocabulary.wording import fold


def read_wordings(name):
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


# Collected before the resolver was made better, and never changed because of it.
WORDINGS = read_wordings("wordings.tsv")
# Found wanting in use, and mended since: none may be lost again.
MENDED = read_wordings("mended_wordings.tsv")
KINDS = ("occupation", "specialty", "skill")
TEXTS = st.sampled_from([row["text"] for row in WORDINGS])


def resolve(row, limit=5):
    ask = getattr(Vocabulary.load(), f"resolve_{row['kind']}")
    return ask(row["text"], language=row["language"], country=row["country"] or None, limit=limit)


def share(rows, holds):
    return sum(map(holds, rows)) / len(rows)


@pytest.mark.parametrize("language", ["en", "fr", "pt"])
def test_real_wordings_find_their_code(language):
    rows = [row for row in WORDINGS if row["code"] and row["language"] == language]
    assert share(rows, lambda row: [s.code for s in resolve(row)][:1] == [row["code"]]) >= 0.9
    assert share(rows, lambda row: row["code"] in [s.code for s in resolve(row)][:3]) >= 0.96


@pytest.mark.parametrize("row", MENDED, ids=lambda row: row["text"])
def test_mended_wordings_stay_mended(row):
    assert [found.code for found in resolve(row)][:1] == [row["code"]]


def test_titles_outside_health_find_nothing():
    rows = [row for row in WORDINGS if not row["code"]]
    assert share(rows, lambda row: resolve(row) == []) >= 0.95


def test_the_same_letters_mean_what_they_mean_in_the_readers_country(vocabulary):
    assert vocabulary.resolve_occupation("ATS", language="fr", country="GN")[0].code == "3221.3"
    assert vocabulary.resolve_occupation("ATS", language="fr", country="DZ")[0].code == "5321"
    assert vocabulary.resolve_occupation("ATS", language="fr")[0].confidence < 1.0


def test_one_line_may_hold_an_occupation_and_a_specialty(vocabulary):
    line = "chirurgien orthopédiste chef de service"
    assert vocabulary.resolve_occupation(line)[0].code == "2212"
    assert vocabulary.resolve_specialty(line)[0].code == "orthopaedics"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chirurgien", "chirurgienne"),
        ("pharmacien d'officine", "pharmacienne d'officine"),
        ("directeur d'hôpital", "directrice d'hôpital"),
        ("parteira", "parteiro"),
        ("enfermeiro de cuidados gerais", "enfermeira de cuidados gerais"),
    ],
)
def test_both_genders_have_the_specialty(vocabulary, one, other):
    """A title whose feminine stands among the occupations is no title without a specialty."""
    codes = [vocabulary.resolve_specialty(text)[0].code for text in (one, other)]
    assert codes[0] == codes[1]
    assert vocabulary.resolve_specialty("médecin", language="fr") == []


def test_letters_of_a_department_are_no_small_words(vocabulary):
    """Without "OR" and "A&E", which are small words too, any nurse was nearly surely one of theirs."""
    sure = [found.code for found in vocabulary.resolve_occupation("nurse") if found.confidence >= 0.8]
    assert sure == ["2221"]


def test_letters_with_the_same_words_for_two_kinds_are_written_out(vocabulary):
    """PF is a specialty and a skill, and planification familiale either way."""
    assert vocabulary.resolve_skill("conseil PF", language="fr")[0].code == "family_planning"


@pytest.mark.parametrize("text", ["nu\u202erse", "\u2067nurse\u2069", "nurse\ufe0f"])
def test_marks_nobody_sees_split_no_word(vocabulary, text):
    assert vocabulary.resolve_occupation(text)[0].confidence == 1.0


def test_what_people_type_does_not_fill_the_memory():
    assert fold.cache_info().maxsize is not None


def test_the_label_is_in_the_language_asked(vocabulary):
    labels = {
        lang: vocabulary.resolve_occupation("IADE", language=lang)[0].label
        for lang in ("en", "fr", "pt", "xx")
    }
    assert labels == {
        "en": "Nurse anaesthetist",
        "fr": "Infirmier/infirmière anesthésiste",
        "pt": "Enfermeiro/enfermeira anestesista",
        "xx": "Nurse anaesthetist",
    }


def test_a_suggestion_has_the_form_of_the_contract(vocabulary):
    assert vocabulary.resolve_occupation("sage femme", limit=1)[0].to_json() == {
        "code": "2222",
        "label": "Midwife",
        "kind": "occupation",
        "confidence": 1.0,
        "matched": "Sage-femme",
        "esco": None,
    }


def test_the_module_answers_as_the_vocabulary_does(vocabulary):
    for kind in KINDS:
        text = "cardiology"
        assert getattr(module, f"resolve_{kind}")(text) == getattr(vocabulary, f"resolve_{kind}")(text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_label_finds_its_own_code(vocabulary, kind):
    concepts = getattr(
        vocabulary, {"occupation": "occupations", "specialty": "specialties", "skill": "skills"}[kind]
    )
    ask = getattr(vocabulary, f"resolve_{kind}")
    lost = [
        (code, label)
        for code, concept in concepts.items()
        for language, label in concept.labels.items()
        if code not in [s.code for s in ask(label, language=language)][:2]
    ]
    assert lost == []


@given(text=TEXTS, kind=st.sampled_from(KINDS))
def test_case_accents_and_blanks_change_nothing(vocabulary, text, kind):
    ask = getattr(vocabulary, f"resolve_{kind}")
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    assert ask(text.upper()) == ask(text.lower()) == ask(f"  {text}\t") == ask(bare) == ask(text)


@given(text=TEXTS)
def test_word_order_changes_no_first_code(vocabulary, text):
    forward = vocabulary.resolve_occupation(text)
    backward = vocabulary.resolve_occupation(" ".join(reversed(text.split())))
    if forward and backward and forward[0].confidence >= 0.97 and len(text.split()) > 1:
        assert forward[0].code in [s.code for s in backward[:3]]


@given(text=st.text(max_size=80), kind=st.sampled_from(KINDS), limit=st.integers(-1, 7))
def test_answers_are_well_formed_and_ordered(vocabulary, text, kind, limit):
    found = getattr(vocabulary, f"resolve_{kind}")(text, limit=limit)
    confidences = [s.confidence for s in found]
    assert len(found) <= max(limit, 0)
    assert confidences == sorted(confidences, reverse=True)
    assert all(0 < c <= 1 for c in confidences)
    assert len({s.code for s in found}) == len(found)


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "\0nurse\0"[:1], "((((", "...", "\ud800", "🩺", "é" * 1_000_000, "a " * 500_000]
)
def test_hostile_text_is_answered(vocabulary, text):
    for kind in KINDS:
        assert isinstance(getattr(vocabulary, f"resolve_{kind}")(text), list)


def test_another_vocabulary_of_the_same_data_answers_the_same(vocabulary):
    twin = Vocabulary(read())
    for row in WORDINGS[::7]:
        assert twin.resolve_occupation(row["text"]) == vocabulary.resolve_occupation(row["text"])


def test_a_resolution_takes_milliseconds(vocabulary):
    spent = []
    for number, row in enumerate(WORDINGS):
        before = time.perf_counter()
        vocabulary.resolve_occupation(f"{row['text']} {number}")
        spent.append(time.perf_counter() - before)
    assert statistics.median(spent) < 0.02  # ten times what it takes on an idle core
