"""The reversible normaliser: typography is folded away, words and digits never, and every place maps back."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_ZERO_WIDTH = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_GAP = rf"[\s{_ZERO_WIDTH}]"
_DASH = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_SINGLE = "'\u2018-\u201b\u2032\u2039\u203a`\u00b4\uff07"
_DOUBLE = '"\u201c-\u201f\u2033\u00ab\u00bb\uff02'
_MARK = _SINGLE + _DOUBLE

_FOLDABLE = re.compile(
    rf"(?P<dash>{_GAP}*+[{_DASH}](?:{_GAP}|[{_DASH}])*+)"
    # a dot before a digit is a decimal point, never part of an ellipsis
    rf"|(?P<dots>{_GAP}*+[.\u2026](?!\d)(?:{_GAP}*+[.\u2026](?!\d))*+{_GAP}*+)"
    rf"|(?P<gap>(?! ){_GAP}++| {_GAP}++)"
    # a full stop or comma after the closing mark is the same quotation as one before it
    rf"|(?P<mark>[{_MARK}][{_MARK}{_ZERO_WIDTH}]*+)(?P<stop>[.,](?![\d.\u2026]))?"
    r"|(?P<form>\w[\u0300-\u036f]++|[\ufb00-\ufb06\uff01\uff03-\uff06\uff08-\uff0c\uff0f-\uff5e])"
)
_A_SPACE = re.compile(r"\s")
_A_DOUBLE = re.compile(f"[{_DOUBLE}]")
_GAPS = re.compile(rf"{_GAP}+")

_INSERTION = re.compile(r"\[(?P<inside>[^\[\]]{1,80})\]")
_DROPPED_INSERTION = re.compile(r" \[[^\[\]\d]{1,80}\](?=[^\w ])|\[[^\[\]\d]{1,80}\] ?")
_NEGATIVE = re.compile(r"\b(?:not?|never|none|neither|nor|without|cannot|un\w+)\b|n't\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back: piece i of it, `starts[i]:ends[i]`, stands for `source_starts[i]:source_ends[i]`.

    Only pieces that changed are kept; everything between two pieces is the same on both sides.
    """

    text: str
    starts: "array[int]"
    ends: "array[int]"
    source_starts: "array[int]"
    source_ends: "array[int]"
    inner: "Folded | None" = None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original text that the non-empty folded range `start:end` stands for."""
        first, last = self._source_start(start), self._source_end(end)
        return self.inner.back(first, last) if self.inner else (first, last)

    def _source_start(self, at: int) -> int:
        piece = bisect_right(self.starts, at) - 1
        if piece < 0:
            return at
        if at < self.ends[piece]:
            return self.source_starts[piece]
        return self.source_ends[piece] + at - self.ends[piece]

    def _source_end(self, at: int) -> int:
        piece = bisect_right(self.starts, at - 1) - 1
        if piece < 0:
            return at
        return self.source_ends[piece] + max(0, at - self.ends[piece])


@lru_cache(maxsize=8)  # one article is searched for dozens of quotes; eight are more than are read at once
def fold(text: str) -> Folded:
    """Fold quotation marks, dashes, white space, ellipses, ligatures and full-width forms; never a word or a digit.

    Linear in the text. A run of dashes with its spaces is "-", a run of quotation marks is "'" (or '"' after a
    digit: inches are not feet), an ellipsis with its spaces is "...", zero-width characters are dropped.
    """
    return _rewrite(text, _FOLDABLE, _folded)


def unwrapped(folded: Folded) -> Folded:
    """The folded text with the brackets of every insertion taken off: "[and]" is "and"."""
    return _rewrite(folded.text, _INSERTION, lambda found: found["inside"], inner=folded)


def dropped(folded: Folded) -> Folded:
    """The folded text without its bracketed insertions; one that holds a digit or a negation stays."""

    def without(found: re.Match[str]) -> str:
        return found.group() if _NEGATIVE.search(found.group()) else ""

    return _rewrite(folded.text, _DROPPED_INSERTION, without, inner=folded)


def _folded(found: re.Match[str]) -> str:
    piece = found.group()
    match found.lastgroup:
        case "dash":
            return "-"
        case "dots":
            many = piece.count(".") + 3 * piece.count("\u2026") >= 3
            return "..." if many else _GAPS.sub(_gap, piece)
        case "gap":
            return " " if _A_SPACE.search(piece) else ""
        case "mark" | "stop":
            inches = found.start() > 0 and found.string[found.start() - 1].isdigit() and _A_DOUBLE.search(piece)
            return (found["stop"] or "") + ('"' if inches else "'")
        case _:
            wide = "".join(unicodedata.normalize("NFKC", c) if c >= "\ufb00" else c for c in piece)
            return unicodedata.normalize("NFC", wide)


def _gap(found: re.Match[str]) -> str:
    return " " if _A_SPACE.search(found.group()) else ""


def _rewrite(
    text: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str], *, inner: Folded | None = None
) -> Folded:
    kept: list[str] = []
    starts, ends, source_starts, source_ends = (array("q") for _ in range(4))
    done = shift = 0
    for found in pattern.finditer(text):
        new = replace(found)
        if new == found.group():
            continue
        at = found.start() + shift
        kept += (text[done : found.start()], new)
        starts.append(at)
        ends.append(at + len(new))
        source_starts.append(found.start())
        source_ends.append(found.end())
        done = found.end()
        shift = at + len(new) - done
    kept.append(text[done:])
    return Folded("".join(kept), starts, ends, source_starts, source_ends, inner)
