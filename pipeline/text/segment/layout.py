"""Paragraphs: which lines of a text belong together, whatever marks their borders."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...records import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAKS = frozenset(("\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"))
_HEADING = re.compile(r"#{1,6}\s")
_RULE = re.compile(r"(?:[-*_=~]\s?){3,80}\Z")
_BULLET = re.compile(r"[•‣▪◦●·*+]\s|[-–—]\s")
_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]\s")
_CLOSERS = "\"'”’»“)]}*_"

# 40..100: narrower columns are lists and verse, wider lines are paragraphs; mail and wire copy wraps at 60 to 80
_NARROWEST, _WIDEST = 40, 100


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    follows: bool
    """Whether nothing but one line break stands between this line and the one before."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, in order, without white space around them; every other character is in one."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    found: list[list[int]] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and line.follows and _goes_on(text, before, line, width):
            found[-1][1] = line.end
        else:
            found.append([line.start, line.end])
    return tuple(Span(start=start, end=end) for start, end in found)


def _lines(text: str) -> Iterator[_Line]:
    end = -1
    for match in _LINE.finditer(text):
        raw = match[0]
        bare = raw.strip()
        if not bare:
            end = -1
            continue
        indent = len(raw) - len(raw.lstrip())
        follows = end >= 0 and text[end : match.start()] in _BREAKS
        start = match.start() + indent
        yield _Line(start, start + len(bare), indent, follows)
        end = match.end()


def _wrap_width(text: str, lines: Sequence[_Line]) -> int | None:
    """The column at which the text was wrapped; None where a line break ends a paragraph."""
    breaks = [(a, b) for a, b in pairwise(lines) if b.follows]
    if not breaks:
        return None
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[(len(lengths) - 1) * 19 // 20]  # the longest 5 % may be addresses or tables
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(_is_full(text, a, b, width) for a, b in breaks)
    running = sum(not _ends(text, a) for a, _ in breaks)
    # wrapped prose fills nearly every line and breaks nearly every line inside a sentence; half leaves room for short
    # paragraphs set without blank lines
    return width if full * 2 >= len(breaks) and running * 2 >= len(breaks) else None


def _is_full(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of the following line would not have fitted any more."""
    word = text[following.start : min(following.end, following.start + width)].split(None, 1)[0]
    return line.end - line.start + 1 + len(word) > width - 2


def _goes_on(text: str, line: _Line, following: _Line, width: int | None) -> bool:
    """Whether the paragraph of `line` goes on in the line that follows it."""
    head = text[following.start : following.start + 90]
    own = text[line.start : line.start + 90]
    if _stands_alone(head) or _stands_alone(own) or _starts_item(head, own, ended=_ends(text, line)):
        return False
    if head.startswith(">") != own.startswith(">"):
        return False
    if following.indent >= line.indent + 2 and not _BULLET.match(own) and not _NUMBER.match(own):
        return False
    length = line.end - line.start
    runs_on = head.lstrip("> ")[:1].islower() and not _ends(text, line)
    if width is None:
        return runs_on and length >= _NARROWEST
    return _is_full(text, line, following, width) or (runs_on and length * 2 >= width)


def _stands_alone(head: str) -> bool:
    return bool(_HEADING.match(head) or _RULE.match(head)) or head.startswith("|")


def _starts_item(head: str, own: str, *, ended: bool) -> bool:
    if head[:1] in "•‣▪◦●":
        return True
    if not _BULLET.match(head) and not _NUMBER.match(head):
        return False
    # a dash or a number may also be the first word of a wrapped line
    return ended or bool(_BULLET.match(own) or _NUMBER.match(own))


def _ends(text: str, line: _Line) -> bool:
    tail = text[max(line.start, line.end - 6) : line.end].rstrip(_CLOSERS)
    return not tail or tail[-1] in ".!?…:;"
