"""Dates: each one a statement says must be printed in its evidence; a weekday may be resolved to its date."""

from collections.abc import Iterator, Sequence
from datetime import date

from ...reading import Fault, TimeMention
from ..times import agrees
from .scope import Ground, error, stems, touched, warning


def dates(said: Sequence[TimeMention], ground: Ground, carried: Sequence[TimeMention] = ()) -> Iterator[Fault]:
    """The faults of a statement's dates; `carried` are more that may be drawn on.

    A date that the sentences before print, where the evidence has none, was brought in to make the claim stand alone:
    it is worth a look, no more.
    """
    printed = [*ground.times, *carried]
    context = [*printed, *touched(ground.reading.times, ground.before)]
    for mention in said:
        if agrees(mention, printed) or any(_wider(mention, other) for other in printed):
            continue
        expected = "; ".join(dict.fromkeys(repr(t.ref.text) for t in printed)) or "no date"
        borrowed = not ground.times and agrees(mention, context)
        make = warning if borrowed or any(_week_off(mention, other) for other in printed) else error
        yield make("date", expected, repr(mention.ref.text), ground.times or ground.spans)


def _week_off(said: TimeMention, printed: TimeMention) -> bool:
    """Whether a bare weekday was dated one week apart: the reading may have taken the wrong week as well."""
    if said.ref.from_ is None or printed.ref.from_ is None or any(c.isdigit() for c in printed.ref.text):
        return False
    days = date.fromisoformat(said.ref.from_[:10]) - date.fromisoformat(printed.ref.from_[:10])
    return abs(days.days) == 7 and said.ref.from_ == said.ref.to


def _wider(said: TimeMention, printed: TimeMention) -> bool:
    """Whether a time whose days nobody knows is said with some of the printed words: "Tuesday" of "Tuesday evening"."""
    return said.ref.from_ is None and stems(said.ref.text) <= stems(printed.ref.text)
