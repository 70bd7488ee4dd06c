"""Splits what an engine said into claims that found their evidence and drafts that did not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..reading import Fault, Reading
from ..records import (
    Cause,
    Certainty,
    Claim,
    Draft,
    Dropped,
    Evidence,
    Finding,
    Modality,
    Outcome,
    Polarity,
    Quantity,
    Severity,
    Span,
    TimeRef,
    claim_id,
)
from ..text import guard, modality
from .attribution import attribution_of
from .evidence import NotFound, evidence_of

STAGE = "ground"


@dataclass(frozen=True, slots=True)
class Grounded:
    """Claims in article order, what is doubtful about them, and the drafts that were refused."""

    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    refused: tuple[Dropped, ...] = ()


def ground(
    reading: Reading,
    drafts: Iterable[Draft],
    *,
    known: Sequence[Claim] = (),
    outcome: Outcome = Outcome.GROUNDED,
) -> Grounded:
    """Check every draft against the article; `known` are claims that exist already and are not made twice."""
    claims: list[Claim] = []
    findings: list[Finding] = []
    refused: list[Dropped] = []
    for draft in drafts:
        found = evidence_of(draft, reading)
        if isinstance(found, NotFound):
            refused.append(_dropped(draft, found.cause, found.detail, found.nearest))
            continue
        faults = _faults(draft, found, reading)
        errors = [fault for fault in faults if fault.severity is Severity.ERROR]
        if errors:
            refused.append(_dropped(draft, Cause.UNSUPPORTED, "; ".join(told(fault) for fault in errors)))
            continue
        claim = _claim(draft, found, reading, outcome)
        twin = _twin(claim, [*known, *claims])
        if twin is not None:
            refused.append(_dropped(draft, Cause.DUPLICATE, f"says what claim {twin.id} says, from the same words"))
            continue
        claims.append(claim)
        findings += [finding(fault, claim.id) for fault in faults]
    ordered = tuple(sorted(claims, key=lambda c: (c.evidence[0].start, c.evidence[0].end)))
    return Grounded(ordered, tuple(findings), tuple(refused))


def over_limit(claim: Claim, limit: int) -> Dropped:
    """A good claim that the digest has no room for."""
    draft = Draft(
        text=claim.text,
        sentences=claim.evidence[0].sentences,
        quote=claim.literal,
        source=claim.attribution.source,
        via=claim.attribution.via,
        certainty=claim.modality.certainty,
        hedge=None,
        denied=claim.modality.polarity is Polarity.DENIED,
        weight=claim.weight,
    )
    return _dropped(draft, Cause.OVER_LIMIT, f"the digest has room for {limit} claims")


def told(fault: Fault) -> str:
    """A fault in one line."""
    return f"{fault.check}: expected {fault.expected}, found {fault.found}"


def finding(fault: Fault, target: str) -> Finding:
    """A fault as the finding that stands in a digest."""
    return Finding(
        check=fault.check,
        severity=fault.severity,
        target=target,
        expected=fault.expected,
        found=fault.found,
        spans=fault.spans,
    )


def _faults(draft: Draft, evidence: Sequence[Evidence], reading: Reading) -> tuple[Fault, ...]:
    return guard.check_claim(
        draft.text, evidence, reading, source=draft.source, certainty=draft.certainty, denied=draft.denied
    )


def _claim(draft: Draft, evidence: tuple[Evidence, ...], reading: Reading, outcome: Outcome) -> Claim:
    text = " ".join(draft.text.split())
    return Claim(
        id=claim_id(text, evidence),
        text=text,
        literal=" … ".join(e.quote for e in evidence),
        evidence=evidence,
        attribution=attribution_of(draft, evidence, reading),
        modality=_modality(draft, evidence, reading),
        quantities=_quantities(evidence, reading),
        dates=_dates(evidence, reading),
        weight=min(3, max(1, draft.weight)),
        outcome=outcome,
    )


def _modality(draft: Draft, evidence: Sequence[Evidence], reading: Reading) -> Modality:
    """The engine's certainty, which the guard has compared with the printed cues, and the places of those cues."""
    seen = modality.modality(reading.cues, reading.article.text, evidence)
    return Modality(
        certainty=Certainty(draft.certainty),
        conditional=seen.conditional,
        polarity=Polarity.DENIED if draft.denied else Polarity.AFFIRMED,
        cue_spans=seen.cue_spans,
    )


def _quantities(evidence: Sequence[Evidence], reading: Reading) -> tuple[Quantity, ...]:
    return tuple(q for q in reading.quantities if any(_inside(q, e) for e in evidence))


def _dates(evidence: Sequence[Evidence], reading: Reading) -> tuple[TimeRef, ...]:
    return tuple(t.ref for t in reading.times if any(_inside(t, e) for e in evidence))


def _twin(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """A claim with the same id, or with the same evidence, source and figures: overlapping pieces say things twice."""
    for other in others:
        if other.id == claim.id:
            return other
        same_place = [(e.start, e.end) for e in claim.evidence] == [(e.start, e.end) for e in other.evidence]
        if same_place and _key(claim) == _key(other):
            return other
    return None


def _key(claim: Claim) -> tuple[object, ...]:
    words = frozenset(claim.text.lower().split())
    return claim.attribution.source, claim.modality, claim.quantities, words


def _inside(part: Span, whole: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _dropped(draft: Draft, cause: Cause, detail: str, nearest: str | None = None) -> Dropped:
    return Dropped(stage=STAGE, draft=draft, cause=cause, detail=detail, nearest=nearest)
