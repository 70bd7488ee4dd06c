"""Transcripts: paragraphs that open with a speaker's label in capitals and a colon, and need no quotation marks."""

from collections.abc import Mapping, Sequence

from ...records import Span
from .frames import Frame, span_of
from .quotes import Found

_LONGEST_LABEL = 4
"""Most words of a label: SEN. ILSE MARAN."""
_LEAST_LINES = 3
"""So many labelled paragraphs by two speakers are a transcript; fewer may be headings such as UPDATE."""


def transcribed(article: Sequence[Frame]) -> Mapping[int, Found]:
    """The lines of a transcript by paragraph; none where the article has no two speakers who take turns."""
    lines: dict[int, Found] = {}
    labels: dict[int, str] = {}
    for number, frame in enumerate(article):
        known = lines.get(frame.paragraph)
        if known is not None:
            known.content = [Span(start=known.content[0].start, end=frame.end)]
            continue
        colon = _label_end(frame) if number == 0 or article[number - 1].paragraph != frame.paragraph else 0
        if colon:
            words = frame.tokens[colon + 1 :]
            source = span_of(frame.tokens[:colon])
            labels[frame.paragraph] = " ".join(token.text for token in frame.tokens[:colon])
            lines[frame.paragraph] = Found(
                [span_of(words)], [source], [span_of(frame.tokens[colon : colon + 1])], frame=number
            )
    return lines if len(lines) >= _LEAST_LINES and len(set(labels.values())) > 1 else {}


def _label_end(frame: Frame) -> int:
    """Index of the colon behind a label in capitals that opens a frame with words behind it; 0 where there is none."""
    for at, token in enumerate(frame.tokens[: _LONGEST_LABEL + 1]):
        if token.text == ":":
            return at if at + 1 < len(frame.tokens) and frame.tokens[at + 1].kind == "word" else 0
        if token.kind != "word" or not token.text.isupper():
            return 0
    return 0
