"""Full names for surnames: the first mention of each person in a passage, where the full form is sure and fits."""

import re
from collections.abc import Iterator, Sequence

from ..reading import Name, Reading
from ..records import Span
from .nearby import quotation_at

_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Lady|Lord)\.?[ \u00a0]\Z")
_LONGEST_HONORIFIC = 6
_DETERMINED = re.compile(r"(?i)\b(?:the|an?|this|that|these|those|another|every|each|any|some|no)\s+(?:[\w’'-]+\s+)?\Z")
_NOUN_BEHIND = re.compile(r"\s[a-z]")
_PARTICLE = re.compile(r"(?i)(?:van|von|der|den|de|da|di|del|la|le|al|el|bin|ibn|ter|ten|dos|du)\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)([ \u00a0-])\Z")

Edit = tuple[int, int, str]


def full_names(reading: Reading, span: Span, names: Sequence[Name]) -> Iterator[Edit]:
    """One edit for the first mention of each person among `names` (those in the span) that is printed short.

    The honorific that a full name replaces goes with it ("Mr. Orlov’s" -> "Ilya Orlov’s"). Left as printed are
    mentions inside compounds ("the Orlov-Brandt talks"), before a noun they describe ("the Orlov family"), and
    surnames that the article gives to two people and has not yet tied to one.
    """
    text = reading.article.text
    seen: set[str] = set()
    for name in names:
        if name.full in seen or not _is_person(name, reading):
            continue
        if quotation_at(reading, name.start, name.end):
            continue
        seen.add(name.full)
        if name.full == name.text or _compound(text, name) or _describes(text, name, span):
            continue
        if not is_sure(name, reading):
            continue
        yield _start(text, name, span), name.end, name.full


def _is_person(name: Name, reading: Reading) -> bool:
    """Whether a mention is a person's: by its kind, or as the last word of a speaker whose kind is open."""
    if name.kind == "person":
        return True
    words = name.full.split()
    short = len(words) in (2, 3) and name.text == words[-1]
    return name.kind == "unknown" and short and any(s.speaker == name.full for s in reading.sayings)


def is_sure(name: Name, reading: Reading) -> bool:
    """Whether the full form is the only one with this surname, or was printed before this mention."""
    surname = name.text.split()[-1]
    holders = {
        n.full for n in reading.names if n.kind in ("person", "unknown") and n.full.split()[1:][-1:] == [surname]
    }
    if len(holders | {name.full}) == 1:
        return True
    before = [n.full for n in reading.names if n.start < name.start and n.text == n.full and n.full in holders]
    return bool(before) and before[-1] == name.full


def _start(text: str, name: Name, span: Span) -> int:
    """Where the printed form begins: before its honorific and before particles that the full form repeats."""
    start = name.start
    full = [word.lower() for word in name.full.split()]
    while (found := _WORD_BEFORE.search(text, max(span.start, start - 20), start)) and _PARTICLE.match(found[1]):
        if found[1].lower() not in full:
            break
        start = found.start()
    near = text[max(span.start, start - _LONGEST_HONORIFIC) : start]
    honorific = _HONORIFIC.search(near)
    return start - len(honorific[0]) if honorific else start


def _compound(text: str, name: Name) -> bool:
    """Whether the name is a part of a longer word ("the Orlov-Brandt talks"), where no full form fits."""
    around = text[max(0, name.start - 1) : name.start] + text[name.end : name.end + 1]
    return any(c.isalnum() or c in "-‐‑–" for c in around)


def _describes(text: str, name: Name, span: Span) -> bool:
    """Whether the name describes a noun: an article stands before it ("the Dray family", "a former Orlov aide")."""
    before = text[max(span.start, name.start - 40) : name.start]
    return bool(_DETERMINED.search(before) and _NOUN_BEHIND.match(text, name.end))
