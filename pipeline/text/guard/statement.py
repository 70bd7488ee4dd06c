"""What a statement says: the same reading that an article gets, of a sentence written by an engine or anyone."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from ...reading import ModalityCue, Name, Quotation, Saying, TimeMention
from ...records import Quantity, Role, Sentence
from .. import modality, times
from ..attribution import sayings
from ..names import names
from ..quantities import quantities
from ..segment import segment


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
    def cues(self) -> tuple[ModalityCue, ...]:
        """Its hedges, conditions and negations."""
        return modality.cues(self.text, 0, len(self.text))
