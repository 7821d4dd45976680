"""polars: a lazy query over one wide data frame, on as many cores as there are."""

from collections.abc import Iterator, Mapping

import polars as pl

from bench.ranking_peers.asked import Asked, AskedLevel
from bench.ranking_peers.crowd import CAN_TEACH, Crowd
from bench.ranking_peers.peer import Asking
from bench.ranking_peers.points import CREDENTIAL_SHARES, FLUENT, FULL_EXPERIENCE, MOST, NO_CREDENTIAL
from bench.ranking_peers.wide import LEVELS, Wide, skills_of

col = pl.col
SHOWN, WHOLE = col("shown"), col("shown") == 100


class Polars(Asking):
    """Filters first; the skills of those who are left are unfolded and joined with those asked for."""

    name = "polars"
    does = "structured part only, one lazy query; all cores"

    def take(self, crowd: Crowd) -> None:
        """Make the frame."""
        self._wide = Wide(crowd)
        held = pl.Series("held", list(skills_of(crowd.profiles)), pl.List(pl.Int32))
        frame = pl.DataFrame({**self._wide.columns, "held": held})
        self._people = frame.with_columns(col("years").cast(pl.Int64)).sort("occupation", "years")
        self._wide.columns = {}

    @property
    def size(self) -> int:
        """Bytes of the frame."""
        return int(self._people.estimated_size())

    def find(self, asked: Asked, limit: int) -> list[int]:
        """Ask the frame."""
        left = self._people.lazy().filter(*self._gates(asked)).with_columns(self._start(asked).alias("start"))
        left = left.filter(*self._stay(asked))
        if asked.specialties is not None:
            left = left.join(_near(asked.specialties, "specialty"), on="specialty")
        shown = left.join(_near(asked.occupations, "occupation"), on="occupation").join(
            _skills(left, asked), on="number", how="left"
        )
        missing = col("whole").fill_null(0) < asked.required
        ordered = shown.select(
            "number",
            missing.alias("missing"),
            col("halves").fill_null(0),
            self._points(asked).alias("points"),
        ).sort("missing", "halves", "points", "number", descending=[False, True, True, False])
        numbers: list[int] = ordered.head(limit).collect()["number"].to_list()
        return numbers

    def _gates(self, asked: Asked) -> Iterator[pl.Expr]:
        yield col("occupation").is_in(list(asked.occupations))
        yield (col("modes") & asked.mode) != 0
        yield col("years") >= asked.years
        if asked.weeks:
            yield col("max_weeks") >= asked.weeks
        if asked.licence:
            yield col("licensed_until") >= asked.first
        if asked.specialties is not None:
            yield col("specialty").is_in(list(asked.specialties))
        for language in asked.languages:
            if language.required:
                yield self._level(language) >= language.least
        for skill in asked.indispensable:
            levels = range(0 if skill.least == 1 else skill.least, LEVELS)
            yield pl.any_horizontal(col("held").list.contains(skill.code * LEVELS + i) for i in levels)

    def _start(self, asked: Asked) -> pl.Expr:
        """Give the first day on which somebody could start and stay; null if there is none."""
        starts = (
            (pl.max_horizontal(f"begins{i}", pl.lit(asked.first)), col(f"ends{i}"))
            for i in range(self._wide.stretches)
        )
        return pl.coalesce(
            pl.when((start <= asked.latest) & (start + asked.days - 1 <= ends)).then(start)
            for start, ends in starts
        )

    def _stay(self, asked: Asked) -> Iterator[pl.Expr]:
        yield col("start").is_not_null()
        if asked.temporary:
            lasts = col("reenter_until") >= col("start") + asked.days - 1
            yield (col("residence") == asked.country) | lasts

    def _level(self, asked: AskedLevel) -> pl.Expr:
        return col(f"level{asked.code}") if asked.code in self._wide.languages else pl.lit(-1)

    def _points(self, asked: Asked) -> pl.Expr:
        for_specialty = MOST["occupation"] // 2 if asked.specialties is not None else 0
        points = [
            MOST["required_skills"] * col("required").fill_null(0) // (100 * (asked.required or 1)),
            MOST["desirable_skills"] * col("desirable").fill_null(0) // (100 * (asked.desirable or 1)),
            (MOST["occupation"] - for_specialty) * col("near_occupation") // 100,
            MOST["experience"]
            * (FULL_EXPERIENCE**2 - (FULL_EXPERIENCE - col("years").clip(upper_bound=FULL_EXPERIENCE)).pow(2))
            // FULL_EXPERIENCE**2,
            MOST["origin"] * (col("origin") == asked.country),
            MOST["preference"]
            * pl.any_horizontal(col(f"wish{i}") == asked.country for i in range(self._wide.wishes)),
            self._credential(asked),
            self._availability(asked),
        ]
        if for_specialty:
            points.append(for_specialty * col("near_specialty") // 100)
        if asked.languages:
            shares = pl.sum_horizontal(self._language(language) for language in asked.languages)
            points.append(MOST["languages"] * shares // (100 * len(asked.languages)))
        if asked.teaching:
            points.append(_teaching())
        return pl.sum_horizontal(points)

    def _language(self, asked: AskedLevel) -> pl.Expr:
        level = self._level(asked)
        share = pl.lit(100)
        if asked.required:
            some = (50 * (level - asked.least)).clip(upper_bound=100)
            share = pl.when(level >= FLUENT).then(100).otherwise(some)
        return pl.when(level >= asked.least).then(share).otherwise(0)

    def _availability(self, asked: Asked) -> pl.Expr:
        free = pl.sum_horizontal(
            (
                pl.min_horizontal(f"ends{i}", pl.lit(asked.end))
                - pl.max_horizontal(f"begins{i}", pl.lit(asked.first))
                + 1
            ).clip(lower_bound=0)
            for i in range(self._wide.stretches)
        )
        return MOST["availability"] * free // (asked.end - asked.first + 1)

    def _credential(self, asked: Asked) -> pl.Expr:
        levels = (
            pl.when(col(f"checked_until{i}") < asked.first)
            .then(NO_CREDENTIAL)
            .when(col(f"checked_in{i}") == asked.country)
            .then(1)
            .otherwise(2)
            for i in range(self._wide.licences)
        )
        best = pl.min_horizontal("credential", *levels)
        return MOST["credential"] * best.replace_strict(CREDENTIAL_SHARES, default=0) // 100


def _near(fits: Mapping[int, int], column: str) -> pl.LazyFrame:
    """Make a small frame of who fits and how near they are."""
    schema = {column: pl.Int32, f"near_{column}": pl.Int64}
    return pl.LazyFrame([list(fits), list(fits.values())], schema, orient="col")


def _skills(left: pl.LazyFrame, asked: Asked) -> pl.LazyFrame:
    """Say of everybody with any skill that matters how much is shown."""
    schema = {"asked": pl.Int32, "held": pl.Int32, "near": pl.Int64, "least": pl.Int64}
    rows = [(row.asked, row.held, row.near, row.least) for row in asked.skills]
    wanted = pl.LazyFrame(rows, schema, orient="row")
    level = (col("held") % LEVELS).cast(pl.Int64).alias("level")
    held = left.select("number", "held").explode("held").with_columns(level, col("held") // LEVELS)
    share = (100 * col("level").clip(lower_bound=1) // col("least")).clip(upper_bound=100)
    each = (
        held.join(wanted, on="held")
        .group_by("number", "asked")
        .agg(
            pl.when(col("near") == 100).then(share).otherwise(col("near") // 2).max().alias("shown"),
            ((col("near") == 100) & (col("level") == CAN_TEACH)).any().alias("teachable"),
        )
    )
    is_required = col("asked") < asked.required
    return each.group_by("number").agg(
        (is_required & WHOLE).sum().cast(pl.Int64).alias("whole"),
        (is_required.cast(pl.Int64) * (WHOLE.cast(pl.Int64) + (SHOWN > 0))).sum().alias("halves"),
        (is_required * SHOWN).sum().alias("required"),
        ((~is_required) * SHOWN).sum().alias("desirable"),
        col("teachable").any(),
    )


def _teaching() -> pl.Expr:
    """Give the points for being able to teach."""
    best = (col("teaches") == 1) | col("teachable").fill_null(value=False)
    some = (col("held").list.eval(pl.element() % LEVELS == CAN_TEACH)).list.any()
    return pl.when(best).then(MOST["teaching"]).when(some).then(MOST["teaching"] // 2).otherwise(0)
