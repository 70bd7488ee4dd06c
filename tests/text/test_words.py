"""Truths about words, stems and content."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry left.", ["The", "ferry", "left"]),
        ("U.S.-led crews isn’t O’Brien’s", ["U.S.-led", "crews", "isn’t", "O’Brien’s"]),
        ("12,400 tons, 3.5 metres", ["12,400", "tons", "3.5", "metres"]),
        ("Jo\u0301zsef arrived", ["Jo\u0301zsef", "arrived"]),
    ],
)
def test_words_keep_their_joints_and_lose_punctuation(text: str, expected: list[str]) -> None:
    """Hyphens, apostrophes and decimal points join inside a word; other marks stay outside."""
    assert [word.text for word in words.tokens(text)] == expected


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_words_cut_back_to_their_own_text(text: str, start: int, end: int) -> None:
    """Every word is cut from its offsets, in order and inside the asked range."""
    found = words.tokens(text, start, end)

    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(start <= a.start < a.end <= b.start < b.end <= end for a, b in pairwise(found))


@pytest.mark.parametrize(
    "family",
    [
        ("deploy", "deploys", "deployed", "deploying"),
        ("carry", "carries", "carried", "carrying"),
        ("make", "makes", "making", "made"),
        ("plan", "plans", "planned", "planning"),
        ("church", "churches"),
        ("harbour", "harbours", "harbour’s"),
        ("woman", "women"),
    ],
)
def test_forms_of_one_word_share_a_stem(family: tuple[str, ...]) -> None:
    """Plural, past and -ing forms meet in one stem."""
    assert len({words.stem(word) for word in family}) == 1


@pytest.mark.parametrize(("one", "other"), [("need", "ned"), ("string", "str"), ("bus", "bu"), ("news", "new")])
def test_short_and_false_endings_stay(one: str, other: str) -> None:
    """An ending that is part of the word is not cut off."""
    assert words.stem(one) != words.stem(other)


def test_content_leaves_out_stopwords() -> None:
    """Content is what a sentence is about, hyphened words in their parts."""
    assert words.content("The rescue-boats were not waiting for us.") == ("rescu", "boat", "wait")


@given(st.text())
def test_any_text_has_content(text: str) -> None:
    """Any Unicode is read without an error, and stems are never empty."""
    assert all(words.content(text)) or words.content(text) == ()
