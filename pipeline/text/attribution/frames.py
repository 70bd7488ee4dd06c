"""Frames: one printed sentence of an article as words, marks and whole quotations, for the rules of attribution."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ...reading import Quotation
from ...records import Role, Sentence, Span
from .words import is_adverb

_TOKEN = re.compile(r"[^\W_]+(?:(?:[’'.&/-]|(?<=\d),(?=\d))[^\W_]+)*|\S")
_SENTENCE_CLOSERS = "?!"
_CLOSING_MARKS = "\"”'’»"
LONGEST = 400
"""Most tokens of a frame: no sentence of news is longer, and rules that look around inside one stay linear."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a whole quotation part; `low` is the word in lower case with a plain apostrophe."""

    start: int
    end: int
    text: str
    low: str
    kind: Literal["word", "mark", "quote"]
    quote: int = -1

    @property
    def capital(self) -> bool:
        """Whether the word starts with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def adverb(self) -> bool:
        """Whether the word can stand between a subject and its verb; a name such as Kelly cannot."""
        return self.kind == "word" and not self.capital and is_adverb(self.low)

    @property
    def possessive(self) -> bool:
        """Whether the word carries a genitive ending."""
        return self.kind == "word" and (self.low.endswith(("'s", "s'")))


@dataclass(frozen=True, slots=True)
class Frame:
    """The tokens of one printed sentence; a quotation of several sentences is one token."""

    tokens: tuple[Token, ...]
    paragraph: int

    @property
    def start(self) -> int:
        """Where the frame starts in the text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the frame ends in the text."""
        return self.tokens[-1].end

    def has_only_quotes(self) -> bool:
        """Whether nothing but quotations and marks stands in the frame."""
        return all(token.kind != "word" for token in self.tokens) and any(t.kind == "quote" for t in self.tokens)


def frames(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> tuple[Frame, ...]:
    """The news sentences of an article as frames, in order; sentences inside one quotation are joined."""
    groups = _joined(text, sentences, quotations)
    made = []
    first = 0
    for start, end, sentence in groups:
        while first < len(quotations) and quotations[first].end <= start:
            first += 1
        tokens = _tokens(text, start, end, quotations, first)
        cuts = range(0, len(tokens), LONGEST)
        made += [Frame(tokens[cut : cut + LONGEST], sentence.paragraph) for cut in cuts]
    return tuple(made)


def _joined(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> list[tuple[int, int, Sentence]]:
    """Ranges of sentences; two are one where a quotation spans their border or the second is the first's cue."""
    groups: list[tuple[int, int, Sentence]] = []
    at = 0
    for sentence in sentences:
        if sentence.role not in (Role.BODY, Role.HEADLINE):
            continue
        start, end = sentence.start, sentence.end
        if groups:
            while at < len(quotations) and quotations[at].end <= start:
                at += 1
            inside = at < len(quotations) and quotations[at].start < start < quotations[at].end
            previous = groups[-1]
            lower = text[start].islower() and _ends_with_question(text, previous[1])
            if previous[2].paragraph == sentence.paragraph and (inside or lower):
                groups[-1] = (previous[0], end, previous[2])
                continue
        groups.append((start, end, sentence))
    return groups


def _ends_with_question(text: str, end: int) -> bool:
    tail = text[max(0, end - 3) : end].rstrip(_CLOSING_MARKS)
    return tail != text[max(0, end - 3) : end] and tail.endswith(tuple(_SENTENCE_CLOSERS))


def _tokens(text: str, start: int, end: int, quotations: Sequence[Quotation], first: int) -> tuple[Token, ...]:
    found: list[Token] = []
    position = start
    for number in range(first, len(quotations)):
        part = quotations[number]
        if part.start >= end:
            break
        if part.start < position:
            continue
        found += _words(text, position, part.start)
        found.append(Token(part.start, part.end, text[part.start : part.end], "", "quote", number))
        position = part.end
    found += _words(text, position, max(position, end))
    return tuple(found)


def _words(text: str, start: int, end: int) -> list[Token]:
    """Words and marks; a full stop stays with its word unless the range ends there."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        piece = match.group()
        if piece == "." and found and found[-1].kind == "word" and found[-1].end == match.start():
            before = found[-1]
            if text[match.end() : end].strip(_CLOSING_MARKS + " \n\t"):
                found[-1] = Token(before.start, match.end(), before.text + ".", before.low + ".", "word")
                continue
        if piece in "’'" and found and found[-1].end == match.start() and found[-1].low.endswith("s"):
            before = found[-1]
            found[-1] = Token(before.start, match.end(), before.text + "'", before.low + "'", "word")
            continue
        word = piece[0].isalnum()
        low = piece.lower().replace("’", "'")
        found.append(Token(match.start(), match.end(), piece, low, "word" if word else "mark"))
    return found


def span_of(tokens: Sequence[Token]) -> Span:
    """The span from the first to the last of some tokens."""
    return Span(start=tokens[0].start, end=tokens[-1].end)
