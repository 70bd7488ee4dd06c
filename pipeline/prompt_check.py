"""Checks that a prompt holds together: it renders, its examples are replies, their quotes stand in their articles."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from .engine import Drafts, SummaryDraft
from .errors import PromptError
from .prompts import Prompt, render
from .records import Record

REPLIES: Mapping[str, type[Record]] = {"extract": Drafts, "repair": Drafts, "summarize": SummaryDraft}
"""The reply of every stage that asks."""

_SENTENCE = {"index": 0, "text": "A sentence.", "first": True}
_GIVEN: Mapping[str, Any] = {
    "title": "A title",
    "publisher": "A paper",
    "published": "2025-01-31",
    "marker": "ARTICLE-0",
    "sentences": [_SENTENCE],
    "uncovered": [0],
    "failed": [{"reason": "a reason"}],
    "claims": [{"number": 1, "text": "A claim."}],
    "max_lines": 5,
}


def faults_of(prompt: Prompt) -> list[str]:
    """Everything wrong with a prompt, one line each; empty where it is sound."""
    faults: list[str] = []
    try:
        render(prompt, _GIVEN)
    except PromptError as err:
        faults.append(str(err))
    if not prompt.examples:
        faults.append("examples.jsonl is empty; one example shows more than a page of rules")
    for number, example in enumerate(prompt.examples, 1):
        faults += [f"example {number}: {fault}" for fault in _example_faults(prompt.stage, example)]
    return faults


def _example_faults(stage: str, example: Mapping[str, Any]) -> Iterator[str]:
    try:
        reply = REPLIES[stage].model_validate(example.get("reply"))
    except ValidationError as err:
        yield f"its reply is no {REPLIES[stage].__name__}: {err.errors()[0]['msg']}"
        return
    if isinstance(reply, Drafts):
        shown = {s["index"]: s["text"] for s in example.get("sentences", ())}
        for draft in reply.claims:
            cited = " ".join(shown.get(i, "") for i in draft.sentences)
            if draft.quote not in cited:
                yield f"the quote {draft.quote!r} does not stand in sentences {list(draft.sentences)}"
            if draft.hedge is not None and draft.hedge not in draft.quote:
                yield f"the hedge {draft.hedge!r} does not stand in its quote"
    elif isinstance(reply, SummaryDraft):
        numbers = {claim["number"] for claim in example.get("claims", ())}
        for line in (reply.headline, reply.brief, *reply.lines):
            if not line.claims or not set(line.claims) <= numbers:
                yield f"the line {line.text!r} cites {list(line.claims)}; its claims are {sorted(numbers)}"
