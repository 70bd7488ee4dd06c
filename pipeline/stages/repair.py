"""Asks once more, only for what failed and for what nobody read: the one conditional call."""

from collections.abc import Sequence

from ..engine import Call, Drafts, Engine, FailedDraft, RepairGiven
from ..errors import ReplyError
from ..reading import Reading
from ..records import Cause, Claim, Draft, Dropped, Kind, Role, Span
from .extract import Extracted, failed

STAGE = "repair"

NOT_REPAIRABLE = frozenset({Cause.DUPLICATE, Cause.NOT_NEWS})
"""A second saying of the same thing, and a line that is no news, need no repair."""


async def repair(
    reading: Reading, refused: Sequence[Dropped], claims: Sequence[Claim], engine: Engine, number: int = 0
) -> Extracted:
    """The engine's second attempt at refused drafts and at telling sentences that no claim covers.

    `number` counts the rounds from 0. Nothing to ask means no call. The reply goes through `ground` like any other.
    """
    again = tuple(
        FailedDraft(draft=d.draft, reason=f"{d.cause.value}: {d.detail}")
        for d in refused
        if isinstance(d.draft, Draft) and d.cause not in NOT_REPAIRABLE
    )
    missed = uncovered(reading, claims)
    if not again and not missed:
        return Extracted()
    given = RepairGiven(reading=reading, failed=again, uncovered=missed, sentences=_around(reading, again, missed))
    try:
        answer = await engine.answer(Call(STAGE, given, Drafts, number))
    except ReplyError as err:
        return Extracted(dropped=(failed(STAGE, err, f"{len(again)} drafts and {len(missed)} sentences"),))
    return Extracted(drafts=answer.reply.claims)


def uncovered(reading: Reading, claims: Sequence[Claim]) -> tuple[int, ...]:
    """The body sentences that hold a figure, a quotation or an attribution and that no claim touches."""
    touched = {i for claim in claims for e in claim.evidence for i in e.sentences}
    telling: list[Span] = [*reading.quantities, *reading.quotations]
    telling += [span for s in reading.sayings if s.kind is not Kind.NARRATOR for span in s.cue]
    return tuple(
        s.index
        for s in reading.sentences
        if s.role is Role.BODY and s.index not in touched and any(s.start <= t.start < s.end for t in telling)
    )


def _around(reading: Reading, again: Sequence[FailedDraft], missed: Sequence[int]) -> tuple[int, ...]:
    """The sentences to show: those cited or missed, and their neighbours, so that pronouns can be read."""
    news = {s.index for s in reading.news()}
    wanted = {i for f in again for i in f.draft.sentences} | set(missed)
    return tuple(sorted({i + step for i in wanted for step in (-2, -1, 0, 1)} & news))
