"""The request as it is sent: one question in an endpoint's dialect, as bytes that the reply cache keys on."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from ..engine import Call, R
from ..options import EngineOptions
from .endpoint import Endpoint
from .requests import messages, schema

Form = Literal["json_schema", "json_object", "plain"]
"""How the reply's shape is asked for: held to the schema, held to JSON, or by words alone."""

Feature = Literal["form", "temperature", "usage"]
"""What an endpoint may reject in a request that is otherwise good."""

_SCHEMA_IN_WORDS = "\nAnswer with one JSON object that fits this JSON Schema, and with nothing else:\n"


@dataclass(frozen=True, slots=True)
class Dialect:
    """What one endpoint understands: learned from its answers, remembered, part of each request's bytes.

    `temperature` is false where the model takes none; `usage` where `stream_options` is not known.
    """

    form: Form = "json_schema"
    temperature: bool = True
    usage: bool = True

    def without(self, feature: Feature) -> "Dialect | None":
        """The next weaker dialect; None where the feature is not in use."""
        if feature == "form":
            weaker: dict[Form, Form] = {"json_schema": "json_object", "json_object": "plain"}
            return replace(self, form=weaker[self.form]) if self.form in weaker else None
        if feature == "temperature":
            return replace(self, temperature=False) if self.temperature else None
        return replace(self, usage=False) if self.usage else None

    @property
    def name(self) -> str:
        """The dialect in one word, to be remembered: "json_schema", "plain-temperature"."""
        return self.form + ("" if self.temperature else "-temperature") + ("" if self.usage else "-usage")


DIALECTS = tuple(
    Dialect(form, temperature, usage)
    for temperature in (True, False)
    for usage in (True, False)
    for form in ("json_schema", "json_object", "plain")
)
"""Every dialect, the strongest first."""


@dataclass(frozen=True)
class Request:
    """A request: `canonical` are its bytes with the endpoint and the repeat number, `key` their SHA-256.

    Streaming is how a reply travels, not what is asked, so it is in `sent` only.
    """

    endpoint: str
    body: Mapping[str, Any]
    repeat: int = 0

    @cached_property
    def canonical(self) -> str:
        """What the key is made of. Outer keys are sorted; a schema keeps its order, since models answer in it."""
        whole = {"body": dict(sorted(self.body.items())), "endpoint": self.endpoint, "repeat": self.repeat}
        return json.dumps(whole, separators=(",", ":"))

    @cached_property
    def key(self) -> str:
        """64 hex digits that differ where anything that is asked, or who is asked, differs."""
        return hashlib.sha256(self.canonical.encode()).hexdigest()

    def sent(self, *, stream: bool, usage: bool) -> bytes:
        """The bytes on the wire."""
        travel: dict[str, Any] = {"stream": True} if stream else {}
        if stream and usage:
            travel["stream_options"] = {"include_usage": True}
        return json.dumps({**self.body, **travel}, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Question:
    """A call, rendered once: what is said to the model, and the schema of the reply."""

    system: str
    user: str
    name: str
    schema: Mapping[str, Any]


def question(call: Call[R], options: EngineOptions) -> Question:
    """Render a call; raises `PromptError` where the prompt cannot be rendered."""
    shown = messages(call, options)
    return Question(_whole(shown.system), _whole(shown.user), call.reply.__name__, schema(call.reply))


def request(
    asked: Question, options: EngineOptions, endpoint: Endpoint, dialect: Dialect, *, repeat: int = 0
) -> Request:
    """The request of a question in a dialect."""
    words = "" if dialect.form == "json_schema" else _SCHEMA_IN_WORDS + json.dumps(asked.schema)
    body: dict[str, Any] = {
        "messages": [
            {"role": "system", "content": asked.system + words},
            {"role": "user", "content": asked.user},
        ],
        "model": options.model,
    }
    if dialect.form == "json_schema":
        described = {"name": asked.name, "strict": True, "schema": asked.schema}
        body["response_format"] = {"type": "json_schema", "json_schema": described}
    elif dialect.form == "json_object":
        body["response_format"] = {"type": "json_object"}
    if dialect.temperature:
        body["temperature"] = options.temperature
    return Request(endpoint.url, body, repeat)


def _whole(text: str) -> str:
    """The text with U+FFFD for halves of surrogate pairs, which strict servers refuse."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
