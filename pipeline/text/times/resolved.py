"""Which days a printed time expression means, seen from the day of publication; what cannot be known stays open."""

import contextlib
import datetime
import re
from collections.abc import Callable, Iterator

from ...records import Granularity
from .calendar_words import month_number
from .forms import Form
from .intervals import day, month, quarter, spanning, years
from .relative import OFFSETS, ago, bare_month, day_word, last_n, period, season, short_year, weekday
from .seen import Resolved, Seen, Unprinted, parted
from .tense import tense_near

FAR = 330
"""Longest way, in days, to a date without a year: papers print the year of one that is about a year away."""

_EVENT_DAYS = 14
"""How near "Sept. 11" is to its day to mean the day; further away it names the attacks of 2001."""

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def resolve(form: Form, text: str, published: datetime.date | None) -> Resolved:
    """Resolve one form; an impossible date ("Feb. 30") and one outside the calendar stay open."""
    try:
        return _RESOLVERS[form.kind](Seen(form, text, published))
    except (ValueError, OverflowError):
        return Resolved(None, Granularity.DAY)


def _date(seen: Seen) -> Resolved:
    return Resolved(day(seen.number("year"), seen.number("month"), seen.number("day")), Granularity.DAY)


def _slashed(seen: Seen) -> Resolved:
    a, b = seen.number("a"), seen.number("b")
    if a <= 12 and b <= 12 and a != b:  # 3/4/2024 is March 4 or 3 April
        return Resolved(None, Granularity.DAY)
    number, of_month = (a, b) if a > 12 else (b, a)
    return Resolved(day(seen.number("year"), of_month, number), Granularity.DAY)


def _month_day(seen: Seen) -> Resolved:
    number, of_month = seen.number("day"), month_number(seen.part("month"))
    last_day = seen.part("day2") or seen.part("day3")
    last = int(re.sub(r"[^0-9]", "", last_day)) if last_day else number
    last_month = month_number(seen.part("month2")) if seen.part("month2") else of_month
    inferred: tuple[Unprinted, ...] = () if seen.part("year") else ("year",)
    year = seen.number("year") if seen.part("year") else _year_of_day(seen, of_month, number)
    if year is None:
        return Resolved(None, Granularity.DAY, inferred)
    found = spanning(day(year, of_month, number), day(year + (last_month < of_month), last_month, last))
    return Resolved(found if found.first <= found.last else None, Granularity.DAY, inferred)


def _year_of_day(seen: Seen, of_month: int, number: int) -> int | None:
    """The year that is not printed: the nearest that the tense allows and a printed weekday fits, else None."""
    if seen.today is None:
        return None
    tense, printed_weekday = tense_near(seen.text, seen.form.start, seen.form.end), seen.part("weekday")[:3].lower()
    offsets = {}
    for date in _same_days(seen.today.year, of_month, number):
        days = (date - seen.today).days
        fits = not printed_weekday or _WEEKDAYS[date.weekday()] == printed_weekday
        if fits and not (tense == "past" and days > 0) and not (tense == "future" and days < 0):
            offsets[days] = date.year
    nearest = min(offsets, key=abs, default=FAR + 1)
    if (of_month, number) == (9, 11) and abs(nearest) > _EVENT_DAYS:
        return None
    return offsets[nearest] if abs(nearest) <= FAR else None


def _same_days(year: int, of_month: int, number: int) -> Iterator[datetime.date]:
    """That day of the years around `year`; 29 February only in leap years."""
    for near in range(year - 1, year + 2):
        with contextlib.suppress(ValueError):
            yield datetime.date(near, of_month, number)


def _month_year(seen: Seen) -> Resolved:
    year, number = seen.number("year"), month_number(seen.part("month"))
    return Resolved(parted(seen.part("part"), lambda part: month(year, number, part)), Granularity.MONTH)


def _years(seen: Seen) -> Resolved:
    first, second = seen.number("year"), seen.part("year2")
    last = int(str(first)[:2] + second) if len(second) == 2 else int(second)
    return Resolved(years(first, last), Granularity.YEAR)


def _year(seen: Seen) -> Resolved:
    year = seen.number("year")
    before = seen.text[max(0, seen.form.start - 14) : seen.form.start].lower().rstrip()
    if before.endswith(("fiscal", "fiscal year", "fy")):  # a fiscal year begins where its owner says
        return Resolved(None, Granularity.YEAR)
    return Resolved(parted(seen.part("part"), lambda part: years(year, year, part)), Granularity.YEAR)


def _decade(seen: Seen) -> Resolved:
    first = seen.number("decade") if seen.part("decade") else 1900 + seen.number("short")
    if first < 1930 and not seen.part("decade"):  # "the '20s" may be of this century
        return Resolved(None, Granularity.DECADE, ("year",))
    found = parted(seen.part("part"), lambda part: years(first, first + 9, part))
    return Resolved(found, Granularity.DECADE, () if seen.part("decade") else ("year",))


def _century(seen: Seen) -> Resolved:
    if seen.part("era"):
        return Resolved(None, Granularity.CENTURY)
    first = 100 * (seen.number("nth") - 1) + 1
    return Resolved(parted(seen.part("part"), lambda part: years(first, first + 99, part)), Granularity.CENTURY)


def _quarter(seen: Seen) -> Resolved:
    """A quarter with its year; without one it may be a game's or a fiscal year's, and stays open."""
    number = seen.number("q") if seen.part("q") else seen.number("nth")
    fiscal = seen.part("fiscal") or seen.part("fiscal2")
    if seen.part("year") and not fiscal:
        return Resolved(quarter(seen.number("year"), number), Granularity.QUARTER)
    opened = Resolved(None, Granularity.QUARTER, ("year",))
    if fiscal or seen.today is None or not seen.part("rel_year"):
        return opened
    return opened._replace(interval=quarter(seen.today.year + OFFSETS[seen.part("rel_year").lower()], number))


def _clock(seen: Seen) -> Resolved:
    return Resolved(None, Granularity.TIME, ("year", "month", "day"))


_RESOLVERS: dict[str, Callable[[Seen], Resolved]] = {
    "iso": _date, "slashed": _slashed, "month_day": _month_day, "day_month": _month_day, "month_year": _month_year,
    "month": bare_month, "weekday": weekday, "day_word": day_word, "period": period, "ago": ago, "last_n": last_n,
    "years": _years, "year": _year, "decade": _decade, "short_year": short_year, "century": _century,
    "quarter": _quarter, "season": season, "clock": _clock,
}  # fmt: skip
