"""Quoted words: what a statement puts in quotation marks must stand in its evidence, to the letter."""

import re
from collections.abc import Iterator, Sequence

from ...reading import Fault
from ...records import Span
from .. import align
from .scope import Ground, error, one_line, shared, warning

_DOUBLE = re.compile(r"[“\"«„]([^“”\"«»„]{1,2000})[”\"»“]")
_SINGLE = re.compile(r"(?<!\w)(?:‘((?:[^‘’\n]|’(?=\w)){1,2000})’|'((?:[^'\n]|'(?=\w)){1,2000})')(?!\w)")
_TWO_SINGLES = re.compile(r"''|``")
_MARKS = frozenset("'‘’\"“”«»`")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_LETTERS = re.compile(r"[^\W_]")

_GOES_ON = re.compile(r"[^\S\n]+\w")
"""What follows a quotation's words where its sentence is not at its end."""

MOST_PARAPHRASED = 2
"""Most words that quotation marks may lift from unquoted text: a title or a term, not speech."""


def quotations(text: str) -> tuple[Span, ...]:
    """What stands between quotation marks in a statement, marks left out."""
    text = _TWO_SINGLES.sub('""', text)
    doubles = [m.span(1) for m in _DOUBLE.finditer(text)]
    singles = [
        m.span(m.lastindex or 0) for m in _SINGLE.finditer(text) if not any(a <= m.start() < b for a, b in doubles)
    ]
    return tuple(Span(start=a, end=b) for a, b in sorted(doubles + singles) if _LETTERS.search(text, a, b))


def quoted(text: str, ground: Ground, carried: Sequence[str] = ()) -> Iterator[Fault]:
    """The faults of a statement's quotations; `carried` are texts whose words count as printed."""
    for span in quotations(text):
        words = span.cut(text)
        found = _found(ground.text, words, ground.sentences)
        if found is None:
            if any(_found(other, words, ()) for other in carried):
                continue
            elsewhere = _found(ground.text, words, ())
            where = " (printed elsewhere in the article)" if elsewhere else " (printed nowhere in the article)"
            expected = f"words of {one_line(ground.cut(ground.spans))!r}"
            yield error("quotation", expected, repr(one_line(words)) + where, elsewhere or ground.spans)
        elif "[" in (printed := " … ".join(s.cut(ground.text) for s in found)) and "[" not in words:
            yield warning(
                "quotation", f"{one_line(printed)!r}, with the writer's brackets", repr(one_line(words)), found
            )
        elif words.rstrip()[-1:] in ".?!" and _goes_on(found[-1], ground):
            yield warning("quotation", "a quotation that goes on after these words", repr(one_line(words)), found)
        elif len(words.split()) > MOST_PARAPHRASED and not _is_printed_quoted(found, ground):
            expected = f"{one_line(words)!r} without quotation marks: the article does not quote it"
            yield warning("quotation", expected, "a quotation", found)


def _goes_on(last: Span, ground: Ground) -> bool:
    """Whether the printed sentence goes on where a quotation was ended with a full stop."""
    return ground.text[last.end - 1] not in ".?!…”\"’'" and _GOES_ON.match(ground.text, last.end) is not None


def _is_printed_quoted(spans: Sequence[Span], ground: Ground) -> bool:
    """Whether the article has the words in a quotation, or at least a mark right before or behind them."""
    if shared(spans, ground.reading.quotations):
        return True
    around = {ground.text[s.start - 1 : s.start] for s in spans} | {ground.text[s.end : s.end + 1] for s in spans}
    return bool(around & _MARKS)


def _found(text: str, words: str, within: Sequence[Span]) -> tuple[Span, ...] | None:
    """Where the words stand; letters in the other case and bracketed words of the writer are no matter."""
    if found := align.find(text, words, within):
        return found[0].spans
    if len(low := text.lower()) == len(text) and (found := align.find(low, words.lower(), within)):
        return found[0].spans
    pieces = [p.strip(" ,.") for p in re.split(r"\.\.\.|…", _BRACKETED.sub("…", words)) if _LETTERS.search(p)]
    if len(pieces) < 2 and "[" not in words:
        return None
    spans: list[Span] = []
    for piece in pieces:
        later = [a for a in align.find(text, piece, within) if not spans or a.start >= spans[-1].end]
        if not later:
            return None
        spans += later[0].spans
    return tuple(spans) or None
