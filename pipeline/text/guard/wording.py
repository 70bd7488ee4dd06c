"""Wording: what a statement says happened must be printed in its evidence, word by word; other words are marked."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from ...reading import Fault
from ..attribution.cues import cue_verb
from ..attribution.words import STRONG_PASTS
from ..words import STOPWORDS, Word, stem, tokens, word_set
from .scope import Ground, error, one_line, warning
from .statement import Statement

_LIGHT = word_set(
    "according called asked concerning regarding named based including involving related supposed so-called added "
    "mr mrs ms dr sen gov monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december year month week day today"
)
"""Words that tie a statement together, and those that a resolved date brings in."""

_WIDE = word_set("all every entire whole always everyone everybody everything most majority")
"""Words that widen a statement: "guilty on all counts"."""

_AUXILIARY = word_set("have has had having will would can could may might must shall to not never be been being")
_OPPOSITES = word_set(
    """
    highest/lowest higher/lower high/low rose/fell rise/fall rises/falls rising/falling risen/fallen up/down
    increase/decrease increased/decreased increases/decreases above/below north/south east/west
    north-west/south-west north-east/south-east north-west/north-east south-west/south-east northern/southern
    eastern/western upheld/overruled upheld/overturned uphold/overrule upheld/rejected accepted/rejected
    approved/rejected approve/reject won/lost win/lose wins/loses gain/loss gains/losses profit/loss
    opened/closed open/closed opens/closes common/rare constitutional/unconstitutional legal/illegal lawful/unlawful
    likely/unlikely possible/impossible guilty/innocent convicted/acquitted safe/unsafe before/after first/last
    best/worst better/worse largest/smallest larger/smaller bigger/smaller strongest/weakest longest/shortest
    most/least majority/minority supports/opposes supported/opposed support/oppose for/against dead/alive
    missing/found arrived/left entered/left started/ended began/ended buy/sell bought/sold confirmed/denied
    earlier/later earliest/latest hotter/colder warmer/cooler wetter/drier
    """
)
"""Pairs of words of which one in the place of the other turns a statement round."""

_PAIRS = tuple((a, b) for pair in sorted(_OPPOSITES) for a, b in (pair.split("/"), pair.split("/")[::-1]))

_SAME_START = 4
"""Letters that two forms of one word share: decide and decision, measure and measurement."""

MOST_SHOWN = 4
"""Words that one fault names."""


def wording(statement: Statement, ground: Ground, carried: str = "") -> Iterator[Fault]:
    """The words of a statement that its evidence does not have; `carried` is more text that it may draw on.

    Nouns may come from the sentences around it, to say what "it" is; a word that is nowhere in the article, an "all"
    that is not printed, and a verb that the evidence itself does not print may not. Without an understanding of words
    this cannot tell a synonym from a falsehood, so it marks and does not refuse: of the claims that a capable model
    drew from some thirty articles, one in thirty was marked, and of those that a careless one drew, one in four.
    """
    near = _starts(_stems(ground.cut(ground.spans), carried))
    anywhere = _of_article(ground.text, ground.reading.article.title or "") | _starts(_stems(carried))
    words = _said(statement)
    strange = [w.text for w in words if not _has(anywhere, w.text)]
    verbs = [w.text for at, w in enumerate(words) if _is_verb(statement.text, w) and not _has(near, w.text)]
    wide = [w.text for w in words if w.text.lower() in _WIDE and stem(w.text) not in near]
    yield from _turned(statement, ground, carried)
    found = list(dict.fromkeys([*strange, *wide, *verbs]))
    if found:
        shown = ", ".join(repr(word) for word in found[:MOST_SHOWN])
        yield warning("wording", f"words of {one_line(ground.cut(ground.spans))!r}", shown, ground.spans)


def _turned(statement: Statement, ground: Ground, carried: str) -> Iterator[Fault]:
    """The error of a word that stands where the evidence prints its opposite: "upheld" for "overruled"."""
    said = {word.text.lower() for word in tokens(statement.text)}
    printed = {word.text.lower() for text in (ground.cut(ground.spans), carried) for word in tokens(text)}
    for one in sorted(said - printed):
        other = next((b for a, b in _PAIRS if a == one and b in printed - said), None)
        if other is not None:
            yield error("wording", f"{other!r} as in {one_line(ground.cut(ground.spans))!r}", repr(one), ground.spans)
            return


def _said(statement: Statement) -> list[Word]:
    """The words of a statement that mean something of their own: no names, dates, figures, cues of speech."""
    apart = [*statement.names, *statement.times, *statement.quantities]
    cues = [span for saying in statement.sayings for span in saying.cue]
    said = []
    for word in tokens(statement.text):
        low = word.text.lower()
        inside = any(part.start < word.end and word.start < part.end for part in (*apart, *cues))
        if inside or not low[0].isalpha() or low in _LIGHT or (low in STOPWORDS and low not in _WIDE):
            continue
        said.append(word)
    return said


def _is_verb(text: str, word: Word) -> bool:
    """Whether a word is surely a verb of what happened: its form, or an auxiliary before it; no verb of speech."""
    low = word.text.lower()
    if cue_verb(low) is not None or not low.isalpha():
        return False
    before = re.search(r"(\w+)[ \u00a0]\Z", text[max(0, word.start - 16) : word.start])
    after_auxiliary = before is not None and before[1].lower() in _AUXILIARY and not low.endswith(("ing", "ly"))
    return (low.endswith("ed") and len(low) > 4) or low in STRONG_PASTS or after_auxiliary


@lru_cache(maxsize=8)  # every claim of an article asks
def _of_article(text: str, title: str) -> frozenset[str]:
    return frozenset(_starts(_stems(text, title)))


def _stems(*texts: str) -> set[str]:
    found: set[str] = set()
    for text in texts:
        for word in tokens(text):
            for part in (word.text, *re.split("[-‐‑]", word.text)):
                if part:
                    found.add(stem(part))
    return found


def _starts(made: Iterable[str]) -> set[str]:
    """The stems, and the first letters of the long ones."""
    found = set(made)
    return found | {one[:_SAME_START] + "…" for one in found if len(one) > _SAME_START}


def _has(starts: AbstractSet[str], word: str) -> bool:
    """Whether a word, each part of it where it is hyphened, is there in one of its forms."""
    for part in re.split("[-‐‑]", word):
        made = stem(part)
        if part and made not in starts and not (len(made) > _SAME_START and made[:_SAME_START] + "…" in starts):
            return False
    return True
