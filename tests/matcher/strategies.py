"""Random people and positions in the contract's JSON form, small enough to meet each other often."""

from hypothesis import strategies as st

CODES = ["2211", "2212", "2221", "2222", "2222.1", "2212.1", "3221"]
SPECIALTIES = ["paediatrics", "neonatology", "cardiology"]
COUNTRIES = ["GN", "SN", "FR"]
LANGUAGES = ["fr", "en", "wo"]
LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2", "native"]
SKILLS = ["pph", "emonc", "triage", "tutoring"]
PHRASES = ["HPP", "Hémorragie du post-partum", "wound care", "care of wounds", "Tri, wound care", "SONU"]
SUMMARIES = [
    "",
    "Tri et accueil. Prise en charge d'hémorragies du post-partum",
    "wound care; midwife in a district hospital",
    "Maternité: SONU, formation des sages-femmes",
]
DAYS = ["2027-01-01", "2027-01-06", "2027-01-07", "2027-01-14", "2027-01-20", "2027-02-03", "2027-02-15"]
MODES = ["temporary", "permanent", "remote"]


def maybe(strategy):
    return st.none() | strategy


def often(strategy):
    """Three times in four something, so that positions ask for much at once."""
    return st.one_of(st.none(), strategy, strategy, strategy)


def some_of(items, most=3):
    return st.lists(st.sampled_from(items), max_size=most, unique=True)


occupations = st.builds(
    lambda code, title, specialty, years: {
        "code": code,
        "title": None if code else title,
        "specialty": specialty,
        "years": years,
    },
    maybe(st.sampled_from(CODES)),
    maybe(st.sampled_from(["Midwife", "sage-femme", "Nurse", "gardener"])),
    maybe(st.sampled_from(SPECIALTIES)),
    maybe(st.sampled_from([0, 1, 2.5, 5, 10, 25])),
)
held_skills = st.builds(
    lambda word, level: {**word, "level": level},
    st.sampled_from(
        [{"code": c, "phrase": None} for c in SKILLS] + [{"code": None, "phrase": p} for p in PHRASES]
    ),
    maybe(st.integers(1, 4)),
)
asked_skills = st.builds(
    lambda held, indispensable: {
        "code": held["code"],
        "phrase": held["phrase"],
        "min_level": held["level"],
        "indispensable": indispensable,
    },
    held_skills,
    st.sampled_from([None, False, True]),
)
licences = st.fixed_dictionaries(
    {
        "country": maybe(st.sampled_from(COUNTRIES)),
        "regulator": st.none(),
        "status": maybe(st.sampled_from(["active", "active", "expired", "suspended", "unknown"])),
        "valid_until": maybe(st.sampled_from(DAYS)),
        "verified": st.sampled_from([None, False, True]),
    }
)


@st.composite
def periods(draw):
    start, end = draw(maybe(st.sampled_from(DAYS))), draw(maybe(st.sampled_from(DAYS)))
    if start and end and end < start:
        start, end = end, start
    return {"from": start, "to": end}


people = st.fixed_dictionaries(
    {
        "occupations": maybe(st.lists(occupations, max_size=2)),
        "skills": maybe(st.lists(held_skills, max_size=4)),
        "languages": maybe(
            st.lists(
                st.fixed_dictionaries(
                    {"code": st.sampled_from(LANGUAGES), "cefr": maybe(st.sampled_from(LEVELS))}
                ),
                max_size=3,
            )
        ),
        "licences": maybe(st.lists(licences, max_size=2)),
        "availability": maybe(st.lists(periods(), max_size=2)),
        "modes": maybe(some_of(MODES)),
        "max_weeks": maybe(st.sampled_from([0, 1, 2, 4, 12])),
        "preferred_countries": maybe(some_of(COUNTRIES)),
        "country_of_origin": maybe(st.sampled_from(COUNTRIES)),
        "residence_country": maybe(st.sampled_from(COUNTRIES)),
        "may_reenter_until": maybe(st.sampled_from(["unlimited", *DAYS])),
        "years_experience": maybe(st.sampled_from([0, 1, 2.75, 5, 10, 30])),
        "credential_level": maybe(st.integers(1, 4)),
        "summary": maybe(st.sampled_from(SUMMARIES)),
    }
)


