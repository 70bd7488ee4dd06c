"""The words people read for what a digest holds: figures with bounds, speakers, certainty, dates, places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .visible import inline, shorten

if TYPE_CHECKING:
    from ..records import (
        Attribution,
        Claim,
        Digest,
        Dropped,
        Evidence,
        Finding,
        Line,
        Modality,
        Provenance,
        Quantity,
        Side,
        TimeRef,
    )

BOUNDS = {
    "at_least": ("≥ ", "at least"),
    "up_to": ("≤ ", "up to"),
    "more_than": ("> ", "more than"),
    "fewer_than": ("< ", "fewer than"),
    "about": ("~", "about"),
}
"""The sign in front of a figure and the words it stands for."""

SEVERITIES = ("error", "warning", "note")
"""Findings are shown in this order."""

NARRATOR = "the article itself"
"""Who speaks where the article speaks in its own voice."""

_TAKES_OF = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions|couple|handful|number)$", re.I)
_AS_PRINTED = 1_000_000  # from here on "1.2 million" is easier to read than its digits
_PROMPT_HASH = 8  # enough hex digits to tell the prompts of one project apart; `--format json` has them all


def numbers(digest: Digest) -> dict[str, int]:
    """The number each claim is shown under, by claim id, from 1."""
    return {claim.id: number for number, claim in enumerate(digest.claims, start=1)}


def brief(digest: Digest) -> Line | None:
    """The summary's brief, unless it only says the headline again; None without a summary as well."""
    summary = digest.summary
    return summary.brief if summary is not None and summary.brief.text != summary.headline.text else None


def citations(line: Line, numbered: Mapping[str, int]) -> str:
    """The claims of a summary line: `[3][7]`."""
    return "".join(f"[{numbered[claim]}]" for claim in line.claims)


def figure(quantity: Quantity, *, counted: bool = True) -> str:
    """A count with its bound as a sign (`≥ 3,000 homes`, `~1,500`); a measure or a large sum as printed.

    "61 years" and "more than 85 million crowns" read better, and truer, than any form made of value and unit.
    """
    what = inline(quantity.counts or "") if counted else ""
    if quantity.value is None or quantity.bound == "vague" or quantity.unit or quantity.value >= _AS_PRINTED:
        printed = inline(quantity.text)
        if not what or printed.endswith(what):
            return printed
        return f"{printed} of {what}" if _TAKES_OF.search(printed) else f"{printed} {what}"
    amount = _amount(quantity.value)
    if quantity.high is not None:
        amount += f"–{_amount(quantity.high)}"
    if what:
        amount += f" {what}"
    return BOUNDS.get(quantity.bound, ("", ""))[0] + amount


def spelled(quantity: Quantity) -> str:
    """The words of a figure's bound with the figure as printed: `at least (“at least 3,000”)`."""
    bound = BOUNDS[quantity.bound][1] if quantity.bound in BOUNDS else str(quantity.bound)
    return f"{bound} (“{inline(quantity.text)}”)"


def legend(quantities: Iterable[Quantity]) -> str:
    """The signs these figures use, in words: `≥ at least, ~ about`; empty where none is used."""
    used = {str(quantity.bound) for quantity in quantities if quantity.value is not None}
    return ", ".join(f"{sign.strip()} {words}" for bound, (sign, words) in BOUNDS.items() if bound in used)


def speaker(attribution: Attribution) -> str:
    """Who says it: `Ilse Brandt (fire chief; via TNN)`, or the article itself, or an unnamed source."""
    about = inline("; ".join(about_speaker(attribution)))
    return speaker_name(attribution) + (f" ({about})" if about else "")


def speaker_name(attribution: Attribution) -> str:
    """The source's name alone, or what stands for it."""
    if attribution.source is not None:
        return inline(attribution.source)
    return NARRATOR if attribution.kind == "narrator" else "an unnamed source"


def speakers(digest: Digest) -> list[str]:
    """The names of all who speak in the claims, in the order of their first claim."""
    return list(dict.fromkeys(speaker_name(claim.attribution) for claim in digest.claims))


def side_name(side: Side, digest: Digest) -> str:
    """Whose figure one side of a conflict is; without a source, what its claim is told by."""
    if side.source is not None:
        return inline(side.source)
    return next(speaker_name(claim.attribution) for claim in digest.claims if claim.id == side.claim)


def about_speaker(attribution: Attribution) -> list[str]:
    """What stands behind the name in brackets: the role, and through whom it came."""
    role = [inline(attribution.role)] if attribution.role else []
    return role + ([f"via {inline(attribution.via)}"] if attribution.via else [])


def certainty(modality: Modality) -> str:
    """How sure the source is: `certain`, `possible, conditional`, `denied (certain)`."""
    sure = str(modality.certainty) + (", conditional" if modality.conditional else "")
    return f"denied ({sure})" if modality.polarity == "denied" else sure


