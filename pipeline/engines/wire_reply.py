"""An endpoint's answer as one thing: the choice, its finish reason and its tokens, from JSON or from an event stream.

A `Completion` is kept as the JSON of a chat completion (`as_raw`), whichever way it came, so that stored replies are
all read alike.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..engine import Usage
from ..errors import ReplyError
from .strict_json import NotStrict, parse

DONE = "[DONE]"
"""The last event of a stream, which some servers leave out."""


@dataclass(frozen=True, slots=True)
class Completion:
    """One choice; `usage` is None where the endpoint did not say."""

    content: str | None
    refusal: str | None = None
    finish: str | None = None
    tool: bool = False
    usage: Usage | None = None

    def as_raw(self) -> str:
        """The chat completion as JSON text, as it is stored."""
        message: dict[str, Any] = {"content": self.content, "refusal": self.refusal}
        if self.tool:
            message["tool_calls"] = [{}]
        raw: dict[str, Any] = {"choices": [{"finish_reason": self.finish, "message": message}]}
        if self.usage is not None:
            raw["usage"] = {
                "prompt_tokens": self.usage.input_tokens,
                "completion_tokens": self.usage.output_tokens,
                "prompt_tokens_details": {"cached_tokens": self.usage.cached_tokens},
            }
        return json.dumps(raw)


def completion(envelope: Any) -> Completion:
    """The first choice of a chat completion; one without choices has no content."""
    body = envelope if isinstance(envelope, dict) else {}
    choice = _first(body.get("choices"))
    message = _mapping(choice.get("message"))
    return Completion(
        content=_text(message.get("content")),
        refusal=_text(message.get("refusal")),
        finish=_name(choice.get("finish_reason")),
        tool=bool(message.get("tool_calls")),
        usage=usage(body.get("usage")),
    )


def read_raw(raw: str) -> Completion:
    """The completion of a stored raw reply; raises `ReplyError` "not_json" where it is none."""
    try:
        return completion(parse(raw))
    except NotStrict as err:
        raise ReplyError(f"the stored reply is not JSON: {err}", cause="not_json", raw=raw) from err


def text_of(found: Completion) -> str:
    """The model's text; raises `ReplyError` "refused", "filtered", "truncated" or "empty" where there is none."""
    raw = found.content or found.refusal or ""
    if found.refusal:
        raise ReplyError(f"the model refused: {_shown(found.refusal)}", cause="refused", raw=raw)
    if found.finish == "content_filter":
        raise ReplyError("the endpoint filtered the reply", cause="filtered", raw=raw)
    if found.finish == "length":
        raise ReplyError("the reply was cut at the token limit", cause="truncated", raw=raw)
    if not found.content or not found.content.strip():
        how = "with a tool call instead of text" if found.tool else "without a text"
        raise ReplyError(f"the model answered {how}", cause="empty", raw=raw)
    return found.content


def usage(said: Any) -> Usage | None:
    """The tokens that an endpoint reports; None where it reports none, or nonsense."""
    if not isinstance(said, dict):
        return None
    read, written = _count(said.get("prompt_tokens")), _count(said.get("completion_tokens"))
    if read is None or written is None:
        return None
    cached = _count(_mapping(said.get("prompt_tokens_details")).get("cached_tokens")) or 0
    return Usage(input_tokens=read, output_tokens=written, cached_tokens=min(cached, read))


class Assembly:
    """Puts an event stream together; `complete` once a finish reason or the last event was seen."""

    def __init__(self) -> None:
        self._buffer = b""
        self._content: list[str] = []
        self._refusal: list[str] = []
        self._whole: Completion | None = None
        self._tool = False
        self._usage: Usage | None = None
        self.finish: str | None = None
        self.done = False
        self.error: Mapping[str, Any] | None = None
        self.size = 0

    @property
    def complete(self) -> bool:
        """Whether the model's text is whole."""
        return self.done or self.finish is not None

    def feed(self, data: bytes) -> None:
        """Take in the next bytes; raises `NotStrict` for an event that is not JSON."""
        lines = (self._buffer + data).split(b"\n")
        self._buffer = lines.pop()
        for line in lines:
            # an event of several data lines has never been seen from a chat endpoint: each line is one event
            if line.startswith(b"data:"):
                self._event(line[5:].strip().decode("utf-8", "replace"))

    def end(self) -> None:
        """Take in a last line that has no line end."""
        self.feed(b"\n")

    def completion(self) -> Completion:
        """What came, whole or not; a stream that ended without a reason is taken to have stopped."""
        if self._whole is not None:
            return self._whole
        return Completion(
            content="".join(self._content) or None,
            refusal="".join(self._refusal) or None,
            finish=self.finish or ("stop" if self.done else None),
            tool=self._tool,
            usage=self._usage,
        )

    def _event(self, data: str) -> None:
        if data == DONE:
            self.done = True
        if not data or self.done:
            return
        event = parse(data)
        if not isinstance(event, dict):
            raise NotStrict("an event that is no object")
        if event.get("error"):
            self.error = event
        choice = _first(event.get("choices"))
        self.finish = _name(choice.get("finish_reason")) or self.finish
        self._usage = usage(event.get("usage")) or self._usage
        if "message" in choice:
            self._whole = completion(event)
        delta = _mapping(choice.get("delta"))
        self._content.append(_text(delta.get("content")) or "")
        self.size += len(self._content[-1])
        self._refusal.append(_text(delta.get("refusal")) or "")
        self._tool = self._tool or bool(delta.get("tool_calls"))


def _first(choices: Any) -> dict[str, Any]:
    return _mapping(choices[0]) if isinstance(choices, list) and choices else {}


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _name(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _text(content: Any) -> str | None:
    """A message's text; some endpoints send it as a list of parts."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(part["text"] for part in content if isinstance(_mapping(part).get("text"), str))
    return None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12 else None


def _shown(text: str) -> str:
    return " ".join(text.split())[:160]
