"""Asks the engine for a summary of claims; the article itself is not shown, so nothing else can get in."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..engine import Call, Engine, SummarizeGiven, SummaryDraft
from ..errors import ReplyError
from ..reading import Reading
from ..records import Claim, Dropped
from .extract import failed

STAGE = "summarize"


@dataclass(frozen=True, slots=True)
class Summarized:
    """The summary as the engine said it, or why there is none."""

    draft: SummaryDraft | None
    dropped: tuple[Dropped, ...] = ()


async def summarize(reading: Reading, claims: Sequence[Claim], engine: Engine, max_lines: int) -> Summarized:
    """Ask for a headline, a brief and at most `max_lines` lines; without claims nobody is asked."""
    if not claims:
        return Summarized(None)
    given = SummarizeGiven(reading=reading, claims=tuple(claims), max_lines=max_lines)
    try:
        answer = await engine.answer(Call(STAGE, given, SummaryDraft))
    except ReplyError as err:
        return Summarized(None, (failed(STAGE, err, f"a summary of {len(claims)} claims"),))
    return Summarized(answer.reply)
