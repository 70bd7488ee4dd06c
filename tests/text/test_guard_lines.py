"""Summary lines against the claims they cite."""

import pytest

from pipeline.reading import Reading
from pipeline.records import (
    Article,
    Attribution,
    Certainty,
    Claim,
    Evidence,
    Kind,
    Match,
    Modality,
    Polarity,
    Severity,
    claim_id,
)
from pipeline.text import align, guard
from pipeline.text.read import read

PAGE = """The river Ander rose by about two metres on Thursday, the weather office said.

“Nobody should go near the bridge,” said Mayor Hella Brandvik. She said the bridge could collapse if it rained again.

The bridge's builder, Corvane, denied that the bridge was unsafe. Opposition leader Pieter Noll called it “a scandal”.

Forty families left their homes."""


@pytest.fixture(scope="module")
def page() -> Reading:
    """The reading of the article about the bridge."""
    return read(Article.of(PAGE, published="2031-05-16T08:00:00+00:00"))


def made(
    page: Reading,
    quote: str,
    text: str,
    source: str | None,
    *,
    certainty: Certainty = Certainty.CERTAIN,
    denied: bool = False,
) -> Claim:
    """A claim as the stages make it."""
    span = align.find(PAGE, quote)[0].spans[0]
    sentences = tuple(s.index for s in page.sentences if s.start < span.end and span.start < s.end)
    evidence = Evidence(start=span.start, end=span.end, quote=quote, match=Match.EXACT, sentences=sentences)
    kind = Kind.NARRATOR if source is None else Kind.DIRECT if "“" in PAGE[span.start - 1 : span.end] else Kind.INDIRECT
    return Claim(
        id=claim_id(text, [evidence]),
        text=text,
        literal=quote,
        evidence=(evidence,),
        attribution=Attribution(source=source, kind=kind),
        modality=Modality(certainty=certainty, polarity=Polarity.DENIED if denied else Polarity.AFFIRMED),
    )


@pytest.fixture(scope="module")
def claims(page: Reading) -> dict[str, Claim]:
    """One claim of each kind, by what it is about."""
    return {
        "river": made(
            page, "The river Ander rose by about two metres", "The Ander rose by about two metres.", "weather office"
        ),
        "near": made(page, "Nobody should go near the bridge", "Nobody should go near the bridge.", "Hella Brandvik"),
        "fall": made(
            page,
            "the bridge could collapse if it rained again",
            "The old bridge could collapse if it rains again.",
            "Hella Brandvik",
            certainty=Certainty.POSSIBLE,
        ),
        "safe": made(page, "denied that the bridge was unsafe", "The bridge is unsafe.", "Corvane", denied=True),
        "scandal": made(page, "a scandal", "The bridge is a scandal.", "Pieter Noll"),
        "homes": made(page, "Forty families left their homes.", "Forty families left their homes.", None),
    }


@pytest.mark.parametrize(
    ("line", "cited"),
    [
        ("The Ander rose by about two metres, the weather office said.", ["river"]),
        (
            "The Ander is up by about 2 metres, the weather office says, and 40 families have left their homes.",
            ["river", "homes"],
        ),
        ("Mayor Brandvik said the bridge could collapse if it rained again.", ["fall"]),
        ("Stay away from the bridge, says mayor Hella Brandvik: “Nobody should go near the bridge”.", ["near"]),
        ("Corvane denied that the bridge was unsafe.", ["safe"]),
        ("Noll called it “a scandal”, while Corvane denied that the bridge was unsafe.", ["scandal", "safe"]),
        ("Forty families leave their homes", ["homes"]),
    ],
)
def test_a_line_that_keeps_source_hedge_and_condition_has_no_fault(
    page: Reading, claims: dict[str, Claim], line: str, cited: list[str]
) -> None:
    """A surname, a role or the head of a description names a source; a line may join claims."""
    found = guard.check_line(line, [claims[c] for c in cited], page)
    assert [fault.check for fault in found if fault.check != "wording"] == []


@pytest.mark.parametrize(
    ("line", "cited", "check"),
    [
        ("The Ander rose by two metres, the weather office said.", "river", "bound"),
        ("The Ander rose by about three metres, the weather office said.", "river", "number"),
        ("Nobody should go near the bridge.", "near", "attribution"),
        ("Pieter Noll said nobody should go near the bridge.", "near", "speaker"),
        ("Brandvik: the old bridge will collapse if it rains again", "fall", "certainty"),
        ("Brandvik said the old bridge could collapse.", "fall", "condition"),
        ("The bridge is unsafe, Corvane said.", "safe", "negation"),
        ("Noll called the bridge “a disaster”.", "scandal", "quotation"),
        ("Forty families left their homes in Korsund.", "homes", "name"),
    ],
)
def test_a_line_that_says_more_than_its_claim_is_an_error(
    page: Reading, claims: dict[str, Claim], line: str, cited: str, check: str
) -> None:
    """Each way to say more has its name."""
    faults = guard.check_line(line, [claims[cited]], page)

    assert check in {f.check for f in faults if f.severity is Severity.ERROR}


def test_a_plain_statement_without_its_source_is_a_warning(page: Reading, claims: dict[str, Claim]) -> None:
    """What an office states as a fact may stand without it, and an editor is told."""
    (fault,) = guard.check_line("The Ander rose by about two metres.", [claims["river"]], page)

    assert (fault.check, fault.severity) == ("attribution", Severity.WARNING)
