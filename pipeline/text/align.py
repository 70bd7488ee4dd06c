"""Where a quote stands in the article: to the letter, or after folding typography; never nearly."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Match, Sentence, Span
from .fold import Folded, dropped, fold, unwrapped

MIN_ELIDED_WORDS = 3
"""Fewest words on either side of an ellipsis: shorter pieces stand in every article and prove nothing."""

HINT_SCORE = 50
"""Least similarity (0-100) of a sentence that is shown as a hint; below it the sentence has nothing to do with it."""

_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
_ELISION = re.compile(r"[\[(] ?(?:\.\.\.) ?[\])]")
_OUTER_MARKS = " '\""
_FINAL_MARKS = " '\".,;:!?"
_HEAD_MARK = re.compile(r"['\"]$")
_TAIL_MARK = re.compile(r"[.,;:!?]*['\"]?")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_UNSPACED = "\u2e80"  # scripts from here on (Chinese, Japanese, Korean) write words without spaces


@dataclass(frozen=True, slots=True)
class Alignment:
    """One occurrence of a quote: its hull `start:end`, and the `spans` that carry it (several for an ellipsis)."""

    start: int
    end: int
    match: Match
    spans: tuple[Span, ...]


def find(text: str, quote: str, within: Sequence[Span] = ()) -> tuple[Alignment, ...]:
    """Every occurrence of the quote, in order: the exact ones, or where there is none the folded ones.

    `within` restricts the answer to occurrences that touch one of its spans. An occurrence that would cut a word or
    a number in two is none. Outer quotation marks and final punctuation that the article does not have are left
    away; a quote with an ellipsis may stand in several spans of one paragraph or two adjacent ones. Linear time.
    """
    for places in _attempts(text, quote):
        found = tuple(a for a in places if not within or _touches(a.spans, within))
        if found:
            return found
    return ()


def nearest(text: str, quote: str, sentences: Sequence[Sentence]) -> str | None:
    """The sentence most similar to the quote, as a hint for people; None where none is similar."""
    from rapidfuzz import fuzz, process  # 20 ms that a digest without rejections need not pay

    printed = [s.cut(text) for s in sentences]
    best = process.extractOne(quote[:500], printed, scorer=fuzz.token_set_ratio, score_cutoff=HINT_SCORE)
    return printed[best[2]] if best else None


def _attempts(text: str, quote: str) -> Iterator[tuple[Alignment, ...]]:
    stripped = quote.strip()
    if not _WORD.search(stripped):
        return
    yield tuple(_alignment(Match.EXACT, ((at, at + len(stripped)),)) for at in _occurrences(text, stripped))
    page, asked = fold(text), fold(stripped)
    asked_text = _ELISION.sub("...", asked.text)
    views = [(page, asked_text)]
    if "[" in page.text or "[" in asked_text:
        asked = fold(asked_text)
        views += [(unwrapped(page), unwrapped(asked).text), (dropped(page), dropped(asked).text)]
    for view, wanted in views:
        yield tuple(_folded(text, view, wanted.strip()))
    for view, wanted in views:
        yield tuple(_trimmed(text, view, wanted))
    for view, wanted in views:
        if "..." in wanted:
            yield tuple(_elided(text, view, wanted))


def _folded(text: str, view: Folded, wanted: str) -> Iterator[Alignment]:
    for at in _occurrences(view.text, wanted):
        yield _alignment(Match.FOLDED, (_tight(text, *view.back(at, at + len(wanted))),))


def _trimmed(text: str, view: Folded, wanted: str) -> Iterator[Alignment]:
    head, core, tail = _parts(wanted)
    if not _WORD.search(core):
        return
    for at in _occurrences(view.text, core):
        start, end = at, at + len(core)
        if head and (mark := _HEAD_MARK.search(view.text, max(0, at - 1), at)):
            start = mark.start()
        if tail and (marks := _TAIL_MARK.match(view.text, end)):
            end = marks.end()
        yield _alignment(Match.FOLDED, (_tight(text, *view.back(start, end)),))


def _parts(wanted: str) -> tuple[str, str, str]:
    core = wanted.lstrip(_OUTER_MARKS).removeprefix("...").lstrip(_OUTER_MARKS)
    head = wanted[: len(wanted) - len(core)]
    kept = core.rstrip(_FINAL_MARKS)
    return head, kept, core[len(kept) :]


def _elided(text: str, view: Folded, wanted: str) -> Iterator[Alignment]:
    pieces = [core for piece in wanted.split("...") if (core := _parts(piece)[1])]
    if len(pieces) < 2 or any(len(_WORD.findall(piece)) < MIN_ELIDED_WORDS for piece in pieces):
        return
    places = [list(_occurrences(view.text, piece)) for piece in pieces]
    breaks = [b.start() for b in _PARAGRAPH.finditer(text)] or [i for i, c in enumerate(text) if c == "\n"]
    free = 0
    for first in places[0]:
        if first < free:
            continue
        chain = _chain(first, pieces, places)
        if chain is None:
            return
        spans = tuple(_tight(text, *view.back(at, at + len(p))) for at, p in zip(chain, pieces, strict=True))
        if bisect_left(breaks, spans[-1][0]) - bisect_left(breaks, spans[0][1]) <= 1:
            free = chain[-1] + len(pieces[-1])
            yield _alignment(Match.FOLDED, spans)


def _chain(first: int, pieces: Sequence[str], places: Sequence[Sequence[int]]) -> list[int] | None:
    chain = [first]
    for i in range(1, len(pieces)):
        next_place = bisect_left(places[i], chain[-1] + len(pieces[i - 1]))
        if next_place == len(places[i]):
            return None
        chain.append(places[i][next_place])
    return chain


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    """The places of `wanted` that cut neither a word nor a number; they do not overlap."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        whole = not (_cuts(text, at) or _cuts(text, end))
        if whole:
            yield at
        at = text.find(wanted, end if whole else at + 1)


def _cuts(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return max(before, after) < _UNSPACED
    if before in ".,":
        return after.isdigit() and at > 1 and text[at - 2].isdigit()
    return after in ".," and before.isdigit() and text[at + 1 : at + 2].isdigit()


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace() and start < end - 1:
        start += 1
    while text[end - 1].isspace() and end > start + 1:
        end -= 1
    return start, end


def _alignment(match: Match, ranges: Sequence[tuple[int, int]]) -> Alignment:
    spans = tuple(Span(start=start, end=end) for start, end in ranges)
    return Alignment(start=spans[0].start, end=spans[-1].end, match=match, spans=spans)


def _touches(spans: Sequence[Span], within: Sequence[Span]) -> bool:
    return any(s.start < w.end and w.start < s.end for s in spans for w in within)
