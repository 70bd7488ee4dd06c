"""The number grammar: every figure of a text with its bound, unit, range and what it counts.

Decisions: "from 3.5% to 4%" is two quantities, since a change has two ends that are claimed apart; "10 to 15",
"between 5 and 7", "20-30" and "five or six" are one with `high`. Halves, thirds and "one in five" have the unit
"fraction" (0.5 agrees with 50 percent). "3-1" is one quantity of unit "score". Ages have the unit "year".
Dates, clock times, ordinals, names ("Route 66") and the pronoun "one" are no quantities.
"""

import re
from typing import NamedTuple

from ...records import Bound, Quantity
from ..numerals import Numeral, Unreadable, numeral_at, numerals
from ..numerals.spelled import GAP
from ..times.forms import calendar_spans
from .agree import agrees
from .bounds import bound_after, bound_before
from .counted import counted_after, counted_by_adjective, counted_of
from .excluded import excluded_spans, is_glued, is_glued_after, is_label, is_name_word, is_no_count, is_numbered
from .units import CURRENCIES, TIME_UNITS, UnitAt, sign_before, unit_after

__all__ = ["agrees", "quantities"]

_JOINT = re.compile(
    rf"(?ai:-?{GAP}(?P<word>to|or|and|versus|vs\.?){GAP}|-(?P<hyphened>to|or)-|(?P<dash>[-–—−])(?=[0-9$£€.])"
    rf"|{GAP}(?P<spaced>[–-]){GAP}(?=[0-9$£€]))"
)
_BETWEEN = re.compile(rf"(?ai:(?<![^\W_])(?:anywhere{GAP}|somewhere{GAP})?between{GAP}\Z)")
_FROM = re.compile(rf"(?ai:(?<![^\W_])from{GAP}(?:(?:about|around|nearly|roughly|some|just){GAP})?\Z)")
_RATIO = re.compile(rf"(?ai:{GAP}(?:in|out{GAP}of|of{GAP}every|in{GAP}every|out{GAP}of{GAP}every){GAP})")
_WHOLES = frozenset(
    (2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0, 25.0, 50.0, 100.0, 1_000.0, 10_000.0, 100_000.0)
)
_SCORE_BEFORE = re.compile(
    r"(?ai:(?<![^\W_])(?:vot|wo|win|los|beat|defeat|victor|deadlock|tied|lead|led|rul|record|score|tie|draw|edg|rout|down|up|ahead"
    r"|split|by|at|game|set|final|trail|improv|fell|drop|match|series)\w*[^.!?\n]{0,24}\Z)"
)
_SCORE_AFTER = re.compile(
    r"(?ai:\s{1,3}(?:\w+\s)?(?:votes?|decision|victory|win|loss|defeat|lead|majority|margin|ruling|record|tie|draw|split|score"
    r"|on|in|at|over|to|for|against|this|last|and|with)(?![^\W_]))"
)
_MINUS = re.compile(rf"(?:(?<![^\W_])(?<!or )(?i:minus|negative){GAP}|(?:(?<=[\s(\u00a0])|(?<![\s\S]))[-−])\Z")
_MAGNITUDE = re.compile(rf"(?ai:(?<![^\W_])magnitude(?:-|{GAP}(?:of{GAP})?)\Z)")
_AGED = re.compile(rf"(?ai:(?<![^\W_])(?:aged|ages?|age{GAP}of){GAP}(?:(?:about|around|between){GAP})?\Z)")
_AGE_BEFORE = re.compile(
    r"(?<![^\W_])(?:(?:[Hh]e|[Ss]he|I|who)(?:\s(?:was|is|am|just|recently)|['’][sm])|turn(?:s|ed|ing))(?:\s(?:only|just|now))?\s\Z"
)
_NAME_COMMA = re.compile(r"(?<![^\W_])[A-Z][^\W\d_][\w'’.-]{0,30}(?:,? (?:Jr|Sr)\.|,? I{2,3})?, \Z")
_AGE_END = re.compile(r"[,;.)]|\s(?:and|of|was|is|has|who|told|said|says|from|died|when|on)(?![^\W_])")
_BULLET = re.compile(r"[.)]\s+[^\W\d_a-z]")
_NTH_HALF = re.compile(rf"(?ai:(?<![^\W_])(?:first|second|latter|other){GAP}\Z)")
"""Words that make "half" one of two parts in a row ("the second half of the year")."""

_ALONE = re.compile(r"[0-9]{1,3}[ \t]*\n")
_ORDINAL_TAIL = re.compile(
    r"(?ai:-(?:tenths?|hundredths?|thousandths?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|something)(?![^\W_]))"
)
_OF_UNIT = re.compile(rf"(?ai:{GAP}of(?={GAP}))")
_HYPHEN_NOUN = re.compile(r"-([^\W\d_]+)")
_LEFT = 24
"""How far in front of a number single words are looked at, in characters; the longest is "anywhere between "."""


class _Core(NamedTuple):
    """A number with its sign and unit, before bounds and counts."""

    start: int
    end: int
    value: float | None
    high: float | None = None
    unit: str | None = None
    adjective: bool = False
    numeral: Numeral | None = None


