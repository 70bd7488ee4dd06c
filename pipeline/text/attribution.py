"""Who said it: every attribution of an article, direct, mixed and indirect, in order of content."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..reading import Name, Quotation, Saying
from ..records import Kind, Sentence, Span
from .saying_clauses import reported
from .saying_frames import Frame, frames
from .saying_quotes import Found, spoken
from .saying_speakers import speaker_of


def sayings(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], names: Sequence[Name]
) -> tuple[Saying, ...]:
    """The attributions of a text in order of content start; linear in the length of the text.

    The content of direct speech is its quotations with their marks; that of indirect speech is the clause with its
    "that". A speaker that is no name is the noun phrase without its article.
    """
    found = _found(text, frames(text, sentences, quotations), quotations)
    made = [_saying(text, one, sentences, quotations, names) for one in found]
    return tuple(sorted(made, key=lambda saying: (saying.content[0].start, -saying.content[-1].end)))


def _found(text: str, article: Sequence[Frame], quotations: Sequence[Quotation]) -> list[Found]:
    """Direct speech of each frame, then what it continues, then indirect speech."""
    found: list[Found] = []
    last: Found | None = None
    for number, frame in enumerate(article):
        direct, used, verbs = spoken(frame, number)
        found += direct
        if not direct and frame.has_only_quotes():
            last = _continued(frame, number, article, last, quotations, found)
        else:
            last = direct[-1] if direct else None
        indirect = reported(frame, number, used, verbs)
        found += indirect
    return found


def _continued(
    frame: Frame,
    number: int,
    article: Sequence[Frame],
    last: Found | None,
    quotations: Sequence[Quotation],
    found: list[Found],
) -> Found | None:
    """A frame of nothing but quotations: goes on with the speaker before it."""
    if last is None:
        return None
    spans = [Span(start=t.start, end=t.end) for t in frame.tokens if t.kind == "quote"]
    previous = article[number - 1]
    if previous.paragraph == frame.paragraph:
        last.content += spans
        return last
    more = Found(spans, list(last.source), [], frame=number)
    found.append(more)
    return more


def _saying(
    text: str, found: Found, sentences: Sequence[Sentence], quotations: Sequence[Quotation], names: Sequence[Name]
) -> Saying:
    content = tuple(sorted(found.content, key=lambda span: span.start))
    speaker, role = speaker_of(text, found.source, names, sentences)
    return Saying(
        content=content,
        source=tuple(found.source),
        cue=tuple(found.cue),
        kind=_kind(text, content, quotations),
        speaker=speaker,
        role=role,
        via=found.via.cut(text) if found.via else None,
        sentences=_touched(content, sentences),
    )


def _kind(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> Kind:
    """Direct where every letter of the content is quoted, mixed where some are, else indirect."""
    quoted = unquoted = False
    for span in content:
        at = span.start
        first = bisect_left(quotations, span.start, key=lambda q: q.start)
        for part in quotations[max(0, first - 1) :]:
            if part.start >= span.end:
                break
            if part.end <= at:
                continue
            quoted = True
            unquoted = unquoted or _has_word(text[at : max(at, part.start)])
            at = max(at, part.end)
        unquoted = unquoted or _has_word(text[at : span.end])
    if quoted and unquoted:
        return Kind.MIXED
    return Kind.DIRECT if quoted else Kind.INDIRECT


def _has_word(piece: str) -> bool:
    return any(character.isalnum() for character in piece)


def _touched(content: Sequence[Span], sentences: Sequence[Sentence]) -> tuple[int, ...]:
    touched: set[int] = set()
    for span in content:
        first = bisect_right(sentences, span.start, key=lambda s: s.end)
        while first < len(sentences) and sentences[first].start < span.end:
            touched.add(sentences[first].index)
            first += 1
    return tuple(sorted(touched))
