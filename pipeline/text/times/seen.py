"""A printed time expression as its resolver sees it, and what a resolver answers."""

import datetime
import re
from collections.abc import Callable
from typing import Literal, NamedTuple, cast

from ...records import Granularity
from ..numerals.spelled import spelled
from .forms import Form
from .intervals import Interval, Part, spanning

Unprinted = Literal["year", "month", "day"]


_NUMBERS = {
    word: n
    for n, words in {
        1: "a an one first", 2: "two second", 3: "three third", 4: "four fourth", 5: "five", 6: "six", 7: "seven",
        8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve", 15: "fifteen fifteenth", 16: "sixteenth",
        17: "seventeenth", 18: "eighteenth", 19: "nineteenth", 20: "twenty twentieth", 21: "twenty-first",
        22: "twenty-second", 30: "thirty", 40: "forty", 50: "fifty",
    }.items()
    for word in words.split()
}  # fmt: skip


class Resolved(NamedTuple):
    """The days meant (None: cannot be known), the size of the expression, and what of the date is not printed."""

    interval: Interval | None
    granularity: Granularity
    inferred: tuple[Unprinted, ...] = ()


class Seen(NamedTuple):
    """A form in its text, seen from the day of publication (None: not known)."""

    form: Form
    text: str
    today: datetime.date | None

    def part(self, name: str) -> str:
        """A printed part, or the empty string."""
        return self.form.parts.get(name) or ""

    def number(self, name: str) -> int:
        """A printed part that is a number, in digits or in words."""
        word = self.part(name).lower()
        digits = re.sub(r"[^0-9]", "", word)
        if digits or word in _NUMBERS:
            return int(digits or _NUMBERS[word])
        found = spelled(word, 0, len(word))
        if found is None:
            raise ValueError(f"no number: {word!r}")
        return int(found[0])


def _part(printed: str) -> Part:
    """The first part that is named; "early to mid" is handled by its caller."""
    low = printed.lower()
    for names, part in (
        (("early", "beginning", "start"), "early"),
        (("mid", "middle"), "mid"),
        (("late", "end"), "late"),
    ):
        if any(name in low for name in names):
            return cast(Part, part)
    return ""


def parted(printed: str, whole: Callable[[Part], Interval]) -> Interval:
    """An interval, or the part of it that is named, or from the first to the last named part."""
    low = printed.lower()
    if "early" in low and "mid" in low:
        return spanning(whole("early"), whole("mid"))
    if "early" in low and "late" in low and "later" not in low:
        return spanning(whole("early"), whole("late"))
    if "mid" in low and "late" in low:
        return spanning(whole("mid"), whole("late"))
    return whole(_part(printed))
