"""An article cut for the page: paragraphs of segments, each carried by the same claims from end to end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..records import Digest

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")  # a line without the white space around it


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters under the same evidence.

    `claims` are the numbers of the claims whose evidence covers it; `begins` and `ends` name those whose piece of
    evidence (number of the claim, index of the piece) starts or stops here; `left` says that it belongs to a body
    sentence that no claim carries.
    """

    text: str
    claims: tuple[int, ...]
    begins: tuple[tuple[int, int], ...]
    ends: tuple[int, ...]
    left: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the article; `layout` says that neither evidence nor an uncovered body sentence touches it."""

    segments: tuple[Segment, ...]
    layout: bool

    @property
    def text(self) -> str:
        """The characters of the paragraph."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class _Piece:
    claim: int
    index: int
    start: int
    end: int


def paragraphs(digest: Digest) -> list[Paragraph]:
    """The article's lines in order, white space between them left out; overlapping evidence is cut where it changes."""
    text = digest.article.text
    pieces = [
        _Piece(number, index, piece.start, piece.end)
        for number, claim in enumerate(digest.claims, start=1)
        for index, piece in enumerate(claim.evidence)
    ]
    left = [(sentence.start, sentence.end) for sentence in digest.coverage]
    known = bool(pieces or left)
    begun: set[tuple[int, int]] = set()
    found = []
    for line in _PARAGRAPH.finditer(text):
        segments = tuple(_segments(text, line.span(), pieces, left, begun))
        carries = any(segment.claims or segment.left for segment in segments)
        found.append(Paragraph(segments, layout=known and not carries))
    return found


def _segments(
    text: str,
    line: tuple[int, int],
    pieces: list[_Piece],
    left: list[tuple[int, int]],
    begun: set[tuple[int, int]],
) -> Iterator[Segment]:
    start, end = line
    here = [piece for piece in pieces if piece.start < end and piece.end > start]
    bare = [span for span in left if span[0] < end and span[1] > start]
    cuts = {start, end}
    for first, last in [*((piece.start, piece.end) for piece in here), *bare]:
        cuts |= {max(first, start), min(last, end)}
    edges = sorted(cuts)
    for first, last in itertools.pairwise(edges):
        under = [piece for piece in here if piece.start <= first and piece.end >= last]
        begins = tuple((piece.claim, piece.index) for piece in under if (piece.claim, piece.index) not in begun)
        begun.update(begins)
        yield Segment(
            text=text[first:last],
            claims=tuple(dict.fromkeys(piece.claim for piece in under)),
            begins=begins,
            # evidence that goes on after the line ends there only when nothing but white space is left of it
            ends=tuple(dict.fromkeys(p.claim for p in under if not text[last : p.end].strip())),
            left=any(a <= first and b >= last for a, b in bare),
        )
