"""The report as Markdown, for a pull request or a README."""

from collections.abc import Sequence

from .report_text import change, number
from .view import HEADLINES, CaseRow, View


def report_markdown(view: View) -> str:
    """The whole report; findings fold away per case."""
    about = view.run.about
    parts = [f"# Evals: {view.title}", f"{len(view.cases)} cases, {about.repeats} repeat(s)."]
    if view.run.failed:
        parts.append(f"Failed and counted as 0: {', '.join(view.run.failed)}.")
    if view.judgement is not None:
        lines = [f"- {_escaped(breach.line())}" for breach in view.judgement.breaches] or ["The gate is open."]
        parts += ["## Gate", "\n".join([*lines, *(f"- note: {_escaped(note)}" for note in view.judgement.notes)])]
    rows = [
        [row.metric.name, number(row.mean), str(row.n), number(row.baseline), change(row.change), row.metric.about]
        for row in view.figures
    ]
    parts += ["## Figures", _table(["figure", "mean", "n", "baseline", "change", "what it means"], rows)]
    rows = [[row.case.id, *(number(row.figures.get(name)) for name in HEADLINES)] for row in view.cases]
    parts += ["## Cases", _table(["case", *HEADLINES], rows)]
    if view.slices:
        rows = [[item.name, str(item.n), number(item.right), number(item.found)] for item in view.slices]
        parts += ["## Facts by kind", _table(["facts", "n", "right", "found"], rows)]
    if view.confusions:
        rows = [[expected, found, str(n)] for expected, found, n in view.confusions]
        parts += ["## Speakers confused", _table(["expected", "found", "times"], rows)]
    parts += ["## Findings", *[_case(row) for row in view.cases if row.findings or row.failures]]
    return "\n\n".join(parts) + "\n"


def _case(row: CaseRow) -> str:
    verdicts = ", ".join(f"{n} {name}" for name, n in row.verdicts) or "no claim"
    lines = ["<details>", f"<summary>{row.case.id}: {verdicts}; {len(row.findings)} findings</summary>", ""]
    lines += [f"- failed: {_escaped(why)}" for why in row.failures]
    for shown in row.findings:
        item = shown.noticed
        where, expected, found = map(_escaped, (item.where, item.expected, item.found))
        lines.append(f"- **{where}, {item.check}**: expected {expected}, found {found}")
        if shown.said:
            lines.append(f"  - said: {_escaped(shown.said)}")
        if item.passage:
            lines.append(f"  - article: {_escaped(item.passage)}")
    return "\n".join([*lines, "", "</details>"])


def markdown_table(view: View) -> str:
    """The table of figures alone, for a README."""
    rows = [[row.metric.name, number(row.mean), str(row.n), row.metric.about] for row in view.figures]
    return _table(["figure", "mean", "n", "what it means"], rows) + "\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_escaped(cell) for cell in line) + " |" for line in lines)


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is: digests may quote anything."""
    flat = " ".join(text.split())
    for char in "\\`*_[]<>|#":
        flat = (
            flat.replace(char, "\\" + char)
            if char not in "<>"
            else flat.replace(char, {"<": "&lt;", ">": "&gt;"}[char])
        )
    return flat
