"""What is said to have happened stands in the words of the evidence, or is marked."""

import pytest

from pipeline.reading import Reading
from pipeline.records import Article, Certainty, Severity
from pipeline.text import align, guard
from pipeline.text.read import read

TEXT = """ORM, May 14 (Ridge Wire) — The ferry Lady Tamsin left Orm on Monday with 40 people. The county court \
overruled the harbour board on two of three counts.

Two deckhands are missing, the coast guard said. The water stood at its highest mark since 1931. Crews have damaged \
the slipway, its owner, Teodor Vance, said, and several boats sank at their moorings.

Nobody knows who had opened the lock. The lock keeper, Ida Maran, has not been found."""


@pytest.fixture
def reading() -> Reading:
    """The ferry story."""
    return read(Article.of(TEXT))


def marked(reading: Reading, quote: str, claim: str, source: str | None = None) -> bool:
    """Whether a claim about a quote is marked for its wording."""
    (found,) = align.find(TEXT, quote)
    faults = guard.check_claim(claim, found.spans, reading, source=source, certainty=Certainty.CERTAIN, denied=False)
    told = [fault for fault in faults if fault.check == "wording"]
    return bool(told)


@pytest.mark.parametrize(
    ("quote", "claim", "source"),
    [
        (
            "Two deckhands are missing, the coast guard said",
            "Two deckhands drowned, the coast guard said.",
            "coast guard",
        ),
        ("The water stood at its highest mark since 1931", "The water stood at its lowest mark since 1931.", None),
        (
            "The county court overruled the harbour board on two of three counts",
            "The county court upheld the harbour board on two of three counts.",
            None,
        ),
        (
            "The county court overruled the harbour board on two of three counts",
            "The county court overruled the harbour board on all three counts.",
            None,
        ),
        (
            "The ferry Lady Tamsin left Orm on Monday with 40 people",
            "The ferry Lady Tamsin left Orm on Monday with 40 people and sank.",
            None,
        ),
    ],
)
def test_another_deed_than_the_printed_one_is_marked(
    reading: Reading, quote: str, claim: str, source: str | None
) -> None:
    """Its opposite, a worse one, one from elsewhere in the article, and an "all" for two of three."""
    assert marked(reading, quote, claim, source)


@pytest.mark.parametrize(
    ("quote", "claim", "source"),
    [
        (
            "The ferry Lady Tamsin left Orm on Monday with 40 people",
            "On Monday the ferry Lady Tamsin left Orm with 40 people.",
            None,
        ),
        (
            "Crews have damaged the slipway, its owner, Teodor Vance, said",
            "Teodor Vance, the owner of the slipway, said crews had damaged it.",
            "Teodor Vance",
        ),
        ("several boats sank at their moorings", "Several boats have sunk at their moorings.", None),
        (
            "The lock keeper, Ida Maran, has not been found",
            "Ida Maran, the lock keeper at Orm, has not been found.",
            None,
        ),
    ],
)
def test_the_same_deed_in_another_form_is_not(reading: Reading, quote: str, claim: str, source: str | None) -> None:
    """Word order, tense, and a noun or place that says what is meant."""
    assert not marked(reading, quote, claim, source)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The water stood at its highest mark since 1931", "The water stood at its lowest mark since 1931."),
        (
            "The county court overruled the harbour board on two of three counts",
            "The county court upheld the harbour board on two of three counts.",
        ),
    ],
)
def test_the_opposite_of_a_printed_word_is_an_error(reading: Reading, quote: str, claim: str) -> None:
    """It turns the statement round."""
    (found,) = align.find(TEXT, quote)

    faults = guard.check_claim(claim, found.spans, reading, source=None, certainty=Certainty.CERTAIN, denied=False)
    assert Severity.ERROR in [fault.severity for fault in faults if fault.check == "wording"]
