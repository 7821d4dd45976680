"""Days one by one, once more."""

from datetime import date, timedelta

LAST = date(9999, 12, 31)


def first_day(post):
    text = post.get("earliest_start") or post.get("latest_start")
    return text and date.fromisoformat(text)


def starts(post):
    """Every day on which the post may start."""
    day = first_day(post)
    last = date.fromisoformat(post.get("latest_start") or post["earliest_start"])
    while day <= last:
        yield day
        day += timedelta(days=1)


def is_free(periods, day):
    return any(p["from"] and p["from"] <= day.isoformat() <= (p["to"] or LAST.isoformat()) for p in periods)


def days_of(post, start):
    return [start + timedelta(days=i) for i in range(7 * (post.get("duration_weeks") or 0) or 1)]


def possible_starts(person, post):
    periods = person.get("availability") or []
    return [day for day in starts(post) if all(is_free(periods, d) for d in days_of(post, day))]
