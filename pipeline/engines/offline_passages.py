"""Cuts an article into the passages that become claims: one proposition, one speaker, one run of characters each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ..reading import Reading, Saying
from ..records import Kind, Sentence, Span
from ..text.nearby import quotation_at, sayings_near
from ..text.verbs import has_verb
from ..text.words import content, word_set
from .offline_speech import is_speech

LONGEST_QUOTATION = 200
"""Characters up to which the sentences of one quotation stay one claim; above it, each that stands alone is its own."""

LONGEST_JOINED = 600
"""Characters above which even a sentence that leans on the one before it is cut from its quotation."""

FEWEST_WORDS = 4
"""A part of a sentence with fewer words is no proposition."""

MAIN_SHARE = 0.45
"""Share of a passage that a saying which neither opens nor closes it must fill to make the passage its speaker's."""

_LEANS = re.compile(
    r"[“\"‘']?(?:And|But|Or|So|Then|Because|Which|That|This|These|Those|It|They|He|She|His|Her|Their|Its|If so|Not"
    r"|Nor|Neither|Only|Also|Twice|Never|Maybe|Yes|No)(?:[’']\w+)?\b"
)
"""How a sentence of a quotation begins that is not understood without the one before it."""

_BORDER = re.compile(r"(?:;|,? (?:but|and|while|whereas))\s+")
_SEMICOLON = re.compile(r";\s+(?:(?:and|but)\s+)?")
_JOINT = re.compile(r",\s+(?:but|and|while|whereas)\s+")
_BEHIND = re.compile(r",?\s+(?:but|and)\s+(?:(?:has|have|had|also|later|then|however|again)\s+){0,2}\Z")
_SUBORDINATE = re.compile(
    r"(?i)(?:if|unless|while|although|though|when|because|since|as|whether|until|after|before|despite|even)\b"
)
_NOBODY = word_set("nobody none neither nothing who which that what")
_NO_SOURCE = word_set("up to in on of at for from with by into out off down over after before as than and but or so if")
_TOO_FEW = word_set("few several many most some one two three others other another any all each")
_OPENERS = 60
"""Characters at the beginning of a passage in which its main speaker may stand ("On Monday, Kremlin spokesman ...")."""

_CONJUNCTION = 5
"""Characters at the beginning of a passage in which its content may begin, behind a conjunction ("But ")."""


class _Cut(NamedTuple):
    """One part ends at `end`, the next begins at `start`; `elided` is its saying where that has no subject there."""

    end: int
    start: int
    elided: Saying | None = None


class _Part(NamedTuple):
    """A part of a sentence; `elided` is the saying whose subject stands in an earlier part."""

    span: Span
    elided: Saying | None


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of characters, the sentences it touches, and the saying that makes it somebody's words.

    `subject` is the source to put in front where the run begins with a verb ("denied that ...").
    """

    span: Span
    sentences: tuple[int, ...]
    saying: Saying | None = None
    subject: bool = False


def passages(reading: Reading, sentences: Sequence[Sentence]) -> Iterator[Passage]:
    """The passages of body sentences, in order; together they leave out nothing but conjunctions at the cuts."""
    for unit in _units(reading, sentences):
        span = Span(start=unit[0].start, end=unit[-1].end)
        indices = tuple(s.index for s in unit)
        parts = _parts(reading, unit[0]) if len(unit) == 1 else ()
        if parts:
            for part in parts:
                yield Passage(part.span, indices, part.elided or _main(reading, part.span), part.elided is not None)
        else:
            yield Passage(span, indices, _main(reading, span))


def is_attribution(saying: Saying, text: str) -> bool:
    """Whether a saying makes its content somebody's words: speech or a view, by somebody, about something."""
    printed = [span.cut(text) for span in saying.source]
    source = (saying.speaker or " ".join(printed)).lower().split()
    if saying.kind is Kind.NARRATOR or not source or source[0] in _NOBODY | _NO_SOURCE:
        return False
    if saying.kind is not Kind.INDIRECT and len(source) == 1 and source[0] in _TOO_FEW:
        return False
    told = " ".join(span.cut(text) for span in saying.content)
    return bool(content(told)) and is_speech(saying, text)


