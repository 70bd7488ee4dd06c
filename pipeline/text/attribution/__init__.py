"""Who said it: every attribution of an article, direct, mixed and indirect, in order of content."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...reading import Name, Quotation, Saying
from ...records import Kind, Sentence, Span
from .clauses import reported
from .conflicts import carried, cut_at_cues, cut_at_speech, outermost, without_shorter_cues
from .frames import Frame, frames
from .quotes import Found, introduced, spoken
from .speakers import cast_of
from .transcripts import transcribed


def sayings(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], names: Sequence[Name]
) -> tuple[Saying, ...]:
    """The attributions of a text in order of content start; linear in the length of the text.

    The content of direct speech is its quotations with their marks; that of indirect speech is the clause with its
    "that". A speaker that is no name is the noun phrase without its article.
    """
    found = outermost(_found(frames(text, sentences, quotations)))
    cast = cast_of(text, sentences, names)
    persons = {name.full for name in names if name.kind == "person"}
    made: list[Saying] = []
    for one in sorted(found, key=lambda one: one.source[0].start if one.source else one.cue[0].start):
        content = tuple(sorted(one.content, key=lambda span: span.start))
        speaker, role = cast.speaker(one.source, content)
        if speaker is None and made and one.source and one.source[0].cut(text).lower() == "it":
            speaker, role = _body_before(made[-1], one.source[0], sentences, persons)
        made.append(
            Saying(
                content=content,
                source=tuple(one.source),
                cue=tuple(one.cue),
                kind=_kind(text, content, quotations),
                speaker=speaker,
                role=role,
                via=cast.carrier(one.via),
                sentences=_touched(content, sentences),
            )
        )
    return tuple(sorted(made, key=lambda saying: (saying.content[0].start, -saying.content[-1].end)))


def _body_before(
    last: Saying, it: Span, sentences: Sequence[Sentence], persons: set[str]
) -> tuple[str | None, str | None]:
    """Who "it" is that warns or adds: the body that spoke last, in this sentence or the one before; else nobody."""
    if last.speaker is None or last.speaker in persons or not last.source:
        return None, None
    here = bisect_right(sentences, it.start, key=lambda s: s.start)
    there = bisect_right(sentences, last.source[0].start, key=lambda s: s.start)
    same = 0 < here - there < 2 and sentences[here - 1].paragraph == sentences[there - 1].paragraph
    return (last.speaker, last.role) if same else (None, None)


def _found(article: Sequence[Frame]) -> list[Found]:
    """The lines of a transcript; direct speech of each other frame, what continues it, and indirect speech."""
    found: list[Found] = []
    last: Found | None = None
    lines = transcribed(article)
    for number, frame in enumerate(article):
        if frame.paragraph in lines:
            last = None
            continue
        if frame.has_only_quotes():
            announced = introduced(article[number - 1], frame, number) if number else None
            if announced is not None:
                found.append(announced)
                last = announced
            else:
                _continued(frame, last)
            continue
        direct, used, verbs = spoken(frame, number)
        indirect = reported(frame, number, used, verbs)
        cut_at_cues([*direct, *indirect])
        cut_at_speech(direct, indirect, frame.tokens)
        indirect = carried(direct, without_shorter_cues([one for one in indirect if one.content]))
        found += direct
        found += indirect
        carriers = direct or outermost(indirect)
        last = carriers[-1] if carriers else None
    return [*found, *lines.values()]


def _continued(frame: Frame, last: Found | None) -> None:
    """A frame of nothing but quotations goes on with the speaker before it, in the next paragraph as well."""
    if last is not None:
        last.content += [Span(start=t.start, end=t.end) for t in frame.tokens if t.kind == "quote"]


def _kind(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> Kind:
    """Direct where every letter of the content is quoted, mixed where some are, else indirect."""
    quoted = unquoted = False
    for span in content:
        at = span.start
        first = bisect_right(quotations, span.start, key=lambda q: q.end)
        last = bisect_left(quotations, span.end, key=lambda q: q.start)
        for part in quotations[first:last]:
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
