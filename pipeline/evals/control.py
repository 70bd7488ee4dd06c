"""The control: an output built from the fixture itself must get full marks and no finding."""

from .fixtures import Fixture
from .lint_sayings import stated
from .loading import Case
from .match import golds
from .metrics import figures_of
from .output import Output, Printed
from .problems import Problem
from .score import score
from .slots import Desk

FULL = (
    "recall", "recall_lenient", "precision", "f1", "grounding", "evidence_fit", "attribution", "hedges", "polarity",
    "figures", "dates", "quotes", "coverage", "lead", "conflicts",
)  # fmt: skip
NONE = ("contradictions", "over_hedging", "traps", "boilerplate", "redundancy")


def perfect(fixture: Fixture, text: str) -> Output:
    """The output a perfect engine would give: every fact a claim, the must-cover facts a summary, conflicts joined."""
    desk = Desk.of(fixture, text)
    claims = tuple(stated(gold.fact.fact, gold, desk) for gold in golds(fixture, text))
    covered = list(dict.fromkeys((*fixture.summary.lead_any[:1], *fixture.summary.must_cover)))
    places = ["headline", "brief", *(f"line {i}" for i in range(1, len(covered) + 1))]
    lines = tuple(
        Printed(place, fixture.must_have[id_].fact, (id_,)) for place, id_ in zip(places, covered, strict=False)
    )
    conflicts = tuple(conflict.sides for conflict in fixture.conflicts.values())
    return Output(text=text, claims=claims, lines=lines, conflicts=conflicts)


def control(case: Case) -> tuple[Problem, ...]:
    """What keeps the perfect output from full marks: a fault of the fixture, or of the scorer."""
    output = perfect(case.fixture, case.text)
    scored = score(output, case.fixture)
    figures = figures_of(scored, output, case.fixture)
    found = [
        f"control: {item.where} {item.fact or ''}: {item.check}: expected {item.expected}, found {item.found}"
        for item in scored.noticed
    ]
    found += [f"control: {name} is {figures[name]:.3f}, not 1" for name in FULL if figures[name] not in (None, 1.0)]
    found += [f"control: {name} is {figures[name]:.3f}, not 0" for name in NONE if figures[name] not in (None, 0.0)]
    return tuple(Problem(str(case.path), "must_have", message) for message in found)
