"""What a statement says: the same reading that an article gets, of a sentence written by an engine or anyone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from ...reading import ModalityCue, Name, Quotation, Saying, TimeMention
from ...records import Quantity, Role, Sentence, Span
from .. import modality, times
from ..attribution import sayings
from ..names import names
from ..quantities import quantities
from ..segment import segment
from .scope import stems
from .speech import is_speech

_LEADING = re.compile(r"^(?P<who>(?:[\w.'’-]+ ){1,6}?)(?P<cue>said|says)\b(?! to\b)(?P<what>[^;]+)", re.DOTALL)
_TRAILING = re.compile(r"^(?P<what>.+), (?P<who>(?:[\w.'’-]+ ){1,6}?)(?P<cue>said|says)[.]?$", re.DOTALL)
"""The two plainest forms of a line with its source; they hold where a saying was read amiss."""


class Teller(NamedTuple):
    """One source that a statement names: what it says this source said, and the words that name source and cue."""

    speaker: str
    what: str
    printed: str


@dataclass(frozen=True)
class Statement:
    """A text to be checked; `published` dates its weekdays as it dates those of the article."""

    text: str
    published: datetime | None = None

    @cached_property
    def _cut(self) -> tuple[tuple[Sentence, ...], tuple[Quotation, ...]]:
        found, quotations = segment(self.text)
        # a lone sentence may look like a headline or a credit line: here every sentence is one that can be wrong
        return tuple(s.model_copy(update={"role": Role.BODY}) for s in found), quotations

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures it says."""
        return quantities(self.text)

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """The dates and times it says."""
        return times.times(self.text, self.published)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names it says."""
        return names(self.text, self._cut[0])

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """Whom it says to have said what."""
        return sayings(self.text, *self._cut, self.names)

    @cached_property
    def tellers(self) -> tuple[Teller, ...]:
        """Whom it says to have said what: from its sayings, and from a plain "X said" at either end."""
        read = [
            Teller(
                saying.speaker,
                " ".join(span.cut(self.text) for span in saying.content),
                _hull(self.text, (*saying.source, *saying.cue)),
            )
            for saying in self.sayings
            if saying.speaker and is_speech(saying, self.text)
        ]
        plain = _LEADING.match(self.text) or _TRAILING.match(self.text)
        if plain and not any(stems(one.speaker) & stems(plain["who"]) for one in read):
            read.append(Teller(plain["who"].strip(), plain["what"], f"{plain['who']}{plain['cue']}"))
        return tuple(read)

    @cached_property
    def cues(self) -> tuple[ModalityCue, ...]:
        """Its hedges, conditions and negations."""
        return modality.cues(self.text, 0, len(self.text))


def _hull(text: str, parts: Sequence[Span]) -> str:
    return text[min(p.start for p in parts) : max(p.end for p in parts)]
