"""What a source hands over: bytes that may become an article, or the reason why an item cannot be read."""

from dataclasses import dataclass
from typing import Final, Literal

Form = Literal["plain", "markdown", "html", "row"]
"""How the bytes are written; a row is one JSON object with `text` or `html`."""

MAX_BYTES: Final = 20_000_000
"""Longest article in bytes: some 40 novels; above it lies a dump that was named by mistake."""

ABOUT: Final = frozenset({"id", "url", "title", "byline", "publisher", "published", "language"})
"""What a caller or a row may say about an article; the names are those of `Article`."""


@dataclass(frozen=True, slots=True)
class Raw:
    """One unread article: `ref` is what the user named ("-", "a.txt", "rows.jsonl:12"), `about` sorted metadata."""

    ref: str
    data: bytes
    form: Form
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One item of a folder, a glob or a file of rows that cannot be read: a short cause, one line, and what to do."""

    ref: str
    cause: str
    message: str
    advice: str
