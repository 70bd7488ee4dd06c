"""Whether a calendar word or a number like a year stands for time: "May" and "Sunday" are names too, "2000" a count."""

import re

from ..numerals.spelled import GAP
from .calendar_words import AMBIGUOUS_MONTHS, month_number

_LEFT = 32
"""How far in front of an expression the words that decide are looked for, in characters."""

_NAMED_DAYS = re.compile(
    r"(?:Black|Good|Super|Ash|Palm|Cyber|Bloody|Ruby|Sheffield|Shrove|Fat|Holy|Easter|Freaky|Giving|Taco|Casual|Joe|Man"
    r"|Bowl|Small Business|Mardi Gras|Throwback|Meatless)\s+\Z"
)
_NAMED_BY_DAYS = re.compile(
    r"(?:\s+(?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Star|Review|Magazine|Sun"
    r"|(?i:night) [A-Z]"
    r"|Night's|Morning (?:Herald|Quarterback)|School|Service|Group|Club|Independent|Business Post|World|People|Ledger"
    r"|Addams|Bloody)\b|['’]s\s+(?:Child|Children)\b|['’]s(?:\s+[A-Z][\w&]*){0,2}\s+(?:Inc|Ltd|LLC|Corp|Co)\b)"
)
_NAMED_TODAY = re.compile(r"(?:USA|CBS|NBC|ABC|Russia|India|Psychology|Christianity|Security)\s{1,3}\Z")
_SHOW = re.compile(r"['’”\"]{0,2}\s{1,3}[Ss]how\b")
_OF_TIME = re.compile(
    r"(?<![^\W_])(?i:in|since|by|until|till|during|from|of|through|throughout|before|after|between|and|to|this|last|next"
    r"|or|around|past|for|on|as\s+of|back\s+in|starting|beginning|ending|every|each|previous|the|a|an|its|their|his"
    r"|her|our|some|annual|effective)\s{1,3}\Z"
)
_IN = re.compile(r"(?<![^\W_])(?i:in|since|until|till|during|throughout|last|next|this)\s{1,3}\Z")
_SENTENCE_STARTS = re.compile(r"\s{1,3}[A-Z]")
_MODAL = re.compile(r"\s{1,3}(?:be|have|not|also|well|is|was|said|says|has|told|and|who|had)(?![^\W_])")
_POSSESSIVE = re.compile(r"['’]s(?![^\W_])")
_AMOUNT_BEFORE = re.compile(
    r"(?<![^\W_])(?i:about|some|over|more\s+than|at\s+least|nearly|almost|up\s+to|fewer\s+than|less\s+than|approximately"
    r"|roughly|no\.|number|room|flight|route|highway|boeing|model|section|article|page|apartment|chapter|exactly|only"
    r"|than|total\s+of|estimated|another|additional|as\s+many\s+as)\s{1,3}\Z"
)
_AMOUNT_AFTER = re.compile(
    rf"{GAP}?(?:%|percent|per{GAP}cent|million|billion|trillion|thousand|hundred|dozen|degrees|dollars|euros|pounds|miles|km|kg"
    rf"|kilomet|met(?:er|re)s|feet|foot|acres|hectares|people|men|women|children|troops|soldiers|tons|tonnes|hours"
    rf"|minutes|days|years|points|barrels|yards|GMT|UTC)(?![^\W_])|-(?:foot|mile|meter|metre|acre|pound|year|square|hp|ton|page|seat)"
)
_DETERMINED = re.compile(
    r"(?<![^\W_])(?i:the|this|that|his|her|their|its|our|my|your|in|since|of|by|until|from|during|before|after|through|for"
    r"|year|fiscal|and|to|between|like|spring|summer|fall|autumn|winter|early|late|mid|circa|back\s+in|around|to|election"
    r"|elections|on|with|at|per|a|an|both|over|between)\s{1,3}\Z|['’]s?\s{1,3}\Z|(?<![^\W_])[\w.]{2,20},\s{1,3}\Z|[(©]\s{0,2}\Z"
)
_YEARISH = re.compile(
    r"(?<![^\W_])(?i:in|since|until|from|year|before|after|circa|of|by|during|between|and|the)\s{1,3}\Z"
)
_PLURAL_NEXT = re.compile(rf"{GAP}(?:[a-z-]{{2,20}}{GAP}){{0,1}}[a-z]{{2,20}}(?<!ss)s(?![^\W_])")
_NAME_NEXT = re.compile(rf"{GAP}[A-Z][a-z]+{GAP}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Drive|Lane|Way)")
_SEASON_OF = re.compile(
    r"(?<![^\W_])(?i:in|during|by|since|until|throughout|of|for|over|through|before|after|early|late|mid)\s{1,3}(?:the|early|late|mid)?\s{0,3}\Z"
)
_SEASON_NEXT = re.compile(r"\s{1,3}(?i:of|in|from|to|behind|short|apart|back|down|for|into|on|below|under)(?![^\W_])|-")
_WHITE = re.compile(r"\s+")


