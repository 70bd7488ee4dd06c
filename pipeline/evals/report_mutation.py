"""What mutation found: counts per operator, the mutants that survived, the good paraphrases that were called wrong."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .mutate import Outcome
from .paraphrases import Kept
from .report_text import table


@dataclass(frozen=True, slots=True)
class MutationReport:
    """The text, the survivors, the share of equivalent mutants, the share of false alarms."""

    text: str
    missed: tuple[Outcome, ...]
    equivalent: float
    false_alarms: float


def mutation_report(outcomes: Sequence[Outcome], kept: Sequence[Kept], *, verbose: bool = False) -> MutationReport:
    """Counts per operator, then every survivor and every false alarm in one line."""
    missed = tuple(o for o in outcomes if not o.caught and o.equivalent is None)
    equivalent = [o for o in outcomes if o.equivalent is not None]
    alarms = [item for item in kept if item.findings]
    rows = [["operator", "mutants", "caught", "missed", "equivalent"]]
    for name in sorted({o.operator for o in outcomes}):
        of = [o for o in outcomes if o.operator == name]
        same = sum(o.equivalent is not None for o in of)
        lost = sum(not o.caught and o.equivalent is None for o in of)
        rows.append([name, str(len(of)), str(len(of) - same - lost), str(lost), str(same)])
    real = len(outcomes) - len(equivalent)
    rows.append(["all", str(len(outcomes)), str(real - len(missed)), str(len(missed)), str(len(equivalent))])
    lines = [table(rows), ""]
    lines += [f"missed: {o.case} {o.operator} {o.fact}: {o.text} ({o.why})" for o in missed]
    if verbose:
        lines += [f"equivalent: {o.case} {o.operator} {o.fact}: {o.text} ({o.equivalent})" for o in equivalent]
    rules = Counter(item.rule for item in kept)
    wrong = Counter(item.rule for item in alarms)
    rows = [["paraphrase", "good ones", "called wrong"]]
    rows += [[rule, str(n), str(wrong[rule])] for rule, n in sorted(rules.items())]
    rows.append(["all", str(len(kept)), str(len(alarms))])
    lines += ["", table(rows), ""]
    lines += [
        f"called wrong: {item.case} {item.rule} {item.fact}: {item.text} ({'; '.join(item.findings)})"
        for item in alarms
    ]
    shares = (len(equivalent) / len(outcomes) if outcomes else 0.0, len(alarms) / len(kept) if kept else 0.0)
    lines.append(f"{len(missed)} of {real} mutants missed; {shares[0]:.1%} equivalent; {shares[1]:.1%} false alarms")
    return MutationReport("\n".join(lines) + "\n", missed, *shares)
