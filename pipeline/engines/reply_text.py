"""Reads a model's text as one JSON object and makes the record of it.

An endpoint that holds to the schema sends the object alone. Others wrap it, so the reader looks, in this order, at
the text without byte-order mark, at the text without `<think>` blocks, at its only fenced block, and at the only
object that stands in it. Two objects are none: nobody says which is meant. Broken JSON is never mended.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic

from pydantic import ValidationError

from ..engine import R
from ..errors import ReplyError
from .strict_json import NotStrict, check_strings, parse

_THOUGHT = re.compile(r"\A\s*<(think|thinking|thought|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_OPEN_THOUGHT = re.compile(r"\A\s*<(think|thinking|thought|reasoning)>", re.IGNORECASE)
_THOUGHT_END = "</think>"
"""Some chat templates open the block inside the prompt, so that only its end is in the reply."""

_FENCE = re.compile(r"^[ \t]*```[\w-]*[ \t]*\r?\n(.*?)\n[ \t]*```[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_BRACES = re.compile(r'["{}\\]')

_RANGE_FAULTS = re.compile(r"too_long|too_short|than|int_parsing_size|finite_number|value_error|string_pattern")
"""Faults that an endpoint which holds to the schema may still make: not every grammar knows lengths and ranges."""


@dataclass(frozen=True, slots=True)
class Found:
    """The JSON value in a text; `alone` is false where more than the value (and thoughts) stood there."""

    value: Any
    alone: bool


@dataclass(frozen=True, slots=True)
class Understood(Generic[R]):
    """The record in a reply, or the error that says why there is none.

    `ignored` is true where the text shows that the endpoint did not hold to the schema.
    """

    reply: R | None = None
    error: ReplyError | None = None
    ignored: bool = False


def understand(text: str, reply: type[R], *, asked: bool) -> Understood[R]:
    """The record in a model's text; causes are "empty", "not_json" and "wrong_schema".

    `asked` says whether the endpoint was asked to hold to the schema; where it was not, or did not, keys that the
    record does not know are left out.
    """
    if not text.strip():
        return Understood(error=ReplyError("the reply is empty", cause="empty", raw=text))
    try:
        found = find_json(text)
    except NotStrict as err:
        error = ReplyError(f"the reply is not JSON: {err}", cause="not_json", raw=text)
        return Understood(error=error, ignored=not text.lstrip("\ufeff \t\r\n").startswith("{"))
    try:
        return Understood(reply.model_validate(found.value), ignored=not found.alone)
    except ValidationError as err:
        wrong = err
    if not (asked and found.alone):
        try:
            return Understood(reply.model_validate(_without_extras(found.value, wrong)), ignored=True)
        except ValidationError as err:
            wrong = err
    return _misfit(text, reply, wrong)


def find_json(text: str) -> Found:
    """The one JSON value of a model's text; raises `NotStrict`, saying what stands in the way."""
    bare = text.strip("\ufeff \t\r\n")
    value, reason = _try(bare)
    if reason is None:
        return Found(value, alone=True)
    rest = _without_thoughts(bare)
    if rest != bare:
        value, reason = _try(rest)
        if reason is None:
            return Found(value, alone=True)
    fenced = _FENCE.findall(rest)
    pieces = fenced if len(fenced) == 1 else () if rest.startswith(("{", "[")) else tuple(_objects(rest))
    tried = [_try(piece) for piece in pieces]
    objects = [value for value, broken in tried if broken is None and isinstance(value, dict)]
    if len(objects) == 1:
        return Found(objects[0], alone=False)
    if objects:
        raise NotStrict(f"{len(objects)} objects in the text, and nothing says which is meant")
    raise next((broken for _, broken in tried if broken is not None), reason)


def _try(text: str) -> tuple[Any, NotStrict | None]:
    try:
        value = parse(text)
        check_strings(value)
    except NotStrict as err:
        return None, err
    return value, None


def _without_thoughts(text: str) -> str:
    rest = text
    while match := _THOUGHT.match(rest):
        rest = rest[match.end() :]
    if _OPEN_THOUGHT.match(rest):
        raise NotStrict("its thoughts have no end")
    return rest.rpartition(_THOUGHT_END)[2].strip()


def _objects(text: str) -> Iterator[str]:
    """The outermost {...} passages; an object that is never closed ends the search: its parts are not the reply."""
    start = text.find("{")
    while start >= 0:
        end = _closed(text, start)
        if end is None:
            return
        yield text[start:end]
        start = text.find("{", end)


def _closed(text: str, start: int) -> int | None:
    depth, quoted, escaped = 0, False, -1
    for match in _BRACES.finditer(text, start):
        if match.start() == escaped:
            continue
        if match[0] == "\\":
            escaped = match.end()
        elif match[0] == '"':
            quoted = not quoted
        elif not quoted:
            depth += 1 if match[0] == "{" else -1
            if not depth:
                return match.end()
    return None


def _without_extras(value: Any, wrong: ValidationError) -> Any:
    """The value without the keys that were refused as unknown; it is our own, fresh from the text."""
    for fault in wrong.errors(include_url=False, include_input=False):
        if fault["type"] == "extra_forbidden":
            holder = value
            for step in fault["loc"][:-1]:
                holder = holder[step]
            holder.pop(fault["loc"][-1], None)
    return value


def _misfit(text: str, reply: type[R], wrong: ValidationError) -> Understood[R]:
    faults = wrong.errors(include_url=False, include_input=False, include_context=False)
    place = ".".join(map(str, faults[0]["loc"])) or "the whole"
    more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
    message = f"the reply does not fit {reply.__name__}: {place[:80]!r}: {faults[0]['msg']}{more}"
    ignored = any(not _RANGE_FAULTS.search(fault["type"]) for fault in faults)
    return Understood(error=ReplyError(message, cause="wrong_schema", raw=text), ignored=ignored)
