"""How a number is meant: the words around it that make it a limit or an estimate."""

import re
from typing import NamedTuple

from ...records import Bound
from ..numerals.spelled import GAP

WINDOW = 48
"""How far in front of a number its bound words are looked for, in characters: "slightly more than an estimated": 31."""

_BEFORE_WORDS = {
    Bound.AT_LEAST: "at least|at the very least|at a minimum|no fewer than|no less than|not fewer than|not less than"
    "|upwards of|upward of|a minimum of|minimum of|as few as|as little as|as low as|as young as|not under|minimum",
    Bound.UP_TO: "as many as|as much as|as high as|as long as|as far as|as large as|as big as|as old as|as tall as"
    "|up to|upto|no more than|not more than|no greater than|at most|at the most|a maximum of|maximum of|a maximum"
    "|not exceeding|not over|no higher than|no longer than|no later than|capped at|maximum",
    Bound.MORE_THAN: "more than|over|exceeding|exceeded|exceeds|exceed|in excess of|above|north of|greater than"
    "|higher than|larger than|longer than|surpassing|surpassed|topping|topped|older than|bigger than|better than",
    Bound.FEWER_THAN: "fewer than|less than|under|below|shy of|short of|south of|lower than|smaller than"
    "|shorter than|younger than",
    Bound.ABOUT: "about|around|some|roughly|approximately|approx.|approx|an estimated|estimated|estimated at|circa"
    "|ca.|c.|nearly|almost|close to|near|nearing|approaching|virtually|more or less|something like|in the region of"
    "|in the neighborhood of|in the neighbourhood of|in the order of|on the order of|somewhere around|maybe|perhaps"
    "|give or take|the better part of|practically|not quite|just about|~|≈|≃",
}
_SIGNS = {"≥": Bound.AT_LEAST, "≤": Bound.UP_TO, ">": Bound.MORE_THAN, "<": Bound.FEWER_THAN}
_BOUNDS = {words: bound for bound, listed in _BEFORE_WORDS.items() for words in listed.split("|")} | _SIGNS
_FORMS = "|".join(re.escape(words).replace(r"\ ", GAP) for words in sorted(_BOUNDS, key=lambda w: (-len(w), w)))
_DEGREE = (
    "slightly|well|just|a little|a bit|far|much|significantly|considerably|substantially|only|even|way|any|somewhat"
)
_BEFORE = re.compile(
    rf"(?ai:(?<![^\W_])(?:(?:{_DEGREE.replace(' ', GAP)}){GAP}(?!about|around|some))?(?P<words>{_FORMS})"
    rf"(?:{GAP}|(?<=[~≈≃≥≤<>]))(?:(?:another|a{GAP}further|an{GAP}additional|an{GAP}extra|a){GAP})?)\Z"
)
_LOOSE = re.compile(
    r"(?ai:(?<![^\W_])(?:talk(?:s|ed|ing)?|worr(?:y|ies|ied)|concern(?:s|ed)?|complain(?:s|ed)?|jok(?:e|es|ed)|cares?"
    r"|ask(?:s|ed)?|stor(?:y|ies)|films?|books?|movies?|novels?|something|everything|questions?|learn(?:s|ed)?)\s{1,3})\Z"
)
"""Words that make "about" a preposition in front of a spelled-out number ("a film about two brothers")."""

_AFTER_NUMBER = re.compile(
    rf"(?ai:(?P<odd>-odd(?![^\W_])|{GAP}odd(?![^\W_])|-ish(?![^\W_])|{GAP}or{GAP}(?:so|thereabouts)(?![^\W_]))"
    rf"|(?P<more>\+|-?{GAP}?-plus(?![^\W_])|{GAP}plus(?={GAP}[a-z])|{GAP}or{GAP}(?:more|older|over|above|greater|higher"
    rf"|better|longer|up)(?!{GAP}or{GAP}less)(?![^\W_])|{GAP}and{GAP}(?:older|over|above|up)(?![^\W_])"
    rf"|,?{GAP}at{GAP}(?:the{GAP}very{GAP})?least(?![^\W_])|{GAP}minimum(?![^\W_]))"
    rf"|(?P<less>{GAP}or{GAP}(?:fewer|less|younger|under|below|lower)(?![^\W_])|{GAP}and{GAP}(?:under|younger|below)"
    rf"(?![^\W_])|,?{GAP}at{GAP}(?:the{GAP})?most(?![^\W_])|{GAP}maximum(?![^\W_])|{GAP}tops(?![^\W_]))"
    rf"|(?P<about>{GAP}or{GAP}more{GAP}or{GAP}less))"
)
_GROUPS = {"odd": Bound.ABOUT, "more": Bound.AT_LEAST, "less": Bound.UP_TO, "about": Bound.ABOUT}
_PLAIN_TIME = re.compile(
    r"(?ai:(?<![^\W_])(?:for|just|well|than|in|lasted|spent|takes?|took|after|of|little|slightly)\s{1,3})\Z"
)


class BoundAt(NamedTuple):
    """Bound words: what they mean and the far end of them (their start in front of a number, their end behind)."""

    bound: Bound
    edge: int


def bound_before(text: str, position: int, floor: int, *, duration: bool = False) -> BoundAt | None:
    """The bound words right in front of `position`; the outer of two wins, "at least some 300" is at least.

    `duration` says that the number counts time: "over three days" is then no bound unless a word in front shows it.
    """
    bound, edge = None, position
    for _ in range(2):
        window = max(floor, edge - WINDOW)
        found = _BEFORE.search(text[window:edge])
        if found is None or not _is_bound(text, window + found.start(), floor, _key(found), duration):
            break
        outer = _BOUNDS[_key(found)]
        if bound is None or bound is Bound.ABOUT:
            bound = outer
        edge = window + found.start()
    return BoundAt(bound, edge) if bound else None


def bound_after(text: str, position: int, end: int) -> BoundAt | None:
    """The bound words right behind `position` ("or more", "-odd", "+")."""
    found = _AFTER_NUMBER.match(text, position, end)
    return BoundAt(_GROUPS[found.lastgroup or "odd"], found.end()) if found else None


def _key(found: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", found["words"]).lower()


def _is_bound(text: str, start: int, floor: int, words: str, duration: bool) -> bool:
    before = text[max(floor, start - 16) : start]
    if words == "about":
        spelled = re.match(r"about\s+[a-z]", text[start : start + 16], re.IGNORECASE) is not None
        return not (spelled and _LOOSE.search(before))
    if words == "over" and duration:
        return _PLAIN_TIME.search(before) is not None or text[start : start + 4].lower() != "over"
    return True
