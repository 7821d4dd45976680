"""Who a made-up professional is; everything else about them follows from this and their lot."""

from dataclasses import dataclass
from datetime import date

from web.services.demo.chance import Chance, chance_of
from web.services.demo.reference import DemoCountry, DemoOccupation, Reference

MOST_YEARS = 38
USUAL_YEARS = 9


@dataclass(frozen=True)
class Person:
    """One made-up professional. The first one signs in for visitors, so nothing of theirs is missing."""

    number: int
    chance: Chance
    today: date
    country: DemoCountry
    residence: str
    residence_language: str
    occupation: DemoOccupation
    years: int
    given_name: str
    family_name: str

    @property
    def is_first(self) -> bool:
        """Whether this is the one visitors sign in as."""
        return self.number == 1

    @property
    def written(self) -> str:
        """The language the profile is filled in with."""
        return self.country.written

    def lacks(self, share: float) -> bool:
        """Say whether something is missing that this share of people never fill in."""
        return not self.is_first and self.chance.happens(share)


def draw_person(number: int, *, seed: int, today: date, reference: Reference) -> Person:
    """Draw who somebody is."""
    chance = chance_of(seed, "professional", number)
    country = reference.countries[chance.draw(reference.origins)]
    residence = chance.draw(country.residences)
    occupation = chance.draw(reference.occupations)
    if number == 1:
        country, residence = reference.countries["GH"], "GB"
        occupation = reference.occupation("2222")
    return Person(
        number=number,
        chance=chance,
        today=today,
        country=country,
        residence=residence,
        residence_language=reference.residence_languages[residence],
        occupation=occupation,
        years=9 if number == 1 else round(chance.triangular(0, MOST_YEARS, USUAL_YEARS)),
        given_name=chance.choice(country.given_names),
        family_name=chance.choice(country.family_names),
    )
