"""Double quotation marks: which of them open, which close, and the passages between them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...reading import Quotation
from ...records import Span

DOUBLE = frozenset('"“”„‟«»＂❝❞')
"""The marks of a quotation; single marks are left to the words they stand in."""

_MARK = re.compile(f"[{''.join(sorted(DOUBLE))}]|``|'{{2,3}}(?!')")
_STRAIGHT = frozenset("\"＂'")
_OPENS = frozenset("“„‟❝`")
_BEFORE_OPENING = frozenset("([{<—–-/*_‘'>…`")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/*_’'…>")
_FRONT = 8
"""A mark that opens a paragraph stands within so many characters: after a bullet, a bracket or Markdown's signs."""


class Mark(NamedTuple):
    """One quotation mark from `at` to `end` (two apostrophes are one mark): it opens or it closes."""

    at: int
    end: int
    opens: bool


def marks(text: str, paragraph: Span) -> tuple[Mark, ...]:
    """The double quotation marks of a paragraph, in order; marks of inches and seconds are left out."""
    found: list[Mark] = []
    depth = 0
    for at, end in _places(text, paragraph):
        opens = _opens(text, (at, end), paragraph, depth)
        if opens is None:
            continue
        # straight marks cannot nest: a second opening one means that the first was never closed
        depth = max(depth - 1, 0) if not opens else 1 if text[at] in _STRAIGHT else depth + 1
        found.append(Mark(at, end, opens))
    return tuple(found)


def quotations(text: str, paragraphs: Sequence[Span], found: Sequence[Sequence[Mark]]) -> tuple[Quotation, ...]:
    """The outermost quotations of each paragraph, in order; `found` holds the marks of each paragraph.

    A mark left open makes a quotation only where it is the last mark of its paragraph and the next paragraph opens
    again; elsewhere it is a misprint, and nobody knows where it would end.
    """
    out: list[Quotation] = []
    for number, (paragraph, here) in enumerate(zip(paragraphs, found, strict=True)):
        goes_on = number + 1 < len(paragraphs) and _starts_open(text, paragraphs[number + 1], found[number + 1])
        for opening, closing in _pairs(here, goes_on=goes_on):
            inner_end = closing.at if closing else paragraph.end
            if text[opening.end : inner_end].strip():
                inner = Span(start=opening.end, end=inner_end)
                end = closing.end if closing else paragraph.end
                out.append(
                    Quotation(start=opening.at, end=end, inner=inner, paragraph=number, open_end=closing is None)
                )
    return tuple(out)


def _places(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, end = match.span()
        if end - at == 3:
            # a single mark inside the double one: outermost first when opening, last when closing
            opens = at == paragraph.start or text[at - 1].isspace()
            at, end = (at, end - 1) if opens else (at + 1, end)
        yield at, end


def _opens(text: str, place: tuple[int, int], paragraph: Span, depth: int) -> bool | None:
    """Whether the mark opens; None where it is no quotation mark."""
    at, end = place
    mark = text[at]
    before = text[at - 1] if at > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    free_before = before.isspace() or before in _BEFORE_OPENING or before in DOUBLE
    free_after = after.isspace() or after in _AFTER_CLOSING or after in DOUBLE
    if mark in "«»":
        return depth == 0 or (mark == "«" and before.isspace() and not after.isspace())
    if mark in _STRAIGHT:
        return _straight_opens(before, free_before=free_before, free_after=free_after, depth=depth)
    if mark in _OPENS:
        # typed where a closing mark belongs: glued to the word before it
        return mark == "„" or not (not free_before and (free_after or depth > 0))
    return free_before and not free_after and depth == 0


def _straight_opens(before: str, *, free_before: bool, free_after: bool, depth: int) -> bool | None:
    if free_before != free_after:
        if free_after and depth == 0:
            return None  # nothing is open: inches, seconds, or a mark whose partner was lost
        return free_before
    if depth == 0 and before.isdigit():
        return None
    return depth == 0


def _starts_open(text: str, paragraph: Span, found: Sequence[Mark]) -> bool:
    if not found or not found[0].opens or found[0].at >= paragraph.start + _FRONT:
        return False
    return not any(char.isalnum() for char in text[paragraph.start : found[0].at])


def _pairs(found: Sequence[Mark], *, goes_on: bool) -> Iterator[tuple[Mark, Mark | None]]:
    """Outermost pairs in order; the last may lack its closing mark."""
    stack: list[Mark] = []
    closed: list[tuple[Mark, Mark]] = []
    for mark in found:
        if mark.opens:
            stack.append(mark)
        elif stack:
            opening = stack.pop()
            while closed and closed[-1][0].at > opening.at:
                closed.pop()
            closed.append((opening, mark))
    yield from closed
    if goes_on and found and found[-1].opens:
        yield found[-1], None
