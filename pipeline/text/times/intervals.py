"""Calendar arithmetic: the first and last day of weeks, months, seasons, years and parts of them."""

import calendar
import datetime
from typing import Literal, NamedTuple

Part = Literal["early", "mid", "late", ""]

_DAY = datetime.timedelta(days=1)


class Interval(NamedTuple):
    """A first and a last day."""

    first: datetime.date
    last: datetime.date


def day(year: int, month: int, number: int) -> Interval:
    """One day; raises ValueError where the calendar has no such day."""
    date = datetime.date(year, month, number)
    return Interval(date, date)


def week_of(date: datetime.date, offset: int = 0) -> Interval:
    """The week, Monday to Sunday, `offset` weeks from the one that holds `date`."""
    monday = date - datetime.timedelta(days=date.weekday()) + datetime.timedelta(weeks=offset)
    return Interval(monday, monday + 6 * _DAY)


def weekend_of(date: datetime.date, offset: int = 0) -> Interval:
    """The Saturday and Sunday of the week `offset` weeks from the one that holds `date`."""
    return Interval(week_of(date, offset).last - _DAY, week_of(date, offset).last)


def month(year: int, number: int, part: Part = "") -> Interval:
    """A month; `number` may run below 1 or above 12; its parts end on the 10th, the 20th and the last day."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = calendar.monthrange(year, number)[1]
    first_day, last_day = {"early": (1, 10), "mid": (11, 20), "late": (21, last), "": (1, last)}[part]
    return Interval(datetime.date(year, number, first_day), datetime.date(year, number, last_day))


def months(year: int, number: int, count: int) -> Interval:
    """`count` months from a month on."""
    return Interval(month(year, number).first, month(year, number + count - 1).last)


def quarter(year: int, number: int) -> Interval:
    """A quarter of a calendar year; `number` may run below 1 or above 4."""
    return months(year, 3 * (number - 1) + 1, 3)


def years(first: int, last: int, part: Part = "") -> Interval:
    """Whole years from `first` to `last`; the parts are thirds, of months in one year and of years in ten."""
    if part and first == last:
        start = {"early": 1, "mid": 5, "late": 9, "": 1}[part]
        return months(first, start, 4)
    if part and last - first == 9:  # early 1950-1953, mid 1954-1956, late 1957-1959
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}[part]
        first, last = first + low, first + high
    elif part:  # a century
        low, high = {"early": (0, 32), "mid": (33, 65), "late": (66, 99), "": (0, 99)}[part]
        first, last = first + low, first + high
    return Interval(datetime.date(first, 1, 1), datetime.date(last, 12, 31))


def spanning(first: Interval, last: Interval) -> Interval:
    """From the first day of one interval to the last day of another."""
    return Interval(first.first, last.last)
