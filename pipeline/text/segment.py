"""The front of segmentation: a text becomes sentences with their roles, and quotations."""

from collections.abc import Iterator

from ..reading import Quotation
from ..records import Role, Sentence, Span
from .boilerplate import is_boilerplate
from .credits import is_credit
from .datelines import dateline_end
from .layout import paragraphs
from .quotations import Mark, marks, quotations
from .roles import roles
from .sentences import sentences


def segment(text: str, title: str | None = None) -> tuple[tuple[Sentence, ...], tuple[Quotation, ...]]:
    """The sentences of a text (offsets in code points, in order, white space left out) and its quotations.

    Every character that is not white space is in exactly one sentence, and no sentence leaves its paragraph.
    `title` helps to know the headline in the text.
    """
    parts = paragraphs(text)
    kinds = roles(text, parts, title)
    found = tuple(marks(text, part) for part in parts)
    out: list[Sentence] = []
    for number, (part, kind, here) in enumerate(zip(parts, kinds, found, strict=True)):
        for span, role in _pieces(text, part, kind, here):
            out.append(Sentence(start=span.start, end=span.end, index=len(out), paragraph=number, role=role))
    return tuple(out), quotations(text, parts, found)


def _pieces(text: str, part: Span, kind: Role, found: tuple[Mark, ...]) -> Iterator[tuple[Span, Role]]:
    if kind is not Role.BODY:
        yield from ((span, kind) for span in sentences(text, part, found))
        return
    front = dateline_end(text, part.start, part.end)
    if front > part.start:
        end = part.start + len(text[part.start : front].rstrip())
        yield Span(start=part.start, end=end), Role.DATELINE
    body = Span(start=front, end=part.end)
    for span in sentences(text, body, found):
        yield span, _role(span.cut(text)) if span != body else Role.BODY


def _role(sentence: str) -> Role:
    """A sentence inside a paragraph of news may still be a credit or a line for the reader."""
    if is_credit(sentence):
        return Role.CREDIT
    return Role.BOILERPLATE if is_boilerplate(sentence) else Role.BODY
