"""Answers by rules and statistics: no key, no network, no model; the same checks wait for it as for every engine."""

from collections.abc import Mapping
from typing import cast

from ..engine import Answer, Call, Drafts, ExtractGiven, R, SummarizeGiven, SummaryDraft
from ..errors import ReplyError
from .offline_claims import drafts
from .offline_summary import summary

MOST_DRAFTS = 200
"""Most claims that one reply may hold; a longer one is reported as cut, so that the stage splits its piece."""


class OfflineEngine:
    """The keyless engine: attributed sentences become claims, the most salient claims become the summary."""

    name = "offline"
    model = None

    @property
    def prompts(self) -> Mapping[str, str]:
        """None: rules read no prompt."""
        return {}

    async def answer(self, call: Call[R]) -> Answer[R]:
        """Drafts for `extract`, nothing new for `repair`, a summary of claims for `summarize`.

        Raises `ReplyError` with the cause "truncated" where the piece holds more claims than a reply may.
        """
        given = call.given
        reply: Drafts | SummaryDraft
        if isinstance(given, ExtractGiven):
            found = drafts(given.reading, given.sentences)
            if len(found) > MOST_DRAFTS:
                raise ReplyError(f"{len(found)} claims, more than {MOST_DRAFTS}", cause="truncated")
            reply = Drafts(claims=found)
        elif isinstance(given, SummarizeGiven):
            reply = summary(given)
        else:
            reply = Drafts(claims=())
        return Answer(reply=cast("R", reply))
