"""The printed forms of time expressions: where each stands, and its parts, before anything is resolved."""

import re
from typing import NamedTuple

from ..numerals.spelled import GAP
from .calendar_words import MONTH, MONTH_NAME, SHORT_WEEKDAY, WEEKDAY
from .names import stands_for_time

_YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![0-9]|[.,][0-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![^\W_]|[.,:/][0-9]|%)"
_TO = rf"(?:{GAP}?[-–—]{GAP}?|{GAP}(?:to|through|until){GAP})"
_AND = rf"{GAP}and{GAP}"
_LIST_END = rf"(?=[,.;)]|{GAP}(?:in|at|of)\b|\s*\Z)"
_PART = (
    rf"(?P<part>(?i:(?:very{GAP})?(?:early|mid|late)(?:(?:{GAP}(?:to|or){GAP}|-(?:to|or)-|{GAP}?[-–]{GAP}?)(?:mid|late))?"
    rf"|the{GAP}(?:beginning|start|middle|end){GAP}of))(?:{GAP}|-)(?:(?i:the){GAP})?"
)
_SPELLED = "an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
_UNIT = "second|minute|hour|day|night|week|weekend|month|year|decade|quarter|century"
_UNITS = f"(?P<unit>{_UNIT})(?:s|(?<=centur)ies)?"
_TIME_OF_DAY = "morning|afternoon|evening|night"
_CENTURIES = "|".join(
    (*(f"{tens}-{unit}" for tens in ("twenty",) for unit in ("first", "second")), "fifteenth", "sixteenth",
     "seventeenth", "eighteenth", "nineteenth", "twentieth")
)  # fmt: skip
_ZONE = r"GMT|UTC|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|BST|CET|Eastern|Central|Pacific|local time"
_HALF_DAY = r"(?:[aApP]\.[mM]\.?|[aApP][mM])(?![^\W_])"
_HOUR = r"(?:1[0-9]|2[0-4]|0?[0-9])"

