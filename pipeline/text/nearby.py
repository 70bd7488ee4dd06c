"""The parts of a reading in or near a passage, found by bisection, so that long articles stay linear."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

from ..reading import Name, Quotation, Reading, Saying
from ..records import Span

S = TypeVar("S", bound=Span)

REACH = 4_000
"""How many characters before a passage a saying may begin whose source or content touches it: several long
paragraphs of one quotation; no speaker is printed farther away."""


def sayings_near(reading: Reading, span: Span) -> Sequence[Saying]:
    """The sayings whose content begins in the passage or within `REACH` of it, in order."""
    first = bisect_left(reading.sayings, span.start - REACH, key=lambda s: s.content[0].start)
    last = bisect_right(reading.sayings, span.end + REACH, key=lambda s: s.content[0].start)
    return reading.sayings[first:last]


def names_in(reading: Reading, span: Span) -> Sequence[Name]:
    """The names that lie in the passage, in order."""
    return _in(reading.names, span)


def quotation_at(reading: Reading, start: int, end: int) -> Quotation | None:
    """The quotation between whose marks text[start:end] stands, or None."""
    at = bisect_right(reading.quotations, start, key=lambda q: q.inner.start) - 1
    if at < 0:
        return None
    found = reading.quotations[at]
    return found if end <= found.inner.end else None


def touching(parts: Sequence[S], span: Span) -> Sequence[S]:
    """The parts (in order, not overlapping) that share a character with the passage."""
    first = bisect_right(parts, span.start, key=lambda part: part.end)
    last = bisect_left(parts, span.end, key=lambda part: part.start)
    return parts[first:last]


def _in(parts: Sequence[S], span: Span) -> Sequence[S]:
    return [part for part in touching(parts, span) if span.start <= part.start and part.end <= span.end]
