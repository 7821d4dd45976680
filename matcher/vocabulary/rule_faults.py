"""What is wrong with the rules of who may fill what: codes that do not exist, rules that gainsay others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from matcher.vocabulary.catalogue import Rule
from matcher.vocabulary.fit import REASONS

_REFUSING = frozenset(
    {
        "needs_specialist_training",
        "lower_cadre",
        "doctor_required",
        "separate_profession",
        "different_specialty",
        "different_occupation",
    }
)
_FILLING = frozenset({"equivalent", "may_fill", "neighbour"})


def orphaned_rules(rules: Iterable[Rule], concepts: Mapping[str, object]) -> Iterator[str]:
    """Every rule joins two different codes that exist, once, for a known reason."""
    seen: set[tuple[str, str, frozenset[str]]] = set()
    for rule in rules:
        name = _name(rule)
        if rule.held not in concepts or rule.asked not in concepts or rule.held == rule.asked:
            yield f"{name} does not join two codes"
        if rule.fit.reason not in REASONS:
            yield f"{name} has an unknown reason: {rule.fit.reason}"
        if (key := (rule.held, rule.asked, rule.countries)) in seen:
            yield f"{name} stands twice"
        seen.add(key)


def contradictory_rules(rules: Iterable[Rule]) -> Iterator[str]:
    """No rule gainsays its own reason, another rule of the same country, or the rule of the way back."""
    by_pair: defaultdict[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in rules:
        yield from _against_its_reason(rule)
        for other in by_pair[rule.held, rule.asked]:
            if rule.countries & other.countries and rule.fit != other.fit:
                yield f"{_name(rule)} says {other.fit.state} and {rule.fit.state} for one country"
        for other in by_pair[rule.asked, rule.held]:
            if rule.countries == other.countries and _against_the_way_back(rule, other):
                yield f"{_name(rule)} says {rule.fit.state}, the way back {other.fit.state}"
        by_pair[rule.held, rule.asked].append(rule)


def _against_its_reason(rule: Rule) -> Iterator[str]:
    """Tell a rule that fills a post for a reason that refuses, or the other way round."""
    refuses = rule.fit.reason in _REFUSING
    known = rule.fit.reason in REASONS
    if known and ((rule.fit.state in _FILLING and refuses) or (rule.fit.state == "no" and not refuses)):
        yield f"{_name(rule)} says {rule.fit.state} because {rule.fit.reason}"


def _against_the_way_back(rule: Rule, other: Rule) -> bool:
    """Tell what holds both ways but is refused, or said again, on the way back."""
    states = {rule.fit.state, other.fit.state}
    return states in ({"equivalent", "no"}, {"neighbour", "no"}, {"neighbour"})


def _name(rule: Rule) -> str:
    return f"rule {rule.held} for {rule.asked}"
