"""A summary of claims in their own words: the most salient as brief, the next ones as lines, in article order."""

import re
from collections.abc import Sequence

from ..engine import SummarizeGiven, SummaryDraft
from ..records import Claim, LineDraft
from ..text.nearby import names_in
from ..text.salience import choose, salience
from ..text.wording import sentence
from ..text.words import content
from .offline_headline import headline

LEANING = 0.2
"""Taken from the score of a claim that begins with a pronoun or "the other": in a summary nobody knows who is meant."""

TOO_LONG = 0.1
"""Taken from the score of a claim of more than `LONG` words: it is seldom one statement."""

LONG = 50
"""Words; in running text without layout, longer sentences are mostly captions run into the next sentence."""

REPEATS = 0.7
"""Share of a line's words of content that the brief, or a line before it, may say already."""

_LEANS = re.compile(
    r"[“\"]?(?:(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|Both|Neither|Others?|More|Another|One of)\b"
    r"|(?:For|In|On|At|By|Until|Since|From|With|During)\b(?:,? [\w’'-]+){0,5},? (?:he|she|it|they)\b"
    r"|The (?:other|earlier|former|latter|two|three|same|move|decision|report|statement|comments?|meeting)\b)"
)


_DEFINITE = re.compile(
    r"The [a-z]+ (?:[a-z]+ed|[a-z]+s|is|was|are|were|has|have|had|will|would|could|can|may|might|did) "
)


def summary(given: SummarizeGiven) -> SummaryDraft:
    """The draft of a summary of at least one claim; headline, brief and lines cite their claims."""
    scores = _scores(given)
    ranked = choose(scores, [claim.text for claim in given.claims], len(given.claims))
    title = headline(given, [i for i in ranked if not _leans(given, i)] or ranked)
    said = {i for i in ranked if sentence(given.claims[i]).rstrip(".") == title.text.rstrip(".")}
    rest = [i for i in ranked if i not in said] or list(ranked)
    lead = max(rest, key=lambda i: (scores[i], -i))
    lines = _lines(given.claims, [i for i in rest if i != lead], lead, given.max_lines)
    return SummaryDraft(
        headline=title,
        brief=_line(given.claims, lead),
        lines=tuple(_line(given.claims, i) for i in lines or [lead]),
    )


def _scores(given: SummarizeGiven) -> list[float]:
    scores = salience(given.reading)
    return [
        max((scores.get(i, 0.0) for e in claim.evidence for i in e.sentences), default=0.0)
        - (LEANING if _leans(given, n) else 0.0)
        - (TOO_LONG if len(claim.text.split()) > LONG else 0.0)
        for n, claim in enumerate(given.claims)
    ]


def _leans(given: SummarizeGiven, index: int) -> bool:
    """Whether a claim needs the one before it: it opens with a pronoun, or with "the" and a thing nobody has named."""
    claim = given.claims[index]
    if _LEANS.match(claim.text):
        return True
    nameless = not any(names_in(given.reading, e) for e in claim.evidence)
    return nameless and claim.attribution.source is None and _DEFINITE.match(claim.text) is not None


def _lines(claims: Sequence[Claim], ranked: Sequence[int], lead: int, count: int) -> list[int]:
    """At most `count` claims that say something new, in article order: a summary reads as the article does."""
    told = [set(content(sentence(claims[lead])))]
    chosen: list[int] = []
    for i in ranked:
        words = set(content(sentence(claims[i])))
        if len(chosen) < count and all(len(words & other) <= REPEATS * len(words) for other in told):
            chosen.append(i)
            told.append(words)
    return sorted(chosen)


def _line(claims: Sequence[Claim], index: int) -> LineDraft:
    return LineDraft(text=sentence(claims[index]), claims=(index + 1,))
