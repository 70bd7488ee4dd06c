"""The guard check by check: what is a fault, what is none, and how bad it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reading import Fault, Reading
from pipeline.records import Article, Certainty, Severity, Span
from pipeline.text import align, guard
from pipeline.text.guard.countries import country
from pipeline.text.guard.polarity import negations
from pipeline.text.guard.quoted import quotations
from pipeline.text.guard.scope import touched
from pipeline.text.read import read

PAGE = """VARNHOLM — Up to 60 boats were lost in the Varnholm harbour fire on Sunday, harbour master Ines Calloway said.

Ms. Calloway said the fire may have started on a ferry. “We did not [yet] find the cause,” she told reporters.

The ferry's owner, Brisk Lines, said at least 12 sailors from Norway were treated in hospital. It will reopen the \
route if the port council agrees, spokesman Edgar Plum said.

Mr. Plum denied that the ferry had been overloaded. Nobody was killed."""


def reading(text: str = PAGE) -> Reading:
    """The reading of an article published on a Monday."""
    return read(Article.of(text, published="2031-05-12T08:00:00+00:00"))


def check(
    quote: str, claim: str, source: str | None, *, certainty: str = "certain", denied: bool = False
) -> dict[str, Severity]:
    """The faults of a claim, notes left out: check and severity."""
    page = reading()
    spans = align.find(page.article.text, quote)[0].spans
    faults = guard.check_claim(claim, spans, page, source=source, certainty=Certainty(certainty), denied=denied)
    return {f.check: f.severity for f in faults if f.severity is not Severity.NOTE}


BOATS = "Up to 60 boats were lost in the Varnholm harbour fire on Sunday"
FERRY = "the fire may have started on a ferry"
SAILORS = "at least 12 sailors from Norway were treated in hospital"
ROUTE = "It will reopen the route if the port council agrees"
DENIAL = "denied that the ferry had been overloaded"


@pytest.mark.parametrize(
    ("quote", "claim", "source"),
    [
        (BOATS, "As many as sixty boats were lost in the harbour fire on Sunday, 11 May 2031.", "Ines Calloway"),
        (BOATS, "The Varnholm fire destroyed up to 60 boats, the harbour master said.", "harbour master Ines Calloway"),
        (FERRY, "The fire may have started on a ferry.", "Calloway"),
        (SAILORS, "At least 12 Norwegian sailors were treated in hospital.", "Brisk Lines"),
        (SAILORS, "At least a dozen sailors from Norway were treated in hospital.", "the ferry's owner"),
        (ROUTE, "Brisk Lines will reopen the route if the port council agrees.", "Edgar Plum"),
        (ROUTE, "Brisk Lines will reopen the route provided the port council agrees.", "spokesman Edgar Plum"),
        ("Nobody was killed", "No one was killed.", None),
        ("Nobody was killed", "There were no deaths.", None),
        (DENIAL, "Edgar Plum denied that the ferry had been overloaded.", "Edgar Plum"),
    ],
)
def test_a_faithful_claim_has_no_fault(quote: str, claim: str, source: str | None) -> None:
    """Fuller names, dates for weekdays, number words and voice are no faults; a synonym is marked and no more."""
    certainty = "possible" if quote == FERRY else "certain"

    found = check(quote, claim, source, certainty=certainty, denied=quote == DENIAL)
    assert found in ({}, {"wording": Severity.WARNING})


@pytest.mark.parametrize(
    ("quote", "claim", "source", "named"),
    [
        (BOATS, "Up to 600 boats were lost in the fire.", "Ines Calloway", "number"),
        (BOATS, "60 boats were lost in the fire.", "Ines Calloway", "bound"),
        (BOATS, "At least 60 boats were lost in the fire.", "Ines Calloway", "bound"),
        (BOATS, "Up to 60 boats were lost in the fire on Friday.", "Ines Calloway", "date"),
        (BOATS, "Up to 60 boats were lost in the fire.", "Edgar Plum", "speaker"),
        (BOATS, "Up to 60 boats were lost in the Ostrava harbour fire.", "Ines Calloway", "name"),
        (FERRY, "The fire started on a ferry.", "Ines Calloway", "certainty"),
        (FERRY, "The fire may have started on a ferry.", None, "attribution"),
        (ROUTE, "Brisk Lines will reopen the route.", "Edgar Plum", "condition"),
        (DENIAL, "The ferry had been overloaded.", "Edgar Plum", "negation"),
        ("Nobody was killed", "Several people were killed.", None, "negation"),
        ("We did not [yet] find the cause", "“We found the cause,” Calloway said.", "Ines Calloway", "quotation"),
        ("We did not [yet] find the cause", "The harbour master found the cause.", "Ines Calloway", "negation"),
    ],
)
def test_a_false_claim_ends_with_an_error_of_its_check(quote: str, claim: str, source: str | None, named: str) -> None:
    """Each kind of falsehood has its name, and it is an error."""
    assert check(quote, claim, source).get(named) is Severity.ERROR


def test_an_affirmation_marked_as_denied_is_a_fault() -> None:
    """A denial needs a denial in the evidence."""
    assert check(BOATS, "Up to 60 boats were lost.", "Ines Calloway", denied=True) == {"negation": Severity.ERROR}


def test_a_denial_of_something_else_is_a_fault() -> None:
    """A denial keeps its object: that the ferry was overloaded, not every fault of the company."""
    claim = "Edgar Plum denied all safety problems at the company."

    assert "negation" in check(DENIAL, claim, "Edgar Plum", denied=True)


def test_a_quote_that_leaves_the_negation_out_does_not_hide_it() -> None:
    """What an ellipsis or the borders of a quote cut away still governs the claim."""
    claim = "The harbour master found the cause."

    assert check("find the cause", claim, "Ines Calloway")["negation"] is Severity.ERROR


def test_a_quotation_without_the_writers_brackets_is_marked() -> None:
    """Straight marks and a comma pulled inside are no matter; an insertion left out is, a little."""
    bare = 'Calloway said: "We did not find the cause".'
    whole = 'Calloway said: "We did not [yet] find the cause".'

    assert check("We did not [yet] find the cause", bare, "Ines Calloway") == {"quotation": Severity.WARNING}
    assert check("We did not [yet] find the cause", whole, "Ines Calloway") == {}


def test_every_fault_says_what_it_expected_and_found() -> None:
    """An editor reads both sides, in the words of article and claim."""
    page = reading()
    spans = align.find(page.article.text, BOATS)[0].spans
    claim = "60 boats were lost."

    (fault,) = guard.check_claim(claim, spans, page, source="Ines Calloway", certainty=Certainty.CERTAIN, denied=False)

    assert ("Up to 60" in fault.expected, "60" in fault.found) == (True, True)
    assert all(span.end <= len(page.article.text) for span in fault.spans)


@pytest.mark.parametrize(
    ("summary", "named"),
    [
        ("Up to 60 boats were lost in a harbour fire. Nobody was killed.", set()),
        ("Up to 90 boats were lost in a harbour fire.", {"number"}),
        ("Plum denied that the ferry had been overloaded.", set()),
        ("The fire started on a ferry.", {"certainty"}),
        ("Harbour master Rosa Lind said up to 60 boats were lost.", {"name", "speaker"}),
    ],
)
def test_a_text_by_anyone_is_checked_sentence_by_sentence(summary: str, named: set[str]) -> None:
    """A text that cites nothing is held against the passages it comes closest to."""
    faults: tuple[Fault, ...] = guard.check_text(summary, reading())

    assert {f.check for f in faults if f.severity is Severity.ERROR} == named


@pytest.mark.parametrize(
    ("text", "words", "double"),
    [
        ("He did not deny it", ["not deny"], [True]),
        ("She has yet to answer", ["yet to"], [False]),
        ("They can't and won't pay", ["can't", "won't"], [False, False]),
        ("Not only the boats burned", [], []),
        ("No fewer than 12 were hurt", [], []),
        ("It ruled out a strike", ["ruled"], [False]),
    ],
)
def test_negators_are_found_and_two_together_are_one(text: str, words: list[str], double: list[bool]) -> None:
    """Negating words count, phrases that only look negative do not."""
    found = negations(text)

    assert [n.word for n in found] == words
    assert [n.double for n in found] == double


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “no deal” twice", ["no deal"]),
        ('A "first step", she said', ["first step"]),
        ("The mayor's ‘dogs' dinner’ of a plan", ["dogs' dinner"]),
        ("the company's and the workers' views", []),
        ("''No deal,'' he said", ["No deal,"]),
    ],
)
def test_quotations_of_a_statement_are_found_and_apostrophes_are_not(text: str, inner: list[str]) -> None:
    """Double marks and single marks quote; possessives do not."""
    assert [span.cut(text) for span in quotations(text)] == inner


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Pyongyang's", "north korea"),
        ("U.S.", "united states"),
        ("the Netherlands", "netherlands"),
        ("Norwegians", "norway"),
        ("Varnholm", None),
    ],
)
def test_a_country_is_known_by_every_name(name: str, expected: str | None) -> None:
    """A capital, a people and an acronym stand for their country; other names for none."""
    assert country(name) == expected


def test_parts_that_touch_a_span_are_found_once_and_in_order() -> None:
    """Borders are half-open: a part that ends where the span starts does not touch it."""
    parts = [Span(start=0, end=5), Span(start=5, end=9), Span(start=12, end=20)]

    assert touched(parts, [Span(start=8, end=13), Span(start=5, end=6)]) == tuple(parts[1:])


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=120), st.text(max_size=30), st.sampled_from(list(Certainty)), st.booleans())
def test_any_claim_gets_an_answer(claim: str, source: str, certainty: Certainty, denied: bool) -> None:
    """No claim, source or flag makes the guard raise, and its spans lie inside the article."""
    page = reading()
    spans = align.find(page.article.text, FERRY)[0].spans

    faults = guard.check_claim(claim, spans, page, source=source or None, certainty=certainty, denied=denied)

    assert all(span.end <= len(page.article.text) for fault in faults for span in fault.spans)


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=200), st.text(max_size=120))
def test_any_article_and_any_text_get_an_answer(article: str, text: str) -> None:
    """Whatever the article and the text are, the check of a foreign text does not raise."""
    guard.check_text(text, reading(article))


def test_a_full_stop_where_the_quotation_goes_on_is_marked() -> None:
    """And none where a sentence of it ends."""
    cut = 'Calloway said: "We did not [yet] find."'
    whole = 'Calloway said: "We did not [yet] find the cause."'

    assert check("We did not [yet] find the cause", cut, "Ines Calloway") == {"quotation": Severity.WARNING}
    assert check("We did not [yet] find the cause", whole, "Ines Calloway") == {}