_PATTERNS = {
    "iso": r"(?<![\w-])(?P<year>[0-9]{4})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![0-9-])",
    "slashed": r"(?<![\w/])(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})/(?P<year>[0-9]{4})(?![\w/])",
    "month_day": rf"(?<![^\W_])(?:(?:(?i:last|next|this){GAP})?(?P<weekday>{SHORT_WEEKDAY}),?{GAP})?"
    rf"(?P<month>{MONTH}){GAP}(?P<day>{_DAY})"
    rf"(?:{_TO}(?:(?P<month2>{MONTH}){GAP})?(?P<day2>{_DAY})|{_AND}(?P<day3>{_DAY}){_LIST_END})?"
    rf"(?:,?{GAP}(?P<year>{_YEAR}))?",
    "day_month": rf"(?<![\w.,/:$£€-])(?:(?P<weekday>{SHORT_WEEKDAY}),?{GAP})?(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))?"
    rf"{GAP}(?:of{GAP})?(?P<month>{MONTH})(?![^\W_])(?:,?{GAP}(?P<year>{_YEAR}))?",
    "month_year": rf"(?<![^\W_])(?:{_PART})?(?P<month>{MONTH})(?:,|{GAP}of)?{GAP}(?P<year>{_YEAR})",
    "month": rf"(?<![^\W_])(?:(?P<rel>(?i:last|next|this|this{GAP}past|this{GAP}coming)){GAP})?(?:{_PART})?"
    rf"(?P<month>{MONTH_NAME})(?![^\W_])(?:{GAP}(?:of{GAP})?(?P<rel_year>(?i:this|last|next)){GAP}year)?",
    "weekday": rf"(?<![^\W_])(?:(?P<rel>(?i:last|next|this|this{GAP}past|this{GAP}coming|the{GAP}following)){GAP})?"
    rf"(?:(?i:early|late){GAP})?(?P<weekday>{WEEKDAY})(?![^\W_])(?:{GAP}(?i:{_TIME_OF_DAY})(?![^\W_]))?"
    rf"(?:{GAP}of{GAP}(?P<rel_week>this|last|next){GAP}week)?",
    "day_word": rf"(?ai:(?<![^\W_])(?P<word>the{GAP}day{GAP}before{GAP}yesterday|the{GAP}day{GAP}after{GAP}tomorrow"
    rf"|today|yesterday|tomorrow|tonight|last{GAP}night|this{GAP}(?:morning|afternoon|evening))(?![^\W_])"
    rf"(?:{GAP}(?:{_TIME_OF_DAY})(?![^\W_]))?)",
    "period": rf"(?ai:(?<![^\W_])(?:(?P<part>(?:very{GAP})?(?:early|earlier|mid|late|later)"
    rf"|the{GAP}(?:beginning|start|middle|end){GAP}of)[ -]+)?"
    rf"(?P<rel>(?:over{GAP})?the{GAP}(?:past|last|next|coming|previous|current|same|following)|this{GAP}past|this{GAP}coming"
    rf"|this|last|next){GAP}(?P<unit>week|weekend|month|year|decade|quarter|century)(?![^\W_]))",
    "ago": rf"(?ai:(?<![\w.,-])(?P<count>[0-9]{{1,3}}|(?:(?:twenty|thirty|forty|fifty|sixty)-)?"
    rf"(?:{_SPELLED}))(?:{GAP}|-){_UNITS}{GAP}ago(?![^\W_]))",
    "last_n": rf"(?ai:(?<![^\W_])(?:the{GAP})?(?:past|last|next|coming|previous|recent){GAP}"
    rf"(?:[0-9]{{1,3}}|{_SPELLED}|few|several|couple{GAP}of|many){GAP}{_UNITS}(?![^\W_]))",
    "years": rf"(?ai:(?<![\w.,/$£€])(?P<lead>(?:between|from){GAP})?(?P<year>{_YEAR})"
    rf"(?:{_TO}|(?P<and>{_AND}))(?P<year2>(?:1[5-9]|20)?[0-9]{{2}})(?![\w/]|[.,][0-9]|[-–][0-9]))",
    "decade": rf"(?<![\w$£€])(?:{_PART})?(?:(?P<decade>(?:1[5-9]|20)[0-9]0)['’]?s|['’‘](?P<short>[1-9]0)['’]?s)"
    r"(?![^\W_])",
    "short_year": r"(?<![\w'’])['’](?P<year>[0-9]{2})(?![\w%'’]|[.,][0-9])",
    "century": rf"(?ai:(?<![^\W_])(?:{_PART})?(?P<nth>[0-9]{{1,2}}(?:st|nd|rd|th)|{_CENTURIES})(?:{GAP}|-)century"
    rf"(?![^\W_])(?P<era>{GAP}B\.?C)?)",
    "quarter": rf"(?<![^\W_])(?:(?P<fiscal>(?i:fiscal)){GAP})?(?:(?P<nth>(?i:first|second|third|fourth))(?:{GAP}|-)"
    rf"(?i:quarter)|Q(?P<q>[1-4]))(?![^\W_])(?:{GAP}(?:(?i:of|in){GAP})?(?:(?P<rel_year>(?i:this|last|next)){GAP}year|"
    rf"(?P<fiscal2>fiscal{GAP}(?:year{GAP})?)?(?P<year>{_YEAR})))?",
    "season": rf"(?ai:(?<![^\W_])(?:(?P<rel>last|next|this|this{GAP}past|this{GAP}coming|the{GAP}coming){GAP})?"
    rf"(?:{_PART})?(?P<season>spring|summer|fall|autumn|winter)(?![^\W_])(?:{GAP}(?:of{GAP})?(?P<year>{_YEAR}))?)",
    "year": rf"(?<![\w.,/$£€¥#:])(?:{_PART})?(?P<year>{_YEAR})(?![\w%°/]|:[0-9])",
    "clock": rf"(?<![\w:.,/$])(?:(?:{_HOUR}(?::[0-5][0-9])?(?:{GAP}?{_HALF_DAY})?(?:{_TO}|{_AND}))?"
    rf"(?P<hour>{_HOUR})(?:[:.](?P<minute>[0-5][0-9]))?[ \u00a0]?(?P<half>{_HALF_DAY})"
    rf"|(?P<hour24>{_HOUR}):(?P<minute24>[0-5][0-9])(?![:.]?[0-9])|(?P<military>[0-2][0-9][0-5][0-9])(?={GAP}(?:GMT|UTC|hours))"
    rf"|(?P<oclock>[1-9]|1[0-2]|{_SPELLED}){GAP}o['’]clock|(?P<named>(?:12{GAP})?(?:noon|midnight))(?![^\W_]))(?:{GAP}(?:{_ZONE})(?![^\W_]))?",
}
_FORMS = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS.items())
_NOT_BLOCKING = frozenset(("last_n", "period"))


class Form(NamedTuple):
    """A time expression at its place, with the printed parts its kind has."""

    start: int
    end: int
    kind: str
    parts: dict[str, str | None]


def forms(text: str, start: int, end: int) -> list[Form]:
    """Every printed time expression of text[start:end], in order, not overlapping, the longest where two compete."""
    found = [
        Form(match.start(), match.end(), kind, match.groupdict())
        for kind, pattern in _FORMS
        for match in pattern.finditer(text, start, end)
        if stands_for_time(kind, text, match)
    ]
    found.sort(key=lambda form: (form.start, -form.end))
    kept: list[Form] = []
    for form in found:
        if not kept or form.start >= kept[-1].end:
            kept.append(form)
    return kept


def calendar_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of text[start:end] whose numbers are dates or clock times, no quantities; "past five years" is not one."""
    return [(form.start, form.end) for form in forms(text, start, end) if form.kind not in _NOT_BLOCKING]
