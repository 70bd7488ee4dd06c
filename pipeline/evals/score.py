"""Scores one output against one fixture: matching, slots, traps, boilerplate, coverage, conflicts, and the findings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .fixtures import Fixture
from .match import Gold, Matching, golds, match
from .output import Output, Printed, Said
from .prose import carried, coverage, line_faults
from .readers.dates import dates
from .readers.figures import figures
from .readers.quotations import quotations
from .seeds import find_all, fold
from .slots import Broken, Desk, claim_faults
from .stray import stray
from .traps import fires
from .values import is_exact, is_invented, is_strange
from .verdicts import ClaimScore, FactScore, LineScore, Noticed, Scored, Sprung

FITS: Final = 0.5
"""E from which a claim's evidence is the right passage: half of the shorter side, and no more than six times as long."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A fixture laid out beside one text: made once, used for every output on that text."""

    desk: Desk
    facts: tuple[Gold, ...]

    @classmethod
    def of(cls, fixture: Fixture, text: str) -> "Table":
        """The table of a fixture and the text its outputs refer to."""
        return cls(Desk.of(fixture, text), golds(fixture, text))


def score(output: Output, fixture: Fixture, table: Table | None = None) -> Scored:
    """Hold an output against its fixture; `table` saves work where many outputs share one text."""
    table = table or Table.of(fixture, output.text)
    desk, facts = table.desk, table.facts
    matching = match(output.claims, facts)
    traps = _traps(output, fixture)
    footers = _footers(output, fixture)
    claims = tuple(_claim(i, matching, facts, output, desk, traps) for i in range(len(output.claims)))
    found = [carried(line, output, facts) for line in output.lines]
    quotes = {said.id: [piece.quote for piece in said.evidence] for said in output.claims}
    faults = [
        line_faults(line, item, facts, desk, [q for id_ in line.claims for q in quotes.get(id_, [])])
        for line, item in zip(output.lines, found, strict=True)
    ]
    covered = coverage(found, faults, facts)
    lines = tuple(
        _line(line, [facts[c.fact].id for c in item], [*broken, *_own_faults(line, broken, output, desk)], traps)
        for line, item, broken in zip(output.lines, found, faults, strict=True)
    )
    scored = tuple(_fact(j, facts, matching, claims, covered) for j in range(len(facts)))
    texts = [(c.id, c.text) for c in output.claims] + [(line.place, line.text) for line in output.lines]
    quoted = [(where, q.text) for where, text in texts for q in quotations(text)]
    return Scored(
        facts=scored,
        claims=claims,
        lines=lines,
        traps=traps,
        footers=footers,
        inexact=tuple(q for q in quoted if not is_exact(q[1], output.text)),
        quoted=len(quoted),
        invented=sum(is_invented(f, desk.article) for _, text in texts for f in figures(text)),
        conflicts=_conflicts(output, fixture, scored),
        noticed=_noticed(scored, claims, lines, traps, footers, facts, output),
    )


def _claim(
    i: int, matching: Matching, facts: Sequence[Gold], output: Output, desk: Desk, traps: Sequence[Sprung]
) -> ClaimScore:
    said = output.claims[i]
    j = matching.pairs.get(i)
    grounded = is_grounded(said, output.text, desk.fixture)
    if j is None:
        verdict, why, broken = stray(i, matching, facts, output, desk)
        fact = None
    else:
        fact, fit = facts[j].id, matching.fits[i, j]
        broken = claim_faults(said, facts[j].fact, desk)
        slots = ",".join(dict.fromkeys(fault.slot for fault in broken))
        verdict = f"wrong:{slots}" if broken else "right"
        why = "; ".join([fault.line() for fault in broken] + [f"{fact}, {fit.why()}"])
    sprung = next((trap for trap in traps if trap.where == said.id), None)
    if not grounded:
        verdict, why = "ungrounded", "its evidence is not in the article, or is no news; " + why
    elif sprung is not None:
        verdict, why = f"trap:{sprung.trap}", f"{sprung.text!r} is what {sprung.trap} forbids; " + why
    return ClaimScore(said.id, said.text, verdict, why, fact, broken, grounded)


