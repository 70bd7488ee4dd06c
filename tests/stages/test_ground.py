"""Drafts become claims only where the article carries them."""

import pytest
from mill import GOOD, ROOF
from scripted import draft

from pipeline.reading import Reading
from pipeline.records import Cause, Draft, Kind, Polarity
from pipeline.stages.ground import ground


@pytest.mark.parametrize("name", GOOD)
def test_a_faithful_draft_becomes_a_claim(reading: Reading, name: str) -> None:
    """A full name for a pronoun, a date for a weekday and another word order are no faults."""
    made = ground(reading, [GOOD[name]])

    assert [d.detail for d in made.refused] == []
    assert [c.text for c in made.claims] == [GOOD[name].text]


FALSE: dict[str, tuple[Draft, dict[str, object], str]] = {
    "a number swapped": (GOOD["fire"], {"text": GOOD["fire"].text.replace("nine", "twelve")}, "number"),
    "a bound dropped": (GOOD["fire"], {"text": GOOD["fire"].text.replace("at least ", "")}, "bound"),
    "a bound flipped": (GOOD["owner"], {"text": GOOD["owner"].text.replace("as many as", "at least")}, "bound"),
    "a date moved": (GOOD["fire"], {"text": GOOD["fire"].text.replace("12 May", "8 May")}, "date"),
    "a name swapped": (GOOD["denial"], {"text": GOOD["denial"].text.replace("Pavel Ormond", "Oona Pell")}, "speaker"),
    "a denial made a fact": (
        GOOD["denial"],
        {"text": "Pavel Ormond said the sprinklers had been switched off.", "denied": False},
        "negation",
    ),
    "quoted words altered": (GOOD["hall"], {"text": GOOD["hall"].text.replace("lost", "ruined")}, "quotation"),
    "somebody else's words": (GOOD["owner"], {"source": "Renske Aldous"}, "speaker"),
    "a saying in the article's own voice": (
        GOOD["hall"],
        {"text": "The mill lost the pulping hall.", "source": None},
        "attribution",
    ),
}


@pytest.mark.parametrize("name", FALSE)
def test_a_false_draft_is_refused_by_the_check_that_should_see_it(reading: Reading, name: str) -> None:
    """What is dropped says which check failed, what it expected and what it found."""
    good, changes, check = FALSE[name]

    made = ground(reading, [Draft.model_validate({**good.model_dump(), **changes})])
    assert [d.cause for d in made.refused] == [Cause.UNSUPPORTED]
    assert check in [told.split(":")[0] for told in made.refused[0].detail.split("; ")]
    assert made.claims == ()


def test_a_hedge_that_is_lost_is_marked(reading: Reading) -> None:
    """Refused, or let out with a finding; never silently."""
    sure = draft("Renske Aldous warned that the roof will come down.", ROOF, source="Renske Aldous")

    made = ground(reading, [sure])
    assert made.refused or made.findings


def test_claims_come_out_in_article_order_with_their_attribution(reading: Reading) -> None:
    """Out-of-order drafts are sorted; each claim knows who said it, by which words."""
    made = ground(reading, [GOOD["denial"], GOOD["owner"], GOOD["fire"]])

    assert [c.attribution.source for c in made.claims] == ["Renske Aldous", "Brandt & Vey", "Pavel Ormond"]
    assert [c.attribution.cue for c in made.claims] == ["said", "said", "denied"]
    assert made.claims[0].attribution.role == "Fire Commissioner"
    assert made.claims[0].attribution.kind is Kind.INDIRECT
    assert [c.modality.polarity for c in made.claims] == [Polarity.AFFIRMED, Polarity.AFFIRMED, Polarity.DENIED]


def test_a_claim_carries_the_figures_and_dates_of_its_evidence(reading: Reading) -> None:
    """With bound, value and what is counted; the weekday resolved."""
    (claim,) = ground(reading, [GOOD["fire"]]).claims

    assert [(q.text, q.value, q.bound.value, q.counts) for q in claim.quantities] == [
        ("at least nine", 9, "at_least", "workers")
    ]
    assert [(d.text, d.from_) for d in claim.dates] == [("Monday", "2025-05-12")]


def test_the_same_draft_twice_is_one_claim(reading: Reading) -> None:
    """The second one is listed as a duplicate, also of a claim that is known already."""
    first = ground(reading, [GOOD["fire"], GOOD["fire"]])
    again = ground(reading, [GOOD["fire"]], known=first.claims)

    assert len(first.claims) == 1
    assert [d.cause for d in (*first.refused, *again.refused)] == [Cause.DUPLICATE, Cause.DUPLICATE]


def test_a_claims_id_is_stable_from_run_to_run(reading: Reading) -> None:
    """It depends on text and evidence alone."""
    assert ground(reading, [GOOD["fire"]]).claims[0].id == ground(reading, [GOOD["owner"], GOOD["fire"]]).claims[0].id


@pytest.mark.parametrize("weight", [-4, 0, 1, 3, 99])
def test_a_weight_out_of_range_is_brought_into_it(reading: Reading, weight: int) -> None:
    """A sloppy weight is no reason to lose a claim."""
    (claim,) = ground(reading, [Draft.model_validate({**GOOD["fire"].model_dump(), "weight": weight})]).claims

    assert claim.weight in (1, 2, 3)
