"""Records cannot be built broken."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from pipeline.errors import RecordError
from pipeline.records import (
    Article,
    Attribution,
    Claim,
    Digest,
    Evidence,
    Finding,
    Kind,
    Line,
    Match,
    Modality,
    Provenance,
    Quantity,
    Severity,
    Span,
    Summary,
    TimeRef,
    claim_id,
)
from pipeline.upgrade import load_digest

TEXT = "The mill in Tolvar burned on Monday. At least nine workers were hurt."


def evidence(start: int = 37, end: int = 69, quote: str | None = None) -> Evidence:
    """Evidence that cuts back to the text unless a test says otherwise."""
    printed = TEXT[start:end] if quote is None else quote
    return Evidence(start=start, end=end, quote=printed, match=Match.EXACT, sentences=(1,))


def claim(**changes: object) -> Claim:
    """A sound claim, with changes."""
    proof = (evidence(),)
    text = "At least nine workers were hurt."
    fields: dict[str, object] = {
        "id": claim_id(text, proof),
        "text": text,
        "literal": proof[0].quote,
        "evidence": proof,
        "attribution": Attribution(source=None, kind=Kind.NARRATOR),
        "modality": Modality(certainty="certain"),
    }
    return Claim.model_validate({**fields, **changes})


def digest(**changes: object) -> Digest:
    """A sound digest, with changes."""
    made = claim()
    sentence = Line(text=made.text, claims=(made.id,))
    fields: dict[str, object] = {
        "article": Article.of(TEXT),
        "summary": Summary(headline=sentence, brief=sentence, lines=(sentence,)),
        "claims": (made,),
        "provenance": Provenance(engine="offline", made=datetime(2025, 5, 12, tzinfo=UTC), seconds=0.1),
    }
    return Digest.model_validate({**fields, **changes})


def test_a_sound_digest_survives_its_own_json() -> None:
    """What is written is what is read."""
    made = digest()

    assert load_digest(made.model_dump_json(by_alias=True)) == made


def test_a_claim_without_evidence_cannot_exist() -> None:
    """Evidence is at least one span."""
    with pytest.raises(ValidationError, match="at least 1 item"):
        claim(evidence=())


def test_a_claim_knows_the_id_of_its_text_and_evidence() -> None:
    """An id that belongs to another claim is refused."""
    with pytest.raises(ValidationError, match="make the id"):
        claim(id="0" * 12)


def test_evidence_that_does_not_cut_back_to_its_quote_cannot_stand_in_a_digest() -> None:
    """The invariant of the house: text[start:end] == quote."""
    proof = (evidence(quote="At least ten workers were hurt."),)

    with pytest.raises(ValidationError, match="in the article, not"):
        digest(claims=(claim(evidence=proof, id=claim_id(claim().text, proof)),), summary=None)


@pytest.mark.parametrize(
    "changes",
    [
        {"quantities": (Quantity(start=37, end=50, text="At least ten", value=10, bound="at_least"),)},
        {"attribution": Attribution(source="Ada", kind=Kind.DIRECT, source_spans=(Span(start=0, end=900),))},
        {"modality": Modality(certainty="possible", cue_spans=(Span(start=69, end=70),))},
    ],
)
def test_no_offset_in_a_digest_leaves_its_article(changes: dict[str, object]) -> None:
    """Figures cut back to their text; sources and cues stay inside."""
    with pytest.raises(ValidationError, match=r"in the article|outside the article"):
        digest(claims=(claim(**changes),))


def test_a_line_cites_a_claim_of_its_digest() -> None:
    """A citation of a claim that is not there is refused."""
    line = Line(text="Something burned.", claims=("123456789abc",))

    with pytest.raises(ValidationError, match="is cited and not in the digest"):
        digest(summary=Summary(headline=line, brief=line))


def test_a_line_without_claims_cannot_exist() -> None:
    """Every sentence of a summary cites."""
    with pytest.raises(ValidationError, match="at least 1 item"):
        Line(text="Something burned.", claims=())


def test_two_claims_with_one_id_are_refused() -> None:
    """Claims are told apart by their ids."""
    with pytest.raises(ValidationError, match="same id"):
        digest(claims=(claim(), claim()))


def test_a_narrator_has_no_source() -> None:
    """The article's own voice is nobody's."""
    with pytest.raises(ValidationError, match="has no source"):
        Attribution(source="Ada Lund", kind=Kind.NARRATOR)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 2)])
def test_a_span_is_never_empty_or_reversed(start: int, end: int) -> None:
    """Half-open, at least one character, not below zero."""
    with pytest.raises(ValidationError):
        Span(start=start, end=end)


def test_an_article_knows_the_hash_of_its_text() -> None:
    """A hash of another text is refused."""
    with pytest.raises(ValidationError, match="does not fit the text"):
        Article(id="a", sha256="0" * 64, text=TEXT)


def test_a_number_that_is_no_number_is_refused() -> None:
    """Infinity and NaN stand in no record."""
    with pytest.raises(ValidationError, match="finite"):
        Quantity(start=0, end=3, text="The", value=float("inf"), bound="exact")


def test_unknown_fields_are_refused() -> None:
    """A typo is an error at the door."""
    with pytest.raises(ValidationError, match="Extra inputs"):
        Finding.model_validate(
            {"check": "number", "severity": Severity.NOTE, "target": "x", "expected": "", "found": "", "spam": 1}
        )


def test_a_time_is_written_with_from_and_to() -> None:
    """The field is `from` in JSON, as in the design."""
    made = TimeRef.model_validate({"text": "Monday", "from": "2025-05-12", "to": "2025-05-12", "granularity": "day"})

    assert made.model_dump(mode="json")["from"] == "2025-05-12"


def test_digests_are_equal_without_their_provenance() -> None:
    """When and how a digest was made does not change what it says."""
    later = Provenance(engine="offline", made=datetime(2026, 1, 1, tzinfo=UTC), seconds=9.0)

    assert digest().same_as(digest(provenance=later))
    assert not digest().same_as(digest(summary=None))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ("[]", "no digest"),
        ('{"schema_version": 99}', "newer than 1"),
        ('{"schema_version": 0}', "never published"),
        ('{"schema_version": 1}', "Field required"),
    ],
)
def test_what_is_no_digest_is_one_line(text: str, message: str) -> None:
    """Loading says what is wrong, in one line, with the file."""
    with pytest.raises(RecordError, match=message) as caught:
        load_digest(text, "old.json")

    assert str(caught.value).startswith("old.json: ")
    assert "\n" not in str(caught.value)
