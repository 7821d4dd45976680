"""What anybody would try first is refused, what people think up themselves is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.accounts import LONGEST_PASSWORD, SHORTEST_PASSWORD
from web.forms.easy_passwords import is_easy


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "Password12345678",
        "P@ssw0rd!P@ssw0rd!",
        "motdepassemotdepasse",
        "MotDePasse2026!!",
        "QwertyUiopAsdfgh",
        "azertyuiop123456",
        "poiuytreza987654",
        "aaaaaaaaaaaaaaa",
        "abcabcabcabcabcabc",
        "sankofasankofa2026",
        "admin.admin.admin",
        "111111111111111111111",
        "iloveyouiloveyou",
        "Infirmière-Hôpital-1",
        "   password   password   ",
    ],
)
def test_what_is_tried_first_is_easy(password):
    assert is_easy(password)


@pytest.mark.parametrize(
    "password",
    [
        "four words nobody guesses",
        "a long and quiet afternoon",
        "déjà vu à Donka, 1998",
        "sankofa-demo-2027",
        "correct horse battery staple",
        "my nurse has 3 brown goats",
        "rZ8#kfLq02vTnXw",
        "le marché de Bè le samedi",
    ],
)
def test_what_somebody_thought_up_is_not(password):
    assert not is_easy(password)


@given(st.text(min_size=SHORTEST_PASSWORD, max_size=LONGEST_PASSWORD))
def test_every_text_gets_an_answer(password):
    assert is_easy(password) in {True, False}


def test_the_longest_take_no_time():
    """Every end of every repeat is tried: the worst texts are as quick as others."""
    for letters in ("ab", "aaaaaaab", "abcdefgh", "01", "\ufdfa", "\ufdfa\u0390"):
        assert is_easy((letters * LONGEST_PASSWORD)[:LONGEST_PASSWORD]) in {True, False}
