"""Reading the vacancies that everybody may see: published, and not too late to begin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload, selectinload

from web.models.facility import Facility
from web.models.professional import Mode
from web.models.vacancy import RequiredLanguage, Vacancy, VacancyStatus
from web.queries.facility_words import facility_words
from web.queries.keyset import TOP, PageOfRows, Place, read_page


@dataclass(frozen=True, kw_only=True)
class TypedWords:
    """What a visitor typed, understood: countries, occupations, and words to look for as they are.

    A vacancy is found by all `words`, or by one of the `occupations` and the `words_besides`, which are
    those that do not name the occupation.
    """

    words: tuple[str, ...] = ()
    words_besides: tuple[str, ...] = ()
    occupations: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class VacancyFilter:
    """What a visitor looks for; each part that is given narrows the list."""

    typed: TypedWords = TypedWords()
    occupation: str | None = None
    country: str | None = None
    mode: Mode | None = None
    language: str | None = None


def list_open_vacancies(
    session: Session, *, today: date, wanted: VacancyFilter, place: Place = TOP
) -> PageOfRows[Vacancy]:
    """Read one page of the open vacancies, the newest first."""
    query = _filtered(wanted, today).options(joinedload(Vacancy.facility), selectinload(Vacancy.languages))
    return read_page(session, query, order=Vacancy.published_at, key=Vacancy.id, place=place, descending=True)


def count_open_vacancies(session: Session, *, today: date, wanted: VacancyFilter | None = None) -> int:
    """Count the open vacancies."""
    query = _filtered(wanted or VacancyFilter(), today)
    return session.scalar(query.with_only_columns(func.count(Vacancy.id))) or 0


def list_newest_vacancies(session: Session, *, today: date, limit: int) -> Sequence[Vacancy]:
    """List the vacancies that were published last."""
    query = select(Vacancy).where(_open_on(today)).options(joinedload(Vacancy.facility))
    return session.scalars(query.order_by(Vacancy.published_at.desc(), Vacancy.id.desc()).limit(limit)).all()


def list_open_values(session: Session, column: InstrumentedAttribute[str], *, today: date) -> set[str]:
    """List the values that a column has among the open vacancies, to choose from."""
    return set(session.scalars(select(column).where(_open_on(today)).distinct()))


def list_open_languages(session: Session, *, today: date) -> set[str]:
    """List the languages that open vacancies need."""
    needed = select(RequiredLanguage.code).join(Vacancy, Vacancy.id == RequiredLanguage.vacancy_id)
    return set(session.scalars(needed.where(_open_on(today), RequiredLanguage.required).distinct()))


def find_public_vacancy(session: Session, vacancy_id: int) -> Vacancy | None:
    """Find a vacancy that is, or once was, published; its status says whether it still is."""
    return session.scalar(
        select(Vacancy)
        .where(Vacancy.id == vacancy_id, Vacancy.published_at.is_not(None))
        .options(
            joinedload(Vacancy.facility),
            joinedload(Vacancy.ministry),
            selectinload(Vacancy.languages),
            selectinload(Vacancy.skills),
        )
    )


def is_open(vacancy: Vacancy, today: date) -> bool:
    """Say whether a vacancy is open; the same question as to the database."""
    return vacancy.status == VacancyStatus.PUBLISHED and vacancy.latest_start >= today


def _open_on(today: date) -> ColumnElement[bool]:
    return and_(Vacancy.status == VacancyStatus.PUBLISHED, Vacancy.latest_start >= today)


def _filtered(wanted: VacancyFilter, today: date) -> Select[Vacancy]:
    query = select(Vacancy).join(Vacancy.facility).where(_open_on(today), *_typed(wanted.typed))
    if wanted.occupation:
        query = query.where(Vacancy.occupation == wanted.occupation)
    if wanted.country:
        query = query.where(Vacancy.country == wanted.country)
    if wanted.mode:
        query = query.where(Vacancy.mode == wanted.mode)
    if wanted.language:
        needs = and_(RequiredLanguage.code == wanted.language, RequiredLanguage.required)
        query = query.where(Vacancy.languages.any(needs))
    return query


def _typed(typed: TypedWords) -> Iterable[ColumnElement[bool]]:
    if typed.countries:
        yield Vacancy.country.in_(typed.countries)
    if typed.words:
        as_written = and_(*(_contains(word) for word in typed.words))
        yield or_(as_written, *(_is_named(code, typed.words_besides) for code in typed.occupations))


def _is_named(occupation: str, words_besides: Iterable[str]) -> ColumnElement[bool]:
    return and_(_is_kind_of(occupation), *(_contains(word) for word in words_besides))


def _is_kind_of(occupation: str) -> ColumnElement[bool]:
    return or_(Vacancy.occupation == occupation, Vacancy.occupation.startswith(f"{occupation}."))


def _contains(word: str) -> ColumnElement[bool]:
    """Look for a word in the title as it is written, and in the facility's name as facilities are found."""
    in_title = Vacancy.title.icontains(word, autoescape=True)
    if not (plain := facility_words(word)):
        return in_title
    return or_(in_title, and_(*(Facility.search_text.contains(each, autoescape=True) for each in plain)))
