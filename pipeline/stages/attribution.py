"""Says whose words a claim is: the saying its evidence stands in, in the form a digest keeps."""

from collections.abc import Sequence

from ..reading import Reading, Saying
from ..records import Attribution, Draft, Evidence, Kind, Span
from ..text import align
from ..text.guard import same


def attribution_of(draft: Draft, evidence: Sequence[Evidence], reading: Reading) -> Attribution:
    """The attribution of a draft that the guard let pass.

    The saying that covers the evidence and has the draft's source gives the fullest name, role, cue and carrier.
    Where no saying does, the source stands as the engine gave it, with the places that print it.
    """
    if draft.source is None:
        return Attribution(source=None, via=draft.via, kind=Kind.NARRATOR)
    saying = covering(draft.source, evidence, reading)
    if saying is None:
        return _as_given(draft.source, draft.via, evidence, reading)
    text = reading.article.text
    fuller = saying.speaker if saying.speaker and _is_fuller(saying.speaker, draft.source) else None
    return Attribution(
        source=fuller or draft.source,
        role=saying.role if fuller else None,
        source_spans=saying.source,
        cue=" … ".join(span.cut(text) for span in saying.cue) or None,
        cue_spans=saying.cue,
        via=saying.via or draft.via,
        kind=saying.kind,
    )


def _is_fuller(speaker: str, source: str) -> bool:
    """Whether the reading's speaker may stand for the engine's source: no other person with the same last name."""
    named = [word for word in source.split() if word[:1].isupper()]
    return len(named) < 2 or same(source, speaker)


def covering(source: str, evidence: Sequence[Evidence], reading: Reading) -> Saying | None:
    """The saying of `source` that shares the most characters with the evidence; None where there is none."""
    text = reading.article.text
    best, shared = None, 0
    for saying in reading.sayings:
        printed = [span.cut(text) for span in saying.source]
        if not any(same(source, name) for name in (saying.speaker or "", *printed) if name):
            continue
        common = sum(_overlap(a, b) for a in saying.content for b in evidence)
        if common > shared:
            best, shared = saying, common
    return best


def _as_given(source: str, via: str | None, evidence: Sequence[Evidence], reading: Reading) -> Attribution:
    sentences = [reading.sentences[i] for e in evidence for i in e.sentences]
    places = align.find(reading.article.text, source, [Span(start=s.start, end=s.end) for s in sentences])
    places = places or align.find(reading.article.text, source)
    spans = places[0].spans if places else ()
    return Attribution(source=source, source_spans=spans, via=via, kind=_printed_kind(evidence, reading))


def _printed_kind(evidence: Sequence[Evidence], reading: Reading) -> Kind:
    quoted = sum(_overlap(e, q) for e in evidence for q in reading.quotations)
    whole = sum(e.end - e.start for e in evidence)
    if not quoted:
        return Kind.INDIRECT
    return Kind.DIRECT if quoted >= 0.95 * whole else Kind.MIXED  # the rest: quotation marks and a final comma


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
