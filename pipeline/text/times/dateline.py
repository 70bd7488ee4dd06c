"""The date of publication as the first lines of a plain text print it."""

import datetime
import re

from ..words import word_set
from .forms import Form, forms
from .resolved import resolve

_LINES = 5
"""Lines at the top, blank ones not counted, that can hold it: title, subtitle, byline, publisher, date."""

_LONGEST = 160
"""Characters of a line that are read; a dateline in front of a first paragraph ends well before."""

_LABEL = re.compile(
    r"\s*(?:[-–—•|*]\s*)?(?:first\s+)?(?P<label>published|posted|updated|last\s+updated|last\s+modified|modified|date"
    r"|publication\s+date|created)\b",
    re.IGNORECASE,
)
_CITY_LINE = re.compile(r"\s*[A-Z][A-Z .,'’/-]{2,60}(?:,?\s+[A-Z][\w.]{1,15}){0,2},?\s+\Z")
_CITY_END = re.compile(r"\s*(?:\([^)\n]{2,40}\)\s*)?(?:—|–|--|-|:)")
_SMALL_WORDS = word_set(
    "by on at of the and pm am p.m a.m p m a updated published posted last modified gmt utc et est edt "
    "for first date local time h min read"
)
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_FULL = frozenset(("iso", "slashed", "month_day", "day_month"))


def dateline_date(text: str) -> datetime.datetime | None:
    """The full date in a dateline-like place of the first lines, at midnight UTC; None where there is none.

    Such a place is a labelled line ("Published: ..."), a line of a date and names only, or a dateline proper
    ("HARROW BAY, March 3, 2025 (CP) —"). A publication date wins over an "updated" one.
    """
    found: dict[bool, datetime.date] = {}
    for line in _first_lines(text):
        for form in forms(line, 0, len(line)):
            date = _full_date(form, line)
            label = _LABEL.match(line)
            if date and (label or _is_date_line(line, form) or _is_dateline(line, form)):
                late = label is not None and not label["label"].lower().startswith(("p", "date", "c"))
                found.setdefault(late, date)
    date = found.get(False) or found.get(True)
    return datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC) if date else None


def _first_lines(text: str) -> list[str]:
    lines: list[str] = []
    position = 0
    while len(lines) < _LINES and position < len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        line = text[position : min(stop, position + _LONGEST)]
        if line.strip():
            lines.append(line)
        position = stop + 1
    return lines


def _full_date(form: Form, line: str) -> datetime.date | None:
    if form.kind not in _FULL or not form.parts.get("year"):
        return None
    interval = resolve(form, line, None).interval
    return interval.first if interval and interval.first == interval.last else None


def _is_date_line(line: str, form: Form) -> bool:
    if len(line) >= _LONGEST:
        return False
    others = _PLAIN_WORD.findall(line[: form.start] + " " + line[form.end :])
    return len(others) <= 12 and all(word[0].isupper() or word.lower() in _SMALL_WORDS for word in others)


def _is_dateline(line: str, form: Form) -> bool:
    before = line[: form.start]
    return bool((not before.strip() or _CITY_LINE.fullmatch(before)) and _CITY_END.match(line, form.end))
