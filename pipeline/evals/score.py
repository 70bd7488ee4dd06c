"""Scores one output against one fixture: matching, verdicts on claims and sentences, coverage, conflicts."""

from collections.abc import Mapping, Sequence

from .fixtures import Fixture
from .match import Gold, Matching, match
from .notes import Notes, noticed
from .output import Output, Printed
from .prose import Judged, coverage, judged_line
from .readers.figures import figures
from .readers.quotations import quotations
from .slots import value_faults
from .stray import stray
from .table import Table, claim_footers, claim_traps, faults_of, is_grounded, line_footers, line_traps
from .values import is_exact, is_invented
from .verdicts import ClaimScore, FactScore, LineScore, Scored, Sprung


def score(output: Output, fixture: Fixture, table: Table | None = None) -> Scored:
    """Hold an output against its fixture; `table` saves work where many outputs share one text."""
    table = table or Table.of(fixture, output.text)
    matching = match(output.claims, table.facts, lambda said, gold: not faults_of(said, gold, table))
    merged = _merged(matching, len(table.facts))
    traps = tuple(sprung for said in output.claims for sprung in claim_traps(said, table))
    traps += tuple(sprung for line in output.lines for sprung in line_traps(line, table))
    footers = tuple((said.id, text) for said in output.claims for text in claim_footers(said, table))
    footers += tuple((line.place, text) for line in output.lines for text in line_footers(line, table))
    claims = tuple(_claim(i, matching, merged.get(i, ()), output, table) for i in range(len(output.claims)))
    judged = tuple(_judged(line, output, table) for line in output.lines)
    covered = coverage(judged, table.facts)
    lines = tuple(_line(line, item, line_traps(line, table)) for line, item in zip(output.lines, judged, strict=True))
    scored = tuple(_fact(j, table.facts, matching, merged, claims, covered) for j in range(len(table.facts)))
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
        invented=sum(is_invented(f, table.desk.article) for _, text in texts for f in figures(text)),
        conflicts=_conflicts(output, fixture, scored),
        noticed=noticed(Notes(scored, claims, lines, traps, footers), table.facts, output),
    )


def _merged(matching: Matching, facts: int) -> dict[int, tuple[int, ...]]:
    """Facts without a claim of their own, by the claim that says them whole beside another fact."""
    taken = set(matching.pairs.values())
    found: dict[int, list[int]] = {}
    for j in range(facts):
        options = [(f.s, -i) for (i, column), f in matching.fits.items() if column == j and f.whole]
        if j not in taken and options and (i := -max(options)[1]) in matching.pairs:
            found.setdefault(i, []).append(j)
    return {i: tuple(js) for i, js in found.items()}


def _claim(i: int, matching: Matching, merged: Sequence[int], output: Output, table: Table) -> ClaimScore:
    said, facts = output.claims[i], table.facts
    j = matching.pairs.get(i)
    grounded = is_grounded(said, table)
    fact = None
    if j is None:
        verdict, why, broken = stray(i, matching, facts, output, table.desk)
    else:
        fact, fit = facts[j].id, matching.fits[i, j]
        broken = faults_of(said, facts[j], table)
        broken += tuple(
            b for k in merged for b in value_faults(said.text, facts[k].fact, table.desk) if b not in broken
        )
        slots = ",".join(dict.fromkeys(fault.slot for fault in broken))
        state = "partial" if all(fault.omitted for fault in broken) else "wrong"
        verdict = f"{state}:{slots}" if broken else "right"
        why = "; ".join([fault.line() for fault in broken] + [f"{fact}, {fit.why()}"])
    sprung = claim_traps(said, table)
    if not grounded:
        verdict, why = "ungrounded", "its evidence is not in the article, or is no news; " + why
    elif sprung:
        verdict, why = f"trap:{sprung[0].trap}", f"{sprung[0].text!r} is what {sprung[0].trap} forbids; " + why
    return ClaimScore(said.id, said.text, verdict, why, fact, broken, grounded)


def _judged(line: Printed, output: Output, table: Table) -> Judged:
    cited = [said for said in output.claims if said.id in line.claims]
    return judged_line(line, tuple(said.evidence for said in cited), table)


def _line(line: Printed, judged: Judged, traps: Sequence[Sprung]) -> LineScore:
    slots = ",".join(dict.fromkeys(fault.slot for _, fault in judged.broken))
    verdict = f"wrong:{slots}" if judged.broken else "right" if judged.facts else "extra"
    return LineScore(line.place, line.text, f"trap:{traps[0].trap}" if traps else verdict, judged.facts, judged.broken)


def _fact(
    j: int,
    facts: Sequence[Gold],
    matching: Matching,
    merged: Mapping[int, Sequence[int]],
    claims: Sequence[ClaimScore],
    covered: Mapping[str, bool],
) -> FactScore:
    gold = facts[j]
    shown, right = gold.id in covered, covered.get(gold.id, False)
    i = next((row for row, column in matching.pairs.items() if column == j), None)
    if i is None:
        host = next((claims[row] for row, columns in merged.items() if j in columns), None)
        if host is not None:
            why = f"said together with {host.fact} in {host.text!r}: one claim, one fact"
            return FactScore(gold.id, gold.fact.weight, "merged", why, covered=shown, covered_right=right)
        lost = _lost(j, gold, matching, claims)
        return FactScore(gold.id, gold.fact.weight, "missing", lost, covered=shown, covered_right=right)
    claim, fit = claims[i], matching.fits[i, j]
    return FactScore(
        gold.id,
        gold.fact.weight,
        {"right": "right", "partial": "partial"}.get(claim.verdict.split(":")[0], "wrong"),  # type: ignore[arg-type]
        claim.why,
        claim.id,
        claim.broken,
        round(fit.e, 6),
        shown,
        right,
    )


def _lost(j: int, gold: Gold, matching: Matching, claims: Sequence[ClaimScore]) -> str:
    """Why no claim is this fact's: its passage is not in the text, or how near the nearest comes."""
    if not gold.places:
        return "its evidence is not in the text that was digested"
    options = [(f.s, -i) for (i, column), f in matching.fits.items() if column == j and f.s > 0]
    if not options:
        return "no claim has its evidence, its topic or its words"
    i = -max(options)[1]
    return f"nearest is {claims[i].text!r}; {matching.fits[i, j].why()}"


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