def stands_for_time(kind: str, text: str, match: re.Match[str]) -> bool:
    """Whether a match of form `kind` means a time where it stands."""
    if kind == "weekday":
        return _is_weekday(text, match)
    if kind == "month":
        return _is_month(text, match)
    if kind == "year":
        return _is_year(text, match)
    if kind == "years":
        return _is_year_range(match)
    if kind == "season":
        return _is_season(text, match)
    if kind == "day_word":
        return not _NAMED_TODAY.search(_before(text, match.start())) and not _SHOW.match(text, match.end())
    if kind == "century":
        return "Century" not in match[0] or not _SENTENCE_STARTS.match(text, match.end())
    if kind == "clock":
        return match["hour24"] is None or int(match["hour24"]) < 24
    return True


def _before(text: str, position: int) -> str:
    return text[max(0, position - _LEFT) : position]


def _is_weekday(text: str, match: re.Match[str]) -> bool:
    if match["rel"]:
        return True
    before = _before(text, match.start("weekday"))
    return not _NAMED_DAYS.search(before) and not _NAMED_BY_DAYS.match(text, match.end("weekday"))


def _is_month(text: str, match: re.Match[str]) -> bool:
    if match["rel"] or match["part"] or match["rel_year"]:
        return not match["rel"] or match["rel"].lower() != "this" or month_number(match["month"]) not in (3, 5)
    before, month = _before(text, match.start()), month_number(match["month"])
    if match["month"].isupper() and len(match["month"]) < 6:
        return _IN.search(before) is not None
    if _POSSESSIVE.match(text, match.end()):
        return month not in AMBIGUOUS_MONTHS or _OF_TIME.search(before) is not None
    if not _OF_TIME.search(before):
        return month not in (*AMBIGUOUS_MONTHS, 3) and not _SENTENCE_STARTS.match(text, match.end())
    if month in (*AMBIGUOUS_MONTHS, 3) and not _IN.search(before):
        return not _SENTENCE_STARTS.match(text, match.end()) and not _MODAL.match(text, match.end())
    return True


def _is_year(text: str, match: re.Match[str]) -> bool:
    if match["part"]:
        return True
    start, end, year = match.start(), match.end(), int(match["year"])
    before = _before(text, start)
    if before[-1:] in ("-", "–", "+", "("):
        if before[-1:] == "(":
            return True
        if not before.lower().endswith(("pre-", "post-", "mid-", "pre–", "post–")):
            return False
    if _AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(text, end) or _NAME_NEXT.match(text, end):
        return False
    if year < 1900:
        return _YEARISH.search(before) is not None and not _PLURAL_NEXT.match(text, end)
    return _DETERMINED.search(before) is not None or not _PLURAL_NEXT.match(text, end)


def _is_year_range(match: re.Match[str]) -> bool:
    if match["and"] and not (match["lead"] or "").lower().startswith("between"):
        return False
    first, second = match["year"], match["year2"]
    dashed = match[0][len(match["lead"] or "") + 4] in "-–—"
    if len(second) == 2 and (not dashed or " " in match[0]):
        return False
    last = int(first[:2] + second) if len(second) == 2 else int(second)
    return int(first) < last


def _is_season(text: str, match: re.Match[str]) -> bool:
    word = match["season"]
    if match["year"] or match["rel"]:
        return match["rel"] is None or bool(match["year"]) or not _SEASON_NEXT.match(text, match.end())
    if word[0].isupper():
        return False
    before = _before(text, match.start())
    if match["part"]:
        return not _SEASON_NEXT.match(text, match.end())
    return _SEASON_OF.search(before) is not None and not _SEASON_NEXT.match(text, match.end())
