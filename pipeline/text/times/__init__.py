"""The news-date resolver: every time expression of a text with the days it means, seen from the day of publication.

Decisions: a bare weekday is the nearest such day in the past, the day of publication included, unless the verb near
it looks ahead. "Last Tuesday" and "next Friday" are the nearest strictly before and after. A week runs from Monday
to Sunday. "Early", "mid" and "late" are thirds. A date without a year takes the nearest year the verb allows. Seasons
are the northern hemisphere's. Prepositions ("since", "until") stay outside the text of a mention.
"""

import datetime
import re

from ...reading import TimeMention
from ...records import Granularity, TimeRef
from .agree import agrees
from .dateline import dateline_date
from .forms import Form, forms
from .resolved import resolve
from .seen import Resolved

__all__ = ["agrees", "dateline_date", "times"]

_BETWEEN = re.compile(r",?\s{0,3}(?:(?:at|around|about|on|by|from|just|shortly|after|before|until)\s){0,2}\s{0,3}")


def times(
    text: str, published: datetime.datetime | None, start: int = 0, end: int | None = None
) -> tuple[TimeMention, ...]:
    """Every time expression of text[start:end], in order, not overlapping; days are None where they cannot be known.

    Only words of text[start:end] tell whether an expression looks back or ahead: the "May 14" of a dateline says
    nothing about the "Monday" behind it.
    """
    first = max(0, start)
    seen = text[first:end]
    today = published.date() if published else None
    found = forms(seen, 0, len(seen))
    resolved = [resolve(form, seen, today) for form in found]
    return tuple(
        _mention(seen, form, _on_its_day(seen, found, resolved, at) if form.kind == "clock" else resolved[at], first)
        for at, form in enumerate(found)
    )


def _on_its_day(text: str, found: list[Form], resolved: list[Resolved], at: int) -> Resolved:
    """A clock time takes the day that stands next to it ("6 a.m. on Wednesday")."""
    for left, right, other in ((at, at + 1, at + 1), (at - 1, at, at - 1)):
        if not 0 <= other < len(found) or resolved[other].granularity is not Granularity.DAY:
            continue
        if _BETWEEN.fullmatch(text, found[left].end, found[right].start):
            return resolved[at]._replace(interval=resolved[other].interval, inferred=resolved[other].inferred)
    return resolved[at]


def _mention(text: str, form: Form, resolved: Resolved, offset: int) -> TimeMention:
    first, last = resolved.interval or (None, None)
    ref = TimeRef(
        text=text[form.start : form.end],
        from_=first.isoformat() if first else None,
        to=last.isoformat() if last else None,
        granularity=resolved.granularity,
        inferred=resolved.inferred,
    )
    return TimeMention(start=offset + form.start, end=offset + form.end, ref=ref)
