"""Reads an answer to its end, whatever it turns out to be: JSON, an event stream, a web page, or a part of one."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

from .strict_json import NotStrict, parse
from .wire_errors import FEW_ATTEMPTS, Kind, Trouble, classify, one_line, page_title
from .wire_reply import Assembly

MAX_REPLY = 8 * 2**20
"""Bytes of a reply at most: 200 claims with the longest quotes are under 1 MB."""

MAX_STREAM = 128 * 2**20
"""Bytes of an event stream at most: each token comes in about 250 bytes of envelope."""

KEPT = 20_000
"""Characters of an unusable answer that are kept for `explain`."""

_EVENTS = (b"data:", b"event:", b"id:", b"retry:", b":")
_BLANKS = b"\xef\xbb\xbf \t\r\n"


async def received(chunks: AsyncIterator[bytes]) -> str:
    """A good answer as the JSON text of a chat completion; raises `Trouble` for every other one.

    What it is shows in its first bytes: servers that send the one and announce the other are common.
    """
    head = bytearray()
    size = 0
    async for chunk in chunks:
        head += chunk
        size += len(chunk)
        if head.lstrip(_BLANKS).startswith(_EVENTS):
            return await _streamed(bytes(head), chunks)
        if size > MAX_REPLY:
            raise _too_long(size, "")
    return _whole(head.decode("utf-8", "replace"))


async def _streamed(head: bytes, chunks: AsyncIterator[bytes]) -> str:
    assembly = Assembly()
    size = len(head)
    try:
        assembly.feed(head)
        async for chunk in chunks:
            if assembly.done or assembly.error:
                break
            size += len(chunk)
            if size > MAX_STREAM or assembly.size > MAX_REPLY:
                raise _too_long(size, assembly.completion().content)
            assembly.feed(chunk)
        else:
            assembly.end()
    except NotStrict as err:
        if not assembly.complete:
            raise _broken_off(assembly, f"an event is not JSON: {err}") from err
    except Trouble as err:
        if not (assembly.complete and err.again):
            raise
    if assembly.error:
        raise _error_inside(assembly.error)
    if not assembly.complete:
        raise _broken_off(assembly, "it ended without a finish reason")
    return assembly.completion().as_raw()


def _whole(text: str) -> str:
    bare = text.lstrip("\ufeff \t\r\n")
    kept = text[:KEPT]
    if not bare:
        raise Trouble("empty", "the answer has no content", attempts=FEW_ATTEMPTS)
    if bare.startswith("<"):
        title = one_line(page_title(bare), 80)
        raise Trouble("html", f"a web page came instead of a reply ({title!r}); is the address right?", raw=kept)
    try:
        envelope = parse(bare)
    except NotStrict as err:
        kind: Kind = "truncated" if bare.startswith("{") else "not_json"
        raise Trouble(kind, f"the answer is not JSON: {err}", raw=kept, attempts=FEW_ATTEMPTS) from err
    if isinstance(envelope, dict) and envelope.get("error") and not envelope.get("choices"):
        raise _error_inside(envelope)
    if not isinstance(envelope, dict) or not isinstance(envelope.get("choices"), list):
        raise Trouble("empty", "the answer is no chat completion", raw=kept)
    return bare


def _error_inside(envelope: Mapping[str, Any]) -> Trouble:
    """An error that came with status 200: its code, where it has one, is the status it should have had."""
    error = envelope["error"]
    code = error.get("code") if isinstance(error, dict) else None
    try:
        status = int(str(code))
    except ValueError:
        status = 500
    return classify(status if 400 <= status < 600 else 500, {}, json.dumps(envelope))


def _too_long(size: int, content: str | None) -> Trouble:
    return Trouble("truncated", f"the reply was cut at {size >> 20} MB", raw=(content or "")[:KEPT])


def _broken_off(assembly: Assembly, why: str) -> Trouble:
    raw = (assembly.completion().content or "")[:KEPT]
    return Trouble("truncated", f"the stream broke off: {why}", raw=raw, attempts=FEW_ATTEMPTS)
