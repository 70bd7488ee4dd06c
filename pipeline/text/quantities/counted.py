"""What a number counts: the noun phrase behind it, found without a parser."""

import re

from ..numerals.spelled import GAP
from ..words import word_set

_MAX_WORDS = 6
"""Words of a counted noun phrase that are read: "North Korean special warfare troops" has five."""

_TOKEN = re.compile(rf"{GAP}|-(?=[A-Za-z])|(?:[A-Z]\.){{2,}}|[^\W\d_](?:[^\W_]|['’-](?=[^\W\d_]))*")
_PLURALS = word_set(
    "people men women children police troops staff personnel cattle fish sheep deer dead wounded injured "
    "missing feet teeth mice geese aircraft spacecraft species series media data criteria phenomena "
    "alumni bacteria crew folk clergy offspring others lives wives wolves leaves knives thieves calves "
    "halves shelves crossroads infantry artillery livestock poultry survivors youth ammunition equipment"
)
_SINGULAR_S = word_set(
    "as is was has does its this his us yes thus plus gas bus campus virus crisis analysis basis politics "
    "news status focus congress business princess boss class glass mass press process success access less "
    "across unless perhaps always sometimes overseas towards besides afterwards texas kansas arkansas "
    "minus versus census bonus consensus sports defense-sales st. mrs ms mr dr paris los las serious "
    "various previous religious dangerous famous numerous indigenous suspicious precious obvious "
    "anonymous enormous continuous tremendous says"
)
_STOPS = word_set(
    "a an the this that these those and or but nor so yet if when while where who whom whose which what "
    "why how than then of in on at by for from to into onto with without within about after before since "
    "until till during under over above below between among against through across along around near "
    "behind beyond despite except per via as is are was were be been being am has have had having do does "
    "did will would shall should can could may might must i you he she it we they me him her us them my "
    "your his its our their not no never there here also only just even said says say told tells "
    "according because though although however now today yesterday tomorrow ago later earlier died die "
    "dies went came took made got gave left lost won saw became began held including including like more "
    "less fewer least most each both all any some such out up down off back away together january "
    "february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday"
)
_MAX_SINGULAR = 5
"""Words read of a singular noun phrase, which no plural ending closes."""

_OWNER = re.compile(r"['’]s?\Z")
_OF = re.compile(
    rf"(?ai:{GAP}of(?:{GAP}(?:the|its|their|his|her|our|these|those|all|such|my|your|that|this))?)(?![^\W_])"
)
_OF_NOUN = re.compile(
    rf"(?ai:{GAP}of(?:{GAP}(?:the|its|their|his|her|our|these|those|all|such|a|an|that|this))?(?={GAP}))"
)
_SIMPLE_S = re.compile(r"(?:ss|us|is|ous|['’]s)\Z")


def counted_after(text: str, position: int, end: int, *, singular: bool = False) -> tuple[str, int] | None:
    """The plural noun phrase behind a number ("North Korean troops") and its end; `singular` after "one"."""
    if of := _OF.match(text, position, end):
        position = of.end()
    return _phrase(text, position, end, singular)


def counted_of(text: str, position: int, end: int) -> str | None:
    """The noun phrase behind "of" ("3.5 percent of registered voters", "5 miles of road")."""
    of = _OF_NOUN.match(text, position, end)
    found = _phrase(text, of.end(), end, singular=True) if of else None
    return found[0] if found else None


def counted_by_adjective(text: str, position: int, end: int) -> tuple[str, int] | None:
    """What an adjective made of a number describes ("a 600-mile front", "a three-day visit")."""
    return _phrase(text, position, end, singular=True)


def _phrase(text: str, position: int, end: int, singular: bool) -> tuple[str, int] | None:
    words: list[tuple[str, int, int]] = []
    head = 0
    at = position
    while len(words) < _MAX_WORDS:
        gap = _TOKEN.match(text, at, end)
        token = _TOKEN.match(text, gap.end(), end) if gap and not gap[0][0].isalpha() else None
        if token is None or not token[0][0].isalpha():
            break
        joins = token[0] == "and" and bool(words) and not head  # "Velmoran and Ostrian guards"
        if token[0].lower() in _STOPS and not joins:
            break
        plural = _is_plural(token[0])
        if head and not plural:
            break
        words.append((token[0], token.start(), token.end()))
        head = len(words) if plural else head
        at = token.end()
    if not head and singular:
        head = _singular_head(words)
    if not head:
        return None
    return text[words[0][1] : words[head - 1][2]], words[head - 1][2]


def _is_plural(word: str) -> bool:
    low = word.lower()
    if low in _PLURALS or low.rpartition("-")[2] in _PLURALS:
        return True
    return len(low) > 3 and low.endswith("s") and low not in _SINGULAR_S and not _SIMPLE_S.search(low)


def _singular_head(words: list[tuple[str, int, int]]) -> int:
    """How many of the words belong to a singular noun phrase: up to a word that looks like a verb or an adverb."""
    for index, (word, _, _) in enumerate(words):
        low = word.lower()
        if low == "and":
            return index
        if index and (low.endswith(("ed", "ly", "ing")) and len(low) > 4):
            return index
    head = min(len(words), _MAX_SINGULAR)
    return 0 if head and _OWNER.search(words[head - 1][0]) else head
