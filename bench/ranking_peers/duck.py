"""DuckDB, in memory: SQL over the columns of one wide table, on as many cores as there are."""

from collections.abc import Iterator, Mapping

import duckdb
import numpy as np

from bench.ranking_peers.asked import Asked, AskedLevel
from bench.ranking_peers.crowd import CAN_TEACH, Crowd
from bench.ranking_peers.peer import Asking
from bench.ranking_peers.points import CREDENTIAL_SHARES, FLUENT, FULL_EXPERIENCE, MOST, NO_CREDENTIAL
from bench.ranking_peers.sql_tables import COLUMNS, rows_of
from bench.ranking_peers.wide import LEVELS, Wide

_TABLE = """
CREATE TABLE person AS
SELECT wide.* EXCLUDE (years), wide.years::BIGINT AS years, coalesce(skills, []) AS held
FROM wide LEFT JOIN (SELECT person, list(held) AS skills FROM skill GROUP BY person) ON person = number
ORDER BY occupation, wide.years
"""
_STATEMENT = """
WITH asked AS ({skills}),
eligible AS MATERIALIZED (SELECT *, {start} AS start FROM person WHERE {gates}),
share AS (
    SELECT number, asked, max(CASE WHEN level = {can_teach} AND near = 100 THEN 1 ELSE 0 END) AS teachable,
        max(CASE WHEN near < 100 THEN near // 2
            ELSE least(100, 100 * greatest(level, 1) // least) END) AS shown
    FROM (SELECT number, skill // {levels} AS held, skill % {levels} AS level
          FROM (SELECT number, unnest(held) AS skill FROM eligible)) JOIN asked USING (held)
    GROUP BY number, asked
),
skills AS (
    SELECT number, max(teachable) AS teachable,
        count(*) FILTER (asked < {required} AND shown = 100) AS whole,
        count(*) FILTER (asked < {required} AND shown > 0) AS stated,
        coalesce(sum(shown) FILTER (asked < {required}), 0) AS required,
        coalesce(sum(shown) FILTER (asked >= {required}), 0) AS desirable
    FROM share GROUP BY number
)
SELECT number FROM eligible LEFT JOIN skills USING (number)
ORDER BY coalesce(whole, 0) < {required}, coalesce(whole + stated, 0) DESC, {points} DESC, number
LIMIT {limit}
"""


