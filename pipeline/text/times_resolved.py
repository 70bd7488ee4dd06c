"""Which days a printed time expression means, seen from the day of publication; what cannot be known stays open."""

import datetime
import re
from collections.abc import Callable
from typing import Literal, NamedTuple, cast

from ..records import Granularity
from .calendar_words import SEASONS, month_number, weekday_number
from .times_forms import Form
from .times_intervals import Interval, Part, day, month, months, quarter, spanning, week_of, weekend_of, years
from .times_tense import tense_near

Unprinted = Literal["year", "month", "day"]

_DAY = datetime.timedelta(days=1)
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
_OFFSETS = {"last": -1, "this": 0, "next": 1}
_RECURRING = re.compile(r"(?<![^\W_])(?i:every|each|a|any|one|another|most|some|on)\s{1,3}\Z")
_BOUNDED = re.compile(
    r"(?<![^\W_])(?i:about|more\s+than|over|nearly|almost|some|around|less\s+than|at\s+least|roughly|under|up\s+to|or|to"
    r"|and|well\s+over|just\s+over)\s{1,3}\Z"
)


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
        return int(digits) if digits else _NUMBERS[word]


def resolve(form: Form, text: str, published: datetime.date | None) -> Resolved:
    """Resolve one form; an impossible date ("Feb. 30") and one outside the calendar stay open."""
    try:
        return _RESOLVERS[form.kind](Seen(form, text, published))
    except (ValueError, OverflowError):
        return Resolved(None, Granularity.DAY)


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


def _parted(printed: str, whole: Callable[[Part], Interval]) -> Interval:
    """An interval, or the part of it that is named, or from the first to the last named part."""
    low = printed.lower()
    if "early" in low and "mid" in low:
        return spanning(whole("early"), whole("mid"))
    if "early" in low and "late" in low and "later" not in low:
        return spanning(whole("early"), whole("late"))
    if "mid" in low and "late" in low:
        return spanning(whole("mid"), whole("late"))
    return whole(_part(printed))


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
    """The year that is not printed: the nearest the tense allows, else the nearest within half a year."""
    if seen.today is None:
        return None
    today, tense = seen.today, tense_near(seen.text, seen.form.start, seen.form.end)
    near = []
    for year in range(today.year - 4, today.year + 5):
        try:
            near.append((datetime.date(year, of_month, number) - today).days)
        except ValueError:  # 29 February
            near.append(10_000)
    offsets = {days: today.year - 4 + at for at, days in enumerate(near)}
    weekday = seen.part("weekday")[:3].lower()
    for days in sorted(offsets, key=abs):
        if weekday and (today + days * _DAY).strftime("%a").lower() != weekday if abs(days) < 9_000 else True:
            continue
        if (tense == "past" and days > 0) or (tense == "future" and days < 0):
            continue
        return offsets[days]
    return None


def _month_year(seen: Seen) -> Resolved:
    year, number = seen.number("year"), month_number(seen.part("month"))
    return Resolved(_parted(seen.part("part"), lambda part: month(year, number, part)), Granularity.MONTH)


def _month(seen: Seen) -> Resolved:
    number = month_number(seen.part("month"))
    if seen.today is None:
        return Resolved(None, Granularity.MONTH, ("year",))
    year = _year_of_month(seen, number, seen.today)
    return Resolved(_parted(seen.part("part"), lambda part: month(year, number, part)), Granularity.MONTH, ("year",))


def _year_of_month(seen: Seen, number: int, today: datetime.date) -> int:
    """The year of a bare month: of the last one that has begun, or of the next one where the words look ahead."""
    if seen.part("rel_year"):
        return today.year + _OFFSETS[seen.part("rel_year").lower()]
    rel = seen.part("rel").lower()
    if rel == "this":
        return today.year
    ahead = rel == "next" or rel.endswith("coming")
    back = rel == "last" or rel.endswith("past")
    if not ahead and not back:
        ahead = tense_near(seen.text, seen.form.start, seen.form.end) == "future"
    if ahead:
        return today.year + (number < today.month or (rel == "next" and number == today.month))
    return today.year - (number > today.month or (back and number == today.month))


def _weekday(seen: Seen) -> Resolved:
    opened = Resolved(None, Granularity.DAY, ("year", "month", "day"))
    before = seen.text[max(0, seen.form.start - 12) : seen.form.start]
    recurring = _RECURRING.search(before)
    if seen.today is None or (recurring and recurring[0].strip().lower() != "on"):
        return opened
    wanted = weekday_number(seen.part("weekday"))
    if seen.part("rel_week"):
        date = week_of(seen.today, _OFFSETS[seen.part("rel_week").lower()]).first + wanted * _DAY
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


