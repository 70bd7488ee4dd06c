"""Whether a time that is said is carried by the times that are printed."""

import re
from collections.abc import Sequence

from ...reading import TimeMention
from ...records import Granularity, TimeRef

_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s?(?:([ap])\.?m)?", re.IGNORECASE | re.ASCII)
_FILLERS = re.compile(r"\b(?:the|on|in|at|of)\b|[^\w\s:]", re.ASCII)


def agrees(said: TimeMention, printed: Sequence[TimeMention]) -> bool:
    """Whether `said` is carried by what is printed: by the same words, or by days that lie within the days it names.

    A wider interval is carried ("in October" by "Oct. 23"), a narrower or other one is not. A clock time needs the
    same clock time, and its day where both are known. A time whose days are not known needs its own words.
    """
    return any(_carries(said.ref, other.ref) for other in printed)


def _carries(said: TimeRef, printed: TimeRef) -> bool:
    if said.granularity is Granularity.TIME or printed.granularity is Granularity.TIME:
        if said.granularity is Granularity.TIME:
            same = printed.granularity is Granularity.TIME and _clock(said.text) == _clock(printed.text)
            return same and (said.from_ is None or printed.from_ is None or _within(said, printed))
        return _within(said, printed)
    return _words(said.text) == _words(printed.text) or _within(said, printed)


def _within(said: TimeRef, printed: TimeRef) -> bool:
    """Whether the printed days lie within the said ones; ISO dates of four-digit years sort as text."""
    if said.from_ is None or said.to is None or printed.from_ is None or printed.to is None:
        return False
    return said.from_ <= printed.from_ and printed.to <= said.to


def _words(text: str) -> str:
    return " ".join(_FILLERS.sub(" ", text.lower()).split())


def _clock(text: str) -> str:
    low = text.lower()
    if "noon" in low or "midnight" in low:
        return "12:00 p" if "noon" in low else "12:00 a"
    found = _CLOCK.search(low)
    if found is None:
        return _words(text)
    hour, minute, half = int(found[1]), found[2] or "00", found[3]
    if half is None:
        half, hour = ("p", hour - 12 or 12) if hour > 12 else ("", hour)
    return f"{hour}:{minute} {half}"
