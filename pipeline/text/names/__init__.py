"""Names: every mention of a person, organisation or place in an article, with its full form and role.

A demonym ("North Korean") is a name of kind unknown: it says nothing a reader could ask for, but a summary that
swaps it is wrong, so that the guard must see it. Forms of address, offices, days and months are no names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...reading import Name
from ...records import Role, Sentence
from ..words import Word, tokens
from .casing import Casing, case_is_mute, casing
from .given import GIVEN
from .kinds import is_acronym, kind_of
from .links import Entity, initials, link
from .mentions import Line, Mention, mentions
from .places import METONYMS, is_place
from .runs import pieces, runs

_LONGEST = 6
"""Longest known name, in words, that is looked for in a line set in capitals or as a title."""
_DEFINED = re.compile(r"\s\(([A-Z][A-Za-z]{1,7})\)")


def names(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """Every name in body and headline sentences, in order and without overlap, offsets into `text`."""
    lines = [(s, tokens(text, s.start, s.end)) for s in sentences if s.role in (Role.BODY, Role.HEADLINE)]
    loud = [case_is_mute(text, words) for _, words in lines]
    told = casing(text, (words for (_, words), mute in zip(lines, loud, strict=True) if not mute))
    found: list[Mention] = []
    for (sentence, words), mute in zip(lines, loud, strict=True):
        if not mute:
            found += _of_sentence(text, words, sentence.end, told)
    known = {tuple(word.lower() for word in m.words): m for m in found}
    for (_, words), mute in zip(lines, loud, strict=True):
        if mute:
            found += _of_mute(text, words, known)
    found = sorted(_split_pairs(text, found), key=lambda mention: mention.start)
    return tuple(_name(text, mention, entity) for mention, entity in link(found, _acronyms(text, found)))


def _of_sentence(text: str, words: Sequence[Word], stop: int, told: Casing) -> Iterator[Mention]:
    parts = pieces(text, words)
    line = Line(text, words, parts, stop, told)
    for run in runs(text, words, parts):
        yield from mentions(line, run)


def _of_mute(text: str, words: Sequence[Word], known: dict[tuple[str, ...], Mention]) -> Iterator[Mention]:
    """Names of a line whose capitals mark none: those the article prints elsewhere, places, and given names."""
    i = 0
    while i < len(words):
        length, mention = _longest(text, words, i, known)
        if mention is not None:
            yield mention
        i += length


def _longest(
    text: str, words: Sequence[Word], at: int, known: dict[tuple[str, ...], Mention]
) -> tuple[int, Mention | None]:
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        part = words[at : at + length]
        if not part[0].text[0].isupper() or _broken(text, part):
            continue
        end = part[-1].end - (2 if part[-1].text.lower().endswith(("’s", "'s")) else 0)
        said = (*(word.text for word in part[:-1]), text[part[-1].start : end])
        key = tuple(word.lower() for word in said)
        if seen := known.get(key):
            return length, replace(seen, start=part[0].start, end=end, role=None, honorific=None)
        full = " ".join(said)
        if full.lower() in METONYMS or is_place(full):
            return length, Mention(part[0].start, end, said, kind_of(said), full)
        if length == 2 and key[0] in GIVEN and said[1][:1].isupper() and kind_of(said) == "person":
            return length, Mention(part[0].start, end, said, "person", full)
    return 1, None


def _broken(text: str, words: Sequence[Word]) -> bool:
    return any("\n" in text[one.end : other.start] for one, other in pairwise(words))


def _split_pairs(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Cut "Moreau-Lindqvist" in two where the article names a Moreau and a Lindqvist apart."""
    whole = {m.words[-1] for m in found if len(m.words) > 1}
    last = {m.words[-1].lower() for m in found} | {m.words[0].lower() for m in found if len(m.words) > 1}
    for mention in found:
        parts = mention.words[0].split("-")
        apart = len(mention.words) == 1 and len(parts) == 2 and all(part.lower() in last for part in parts)
        if apart and mention.words[0] not in whole:
            middle = mention.start + len(parts[0])
            if text[mention.start : mention.end] == "-".join(parts):
                yield replace(mention, end=middle, words=(parts[0],), kind="unknown", printed=parts[0])
                yield replace(mention, start=middle + 1, words=(parts[1],), kind="unknown", printed=parts[1])
                continue
        yield mention


def _acronyms(text: str, found: Sequence[Mention]) -> dict[str, Mention]:
    """Acronyms that the article explains: those in brackets behind a name, or a name in brackets behind them."""
    defined: dict[str, Mention] = {}
    for mention in found:
        match = _DEFINED.match(text, mention.end)
        if match and len(mention.words) > 1 and is_acronym(match[1]):
            short = match[1]
            if initials(mention.words)[-1:] == short[-1:] or short[0] == mention.words[0][0]:
                defined.setdefault(short, mention)
    return defined


def _name(text: str, mention: Mention, entity: Entity) -> Name:
    kind = entity.kind if entity.kind != "unknown" else mention.kind
    return Name(
        start=mention.start,
        end=mention.end,
        text=text[mention.start : mention.end],
        kind=kind,
        full=entity.full,
        role=(mention.role or entity.role) if kind == "person" else None,
    )
