"""Made-up people and positions with columns that hang together, to measure the engine on.

What people can do follows what they are, what they speak follows where they come from and live, and what
positions ask follows the same. Nothing here is fitted to how the engine works.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

from matcher import (
    AskedLanguage,
    AskedSkill,
    Candidate,
    HeldLanguage,
    HeldOccupation,
    HeldSkill,
    Licence,
    Period,
    Position,
    Qualification,
    Vocabulary,
)

TODAY = date(2027, 1, 4)
# Of a thousand health workers abroad; the rest is spread over all other occupations.
SHARES = {
    "2221": 300, "2222": 60, "2211": 90, "2212": 110, "3212": 50, "2262": 40, "3221": 70, "5321": 90,
    "2264": 30, "3211": 25, "2261": 20, "3253": 25,
}  # fmt: skip
# Country of origin, its official language, and weight.
HOMES = {
    **dict.fromkeys(("CD", "CM"), ("fr", 10)),
    **dict.fromkeys(("SN", "CI"), ("fr", 9)),
    **dict.fromkeys(("BJ", "TG", "BF", "ML", "GN"), ("fr", 5)),
    **dict.fromkeys(("NE", "CG", "GA", "TD", "CF", "MR"), ("fr", 2)),
    "NG": ("en", 30),
    "GH": ("en", 16),
    "SL": ("en", 5),
    "LR": ("en", 3),
    "GM": ("en", 3),
    "CV": ("pt", 3),
    "GW": ("pt", 2),
    "ST": ("pt", 1),
    "GQ": ("es", 1),
}
ABROAD = {
    "fr": ("FR", "BE", "CH", "CA", "US"),
    "en": ("GB", "US", "CA", "IE", "ZA"),
    "pt": ("PT", "BR", "FR"),
    "es": ("ES",),
}
SPOKEN_IN = {
    "FR": "fr",
    "BE": "fr",
    "CH": "fr",
    "CA": "en",
    "US": "en",
    "GB": "en",
    "IE": "en",
    "ZA": "en",
    "PT": "pt",
    "BR": "pt",
    "ES": "es",
}
LEVELS = ("A2", "B1", "B2", "C1", "C2")
SAID = {
    "en": "{years} years as {title}: {skills}. {wish}",
    "fr": "{years} ans comme {title} : {skills}. {wish}",
    "pt": "{years} anos como {title}: {skills}. {wish}",
}
WISHES = {
    "en": (
        "I would like to teach younger colleagues.",
        "Worked in district hospitals and in a mobile clinic.",
        "",
    ),
    "fr": (
        "Je souhaite former de jeunes collègues.",
        "J'ai travaillé en hôpital de district et en brousse.",
        "",
    ),
    "pt": ("Gostaria de ensinar colegas mais novos.", "Trabalhei em hospitais distritais.", ""),
}


@dataclass(frozen=True)
class World:
    """Draws people and positions; the same seed draws the same ones."""

    vocabulary: Vocabulary
    seed: int = 1

    @cached_property
    def occupations(self) -> tuple[list[str], list[int]]:
        """Codes and weights."""
        rest = max(1, (1000 - sum(SHARES.values())) // len(self.vocabulary.occupations))
        codes = list(self.vocabulary.occupations)
        return codes, [SHARES.get(code, rest) for code in codes]

    @cached_property
    def skills(self) -> dict[str, list[str]]:
        """The skills of each occupation and of its unit group; every skill where there is none."""
        found = {}
        for code in self.vocabulary.occupations:
            kin = {code, code.partition(".")[0]}
            own = [skill.code for skill in self.vocabulary.skills.values() if kin & set(skill.occupations)]
            found[code] = own or list(self.vocabulary.skills)
        return found

    @cached_property
    def specialties(self) -> dict[str, list[str]]:
        """The specialties of each occupation."""
        return {
            code: [s.code for s in self.vocabulary.specialties.values() if code in s.occupations]
            for code in self.vocabulary.occupations
        }

    def people(self, count: int) -> Iterator[Candidate]:
        """Draw people one after the other."""
        chance = Random(self.seed)
        for number in range(count):
            yield self._person(chance, f"p{number}")

    def positions(self, count: int) -> Iterator[Position]:
        """Draw positions, some that many fill and some that hardly anybody does."""
        chance = Random(self.seed + 1)
        for number in range(count):
            yield self._position(chance, f"v{number}")

    def _person(self, chance: Random, identity: str) -> Candidate:
        home = chance.choices(list(HOMES), [weight for _, weight in HOMES.values()])[0]
        speaks = HOMES[home][0]
        residence = chance.choice(ABROAD[speaks])
        code = chance.choices(*self.occupations)[0]
        years = round(min(40.0, chance.gammavariate(2.2, 5.0)), 1)
        skills = self._held_skills(chance, code)
        language = speaks if speaks in SAID else "en"
        return Candidate(
            id=identity,
            language=language,
            occupations=(
                HeldOccupation(
                    code, None, self._specialty(chance, code), round(years * chance.uniform(0.4, 1), 1)
                ),
            ),
            skills=skills,
            languages=_languages(chance, speaks, residence),
            qualifications=(Qualification("Diploma", home, 2000),),
            licences=_licences(chance, home, residence),
            availability=_availability(chance),
            modes=tuple(
                mode
                for mode, share in (("temporary", 0.85), ("permanent", 0.3), ("remote", 0.5))
                if chance.random() < share
            ),
            max_weeks=chance.choice((None, 2, 4, 6, 8, 12, 12, 26, 26, 52)),
            preferred_countries=tuple(
                dict.fromkeys([home, *chance.choices(list(HOMES), k=chance.randrange(3))])
            ),
            country_of_origin=home,
            residence_country=residence,
            may_reenter_until=chance.choice(
                ("unlimited", "unlimited", TODAY + timedelta(days=chance.randrange(60, 1500)), None)
            ),
            years_experience=years if chance.random() < 0.95 else None,
            credential_level=chance.choice((None, 2, 3, 4)),
            summary=self._summary(chance, language, code, years, skills),
        )

    def _specialty(self, chance: Random, code: str) -> str | None:
        known = self.specialties[code]
        return (
            chance.choice(known)
            if known and chance.random() < 0.6
            else self.vocabulary.occupations[code].specialty
        )

    def _held_skills(self, chance: Random, code: str) -> tuple[HeldSkill, ...]:
        own = self.skills[code]
        chosen = chance.sample(own, min(len(own), chance.randrange(0, 13)))
        return tuple(HeldSkill(skill, None, chance.choice((None, 1, 2, 2, 3, 3, 3, 4))) for skill in chosen)

    def _summary(
        self, chance: Random, language: str, code: str, years: float, skills: Sequence[HeldSkill]
    ) -> str | None:
        if chance.random() < 0.4:
            return None
        said = [skill.code for skill in skills[:3]] or chance.sample(self.skills[code], 1)
        names = ", ".join(self.vocabulary.skills[skill].labels[language] for skill in said if skill)
        title = self.vocabulary.occupations[code].labels[language]
        return SAID[language].format(
            years=round(years), title=title, skills=names, wish=chance.choice(WISHES[language])
        )

    def _position(self, chance: Random, identity: str) -> Position:
        country = chance.choices(list(HOMES), [weight for _, weight in HOMES.values()])[0]
        spoken = HOMES[country][0]
        language = spoken if spoken in SAID else "en"
        code = chance.choices(*self.occupations)[0]
        own = self.skills[code]
        asked = chance.sample(own, min(len(own), chance.randrange(1, 8)))
        required = asked[: chance.randrange(0, 5)]
        start = TODAY + timedelta(days=chance.randrange(14, 300))
        mode = chance.choices(("temporary", "permanent", "remote"), (7, 2, 1))[0]
        known = self.specialties[code]
        title = self.vocabulary.occupations[code].labels[language]
        return Position(
            id=identity,
            language=language,
            title=title,
            occupation=code,
            specialty=chance.choice(known) if known and chance.random() < 0.4 else None,
            country=country,
            mode=mode,
            earliest_start=start,
            latest_start=start + timedelta(days=chance.choice((0, 14, 30, 60))),
            duration_weeks=None if mode == "permanent" else chance.choice((2, 4, 6, 8, 12, 12, 26)),
            posts=1,
            min_years_experience=chance.choice((None, 1, 2, 3, 5, 8)),
            licence_required=chance.random() < 0.7,
            languages=(
                AskedLanguage(spoken, chance.choice(("B1", "B2", "C1")), required=True),
                *(
                    (AskedLanguage("en" if spoken != "en" else "fr", "B1", required=False),)
                    if chance.random() < 0.4
                    else ()
                ),
            ),
            required_skills=tuple(
                AskedSkill(skill, None, chance.choice((None, 2, 3)), indispensable=chance.random() < 0.1)
                for skill in required
            ),
            desirable_skills=tuple(
                AskedSkill(skill, None, chance.choice((None, 2))) for skill in asked[len(required) :]
            ),
            teaching=chance.random() < 0.3,
            description=f"{title}. "
            + ", ".join(self.vocabulary.skills[skill].labels[language] for skill in asked),
        )


def _languages(chance: Random, speaks: str, residence: str) -> tuple[HeldLanguage, ...]:
    levels = {speaks: chance.choice(("C1", "C2", "native"))}
    levels.setdefault(SPOKEN_IN[residence], chance.choice(LEVELS))
    if chance.random() < 0.3:
        levels.setdefault(chance.choice(("en", "fr", "pt", "ar", "ha", "wo", "ln")), chance.choice(LEVELS))
    return tuple(
        HeldLanguage(code, level if chance.random() < 0.95 else None) for code, level in levels.items()
    )


def _licences(chance: Random, home: str, residence: str) -> tuple[Licence, ...] | None:
    if chance.random() < 0.08:
        return None
    until = TODAY + timedelta(days=chance.randrange(-200, 1800))
    held = [
        Licence(
            residence, "Council", "active", until if chance.random() < 0.7 else None, chance.random() < 0.3
        )
    ]
    if chance.random() < 0.3:
        held.append(
            Licence(
                home, "Ordre", chance.choice(("active", "expired", "unknown")), None, chance.random() < 0.2
            )
        )
    return tuple(held)


def _availability(chance: Random) -> tuple[Period, ...] | None:
    if chance.random() < 0.1:
        return None
    periods = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        start = TODAY + timedelta(days=chance.randrange(0, 420))
        periods.append(
            Period(
                start, None if chance.random() < 0.25 else start + timedelta(days=chance.randrange(14, 240))
            )
        )
    return tuple(periods)
