"""Finds the characters of the article that a draft's quote names."""

from dataclasses import dataclass

from ..reading import Reading
from ..records import Cause, Draft, Evidence, Sentence, Span
from ..text import align


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why a quote is no evidence: the cause, what to tell, and the nearest passage as a hint for people."""

    cause: Cause
    detail: str
    nearest: str | None = None


def evidence_of(draft: Draft, reading: Reading) -> tuple[Evidence, ...] | NotFound:
    """The evidence a draft names: its quote where it stands, exact or folded, never fuzzy.

    The cited sentences choose between several occurrences. A quote that stands outside them counts only where it
    stands once: the quote proves the place, a wrong sentence number alone is no fault of the claim.
    """
    if not draft.quote.strip():
        return NotFound(Cause.QUOTE_NOT_FOUND, "the draft quotes nothing")
    text = reading.article.text
    cited = [reading.sentences[i] for i in draft.sentences if 0 <= i < len(reading.sentences)]
    inside = align.find(text, draft.quote, _runs(cited)) if cited else ()
    anywhere = inside or align.find(text, draft.quote)
    if not anywhere:
        return NotFound(
            Cause.QUOTE_NOT_FOUND,
            f"the quote does not stand in the article: {_short(draft.quote)!r}",
            align.nearest(text, draft.quote, reading.news()),
        )
    if not inside and len(anywhere) > 1:
        return NotFound(
            Cause.QUOTE_ELSEWHERE,
            f"the quote stands {len(anywhere)} times and in none of the cited sentences {list(draft.sentences)}",
        )
    return _news_only(anywhere[0], reading)


def _news_only(found: align.Alignment, reading: Reading) -> tuple[Evidence, ...] | NotFound:
    news = {s.index for s in reading.news()}
    pieces = []
    for span in found.spans:
        touched = [s for s in reading.sentences if s.start < span.end and span.start < s.end]
        outside = [s for s in touched if s.index not in news]
        if outside or not touched:
            role = outside[0].role.value if outside else "no sentence"
            return NotFound(
                Cause.NOT_NEWS, f"the quote is {role}, not news: {_short(span.cut(reading.article.text))!r}"
            )
        pieces.append(
            Evidence(
                start=span.start,
                end=span.end,
                quote=span.cut(reading.article.text),
                match=found.match,
                sentences=tuple(s.index for s in touched),
            )
        )
    return tuple(pieces)


def _runs(cited: list[Sentence]) -> tuple[Span, ...]:
    """Cited sentences that follow each other become one span, so that a quote may cross their border."""
    runs: list[Span] = []
    last = None
    for sentence in sorted(cited, key=lambda s: s.index):
        if last is not None and sentence.index <= last + 1:
            runs[-1] = Span(start=runs[-1].start, end=sentence.end)
        else:
            runs.append(Span(start=sentence.start, end=sentence.end))
        last = sentence.index
    return tuple(runs)


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:89] + "…"
