"""Whether two figures of an article measure the same thing: what they count, in which state, where and when.

Decided by rule, and in doubt not: figures are comparable when they have one unit, count one kind of thing with
modifiers that do not tell them apart, and the words around them do not speak of different states, places or years.
Money, lengths, percentages and other measures are comparable only where the same measure ("cost", "width") of the same
thing is named. Ages, scores, additions ("another 40"), parts of a whole ("12 of them") and vague words never are.
"""

import re
from dataclasses import dataclass

from ..reading import Reading
from ..records import Bound, Granularity, Quantity, Sentence, Span
from .comparable_words import ANYBODY, GENERAL, KIND_OF, MEASURES, PERIOD, STATE_NOUNS, STATE_OF
from .nearby import names_in, sayings_near, touching
from .words import content, stem, tokens

_MEASURE_UNITS_NEVER = frozenset({"year", "score", "month", "week", "day", "decade", "century", "times"})
_MONEY = re.compile(r"(?i)\b(?:marks?|crowns?|florins?|guilders?|ducats?|talers?|pesos?|coins?)\b")
"""Currencies that the units do not know; they count as money, not as things."""

_ADDED = re.compile(
    r"(?i)\b(?:another|further|additional|extra|other|others|more|remaining|rest|including|among them|of whom|of them"
    r"|second|fewer than usual|increase|rise|drop|fall|up|down|by)\s*\Z"
)
_ADDED_BEHIND = re.compile(
    r"(?i)\s*(?:more|other|others|extra|additional|fewer|less|of (?:them|those|whom|the|its|his|her))\b"
)
_ANAPHOR = re.compile(
    r"(?i)\b(?:the|that|this|its|their)\s(?:real |true |actual |final |official |overall )?"
    r"(?P<noun>number|figure|count|total|toll|tally)\s(?:(?:at|is|was|were|to|as|of|only|just|stood|stands|closer|nearer"
    r"|much|rather|higher|lower)\s){0,3}\Z"
)
"""What makes a figure without a noun go on with the one before it ("put the number at some 130")."""

_PLACE = re.compile(r"\s*(?:in|at|near|from|on|around|across)\s(?:the\s)?(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)")
_FRONT_PLACE = re.compile(r"(?:In|At|Near|Around|Across)\s(?:the\s)?(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)")
_BORDER = re.compile(r"[;:()—“”\"]|,\s|\s(?:and|but|while|whereas|which|who)\s")
_LONG = frozenset({Granularity.YEAR, Granularity.MONTH, Granularity.QUARTER, Granularity.DECADE, Granularity.SEASON})

FAR = 3
"""Sentences back in which "the number" finds what it is the number of."""

BESIDE = 60
"""Characters around a figure in which a month or year says when it was counted."""

SAME_START = 4
"""Letters in which a place and its people agree ("Ostria", "Ostrian")."""

SPREAD = 50.0
"""How many times larger one of two figures for one thing may be: disputes differ in size, mistakes in kind."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and what tells it apart: the kind of thing, its modifiers, state, place, years, and words around it."""

    quantity: Quantity
    sentence: int
    kind: str | None
    modifiers: frozenset[str]
    state: str | None
    place: str | None
    years: frozenset[str]
    around: frozenset[str]
    near: frozenset[str]
    measures: frozenset[str]
    names: frozenset[str]
    dated: frozenset[str]
    periods: frozenset[str] = frozenset()
    named: str | None = None
    carried_on: bool = False


def figure_of(reading: Reading, quantity: Quantity, before: tuple[Figure, ...] = ()) -> Figure | None:
    """What a quantity measures; None where it can never be one side of a conflict.

    `before` are the figures that the article has before it: "put the number at 130" goes on with the nearest one.
    """
    text = reading.article.text
    here = touching(reading.sentences, quantity)
    if not here or quantity.value in (None, 1.0) or quantity.unit in _MEASURE_UNITS_NEVER:
        return None
    if quantity.bound is Bound.VAGUE or text[quantity.end : quantity.end + 1] in ("-", "‐", "‑"):
        return None
    sentence = here[0]
    if _is_part(text, quantity, sentence):
        return None
    clause = _clause(text, quantity, sentence)
    counted = quantity.counts or ""
    money = bool(_MONEY.fullmatch(counted.split()[-1])) if counted else False
    if quantity.unit is None and not counted:
        return _carried_on(text, quantity, sentence, before)
    stems = [stem(w.text) for w in tokens(counted)]
    kind = None if quantity.unit or money else KIND_OF.get(stems[-1], stems[-1])
    around = frozenset(content(text[sentence.start : sentence.end]))
    near = frozenset(content(text[clause.start : clause.end]))
    measures = near & MEASURES if kind is None else frozenset()
    return Figure(
        quantity=quantity,
        sentence=sentence.index,
        kind=kind or (quantity.unit or stems[-1]),
        modifiers=frozenset() if kind is None else frozenset(s for s in stems[:-1] if s not in STATE_OF),
        state=_state(text[clause.start : clause.end], stems),
        place=_place(text, quantity, clause, sentence),
        years=_years(reading, quantity, clause),
        around=around - set(stems),
        near=near - set(stems),
        names=_names(reading, sentence),
        dated=_long_times(reading, sentence),
        periods=frozenset(name for name, found in PERIOD.items() if found.search(text, sentence.start, sentence.end)),
        measures=measures,
        named=next((w.text for w in tokens(text, clause.start, clause.end) if stem(w.text) in measures), None),
    )


def comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures are of the same thing, so that a difference between them is a disagreement."""
    if one.kind != other.kind or one.quantity.unit != other.quantity.unit or not _near_in_size(one, other):
        return False
    if one.carried_on or other.carried_on:
        return True
    if _apart(one.place, other.place) or _disjoint(one.years, other.years) or _disjoint(one.names, other.names):
        return False
    if one.measures or other.measures or one.quantity.unit is not None:
        return _same_measure(one, other)
    if one.modifiers and other.modifiers and not one.modifiers & other.modifiers:
        return False
    if one.state != other.state:
        return False
    if one.state is not None:
        return one.dated == other.dated
    if one.modifiers & other.modifiers:
        return True
    common = len(one.around & other.around) > (1 if one.kind in ANYBODY else 0)
    return bool(one.near & other.near) and common


def _is_part(text: str, quantity: Quantity, sentence: Sentence) -> bool:
    before = text[max(sentence.start, quantity.start - 24) : quantity.start]
    behind = text[quantity.end : min(sentence.end, quantity.end + 24)]
    return bool(_ADDED.search(before) or _ADDED_BEHIND.match(behind))


def _carried_on(text: str, quantity: Quantity, sentence: Sentence, before: tuple[Figure, ...]) -> Figure | None:
    anaphor = _ANAPHOR.search(text[max(sentence.start, quantity.start - 60) : quantity.start])
    if anaphor is None or not before:
        return None
    near = [f for f in before if f.kind and sentence.index - f.sentence <= FAR and f.quantity.unit is None]
    near = [f for f in near if _ratio(f.quantity, quantity) <= SPREAD]
    if anaphor["noun"].lower() == "toll":
        near = [f for f in near if f.state == "dead"]
    if not near:
        return None
    last = near[-1]
    return Figure(
        quantity=quantity,
        sentence=sentence.index,
        kind=last.kind,
        modifiers=last.modifiers,
        state=last.state,
        place=None,
        years=frozenset(),
        around=last.around,
        near=last.near,
        measures=last.measures,
        names=frozenset(),
        dated=frozenset(),
        carried_on=True,
    )


def _clause(text: str, quantity: Quantity, sentence: Sentence) -> Span:
    """The clause around a figure, from border to border."""
    start, end = sentence.start, sentence.end
    for border in _BORDER.finditer(text, sentence.start, sentence.end):
        if border.end() <= quantity.start:
            start = border.end()
        elif border.start() >= quantity.end:
            end = border.start()
            break
    return Span(start=start, end=max(end, quantity.end))


def _state(clause: str, counted: list[str]) -> str | None:
    """What happened to the counted things: by the counted noun itself, else by the words of its clause."""
    if counted and counted[-1] in STATE_NOUNS:
        return STATE_NOUNS[counted[-1]]
    found = {STATE_OF[made] for w in tokens(clause) if (made := stem(w.text)) in STATE_OF}
    return found.pop() if len(found) == 1 else "-".join(sorted(found)) or None


def _place(text: str, quantity: Quantity, clause: Span, sentence: Sentence) -> str | None:
    behind = quantity.end
    if quantity.counts:
        at = text.find(quantity.counts, quantity.start, sentence.end)
        behind = at + len(quantity.counts) if at >= 0 else behind
    if found := _PLACE.match(text, behind, sentence.end):
        return found["place"]
    front = _FRONT_PLACE.match(text, clause.start, clause.end) or _FRONT_PLACE.match(text, sentence.start, sentence.end)
    return front["place"] if front else None


def _years(reading: Reading, quantity: Quantity, clause: Span) -> frozenset[str]:
    """The months, years or longer times that stand beside a figure in its clause."""
    near = Span(start=max(clause.start, quantity.start - BESIDE), end=min(clause.end, quantity.end + BESIDE))
    return _long_times(reading, near)


def _long_times(reading: Reading, span: Span) -> frozenset[str]:
    mentions = [t.ref for t in touching(reading.times, span) if t.ref.granularity in _LONG]
    return frozenset(ref.from_ or ref.text.lower() for ref in mentions)


def _apart(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _disjoint(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others and not some & others)


def _names(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """The beginnings of the names a sentence is about: those of its speakers are left out."""
    text = reading.article.text
    speakers = " ".join(
        f"{saying.speaker or ''} {saying.role or ''} {saying.via or ''} {' '.join(s.cut(text) for s in saying.source)}"
        for saying in sayings_near(reading, sentence)
        if any(touching((source,), sentence) for source in saying.source)
    )
    told = {word.text for word in tokens(speakers)}
    words = [word.text for name in names_in(reading, sentence) for word in tokens(name.text)]
    return frozenset(word[:SAME_START].lower() for word in words if word not in told and word[:1].isupper())


def _near_in_size(one: Figure, other: Figure) -> bool:
    return _ratio(one.quantity, other.quantity) <= SPREAD


def _ratio(one: Quantity, other: Quantity) -> float:
    small, large = sorted((abs(one.value or 0.0), abs(other.value or 0.0)))
    return large / small if small else float("inf")


def _same_measure(one: Figure, other: Figure) -> bool:
    """Whether two measures name the same measure, and share another word or stand so near that it is the same one."""
    if one.periods and other.periods and not one.periods & other.periods:
        return False
    measures = {_measure(m) for m in one.measures} & {_measure(m) for m in other.measures}
    if not measures:
        return False
    if one.quantity.unit == "percent":
        return bool((one.near & other.near) - MEASURES - GENERAL)
    common = one.around & other.around - MEASURES
    return bool(common) or abs(one.sentence - other.sentence) <= 1


def _measure(made: str) -> str:
    """One word for the noun and the adjective of a measure."""
    return {"saving": "sav", "wid": "width", "height": "high", "depth": "deep", "long": "length"}.get(made, made)
