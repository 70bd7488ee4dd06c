"""Mutation operators on the words of a claim: each makes one known fault, by patterns of its own.

An operator decides before any scoring whether its mutant is equivalent (says nothing wrong), and says why. It shares no
pattern with the scorer's readers: what both were blind to would never be seen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .fixtures import Date, Fact, Figure, Fixture
from .readers.listed import listed

Edit = tuple[str, str | None]
"""A changed text, and why it is equivalent (None: it is wrong)."""


@dataclass(frozen=True, slots=True)
class Words:
    """An operator on words: its name, the slot it breaks, the figure that has to catch it."""

    name: str
    slot: str
    figure: str


WORD_OPERATORS: Final = (
    Words("bound_drop", "bound", "figures"),
    Words("bound_flip", "bound", "figures"),
    Words("bound_add", "bound", "figures"),
    Words("figure_x10", "figure", "figures"),
    Words("figure_confusable", "figure", "figures"),
    Words("unit_swap", "unit", "figures"),
    Words("date_shift", "date", "dates"),
    Words("hedge_drop", "hedge", "hedges"),
    Words("hedge_add", "hedge", "over_hedging"),
    Words("negate", "polarity", "polarity"),
    Words("scope_drop", "scope", "polarity"),
    Words("speaker_text", "speaker", "attribution"),
)

_CUES: Final = {
    "up_to": ("as many as", "as much as", "up to", "at most", "no more than"),
    "at_least": ("at least", "no fewer than", "no less than", "not less than"),
    "more_than": ("more than", "over"),
    "fewer_than": ("fewer than", "less than", "under"),
    "about": ("about", "around", "some", "roughly", "an estimated", "approximately"),
}
_FLIPPED: Final = {
    "up_to": "at least",
    "at_least": "up to",
    "more_than": "fewer than",
    "fewer_than": "more than",
    "about": "at least",
}
_SPELLED: Final = listed("two three four five six seven eight nine ten eleven twelve")
_SPELLED_X10: Final = listed("twenty thirty forty fifty sixty seventy eighty ninety hundred 110 120")
_SCALES: Final = (1.0, 1e2, 1e3, 1e6, 1e9, 1e12)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS: Final = {
    **dict.fromkeys(("crowns", "marks", "florins", "euros", "pounds"), "dollars"),
    "dollars": "euros",
    **dict.fromkeys(("metres", "meters"), "feet"),
    "kilometres": "miles",
    "miles": "kilometres",
    "percent": "points",
    "points": "percent",
    "years": "months",
    "months": "weeks",
    "weeks": "days",
    "days": "weeks",
    "hours": "minutes",
    "minutes": "hours",
    "tonnes": "kilograms",
    "centimetres": "inches",
    "hectares": "acres",
    "degrees": "percent",
}
_HEDGING: Final = re.compile(
    r"\b(may|might|could|would|should|probably|likely|possibly|perhaps|expected|estimate\w*|alleged\w*|appear\w*|seem\w*"
    r"|suggest\w*|whether|if|unless|unclear|unknown|believe\w*|think\w*|fear\w*|suspect\w*|accus\w*|provided|reportedly)\b",
    re.IGNORECASE,
)
_NOT: Final = re.compile(
    r"\b(not|no|cannot|never|nobody|none|nothing|neither|nor|without|den\w+|refus\w+|reject\w*|disput\w+|fail\w*|declin\w+|exclud\w+"
    r"|lack\w*|contradict\w*|unable)\b|n['’]t\b",
    re.IGNORECASE,
)
_AUXILIARY: Final = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|could|may|might|can|should)\b(?!\s+(?:not|no|never|to|less|more|fewer|at|up|over|under)\b)"
)


_RELATIVE: Final = re.compile(r"\b(?:who|which|that|whose|where|since|because|if|when|whether)\b[^,.;]*$")


def number_of(figure: Figure) -> str | None:
    """The characters of the figure's number in its words: the token whose value is the figure's, up to a scale word."""
    if not figure.value:
        return None
    for token in re.finditer(r"\d[\d,]*(?:\.\d+)?", figure.words):
        number = token.group().rstrip(",")
        if any(
            abs(float(number.replace(",", "")) * scale - figure.value[0]) < 1e-6 * figure.value[0] for scale in _SCALES
        ):
            return number
    for token in re.finditer(rf"\b({'|'.join(_SPELLED)})\b", figure.words, re.IGNORECASE):
        if _SPELLED.index(token.group().lower()) + 2 == figure.value[0]:
            return token.group()
    return None


def _at(text: str, figure: Figure) -> re.Match[str] | None:
    """Where the figure's number stands in a text."""
    number = number_of(figure)
    if number is None:
        return None
    return re.search(rf"(?<![\w.,]){re.escape(number)}(?![\d]|[.,]\d)(?!\w)", text, re.IGNORECASE)