def is_grounded(said: Said, text: str, fixture: Fixture) -> bool:
    """Whether every piece of evidence cuts back to its words, and none is boilerplate."""
    if not said.evidence or any(text[p.start : p.end] != p.quote for p in said.evidence):
        return False
    footers = [place for f in fixture.boilerplate if not f.text.startswith("/") for place in find_all(text, f.text)]
    return not any(start < d and c < end for start, end in said.places for c, d in footers)


def _own_faults(
    line: Printed, known: Sequence[tuple[str, Broken]], output: Output, desk: Desk
) -> list[tuple[str, Broken]]:
    """What a sentence says that the article does not, whatever fact it carries."""
    slots = {fault.slot for _, fault in known}
    found: list[Broken] = []
    if "figure" not in slots:
        strange = [f.text for f in figures(line.text) if is_invented(f, desk.article)]
        found += [Broken("figure", "a figure of the article", repr(text)) for text in strange]
    if "date" not in slots:
        odd = [d.text for d in dates(line.text) if is_strange(d, desk.article)]
        found += [Broken("date", "a date of the article", repr(text)) for text in odd]
    if "quote" not in slots:
        inexact = [q.text for q in quotations(line.text) if not is_exact(q.text, output.text)]
        found += [Broken("quote", "the words of the article", repr(text)) for text in inexact]
    return [("", fault) for fault in found]


def _line(
    line: Printed, facts: Sequence[str], broken: Sequence[tuple[str, Broken]], traps: Sequence[Sprung]
) -> LineScore:
    sprung = next((trap for trap in traps if trap.where == line.place), None)
    slots = ",".join(dict.fromkeys(fault.slot for _, fault in broken))
    verdict = f"trap:{sprung.trap}" if sprung else f"wrong:{slots}" if broken else "right" if facts else "extra"
    return LineScore(line.place, line.text, verdict, tuple(facts), tuple(broken))


def _fact(
    j: int, facts: Sequence[Gold], matching: Matching, claims: Sequence[ClaimScore], covered: Mapping[str, bool]
) -> FactScore:
    gold = facts[j]
    about = {"covered": gold.id in covered, "covered_right": covered.get(gold.id, False)}
    i = next((row for row, column in matching.pairs.items() if column == j), None)
    if i is None:
        lost, merged = _lost(j, gold, matching, claims)
        return FactScore(gold.id, gold.fact.weight, "merged" if merged else "missing", lost, **about)
    claim, fit = claims[i], matching.fits[i, j]
    status = "right" if claim.verdict == "right" else "wrong"
    return FactScore(gold.id, gold.fact.weight, status, claim.why, claim.id, claim.broken, round(fit.e, 6), **about)


def _lost(j: int, gold: Gold, matching: Matching, claims: Sequence[ClaimScore]) -> tuple[str, bool]:
    """Why no claim is this fact's: not in the text, said with another fact in one claim (True), or nothing near."""
    if not gold.places:
        return "its evidence is not in the text that was digested", False
    options = [(f.s, -i) for (i, column), f in matching.fits.items() if column == j and f.s > 0]
    if not options:
        return "no claim has its evidence, its topic or its words", False
    i = -max(options)[1]
    claim, fit = claims[i], matching.fits[i, j]
    if fit.matches and fit.k == 1 and claim.fact is not None:
        return f"said together with {claim.fact} in {claim.text!r}: one claim, one fact; {fit.why()}", True
    return f"nearest is {claim.text!r}; {fit.why()}", False


