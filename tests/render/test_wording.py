"""The words for figures, speakers, certainty, dates and places."""

import pytest

from pipeline import render
from pipeline.records import (
    Attribution,
    Bound,
    Certainty,
    Digest,
    Finding,
    Granularity,
    Kind,
    Modality,
    Polarity,
    Quantity,
    Severity,
    TimeRef,
)
from pipeline.render import wording


def _quantity(
    value: float | None,
    bound: Bound,
    *,
    text: str = "x",
    high: float | None = None,
    unit: str | None = None,
    counts: str | None = None,
) -> Quantity:
    return Quantity(start=0, end=1, text=text, value=value, high=high, unit=unit, bound=bound, counts=counts)


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (_quantity(3000, Bound.AT_LEAST), "≥ 3,000"),
        (_quantity(12_000, Bound.UP_TO, counts="reservists"), "≤ 12,000 reservists"),
        (_quantity(1500, Bound.ABOUT), "~1,500"),
        (_quantity(600_000, Bound.MORE_THAN), "> 600,000"),
        (_quantity(20, Bound.FEWER_THAN, counts="farms"), "< 20 farms"),
        (_quantity(7, Bound.EXACT, counts="boats"), "7 boats"),
        (_quantity(12.5, Bound.EXACT, text="12.5 percent", unit="percent"), "12.5 percent"),
        (_quantity(2.5, Bound.EXACT, text="2.5 to 3 km", unit="km", high=3), "2.5 to 3 km"),
        (_quantity(5, Bound.EXACT, high=6, counts="boats"), "5–6 boats"),
        (_quantity(2_500_000, Bound.ABOUT, text="some $2.5 million", unit="USD"), "some $2.5 million"),
        (_quantity(3_000_000, Bound.AT_LEAST, text="at least 3 million", counts="trees"), "at least 3 million trees"),
        (_quantity(None, Bound.VAGUE, text="several", counts="roads"), "several roads"),
        (_quantity(None, Bound.VAGUE, text="several roads", counts="roads"), "several roads"),
        (_quantity(None, Bound.VAGUE, text="Dozens", counts="boats"), "Dozens of boats"),
        (_quantity(12, Bound.VAGUE, text="a dozen or so"), "a dozen or so"),
    ],
)
def test_a_figure_keeps_its_bound(quantity: Quantity, expected: str) -> None:
    """A count is shown with its bound as a sign; a measure, a large sum and a vague word as printed."""
    assert wording.figure(quantity) == expected


def test_the_legend_spells_the_signs_that_are_used() -> None:
    """Signs are explained where they stand, others are not."""
    used = [_quantity(3, Bound.AT_LEAST), _quantity(4, Bound.EXACT), _quantity(5, Bound.ABOUT)]

    assert wording.legend(used) == "≥ at least, ~ about"
    assert wording.legend(used[1:2]) == ""


@pytest.mark.parametrize(
    ("attribution", "expected"),
    [
        (Attribution(source="Ana Ruiz", kind=Kind.DIRECT), "Ana Ruiz"),
        (
            Attribution(source="Ana Ruiz", role="harbour master", via="Corvo", kind=Kind.MIXED),
            "Ana Ruiz (harbour master; via Corvo)",
        ),
        (Attribution(source=None, kind=Kind.NARRATOR), "the article itself"),
        (Attribution(source=None, role="a diplomat", kind=Kind.INDIRECT), "an unnamed source (a diplomat)"),
    ],
)
def test_a_speaker_is_shown_with_role_and_carrier(attribution: Attribution, expected: str) -> None:
    """The narrator and an unnamed source are not the same."""
    assert wording.speaker(attribution) == expected


@pytest.mark.parametrize(
    ("modality", "expected"),
    [
        (Modality(certainty=Certainty.POSSIBLE), "possible"),
        (Modality(certainty=Certainty.CERTAIN, conditional=True), "certain, conditional"),
        (Modality(certainty=Certainty.PROBABLE, polarity=Polarity.DENIED), "denied (probable)"),
    ],
)
def test_a_denial_comes_first(modality: Modality, expected: str) -> None:
    """Denied and conditional claims are never shown as plain ones."""
    assert wording.certainty(modality) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-05-14", "2024-05-14", "May (2024-05-14)"),
        ("2024-05-01", "2024-05-31", "May (2024-05-01 to 2024-05-31)"),
        (None, "2024-05-31", "May (until 2024-05-31)"),
        ("2024-05-01", None, "May (2024-05-01)"),
        (None, None, "May"),
    ],
)
def test_a_date_shows_the_days_it_names(first: str | None, last: str | None, expected: str) -> None:
    """The words of the article stand first, the days they resolve to in brackets."""
    assert wording.when(TimeRef(text="May", from_=first, to=last, granularity=Granularity.MONTH)) == expected


@pytest.mark.parametrize(
    ("indices", "expected"), [([], ""), ([4], "4"), ([1, 2, 3, 7], "1–3, 7"), ([0, 2, 3], "0, 2–3")]
)
def test_runs_are_drawn_together(indices: list[int], expected: str) -> None:
    """Neighbouring sentence numbers become a range."""
    assert wording.ranges(indices) == expected


def test_coverage_counts_sentences(digest: Digest, empty: Digest) -> None:
    """Coverage is told from the evidence and the sentences that are left."""
    assert wording.coverage(digest) == "10 of 11 news sentences are carried by a claim; not 12"
    assert wording.coverage(empty) == "0 of 1 news sentences are carried by a claim"


def test_an_offline_digest_says_that_no_model_was_asked(empty: Digest, digest: Digest) -> None:
    """Who made a digest stands in its last line."""
    assert wording.origin(empty.provenance) == ["offline: rules and statistics, no model was asked"]
    assert wording.origin(digest.provenance) == [
        "engine openai",
        "model sarn-small",
        "2 calls, 3,912 tokens, under $0.0001",
        "prompts extract 3f2a91bc, summarize 90ab12cd",
    ]


def test_the_worst_findings_come_first(digest: Digest) -> None:
    """Errors stand before warnings, warnings before notes."""
    assert [finding.severity for finding in wording.by_severity(digest.findings)] == ["error", "warning", "note"]


def test_a_brief_that_repeats_the_headline_is_said_once(digest: Digest) -> None:
    """Where headline and brief are the same sentence only the headline is shown."""
    summary = digest.summary
    assert summary is not None
    same = digest.model_copy(update={"summary": summary.model_copy(update={"brief": summary.headline})})

    assert wording.brief(same) is None
    assert wording.brief(digest) == summary.brief
    for form in ("text", "md"):
        assert render.render([same], form).count(summary.headline.text) == 1


def test_a_long_doubt_is_cut_where_room_is_short() -> None:
    """What a finding expected and found is whole, or cut on request."""
    finding = Finding(check="name", severity=Severity.NOTE, target="article", expected="one " * 30, found="x")

    assert wording.doubt(finding) == "expected " + "one " * 29 + "one; found x"
    assert wording.doubt(finding, 12) == "expected one one one…; found x"
