"""The dates of a text: weekdays, months with days or years, years, ISO dates; each can be held against an interval."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from ..seeds import fold
from .listed import listed

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = listed("january february march april may june july august september october november december")
_SHORT: Final = {m[:3]: i for i, m in enumerate(MONTHS, start=1)} | {"sept": 9}
_MONTH: Final = "|".join([*(m.capitalize() for m in MONTHS), *(s.capitalize() + r"\.?" for s in _SHORT if s != "may")])
_WEEKDAY: Final = "|".join(day.capitalize() for day in WEEKDAYS)
_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_DATE: Final = re.compile(
    rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"
    rf"|\b(?:(?P<weekday>{_WEEKDAY})s?\b(?!'s)(?:,?\s+(?=(?:{_MONTH})\s+\d|\d{{1,2}}\s+(?:{_MONTH})))?)"
    rf"|\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?(?:percent|%))(?:,?\s+(?P<year>{_YEAR}))?"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})\b(?:,?\s+(?P<year2>{_YEAR}))?"
    rf"|\b(?P<month3>{_MONTH}),?\s+(?:of\s+)?(?P<year3>{_YEAR})\b"
    rf"|\b(?:(?:in|last|next|since|until|till|by|early|late|mid|of|this|from|for|through)[\s-]+)(?P<month4>{_MONTH})\b(?!,?\s+\d)"
    rf"|(?<![\d,.$€£])\b(?P<year4>{_YEAR})\b(?![\d,.]\d)(?!\s+(?:people|homes|houses|percent|tons|tonnes))"
)


@dataclass(frozen=True, slots=True)
class Day:
    """One time expression: the parts it prints; `certain` where it can be nothing but a date."""

    text: str
    start: int
    end: int
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    certain: bool = True

    def agrees(self, first: date, last: date) -> bool:
        """Whether what is printed fits some day from `first` to `last`."""
        if (last - first).days > 400:
            return self.year is None or first.year <= self.year <= last.year
        at = first
        while at <= last:
            if (
                (self.weekday is None or at.weekday() == self.weekday)
                and (self.year is None or at.year == self.year)
                and (self.month is None or at.month == self.month)
                and (self.day is None or at.day == self.day)
            ):
                return True
            at += timedelta(days=1)
        return False


@lru_cache(maxsize=20_000)
def dates(text: str) -> tuple[Day, ...]:
    """Every date of a text in order ("Thursday, May 22" is one); places refer to the text as given."""
    folded = fold(text)
    found: list[Day] = []
    for match in _DATE.finditer(folded.text):
        parts = _parts(match)
        if parts is None:
            continue
        start, end = folded.starts[match.start()], folded.starts[match.end() - 1] + 1
        last = found[-1] if found else None
        if (
            last is not None
            and last.weekday is not None
            and last.day is None
            and parts.day is not None
            and start - last.end <= 2
        ):
            found[-1] = replace(parts, text=text[last.start : end], start=last.start, end=end, weekday=last.weekday)
        else:
            found.append(replace(parts, text=text[start:end], start=start, end=end))
    return tuple(found)


def _parts(match: re.Match[str]) -> Day | None:
    """What a match prints, without its place; None where it is no date ("June 45")."""
    group = match.groupdict()
    if group["iso"]:
        year, month, day = map(int, group["iso"].split("-"))
        return Day("", 0, 0, year=year, month=month, day=day)
    if group["weekday"]:
        return Day("", 0, 0, weekday=WEEKDAYS.index(group["weekday"].lower()))
    for suffix in ("", "2", "3", "4"):
        if name := group.get("month" + suffix):
            printed, year_ = group.get("day" + suffix), group.get("year" + suffix)
            number = int(printed) if printed else None
            if number is not None and number > 31:
                return None
            return Day("", 0, 0, year=int(year_) if year_ else None, month=_month(name), day=number)
    return Day("", 0, 0, year=int(group["year4"]))


def _month(name: str) -> int:
    lower = name.lower().rstrip(".")
    return MONTHS.index(lower) + 1 if lower in MONTHS else _SHORT[lower]