def _units(reading: Reading, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Sentences; those of one quotation joined where the next leans on the one before or both are short."""
    units: list[list[Sentence]] = []
    for sentence in sentences:
        if units and _joined(reading, units[-1], sentence):
            units[-1].append(sentence)
        else:
            units.append([sentence])
    return units


def _joined(reading: Reading, unit: Sequence[Sentence], sentence: Sentence) -> bool:
    last = unit[-1]
    if sentence.index != last.index + 1 or sentence.paragraph != last.paragraph:
        return False
    quotation = quotation_at(reading, sentence.start, sentence.start)
    if quotation is None or quotation.start >= last.end:
        return False
    long = sentence.end - unit[0].start
    text = reading.article.text
    before, words = last.cut(text), sentence.cut(text)
    leans = _LEANS.match(words) or before.endswith("?") or words.endswith("?") or len(words.split()) < FEWEST_WORDS
    short = len(before.split()) < FEWEST_WORDS
    return long <= (LONGEST_JOINED if leans or short else LONGEST_QUOTATION)


def _parts(reading: Reading, sentence: Sentence) -> tuple[_Part, ...]:
    """A sentence cut where one attribution or statement ends and another begins, each with the saying that rules it.

    Nothing is cut inside a quotation or brackets, behind an opening "if" or "while", or where a saying reaches over
    the border; every part has a verb.
    """
    text = reading.article.text
    if _SUBORDINATE.match(text, sentence.start):
        return ()
    found = [s for s in _attributions(reading, sentence) if _within(_own(s), sentence)]
    tops = sorted(
        (s for s in found if not any(o is not s and _holds(o, s) for o in found)), key=lambda s: _own(s).start
    )
    cuts = {cut.end: cut for one, other in pairwise(tops) if (cut := _between(text, one, other))}
    cuts |= {cut.end: cut for cut in _semicolons(text, sentence, tops)}
    cuts |= {cut.end: cut for cut in _before(text, sentence, tops)}
    parts: list[_Part] = []
    start, elided = sentence.start, None
    for cut in sorted(cuts.values()):
        if quotation_at(reading, cut.end, cut.start) or _in_brackets(text, sentence, cut.end):
            continue
        parts.append(_Part(Span(start=start, end=cut.end), elided))
        start, elided = cut.start, cut.elided
    if not parts:
        return ()
    parts.append(_Part(Span(start=start, end=sentence.end), elided))
    return tuple(parts) if all(_is_statement(part.span.cut(text)) for part in parts) else ()


def _between(text: str, one: Saying, other: Saying) -> _Cut | None:
    """The cut between two attributions that follow each other; the second may share the subject of the first."""
    end = _extent(one).end
    if one.source[:1] == other.source[:1]:
        start = other.cue[0].start
        return _Cut(end, start, other) if start > end and _BEHIND.fullmatch(text[end:start]) else None
    start = _extent(other).start
    border = _BORDER.fullmatch(text, end, start) if start > end else None
    opens = other.source[0].start - start <= _OPENERS
    return _Cut(end, start) if border and opens else None


def _semicolons(text: str, sentence: Span, sayings: Sequence[Saying]) -> Iterator[_Cut]:
    """The cuts at semicolons that no saying reaches over."""
    extents = [_extent(saying) for saying in sayings]
    for found in _SEMICOLON.finditer(text, sentence.start, sentence.end):
        if not any(e.start < found.start() and found.end() < e.end for e in extents):
            yield _Cut(found.start(), found.end())


def _before(text: str, sentence: Span, sayings: Sequence[Saying]) -> Iterator[_Cut]:
    """The cut between a statement of the article and the first attribution, where a conjunction joins them."""
    if not sayings:
        return
    extent = _extent(sayings[0])
    joint = _JOINT.search(text, max(sentence.start, extent.start - 12), extent.start)
    if joint and joint.end() == extent.start and sayings[0].source[0].start - extent.start <= _OPENERS:
        yield _Cut(joint.start(), joint.end())


def _is_statement(words: str) -> bool:
    return len(words.split()) >= FEWEST_WORDS and has_verb(words)


def _in_brackets(text: str, sentence: Span, position: int) -> bool:
    before = text[sentence.start : position]
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")


def _attributions(reading: Reading, span: Span) -> list[Saying]:
    text = reading.article.text
    near = sayings_near(reading, span)
    return [s for s in near if touching_any(s, span) and s.source and s.cue and is_attribution(s, text)]


def touching_any(saying: Saying, span: Span) -> bool:
    """Whether content, source or cue of a saying touches a passage."""
    return any(p.start < span.end and span.start < p.end for p in (*saying.content, *saying.source, *saying.cue))


def _extent(saying: Saying) -> Span:
    parts = (*saying.content, *saying.source, *saying.cue)
    return Span(start=min(p.start for p in parts), end=max(p.end for p in parts))


def _own(saying: Saying) -> Span:
    """The part of a saying that it does not share: its cue and content."""
    parts = (*saying.content, *saying.cue)
    return Span(start=min(p.start for p in parts), end=max(p.end for p in parts))


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _holds(one: Saying, other: Saying) -> bool:
    """Whether the whole of `other` stands in the content of `one`."""
    whole = _extent(other)
    return any(_within(whole, content_span) for content_span in one.content)


def _main(reading: Reading, span: Span) -> Saying | None:
    """The attribution that rules a passage: the one with the largest share of it, where that is enough."""
    text = reading.article.text
    best, most = None, 0
    for saying in sayings_near(reading, span):
        shared = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in saying.content)
        if shared > most and is_attribution(saying, text) and _rules(saying, span, shared):
            best, most = saying, shared
    return best


def _rules(saying: Saying, span: Span, shared: int) -> bool:
    whole = span.end - span.start
    if shared >= MAIN_SHARE * whole or saying.kind is Kind.DIRECT:
        return True
    opens = any(span.start <= s.start <= span.start + _OPENERS for s in saying.source)
    begins = any(span.start <= c.start <= span.start + _CONJUNCTION for c in saying.content)
    return begins or opens
