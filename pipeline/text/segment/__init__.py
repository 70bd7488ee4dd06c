"""The front of segmentation: a text becomes sentences with their roles, and quotations."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ...reading import Quotation
from ...records import Role, Sentence, Span
from .boilerplate import is_boilerplate
from .credits import is_credit
from .datelines import dateline_end
from .layout import paragraphs
from .quotations import Mark, marks, quotations
from .roles import roles
from .sentences import sentences

_EARLY = 3
"""Paragraphs of body in which a bare place in capitals is a dateline: first story, after a deck or an editor's line."""

_PASTED = re.compile(
    r"(?:scroll down for (?:more )?(?:videos?|photos|pictures|images)(?: and \w+)?|"
    r"(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:ad|advertisement|video|photo))?)"
    r"[.:…]*\s+(?=(?-i:[“\"‘'(]?[A-Z0-9]))",
    re.IGNORECASE,
)
"""Lines of a page that extraction has pasted in front of a sentence."""


def segment(text: str, title: str | None = None) -> tuple[tuple[Sentence, ...], tuple[Quotation, ...]]:
    """The sentences of a text (offsets in code points, in order, white space left out) and its quotations.

    Every character that is not white space is in exactly one sentence, and no sentence leaves its paragraph.
    `title` helps to know the headline in the text.
    """
    parts = paragraphs(text)
    kinds = roles(text, parts, title)
    found = tuple(marks(text, part) for part in parts)
    out: list[Sentence] = []
    body = 0
    for number, (part, kind, here) in enumerate(zip(parts, kinds, found, strict=True)):
        if kind is Role.BODY:
            body += 1
            pieces = _body(text, part, here, early=body <= _EARLY)
        else:
            pieces = ((span, kind) for span in sentences(text, part, here))
        for span, role in pieces:
            out.append(Sentence(start=span.start, end=span.end, index=len(out), paragraph=number, role=role))
    return tuple(out), quotations(text, parts, found)


def _body(text: str, part: Span, found: tuple[Mark, ...], *, early: bool) -> Iterator[tuple[Span, Role]]:
    """The sentences of a paragraph of news; its dateline, and lines that do not belong there, get their own roles."""
    front = dateline_end(text, part.start, part.end, early=early)
    if front > part.start:
        yield _stripped(text, part.start, front), Role.DATELINE
    for span in sentences(text, Span(start=front, end=part.end), found):
        pasted = _PASTED.match(text, span.start, span.end)
        if pasted:
            yield _stripped(text, span.start, pasted.end()), Role.BOILERPLATE
            yield Span(start=pasted.end(), end=span.end), Role.BODY
        else:
            is_own = span == part or _is_quoted(span, found)
            yield span, Role.BODY if is_own else _role(span.cut(text))


def _is_quoted(span: Span, found: tuple[Mark, ...]) -> bool:
    """Whether a sentence begins inside a quotation: what somebody says to his listeners is not said to the reader."""
    before = bisect_right(found, span.start, key=lambda mark: mark.at)
    return before > 0 and found[before - 1].opens


def _stripped(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=start + len(text[start:end].rstrip()))


def _role(sentence: str) -> Role:
    """A sentence inside a paragraph of news may still be a credit or a line for the reader."""
    if is_credit(sentence):
        return Role.CREDIT
    return Role.BOILERPLATE if is_boilerplate(sentence) else Role.BODY
