"""Splits prose into sentences and clauses; a clause that goes on with its subject left out gets the subject back."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..seeds import fold

_SENTENCE: Final = re.compile(r"(?<=[.!?])[\"'”’)]?\s+(?=[\"'“‘(]?[A-Z0-9])")
_ABBREVIATED: Final = re.compile(
    r"\b(?:(?i:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|Jr|Sr)|No|vs|[A-Z])\.[\"'”’)]?$"
)
_VERB: Final = (
    r"is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do|said|says|told|put|puts|made|left|lost|won"
    r"|kept|found|gave|took|went|came|began|rose|fell|sent|set|cut|paid|held|led|saw|drove|leaves|plans|wants|expects|still|[a-z]{3,}ed"
)
_BREAK: Final = re.compile(
    r"(?P<break>;\s+|,?\s+but\s+|,\s+while\s+|,?\s+whereas\s+|,\s+although\s+|,\s+and\s+"
    rf"|\s+and\s+(?=(?:not |never |also )?(?:{_VERB})\b))"
)
_SUBJECT: Final = re.compile(rf"^(?P<subject>.{{2,80}}?)\s+(?:{_VERB})\b")
_OWN_SUBJECT: Final = re.compile(
    rf"^(?:[\"'“]?[A-Z]\w+|he|she|it|they|we|I|there|this|that|the|a|an|its|his|her|their|some|two|many|no|nobody|one)\b.*?\b(?:{_VERB})\b",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its words (with the subject put back in front), and the sentence it stands in."""

    text: str
    sentence: str


@lru_cache(maxsize=10_000)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a short prose, paragraph by paragraph."""
    found: list[str] = []
    for block in re.split(r"\n+", text):
        begin = 0
        for mark in _SENTENCE.finditer(block):
            if _ABBREVIATED.search(block[begin : mark.start()]):
                continue
            found.append(block[begin : mark.end()].strip())
            begin = mark.end()
        found.append(block[begin:].strip())
    return tuple(sentence for sentence in found if sentence)


@lru_cache(maxsize=10_000)
def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a prose in order; marks inside quotations split too, so a quoted pair is read apart."""
    out: list[Clause] = []
    for sentence in sentences(text):
        plain = fold(sentence).text
        parts, begin = [], 0
        for mark in _BREAK.finditer(plain):
            parts.append(plain[begin : mark.start()])
            begin = mark.end()
        parts.append(plain[begin:])
        subject = _SUBJECT.match(parts[0])
        for i, part in enumerate(parts):
            if not part.strip():
                continue
            carried = i > 0 and subject is not None and not _OWN_SUBJECT.match(part)
            text_ = f"{subject.group('subject')} {part}" if carried and subject else part
            out.append(Clause(text_.strip(), sentence))
    return tuple(out)