def _cue(text: str, figure: Figure) -> tuple[int, int] | None:
    """Where the bound's words stand, right before the number."""
    place = _at(text, figure)
    if place is None:
        return None
    for cue in _CUES.get(figure.bound, ()):
        found = re.search(rf"\b{cue}\s+$", text[: place.start()], re.IGNORECASE)
        if found:
            return found.start(), place.start()
    return None


def bound_drop(text: str, figure: Figure) -> Iterator[Edit]:
    """Drop the bound: "as many as 620" becomes "620"."""
    if (cue := _cue(text, figure)) is not None:
        yield text[: cue[0]] + text[cue[1] :], None


def bound_flip(text: str, figure: Figure) -> Iterator[Edit]:
    """Turn the bound round: "as many as 620" becomes "at least 620"."""
    if (cue := _cue(text, figure)) is not None:
        yield f"{text[: cue[0]]}{_FLIPPED[figure.bound]} {text[cue[1] :]}", None


def bound_add(text: str, figure: Figure) -> Iterator[Edit]:
    """Add a bound: "12 million" becomes "more than 12 million"; ranges, and numbers behind "of", are spared."""
    place = _at(text, figure)
    if place is None or figure.bound != "exact" or len(figure.value) != 1:
        return
    if (
        re.search(r"(?:\bthan|\bto|\band|\bof|[-–$€£]|\baged)\s*$", text[: place.start()])
        or text[place.end() :][:1] in "-–"
    ):
        return
    yield f"{text[: place.start()]}more than {text[place.start() :]}", None


def figure_x10(text: str, figure: Figure) -> Iterator[Edit]:
    """A nought more."""
    place = _at(text, figure)
    if place is None:
        return
    number = place.group()
    if number.lower() in _SPELLED:
        new = _SPELLED_X10[_SPELLED.index(number.lower())]
    else:
        value = float(number.replace(",", "")) * 10
        new = f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
    yield text[: place.start()] + new + text[place.end() :], None


def figure_confusable(text: str, figure: Figure, fixture: Fixture) -> Iterator[Edit]:
    """The number another source gives for the same thing."""
    place = _at(text, figure)
    for id_ in figure.confusable:
        other = fixture.figures[id_]
        number = number_of(other)
        if place is None or number is None or number == place.group():
            continue
        same = other.value == figure.value
        yield text[: place.start()] + number + text[place.end() :], "the two figures are equal" if same else None


def unit_swap(text: str, figure: Figure) -> Iterator[Edit]:
    """Crowns become dollars, metres feet, percent points."""
    place = _at(text, figure)
    unit = (figure.unit or "").lower()
    if place is None or unit not in _UNITS:
        return
    pattern = rf"\b{unit}\b|%" if unit == "percent" else rf"(?:\bpercentage )?\b{unit}\b"
    found = re.compile(pattern, re.IGNORECASE).search(text, place.end())
    if found and found.start() - place.end() < 30:
        yield f"{text[: found.start()].rstrip()} {_UNITS[unit]}{text[found.end() :]}", None


