"""Whether the words around a time expression look back or ahead."""

import re
from typing import Literal

from ..words import word_set

Tense = Literal["past", "future"]

_WINDOW = 120
"""How far around a time expression verbs are looked for, in characters: about 20 words, a long clause."""

_TITLES = "".join(
    rf"(?<!\b{title})" for title in ("Mr", "Ms", "Mrs", "Dr", "Sen", "Gov", "Rep", "Gen", "Lt", "Col", "St", "Jr", "Sr")
)
_WORD = re.compile(
    r"[^\W\d_]+(?:['’][^\W\d_]+)?"
    rf"|{_TITLES}(?<!\b[A-Za-z])[.!?](?=\s+[\"“‘'(]?[A-Z])|\n\s*\n|[“;]|(?<=[.,!?])[\"”]|\"(?=\w)"
)
"""Words, and the marks that end a clause; the period of "Mr.", "a.m." and an initial is none."""

_AHEAD = word_set(
    "looming forthcoming will 'll shall won't expected scheduled slated due set planned plans planning upcoming "
    "tomorrow hopes hoping intends aims vows prepares preparing poised going ahead deadline awaits "
    "awaiting anticipated likely unlikely i'll we'll they'll he'll she'll it'll you'll"
)
_PRESENT = word_set(
    "takes meets begins opens starts resumes votes returns faces arrives ends expires goes hosts visits airs "
    "premieres travels heads closes kicks reopens runs stay stays remain remains"
)
_BACK = word_set(
    "said told was were had did went came took made got gave left lost won saw became began held met "
    "found brought spoke wrote kept fell rose sent led ran broke drew flew grew knew threw shot struck "
    "stood thought bought sold caught taught fought built spent set's dealt felt heard read put cut hit "
    "paid laid sat swore testified tweeted earlier ago since died killed after following recently "
    "overnight yesterday been forecast"
)
_NOT_VERBS = word_set(
    "united hundred indeed need red bed shed speed feed seed limited sacred naked wicked armed alleged "
    "proposed so-called added-value unprecedented"
)
_AUXILIARY = frozenset(("be", "being", "get", "is", "are", "stay", "stays", "remain", "remains"))
_BOUND_TO = frozenset(("was", "were", "is", "are", "has", "have", "need", "needs", "going", "about", "ready"))
_PROMISES = word_set(
    "threatened threatens threatening vowed vowing pledged pledging promised promises promising agreed agrees hoped "
    "wanted wants want intended planned prepared aimed decided ordered urged"
)
_MODALS = frozenset(("would", "could", "should", "might", "may", "must", "can"))
_DETERMINERS = word_set("a an the his her its their this that our my your some any no most more")


def tense_near(text: str, start: int, end: int) -> Tense | None:
    """What the nearest verb in the clause says of text[start:end]; None where no word near it tells.

    Words in front decide before words behind: "will vote Friday", "said Wednesday that it will vote". Behind, only
    an expression that opens its clause or is a possessive looks far ("On Friday, the panel will", "Friday's vote").
    """
    before = [m[0].lower().replace("’", "'") for m in _WORD.finditer(text, max(0, start - _WINDOW), start)]
    for at in range(len(before) - 1, -1, -1):
        word = before[at]
        if not word[0].isalpha():
            before = before[at + 1 :]
            break
        if found := _verb(before, at, near=at == len(before) - 1 or at == len(before) - 2):
            return found
    return _behind(text, end, opens=len(before) <= 3 or text[end : end + 1] in "'’")


def _behind(text: str, end: int, *, opens: bool) -> Tense | None:
    after = [m[0].lower().replace("’", "'") for m in _WORD.finditer(text, end, min(len(text), end + _WINDOW))]
    for at, word in enumerate(after):
        if not word[0].isalpha():
            if at:
                break
            continue
        found = _verb(after, at, near=False)
        if found and (opens or at <= 3):
            return found
    return None


def _verb(words: list[str], at: int, *, near: bool) -> Tense | None:
    """Whether one word, in its place, looks ahead or back."""
    word, previous = words[at], words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if following == "to" and (word in _BOUND_TO or word in _PROMISES):
        return "future"
    if word in _MODALS:
        return "past" if "have" in words[at + 1 : at + 3] else "future"
    if word in ("is", "are", "'s", "it's", "that's"):
        return "future" if near else None
    if word in ("set", "due", "going", "set's") and previous not in ("is", "are", "was", "were", "be", "it's", "he's"):
        return None
    if word in _AHEAD or word.endswith("'ll"):
        return "future"
    if word in _PRESENT:
        return "future"
    if word in _BACK or (word.endswith("ed") and len(word) > 4 and word not in _NOT_VERBS):
        if previous == "not" and at > 1:
            previous = words[at - 2]
        return None if previous in _AUXILIARY or (previous in _DETERMINERS and word.endswith("ed")) else "past"
    return None
