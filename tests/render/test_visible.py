"""Hidden characters made visible."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.render.visible import inline, shorten, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\rb", "a␍b"),
        ("a\r\nb\tc", "a\nb\tc"),
        ("\x7f\x00", "␡␀"),
        ("\x9b31m", "‹U+009B›31m"),
        ("\u202eexe.gpj", "‹U+202E›exe.gpj"),
        ("zero\u200bwidth", "zero‹U+200B›width"),
        ("\ud800", "‹U+D800›"),
        ("naïve – “quoted” ≥ 5 €", "naïve – “quoted” ≥ 5 €"),
        ("👩\u200d🚒 \u0646\u200c", "👩\u200d🚒 \u0646\u200c"),
    ],
)
def test_hidden_characters_are_drawn(text: str, expected: str) -> None:
    """What a terminal would obey is shown; ordinary writing of any script stays as it is."""
    assert visible(text) == expected


@given(st.text(alphabet=st.characters()))
def test_nothing_a_terminal_obeys_is_left(text: str) -> None:
    """No control character but line feed and tab gets through, and what comes out can always be encoded."""
    shown = visible(text)

    assert {char for char in shown if unicodedata.category(char) == "Cc"} <= {"\n", "\t"}
    assert visible(shown) == shown
    shown.encode()


@given(st.text())
def test_inline_is_one_line(text: str) -> None:
    """An inline text has no line break of any kind."""
    assert len(inline(text).splitlines()) <= 1


@given(st.text(), st.integers(1, 40))
def test_shortened_text_fits(text: str, width: int) -> None:
    """A shortened text is never longer than asked, and unchanged where it fits."""
    short = shorten(text, width)

    assert len(short) <= width
    assert short == text if len(text) <= width else short.endswith("…")


def test_text_is_cut_after_a_word() -> None:
    """A cut leaves whole words and no comma before the ellipsis."""
    assert shorten("three villages, and officials", 20) == "three villages, and…"
    assert shorten("three villages, and officials", 18) == "three villages…"
