"""The ministries of the demo and the people who work with them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.ministry import Ministry
from web.models.user import CoordinatorCountry, Role, User
from web.queries.users import find_user_by_email
from web.services.demo.reference import DemoCountry, Reference
from web.services.demo.sign_ins import ADMIN, COORDINATOR, DOMAIN, MINISTRY, SECOND_COORDINATOR

# Every country has two coordinators, so that one can approve what the other proposed. The first two are
# those that visitors sign in as; theirs are the countries that stand first.
_DESKS = (
    ("GH", "GN", "SN", "SL", "CV", "ST"),
    ("NG", "LR", "GM", "BJ", "TG", "GW"),
    ("CI", "BF", "ML", "NE", "MR", "TD"),
    ("CM", "CD", "CG", "GA", "CF", "GQ"),
)
_COORDINATORS = (
    ("Awa Diop", "Kwame Asante"),
    ("Ngozi Eze", "Kossi Lawson"),
    ("Mariam Coulibaly", "Issa Ouédraogo"),
    ("Mireille Fotso", "Alain Mukendi"),
)
_HOME = "GH"


@dataclass(frozen=True)
class DemoStaff:
    """Everybody who works on cases, by country."""

    ministries: Mapping[str, Ministry]
    officers: Mapping[str, User]
    coordinators: Mapping[str, Sequence[User]]


def ensure_staff(session: Session, *, reference: Reference, password_hash: str, today: datetime) -> DemoStaff:
    """Give the staff of the demo; whoever is not there yet is added."""
    accounts = _Accounts(session, password_hash, today)
    accounts.ensure(ADMIN, "Inês Correia", Role.ADMIN)
    coordinators = _ensure_coordinators(accounts)
    ministries = {code: _ensure_ministry(session, country) for code, country in reference.countries.items()}
    officers = {
        code: _ensure_officer(accounts, reference.countries[code], ministry)
        for code, ministry in ministries.items()
    }
    session.flush()
    return DemoStaff(ministries, officers, coordinators)


@dataclass(frozen=True)
class _Accounts:
    session: Session
    password_hash: str
    today: datetime

    def ensure(
        self,
        email: str,
        name: str,
        role: Role,
        *,
        language: str = "en",
        ministry: Ministry | None = None,
        countries: Sequence[str] = (),
    ) -> User:
        """Find an account of the demo or add it, confirmed and with the demo's password."""
        if (found := find_user_by_email(self.session, email)) is not None:
            return found
        user = User(
            email=email,
            name=name,
            password=self.password_hash,
            role=role,
            language=language,
            is_demo=True,
            fs_uniquifier=hashlib.sha256(f"{email} {self.password_hash}".encode()).hexdigest()[:32],
            confirmed_at=self.today,
            created_at=self.today,
            ministry=ministry,
            coordinator_countries=[CoordinatorCountry(country=country) for country in countries],
        )
        self.session.add(user)
        return user


def _ensure_coordinators(accounts: _Accounts) -> dict[str, list[User]]:
    emails = [COORDINATOR, SECOND_COORDINATOR]
    emails += [f"coordinator{number}@{DOMAIN}" for number in range(3, 2 * len(_DESKS) + 1)]
    by_country: dict[str, list[User]] = {}
    for desk, (countries, names) in enumerate(zip(_DESKS, _COORDINATORS, strict=True)):
        pair = [
            accounts.ensure(email, name, Role.COORDINATOR, countries=countries)
            for email, name in zip(emails[2 * desk : 2 * desk + 2], names, strict=True)
        ]
        by_country |= dict.fromkeys(countries, pair)
    return by_country


def _ensure_ministry(session: Session, country: DemoCountry) -> Ministry:
    # Nobody should take these for the ministries themselves.
    name = f"{country.ministry} (demo)"
    if (found := session.scalar(select(Ministry).where(Ministry.name == name))) is not None:
        return found
    ministry = Ministry(name=name, country=country.code, contact_email=_address(country.code))
    session.add(ministry)
    return ministry


def _ensure_officer(accounts: _Accounts, country: DemoCountry, ministry: Ministry) -> User:
    return accounts.ensure(
        _address(country.code),
        f"{country.given_names[0]} {country.family_names[-1]}",
        Role.MINISTRY,
        language="en" if country.written == "en" else "fr",
        ministry=ministry,
    )


def _address(country: str) -> str:
    return MINISTRY if country == _HOME else f"ministry-{country.lower()}@{DOMAIN}"
