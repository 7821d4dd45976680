"""What the resolver learns, it learns the same way every time and without harm to what it knows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.vocabulary import Vocabulary
from matcher.vocabulary.catalogue import read
from matcher.vocabulary.resolvers import occupation_resolver

KINDS = ("occupation", "specialty", "skill")
NOISE = st.text(alphabet="\0\x07\u200b\u00ad\x1f", max_size=3)
TITLES = st.sampled_from(
    ["Registered nurse", "Sage-femme d'État", "técnico de enfermagem", "theatre scrub practitioner", "xyzzy"]
)


@pytest.mark.parametrize(
    ("title", "language", "group"),
    [
        ("technician, dental laboratory", "en", "3214"),
        ("Registered nurse (R.N.) - hospital", "en", "2221"),
        ("surgeon, plastic - health care", "en", "2212"),
        ("<p>Registered&nbsp;Nurse</p>", "en", "2221"),
        ("rnidwife", "en", "2222"),
        ("physiotheraplst", "en", "2264"),
        ("infirmier/infirmière en chef", "fr", "2221"),
        ("technologue médical/technologue médicale en laboratoire", "fr", "3212"),
        ("aide soignante EHPAD", "fr", "5321"),
        ("técnico em radiologia e imagenologia", "pt", "3211"),
        ("Médico anestesiologista", "pt", "2212"),
    ],
)
def test_titles_nobody_wrote_before_find_their_group(vocabulary, title, language, group):
    assert vocabulary.resolve_occupation(title, language=language)[0].code.partition(".")[0] == group


@pytest.mark.parametrize(
    ("line", "occupation", "specialty"),
    [
        ("pédiatre néonatologue", "2212", "neonatology"),
        ("RN ICU", "2221.6", "intensive_care"),
        ("chirurgien orthopédiste chef de service", "2212", "orthopaedics"),
        ("infirmier anesthésiste diplômé d'État", "2221.1", "anaesthesia"),
        ("registered nurse", "2221", None),
    ],
)
def test_one_line_yields_an_occupation_and_perhaps_a_specialty(vocabulary, line, occupation, specialty):
    assert vocabulary.resolve_occupation(line)[0].code == occupation
    assert [found.code for found in vocabulary.resolve_specialty(line, limit=1)] == [specialty][
        : bool(specialty)
    ]


@given(title=TITLES, noise=NOISE)
def test_what_nobody_sees_changes_nothing(vocabulary, title, noise):
    middle = len(title) // 2
    disturbed = f"{noise}{title[:middle]}{noise}{title[middle:]}{noise}"
    assert vocabulary.resolve_occupation(disturbed) == vocabulary.resolve_occupation(title)


def test_a_wording_more_harms_no_other():
    catalogue = read()
    midwife = catalogue.occupations["2222"]
    synonyms = {**midwife.synonyms, "fr": (*midwife.synonyms["fr"], "gardienne des berceaux")}
    more = replace(
        catalogue, occupations={**catalogue.occupations, "2222": replace(midwife, synonyms=synonyms)}
    )
    before, after = occupation_resolver(catalogue), occupation_resolver(more)
    assert after.suggest("gardienne des berceaux", "fr", None, 1)[0].code == "2222"
    for code, occupation in catalogue.occupations.items():
        for language, label in occupation.labels.items():
            kept = before.suggest(label, language, None, 1)[0]
            assert after.suggest(label, language, None, 1)[0].code == kept.code, code


def test_a_line_of_ten_megabytes_is_answered(vocabulary):
    for kind in KINDS:
        assert isinstance(getattr(vocabulary, f"resolve_{kind}")("nurse anaesthetist " * 550_000), list)


def test_learning_is_the_same_every_time(vocabulary):
    titles = [
        "theatre scrub practitioner",
        "responsável de banco de sangue",
        "conseiller en nutrition sportive",
    ]
    twin = Vocabulary(read())
    assert [twin.resolve_occupation(t) for t in titles] == [vocabulary.resolve_occupation(t) for t in titles]
    assert [twin.resolve_skill(t) for t in titles] == [vocabulary.resolve_skill(t) for t in titles]
