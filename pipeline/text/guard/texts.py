"""A text written by anyone, sentence by sentence, against the passages of the article that come closest to it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ...reading import Fault, Reading
from ...records import Certainty, Sentence, Severity, Span
from ..segment import segment
from ..words import content, stem, tokens
from .certainty import certainty, condition
from .dates import dates
from .figures import figures
from .people import people
from .polarity import polarity
from .quoted import quoted
from .scope import Ground
from .speaker import told_speakers
from .statement import Statement

MOST_PASSAGES = 3
"""Most sentences of the article that one sentence may be put together from."""

CLOSE = 0.5
"""Share of a sentence's content words that one passage must hold before its negations and hedges are compared."""


def text_faults(text: str, reading: Reading) -> Iterator[Fault]:
    """The faults of each sentence of a text against the passages it comes closest to.

    A number, name or date that stands elsewhere in the article is a warning: nothing tells which passage was meant.
    """
    news = reading.news()
    if not news:
        return
    page = [(sentence, frozenset(content(sentence.cut(reading.article.text)))) for sentence in news]
    whole = Ground(reading, tuple(news))
    for part in segment(text)[0]:
        statement = Statement(part.cut(text), reading.article.published)
        yield from _sentence_faults(statement, page, whole)


def passages(words: frozenset[str], page: Sequence[tuple[Sentence, frozenset[str]]]) -> list[Sentence]:
    """The fewest sentences that hold most of the words, the one that holds the most first."""
    chosen: list[Sentence] = []
    left = set(words)
    while len(chosen) < MOST_PASSAGES:
        best, held = max(page, key=lambda one: len(left & one[1]))
        gain = left & held
        if len(gain) < (2 if chosen else 1):
            break
        chosen.append(best)
        left -= gain
    return chosen


def _sentence_faults(
    statement: Statement, page: Sequence[tuple[Sentence, frozenset[str]]], whole: Ground
) -> Iterator[Fault]:
    words = frozenset(content(statement.text))
    chosen = passages(words, page)
    ground = Ground(whole.reading, tuple(sorted(chosen, key=lambda s: s.start)) or whole.spans[:1])
    nowhere = {(fault.check, fault.found) for fault in _carried(statement, whole)}
    for fault in _carried(statement, ground):
        elsewhere = (fault.check, fault.found) not in nowhere
        yield fault.model_copy(update={"severity": Severity.WARNING}) if elsewhere else fault
    yield from quoted(statement.text, whole)
    if chosen and len(words & _words_of(chosen[0], page)) >= CLOSE * len(words):
        closest = Ground(whole.reading, (_window(words, chosen[0], whole.text),))
        yield from polarity(statement.text, closest)
        yield from condition(statement, closest)
        yield from certainty(statement, closest, Certainty.CERTAIN)
    yield from told_speakers(statement, ground)


def _window(words: frozenset[str], sentence: Sentence, text: str) -> Span:
    """The shortest stretch of a sentence that holds every one of the words that it has at all."""
    places = [(w, made) for w in tokens(text, sentence.start, sentence.end) if (made := stem(w.text)) in words]
    wanted = len({made for _, made in places})
    held: Counter[str] = Counter()
    best, first = None, 0
    for word, made in places:
        held[made] += 1
        while held[places[first][1]] > 1:
            held[places[first][1]] -= 1
            first += 1
        span = (places[first][0].start, word.end)
        if len(held) == wanted and (best is None or span[1] - span[0] < best[1] - best[0]):
            best = span
    start, end = best or (sentence.start, sentence.end)
    return Span(start=start, end=end)


def _words_of(sentence: Sentence, page: Sequence[tuple[Sentence, frozenset[str]]]) -> frozenset[str]:
    return next(words for one, words in page if one is sentence)


def _carried(statement: Statement, ground: Ground) -> Iterator[Fault]:
    words = " ".join(s.cut(ground.text) for s in ground.sentences)
    yield from figures(statement.quantities, ground.quantities, words)
    yield from dates(statement.times, ground)
    yield from people(statement, ground)