def date_shift(text: str, day: Date) -> Iterator[Edit]:
    """The next weekday, the day after, the year after; equivalent where the interval holds both."""
    weekday = re.search("|".join(_DAYS), day.words)
    if weekday and weekday.group() in text:
        wide = day.day is None and day.from_ is not None and day.to is not None and (day.to - day.from_).days > 0
        later = _DAYS[(_DAYS.index(weekday.group()) + 1) % 7]
        yield text.replace(weekday.group(), later), "the interval holds the next day too" if wide else None
        return
    dated = re.search(r"\b([A-Z][a-z]{2,8}) (\d{1,2})\b(?!\d)", day.words)
    if dated and dated.group() in text:
        other = int(dated.group(2)) % 27 + 1
        yield text.replace(dated.group(), f"{dated.group(1)} {other}"), None
        return
    year = re.search(r"\b(?:1[5-9]|20)\d\d\b", day.words)
    if year and year.group() in text:
        yield text.replace(year.group(), str(int(year.group()) + 1)), None


def hedge_drop(text: str, fact: Fact) -> Iterator[Edit]:
    """The hedging words fall out; equivalent where the sentence still hedges in other words."""
    if not fact.hedges:
        return
    longest = sorted(fact.hedges, key=len, reverse=True)
    listed = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in longest)
    bare = re.sub(rf"\s*\b(?:{listed})\b", "", text, flags=re.IGNORECASE)
    if bare != text:
        left = _HEDGING.search(bare) or re.search(rf"\b(?:{listed})\b", bare, re.IGNORECASE)
        yield bare, f"still hedged by {left.group()!r}" if left else None


def hedge_add(text: str, fact: Fact) -> Iterator[Edit]:
    """A plain fact becomes a possibility."""
    if not fact.hedges and not fact.denied and fact.certainty == "certain":
        hedged = any(_HEDGING.search(t) for t in (*fact.evidence, fact.fact, *fact.say))
        yield f"Possibly, {text}", "the fact's own words hedge" if hedged else None


def negate(text: str, fact: Fact) -> Iterator[Edit]:
    """Its contrary; equivalent where good wordings of the fact are found with a negation and without."""
    own = [bool(_NOT.search(wording)) for wording in (fact.fact, *fact.say)]
    both = "the fact is told both with and without a negation" if len(set(own)) > 1 else None
    if re.search(r"\bdenied (?:that )?", text):
        bare = re.sub(r"\bdenied (?:that )?", "said ", text, count=1)
        if not _NOT.search(bare):
            yield bare, both
    elif re.search(r"\bnot (?!just|only|more|less|fewer|yet)", text):
        bare = re.sub(r"\bnot (?!just|only|more|less|fewer|yet)", "", text, count=1)
        if not _NOT.search(bare):
            yield bare, both
    elif not any(own) and (found := _AUXILIARY.search(text)) and not _RELATIVE.search(text[: found.start()]):
        yield f"{text[: found.end()]} not{text[found.end() :]}", both
    elif not any(own):
        plain = text[0].lower() + text[1:] if re.match(r"(?:The|A|An|It|In|On|By|At)\b", text) else text
        yield f"It is not true that {plain}", both


def scope_drop(fact: Fact) -> Iterator[Edit]:
    """The writer's own wrong wording without the limit."""
    for near in fact.near:
        if near.slots == ("scope",):
            yield near.text, None


def speaker_text(text: str, fixture: Fixture, speaker: str, wrong: str) -> Iterator[Edit]:
    """Another name where the speaker's stands."""
    entity, other = fixture.entities[speaker], fixture.entities[wrong]
    forms = sorted(
        {entity.name, *entity.aliases, *([entity.name.split()[-1]] if entity.type == "person" else [])}, key=len
    )
    changed = text
    for form in reversed(forms):
        changed = re.sub(rf"\b{re.escape(form)}\b", other.name, changed)
    if changed != text:
        yield changed, None
