"""Modality: cues of doubt, condition and negation at their places, and what they make of a proposition.

`would` is a cue only where the sentence is hypothetical ("if", "unless", "would have"): reported future ("said it
would close") and habit commit the source fully.
Allegations, claims and "reportedly" are probable: their source asserts them, and the word says they are not proven.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...reading import ModalityCue
from ...records import Certainty, Modality, Polarity, Span
from ..words import Word, tokens
from .hedges import ALWAYS_DENIALS, DENIALS, FALSEHOODS, NEGATION, NOTHING, PHRASES, Sense
from .senses import JUDGES, UNLISTED, Place

_WEAKEST_FIRST = (Certainty.UNCOMMITTED, Certainty.POSSIBLE, Certainty.PROBABLE)
"""The order in which the weakest cue of a proposition decides."""
_NEAR = 24
"""How many characters before a denial another negation may end and still turn it round ("did not deny")."""


def cues(text: str, start: int = 0, end: int | None = None) -> tuple[ModalityCue, ...]:
    """The cues of `text[start:end]`, best one sentence, in order and without overlap, offsets into `text`."""
    words = tokens(text, start, end)
    low = [word.text.lower().replace("’", "'") for word in words]
    found: list[ModalityCue] = []
    i = 0
    while i < len(words):
        length, sense = _at(text, words, low, i)
        if sense != NOTHING:
            found.append(_cue(text, words[i : i + length], sense))
        i += length
    return tuple(found)


def modality(cues: Sequence[ModalityCue], text: str, spans: Sequence[Span]) -> Modality:
    """The modality of the proposition in `spans`: its weakest cue decides, a condition and a denial count apart.

    It is denied only where its source denies it ("dismissed reports"), not where it is negative ("did not come"),
    and not where the denial itself is negated ("did not deny"). Pass the attribution's spans as well as the content's:
    a hedge or a denial may stand in either.
    """
    inside = _inside(cues, spans)
    denied = any(_denies(cue, inside, text) for cue in inside)
    certainty = next((c for c in _WEAKEST_FIRST if any(cue.certainty is c for cue in inside)), Certainty.CERTAIN)
    return Modality(
        certainty=certainty,
        conditional=any(cue.conditional for cue in inside),
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        cue_spans=tuple(Span(start=cue.start, end=cue.end) for cue in inside),
    )


def negations(cues: Sequence[ModalityCue], spans: Sequence[Span]) -> tuple[ModalityCue, ...]:
    """The cues inside `spans` that negate: plain negation and denial alike."""
    return tuple(cue for cue in _inside(cues, spans) if cue.polarity is Polarity.DENIED)


def _at(text: str, words: Sequence[Word], low: Sequence[str], at: int) -> tuple[int, Sense]:
    """How many words the cue at word `at` takes, and its sense; one word and nothing where there is none."""
    word = low[at]
    for phrase, sense in PHRASES.get(word, ()):
        length = len(phrase)
        if tuple(low[at : at + length]) == phrase and _unbroken(text, words[at : at + length]):
            judge = JUDGES.get(" ".join(phrase))
            return length, judge(Place(text, words, low, at), sense) if judge else sense
    if word in UNLISTED:
        return 1, JUDGES[word](Place(text, words, low, at), NOTHING)
    if word in ALWAYS_DENIALS or _is_contracted_not(word):
        return 1, NEGATION
    return 1, NOTHING


def _is_contracted_not(word: str) -> bool:
    return word.endswith("n't")


def _unbroken(text: str, words: Sequence[Word]) -> bool:
    """Whether only white space stands between the words of a phrase."""
    return all(text[one.end : other.start].isspace() for one, other in pairwise(words))


def _cue(text: str, words: Sequence[Word], sense: Sense) -> ModalityCue:
    start, end = words[0].start, words[-1].end
    return ModalityCue(
        start=start,
        end=end,
        text=text[start:end],
        certainty=sense.certainty,
        conditional=sense.conditional,
        polarity=sense.polarity,
    )


def _inside(cues: Sequence[ModalityCue], spans: Sequence[Span]) -> tuple[ModalityCue, ...]:
    """The cues that lie in one of the spans, in order; one sweep over both."""
    ordered = iter(sorted(spans, key=lambda span: span.start))
    return tuple(_sweep(sorted(cues, key=lambda cue: cue.start), ordered))


def _sweep(cues: Sequence[ModalityCue], spans: Iterator[Span]) -> Iterator[ModalityCue]:
    span = next(spans, None)
    reach = span.end if span else 0
    for cue in cues:
        while span is not None and cue.end > reach:
            span = next(spans, None)
            reach = max(reach, span.end) if span else reach
        if span is None:
            return
        if cue.start >= span.start:
            yield cue


def _denies(cue: ModalityCue, inside: Sequence[ModalityCue], text: str) -> bool:
    """Whether the cue is a source's denial that no negation right before it turns round."""
    word = cue.text.lower()
    if word not in DENIALS and word not in FALSEHOODS:
        return False
    return not any(
        other.polarity is Polarity.DENIED
        and 0 <= cue.start - other.end <= _NEAR
        and "." not in text[other.end : cue.start]
        for other in inside
    )
