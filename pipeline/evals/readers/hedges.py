"""The hedges and negations of a text, by small lists of our own."""

import re
from functools import lru_cache
from typing import Final

from ..seeds import fold

CLASSES: Final = {
    "probable": r"probably|likely|(?:is|are|was|were|being)? ?expected(?= to| on| in|,)|set to|should|appears?|appeared"
    r"|seems?|seemed|suggests?|suggested|suggesting|presumably|believed to|thought to|believes?|believed|thinks?"
    r"|estimate[sd]?|projected|forecast|due to|apparently|more likely than not",
    "possible": r"may|might|could|possibl[ey]|perhaps|potential(?:ly)?|reportedly|a chance|threatens? to|would|maybe"
    r"|risk(?:s|ed)?(?= of| that| being)?|fears?|feared|chance that|conceivabl[ey]",
    "uncommitted": r"alleged(?:ly)?|alleges?|accused?|unclear|not (?:yet )?(?:clear|known|confirmed|certain(?! to))"
    r"|unknown|unsure|uncertain|whether|purported(?:ly)?|claim(?:s|ed|ing)? (?:that|to)|rumou?red|rumou?rs?"
    r"|charged with|suspected|unconfirmed|would not say|declined to|not say|an open question|nobody knows|yet to",
    "condition": r"if|unless|provided(?: that)?|should the|as long as|in case|on condition|depending on|subject to"
    r"|would",
}
_HEDGE: Final = {name: re.compile(rf"(?<![\w'])(?:{words})(?!\w)", re.IGNORECASE) for name, words in CLASSES.items()}
_NEGATION: Final = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|den(?:y|ies|ied|ying|ials?)|refus(?:e|es|ed|ing)"
    r"|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing)|dismissed (?:the|as|any)|fail(?:s|ed|ing)? to|lack(?:s|ed|ing)?"
    r"|declin(?:e|es|ed|ing) to|contradict(?:s|ed)?|rul(?:e|es|ed|ing) out|unable to|too (?:early|soon) to|excluding"
    r"|excludes?|disagreed?)\b|\w+n't\b",
    re.IGNORECASE,
)
_NO_NEGATION: Final = re.compile(
    r"\b(?:no (?:more|fewer|less|later|longer than|matter|doubt|one else)|not (?:only|more|less|fewer|just)"
    r"|not (?:yet )?(?:clear|known|certain(?! to))|not rul(?:e|es|ed|ing) out|cannot rule out)\b|\w+n't rule out\b",
    re.IGNORECASE,
)
"""Words that look like a negation and are none, or are its contrary ("did not rule out" is a possibility)."""


@lru_cache(maxsize=20_000)
def hedges(text: str) -> frozenset[str]:
    """The classes of hedges a text has: probable, possible, uncommitted, condition."""
    plain = fold(text).text
    return frozenset(name for name, pattern in _HEDGE.items() if pattern.search(plain))


def hedge_words(text: str) -> tuple[str, ...]:
    """The hedging words themselves."""
    plain = fold(text).text
    return tuple(dict.fromkeys(m.group().strip() for p in _HEDGE.values() for m in p.finditer(plain)))


def is_hedge(phrase: str) -> bool:
    """Whether a phrase is nothing but a hedge."""
    plain = fold(phrase).text.strip().lower()
    return any(pattern.fullmatch(plain) for pattern in _HEDGE.values())


@lru_cache(maxsize=20_000)
def negations(text: str) -> tuple[str, ...]:
    """Every negating word of a text with the word behind it, in lower case."""
    plain = _NO_NEGATION.sub(" ", fold(text).text)
    found = []
    for m in _NEGATION.finditer(plain):
        behind = re.match(r"\s+[\w']+", plain[m.end() :])
        found.append((m.group() + (behind.group() if behind else "")).lower())
    return tuple(found)


@lru_cache(maxsize=20_000)
def negated(text: str) -> bool:
    """Whether a text denies or negates; "no more than" and "not only" negate nothing."""
    plain = _NO_NEGATION.sub(" ", fold(text).text)
    return _NEGATION.search(plain) is not None
