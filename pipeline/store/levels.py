"""The two levels of the store: finished digests, and an endpoint's replies as they came."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from ..errors import ReplyCause
from .rows import LevelInfo, Rows

ReplyOutcome = Literal["ok"] | ReplyCause
"""How a stored reply ended: "ok", or why it could not be used."""

_SURROGATES: Final = "surrogatepass"
"""A lone surrogate in a reply is kept as it came."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One stored reply: its outcome, the raw text that came, and the canonical request that was sent."""

    outcome: str
    raw: str
    request: str


class Digests:
    """Digests as JSON text, by `digest_key`."""

    level: Final = "digest"

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self, key: str) -> str | None:
        """The digest's text, or None where there is none that is whole."""
        value = self._rows.get(f"{self.level}:{key}")
        return _text(value) if value is not None else None

    def put(self, key: str, text: str) -> None:
        """Keep a digest's text."""
        self._rows.put(f"{self.level}:{key}", text.encode("utf-8", _SURROGATES))

    def keys(self) -> Iterator[str]:
        """The keys of all digests, oldest first."""
        return self._rows.keys(self.level)

    def info(self) -> LevelInfo:
        """How much this level holds."""
        return self._rows.info(self.level)


class Replies:
    """Raw replies by the hash of their request: only those with outcome "ok" answer, all of them can be explained."""

    level: Final = "reply"

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self, key: str) -> str | None:
        """The raw text of a reply that was good, or None."""
        reply = self.read(key)
        return reply.raw if reply is not None and reply.outcome == "ok" else None

    def read(self, key: str) -> Reply | None:
        """The reply with its outcome and request, good or not, or None where there is none that is whole."""
        value = self._rows.get(f"{self.level}:{key}")
        text = _text(value) if value is not None else None
        return _reply(text) if text is not None else None

    def put(self, key: str, raw: str, *, outcome: ReplyOutcome, request: str) -> None:
        """Keep a reply as it came, before anything is read from it; the last one under a key stands."""
        text = json.dumps([outcome, raw, request])  # ASCII, so that surrogates and NULs come back as they were
        self._rows.put(f"{self.level}:{key}", text.encode("ascii"))

    def keys(self) -> Iterator[str]:
        """The keys of all replies, oldest first."""
        return self._rows.keys(self.level)

    def info(self) -> LevelInfo:
        """How much this level holds."""
        return self._rows.info(self.level)


def _text(value: bytes) -> str | None:
    try:
        return value.decode("utf-8", _SURROGATES)
    except UnicodeDecodeError:
        return None


def _reply(text: str) -> Reply | None:
    try:
        parts = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(parts, list) or len(parts) != 3 or not all(isinstance(part, str) for part in parts):
        return None
    return Reply(*parts)
