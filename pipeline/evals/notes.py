"""Every fault of a scored output in one list, in the order an editor reads: summary, traps, claims, what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .match import Gold
from .output import Output
from .verdicts import ClaimScore, FactScore, LineScore, Noticed, Sprung

FITS: Final = 0.5
"""E from which a claim's evidence is the right passage: half of the shorter side, no more than six times as long."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What the list is made from."""

    facts: tuple[FactScore, ...]
    claims: tuple[ClaimScore, ...]
    lines: tuple[LineScore, ...]
    traps: tuple[Sprung, ...]
    footers: tuple[tuple[str, str], ...]


def noticed(notes: Notes, facts: Sequence[Gold], output: Output) -> tuple[Noticed, ...]:
    """The list; each entry with the article's passage."""
    passage = {gold.id: " … ".join(gold.fact.evidence) for gold in facts}
    evidence = {said.id: " … ".join(piece.quote for piece in said.evidence) for said in output.claims}
    wanted = {gold.id: gold.fact.fact for gold in facts}
    found = [
        Noticed(line.place, b.slot, b.expected, b.found, passage.get(id_, ""), id_ or None)
        for line in notes.lines
        for id_, b in line.broken
    ]
    found += [Noticed(t.where, f"trap:{t.trap}", "nothing like it", repr(t.text)) for t in notes.traps]
    found += [Noticed(where, "boilerplate", "news only", repr(text)) for where, text in notes.footers]
    for claim in notes.claims:
        found += _of_claim(claim, passage.get(claim.fact or "", evidence[claim.id]))
    for fact in notes.facts:
        place = passage[fact.id]
        if fact.claim is not None and fact.evidence < FITS:
            found.append(Noticed(fact.claim, "evidence", place, evidence[fact.claim], place, fact.id))
        if fact.status == "missing":
            found.append(Noticed("claims", "missing", repr(wanted[fact.id]), fact.why, place, fact.id))
    return tuple(found)


def _of_claim(claim: ClaimScore, passage: str) -> Iterator[Noticed]:
    for fault in claim.broken:
        check = f"incomplete:{fault.slot}" if fault.omitted else fault.slot
        yield Noticed(claim.id, check, fault.expected, fault.found, passage, claim.fact)
    if claim.verdict == "duplicate":
        yield Noticed(claim.id, "duplicate", "one claim a fact", claim.why, passage, claim.fact)
    elif claim.verdict == "ungrounded":
        yield Noticed(claim.id, "ungrounded", "evidence from the article's news", claim.why, passage, claim.fact)
