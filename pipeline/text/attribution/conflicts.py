"""When attributions of one sentence overlap: which one ends where, which carries which, which is inside which."""

from collections.abc import Sequence

from ...records import Span
from .frames import Token, span_of
from .quotes import Found
from .words import CONJUNCTIONS, SUBORDINATORS


def cut_at_cues(found: Sequence[Found]) -> None:
    """End a content where the cue of what surrounds it begins: he said it was a “trap,” the report said."""
    for outer in found:
        if not outer.cue or outer.cue[0].start < max(span.end for span in outer.content):
            continue
        end = outer.content[0].end
        for inner in found:
            for number, span in enumerate(inner.content):
                if inner is not outer and span.start < end < span.end and outer.cue[0].start < span.end:
                    inner.content[number] = Span(start=span.start, end=end)


def cut_at_speech(direct: Sequence[Found], indirect: Sequence[Found], tokens: Sequence[Token]) -> None:
    """End a clause where direct speech with a cue of its own begins: conceding the point, she warned: "..."."""
    for speech in direct:
        if not speech.apart:
            continue
        for one in indirect:
            behind = one.cue[-1].end if one.cue else 0
            parts = (*speech.content, *speech.cue, *(span for span in speech.source if span.start >= behind))
            begin = min(span.start for span in parts)
            if behind > begin:
                continue
            one.content = [cut for span in one.content if (cut := _ending_before(span, begin, tokens)) is not None]


def _ending_before(span: Span, begin: int, tokens: Sequence[Token]) -> Span | None:
    """The part of a span before a position, without the marks and conjunctions that end it."""
    if not span.start < begin < span.end:
        return None if span.start == begin else span
    kept = [token for token in tokens if span.start <= token.start and token.end <= begin]
    while kept and (kept[-1].kind == "mark" or kept[-1].low in CONJUNCTIONS | SUBORDINATORS):
        kept.pop()
    return span_of(kept) if len(kept) > 1 else None


def without_shorter_cues(found: Sequence[Found]) -> list[Found]:
    """Of two attributions whose cues start together keep the longer cue: refused to discuss, not refused."""
    longest: dict[int, Found] = {}
    for one in found:
        if one.cue:
            known = longest.setdefault(one.cue[0].start, one)
            if one.cue[-1].end > known.cue[-1].end:
                longest[one.cue[0].start] = one
    return [one for one in found if not one.cue or longest[one.cue[0].start] is one]


def carried(direct: Sequence[Found], indirect: Sequence[Found]) -> list[Found]:
    """Leave out who only carries the words of a speaker with a cue of his own; that speaker says them via the carrier.

    "...," he said, according to Reuters; a mediator told the agency that ..., the agency reported.
    """
    kept = []
    for one in indirect:
        spoken = next((other for other in (*direct, *indirect) if _carries(one, other)), None)
        if spoken is None:
            kept.append(one)
        else:
            spoken.via = list(one.source)
    return kept


def _carries(carrier: Found, spoken: Found) -> bool:
    """Whether a cue behind some words gives them to a carrier: they have, or are, another's attribution already."""
    if (
        not carrier.according
        or carrier is spoken
        or spoken.according
        or not (spoken.source and spoken.cue and carrier.source and carrier.cue)
    ):
        return False
    words, cue = carrier.content[0], carrier.cue[0]
    if cue.start < carrier.content[-1].end:
        return False
    if words.start == spoken.content[0].start:
        return spoken.cue[0].start >= spoken.content[0].end
    return words.start == spoken.source[0].start and words.start < spoken.cue[0].start < words.end


def outermost(found: Sequence[Found]) -> list[Found]:
    """Leave out what stands inside another content: she said he feared the flood is one attribution, hers."""
    around: dict[int, list[tuple[Span, Found]]] = {}
    for one in found:
        around.setdefault(one.frame, []).extend((span, one) for span in one.content)
    return [one for one in found if not _inside(one, around[one.frame])]


def _inside(one: Found, around: Sequence[tuple[Span, Found]]) -> bool:
    spans = (*one.content, *one.cue)
    return any(
        other is not one and all(outer.start <= span.start and span.end <= outer.end for span in spans)
        for outer, other in around
    )
