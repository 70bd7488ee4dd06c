"""The guard: deterministic checks that a claim or line says no more than its evidence carries.

| check | severity | when |
|---|---|---|
| number | error | a figure, or its unit, that the evidence's sentences do not print |
| number | warning | a figure of the sentences before, added to those of the evidence ("all of them": "all 11") |
| bound | error | "up to", "at least", "about" … dropped, added or changed |
| date | error | a date that contradicts the evidence, or that nothing near it prints |
| date | warning | a date from the sentences before, where the evidence prints none; a weekday dated one week off |
| name | error | a name printed nowhere, put in the place of another, or put together from two |
| quotation | error | quoted words that the evidence does not print to the letter |
| quotation | warning | quotation marks around three or more words that the article prints without them |
| quotation | warning | the writer's brackets left out; a full stop where the quotation goes on |
| negation | error | a negation dropped or added; denied where the evidence denies nothing |
| negation | warning | a "not" added where the evidence may mean it by another word; a double negation undone |
| certainty | error | a hedge of the evidence dropped, and the claim marked certain; a claim's hedge dropped by a line |
| certainty | warning | a belief ("analysts think") marked certain, or told by a line as what its source says |
| certainty | note | a hedge where the evidence has none; a claim with a hedge that is marked certain |
| condition | error | an "if" or "unless" that governs the evidence dropped |
| speaker | error | a source whose words the evidence is not |
| speaker | warning | the same, where the article's own source is an unresolved pronoun |
| attribution | error | a quoted, hedged or opinionated saying in the article's own voice |
| attribution | warning | a plain indirect statement without its source |
| wording | error | a word where the evidence prints its opposite |
| wording | warning | a word that is nowhere in the article; an "all" or a verb that the evidence does not print |
"""

from collections.abc import Iterable, Sequence

from ...reading import Fault, Reading
from ...records import Certainty, Claim, Span
from .certainty import certainty as _certainty
from .certainty import condition as _condition
from .dates import dates as _dates
from .figures import figures as _figures
from .lines import line_faults as _line_faults
from .people import people as _people
from .polarity import polarity as _polarity
from .quoted import quoted as _quoted
from .scope import Ground
from .speaker import same
from .speaker import speaker as _speaker
from .statement import Statement
from .texts import text_faults as _text_faults
from .wording import wording as _wording

__all__ = ["check_claim", "check_line", "check_text", "same"]


def check_claim(
    text: str,
    evidence: Sequence[Span],
    reading: Reading,
    *,
    source: str | None,
    certainty: Certainty,
    denied: bool,
) -> tuple[Fault, ...]:
    """Every fault of a claim's text, source, certainty and denial against its evidence (at least one span)."""
    ground = Ground(reading, tuple(sorted(evidence, key=lambda span: span.start)))
    statement = Statement(text, reading.article.published)
    words = " ".join(s.cut(ground.text) for s in ground.sentences)
    return _distinct(
        [
            *_figures(statement.quantities, ground.quantities, words, ground.quantities_before),
            *_dates(statement.times, ground),
            *_people(statement, ground, others=[source] if source else []),
            *_quoted(text, ground),
            *_polarity(text, ground, denied=denied),
            *_certainty(statement, ground, certainty, sourced=source is not None),
            *_condition(statement, ground),
            *_speaker(statement, ground, source),
            *_wording(statement, ground, source or ""),
        ]
    )


def check_line(text: str, claims: Sequence[Claim], reading: Reading) -> tuple[Fault, ...]:
    """Every fault of a summary line against the claims it cites (at least one)."""
    return _distinct(_line_faults(Statement(text, reading.article.published), claims, reading))


def check_text(text: str, reading: Reading) -> tuple[Fault, ...]:
    """Every fault of a text by anyone, which cites nothing, against the whole article."""
    return _distinct(_text_faults(text, reading))


def _distinct(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(dict.fromkeys(faults))
