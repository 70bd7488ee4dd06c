"""Time expressions that say when seen from the day of publication: weekdays, "last week", "two days ago", "in June"."""

import datetime
import re

from ...records import Granularity
from .calendar_words import SEASONS, month_number, weekday_number
from .intervals import Interval, month, months, quarter, week_of, weekend_of, years
from .seen import Resolved, Seen, Unprinted, parted
from .tense import tense_near

_DAY = datetime.timedelta(days=1)


OFFSETS = {"last": -1, "this": 0, "next": 1}


_RECURRING = re.compile(r"(?<![^\W_])(?i:every|each|a|any|one|another|most|some|on)\s{1,3}\Z")


_BOUNDED = re.compile(
    r"(?<![^\W_])(?i:about|more\s+than|over|nearly|almost|some|around|less\s+than|at\s+least|roughly|under|up\s+to|or|to"
    r"|and|well\s+over|just\s+over)\s{1,3}\Z"
)


def bare_month(seen: Seen) -> Resolved:
    """A month without its year ("in June", "last June")."""
    number = month_number(seen.part("month"))
    if seen.today is None:
        return Resolved(None, Granularity.MONTH, ("year",))
    year = _year_of_month(seen, number, seen.today)
    if year is None:
        return Resolved(None, Granularity.MONTH, ("year",))
    return Resolved(parted(seen.part("part"), lambda part: month(year, number, part)), Granularity.MONTH, ("year",))


def _year_of_month(seen: Seen, number: int, today: datetime.date) -> int | None:
    """The year of a bare month: of the last one that has begun, or of the next one where the words look ahead.

    Where no word tells, it stays open: "the convention in July" is as often ahead as behind. This month is itself.
    """
    if seen.part("rel_year"):
        return today.year + OFFSETS[seen.part("rel_year").lower()]
    rel = seen.part("rel").lower()
    if rel == "this":
        return today.year
    ahead = rel == "next" or rel.endswith("coming")
    back = rel == "last" or rel.endswith("past")
    if not ahead and not back:
        tense = tense_near(seen.text, seen.form.start, seen.form.end)
        if tense is None and number != today.month:
            return None
        ahead = tense == "future"
    if ahead:
        return today.year + (number < today.month or (rel == "next" and number == today.month))
    return today.year - (number > today.month or (back and number == today.month))


def weekday(seen: Seen) -> Resolved:
    """A weekday: the nearest behind or ahead, as its words and the verb near it say."""
    opened = Resolved(None, Granularity.DAY, ("year", "month", "day"))
    before = seen.text[max(0, seen.form.start - 12) : seen.form.start]
    recurring = _RECURRING.search(before)
    if seen.today is None or (recurring and recurring[0].strip().lower() != "on"):
        return opened
    wanted = weekday_number(seen.part("weekday"))
    if seen.part("rel_week"):
        date = week_of(seen.today, OFFSETS[seen.part("rel_week").lower()]).first + wanted * _DAY
        return opened._replace(interval=Interval(date, date))
    rel = re.sub(r"\s+", " ", seen.part("rel").lower())
    if rel == "the following":
        return opened
    back, ahead = (seen.today.weekday() - wanted) % 7, (wanted - seen.today.weekday()) % 7
    if rel in ("last", "this past"):
        offset = -(back or 7)
    elif rel in ("next", "this coming"):
        offset = ahead or 7
    elif rel == "this":
        offset = wanted - seen.today.weekday()
    else:
        offset = ahead if tense_near(seen.text, seen.form.start, seen.form.end) == "future" else -back
    date = seen.today + offset * _DAY
    return opened._replace(interval=Interval(date, date))


_DAY_OFFSETS = {
    "today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last": -1, "tomorrow": 1,
}  # fmt: skip


def day_word(seen: Seen) -> Resolved:
    """A day seen from the day of publication ("today", "last night")."""
    opened = Resolved(None, Granularity.DAY, ("year", "month", "day"))
    if seen.today is None:
        return opened
    word = seen.part("word").lower()
    offset = (-2 if "before" in word else 2) if word.startswith("the") else _DAY_OFFSETS[word.split()[0]]
    date = seen.today + offset * _DAY
    return opened._replace(interval=Interval(date, date))


_GRANULARITIES = {
    "second": Granularity.TIME, "minute": Granularity.TIME, "hour": Granularity.TIME, "day": Granularity.DAY,
    "night": Granularity.DAY, "week": Granularity.WEEK, "weekend": Granularity.WEEK, "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER, "year": Granularity.YEAR, "decade": Granularity.DECADE,
    "century": Granularity.CENTURY,
}  # fmt: skip