def _traps(output: Output, fixture: Fixture) -> tuple[Sprung, ...]:
    found = []
    for id_, trap in fixture.must_not_say.items():
        for said in output.claims:
            aside = f"{said.role or ''} {said.source or ''} {'denied' if said.denied else ''}"
            if hit := fires(trap, said.text, aside):
                found.append(Sprung(id_, trap.severity, said.id, hit))
        for line in output.lines:
            if hit := fires(trap, line.text):
                found.append(Sprung(id_, trap.severity, line.place, hit))
    return tuple(found)


def _footers(output: Output, fixture: Fixture) -> tuple[tuple[str, str], ...]:
    texts = [(said.id, piece) for said in output.claims for piece in (said.text, *(p.quote for p in said.evidence))]
    texts += [(line.place, line.text) for line in output.lines]
    found: dict[tuple[str, str], None] = {}
    for footer in fixture.boilerplate:
        for where, text in texts:
            if _holds_footer(text, footer.text):
                found[where, footer.text] = None
    return tuple(found)


def _holds_footer(text: str, footer: str) -> bool:
    if footer.startswith("/"):
        return re.search(footer[1:-1], fold(text).text) is not None
    return bool(find_all(text, footer)) or (len(text.split()) >= 4 and bool(find_all(footer, text.rstrip("."))))


def _conflicts(output: Output, fixture: Fixture, scored: Sequence[FactScore]) -> tuple[str, ...]:
    """Conflicts whose sides stand together: in one entry of the ledger, or in the summary."""
    claim_of = {fact.id: fact.claim for fact in scored if fact.status == "right"}
    shown = {fact.id for fact in scored if fact.covered_right}
    covered = []
    for id_, conflict in fixture.conflicts.items():
        needed = conflict.covered_if or len(conflict.sides)
        sides = [claim_of.get(side) for side in conflict.sides]
        joined = max((sum(side in entry for side in sides if side) for entry in output.conflicts), default=0)
        if joined >= needed or sum(side in shown for side in conflict.sides) >= needed:
            covered.append(id_)
    return tuple(covered)


def _noticed(
    scored: Sequence[FactScore],
    claims: Sequence[ClaimScore],
    lines: Sequence[LineScore],
    traps: Sequence[Sprung],
    footers: Sequence[tuple[str, str]],
    facts: Sequence[Gold],
    output: Output,
) -> tuple[Noticed, ...]:
    """Every fault in one list, in the order an editor reads: summary, claims, then what is missing."""
    passage = {gold.id: " … ".join(gold.fact.evidence) for gold in facts}
    found = [
        Noticed(line.place, b.slot, b.expected, b.found, passage.get(id_, ""), id_ or None)
        for line in lines
        for id_, b in line.broken
    ]
    found += [Noticed(t.where, f"trap:{t.trap}", "nothing like it", repr(t.text)) for t in traps]
    found += [Noticed(where, "boilerplate", "news only", repr(text)) for where, text in footers]
    evidence = {said.id: " … ".join(p.quote for p in said.evidence) for said in output.claims}
    for claim in claims:
        place = passage.get(claim.fact or "", evidence[claim.id])
        found += [Noticed(claim.id, b.slot, b.expected, b.found, place, claim.fact) for b in claim.broken]
        if claim.verdict in ("duplicate", "ungrounded"):
            found.append(Noticed(claim.id, claim.verdict, "one claim a fact", claim.why, place, claim.fact))
    for fact in scored:
        if fact.claim is not None and fact.evidence < FITS:
            found.append(
                Noticed(
                    fact.claim or "",
                    "evidence",
                    passage[fact.id],
                    evidence[fact.claim or ""],
                    passage[fact.id],
                    fact.id,
                )
            )
        if fact.status == "missing":
            found.append(
                Noticed(
                    "claims",
                    "missing",
                    repr(next(g.fact.fact for g in facts if g.id == fact.id)),
                    fact.why,
                    passage[fact.id],
                    fact.id,
                )
            )
    return tuple(found)
