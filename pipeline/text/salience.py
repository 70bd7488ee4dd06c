"""Ranks the sentences of an article by how much of the news they carry: place first, then shared words."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ..reading import Reading
from ..records import Role, Sentence
from .words import content

LEAD = 0.16
"""How fast the weight of place falls: e^(-LEAD * n) for the n-th body sentence.

News is written as a pyramid, and plain centrality loses to the first three sentences. Measured by ROUGE of the best
three sentences against summaries people wrote, 0.08 to 0.25 do equally well and better than the first three.
"""

FIRST, PLACE, WORDS, TITLE, FIGURES = 0.12, 0.45, 0.28, 0.08, 0.07
"""Shares of the score: the first sentence, place, central words, words of the headline, figures or attributions.

Central words matter most: at half their share the choice falls back to the first sentences. The share of the first
sentence costs a third of a point there, and makes it the brief, as readers of news expect.
"""

EVEN = 12
"""Words added to a sentence's length before its central words are averaged: short sentences must not win by brevity."""

REPEATS = 0.5
"""What a choice loses for each share of its words that an earlier choice has; 0.25 to 0.75 do equally well."""


def salience(reading: Reading) -> dict[int, float]:
    """A score from 0 to 1 for every body sentence, by index; higher carries more of the news."""
    body = [s for s in reading.sentences if s.role is Role.BODY]
    words = {s.index: set(content(reading.text_of(s.index))) for s in body}
    central = _centrality(words)
    title = _title_words(reading)
    marked = _marked(reading, body)
    return {
        s.index: (FIRST if place == 0 else 0.0)
        + PLACE * math.exp(-LEAD * place)
        + WORDS * central[s.index]
        + TITLE * _share(title, words[s.index])
        + FIGURES * marked[s.index]
        for place, s in enumerate(body)
    }


def choose(scores: Sequence[float], texts: Sequence[str], count: int) -> tuple[int, ...]:
    """The indices of at most `count` texts, best first, each penalised by what it shares with those before it."""
    words = [set(content(text)) for text in texts]
    told = [0.0] * len(texts)
    left = list(range(len(texts)))
    chosen: list[int] = []
    while left and len(chosen) < count:
        best = max(left, key=lambda i: (scores[i] - REPEATS * told[i], -i))
        left.remove(best)
        chosen.append(best)
        for i in left:
            told[i] = max(told[i], _alike(words[i], words[best]))
    return tuple(chosen)


def _centrality(words: Mapping[int, set[str]]) -> dict[int, float]:
    """The mean frequency (in sentences) of a sentence's words, scaled to 1 for the most central sentence."""
    frequency = Counter(word for found in words.values() for word in found)
    raw = {i: sum(frequency[w] - 1 for w in found) / (len(found) + EVEN) for i, found in words.items()}
    most = max(raw.values(), default=0) or 1
    return {i: value / most for i, value in raw.items()}


def _title_words(reading: Reading) -> set[str]:
    headlines = [reading.text_of(s.index) for s in reading.sentences[:3] if s.role is Role.HEADLINE]
    return set(content(" ".join([reading.article.title or "", *headlines])))


def _marked(reading: Reading, body: Iterable[Sentence]) -> dict[int, float]:
    marks = sorted([q.start for q in reading.quantities] + [c.start for s in reading.sayings for c in s.cue])
    return {s.index: min(1.0, (bisect_left(marks, s.end) - bisect_left(marks, s.start)) / 2) for s in body}


def _share(wanted: set[str], found: set[str]) -> float:
    return len(wanted & found) / len(wanted) if wanted else 0.0


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
