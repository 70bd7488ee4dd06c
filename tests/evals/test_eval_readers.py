"""The scorer's own readers: figures, dates, hedges, negations, quotations, clauses, names, groups."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evals.readers.clauses import clauses, sentences
from pipeline.evals.readers.dates import dates
from pipeline.evals.readers.figures import figures
from pipeline.evals.readers.hedges import hedges, negated, negations
from pipeline.evals.readers.names import names
from pipeline.evals.readers.quotations import quotations
from pipeline.evals.readers.words import has_group, missing_groups, stem, token_f1
from pipeline.evals.seeds import find_all, find_whole, fold


@pytest.mark.parametrize(
    ("text", "value", "bound", "unit"),
    [
        ("as many as 410 goats", 410, "up_to", "goats"),
        ("no fewer than 1,250 goats", 1250, "at_least", "goats"),
        ("more than 3.5 million marks", 3.5e6, "more_than", "marks"),
        ("some 40 goats", 40, "about", "goats"),
        ("almost 40 goats", 40, "nearly", "goats"),
        ("seventy-two goats", 72, "exact", "goats"),
        ("two hundred and six goats", 206, "exact", "goats"),
        ("12%", 12, "exact", "percent"),
        ("up 7 per cent", 7, "exact", "percent"),
        ("by two percentage points", 2, "exact", "points"),
        ("$15 billion", 15e9, "exact", "dollars"),
        ("90 goats or more", 90, "at_least", "goats"),
        ("under 8 metres", 8, "fewer_than", "metres"),
        ("two-thirds of the herd", 2 / 3, "exact", "of"),
        ("a dozen goats", 12, "exact", "goats"),
        ("over 21 nights", 21, "exact", "nights"),
    ],
)
def test_a_figure_has_value_bound_and_unit(text: str, value: float, bound: str, unit: str) -> None:
    """Numbers in digits and in words are read with the words that bound them."""
    (seen,) = figures(text)

    assert seen.value == pytest.approx(value)
    assert (seen.bound, seen.unit) == (bound, unit)


@pytest.mark.parametrize("text", ["in 1987", "on May 9", "the 61st goat", "the third goat", "since March 2019"])
def test_years_days_and_ranks_are_no_figures(text: str) -> None:
    """What dates and orders is not counted."""
    assert figures(text) == ()


def test_a_range_shares_its_scale_and_unit() -> None:
    """In "3 to 4 million marks" both numbers are millions of marks."""
    low, high = figures("between 3 and 4 million marks")

    assert (low.value, low.unit, high.value, high.unit) == (3e6, "marks", 4e6, "marks")


@given(st.text(alphabet="ab 1,.-%$“”\n'3", max_size=60))
def test_figures_cut_back_to_their_text(text: str) -> None:
    """For any text, every figure stands where it says it stands."""
    for seen in figures(text):
        assert text[seen.start : seen.end] == seen.text


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("on Tuesday", True),
        ("on Wednesday", False),
        ("on March 11", True),
        ("on 11 March 2025", True),
        ("on March 12", False),
        ("on 2025-03-11", True),
        ("in March 2025", True),
        ("in 2024", False),
        ("on Tuesday, March 11", True),
        ("on Monday, March 11", False),
    ],
)
def test_a_date_agrees_with_the_day_it_can_mean(text: str, agrees: bool) -> None:
    """March 11, 2025, was a Tuesday; every printed part has to fit."""
    (seen,) = dates(text)

    assert seen.agrees(date(2025, 3, 11), date(2025, 3, 11)) is agrees


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam may burst.", {"possible"}),
        ("The dam will probably burst.", {"probable"}),
        ("It is unclear whether it held.", {"uncommitted"}),
        ("If it rains, it bursts.", {"condition"}),
        ("The dam burst.", set()),
    ],
)
def test_hedges_are_read_by_class(text: str, found: set[str]) -> None:
    """Each hedge belongs to a class of certainty."""
    assert hedges(text) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She denied it.", True),
        ("He hadn’t paid.", True),
        ("No more than six came.", False),
        ("It is not yet clear who came.", False),
        ("She would not rule out a fourth.", False),
        ("All came.", False),
    ],
)
def test_negations_are_told_from_their_lookalikes(text: str, expected: bool) -> None:
    """What only looks like a negation ("no more than", "not rule out") negates nothing."""
    assert negated(text) is expected


def test_a_negation_is_known_by_the_word_behind_it() -> None:
    """A negation is compared with its next word, so that another one is not taken for it."""
    assert negations("They did not pay, and nobody asked.") == ("not pay", "nobody asked")


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “so be it,” and left.", ["so be it,"]),
        ('He said "so be it," and left.', ["so be it,"]),
        ("“One.\n\n“Two,” she said.", ["One.", "Two,"]),
        ("No quotation here.", []),
    ],
)
def test_quotations_are_found_curly_straight_and_over_paragraphs(text: str, inner: list[str]) -> None:
    """What stands between double marks is found whatever the marks look like."""
    assert [q.text for q in quotations(text)] == inner


def test_a_clause_without_subject_gets_it_back() -> None:
    """After " and " with a verb the subject is carried over; after "; " a clause has its own."""
    found = [clause.text for clause in clauses("Ana Ruiz closed the mine and denied the leak; the union laughed.")]

    assert found == ["Ana Ruiz closed the mine", "Ana Ruiz denied the leak", "the union laughed."]


def test_titles_and_initials_end_no_sentence() -> None:
    """A full stop after "Dr." or an initial is none."""
    assert len(sentences("Dr. A. Moor came. Nobody saw him.")) == 2


def test_a_lone_capital_at_the_head_of_a_sentence_is_no_name() -> None:
    """Names are runs of capitals; the first word of a sentence does not count alone."""
    assert names("Goats died. Ana Ruiz of Port Selm wept on Monday.") == ("Ana Ruiz of Port Selm",)


@pytest.mark.parametrize(
    ("group", "text", "found"),
    [
        ("goat|sheep", "The goats died.", True),
        ("drown*", "A man drowned.", True),
        ("fish market", "the fish markets", True),
        ("/fell by \\d+/", "It fell by 30 points.", True),
        ("cat", "The category.", False),
    ],
)
def test_a_group_is_found_by_stem_and_as_whole_words(group: str, text: str, found: bool) -> None:
    """Plural and tense do not matter, parts of words do not count."""
    assert has_group(text, group) is found
    assert missing_groups(text, [group]) == (() if found else (group,))


@pytest.mark.parametrize(("one", "other"), [("drowned", "drowning"), ("cities", "city"), ("filled", "fills")])
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    """The light stem joins plural, -ed and -ing."""
    assert stem(one) == stem(other)


def test_token_f1_is_one_for_the_same_words_and_zero_for_none() -> None:
    """An empty side shares nothing."""
    assert token_f1(["a", "b"], ["b", "a"]) == 1
    assert token_f1([], ["a"]) == 0


@given(st.text(alphabet="ab “”’'*\n \u00a0-—1", max_size=50))
def test_folding_keeps_the_way_back(text: str) -> None:
    """Every folded character knows the place it came from, in order."""
    folded = fold(text)

    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(set(folded.starts))


def test_a_string_is_found_whatever_its_quotes_and_spaces_look_like() -> None:
    """Verbatim means words, not the shape of marks; a number inside another is not found whole."""
    text = "She said “so\nbe it” in 2012."

    assert [text[a:b] for a, b in find_all(text, 'said "so be it"')] == ["said “so\nbe it”"]
    assert find_whole(text, "12") == ()
