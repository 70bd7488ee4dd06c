"""The report for a terminal or a log: plain text in columns."""

from collections.abc import Sequence

from .compare import Comparison
from .view import HEADLINES, CaseRow, View


def report_text(view: View, *, findings: bool = True) -> str:
    """The whole report; `findings` False leaves out the list of faults."""
    about = view.run.about
    parts = [f"{view.title}: {len(view.cases)} cases, {about.repeats} repeat{'s' if about.repeats > 1 else ''}"]
    if view.run.failed:
        parts.append(f"failed and counted as 0: {', '.join(view.run.failed)}")
    rows = [["figure", "mean", "n", "baseline", "change", "what it means"]]
    rows += [
        [row.metric.name, number(row.mean), str(row.n), number(row.baseline), change(row.change), row.metric.about]
        for row in view.figures
    ]
    parts.append(table(rows))
    rows = [["case", *HEADLINES]]
    rows += [[row.case.id, *(number(row.figures.get(name)) for name in HEADLINES)] for row in view.cases]
    parts.append(table(rows))
    if view.slices:
        rows = [["facts", "n", "right", "found"]]
        rows += [[item.name, str(item.n), number(item.right), number(item.found)] for item in view.slices]
        parts.append(table(rows))
    if findings:
        parts += [_findings(row) for row in view.cases if row.findings or row.failures]
    if view.judgement is not None:
        lines = [breach.line() for breach in view.judgement.breaches] or ["the gate is open"]
        parts.append("\n".join([*lines, *(f"note: {note}" for note in view.judgement.notes)]))
    return "\n\n".join(parts) + "\n"


def _findings(row: CaseRow) -> str:
    lines = [f"{row.case.id}: " + (", ".join(f"{n} {name}" for name, n in row.verdicts) or "no claim")]
    lines += [f"  failed: {why}" for why in row.failures]
    for shown in row.findings:
        item = shown.noticed
        lines.append(f"  {item.where} {item.check}: expected {item.expected}, found {item.found}")
        if shown.said and item.check != "missing":
            lines.append(f"    said: {shown.said}")
        if item.passage:
            lines.append(f"    article: {item.passage}")
    return "\n".join(lines)


def compare_text(comparison: Comparison, old: str, new: str) -> str:
    """Two runs side by side, with the honest answer per figure."""
    rows = [["figure", "n", old, new, "difference", "95 % interval", "p (Holm)", "answer"]]
    for d in comparison.differences:
        interval = f"{d.low:+.3f} to {d.high:+.3f}" if d.n > 1 else "one article: none"
        rows.append(
            [d.figure, str(d.n), number(d.old), number(d.new), f"{d.mean:+.3f}", interval, f"{d.p:.3f}", d.verdict]
        )
    before, after = comparison.tokens
    share = f" ({(after - before) / before:+.0%})" if before else ""
    parts = [
        table(rows),
        f"tokens: {before:,.0f} -> {after:,.0f}{share}; cost: {' -> '.join(map(_money, comparison.cost))}",
    ]
    for name, facts in (("facts lost", comparison.lost), ("facts gained", comparison.gained)):
        if facts:
            parts.append(f"{name} ({len(facts)}): {', '.join(facts)}")
    for name, ids in (("only in " + old, comparison.only_old), ("only in " + new, comparison.only_new)):
        if ids:
            parts.append(f"{name}: {', '.join(ids)}")
    return "\n".join(parts) + "\n"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell; numbers to the right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    numeric = [all(_is_number(row[i]) for row in rows[1:]) for i in range(len(widths))]
    lines = []
    for row in rows:
        cells = [cell.rjust(w) if n else cell.ljust(w) for cell, w, n in zip(row, widths, numeric, strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def number(value: float | None) -> str:
    """Three digits; whole numbers from 10 on without; a dash for none."""
    if value is None:
        return "-"
    return (
        f"{value:.0f}"
        if value >= 10 and value == round(value)
        else f"{value:.3f}"
        if abs(value) < 100
        else f"{value:,.0f}"
    )


def change(value: float | None) -> str:
    """A signed change, nothing for none."""
    if value is None:
        return "-"
    return "=" if abs(value) < 5e-4 else f"{value:+.3f}"


def _is_number(cell: str) -> bool:
    return cell in ("-", "=") or cell.replace(",", "").replace(".", "").lstrip("+-").isdigit()


def _money(value: float | None) -> str:
    return "unknown" if value is None else f"${value:.4f}"
