"""Makes a passage stand alone by rule: full names for pronouns and surnames, dates beside weekdays."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ..reading import Name, Reading, Saying
from ..records import Granularity, Span

_PRONOUN = re.compile(r"(?i)(?:he|she|they)$")
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady)\.?[ \u00a0]$")
_RELATIVE = re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|tonight")

Edit = tuple[int, int, str]
"""Replace text[start:end] by this."""


def stand_alone(reading: Reading, span: Span) -> str:
    """The passage with each person's first mention in full and each weekday dated; quoted words stay as printed."""
    text = reading.article.text
    edits = [*_speakers(reading, span), *_people(reading, span), *_days(reading, span)]
    pieces: list[str] = []
    at = span.start
    for start, end, new in sorted(edits):
        if start < at or _quoted(reading, start, end):
            continue
        pieces += [text[at:start], new]
        at = end
    pieces.append(text[at : span.end])
    return " ".join("".join(pieces).split())


def _speakers(reading: Reading, span: Span) -> Iterator[Edit]:
    """Pronouns that a saying has resolved."""
    text = reading.article.text
    for saying in reading.sayings:
        for source in saying.source:
            pronoun = _PRONOUN.match(source.cut(text))
            if saying.speaker and pronoun and span.start <= source.start and source.end <= span.end:
                yield source.start, source.end, _named(saying, source.start == span.start)


def _named(saying: Saying, first: bool) -> str:
    name = saying.speaker or ""
    proper = name[:1].isupper()
    if proper or name.split()[:1] in (["the"], ["a"], ["an"]):
        return name[:1].upper() + name[1:] if first else name
    return ("The " if first else "the ") + name


def _people(reading: Reading, span: Span) -> Iterator[Edit]:
    """The first mention of each person, with the honorific that the full name replaces."""
    text = reading.article.text
    seen: set[str] = set()
    for name in _inside(reading.names, span):
        if name.kind != "person" or name.full in seen or _quoted(reading, name.start, name.end):
            continue
        if _compound(text, name):
            continue
        seen.add(name.full)
        if name.full == name.text:
            continue
        honorific = _HONORIFIC.search(text, span.start, name.start) if name.start > span.start else None
        start = honorific.start() if honorific and honorific.end() == name.start else name.start
        yield start, name.end, name.full


def _compound(text: str, name: Name) -> bool:
    """Whether the name is a part of a longer word ("the Orlov-Brandt talks"), where no full form fits."""
    around = text[max(0, name.start - 1) : name.start] + text[name.end : name.end + 1]
    return any(c.isalnum() or c in "-‐‑–" for c in around)


def _days(reading: Reading, span: Span) -> Iterator[Edit]:
    for mention in reading.times:
        ref = mention.ref
        single = ref.granularity is Granularity.DAY and ref.from_ is not None and ref.from_ == ref.to
        if single and span.start <= mention.start and mention.end <= span.end and _is_relative(ref.text):
            day = date.fromisoformat(ref.from_ or "")
            yield mention.end, mention.end, f" ({day.day} {day:%B %Y})"


def _is_relative(words: str) -> bool:
    return _RELATIVE.search(words) is not None and not any(c.isdigit() for c in words)


def _inside(names: Sequence[Name], span: Span) -> Iterator[Name]:
    return (n for n in names if span.start <= n.start and n.end <= span.end)


def _quoted(reading: Reading, start: int, end: int) -> bool:
    return any(q.inner.start <= start and end <= q.inner.end for q in reading.quotations)
