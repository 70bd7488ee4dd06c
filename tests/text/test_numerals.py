"""Numbers in digits and in words."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.numerals import Numeral, Unreadable, numerals


def read(text: str) -> list[Numeral]:
    """The numbers of a text, unreadable runs left out."""
    return [found for found in numerals(text, 0, len(text)) if isinstance(found, Numeral)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("1,204", 1204),
        ("12\u202f500", 12500),
        ("3\u00a0000\u00a0000", 3e6),
        ("4.25", 4.25),
        (".5", 0.5),
        ("2.5 million", 2.5e6),
        ("31-billion", 31e9),
        ("1.4bn", 1.4e9),
        ("60k", 6e4),
        ("2½", 2.5),
        ("1 3/4", 1.75),
        ("¾", 0.75),
        ("3 dozen", 36),
        ("eleven", 11),
        ("forty-two", 42),
        ("a hundred", 100),
        ("six hundred and twelve", 612),
        ("twenty-five hundred", 2500),
        ("three hundred thousand", 3e5),
        ("two million four hundred thousand", 2.4e6),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half a million", 5e5),
        ("a half-million", 5e5),
        ("a million and a half", 1.5e6),
        ("two and a half million", 2.5e6),
        ("a quarter of a million", 2.5e5),
        ("two-thirds", 2 / 3),
        ("one-fifth", 0.2),
        ("a couple of", 2),
        ("zero", 0),
    ],
)
def test_a_number_is_worth_what_it_says(text: str, value: float) -> None:
    """Digits with separators, scales, fractions and spelled-out numbers are read as one number."""
    found = read(text)

    assert [(n.start, n.end) for n in found] == [(0, len(text))]
    assert found[0].value == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["dozens", "several", "a few", "a handful", "hundreds of thousands", "tens of thousands", "several hundred"]
)
def test_a_vague_number_has_no_value(text: str) -> None:
    """Numbers that name none are found whole and worth nothing."""
    assert [(n.end, n.value) for n in read(text)] == [(len(text), None)]


@pytest.mark.parametrize("text", ["1,5", "3,00,12", "4.2.1", "10:30", "10/23/2031", "24/7", "9" * 16, "9" * 5000])
def test_malformed_digits_are_no_number(text: str) -> None:
    """A run of digits that is no well-formed number of at most fifteen digits is unreadable as a whole."""
    assert list(numerals(text, 0, len(text))) == [Unreadable(0, len(text))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("five six", [5, 6]),
        ("twenty twenty", [20, 20]),
        ("two and five", [2, 5]),
        ("a million a million", [1e6, 1e6]),
        ("hundred thousand", [1e5]),
    ],
)
def test_words_that_make_no_number_together_are_read_apart(text: str, values: list[float]) -> None:
    """A number ends where the next word cannot belong to it."""
    assert [n.value for n in read(text)] == values


@given(st.text(st.sampled_from("0123456789,. -/½aone million hundred")))
def test_numerals_are_in_order_and_finite(text: str) -> None:
    """Whatever digits and words come, numbers are ordered, apart and finite."""
    found = list(numerals(text, 0, len(text)))

    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(math.isfinite(n.value) for n in found if isinstance(n, Numeral) and n.value is not None)
