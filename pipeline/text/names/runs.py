"""Capitalised runs of a sentence: which words are part of a name, and which are capitalised for another reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..words import STOPWORDS, Word, word_set
from .casing import opens
from .given import GIVEN
from .kinds import AND_HEADS, COMMON_ACRONYMS, OF_HEADS, ORG_HEADS
from .places import DEMONYMS, PLACES, is_demonym
from .titles import ABBREVIATED, HONORIFICS

CALENDAR = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    mondays tuesdays wednesdays thursdays fridays saturdays sundays
    """
)
"""Days and months: capitalised, but no names."""

PARTICLES = word_set("de la del della di da do dos das du van von der den ten ter bin ibn al el le bint abu y")
"""Lower-case words inside a person's name."""

_JOINED_PARTICLES = word_set("al el ad an ar as ash at az bin ibn ul ur d l de abu ben")
_SUFFIXES = word_set("jr sr inc ltd llc corp plc co ii iii iv lp")
_OWNERS = word_set("people women men children workers veterans farmers teachers students girls boys mothers king queen")
_OWNED = word_set("hospital cathedral church college school university")
_WHOLE_TAILS = word_set("general elect president chairman minister designate chief mayor secretary founder")
_ADJECTIVE_TAILS = word_set(
    """
    made led run born based era style owned backed funded held like only wide free bound speaking trained built
    controlled occupied area sponsored friendly aligned linked affiliated appointed elected endorsed themed inspired
    related driven focused centric hating loving bashing mandated supplied registered type sized aged level rated
    language dominated majority leaning area year month day old long term supporting obsessed ready allied
    """
)


_SEAT = re.compile(r"[RDI]-[A-Z]\w*")
"""Party and state behind a lawmaker's name ("D-Ohio")."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The nameable part of one word: `initial` where its capital may only open a sentence or quote."""

    start: int
    end: int
    text: str
    initial: bool
    possessive: bool
    cut: bool
    """Whether a compound's tail follows ("U.S." of "U.S.-led"): nothing joins behind it."""


def pieces(text: str, words: Sequence[Word]) -> list[Piece | None]:
    """The nameable part of each word, None where a word is no part of a name."""
    found: list[Piece | None] = []
    for i, word in enumerate(words):
        before = found[-1] if found and text[words[i - 1].end : word.start].isspace() else None
        found.append(_piece(text, words, i, before))
    return found


def runs(text: str, words: Sequence[Word], parts: Sequence[Piece | None]) -> list[list[int]]:
    """Indices of words that stand together in one name, connectors left out of the indices but inside the run."""
    found: list[list[int]] = []
    i = 0
    while i < len(words):
        if parts[i] is None:
            i += 1
            continue
        run = [i]
        while (following := _next(text, words, parts, run)) is not None:
            run.append(following)
        found.append(run)
        i = run[-1] + 1
    return found


def _piece(text: str, words: Sequence[Word], at: int, before: Piece | None) -> Piece | None:
    word = words[at]
    start, end, possessive = _without_clitic(word)
    body = text[start:end]
    span = _capital_part(body, before is not None)
    if span is None:
        return None
    first, last = start + span[0], start + span[1]
    name = text[first:last]
    if _is_no_name(text, words, at, name, before):
        return None
    initial = opens(text, words, at) and span[0] == 0
    prefixed = body[: span[0]].lower() in ("pro-", "anti-", "non-", "post-", "pre-", "un-", "trans-")
    return Piece(first, last, name, initial, possessive, cut=last < end or prefixed)


def _is_no_name(text: str, words: Sequence[Word], at: int, name: str, before: Piece | None) -> bool:
    low = name.lower()
    if name in COMMON_ACRONYMS or _SEAT.fullmatch(name):
        return before is None or name not in ("II", "III", "JR", "SR")
    after = text[words[at].end : words[at].end + 1]
    if len(name) == 1:
        return not (after == "." or (before is not None and name not in "AI"))
    if low in CALENDAR:
        following = (
            words[at + 1].text if at + 1 < len(words) and text[words[at].end : words[at + 1].start] == " " else ""
        )
        named = before is not None and before.text.lower() in GIVEN | frozenset(HONORIFICS)
        if low in ("april", "may", "june", "august", "jan") and following[:1].isupper():
            named = named or (low in GIVEN and following.lower() not in CALENDAR and not opens(text, words, at))
        honorific = at > 0 and words[at - 1].text.lower() in HONORIFICS
        return not (named or honorific or (following.lower() in ORG_HEADS and following[:1].isupper()))
    plain = low.replace("’", "'")
    return plain in STOPWORDS and not (name.isupper() and low in ("us", "it", "who", "am") and low != "it")


def _without_clitic(word: Word) -> tuple[int, int, bool]:
    """The word's range without 's or a contraction's tail, and whether it was a possessive."""
    for mark in "’'ʼ":
        head, found, tail = word.text.rpartition(mark)
        if found and tail.lower() == "s":
            return word.start, word.start + len(head), True
        if found and tail.lower() in ("ll", "re", "ve", "d", "m"):
            return word.start, word.start + len(head), False
    return word.start, word.end, False