class _Region(NamedTuple):
    """The part of a text that is read; `floor` is where the last quantity ended."""

    text: str
    floor: int
    end: int


def quantities(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Every number expression of text[start:end], in order, not overlapping, offsets into `text`."""
    start, stop = max(0, start), len(text) if end is None else min(end, len(text))
    blocked = sorted([*excluded_spans(text, start, stop), *calendar_spans(text, start, stop)])
    found: list[Quantity] = []
    floor, block = start, 0
    for numeral in numerals(text, start, stop):
        while block < len(blocked) and blocked[block][1] <= numeral.start:
            block += 1
        limit = blocked[block][0] if block < len(blocked) else stop
        if isinstance(numeral, Unreadable) or numeral.start < floor or limit < numeral.end:
            continue
        floor = max([floor, *(b[1] for b in blocked[max(0, block - 1) : block])])
        quantity = _quantity(_Region(text, floor, limit), numeral)
        if quantity is not None:
            found.append(quantity)
            floor = quantity.end
    return tuple(found)


def _quantity(region: _Region, numeral: Numeral) -> Quantity | None:
    core = _core(region, numeral)
    if core is None or _counts_nothing(region, numeral, core):
        return None
    core = _ratio(region, core) or _range(region, core) or core
    core = _aged(region, core)
    return _bounded(region, core)


def _core(region: _Region, numeral: Numeral) -> _Core | None:
    text, start = region.text, numeral.start
    sign = sign_before(text, start, region.floor) if numeral.digits else None
    unit = sign[0] if sign else None
    if sign:
        start = sign[1]
        again = numeral_at(text, numeral.start, region.end, money=True)
        numeral = again if isinstance(again, Numeral) else numeral
    value = numeral.value
    if numeral.digits and value is not None:
        minus = _MINUS.search(text[max(region.floor, start - 10) : start])
        if minus:
            start, value = start - len(minus[0]), -value
    behind = _unit_behind(region, numeral)
    end = numeral.end
    if behind and (unit is None or behind.unit == unit):
        unit, end = behind.unit, behind.end
    if numeral.part and unit is None:
        unit = "fraction"
    adjective = bool(behind and behind.adjective and end == behind.end)
    if unit is None and (found := _MAGNITUDE.search(text[max(region.floor, start - _LEFT) : start])):
        unit, start = "magnitude", start - len(found[0])
    return _Core(start, end, value, None, unit, adjective, numeral)


def _unit_behind(region: _Region, numeral: Numeral) -> UnitAt | None:
    """The unit behind a number; a vague one has it behind "of" ("millions of dollars")."""
    of = _OF_UNIT.match(region.text, numeral.end, region.end) if numeral.value is None else None
    if of and (found := unit_after(region.text, of.end(), region.end, digits=False)):
        return found
    return unit_after(region.text, numeral.end, region.end, digits=numeral.digits)


def _counts_nothing(region: _Region, numeral: Numeral, core: _Core) -> bool:
    if numeral.digits:
        return _is_identifier(region, numeral, core)
    text, start = region.text, numeral.start
    if _ORDINAL_TAIL.match(text, numeral.end) or is_name_word(text, start, numeral.end, region.floor):
        return True
    if start > 1 and text[start - 1] == "-" and text[start - 2].isalpha():
        return True
    if is_numbered(text, start, region.floor):
        return True
    if numeral.part:
        return _NTH_HALF.search(text[max(region.floor, start - 8) : start]) is not None
    return is_no_count(text, start, numeral.end)


def _is_identifier(region: _Region, numeral: Numeral, core: _Core) -> bool:
    """Whether digits are part of a name, or number the items of a list."""
    text, bare = region.text, core.start == numeral.start
    if bare and is_glued(text, numeral.start):
        return True
    if core.end == numeral.end and is_glued_after(text, core.end):
        return True
    if bare and is_label(text, numeral.start, numeral.end, region.floor, measured=core.unit is not None):
        return True
    line = text.rfind("\n", region.floor, core.start) + 1 or region.floor
    if core.unit is not None or text[line : core.start].strip():
        return False
    return _BULLET.match(text, core.end) is not None or _ALONE.match(text, core.start) is not None


def _ratio(region: _Region, core: _Core) -> _Core | None:
    text = region.text
    joint = _RATIO.match(text, core.end, region.end)
    if joint is None or core.unit or core.value is None or joint.end() >= region.end:
        return None
    whole = numeral_at(text, joint.end(), region.end)
    if not isinstance(whole, Numeral) or whole.value is None or not 0 < core.value < whole.value:
        return None
    unit = unit_after(text, whole.end, region.end, digits=whole.digits)
    if whole.value not in _WHOLES or (unit and unit.unit in TIME_UNITS):
        return None
    return _Core(core.start, whole.end, core.value / whole.value, None, "fraction", False, core.numeral)


def _range(region: _Region, core: _Core) -> _Core | None:
    text = region.text
    joint = _JOINT.match(text, core.end, region.end)
    if joint is None or core.value is None or joint.end() >= region.end:
        return None
    at = joint.end() + (text[joint.end()] in "$£€")
    if at >= region.end:
        return None
    second = numeral_at(text, at, region.end, money=core.unit in CURRENCIES)
    if not isinstance(second, Numeral) or second.value is None:
        return None
    other = _core(_Region(text, joint.end(), region.end), second)
    if other is None or other.value is None or other.start > joint.end():
        return None
    if _is_score(region, core, other, joint):
        return _Core(core.start, other.end, core.value, other.value, "score", False, core.numeral)
    return _joined(region, core, other, joint)


def _is_score(region: _Region, core: _Core, other: _Core, joint: re.Match[str]) -> bool:
    word = (joint["word"] or joint["hyphened"] or "").lower()
    if core.unit or other.unit or not (joint["dash"] or word == "to"):
        return False
    if core.value is None or other.value is None or max(core.value, other.value) >= 1000:
        return False
    before = _SCORE_BEFORE.search(region.text[max(region.floor, core.start - 40) : core.start]) is not None
    after = _SCORE_AFTER.match(region.text, other.end, region.end) is not None
    falling = core.value >= other.value
    if joint["hyphened"]:
        return falling
    if joint["dash"]:
        return falling or (before and (after or counted_after(region.text, other.end, region.end) is None))
    from_to = _FROM.search(region.text[max(region.floor, core.start - _LEFT) : core.start]) is not None
    return not from_to and falling and (before or after or core.value > other.value)


def _joined(region: _Region, low: _Core, high: _Core, joint: re.Match[str]) -> _Core | None:
    """The two ends as one range, or None where they are two quantities."""
    if low.value is None or high.value is None or low.numeral is None or high.numeral is None:
        return None
    word = (joint["word"] or joint["hyphened"] or "to").lower()
    before = region.text[max(region.floor, low.start - _LEFT) : low.start]
    between = _BETWEEN.search(before)
    if (word == "and") is not (between is not None) or word.startswith("v") or (word == "to" and _FROM.search(before)):
        return None
    value = low.value
    if (
        low.numeral.scale == 1
        and high.numeral.scale > 1
        and low.numeral.coefficient < min(1000, high.numeral.coefficient)
    ):
        value *= high.numeral.scale
    unit = high.unit if low.unit is None else low.unit
    if not value < high.value or (low.unit and high.unit and low.unit != high.unit):
        return None
    if word == "or" and high.value > 3 * value + 3:
        return None
    start = low.start - len(between[0]) if between else low.start
    return _Core(start, high.end, value, high.value, unit, high.adjective, high.numeral)


def _aged(region: _Region, core: _Core) -> _Core:
    """Give an age its unit: "aged 34", and the 34 of "Ana Ruiz, 34, said"."""
    if core.unit or core.value is None or core.numeral is None or not 0 < core.value < 116:
        return core
    before = region.text[max(region.floor, core.start - 40) : core.start]
    if aged := _AGED.search(before):
        return core._replace(unit="year", start=core.start - len(aged[0]))
    if (
        core.numeral.digits
        and (_NAME_COMMA.search(before) or _AGE_BEFORE.search(before))
        and _AGE_END.match(region.text, core.end, region.end)
    ):
        return core._replace(unit="year")
    return core


def _bounded(region: _Region, core: _Core) -> Quantity:
    text, start, end = region.text, core.start, core.end
    before = bound_before(text, start, region.floor, duration=core.unit in TIME_UNITS and not core.adjective)
    after = bound_after(text, end, region.end)
    end = after.edge if after else end
    counts, noun_end = _counted(region, core._replace(end=end))
    if before is None and after is None and noun_end:
        after = bound_after(text, noun_end, region.end)
        end = after.edge if after and after.edge > noun_end else end
    bound = before.bound if before else after.bound if after else Bound.EXACT
    if core.value is None:
        bound = Bound.VAGUE
    elif core.numeral and core.numeral.about and bound is Bound.EXACT:
        bound = Bound.ABOUT
    start, unit = before.edge if before else start, core.unit
    if before and unit is None and (aged := _AGED.search(text[max(region.floor, start - _LEFT) : start])):
        start, unit = start - len(aged[0]), "year"
    return Quantity(
        start=start, end=end, text=text[start:end], value=core.value, high=core.high, unit=unit, bound=bound,
        counts=counts,
    )  # fmt: skip


def _counted(region: _Region, core: _Core) -> tuple[str | None, int | None]:
    text, end = region.text, core.end
    if core.unit == "score":
        return None, None
    if core.unit and core.adjective:
        found = counted_by_adjective(text, end, region.end)
        return (found[0], None) if found else (None, None)
    if core.unit == "fraction" and (found := counted_after(text, end, region.end)):
        return found[0], None
    if core.unit:
        return counted_of(text, end, region.end), None
    if hyphened := _HYPHEN_NOUN.match(text, end, region.end):
        return hyphened[1], None
    found = counted_after(text, end, region.end, singular=core.value == 1)
    return found if found else (None, None)
