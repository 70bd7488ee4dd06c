"""What a sentence may draw on: its evidence, grown to clauses and sentences, and what stands before it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from ...reading import Fault, Name, Reading, Saying, TimeMention
from ...records import Quantity, Role, Sentence, Severity, Span
from ..words import stem, tokens

S = TypeVar("S", bound=Span)

BEFORE = 6
"""Sentences before the evidence in which an antecedent may stand: a name, then a paragraph or two of "he said"."""

BORDER = re.compile(r"[,;:()–—“”\"]|\s-\s|\b(?:and|but|while|which|who|whose|because|although|though|whereas)\b")
"""Where a clause ends, roughly: what governs a verb seldom stands behind one of these."""


@dataclass(frozen=True)
class Ground:
    """The evidence spans of one statement inside their article."""

    reading: Reading
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.reading.article.text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that the evidence touches."""
        return touched(self.reading.sentences, self.spans)

    @cached_property
    def before(self) -> tuple[Sentence, ...]:
        """The sentences in which an antecedent may stand, in the article's order."""
        if not self.sentences:
            return ()
        first = self.sentences[0].index
        near = self.reading.sentences[max(0, first - BEFORE) : first]
        return tuple(s for s in near if s.role is not Role.BOILERPLATE)

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """The evidence grown to the borders of its clauses; the gaps of an elided quote are filled."""
        return tuple(self._clause(sentence) for sentence in self.sentences)

    def _clause(self, sentence: Sentence) -> Span:
        inside = [s for s in self.spans if s.start < sentence.end and sentence.start < s.end]
        start, end = max(sentence.start, inside[0].start), min(sentence.end, inside[-1].end)
        borders = list(BORDER.finditer(self.text, sentence.start, sentence.end))
        left = max((b.end() for b in borders if b.end() <= start), default=sentence.start)
        right = min((b.start() for b in borders if b.start() >= end), default=sentence.end)
        return Span(start=min(left, start), end=max(right, end))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures in the sentences of the evidence."""
        return touched(self.reading.quantities, self.sentences)

    @cached_property
    def quantities_before(self) -> tuple[Quantity, ...]:
        """The figures of the two sentences before the evidence."""
        return touched(self.reading.quantities, self.before[-2:])

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """The time expressions in the sentences of the evidence."""
        return touched(self.reading.times, self.sentences)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names in the sentences of the evidence."""
        return touched(self.reading.names, self.sentences)

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """The sayings whose content the evidence stands in, the one with the largest share first."""
        shares = [(shared(saying.content, self.spans), saying) for saying in self.reading.sayings]
        return tuple(saying for share, saying in sorted(shares, key=lambda pair: -pair[0]) if share > 0)

    def cut(self, spans: Iterable[Span]) -> str:
        """The printed words of the spans, on one line, for a message."""
        return " … ".join(" ".join(s.cut(self.text).split()) for s in spans)


def touched(parts: Sequence[S], spans: Iterable[Span]) -> tuple[S, ...]:
    """The parts (in order, not overlapping) that share a character with one of the spans, each once, in order."""
    found: dict[int, S] = {}
    for span in spans:
        first = bisect_right(parts, span.start, key=lambda part: part.end)
        last = bisect_left(parts, span.end, key=lambda part: part.start)
        found.update((at, parts[at]) for at in range(first, last))
    return tuple(found[at] for at in sorted(found))


def shared(some: Iterable[Span], others: Sequence[Span]) -> int:
    """How many characters two groups of spans have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


@lru_cache(maxsize=4_096)  # the names of an article are held against every claim of it
def stems(text: str) -> frozenset[str]:
    """The stems of all words of a text, function words too, hyphened words also in parts."""
    found = set()
    for word in tokens(text):
        found.add(stem(word.text))
        found.update(stem(part) for part in re.split("[-‐‑]", word.text) if part)
    return frozenset(found)


def one_line(text: str) -> str:
    """A text on one line, cut after 160 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 160 else line[:159] + "…"


def error(check: str, expected: str, found: str, spans: Sequence[Span] = ()) -> Fault:
    """A fault that must not leave the program."""
    return _fault(check, Severity.ERROR, expected, found, spans)


def warning(check: str, expected: str, found: str, spans: Sequence[Span] = ()) -> Fault:
    """A fault that an editor should see."""
    return _fault(check, Severity.WARNING, expected, found, spans)


def note(check: str, expected: str, found: str, spans: Sequence[Span] = ()) -> Fault:
    """A remark that changes nothing."""
    return _fault(check, Severity.NOTE, expected, found, spans)


def _fault(check: str, severity: Severity, expected: str, found: str, spans: Sequence[Span]) -> Fault:
    plain = tuple(Span(start=s.start, end=s.end) for s in spans)
    return Fault.model_validate(
        {"check": check, "severity": severity, "expected": expected, "found": found, "spans": plain}
    )