class DuckDb(Asking):
    """One scan for the gates, one join for the skills of those who are left.

    It plans a statement anew each time, which takes longer than to look at everybody: at 5,000 people nearly
    all of the time. So the numbers stand in the text, and what can be a column is no subquery.
    """

    name = "DuckDB"
    does = "structured part only, in one statement; all cores"

    def take(self, crowd: Crowd) -> None:
        """Fill the table from columns, people of one occupation together."""
        self._database = duckdb.connect(":memory:")
        self._wide = Wide(crowd)
        held = np.array(list(rows_of("held", crowd.profiles)), np.int32).reshape(-1, len(COLUMNS["held"])).T
        self._database.register("wide", self._wide.columns)
        self._database.register("skill", {"person": held[0].copy(), "held": held[1] * LEVELS + held[2]})
        self._database.execute(_TABLE)
        self._database.unregister("wide")
        self._database.unregister("skill")
        self._wide.columns = {}

    def find(self, asked: Asked, limit: int) -> list[int]:
        """Ask the database."""
        text = _STATEMENT.format(
            skills=_skills(asked),
            start=self._start(asked),
            gates=" AND ".join(self._gates(asked)),
            points=" + ".join(self._points(asked)),
            required=asked.required,
            limit=limit,
            levels=LEVELS,
            can_teach=CAN_TEACH,
        )
        return [number for (number,) in self._database.execute(text).fetchall()]

    def close(self) -> None:
        """Give back the memory."""
        self._database.close()

    def _start(self, asked: Asked) -> str:
        """Give the first day on which somebody could start and stay; null if there is none."""
        possible = (
            f"WHEN begins{i} <= {asked.latest}"
            f" AND greatest(begins{i}, {asked.first}) + {asked.days - 1} <= ends{i}"
            f" THEN greatest(begins{i}, {asked.first})"
            for i in range(self._wide.stretches)
        )
        return f"CASE {' '.join(possible)} END"

    def _gates(self, asked: Asked) -> Iterator[str]:
        yield f"occupation IN ({', '.join(map(str, asked.occupations))})"
        yield f"modes & {asked.mode} <> 0"
        yield f"years >= {asked.years}"
        if asked.weeks:
            yield f"max_weeks >= {asked.weeks}"
        if asked.licence:
            yield f"licensed_until >= {asked.first}"
        if asked.specialties is not None:
            yield f"specialty IN ({', '.join(map(str, asked.specialties))})"
        yield from (
            f"{self._level(language)} >= {language.least}"
            for language in asked.languages
            if language.required
        )
        for skill in asked.indispensable:
            levels = range(0 if skill.least == 1 else skill.least, LEVELS)
            yield f"list_has_any(held, {[skill.code * LEVELS + i for i in levels]})"
        yield "start IS NOT NULL"
        if asked.temporary:
            yield f"(residence = {asked.country} OR reenter_until >= start + {asked.days - 1})"

    def _level(self, asked: AskedLevel) -> str:
        return f"level{asked.code}" if asked.code in self._wide.languages else "-1"

    def _points(self, asked: Asked) -> Iterator[str]:
        yield f"coalesce({MOST['required_skills']} * required // {100 * (asked.required or 1)}, 0)"
        yield f"coalesce({MOST['desirable_skills']} * desirable // {100 * (asked.desirable or 1)}, 0)"
        for_specialty = MOST["occupation"] // 2 if asked.specialties is not None else 0
        yield _nearness("occupation", asked.occupations, MOST["occupation"] - for_specialty)
        if asked.specialties is not None:
            yield _nearness("specialty", asked.specialties, for_specialty)
        most, square = FULL_EXPERIENCE, FULL_EXPERIENCE**2
        yield f"{MOST['experience']} * ({square} - ({most} - least(years, {most})) ** 2)::BIGINT // {square}"
        if asked.languages:
            shares = " + ".join(self._language(language) for language in asked.languages)
            yield f"{MOST['languages']} * ({shares}) // {100 * len(asked.languages)}"
        free = " + ".join(
            f"greatest(0, least(ends{i}, {asked.end}) - greatest(begins{i}, {asked.first}) + 1)"
            for i in range(self._wide.stretches)
        )
        yield f"{MOST['availability']} * ({free}) // {asked.end - asked.first + 1}"
        yield f"{MOST['origin']} * (origin = {asked.country})::INT"
        wishes = ", ".join(f"wish{i}" for i in range(self._wide.wishes))
        yield f"{MOST['preference']} * ({asked.country} IN ({wishes}))::INT"
        yield self._credential(asked)
        if asked.teaching:
            most = MOST["teaching"]
            some = f"len(list_filter(held, lambda skill: skill % {LEVELS} = {CAN_TEACH})) > 0"
            best = "teaches = 1 OR coalesce(teachable, 0) = 1"
            yield f"CASE WHEN {best} THEN {most} WHEN {some} THEN {most // 2} ELSE 0 END"

    def _language(self, asked: AskedLevel) -> str:
        level, share = self._level(asked), "100"
        if asked.required:
            share = (
                f"CASE WHEN {level} >= {FLUENT} THEN 100 ELSE least(100, 50 * ({level} - {asked.least})) END"
            )
        return f"CASE WHEN {level} < {asked.least} THEN 0 ELSE {share} END"

    def _credential(self, asked: Asked) -> str:
        levels = (
            f"CASE WHEN checked_until{i} < {asked.first} THEN {NO_CREDENTIAL}"
            f" WHEN checked_in{i} = {asked.country} THEN 1 ELSE 2 END"
            for i in range(self._wide.licences)
        )
        shares = " ".join(f"WHEN {level} THEN {share}" for level, share in CREDENTIAL_SHARES.items())
        best = f"least(credential, {', '.join(levels)})"
        return f"{MOST['credential']} * CASE {best} {shares} ELSE 0 END // 100"


def _skills(asked: Asked) -> str:
    rows = ", ".join(f"({row.asked}, {row.held}, {row.near}, {row.least})" for row in asked.skills)
    return f"SELECT * FROM (VALUES {rows or '(-1, -1, 0, 1)'}) AS given (asked, held, near, least)"


def _nearness(column: str, fits: Mapping[int, int], most: int) -> str:
    """Give the points for how near somebody's occupation or specialty is."""
    points = " ".join(f"WHEN {code} THEN {most * near // 100}" for code, near in fits.items())
    return f"CASE {column} {points} END"
