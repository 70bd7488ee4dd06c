"""Makes a passage stand alone by rule: full names for pronouns and surnames, dates beside weekdays."""

import re
from collections.abc import Iterator
from datetime import date

from ..reading import Reading
from ..records import Granularity, Span
from .nearby import names_in, quotation_at, touching
from .standalone_names import full_names
from .standalone_pronouns import for_pronouns

_RELATIVE = re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|tonight")
_CONNECTIVE = re.compile(
    r"(?:(?:But|And|Yet|So)\s(?=\S)|(?:However|Meanwhile|Still|Instead|Moreover|Nevertheless|Nonetheless|Conversely"
    r"|By contrast|In contrast|Even so|Also|In addition|Besides|As a result|For example|For instance|Indeed|In fact"
    r"|Of course|Then again|On the other hand),\s)"
)
"""What ties a sentence to the one before it and says nothing of its own."""

_MARKUP = re.compile(r"\*\*|__|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")
_BULLET = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s+(?=\S)")

Edit = tuple[int, int, str]
"""Replace text[start:end] by this."""


def stand_alone(reading: Reading, span: Span) -> str:
    """The passage with each person's first mention in full and each weekday dated; quoted words stay as printed.

    Pronouns are replaced where the reading knows the person, connectives ("But", "However,"), list bullets and
    emphasis marks of Markdown are left out, and the first letter is a capital. White space is single spaces.
    """
    text = reading.article.text
    begin = _begin(text, span, reading)
    body = Span(start=begin, end=span.end)
    names = names_in(reading, body)
    replaced = [*full_names(reading, body, names)]
    replaced += for_pronouns(reading, body, names, replaced)
    edits = [*replaced, *_days(reading, body), *_markup(text, body)]
    pieces: list[str] = []
    at = begin
    for start, end, new in sorted(edits):
        if start < at or quotation_at(reading, start, end):
            continue
        pieces += [text[at:start], new]
        at = end
    pieces.append(text[at : span.end])
    return _capital(" ".join("".join(pieces).split()))


def _begin(text: str, span: Span, reading: Reading) -> int:
    """Where the passage begins without its bullet and its connective."""
    begin = span.start
    for pattern in (_BULLET, _CONNECTIVE):
        found = pattern.match(text, begin, span.end)
        if found and not quotation_at(reading, begin, found.end()):
            begin = found.end()
    return begin


def _capital(words: str) -> str:
    """The words with a capital first letter, unless they open with a name written small ("iPhone") or a mark."""
    first = words.split(" ", 1)[0]
    return words if any(c.isupper() for c in first[1:]) else words[:1].upper() + words[1:]


def _days(reading: Reading, span: Span) -> Iterator[Edit]:
    for mention in touching(reading.times, span):
        ref = mention.ref
        single = ref.granularity is Granularity.DAY and ref.from_ is not None and ref.from_ == ref.to
        if single and span.start <= mention.start and mention.end <= span.end and _is_relative(ref.text):
            day = date.fromisoformat(ref.from_ or "")
            yield mention.end, mention.end, f" ({day.day} {day:%B %Y})"


def _is_relative(words: str) -> bool:
    return _RELATIVE.search(words) is not None and not any(c.isdigit() for c in words)


def _markup(text: str, span: Span) -> Iterator[Edit]:
    for found in _MARKUP.finditer(text, span.start, span.end):
        yield found.start(), found.end(), ""
