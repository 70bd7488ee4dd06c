"""The pinned figures of an engine: byte-stable JSON, blessed by a person, never lowered without a reason."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from .. import OutputError, UsageError
from .metrics import UNTIMED
from .results import RunResult, gained_and_lost

SCHEMA: Final = 1
DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Pinned:
    """One case of a baseline: its fixture's hash, its figures, the share of repeats in which each fact was right."""

    fixture: str
    figures: dict[str, float | None]
    facts: dict[str, float]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The floor of an engine; `allowed` are the regressions somebody accepted, with the reason."""

    engine: str
    model: str | None
    prompts: dict[str, str]
    repeats: int
    cases: dict[str, Pinned]
    figures: dict[str, tuple[float, int]]
    allowed: tuple[str, ...] = ()


def baseline_of(run: RunResult, allowed: tuple[str, ...] = ()) -> Baseline:
    """The baseline a run would make; articles without a fixture are left out."""
    cases = {
        case.id: Pinned(
            case.case.fixture_hash,
            {name: _rounded(case.figures.get(name)) for name in UNTIMED},
            {id_: round(share, DIGITS) for id_, share in case.facts.items()},
        )
        for case in run.cases
        if case.case is not None
    }
    means = {name: (round(mean, DIGITS), n) for name, (mean, n) in run.means.items() if name in UNTIMED}
    about = run.about
    return Baseline(about.engine, about.model, dict(about.prompts), about.repeats, cases, means, allowed)


def dump(baseline: Baseline) -> str:
    """The baseline as committed: keys sorted, six digits, no times."""
    content = {
        "schema": SCHEMA,
        "engine": baseline.engine,
        "model": baseline.model,
        "prompts": baseline.prompts,
        "repeats": baseline.repeats,
        "n": len(baseline.cases),
        "allowed": list(baseline.allowed),
        "figures": {name: {"mean": mean, "n": n} for name, (mean, n) in baseline.figures.items()},
        "cases": {
            id_: {"fixture": case.fixture, "figures": case.figures, "facts": case.facts}
            for id_, case in baseline.cases.items()
        },
    }
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def load_baseline(path: Path) -> Baseline:
    """The baseline in a file; raises `UsageError` where there is none."""
    try:
        content: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return Baseline(
            engine=content["engine"],
            model=content["model"],
            prompts=content["prompts"],
            repeats=content["repeats"],
            cases={id_: Pinned(c["fixture"], c["figures"], c["facts"]) for id_, c in content["cases"].items()},
            figures={name: (f["mean"], f["n"]) for name, f in content["figures"].items()},
            allowed=tuple(content["allowed"]),
        )
    except FileNotFoundError as err:
        raise UsageError(f"no baseline at {path}; make one with `wirebrief eval bless`") from err
    except (OSError, ValueError, KeyError, TypeError) as err:
        raise UsageError(f"{path} is no baseline ({err.__class__.__name__}: {err}); bless a run again") from err


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline; raises `OutputError`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump(baseline), "utf-8")
    except OSError as err:
        raise OutputError(f"{str(path)!r} cannot be written ({err.strerror}); give another --baseline") from err


def changes(old: Baseline, new: Baseline) -> tuple[list[str], list[str]]:
    """What a bless would change, in lines: everything, and of that the regressions."""
    shown, worse = [], []
    for id_ in sorted(old.cases.keys() | new.cases.keys()):
        before, after = old.cases.get(id_), new.cases.get(id_)
        if after is None:
            worse.append(f"{id_}: no longer in the run")
            continue
        if before is None:
            shown.append(f"{id_}: new")
            continue
        gained, lost = gained_and_lost(before.facts, after.facts)
        shown += [f"{id_} {fact}: right {before.facts[fact]:g} -> {after.facts[fact]:g}" for fact in gained]
        worse += [f"{id_} {fact}: right {before.facts[fact]:g} -> {after.facts[fact]:g}" for fact in lost]
        worse += [f"{id_} {line}" for line in ratcheted(before, after)]
    for name, (mean, _) in sorted(new.figures.items()):
        was = old.figures.get(name)
        if was is not None and was[0] != mean:
            shown.append(f"mean {name}: {was[0]:.3f} -> {mean:.3f}")
    return [*worse, *shown], worse


RATCHETED: Final = (("evidence_fit", "up"), ("coverage", "up"), ("traps", "down"))
"""Figures that may not fall on any case, beside its facts; absolute floors are gate A's."""


def ratcheted(before: Pinned, after: Pinned) -> list[str]:
    """The ratcheted figures of a case that got worse."""
    found = []
    for name, better in RATCHETED:
        was, now = before.figures.get(name), after.figures.get(name)
        if was is None or now is None:
            continue
        if (now < was - 1e-6) if better == "up" else (now > was + 1e-6):
            found.append(f"{name}: {was:g} -> {now:g}")
    return found


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
