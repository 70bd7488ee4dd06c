"""Words with light stems, and the writers' word groups ("homes|houses") matched on them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..seeds import fold
from .listed import listed

WORD: Final = re.compile(r"[^\W_]+(?:[.,:]\d+)*(?:'[^\W\d_]+)?", re.UNICODE)

STOP: Final = frozenset(
    listed(
        """
    a an the of to in on at by for from with as and or but that which who whom whose this these those it its he she
    they them his her their him we us our i you is are was were be been being has have had do does did will would
    said says say told tells according also than then there so into over out up after before about
        """
    )
)
"""Words that say nothing of a topic: articles, prepositions, pronouns, auxiliaries, and the plain verbs of saying."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its lower case, its stem, its place in the text given."""

    lower: str
    stem: str
    start: int
    end: int


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A light stem: possessive, plural, -ed and -ing fall off; enough to join "drowned" and "drowning"."""
    word = word.removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word.removesuffix("e") if len(word) > 3 else word


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; quotes are folded, places refer to the text as given."""
    folded = fold(text)
    found = []
    for match in WORD.finditer(folded.text):
        lower = match.group().lower()
        end = folded.starts[match.end() - 1] + 1
        found.append(Word(lower, stem(lower), folded.starts[match.start()], end))
    return tuple(found)


def stems(text: str) -> list[str]:
    """The stems of a text's telling words, in order."""
    return [word.stem for word in words(text) if word.lower not in STOP]


def token_f1(one: Sequence[str], other: Sequence[str]) -> float:
    """The F1 of two bags of stems; 0 where one is empty."""
    if not one or not other:
        return 0.0
    left = list(other)
    common = 0
    for token in one:
        if token in left:
            left.remove(token)
            common += 1
    return 2 * common / (len(one) + len(other))


def alternatives(group: str) -> tuple[str, ...]:
    """The alternatives of a group; a regular expression between slashes stays whole."""
    if len(group) > 2 and group.startswith("/") and group.endswith("/"):
        return (group,)
    return tuple(part.strip() for part in group.split("|") if part.strip())


@lru_cache(maxsize=50_000)
def find_group(text: str, group: str) -> tuple[int, int] | None:
    """The first place where an alternative of the group stands in the text: whole words, by stem; `*` ends a prefix."""
    first: tuple[int, int] | None = None
    for alternative in alternatives(group):
        place = _find(text, alternative)
        if place is not None and (first is None or place[0] < first[0]):
            first = place
    return first


def has_group(text: str, group: str) -> bool:
    """Whether one alternative of the group stands in the text."""
    heads = _heads(group)
    if heads is not None and heads.isdisjoint(_index(text)):
        return False
    return find_group(text, group) is not None


@lru_cache(maxsize=20_000)
def _heads(group: str) -> frozenset[str] | None:
    """The first words of the alternatives, of which a text must have one; None where a pattern could be any word."""
    found: set[str] = set()
    for alternative in alternatives(group):
        parts = () if alternative.startswith("/") else _parts(alternative)
        if not parts or parts[0][2]:
            return None
        found |= {parts[0][0], parts[0][1]}
    return frozenset(found)


def missing_groups(text: str, groups: Iterable[str]) -> tuple[str, ...]:
    """The groups of which no alternative stands in the text."""
    return tuple(group for group in groups if not has_group(text, group))


@lru_cache(maxsize=20_000)
def _index(text: str) -> frozenset[str]:
    """The lower cases and stems of a text: what is not in it need not be looked for."""
    return frozenset(form for word in words(text) for form in (word.lower, word.stem))


@lru_cache(maxsize=20_000)
def _parts(alternative: str) -> tuple[tuple[str, str, bool], ...]:
    """The words of an alternative: lower case, stem, whether it is only a beginning."""
    wanted = [(part.removesuffix("*"), part.endswith("*")) for part in fold(alternative).text.lower().split()]
    return tuple((word.lower, word.stem, prefix) for text, prefix in wanted for word in words(text))


def _find(text: str, alternative: str) -> tuple[int, int] | None:
    if alternative.startswith("/") and alternative.endswith("/") and len(alternative) > 2:
        folded = fold(text)
        match = _compiled(alternative[1:-1]).search(folded.text)
        if match is None or match.end() == match.start():
            return None
        return folded.starts[match.start()], folded.starts[match.end() - 1] + 1
    parts, known = _parts(alternative), _index(text)
    if not parts or not all(prefix or lower in known or stemmed in known for lower, stemmed, prefix in parts):
        return None
    said = words(text)
    for at in range(len(said) - len(parts) + 1):
        if all(_same(said[at + i], part) for i, part in enumerate(parts)):
            return said[at].start, said[at + len(parts) - 1].end
    return None


@lru_cache(maxsize=2_000)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _same(word: Word, wanted: tuple[str, str, bool]) -> bool:
    lower, stemmed, prefix = wanted
    return word.lower.startswith(lower) if prefix else word.lower == lower or word.stem == stemmed