def when(time: TimeRef) -> str:
    """A time expression and the days it names: `Tuesday (2024-05-14)`, `May (2024-05-01 to 2024-05-31)`."""
    first, last = time.from_, time.to
    if first is None and last is None:
        return inline(time.text)
    if first == last or last is None:
        days = inline(first or "")
    else:
        days = f"until {inline(last)}" if first is None else f"{inline(first)} to {inline(last)}"
    return f"{inline(time.text)} ({days})"


def place(evidence: Sequence[Evidence]) -> str:
    """Where the evidence stands: `sentence 4`, `sentences 4–5, 9`."""
    indices = sorted({index for piece in evidence for index in piece.sentences})
    return ("sentence " if len(indices) == 1 else "sentences ") + ranges(indices)


def ranges(indices: Sequence[int]) -> str:
    """Ascending whole numbers with runs drawn together: `1–3, 7`."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def quote(claim: Claim) -> str:
    """The evidence on one line; several pieces are joined by ` … `."""
    return " … ".join(inline(piece.quote) for piece in claim.evidence)


def target(finding: Finding, numbered: Mapping[str, int]) -> str:
    """What a finding is about: `[3]` for a claim, else the place in the summary."""
    return f"[{numbered[finding.target]}]" if finding.target in numbered else inline(finding.target)


def doubt(finding: Finding, longest: int = 0) -> str:
    """What a finding expected and found, each cut to `longest` characters where that is given."""
    parts = [inline(part) for part in (finding.expected, finding.found)]
    if longest:
        parts = [shorten(part, longest) for part in parts]
    return f"expected {parts[0]}; found {parts[1]}"


def by_severity(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, the worst first; equals keep their order."""
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))


def cause(dropped: Dropped) -> str:
    """Why something was dropped, in words."""
    return words(dropped.cause)


def words(name: str) -> str:
    """The words of a name that is written with underscores."""
    return inline(name).replace("_", " ")


def causes(dropped: Iterable[Dropped]) -> str:
    """How often each cause dropped something: `2 quote not found, 1 duplicate`; the most frequent first."""
    counted = Counter(cause(one) for one in dropped)
    return ", ".join(f"{count} {name}" for name, count in counted.most_common())


def dropped_text(dropped: Dropped) -> str:
    """What the engine had said, or that the whole reply was lost."""
    return inline(dropped.draft.text) if dropped.draft is not None else "the whole reply"


def coverage(digest: Digest) -> str:
    """How much of the article the claims carry: `31 of 35 news sentences are carried by a claim`.

    A digest knows the sentences its evidence touches and the body sentences it does not; layout is in neither.
    """
    carried = {index for claim in digest.claims for piece in claim.evidence for index in piece.sentences}
    left = {sentence.index for sentence in digest.coverage} - carried
    total = len(carried) + len(left)
    if not total:
        return "no sentence of the article can carry a claim"
    rest = f"; not {ranges(sorted(left))}" if carried and left else ""
    is_are = "is" if len(carried) == 1 else "are"
    return f"{len(carried)} of {total} news sentences {is_are} carried by a claim{rest}"


def origin(provenance: Provenance) -> list[str]:
    """By whom the digest was made: engine, model, prompts, and what it took."""
    if provenance.engine == "offline":
        parts = ["offline: rules and statistics, no model was asked"]
    else:
        parts = [f"engine {inline(provenance.engine)}"]
        parts.append(f"model {inline(provenance.model)}" if provenance.model else "no model named")
        parts.append(_spent(provenance))
    if provenance.prompts:
        named = (f"{inline(stage)} {inline(digits)[:_PROMPT_HASH]}" for stage, digits in provenance.prompts.items())
        parts.append(f"prompts {', '.join(named)}")
    return parts


def about_article(digest: Digest) -> list[str]:
    """Where the article comes from: publisher, day, byline, id."""
    article = digest.article
    day = str(article.published)[:10] if article.published else None
    byline = f"by {article.byline}" if article.byline else None
    parts = [article.publisher, day, byline, f"article {article.id}"]
    return [inline(part) for part in parts if part]


def minute(moment: object) -> str:
    """A moment to the minute, in its own time zone's reckoning: `2024-05-14 19:00 UTC`."""
    printed = str(moment).replace("T", " ")
    zone = " UTC" if printed.endswith(("Z", "+00:00")) else printed[19:]
    return printed[:16] + zone


def count(number: int, one: str) -> str:
    """A number with its noun: `1 claim`, `2 claims`."""
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"


def _amount(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,.12g}"


def _spent(provenance: Provenance) -> str:
    if provenance.cost is None:
        cost = "cost unknown"
    else:
        cost = f"${provenance.cost:.4f}" if not 0 < provenance.cost < 0.0001 else "under $0.0001"
    tokens = provenance.input_tokens + provenance.output_tokens
    return f"{count(provenance.calls, 'call')}, {count(tokens, 'token')}, {cost}"
