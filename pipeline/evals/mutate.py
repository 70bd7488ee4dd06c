"""Makes every mutant of a fixture's perfect output and scores it: the figure that has to catch it must fall."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from . import operators as op
from .control import perfect
from .entities import NARRATOR
from .fixtures import Fact, Fixture
from .loading import Case
from .match import Gold, golds
from .metrics import METRICS, figures_of
from .output import Output, Passage, Printed, Said
from .score import score
from .slots import Desk
from .table import Table
from .verdicts import Noticed, Scored

BETTER: Final = {metric.name: metric.better for metric in METRICS}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One output with one fault: who made it of what, which figure has to catch it, at which place and slot.

    `base` is the same output without the fault where the operator had to change more than the fault; `equivalent`
    says why a mutant has no fault; `where` is the claim or line to be blamed ("" where only the figure counts).
    """

    operator: str
    fact: str
    figure: str
    output: Output
    slot: str = ""
    where: str = ""
    text: str = ""
    equivalent: str | None = None
    base: Output | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mutant."""

    case: str
    operator: str
    fact: str
    text: str
    figure: str
    caught: bool
    why: str
    equivalent: str | None


def mutants(case: Case) -> Iterator[Mutant]:
    """Every mutant of a case, in a fixed order."""
    desk = Desk.of(case.fixture, case.text)
    control = perfect(case.fixture, case.text)
    facts = golds(case.fixture, case.text)
    for i, gold in enumerate(facts):
        for name, slot, figure, text, why in _edits(gold.fact, control.claims[i].text, case.fixture):
            said = replace(control.claims[i], text=text)
            yield Mutant(name, gold.id, figure, _with(control, i, said), slot, said.id, text, why)
            yield from _in_summary(name, slot, gold, text, why, control)
        yield from _fields(i, gold, control, desk)
        yield from _quotes(i, gold, control, desk)
        yield from _evidence(i, facts, control)
    yield from _whole(case.fixture, control)


def run_mutants(case: Case, *, share: float = 1.0, seed: int = 0) -> tuple[Outcome, ...]:
    """The outcome of every mutant, or of a reproducible share of them; call `control` first."""
    chance = random.Random(f"{seed}/{case.id}")  # noqa: S311 - a sample, no secret
    control = perfect(case.fixture, case.text)
    table = Table.of(case.fixture, case.text)
    clean = _scored(control, case.fixture, table)
    return tuple(
        _outcome(mutant, case, clean, table)
        for mutant in mutants(case)
        if share >= 1 or chance.random() < share or mutant.operator == "empty"
    )


Measured = tuple[Scored, dict[str, float | None]]
"""A scored output and its figures."""


def _scored(output: Output, fixture: Fixture, table: Table) -> Measured:
    scored = score(output, fixture, table)
    return scored, figures_of(scored, output, fixture)


def _outcome(mutant: Mutant, case: Case, clean: Measured, table: Table) -> Outcome:
    base = clean if mutant.base is None else _scored(mutant.base, case.fixture, table)
    scored, figures = _scored(mutant.output, case.fixture, table)
    before, after = base[1][mutant.figure], figures[mutant.figure]
    worse = _worse(mutant.figure, before, after)
    blamed = not mutant.where or not mutant.slot or any(_blames(n, mutant) for n in scored.noticed)
    fresh = not any(n.where == mutant.where and n.check == mutant.slot for n in base[0].noticed) or not mutant.slot
    said = "; ".join(f"{n.where} {n.check}: {n.expected} / {n.found}" for n in scored.noticed[:3]) or "no finding"
    why = f"{mutant.figure} {before} -> {after}; {said}"
    return Outcome(
        case.id,
        mutant.operator,
        mutant.fact,
        mutant.text,
        mutant.figure,
        worse and blamed and fresh,
        why,
        mutant.equivalent,
    )


def _blames(noticed: Noticed, mutant: Mutant) -> bool:
    """The slot at the place of the fault, or a trap that its writer set for just this mistake."""
    return noticed.where == mutant.where and (noticed.check == mutant.slot or noticed.check.startswith("trap:"))


def _worse(figure: str, before: float | None, after: float | None) -> bool:
    if before is None or after is None:
        return before is None and after is not None and after > 0 and BETTER[figure] == "down"
    return after < before - 1e-9 if BETTER[figure] == "up" else after > before + 1e-9


def _edits(fact: Fact, text: str, fixture: Fixture) -> Iterator[tuple[str, str, str, str, str | None]]:
    slots = {o.name: (o.slot, o.figure) for o in op.WORD_OPERATORS}

    def named(name: str, edits: Iterable[op.Edit]) -> Iterator[tuple[str, str, str, str, str | None]]:
        for changed, why in edits:
            yield name, *slots[name], re.sub(r"\s+", " ", changed).strip(), why

    for id_ in fact.figures:
        figure = fixture.figures[id_]
        yield from named("bound_drop", op.bound_drop(text, figure))
        yield from named("bound_flip", op.bound_flip(text, figure))
        yield from named("bound_add", op.bound_add(text, figure))
        yield from named("figure_x10", op.figure_x10(text, figure))
        yield from named("figure_confusable", op.figure_confusable(text, figure, fixture))
        yield from named("unit_swap", op.unit_swap(text, figure))
    for id_ in fact.dates:
        yield from named("date_shift", op.date_shift(text, fixture.dates[id_]))
    yield from named("hedge_drop", op.hedge_drop(text, fact))
    yield from named("hedge_add", op.hedge_add(text, fact))
    yield from named("negate", op.negate(text, fact))
    yield from named("scope_drop", op.scope_drop(fact))
    if fact.speaker in fixture.entities and fact.speaker is not None:
        for wrong in _wrong_speakers(fact, fixture)[:1]:
            yield from named("speaker_text", op.speaker_text(text, fixture, fact.speaker, wrong))


def _in_summary(name: str, slot: str, gold: Gold, text: str, why: str | None, control: Output) -> Iterator[Mutant]:
    """The same fault in the summary's sentence; there a figure may be left out, but not be wrong."""
    for k, line in enumerate(control.lines):
        if line.claims == (gold.id,) and name not in ("hedge_add",):
            lines = list(control.lines)
            lines[k] = Printed(line.place, text, line.claims)
            output = replace(control, lines=tuple(lines))
            yield Mutant(f"summary_{name}", gold.id, "contradictions", output, slot, line.place, text, why)


