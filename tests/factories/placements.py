"""Cases: one professional in one post, and the ranking they came from."""

from datetime import date

import factory

from tests.factories.base import ModelFactory
from tests.factories.people import CoordinatorFactory
from tests.factories.professionals import ActiveProfessionalFactory, ConsentFactory
from tests.factories.vacancies import PublishedVacancyFactory
from tests.support.days import NEXT_YEAR
from web.models.base import now
from web.models.candidate_version import CandidateVersion
from web.models.placement import (
    HOLDS_POST,
    Answer,
    Origin,
    Placement,
    PlacementEvent,
    PlacementStatus,
)
from web.models.professional import ConsentPurpose
from web.models.ranking import Match, Ranking, RankingView
from web.services.canonical import digest_of


class RankingFactory(ModelFactory):
    """A stored ranking of nobody; add people with MatchFactory."""

    class Meta:
        model = Ranking

    vacancy = factory.SubFactory(PublishedVacancyFactory)
    vacancy_version = factory.SelfAttribute("vacancy.version")
    pool_revision = 1
    engine = "1.0"
    vocabulary = "1.0"
    weights = "1.0"
    digest = "0" * 64
    position = factory.LazyAttribute(lambda made: {"id": made.vacancy.id, "title": made.vacancy.title})
    counts = factory.LazyFunction(lambda: {"eligible": 0, "to_confirm": 0, "ineligible": 0})
    listed = 0


class CandidateVersionFactory(ModelFactory):
    """One state of somebody; a match made with it needs the same professional."""

    class Meta:
        model = CandidateVersion
        exclude = ("professional",)

    professional = factory.SubFactory(ActiveProfessionalFactory)
    professional_id = factory.SelfAttribute("professional.id")
    body = factory.LazyFunction(lambda: {"max_weeks": 12})
    digest = factory.LazyAttribute(lambda made: digest_of(made.body))


class MatchFactory(ModelFactory):
    class Meta:
        model = Match
        exclude = ("ranking", "professional")

    ranking = factory.SubFactory(RankingFactory)
    ranking_id = factory.SelfAttribute("ranking.id")
    professional = factory.SubFactory(ActiveProfessionalFactory)
    professional_id = factory.SelfAttribute("professional.id")
    place = factory.Sequence(lambda n: n + 1)
    pseudonym = factory.Sequence(lambda n: f"C-{n + 1:05d}")
    section = "eligible"
    low = 7_500
    high = 8_000
    body = factory.LazyAttribute(
        lambda made: {
            "candidate": made.pseudonym,
            "verdict": "eligible",
            "score": [made.low / 100, made.high / 100],
            "must_have_skills": {"shown": 1, "partly": 0, "to_ask": 0, "asked": 1},
            "gates": [],
            "criteria": [],
        }
    )


class RankingViewFactory(ModelFactory):
    class Meta:
        model = RankingView
        exclude = ("ranking", "user")

    ranking = factory.SubFactory(RankingFactory)
    ranking_id = factory.SelfAttribute("ranking.id")
    user = factory.SubFactory(CoordinatorFactory)
    user_id = factory.SelfAttribute("user.id")


class PlacementFactory(ModelFactory):
    """A proposal nobody has answered; `status` alone gives the answers that must have come before it."""

    class Meta:
        model = Placement

    vacancy = factory.SubFactory(PublishedVacancyFactory)
    professional = factory.SubFactory(ActiveProfessionalFactory)
    pseudonym = factory.Sequence(lambda n: f"C-{n + 1:05d}")
    origin = Origin.COORDINATOR
    starts_on = date(NEXT_YEAR, 4, 1)
    ends_on = date(NEXT_YEAR, 9, 30)
    proposed_by = factory.SubFactory(
        CoordinatorFactory,
        countries=factory.LazyAttribute(lambda made: (made.factory_parent.vacancy.country,)),
    )
    status = PlacementStatus.PROPOSED
    holds_post = factory.LazyAttribute(lambda made: made.status in HOLDS_POST)
    professional_answer = factory.LazyAttribute(lambda made: _answer(made.status))
    professional_answered_at = factory.LazyAttribute(lambda made: now() if made.professional_answer else None)
    ministry_answer = factory.LazyAttribute(lambda made: _answer(made.status))
    ministry_answered_at = factory.LazyAttribute(lambda made: now() if made.ministry_answer else None)

    @factory.post_generation
    def consent(made, create, extracted, **kwargs):  # noqa: N805
        """Note the consent that a professional's yes brings."""
        if made.professional_answer == Answer.ACCEPTED:
            disclose(made)

    @factory.post_generation
    def taken_post(made, create, extracted, **kwargs):  # noqa: N805
        """Count the post a case holds, as the approval would have."""
        if made.holds_post:
            made.vacancy.filled += 1


def disclose(placement: Placement) -> None:
    """Note that the ministry of a case may know who the person is."""
    ConsentFactory(
        professional=placement.professional,
        purpose=ConsentPurpose.DISCLOSURE,
        ministry_id=placement.vacancy.ministry_id,
        vacancy_id=placement.vacancy_id,
    )


def _answer(status: PlacementStatus) -> Answer | None:
    agreed = status in HOLDS_POST or status == PlacementStatus.AGREED
    return Answer.ACCEPTED if agreed else None


class PlacementEventFactory(ModelFactory):
    class Meta:
        model = PlacementEvent
        exclude = ("placement",)

    placement = factory.SubFactory(PlacementFactory)
    placement_id = factory.SelfAttribute("placement.id")
    from_status = None
    to_status = PlacementStatus.PROPOSED
    step = "propose"
    actor = factory.SelfAttribute("placement.proposed_by")
