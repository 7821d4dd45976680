"""Ranked lists: who stood in them, why, and what the engine had read."""

from web.models.candidate_version import CandidateVersion
from web.models.inventory import rules
from web.models.inventory.entries import (
    Line,
    TableEntry,
    number,
    of_ministries,
    of_nobody,
    of_professionals,
    of_staff,
)
from web.models.inventory.kinds import Kind
from web.models.professional import PoolRevision
from web.models.ranking import Match, Ranking, RankingView

_PERSON = (of_professionals(rules.SELECTION),)

RANKING = TableEntry(
    Ranking,
    "Ranked list",
    (of_ministries(rules.SELECTION),),
    (
        number(Ranking.id),
        Line(Ranking.vacancy_id, Kind.IDENTIFIER, "which vacancy it is for"),
        Line(Ranking.vacancy_version, Kind.TECHNICAL, "which state of the vacancy it rests on"),
        Line(Ranking.pool_revision, Kind.TECHNICAL, "which state of the roster it rests on"),
        Line(Ranking.engine, Kind.TECHNICAL, "which release of the engine made it"),
        Line(Ranking.vocabulary, Kind.TECHNICAL, "which release of the vocabulary it was made with"),
        Line(Ranking.weights, Kind.TECHNICAL, "which weights it was made with"),
        Line(Ranking.digest, Kind.TECHNICAL, "a seal over order and points, to find later changes"),
        Line(
            Ranking.position,
            Kind.RECORD,
            "what the vacancy asked for at that moment",
            may_hold="the ministry's description of the post, with whatever names stand in it",
        ),
        Line(Ranking.counts, Kind.DECISION, "how many people were possible, to confirm and not possible"),
        Line(Ranking.listed, Kind.DECISION, "how many people were listed"),
        Line(Ranking.erased, Kind.DECISION, "how many of them were erased since"),
        Line(Ranking.created_at, Kind.ACT, "when it was made"),
    ),
)

MATCH = TableEntry(
    Match,
    "Place in a list",
    _PERSON,
    (
        number(Match.id),
        Line(Match.ranking_id, Kind.IDENTIFIER, "which list it stands in", (of_ministries(rules.SELECTION),)),
        Line(Match.professional_id, Kind.IDENTIFIER, "who stands there"),
        Line(Match.candidate_version_id, Kind.IDENTIFIER, "what the engine had read of the person"),
        Line(Match.place, Kind.DECISION, "which place"),
        Line(Match.pseudonym, Kind.IDENTIFIER, "what the ministry calls the person in this vacancy"),
        Line(Match.section, Kind.DECISION, "possible, or possible once something is confirmed"),
        Line(Match.low, Kind.DECISION, "points that are sure"),
        Line(Match.high, Kind.DECISION, "points if all that is open turns out well"),
        Line(
            Match.body,
            Kind.RECORD,
            "the reasons: each must-have and each criterion, what was asked and what the person has",
            may_hold="skills in the person's own words, countries, licences, dates, right to return, wishes",
        ),
    ),
)

CANDIDATE_VERSION = TableEntry(
    CandidateVersion,
    "What the engine read",
    _PERSON,
    (
        number(CandidateVersion.id),
        Line(CandidateVersion.professional_id, Kind.IDENTIFIER, "of whom it was read"),
        Line(CandidateVersion.digest, Kind.TECHNICAL, "a seal over it, so that the same state is kept once"),
        Line(
            CandidateVersion.body,
            Kind.RECORD,
            "what a list was computed from, to compute it again",
            may_hold="summary and skills in the person's own words; occupations, languages, licences without "
            "number, free dates, countries, right to return, wishes, years",
        ),
    ),
)

RANKING_VIEW = TableEntry(
    RankingView,
    "Who saw a list",
    (of_staff(rules.SELECTION),),
    (
        number(RankingView.id),
        Line(RankingView.ranking_id, Kind.IDENTIFIER, "which list"),
        Line(RankingView.user_id, Kind.ACT, "who was shown it"),
        Line(RankingView.at, Kind.ACT, "when first"),
    ),
)

POOL_REVISION = TableEntry(
    PoolRevision,
    "Changes to the roster",
    (of_nobody(rules.SERVICE),),
    (
        Line(PoolRevision.id, Kind.TECHNICAL, "always 1: there is one row"),
        Line(
            PoolRevision.revision,
            Kind.TECHNICAL,
            "how many changes there were, to know when a list is out of date",
        ),
    ),
)

TABLES = (RANKING, MATCH, CANDIDATE_VERSION, RANKING_VIEW, POOL_REVISION)