def _day_word(seen: Seen) -> Resolved:
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


def _period(seen: Seen) -> Resolved:
    unit, rel = seen.part("unit").lower(), re.sub(r"\s+", " ", seen.part("rel").lower())
    size = _GRANULARITIES[unit]
    opened = Resolved(None, size, _UNPRINTED.get(size, ("year",)))
    offset = {"this past": -1, "this coming": 1, "the current": 0}.get(rel, _OFFSETS.get(rel))
    if seen.today is None or offset is None or unit in ("decade", "century"):  # "the past year" is twelve months
        return opened
    if unit == "weekend" and rel == "this past":
        offset = 0 if seen.today.weekday() == 6 else -1
    return opened._replace(interval=_shifted(seen, unit, offset, seen.today))


def _shifted(seen: Seen, unit: str, offset: int, today: datetime.date) -> Interval:
    part = seen.part("part").lower()
    if unit == "week":
        found = week_of(today, offset)
    elif unit == "weekend":
        found = weekend_of(today, offset)
    elif unit == "month":
        found = _parted(_plain(part), lambda p: month(today.year, today.month + offset, p))
    elif unit == "quarter":
        found = quarter(today.year, (today.month - 1) // 3 + 1 + offset)
    else:
        found = _parted(_plain(part), lambda p: years(today.year + offset, today.year + offset, p))
    if offset == 0 and part == "earlier":
        found = Interval(found.first, min(found.last, today))
    if offset == 0 and part == "later":
        found = Interval(max(found.first, today), found.last)
    return found


def _plain(part: str) -> str:
    return "" if part in ("earlier", "later") else part


def _ago(seen: Seen) -> Resolved:
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


def _open(seen: Seen) -> Resolved:
    size = _GRANULARITIES[seen.part("unit").lower()]
    return Resolved(None, size, _UNPRINTED.get(size, ("year",)))


def _years(seen: Seen) -> Resolved:
    first, second = seen.number("year"), seen.part("year2")
    last = int(str(first)[:2] + second) if len(second) == 2 else int(second)
    return Resolved(years(first, last), Granularity.YEAR)


def _year(seen: Seen) -> Resolved:
    year = seen.number("year")
    before = seen.text[max(0, seen.form.start - 14) : seen.form.start].lower().rstrip()
    if before.endswith(("fiscal", "fiscal year", "fy")):  # a fiscal year begins where its owner says
        return Resolved(None, Granularity.YEAR)
    return Resolved(_parted(seen.part("part"), lambda part: years(year, year, part)), Granularity.YEAR)


def _decade(seen: Seen) -> Resolved:
    first = seen.number("decade") if seen.part("decade") else 1900 + seen.number("short")
    found = _parted(seen.part("part"), lambda part: years(first, first + 9, part))
    return Resolved(found, Granularity.DECADE, () if seen.part("decade") else ("year",))


def _century(seen: Seen) -> Resolved:
    if seen.part("era"):
        return Resolved(None, Granularity.CENTURY)
    first = 100 * (seen.number("nth") - 1) + 1
    return Resolved(_parted(seen.part("part"), lambda part: years(first, first + 99, part)), Granularity.CENTURY)


def _quarter(seen: Seen) -> Resolved:
    """A quarter with its year; without one it may be a game's or a fiscal year's, and stays open."""
    number = seen.number("q") if seen.part("q") else seen.number("nth")
    fiscal = seen.part("fiscal") or seen.part("fiscal2")
    if seen.part("year") and not fiscal:
        return Resolved(quarter(seen.number("year"), number), Granularity.QUARTER)
    opened = Resolved(None, Granularity.QUARTER, ("year",))
    if fiscal or seen.today is None or not seen.part("rel_year"):
        return opened
    return opened._replace(interval=quarter(seen.today.year + _OFFSETS[seen.part("rel_year").lower()], number))


def _season(seen: Seen) -> Resolved:
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


def _clock(seen: Seen) -> Resolved:
    return Resolved(None, Granularity.TIME, ("year", "month", "day"))


_RESOLVERS: dict[str, Callable[[Seen], Resolved]] = {
    "iso": _date, "slashed": _slashed, "month_day": _month_day, "day_month": _month_day, "month_year": _month_year,
    "month": _month, "weekday": _weekday, "day_word": _day_word, "period": _period, "ago": _ago, "last_n": _open,
    "years": _years, "year": _year, "decade": _decade, "century": _century, "quarter": _quarter, "season": _season,
    "clock": _clock,
}  # fmt: skip
