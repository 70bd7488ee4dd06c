"""The canonical request of a call: the bytes a wire engine sends, and that caches, batches and recordings key on."""

import hashlib
import json
from functools import cache
from typing import Any

from ..engine import Call, ExtractGiven, R, RepairGiven, SummarizeGiven
from ..options import EngineOptions
from ..prompts import Messages, load, marker, render
from ..reading import Reading
from ..records import Claim, Kind, Record


def messages(call: Call[R], options: EngineOptions) -> Messages:
    """The rendered prompt of a call."""
    return render(load(call.stage, options.prompts), given(call))


def given(call: Call[R]) -> dict[str, Any]:
    """What a stage's `user.md` may name: plain values only, no records."""
    asked = call.given
    article = asked.reading.article
    shown: dict[str, Any] = {
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.date().isoformat() if article.published else None,
        "marker": marker(article.sha256, article.text),
    }
    if isinstance(asked, ExtractGiven):
        shown["sentences"] = _sentences(asked.reading, asked.sentences)
    elif isinstance(asked, RepairGiven):
        shown["sentences"] = _sentences(asked.reading, asked.sentences)
        shown["uncovered"] = list(asked.uncovered)
        shown["failed"] = [{"reason": f.reason, **f.draft.model_dump(mode="json")} for f in asked.failed]
    elif isinstance(asked, SummarizeGiven):
        shown["claims"] = [_claim(number, claim) for number, claim in enumerate(asked.claims, 1)]
        shown["max_lines"] = asked.max_lines
    return shown


def request_hash(call: Call[R], options: EngineOptions) -> str:
    """SHA-256 of what the engine is shown and must answer with, whoever answers."""
    shown = messages(call, options)
    body = [shown.system, shown.user, schema(call.reply)]
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


@cache  # pydantic takes 0.7 ms to make one, as long as the rest of a call
def schema(reply: type[Record]) -> dict[str, Any]:
    """The reply's JSON Schema in the strict form endpoints ask for: every property required, none beside them.

    It is shared: nobody may change it.
    """
    made: dict[str, Any] = _strict(reply.model_json_schema())
    return made


def _strict(node: Any) -> Any:
    if isinstance(node, list):
        return [_strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {k: _strict(v) for k, v in node.items() if k not in ("title", "default", "description")}
    if isinstance(node.get("properties"), dict):
        kept["properties"] = {k: _strict(v) for k, v in node["properties"].items()}
        kept["required"] = list(node["properties"])
        kept["additionalProperties"] = False
    return kept


def _sentences(reading: Reading, indices: tuple[int, ...]) -> list[dict[str, Any]]:
    """Sentences with their global number; `first` marks the first sentence of a paragraph."""
    shown = []
    paragraph = None
    for index in indices:
        sentence = reading.sentences[index]
        shown.append(
            {"index": index, "text": " ".join(reading.text_of(index).split()), "first": sentence.paragraph != paragraph}
        )
        paragraph = sentence.paragraph
    return shown


def _claim(number: int, claim: Claim) -> dict[str, Any]:
    attribution, modality = claim.attribution, claim.modality
    return {
        "number": number,
        "text": claim.text,
        "source": None if attribution.kind is Kind.NARRATOR else attribution.source,
        "role": attribution.role,
        "via": attribution.via,
        "certainty": modality.certainty.value,
        "conditional": modality.conditional,
        "denied": modality.polarity.value == "denied",
        "weight": claim.weight,
    }
