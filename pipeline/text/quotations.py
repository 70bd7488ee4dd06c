"""Double quotation marks: which of them open, which close, and the passages between them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..reading import Quotation
from ..records import Span

DOUBLE = frozenset('"“”„‟«»＂❝❞')
"""The marks of a quotation; single marks are left to the words they stand in."""

_MARK = re.compile(f"[{''.join(sorted(DOUBLE))}]")
_STRAIGHT = frozenset('"＂')
_GUILLEMETS = frozenset("«»")
_OPENS = frozenset("“„‟❝")
_BEFORE_OPENING = frozenset("([{<—–-/*_‘'>…")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/*_’'…>")


class Mark(NamedTuple):
    """One quotation mark at `at`: it opens or it closes."""

    at: int
    opens: bool


def marks(text: str, paragraph: Span) -> tuple[Mark, ...]:
    """The double quotation marks of a paragraph, in order; marks of inches and seconds are left out."""
    found: list[Mark] = []
    depth = 0
    for at in _positions(text, paragraph):
        opens = _opens(text, at, paragraph, depth)
        if opens is None:
            continue
        depth = _next_depth(text[at], depth, opens)
        found.append(Mark(at, opens))
    return tuple(found)


def quotations(text: str, paragraphs: Sequence[Span], found: Sequence[Sequence[Mark]]) -> tuple[Quotation, ...]:
    """The outermost quotations of each paragraph, in order.

    `found` holds the marks of each paragraph. A mark left open makes a quotation only where it is the last mark of its
    paragraph and the next paragraph opens again; elsewhere it is a misprint, and nobody knows where it would end.
    """
    out: list[Quotation] = []
    for number, (paragraph, here) in enumerate(zip(paragraphs, found, strict=True)):
        goes_on = number + 1 < len(paragraphs) and _starts_open(text, paragraphs[number + 1], found[number + 1])
        for start, end, is_open in _pairs(here, paragraph.end, goes_on):
            inner_end = end if is_open else end - 1
            if text[start + 1 : inner_end].strip():
                inner = Span(start=start + 1, end=inner_end)
                out.append(Quotation(start=start, end=end, inner=inner, paragraph=number, open_end=is_open))
    return tuple(out)


def _positions(text: str, paragraph: Span) -> Iterator[int]:
    return (match.start() for match in _MARK.finditer(text, paragraph.start, paragraph.end))


def _next_depth(mark: str, depth: int, opens: bool) -> int:
    if opens:
        # straight marks cannot nest: a second opening one means that the first was never closed
        return 1 if mark in _STRAIGHT else depth + 1
    return max(depth - 1, 0)


def _opens(text: str, at: int, paragraph: Span, depth: int) -> bool | None:
    """Whether the mark opens; None where it is no quotation mark."""
    mark = text[at]
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    free_before = before.isspace() or before in _BEFORE_OPENING or before in DOUBLE
    free_after = after.isspace() or after in _AFTER_CLOSING or after in DOUBLE
    if mark in _GUILLEMETS:
        return depth == 0 or (before.isspace() and mark == "«" and not after.isspace())
    if mark in _STRAIGHT:
        return _straight_opens(before, free_before, free_after, depth)
    if mark == "„":
        return True
    if mark in _OPENS:
        return not (free_after and not free_before) and not (depth > 0 and not free_before)
    wrongly_opens = free_before and not free_after and depth == 0
    return wrongly_opens


def _straight_opens(before: str, free_before: bool, free_after: bool, depth: int) -> bool | None:
    if free_before != free_after:
        if free_after and depth == 0:
            return None  # nothing is open: inches, seconds, or a mark whose partner was lost
        return free_before
    if depth == 0 and before.isdigit():
        return None
    return depth == 0


def _starts_open(text: str, paragraph: Span, found: Sequence[Mark]) -> bool:
    if not found or not found[0].opens:
        return False
    return not any(char.isalnum() for char in text[paragraph.start : min(found[0].at, paragraph.start + 8)]) and (
        found[0].at < paragraph.start + 8
    )


def _pairs(found: Sequence[Mark], end: int, goes_on: bool) -> Iterator[tuple[int, int, bool]]:
    """Outermost pairs as (start, end, open at the end), in order."""
    stack: list[int] = []
    closed: list[tuple[int, int]] = []
    for mark in found:
        if mark.opens:
            stack.append(mark.at)
        elif stack:
            start = stack.pop()
            while closed and closed[-1][0] > start:
                closed.pop()
            closed.append((start, mark.at + 1))
    for start, stop in closed:
        yield start, stop, False
    if goes_on and found and found[-1].opens:
        yield found[-1].at, end, True
