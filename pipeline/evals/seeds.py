"""The text a reader sees in a seed, and where a verbatim string stands in a text.

Plain text and Markdown are taken to the letter; of an HTML page every visible text is taken, menus and comments too,
so that a fixture can name what is not news.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

UNSEEN: Final = frozenset({"head", "script", "style", "noscript", "template", "svg"})
VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr", "area", "base", "col", "embed"})
INLINE: Final = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "u"}
)


def seed_text(path: Path) -> str:
    """The text of a seed; raises `OSError` or `UnicodeDecodeError`."""
    text = path.read_bytes().decode("utf-8-sig")
    if path.suffix.lower() in (".html", ".htm"):
        page = _Page()
        page.feed(text)
        return page.text()
    return text


class _Page(HTMLParser):
    """Collects what a browser would show, block by block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._unseen += 1
        if tag not in INLINE:
            self._pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag not in INLINE:
            self._pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._pieces.append(re.sub(r"\s+", " ", data))

    def text(self) -> str:
        """The blocks, one a paragraph."""
        blocks = (re.sub(r"\s+", " ", block).strip() for block in "".join(self._pieces).split("\n"))
        return "\n\n".join(block for block in blocks if block)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with white space as one space, straight quotes, no Markdown stars, and the way back to its offsets."""

    text: str
    starts: tuple[int, ...]


_LIKE: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-"})
_LAYOUT: Final = frozenset("*\u00ad")
"""Markdown's emphasis and soft hyphens are layout, never news: they fall out."""

_UNEVEN: Final = re.compile(r"\s\s|[^\S ]|[*\u00ad]")


@lru_cache(maxsize=20_000)
def fold(text: str) -> Folded:
    """The folded form of a text, with the offset of each of its characters in the text."""
    like = text.translate(_LIKE)
    if _UNEVEN.search(like) is None:
        return Folded(like, tuple(range(len(text) + 1)))
    out: list[str] = []
    starts: list[int] = []
    for place, char in enumerate(like):
        if char.isspace():
            if out and out[-1] == " ":
                continue
            char = " "
        if char not in _LAYOUT:
            out.append(char)
            starts.append(place)
    return Folded("".join(out), (*starts, len(text)))


def find_all(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Every place of a verbatim string in a text, half-open; quotes, dashes and spaces may differ in form."""
    folded, needle = fold(text), fold(wanted).text.strip()
    places: list[tuple[int, int]] = []
    at = folded.text.find(needle) if needle else -1
    while at >= 0:
        places.append((folded.starts[at], folded.starts[at + len(needle) - 1] + 1))
        at = folded.text.find(needle, at + 1)
    return tuple(places)


def find_whole(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """`find_all`, without places that begin or end inside a word or number ("12" in "2012")."""
    return tuple(
        (start, end)
        for start, end in find_all(text, wanted)
        if not (start and text[start - 1].isalnum() and text[start].isalnum())
        and not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
    )


def line_of(text: str, offset: int) -> int:
    """The number of the line, from 1, that an offset stands in."""
    return bisect_right([m.start() for m in re.finditer("\n", text)], offset - 1) + 1