def _wrong_speakers(fact: Fact, fixture: Fixture) -> list[str]:
    """The usual wrong speakers of the fact's speaker, else the entities that speak at all; nobody akin."""
    right = {fact.speaker, fact.via, *fact.speakers_ok}
    listed = fixture.attributions[fact.speaker].not_ if fact.speaker in fixture.attributions else ()
    speaking = [f.speaker for f in fixture.must_have.values() if f.speaker in fixture.entities]
    akin: set[str | None] = {id_ for id_, e in fixture.entities.items() if e.of in right}
    akin |= {fixture.entities[id_].of for id_ in right if id_ in fixture.entities}
    options = dict.fromkeys(id_ for id_ in (*listed, *speaking) if id_ in fixture.entities)
    return [id_ for id_ in options if id_ is not None and id_ not in right and id_ not in akin]


def _with(output: Output, i: int, said: Said) -> Output:
    claims = list(output.claims)
    claims[i] = said
    return replace(output, claims=tuple(claims))


def _fields(i: int, gold: Gold, control: Output, desk: Desk) -> Iterator[Mutant]:
    fact, said = gold.fact, control.claims[i]

    def changed(name: str, slot: str, figure: str, new: Said, why: str | None = None) -> Mutant:
        return Mutant(name, gold.id, figure, _with(control, i, new), slot, said.id, f"{name}: {said.text}", why)

    for wrong in _wrong_speakers(fact, desk.fixture)[:1]:
        yield changed("speaker_field", "speaker", "attribution", replace(said, source=desk.book.name(wrong)))
    if fact.speaker is not None and fact.speaker != NARRATOR:
        free = "the article's own voice is accepted" if NARRATOR in fact.speakers_ok else None
        yield changed("speaker_lost", "speaker", "attribution", replace(said, source=None), free)
    if fact.certainty != "certain":
        yield changed("certainty_field", "certainty", "hedges", replace(said, certainty="certain", conditional=False))
    elif not fact.conditional:
        figure = "hedges" if fact.hedges else "over_hedging"
        equivalent = "the words hedge" if fact.hedges else None
        yield changed("certainty_field", "certainty", figure, replace(said, certainty="uncommitted"), equivalent)
    if fact.via is not None:
        for text in [near.text for near in fact.near if near.slots == ("via",)] or [_unvia(said.text, fact.via, desk)]:
            still = "the text still names the carrier" if desk.book.mentioned(text, fact.via) else None
            yield changed("via_drop", "via", "attribution", replace(said, text=text, via=None), still)


