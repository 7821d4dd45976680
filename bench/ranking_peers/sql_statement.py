"""One SQL statement that finds and orders people, in the words of each database.

Its text depends on what kinds of things a position asks for, never on their values, so that a database
prepares few of them and keeps them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.ranking_peers.asked import Asked
from bench.ranking_peers.points import CREDENTIAL_SHARES, FLUENT, FULL_EXPERIENCE, MOST, NO_CREDENTIAL

FITS = ("code", "near")
SKILLS = ("asked", "held", "near", "least")


@dataclass(frozen=True)
class Dialect:
    """How a database writes a parameter, the lesser of two, whole division, and rows given as lists."""

    mark: str = "${}"
    least: str = "least"
    greatest: str = "greatest"
    divide: str = "//"

    def rows(self, name: str, columns: Sequence[str]) -> str:
        """Write rows given as one list for each column."""
        return ", ".join(f"unnest({self(f'{name}_{column}')}) AS {column}" for column in columns)

    def bind(self, name: str, columns: Sequence[str], rows: Sequence[Sequence[int]]) -> Mapping[str, Any]:
        """Give the parameters of such rows."""
        return {f"{name}_{column}": [row[i] for row in rows] for i, column in enumerate(columns)}

    def levels(self, asked: Asked) -> Iterator[str]:
        """Write the gates of languages and indispensable skills."""
        for i, language in enumerate(asked.languages):
            if language.required:
                yield self._has("spoken", f"language{i}")
        for i, _ in enumerate(asked.indispensable):
            yield self._has("held", f"skill{i}")

    def __call__(self, name: str) -> str:
        return self.mark.format(name)

    def _has(self, table: str, name: str) -> str:
        least = f"{self.greatest}(x.level, 1)" if table == "held" else "x.level"
        return (
            f"EXISTS (SELECT 1 FROM {table} x WHERE x.person = p.number"
            f" AND x.code = {self(name)} AND {least} >= {self(f'{name}_least')})"
        )


def statement(asked: Asked, sql: Dialect) -> str:
    """Write the whole statement.

    Everybody's points and the skills they show are stacked and added up: a database that expects few people
    would join them one by one. CROSS JOIN tells SQLite, which would read all skills, to start from the
    eligible; others read it as JOIN.
    """
    required = sql("required")
    share = (
        f"CASE WHEN a.near = 100 THEN {sql.least}(100, 100 * {sql.greatest}(h.level, 1) {sql.divide} a.least)"
        f" ELSE a.near {sql.divide} 2 END"
    )
    return f"""
    WITH fits AS MATERIALIZED (SELECT {sql.rows("occupations", FITS)}),
    special AS MATERIALIZED (SELECT {sql.rows("specialties", FITS)}),
    asked AS MATERIALIZED (SELECT {sql.rows("skills", SKILLS)}),
    eligible AS MATERIALIZED (
        SELECT p.*, {_nearness(asked)} FROM {_field(asked)} WHERE {" AND ".join(_gates(asked, sql))}
    ),
    share AS (
        SELECT number, asked, max(points) AS points, max(shown) AS shown, max(teachable) AS teachable
        FROM (
            SELECT e.number, -1 AS asked, {" + ".join(_points(asked, sql))} AS points, 0 AS shown,
                {_teaching(asked)} AS teachable
            FROM eligible e
            UNION ALL
            SELECT e.number, a.asked, 0, {share},
                {_either("a.near = 100 AND h.level = 4", MOST["teaching"] if asked.teaching else 0)}
            FROM eligible e CROSS JOIN held h JOIN asked a ON a.held = h.code
            WHERE h.person = e.number
        ) AS parts
        GROUP BY number, asked
    )
    SELECT number FROM share GROUP BY number
    ORDER BY CASE WHEN sum({_if_required("shown = 100", "1", required)}) < {required} THEN 1 ELSE 0 END,
        sum({_if_required("shown = 100", "1", required)} + {_if_required("shown > 0", "1", required)}) DESC,
        max(points) + max(teachable)
        + {MOST["required_skills"]} * sum({_if_required("1 = 1", "shown", required)})
            {sql.divide} {100 * (asked.required or 1)}
        + {MOST["desirable_skills"]} * sum(CASE WHEN asked < {required} THEN 0 ELSE shown END)
            {sql.divide} {100 * (asked.desirable or 1)} DESC, number
    LIMIT {sql("limit")}
    """


def parameters(asked: Asked, sql: Dialect, limit: int) -> dict[str, Any]:
    """Give the values of everything that the statement of a position names."""
    values: dict[str, Any] = {
        **sql.bind("occupations", FITS, list(asked.occupations.items())),
        **sql.bind("specialties", FITS, list((asked.specialties or {}).items())),
        **sql.bind("skills", SKILLS, [(row.asked, row.held, row.near, row.least) for row in asked.skills]),
        "country": asked.country,
        "mode": asked.mode,
        "first": asked.first,
        "latest": asked.latest,
        "days": asked.days,
        "weeks": asked.weeks,
        "years": asked.years,
        "end": asked.end,
        "required": asked.required,
        "limit": limit,
    }
    for name, levels in (("language", asked.languages), ("skill", asked.indispensable)):
        for i, level in enumerate(levels):
            values |= {f"{name}{i}": level.code, f"{name}{i}_least": level.least}
    return values


def _field(asked: Asked) -> str:
    special = " JOIN special ON special.code = p.specialty" if asked.specialties is not None else ""
    return f"fits JOIN person p ON p.occupation = fits.code{special}"


def _nearness(asked: Asked) -> str:
    special = ", special.near AS special_near" if asked.specialties is not None else ""
    return f"fits.near AS near{special}"


def _gates(asked: Asked, sql: Dialect) -> Iterator[str]:
    begins = f"{sql.greatest}(f.begins, {sql('first')})"
    stay = (
        f"FROM free f WHERE f.person = p.number AND {begins} <= {sql('latest')}"
        f" AND {begins} + {sql('days')} - 1 <= f.ends"
    )
    yield f"p.modes & {sql('mode')} <> 0"
    yield f"p.years >= {sql('years')}"
    if asked.weeks:
        yield f"p.max_weeks >= {sql('weeks')}"
    if asked.licence:
        yield f"p.licensed_until >= {sql('first')}"
    yield from sql.levels(asked)
    yield f"EXISTS (SELECT 1 {stay})"
    if asked.temporary:
        yield (
            f"(p.residence = {sql('country')}"
            f" OR p.reenter_until >= (SELECT min({begins}) {stay}) + {sql('days')} - 1)"
        )


def _points(asked: Asked, sql: Dialect) -> Iterator[str]:
    for_specialty = MOST["occupation"] // 2 if asked.specialties is not None else 0
    yield f"{MOST['occupation'] - for_specialty} * e.near {sql.divide} 100"
    if for_specialty:
        yield f"{for_specialty} * e.special_near {sql.divide} 100"
    most, square = FULL_EXPERIENCE, FULL_EXPERIENCE**2
    missing = f"({most} - {sql.least}(e.years, {most}))"
    yield f"{MOST['experience']} * ({square} - {missing} * {missing}) {sql.divide} {square}"
    languages = " + ".join(_language(asked, i, sql) for i in range(len(asked.languages)))
    yield f"{MOST['languages']} * ({languages or 0}) {sql.divide} {100 * (len(asked.languages) or 1)}"
    ends = f"{sql.least}(f.ends, {sql('end')})"
    overlap = f"{sql.greatest}(0, {ends} - {sql.greatest}(f.begins, {sql('first')}) + 1)"
    yield (
        f"{MOST['availability']} * (SELECT sum({overlap}) FROM free f WHERE f.person = e.number)"
        f" {sql.divide} ({sql('end')} - {sql('first')} + 1)"
    )
    yield _either(f"e.origin = {sql('country')}", MOST["origin"])
    wishes = f"SELECT 1 FROM wish w WHERE w.person = e.number AND w.country = {sql('country')}"
    yield _either(f"EXISTS ({wishes})", MOST["preference"])
    yield _credential(sql)


def _teaching(asked: Asked) -> str:
    """Give the points for being able to teach anything."""
    if not asked.teaching:
        return "0"
    some = "EXISTS (SELECT 1 FROM held h WHERE h.person = e.number AND h.level = 4)"
    most = MOST["teaching"]
    return f"CASE WHEN e.teaches = 1 THEN {most} WHEN {some} THEN {most // 2} ELSE 0 END"


def _if_required(condition: str, value: str, required: str) -> str:
    """Count something of the required skills alone."""
    return f"CASE WHEN asked < {required} AND {condition} THEN {value} ELSE 0 END"


def _language(asked: Asked, i: int, sql: Dialect) -> str:
    least = sql(f"language{i}_least")
    share = "100"
    if asked.languages[i].required:
        share = f"CASE WHEN x.level >= {FLUENT} THEN 100 ELSE {sql.least}(100, 50 * (x.level - {least})) END"
    return (
        f"coalesce((SELECT {share} FROM spoken x WHERE x.person = e.number"
        f" AND x.code = {sql(f'language{i}')} AND x.level >= {least}), 0)"
    )


def _credential(sql: Dialect) -> str:
    checked = (
        f"SELECT min(CASE WHEN v.country = {sql('country')} THEN 1 ELSE 2 END) FROM verified v"
        f" WHERE v.person = e.number AND v.until >= {sql('first')}"
    )
    best = f"{sql.least}(e.credential, coalesce(({checked}), {NO_CREDENTIAL}))"
    shares = " ".join(f"WHEN {level} THEN {share}" for level, share in CREDENTIAL_SHARES.items())
    return f"{MOST['credential']} * CASE {best} {shares} ELSE 0 END {sql.divide} 100"


def _either(condition: str, points: int) -> str:
    return f"CASE WHEN {condition} THEN {points} ELSE 0 END"