def _capital_part(body: str, joined: bool) -> tuple[int, int] | None:
    """Where in a word its name is: all of it, the part before a lower-case compound tail, or behind a prefix."""
    parts = re.split("[-‐‑]", body)
    if len(parts) == 1:
        return (0, len(body)) if _capital(body) else None
    heads = [_capital(part) for part in parts]
    if heads[0]:
        if all(head or part.isdigit() for head, part in zip(heads, parts, strict=True)):
            return 0, len(body)
        tail = parts[-1].lower()
        if tail in _WHOLE_TAILS or (len(parts) > 2 and heads[-1]):
            return 0, len(body)
        if joined and len(tail) <= 6 and tail not in _ADJECTIVE_TAILS and not tail.endswith(("ed", "ing")):
            return 0, len(body)
        return 0, len(parts[0])
    if parts[0].lower() in _JOINED_PARTICLES and heads[1]:
        return 0, len(body)
    at = next((i for i, head in enumerate(heads) if head), None)
    return None if at is None else (len("-".join(parts[:at])) + 1, len(body))


def _capital(word: str) -> bool:
    return word[:1].isupper() or (len(word) > 2 and word[0].islower() and word[1].isupper())


def _next(text: str, words: Sequence[Word], parts: Sequence[Piece | None], run: Sequence[int]) -> int | None:
    at = run[-1]
    piece = parts[at]
    if piece is None or piece.cut or at + 1 >= len(words):
        return None
    gap = text[words[at].end : words[at + 1].start]
    following = parts[at + 1]
    if following is not None:
        return at + 1 if _touch(piece, gap, following) else None
    abbreviated = gap.strip() == "." and piece.text.lower() in ABBREVIATED
    if not (gap.isspace() or abbreviated) or piece.possessive:
        return None
    return _over_connector(text, words, parts, run)


def _touch(piece: Piece, gap: str, following: Piece) -> bool:
    mark = gap.strip()
    low = following.text.lower()
    if piece.possessive:
        return not mark and (low in _OWNED or (piece.text.lower() in _OWNERS and low in ORG_HEADS))
    if not mark:
        return bool(gap) and gap.count("\n") < 2
    if mark == ".":
        return len(piece.text) == 1 or piece.text.lower() in ABBREVIATED
    if mark == "&":
        return True
    if mark == ",":
        return low in _SUFFIXES
    owned = piece.text.endswith("s") and low in ORG_HEADS and not is_demonym(piece.text)
    return mark in ("’", "'") and owned


def _over_connector(text: str, words: Sequence[Word], parts: Sequence[Piece | None], run: Sequence[int]) -> int | None:
    """The word that goes on with the name behind "of", "and", "de la" or the like, or None."""
    at = run[-1]
    last, low = words[at].text.lower(), words[at + 1].text.lower()
    ahead = at + 2
    if low in PARTICLES:
        while ahead < len(words) and words[ahead].text in PARTICLES and ahead < at + 4:
            ahead += 1
        return ahead if _named(text, words, parts, ahead) and last not in PLACES else None
    if low in ("of", "for", "on"):
        if last not in OF_HEADS and not (low == "of" and last in ("secretary", "director", "chief", "minister")):
            return None
        if low == "on" and last not in ("committee", "commission", "council", "subcommittee"):
            return None
        if ahead < len(words) and words[ahead].text == "the" and last not in ("secretary", "director", "minister"):
            ahead += 1
        return ahead if _named(text, words, parts, ahead) else None
    if low == "and" and _named(text, words, parts, ahead) and _goes_on(words, parts, run, ahead):
        return ahead
    return None


def _goes_on(words: Sequence[Word], parts: Sequence[Piece | None], run: Sequence[int], ahead: int) -> bool:
    """Whether "and" stands inside one name: "Ministry of Roads and Ports", "Food and Drug Administration"."""
    following = words[ahead].text.lower()
    if following in PLACES or following in GIVEN or following in DEMONYMS or following in ABBREVIATED:
        return False
    if words[run[0]].text.lower() in AND_HEADS or any(words[i].text.lower() in AND_HEADS for i in run[:-1]):
        return len(run) > 1 and run[-1] - run[0] >= len(run)
    last = words[run[-1]].text.lower()
    if len(run) > 1 or last in PLACES or last in GIVEN or last in DEMONYMS or last in ABBREVIATED:
        return False
    at = ahead
    while at < len(words) and parts[at] is not None and at < ahead + 3:
        if at > ahead and words[at].text.lower() in ORG_HEADS:
            return True
        at += 1
    return False


def _named(text: str, words: Sequence[Word], parts: Sequence[Piece | None], at: int) -> bool:
    return at < len(words) and parts[at] is not None and text[words[at - 1].end : words[at].start].isspace()
