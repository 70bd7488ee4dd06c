"""The calendar's words: months, weekdays, seasons and the regular expressions that find them in print."""

import re

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_MONTHS = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10,
                 "Nov": 11, "Dec": 12}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
"""First month of each season, as the meteorological year of the northern hemisphere counts them."""

_MONTHS = {name.lower(): n for n, name in enumerate(_MONTH_NAMES, 1)} | {s.lower(): n for s, n in _SHORT_MONTHS.items()}
_WEEKDAYS = {name.lower(): n for n, name in enumerate(_WEEKDAY_NAMES)}

MONTH_NAME = "|".join((*_MONTH_NAMES, *(name.upper() for name in _MONTH_NAMES)))
"""Months in full, as a name is capitalised: "may" and "march" are other words."""

MONTH = rf"(?:{MONTH_NAME}|(?:{'|'.join(sorted(_SHORT_MONTHS, key=len, reverse=True))})\b\.?)"
"""Months in full or short; a short one stands next to a day or a year."""

WEEKDAY = "|".join((*_WEEKDAY_NAMES, *(name.upper() for name in _WEEKDAY_NAMES)))
"""Weekdays in full."""

SHORT_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
"""Weekdays in full or short; a short one stands next to a date."""

AMBIGUOUS_MONTHS = frozenset((4, 5, 6, 8))
"""April, May, June and August are first names as well."""


def month_number(word: str) -> int:
    """The number of a month's name ("Sept." is 9)."""
    return _MONTHS[re.sub(r"[^a-z]", "", word.lower())]


def weekday_number(word: str) -> int:
    """The number of a weekday's full name, Monday is 0."""
    return _WEEKDAYS[word.lower()]
