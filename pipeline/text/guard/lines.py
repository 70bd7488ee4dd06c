"""Summary lines: a line says no more than the claims it cites, with their sources, hedges and conditions."""

import re
from collections.abc import Iterator, Sequence

from ...reading import Fault, Reading
from ...records import Certainty, Claim, Kind, Polarity, Span
from ..quantities import quantities
from ..times import times
from ..words import content, stem, tokens
from .certainty import condition, hedges, is_belief, is_hedged
from .dates import dates
from .figures import figures
from .people import people
from .polarity import negations, polarity
from .quoted import quoted
from .scope import Ground, error, one_line, stems, warning
from .speaker import is_source, same
from .statement import Statement
from .wording import wording

_REPORTED = re.compile(
    r"\b(?:said|says?|told|tells|according to|reportedly|allegedly|den(?:y|ies|ied)|call(?:s|ed)|warn(?:s|ed)?"
    r"|claim(?:s|ed)?|believ\w+|report(?:s|ed)|accus\w+|insist\w*|argu\w+)\b",
    re.IGNORECASE,
)

MOST_DESCRIBED = 4
"""Most words of a description that is taken for a speaker: longer ones are clauses read amiss."""

USED = 0.34
"""Share of a claim's content words, its source's aside, that a line must repeat to be taken as saying the claim."""


def line_faults(line: Statement, claims: Sequence[Claim], reading: Reading) -> Iterator[Fault]:
    """The faults of a line against all its claims together, then against each claim that it says."""
    spans = sorted({(e.start, e.end) for claim in claims for e in claim.evidence})
    ground = Ground(reading, tuple(Span(start=a, end=b) for a, b in spans))
    texts = [claim.text for claim in claims]
    carried = " ".join([*texts, *_sources(claims)])
    printed = [*ground.quantities, *(q for text in texts for q in quantities(text))]
    words = " ".join([carried, *(s.cut(ground.text) for s in ground.sentences)])
    moments = [t for text in texts for t in times(text, reading.article.published)]
    yield from figures(line.quantities, printed, words)
    yield from dates(line.times, ground, moments)
    yield from people(line, ground, carried, _sources(claims))
    yield from quoted(line.text, ground, texts)
    yield from wording(line, ground, carried)
    yield from _polarity(line, claims, reading, ground)
    for claim in claims:
        if _says(line, claim):
            yield from _modality(line, claim, reading)
    yield from _speakers(line, claims, reading)


def _sources(claims: Sequence[Claim]) -> list[str]:
    about = [a for c in claims for a in (c.attribution.source, c.attribution.role, c.attribution.via)]
    return [part for part in about if part]


def _says(line: Statement, claim: Claim) -> bool:
    about = claim.attribution
    words = frozenset(content(claim.text)) - frozenset(content(f"{about.source or ''} {about.role or ''}"))
    said = frozenset(content(line.text))
    return len(words & said) >= USED * len(words)


def _polarity(line: Statement, claims: Sequence[Claim], reading: Reading, ground: Ground) -> Iterator[Fault]:
    """A line is as negative as its claims: against the evidence of all, and what a denied claim says is denied."""
    denials = [c for c in claims if c.modality.polarity is Polarity.DENIED and _says(line, c)]
    if denials and not negations(line.text):
        claim = denials[0]
        yield error("negation", f"{claim.attribution.source} denies: {one_line(claim.text)!r}", one_line(line.text))
        return
    faults = list(polarity(line.text, ground))
    if len(claims) == 1 or not faults:
        yield from faults
        return
    alone = [list(polarity(line.text, Ground(reading, tuple(c.evidence)))) for c in claims if _says(line, c)]
    if not alone or all(alone):
        yield from faults


def _modality(line: Statement, claim: Claim, reading: Reading) -> Iterator[Fault]:
    own = Ground(reading, tuple(claim.evidence))
    hedged = claim.modality.certainty in (Certainty.POSSIBLE, Certainty.PROBABLE)
    printed = hedges(own, line.text)
    if (hedged or printed) and not is_hedged(line, printed):
        words = printed[0].text if printed else claim.modality.certainty.value
        held = all(is_belief(c) for c in printed) and _named(line, claim)
        make = error if printed and not held else warning
        yield make("certainty", f"{words!r} as in claim {one_line(claim.text)!r}", one_line(line.text), printed)
    yield from condition(line, own)