@st.composite
def posts(draw):
    earliest, latest = draw(often(st.sampled_from(DAYS))), draw(often(st.sampled_from(DAYS)))
    if earliest and latest and latest < earliest:
        earliest, latest = latest, earliest
    asked = draw(
        st.fixed_dictionaries(
            {
                "title": often(st.sampled_from(["Midwife", "Sage-femme de district", "Post"])),
                "occupation": often(st.sampled_from(CODES)),
                "specialty": often(st.sampled_from(SPECIALTIES)),
                "country": often(st.sampled_from(COUNTRIES)),
                "mode": often(st.sampled_from(MODES)),
                "duration_weeks": often(st.sampled_from([1, 2, 4])),
                "min_years_experience": often(st.sampled_from([0, 2, 5])),
                "licence_required": st.sampled_from([None, False, True]),
                "languages": often(st.lists(asked_languages, max_size=2)),
                "required_skills": often(st.lists(asked_skills, max_size=3)),
                "desirable_skills": often(st.lists(asked_skills, max_size=2)),
                "teaching": st.sampled_from([None, False, True]),
                "description": often(st.sampled_from(["", "Maternité du district", "wound care and triage"])),
            }
        )
    )
    return {"id": "v1", "earliest_start": earliest, "latest_start": latest, **asked}


asked_languages = st.fixed_dictionaries(
    {
        "code": st.sampled_from(LANGUAGES),
        "min_cefr": maybe(st.sampled_from(LEVELS)),
        "required": st.sampled_from([None, False, True]),
    }
)


def ideal_person(post):
    """Somebody whom nothing keeps from the post, so that random faults show one at a time."""
    return {
        "occupations": [
            {"code": post["occupation"], "specialty": post["specialty"], "title": None, "years": 9}
        ],
        "skills": [
            {"code": asked["code"], "phrase": asked["phrase"], "level": 4}
            for asked in [*(post["required_skills"] or []), *(post["desirable_skills"] or [])]
        ],
        "languages": [{"code": code, "cefr": "native"} for code in LANGUAGES],
        "licences": [
            {
                "country": post["country"],
                "regulator": None,
                "status": "active",
                "valid_until": None,
                "verified": True,
            }
        ],
        "availability": [{"from": "2026-01-01", "to": None}],
        "modes": MODES,
        "max_weeks": 52,
        "preferred_countries": COUNTRIES,
        "country_of_origin": post["country"],
        "residence_country": "FR",
        "may_reenter_until": "unlimited",
        "years_experience": 12,
        "credential_level": None,
        "summary": "SONU au district",
    }


@st.composite
def cases(draw, most=6):
    """A position and people for it: ideal ones of whom some fields are random."""
    post = draw(posts())
    people_of_case = []
    for i in range(draw(st.integers(2, most))):
        person = draw(people)
        random_fields = draw(
            st.sets(st.sampled_from(sorted(person)), max_size=draw(st.sampled_from([1, 2, 4, 14])))
        )
        if draw(st.booleans()):
            random_fields |= {"skills"}
        chosen = {name: person[name] for name in random_fields}
        people_of_case.append({"id": f"p{i}", **ideal_person(post), **chosen})
    return people_of_case, post


@st.composite
def skill_cases(draw):
    """A position that asks for skills alone, and people who differ in skills alone."""
    post = {
        "id": "v1",
        "required_skills": draw(st.lists(asked_skills, min_size=2, max_size=4)),
        "desirable_skills": draw(st.lists(asked_skills, max_size=1)),
    }
    lists = draw(st.lists(maybe(st.lists(held_skills, max_size=4)), min_size=4, max_size=8))
    return [{"id": f"p{i}", "skills": skills, "years_experience": 5} for i, skills in enumerate(lists)], post
