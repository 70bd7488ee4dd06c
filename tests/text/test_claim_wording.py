"""A claim becomes one sentence that loses neither its source nor its full stop."""

import pytest

from pipeline.records import Attribution, Certainty, Claim, Evidence, Kind, Match, Modality, claim_id
from pipeline.text.wording import sentence


def claim(text: str, source: str | None, role: str | None = None, via: str | None = None) -> Claim:
    """A claim that says this, by this source."""
    evidence = (Evidence(start=0, end=4, quote="Word", match=Match.EXACT, sentences=(0,)),)
    kind = Kind.NARRATOR if source is None else Kind.INDIRECT
    return Claim(
        id=claim_id(text, evidence),
        text=text,
        literal="Word",
        evidence=evidence,
        attribution=Attribution(source=source, role=role, via=via, kind=kind),
        modality=Modality(certainty=Certainty.CERTAIN),
    )


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (claim("The lock leaks", None), "The lock leaks."),
        (claim("The lock leaks.", None), "The lock leaks."),
        (claim("Ida Verbeek said the lock leaks.", "Ida Verbeek"), "Ida Verbeek said the lock leaks."),
        (claim("Verbeek said the lock leaks.", "Ida Verbeek"), "Verbeek said the lock leaks."),
        (claim("The lock leaks.", "Ida Verbeek"), "The lock leaks, according to Ida Verbeek."),
        (claim("The lock leaks.", "lock keeper’s deputy"), "The lock leaks, according to the lock keeper’s deputy."),
        (claim("The lock leaks.", "two engineers"), "The lock leaks, according to two engineers."),
        (claim("Kolm Marine said the lock leaks.", "Kolm Marine Group"), "Kolm Marine said the lock leaks."),
        (claim("The keeper said the lock leaks.", "Ida Verbeek", "keeper"), "The keeper said the lock leaks."),
        (
            claim("The lock leaks.", "Ida Verbeek", via="Delta Radio"),
            "The lock leaks, according to Ida Verbeek, as reported by Delta Radio.",
        ),
        (claim("Ida Verbeek said: “It leaks.”", "Ida Verbeek"), "Ida Verbeek said: “It leaks.”"),
    ],
)
def test_a_claim_is_one_sentence_with_its_source(made: Claim, expected: str) -> None:
    """Named in the text by name or role, or added behind it."""
    assert sentence(made) == expected