def _speakers(line: Statement, claims: Sequence[Claim], reading: Reading) -> Iterator[Fault]:
    wrong = list(_wrong(line, claims, reading))
    yield from wrong
    if wrong:
        return
    for claim in claims:
        about = claim.attribution
        if about.source is None or about.kind is Kind.NARRATOR or _named(line, claim) or not _says(line, claim):
            continue
        plain = about.kind is Kind.INDIRECT and claim.modality.certainty is Certainty.CERTAIN
        plain = plain and claim.modality.polarity is Polarity.AFFIRMED and not claim.quantities
        make = warning if plain or _REPORTED.search(line.text) else error
        yield make("attribution", f"{about.source!r} as the source of {one_line(claim.text)!r}", one_line(line.text))


def _wrong(line: Statement, claims: Sequence[Claim], reading: Reading) -> Iterator[Fault]:
    """Sayings of the line whose speaker is not the source of the claim they repeat."""
    for speaker, what, printed in line.tellers:
        if not _is_somebody(speaker, line, reading):
            continue
        words = frozenset(content(_own_part(what, printed, line, claims)))
        shares = [(_share(words, c), c) for c in claims]
        best = max(share for share, _ in shares)
        near = [c for share, c in shares if share >= 0.8 * best]
        forms = [(c, _forms(c)) for c in near]
        if any(same(speaker, form) for _, made in forms for form in made):
            continue
        if any(_is_told_by(speaker, Ground(reading, tuple(c.evidence))) for c in near):
            continue
        sourced = [c for c in near if c.attribution.source]
        expected = "; ".join(repr(c.attribution.source) for c in sourced) or "the article's own voice"
        make = error if sourced else warning
        yield make("speaker", expected, f"{speaker!r} in {one_line(line.text)!r}")


def _own_part(what: str, printed: str, line: Statement, claims: Sequence[Claim]) -> str:
    """What a speaker says, up to where the line goes on to another: "A said ..., B said ..., and C put it at ..."."""
    others = [other.printed for other in line.tellers if other.printed != printed]
    for claim in claims:
        about = f"{claim.attribution.source or ''} {claim.attribution.role or ''}"
        if stems(about) and not stems(about) & stems(printed):
            others += [word.text for word in tokens(about) if len(word.text) > len("the")]
    cut = min((at for other in others if (at := what.find(other)) > 0), default=len(what))
    return what[:cut]


def _is_told_by(speaker: str, own: Ground) -> bool:
    """Whether the article's saying behind a claim has the speaker, in whatever form."""
    return any(is_source(speaker, saying, own) for saying in own.sayings)


def _is_somebody(speaker: str, line: Statement, reading: Reading) -> bool:
    """Whether a speaker that was read in the line is a name, or a source of the article by the same description."""
    if any(speaker.endswith(n.text) for n in line.names):
        return True
    if len(speaker.split()) > MOST_DESCRIBED:
        return False
    return any(saying.speaker and same(speaker, saying.speaker) for saying in reading.sayings)


def _share(words: frozenset[str], claim: Claim) -> float:
    theirs = frozenset(content(f"{claim.text} {claim.literal}"))
    return len(words & theirs) / len(words) if words else 0.0


def _forms(claim: Claim) -> list[str]:
    about = claim.attribution
    forms = [about.source or "", f"{about.source or ''} {about.role or ''}", about.role or "", claim.text]
    return [form for form in forms if form.strip()]


def _named(line: Statement, claim: Claim) -> bool:
    """Whether the line names a claim's source, in full or by surname, role, or the head noun of a description."""
    said = stems(line.text)
    about = claim.attribution
    source = about.source or ""
    heads = {stem(w.text) for w in tokens(source) if w.text[0].isupper()} or {stem(w.text) for w in tokens(source)[-1:]}
    heads |= {stem(w.text) for w in tokens(about.role or "") if len(w.text) > 3}
    return bool(heads & said)