_UNPRINTED: dict[Granularity, tuple[Unprinted, ...]] = {
    Granularity.TIME: ("year", "month", "day"),
    Granularity.DAY: ("year", "month", "day"),
    Granularity.WEEK: ("year", "month", "day"),
    Granularity.MONTH: ("year", "month"),
    Granularity.QUARTER: ("year", "month"),
    Granularity.SEASON: ("year",),
}


def period(seen: Seen) -> Resolved:
    """A whole period ("last month", "early next year"); "the past year" is twelve months and stays open."""
    unit, rel = seen.part("unit").lower(), re.sub(r"\s+", " ", seen.part("rel").lower())
    size = _GRANULARITIES[unit]
    opened = Resolved(None, size, _UNPRINTED.get(size, ("year",)))
    offset = {"this past": -1, "this coming": 1, "the current": 0}.get(rel, OFFSETS.get(rel))
    if seen.today is None or offset is None or unit in ("decade", "century"):  # "the past year" is twelve months
        return opened
    if unit == "weekend" and rel == "this past":
        offset = 0 if seen.today.weekday() == 6 else -1
    if unit == "weekend" and rel == "this" and seen.today.weekday() < 5:  # on a Monday it may be over
        offset = -1 if tense_near(seen.text, seen.form.start, seen.form.end) == "past" else 0
    return opened._replace(interval=_shifted(seen, unit, offset, seen.today))


def _shifted(seen: Seen, unit: str, offset: int, today: datetime.date) -> Interval:
    part = seen.part("part").lower()
    if unit == "week":
        found = week_of(today, offset)
    elif unit == "weekend":
        found = weekend_of(today, offset)
    elif unit == "month":
        found = parted(_plain(part), lambda p: month(today.year, today.month + offset, p))
    elif unit == "quarter":
        found = quarter(today.year, (today.month - 1) // 3 + 1 + offset)
    else:
        found = parted(_plain(part), lambda p: years(today.year + offset, today.year + offset, p))
    if offset == 0 and part == "earlier":
        found = Interval(found.first, min(found.last, today))
    if offset == 0 and part == "later":
        found = Interval(max(found.first, today), found.last)
    return found


def _plain(part: str) -> str:
    return "" if part in ("earlier", "later") else part


def ago(seen: Seen) -> Resolved:
    """The day, week, month or year of "two weeks ago"; with a bound ("over a year ago") it stays open."""
    unit = seen.part("unit").lower()
    size = _GRANULARITIES[unit]
    opened = Resolved(None, size, _UNPRINTED.get(size, ("year",)))
    before = seen.text[max(0, seen.form.start - 16) : seen.form.start]
    if seen.today is None or _BOUNDED.search(before):
        return opened
    count, today = seen.number("count"), seen.today
    if unit in ("day", "night"):
        date = today - count * _DAY
        return opened._replace(interval=Interval(date, date))
    if unit == "week":
        return opened._replace(interval=week_of(today, -count))
    if unit == "month":
        return opened._replace(interval=month(today.year, today.month - count))
    if unit == "year":
        return opened._replace(interval=years(today.year - count, today.year - count))
    return opened


def last_n(seen: Seen) -> Resolved:
    """A run of periods ("the past five years"): where it begins is not said."""
    size = _GRANULARITIES[seen.part("unit").lower()]
    return Resolved(None, size, _UNPRINTED.get(size, ("year",)))


def short_year(seen: Seen) -> Resolved:
    """The year of "'08": the latest that is at most four years ahead, a term of office or an Olympiad."""
    if seen.today is None:
        return Resolved(None, Granularity.YEAR, ("year",))
    latest = seen.today.year + 4
    year = latest - (latest - seen.number("year")) % 100
    return Resolved(years(year, year), Granularity.YEAR, ("year",))


def season(seen: Seen) -> Resolved:
    """A season, of a printed year or seen from the day of publication."""
    first, opened = SEASONS[seen.part("season").lower()], Resolved(None, Granularity.SEASON, ("year",))
    if seen.part("year"):
        if first == 12:  # "winter 2023" is two winters
            return Resolved(None, Granularity.SEASON)
        return Resolved(months(seen.number("year"), first, 3), Granularity.SEASON)
    rel = re.sub(r"\s+", " ", seen.part("rel").lower())
    if seen.today is None or not rel:
        return opened
    today = seen.today
    near = [months(year, first, 3) for year in range(today.year - 2, today.year + 3)]
    if rel in ("last", "this past"):
        return opened._replace(interval=max(i for i in near if i.last < today))
    if rel in ("next", "this coming", "the coming"):
        return opened._replace(interval=min(i for i in near if i.first > today))
    if first == 12:
        return opened
    return opened._replace(interval=months(today.year, first, 3))