def _unvia(text: str, via: str, desk: Desk) -> str:
    carrier = desk.fixture.entities[via]
    names = "|".join(re.escape(form) for form in (carrier.name, *carrier.aliases, *carrier.role))
    return re.sub(rf",?\s+(?:according to|as reported by|told|citing) (?:{names})", "", text)


def _quotes(i: int, gold: Gold, control: Output, desk: Desk) -> Iterator[Mutant]:
    said = control.claims[i]
    for id_ in gold.fact.quotes:
        quote = desk.fixture.quotes[id_].text
        base = _with(control, i, replace(said, text=f"{said.text.rstrip('.')}: “{quote}”"))
        middle = next((m.start() for m in re.finditer(r"[a-z]{4,}", quote) if m.start() >= len(quote) // 3), None)
        edits = []
        if middle is not None:
            edits.append(("quote_char", quote[:middle] + quote[middle + 1 :]))
        if (bare := re.sub(r"\[[^\]]*\]\s*", "", quote)) != quote:
            edits.append(("bracket_drop", bare))
            edits.append(("bracket_marks_drop", re.sub(r"[\[\]]", "", quote)))
        for name, wrong in edits:
            text = f"{said.text.rstrip('.')}: “{wrong}”"
            output = _with(control, i, replace(said, text=text))
            yield Mutant(name, gold.id, "quotes", output, "quote", said.id, text, None, base)


def _evidence(i: int, facts: Sequence[Gold], control: Output) -> Iterator[Mutant]:
    gold, said, text = facts[i], control.claims[i], control.text
    others = [g for g in facts if not any(a < d and c < b for a, b in gold.places for c, d in g.places)]
    if others:
        other = others[(i * 7) % len(others)]
        pieces = tuple(Passage(a, b, text[a:b]) for a, b in other.places)
        output = _with(control, i, replace(said, evidence=pieces))
        yield Mutant("evidence_other", gold.id, "evidence_fit", output, "", said.id, f"evidence of {other.id}")
    whole = (Passage(0, len(text), text),)
    output = _with(control, i, replace(said, evidence=whole))
    yield Mutant("evidence_whole", gold.id, "evidence_fit", output, "", said.id, "the whole article as evidence")
    copy = replace(said, id=f"{said.id}-again")
    twice = replace(control, claims=(*control.claims, copy))
    yield Mutant("duplicate", gold.id, "redundancy", twice, "duplicate", "", said.text)
    invented = replace(said, id="invented", text=_INVENTED[i % len(_INVENTED)], source=None, via=None, denied=False)
    more = replace(control, claims=(*control.claims, invented))
    yield Mutant("invented", gold.id, "precision", more, "", "", invented.text)
    less = replace(control, claims=tuple(c for c in control.claims if c.id != said.id))
    yield Mutant("claim_drop", gold.id, "recall", less, "", "", said.text)


_INVENTED: Final = (
    "A parliamentary commission will open hearings on the matter next spring.",
    "Two cabinet ministers have offered to resign.",
    "Insurers warned customers against travelling with unlicensed guides.",
    "The company behind the project filed for bankruptcy protection.",
    "Residents collected 17,431 signatures against the plan.",
    "An independent audit later cleared everyone involved.",
)


def _whole(fixture: Fixture, control: Output) -> Iterator[Mutant]:
    cited = control.claims[0].id
    for id_, trap in fixture.must_not_say.items():
        figure = "traps_fatal" if trap.severity == "fatal" else "traps"
        for text in trap.bad:
            lines = (*control.lines, Printed("line 99", text, (cited,)))
            yield Mutant("summary_trap", id_, figure, replace(control, lines=lines), f"trap:{id_}", "line 99", text)
    for footer in fixture.boilerplate:
        if not footer.text.startswith("/"):
            lines = (*control.lines, Printed("line 99", footer.text, (cited,)))
            output = replace(control, lines=lines)
            yield Mutant("summary_boilerplate", "", "boilerplate", output, "boilerplate", "line 99", footer.text)
    empty = Output(text=control.text, claims=())
    yield Mutant("empty", "", "recall", empty)
    yield Mutant("empty", "", "precision", empty)
