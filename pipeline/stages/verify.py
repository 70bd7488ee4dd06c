"""Re-checks every sentence of a summary against the claims it cites; what fails does not leave."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..engine import SummaryDraft
from ..reading import Reading
from ..records import Cause, Claim, Dropped, Finding, Line, LineDraft, Severity, Summary
from ..text import guard
from ..text.wording import sentence
from .ground import finding, told

STAGE = "verify"


@dataclass(frozen=True, slots=True)
class Verified:
    """The summary that stands, what is doubtful about it, and the sentences that were replaced or left out."""

    summary: Summary | None
    findings: tuple[Finding, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def verify(reading: Reading, claims: Sequence[Claim], draft: SummaryDraft | None, max_lines: int) -> Verified:
    """Keep each line that its claims carry, replace a failing one by its claim's own words, list both.

    Where the engine gave no summary, or too few lines stood, the heaviest claims speak for themselves.
    """
    if not claims:
        return Verified(None)
    told_lines: list[Dropped] = []
    findings: list[Finding] = []
    by_weight = sorted(claims, key=lambda c: (-c.weight, c.evidence[0].start))

    def kept(line: LineDraft | None, place: str) -> Line | None:
        if line is None:
            return None
        checked = _check(reading, claims, line, place)
        findings.extend(checked.findings)
        told_lines.extend(checked.dropped)
        return checked.line

    lead = _own_words(by_weight[0])
    headline = kept(draft.headline if draft else None, "headline") or lead
    brief = kept(draft.brief if draft else None, "brief") or lead
    lines: list[Line] = []
    for wanted in draft.lines if draft else ():
        if len(lines) == max_lines:
            detail = f"the summary has room for {max_lines} lines"
            told_lines.append(Dropped(stage=STAGE, draft=wanted, cause=Cause.OVER_LIMIT, detail=detail))
            continue
        line = kept(wanted, f"line {len(lines) + 1}")
        if line is not None and line.text not in {other.text for other in lines}:
            lines.append(line)
    if not lines:
        chosen = sorted(by_weight[:max_lines], key=lambda c: c.evidence[0].start)
        lines = [_own_words(claim) for claim in chosen]
    return Verified(Summary(headline=headline, brief=brief, lines=tuple(lines)), tuple(findings), tuple(told_lines))


@dataclass(frozen=True, slots=True)
class _Checked:
    line: Line | None
    findings: tuple[Finding, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def _check(reading: Reading, claims: Sequence[Claim], draft: LineDraft, place: str) -> _Checked:
    cited = [claims[n - 1] for n in dict.fromkeys(draft.claims) if 1 <= n <= len(claims)]
    unknown = [n for n in draft.claims if not 1 <= n <= len(claims)]
    text = " ".join(draft.text.split())
    if not cited or not text:
        detail = f"{place} cites {list(draft.claims)}; the claims are numbered 1 to {len(claims)}"
        return _Checked(None, dropped=(_dropped(draft, Cause.UNKNOWN_CLAIM, detail),))
    faults = guard.check_line(text, cited, reading)
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    if errors:
        detail = f"{place} was replaced by its claim's own words: " + "; ".join(told(fault) for fault in errors)
        return _Checked(_own_words(cited[0]), dropped=(_dropped(draft, Cause.UNSUPPORTED, detail),))
    dropped: tuple[Dropped, ...] = ()
    if unknown:
        dropped = (_dropped(draft, Cause.UNKNOWN_CLAIM, f"{place} stands, without the unknown claims {unknown}"),)
    line = Line(text=text, claims=tuple(claim.id for claim in cited))
    return _Checked(line, tuple(finding(fault, place) for fault in faults), dropped)


def _own_words(claim: Claim) -> Line:
    return Line(text=sentence(claim), claims=(claim.id,))


def _dropped(draft: LineDraft, cause: Cause, detail: str) -> Dropped:
    return Dropped(stage=STAGE, draft=draft, cause=cause, detail=detail)
