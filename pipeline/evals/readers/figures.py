"""The figures of a text: value, bound and unit of every number, in digits or words; years and days are none."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from ..seeds import fold
from .dates import dates
from .numerals import PARTS, SCALES, SHORT_SCALES, TENS, UNITS, VAGUE, spelled

_WORDS: Final = "|".join(sorted([*UNITS, *TENS, *SCALES], key=len, reverse=True))
_SPELLED: Final = rf"(?:{_WORDS})(?:(?:-|\s+(?:and\s+)?)(?:{_WORDS}))*"
_NUMBER: Final = re.compile(
    rf"(?P<sign>[$€£¥]\s?)?(?<![\w.,])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion)\b|\s?(?P<short>bn|mn|tn|m|k)\b)?"
    rf"|\b(?P<share>a\s+|one[\s-]|two[\s-]|three[\s-])?(?P<part>half|thirds?|quarters?|fifths)\b(?![\s-]?(?:year|day|hour|time))"
    rf"|\b(?P<spelled>{_SPELLED})\b"
    rf"|\b(?P<dozen>(?:a|two|three|four|half\s+a)\s+dozen)\b"
    rf"|(?<!\bas )(?<!\bhow )\b(?P<vague>{'|'.join(sorted(VAGUE))})\b",
    re.IGNORECASE,
)
_DOZENS: Final = {"a": 12.0, "two": 24.0, "three": 36.0, "four": 48.0, "half": 6.0}

_BETWEEN: Final = r"(?:\s+(?:the|a|an|another|a further|further|its|their|other|additional|those))?\s*[$€£¥]?\s?$"
_BEFORE: Final = tuple(
    (bound, re.compile(rf"\b(?:{cues}){_BETWEEN}", re.IGNORECASE))
    for bound, cues in (
        (
            "up_to",
            r"as many as|up to|at most|(?:no|not) (?:more|higher|longer|later) than|as much as|as high as|as long as"
            r"|as tall as|a maximum of|(?:could|may|might|can) reach",
        ),
        ("at_least", r"at least|(?:no|not) (?:fewer|less|lower) than|a minimum of|at the very least"),
        (
            "more_than",
            r"more than|over|above|in excess of|upwards? of|exceed(?:s|ed|ing)?|higher than|longer than|beyond"
            r"|greater than|better than",
        ),
        ("fewer_than", r"fewer than|less than|under|below|lower than|short of"),
        ("nearly", r"nearly|almost|close to|just under|not quite"),
        (
            "about",
            r"about|around|roughly|approximately|some|an estimated|estimated(?: at)?|circa|in the region of"
            r"|or so|approx\.?|somewhere near|something like|put at some",
        ),
    )
)
_AFTER: Final = tuple(
    (bound, re.compile(rf"^(?:\s+[^\W\d_]+)?[,\s]*(?:{cues})\b", re.IGNORECASE))
    for bound, cues in (
        ("at_least", r"or more|at least|at a minimum|and counting"),
        ("up_to", r"or fewer|or less|at most|at the most|at a maximum"),
        ("about", r"or so|or thereabouts|approximately"),
    )
)
_UNIT: Final = re.compile(
    r"\s*(?P<percent>%|per\s?cent\b)|[\s-]*(?P<points>percentage points?\b|points?\b)|[\s-]+(?P<word>[^\W\d_]+)"
)
_SPANS: Final = frozenset(
    ["seconds", "minutes", "hours", "days", "nights", "weeks", "weekends", "months", "quarters", "years", "decades"]
)
_SIGNS: Final = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_JOINED: Final = re.compile(r"\s*(?:-|\bto\b|\band\b|\bor\b)\s*[$€£¥]?\s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """One number of a text: `value` None for "several", `unit` the word behind it; a `weak` "one" may be none."""

    text: str
    value: float | None
    bound: str
    unit: str | None
    start: int
    end: int
    weak: bool = False


@lru_cache(maxsize=20_000)
def figures(text: str) -> tuple[Seen, ...]:
    """Every figure of a text in order; places refer to the text as given."""
    folded = fold(text)
    plain = folded.text
    taken = [(d.start, d.end) for d in dates(text) if d.certain]
    found: list[Seen] = []
    for match in _NUMBER.finditer(plain):
        start, end = folded.starts[match.start()], folded.starts[match.end() - 1] + 1
        if any(a <= start < b for a, b in taken):
            continue
        value = _value(match)
        after = plain[match.end() :]
        unit = _SIGNS.get((match.group("sign") or "").strip()) or _unit(after)
        if _is_year(match, unit) or _is_rank(match, after):
            continue
        word = match.group().lower()
        weak = word in ("one", "half", "quarter", "third") or (match.group("vague") is not None)
        bound = "vague" if match.group("vague") else _bound(plain[: match.start()], after, unit)
        found.append(Seen(text[start:end], value, bound, unit, start, end, weak))
    return tuple(_shared(found, text))


def same_value(one: float, other: float) -> bool:
    """Whether two numbers are the same but for the noise of floating point."""
    return abs(one - other) <= 1e-6 * max(1.0, abs(one), abs(other))


def _value(match: re.Match[str]) -> float | None:
    if match.group("digits"):
        scale = SCALES.get((match.group("scale") or "").lower(), 1.0)
        short = (match.group("short") or "").lower()
        scale *= SHORT_SCALES.get(short, 1.0)
        if short in ("m", "k") and match.group("sign"):
            scale *= 1e6 if short == "m" else 1e3
        return float(match.group("digits").replace(",", "")) * scale
    if match.group("part"):
        times = {"two": 2.0, "three": 3.0}.get((match.group("share") or "").strip(" -").lower(), 1.0)
        return times * PARTS[match.group("part").lower()]
    if match.group("spelled"):
        return spelled(re.split(r"[\s-]+", match.group("spelled").lower()))
    if match.group("dozen"):
        return _DOZENS[match.group("dozen").lower().split()[0]]
    return None


def _unit(after: str) -> str | None:
    match = _UNIT.match(after)
    if match is None:
        return None
    if match.group("percent"):
        return "percent"
    if match.group("points"):
        return "points"
    return match.group("word").lower()


def _is_year(match: re.Match[str], unit: str | None) -> bool:
    digits = match.group("digits")
    if not digits or match.group("scale") or match.group("sign") or not re.fullmatch(r"(?:1[5-9]|20)\d\d", digits):
        return False
    return unit is None or not (unit.endswith("s") or unit in ("people", "percent", "men", "women", "children"))


def _is_rank(match: re.Match[str], after: str) -> bool:
    """Ordinals ("the third", "61st") are no figures."""
    if match.group("part") in ("third", "quarter") and not match.group("share"):
        return True
    return bool(match.group("digits")) and re.match(r"(?:st|nd|rd|th)\b", after) is not None


def _bound(before: str, after: str, unit: str | None) -> str:
    """The bound by the words around; "over 21 nights" is how long, not how many more."""
    for bound, pattern in _BEFORE:
        found = pattern.search(before[-48:])
        if found and not (unit in _SPANS and found.group().lower().startswith("over")):
            return bound
    for bound, pattern in _AFTER:
        if pattern.match(after[:40]):
            return bound
    return "exact"


def _shared(found: list[Seen], text: str) -> list[Seen]:
    """In "3 to 4 million crowns" the first number has the scale and the unit of the second."""
    out = list(found)
    for i in range(len(out) - 1):
        one, two = out[i], out[i + 1]
        between = text[one.end : two.start]
        joined = len(between) < 8 and _JOINED.fullmatch(fold(between).text or " ") is not None
        if not joined or one.value is None or two.value is None:
            continue
        scale = next((s for word, s in SCALES.items() if word in two.text.lower()), None)
        if scale and one.value < 1000 and not any(word in one.text.lower() for word in SCALES):
            out[i] = one = replace(one, value=one.value * scale, unit=two.unit)
        if one.unit in ("to", "and", "or"):
            out[i] = replace(one, unit=two.unit)
        if two.bound == "exact" and one.bound != "exact":
            out[i + 1] = replace(two, bound=one.bound)
    return out
