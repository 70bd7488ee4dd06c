"""Where quotes are found, how, and where they are not."""

import random
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.records import Match, Role, Sentence, Span
from pipeline.text.align import find, nearest

TEXT = (
    "“The wall broke [and] the water came. Nobody was warned,” Ms. Halloran said — two days later. "
    "She put the damage at £1,150 a home.\n\n"
    "The council denied it.\n\nThe water came again on Friday, she said. The council denied it."
)


def cut(text: str, quote: str, within: tuple[Span, ...] = ()) -> list[list[str]]:
    """The article's own characters for each occurrence."""
    return [[s.cut(text) for s in a.spans] for a in find(text, quote, within)]


def test_an_exact_quote_is_found_to_the_letter() -> None:
    """The span cuts back to the quote."""
    (found,) = find(TEXT, "two days later")

    assert (found.match, TEXT[found.start : found.end]) == (Match.EXACT, "two days later")


def test_every_occurrence_comes_in_order() -> None:
    """A quote that stands twice is found twice."""
    first, second = find(TEXT, "The council denied it.")

    assert first.start < second.start


def test_within_keeps_the_occurrence_of_the_cited_sentence() -> None:
    """Only occurrences that touch a cited span are answered."""
    last = TEXT.rindex("The council")

    (found,) = find(TEXT, "The council denied it.", (Span(start=last, end=len(TEXT)),))

    assert found.start == last


def test_a_folded_occurrence_in_the_cited_sentence_beats_an_exact_one_elsewhere() -> None:
    """The cited sentence decides, then the way of matching."""
    text = 'He said "no deal" twice. She said “no deal” once.'

    (found,) = find(text, '"no deal"', (Span(start=25, end=len(text)),))

    assert (found.match, text[found.start : found.end]) == (Match.FOLDED, "“no deal”")


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ('"The wall broke [and] the water came.', "“The wall broke [and] the water came."),
        ("The wall broke and the water came", "The wall broke [and] the water came"),
        ("The wall broke the water came", "The wall broke [and] the water came"),
        ("Ms. Halloran said - two days later", "Ms. Halloran said — two days later"),
        ("Ms. Halloran said--two days later", "Ms. Halloran said — two days later"),
        ('Nobody was warned", Ms. Halloran said', "Nobody was warned,” Ms. Halloran said"),
        ('"Nobody was warned."', "Nobody was warned,”"),
        ('"two days later"', "two days later."),
        ("two  days\u00a0later", "two days later"),
        ("two days later?", "two days later."),
    ],
)
def test_a_quote_with_other_typography_is_found_as_the_article_prints_it(quote: str, printed: str) -> None:
    """The evidence is always the article's own characters."""
    assert cut(TEXT, quote) == [[printed]]
    assert find(TEXT, quote)[0].match is Match.FOLDED


@pytest.mark.parametrize(
    "quote",
    [
        "the wall broke",
        "Nobody was warnd",
        "150 a home",
        "£1,15",
        "The council denied i",
        "two day",
        "Nobody is warned",
        "",
        "“”",
        "...",
    ],
)
def test_what_is_not_printed_is_not_found(quote: str) -> None:
    """Another case, a typing error, half a word, half a number and no word at all are no quotes."""
    assert find(TEXT, quote) == ()


@pytest.mark.parametrize("mark", ["…", "...", " . . . ", "[...]", "(…)"])
def test_a_quote_with_an_ellipsis_stands_in_several_spans(mark: str) -> None:
    """Each piece is a span of its own, in order."""
    pieces = cut(TEXT, f'"The wall broke {mark} Ms. Halloran said')

    assert pieces == [["The wall broke", "Ms. Halloran said"]] or pieces == []
    assert cut(TEXT, f"Nobody was warned {mark} two days later") == [["Nobody was warned", "two days later"]]


@pytest.mark.parametrize(
    "quote",
    [
        "Nobody was ... two days later",
        "two days later ... Nobody was warned",
        "Nobody was warned ... the water came again",
        "Nobody was warned ... again on Friday",
    ],
)
def test_an_ellipsis_does_not_join_scraps(quote: str) -> None:
    """Pieces under three words, out of order, or more than one paragraph apart make no quote."""
    assert find(TEXT, quote) == ()


def test_a_printed_ellipsis_is_one_span() -> None:
    """An ellipsis of the article itself is text like any other."""
    text = "“I waited … and nobody came,” he said."

    assert cut(text, "I waited... and nobody came") == [["I waited … and nobody came"]]


@given(st.text(max_size=80), st.text(min_size=1, max_size=80), st.text(max_size=80))
def test_any_substring_that_cuts_no_word_is_found_exactly(before: str, quote: str, after: str) -> None:
    """Whatever stands between spaces in a text is found there, to the letter."""
    assume(any(c.isalnum() for c in quote))
    text = f"{before} {quote} {after}"

    found = find(text, quote)

    assert found
    assert all(a.match is Match.EXACT and text[a.start : a.end] == quote.strip() for a in found)


@given(st.text(max_size=120), st.text(max_size=40))
def test_any_text_and_any_quote_give_spans_inside_the_text(text: str, quote: str) -> None:
    """No input raises, and every span lies inside the text."""
    for alignment in find(text, quote):
        assert 0 <= alignment.start < alignment.end <= len(text)
        assert alignment.spans == tuple(sorted(alignment.spans, key=lambda s: s.start))


@given(st.text(alphabet="ab3 .,'“”-—…[]\n\u00a0", max_size=80), st.text(alphabet="ab3 .,'\"-…[]", max_size=20))
def test_a_folded_occurrence_has_the_letters_of_its_quote(text: str, quote: str) -> None:
    """Whatever folds, the letters and digits of quote and evidence agree, insertions aside."""
    for alignment in find(text, quote):
        printed = "".join(s.cut(text) for s in alignment.spans)
        if "[" not in text + quote:
            assert re.sub(r"[^ab3]", "", printed) == re.sub(r"[^ab3]", "", quote)


def test_a_long_text_and_a_long_quote_are_no_trouble() -> None:
    """Two hundred words are found in five megabytes, folded, at their place."""
    words = " ".join(random.Random(7).choices(["harbour", "wall", "water", "mayor", "“flood”", "—"], k=200))
    text = f"{'The pier is “open” today. ' * 190_000}Here: {words}. {'No news. ' * 1000}"

    (found,) = find(text, words.replace("“", '"').replace("”", '"').replace("—", "--"))

    assert text[found.start :].startswith(words.strip(" —")[:20])


def test_the_nearest_sentence_is_a_hint_and_an_unrelated_one_is_not() -> None:
    """A quote with one wrong word has its sentence as a hint; an invention has none."""
    text = "The wall broke on Friday. The council met."
    sentences = (
        Sentence(start=0, end=25, index=0, paragraph=0, role=Role.BODY),
        Sentence(start=26, end=42, index=1, paragraph=0, role=Role.BODY),
    )

    assert nearest(text, "The wall fell on Friday", sentences) == "The wall broke on Friday."
    assert nearest(text, "zzz qqq", sentences) is None
