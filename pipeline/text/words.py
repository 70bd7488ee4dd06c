"""Words of a text: light tokens with offsets, stopwords, a light stemmer, and content stems."""

import re
from functools import lru_cache
from typing import NamedTuple

_LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
"""A run of letters and digits with combining accents."""

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:-[^\W_]+)*"  # U.S. and U.S.-led
    r"|\d+(?:[.,]\d+)*(?:[^\W_]+)?"  # 12,000 and 3.5 and 5th
    rf"|{_LETTERS}(?:['’ʼ‐‑\-]{_LETTERS})*"
)
"""A word; apostrophes and hyphens join inside, a final period stays outside except in U.S."""


class Word(NamedTuple):
    """One word as printed, at its place in the text."""

    start: int
    end: int
    text: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]` in order, punctuation left out, offsets into `text`."""
    stop = len(text) if end is None else end
    return [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, start, stop)]


def word_set(listed: str) -> frozenset[str]:
    """The words of a list written as prose, one set."""
    return frozenset(listed.split())


STOPWORDS: frozenset[str] = word_set(
    """
    a an the this that these those each every either neither both some any all such same other another
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
    she her hers herself it its itself they them their theirs themselves one ones who whom whose which what
    be am is are was were been being have has had having do does did doing done
    can could may might must shall should will would ought
    and or but nor so yet if unless because although though while whereas since until whether than as
    of in on at by for with from to into onto upon over under above below between among through during
    before after against about across along around behind beside beyond despite down inside like near off
    out outside past per toward towards up via within without amid according
    not no never only just also too very more most much many less least few fewer own even still already
    there here where when why how then now again once ever always often
    however meanwhile moreover therefore thus instead rather quite almost perhaps
    said say says saying told tell tells
    i'm i've i'll i'd we're we've we'll we'd you're you've you'll they're they've they'll they'd
    he's she's it's that's there's here's what's who's let's
    isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't can't couldn't won't wouldn't
    shouldn't mustn't needn't mightn't cannot
    """
)
"""Words that say little of what a sentence is about; with the reporting verbs that stand in most news sentences."""

_IRREGULAR = {
    "note": "note", "notes": "note", "noted": "note", "noting": "note",  # else the stem of "not"
    "adds": "add", "added": "add", "adding": "add",
    "men": "man", "women": "woman", "children": "child", "people": "person", "feet": "foot", "lives": "life",
    "wives": "wife", "knives": "knife", "leaves": "leave", "went": "go", "gone": "go", "goes": "go", "made": "mak",
    "took": "tak", "taken": "tak", "gave": "giv", "given": "giv", "came": "com", "began": "begin",
    "begun": "begin", "found": "find", "held": "hold", "left": "leav", "lost": "los", "met": "meet", "paid": "pay",
    "rose": "ris", "risen": "ris", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow", "sent": "send",
    "shot": "shoot", "spoke": "speak", "spoken": "speak", "stood": "stand", "thought": "think", "told": "tell",
    "won": "win", "wrote": "writ", "written": "writ", "knew": "know", "known": "know", "led": "lead",
    "fought": "fight", "bought": "buy", "brought": "bring", "built": "build", "kept": "keep", "sold": "sell",
    "died": "die", "dying": "die", "dies": "die", "lying": "lie", "series": "series", "species": "species",
    "news": "news", "hundred": "hundred", "united": "united", "evening": "evening", "morning": "morning",
    "used": "us", "using": "us", "uses": "us",
    "drove": "driv", "driven": "driv", "sank": "sink", "sunk": "sink", "broke": "break", "broken": "break",
    "chose": "choos", "chosen": "choos", "froze": "freez", "frozen": "freez", "stole": "steal", "stolen": "steal",
    "threw": "throw", "thrown": "throw", "flew": "fly", "flown": "fly", "drew": "draw", "drawn": "draw",
    "blew": "blow", "blown": "blow", "saw": "see", "seen": "see", "ate": "eat", "eaten": "eat", "rode": "rid",
    "ridden": "rid", "caught": "catch", "taught": "teach", "sought": "seek", "spent": "spend", "lent": "lend",
    "slept": "sleep", "swept": "sweep", "felt": "feel", "dealt": "deal", "meant": "mean", "fed": "feed",
    "fled": "flee", "hung": "hang", "struck": "strik", "sang": "sing", "sung": "sing", "swam": "swim", "swum": "swim",
    "drank": "drink", "drunk": "drink", "ran": "run", "sat": "sit", "laid": "lay", "heard": "hear", "wore": "wear",
    "worn": "wear", "tore": "tear", "torn": "tear", "bore": "bear", "borne": "bear", "swore": "swear",
    "sworn": "swear", "shook": "shak", "shaken": "shak", "woke": "wak", "woken": "wak", "bit": "bit", "bitten": "bit",
    "became": "becom", "withdrew": "withdraw", "withdrawn": "withdraw", "upheld": "uphold", "withheld": "withhold",
    "overthrew": "overthrow", "overthrown": "overthrow", "undertook": "undertak", "undertaken": "undertak",
    "understood": "understand", "forgot": "forget", "forgotten": "forget", "forbade": "forbid", "forbidden": "forbid",
    "bred": "breed", "wound": "wind", "lain": "lie",
}  # fmt: skip
"""Forms the suffix rules would tear from their word; values are what the rules make of the base form."""

_HYPHEN = re.compile("[-‐‑]")
_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_POSSESSIVE = re.compile(r"['’ʼ]s?$")


@lru_cache(maxsize=65_536)  # an article has some hundred words, and the guard asks for each of them often
def stem(word: str) -> str:
    """The lower-cased word without possessive, plural, -ed, -ing and a final -e: deployed, deploys -> deploy."""
    low = _POSSESSIVE.sub("", word.lower())
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if len(low) <= 3 or not low.isalpha():
        return low
    return _without_e(_without_participle(_without_plural(low)))


def content(text: str) -> tuple[str, ...]:
    """The stems of the words of `text` that are not stopwords, in order; hyphened words count as their parts."""
    found: list[str] = []
    for word in tokens(text):
        low = word.text.lower().replace("’", "'")
        if low in STOPWORDS:
            continue
        parts = (part for part in _HYPHEN.split(low) if part not in STOPWORDS)
        found += [made for part in parts if (made := stem(part))]
    return tuple(found)


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_participle(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for suffix in ("ed", "ing"):
        base = word.removesuffix(suffix)
        if base != word and len(base) >= 2 and _VOWEL.search(base) and not word.endswith(("eed", "eing")):
            return _DOUBLED.sub(r"\1", base)
    return word


def _without_e(word: str) -> str:
    """Drop a final e, so that `make` and `making` meet; short words (`free`, `one`) keep it."""
    if len(word) > 3 and word.endswith("e") and not word.endswith("ee"):
        return word[:-1]
    return word
