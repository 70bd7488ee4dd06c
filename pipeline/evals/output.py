"""What is scored: the claims, lines and conflicts of one digest, without how it was made."""

from dataclasses import dataclass

from .. import Digest

Place = tuple[int, int]
"""A half-open range of code points of the article's text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of evidence: its place, and the words it says stand there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Said:
    """One claim of a digest."""

    id: str
    text: str
    evidence: tuple[Passage, ...]
    source: str | None = None
    role: str | None = None
    via: str | None = None
    certainty: str = "certain"
    conditional: bool = False
    denied: bool = False

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of the evidence."""
        return tuple((piece.start, piece.end) for piece in self.evidence)


@dataclass(frozen=True, slots=True)
class Printed:
    """One sentence of a summary: where it stands ("headline", "brief", "line 1"), and the claims it cites."""

    place: str
    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spent:
    """What a digest took when it was first made; `cost` None where unknown."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = 0.0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Output:
    """A digest as the scorer sees it; `text` is the article's text that the places refer to."""

    text: str
    claims: tuple[Said, ...]
    lines: tuple[Printed, ...] = ()
    conflicts: tuple[tuple[str, ...], ...] = ()
    findings: int = 0
    dropped: int = 0
    uncovered: int = 0
    spent: Spent = Spent()


def output_of(digest: Digest) -> Output:
    """The scorer's view of a digest."""
    summary = digest.summary
    lines: list[Printed] = []
    if summary is not None:
        lines = [
            Printed("headline", summary.headline.text, summary.headline.claims),
            Printed("brief", summary.brief.text, summary.brief.claims),
        ]
        lines += [Printed(f"line {i}", line.text, line.claims) for i, line in enumerate(summary.lines, start=1)]
    made = digest.provenance
    return Output(
        text=digest.article.text,
        claims=tuple(
            Said(
                id=claim.id,
                text=claim.text,
                evidence=tuple(Passage(e.start, e.end, e.quote) for e in claim.evidence),
                source=claim.attribution.source,
                role=claim.attribution.role,
                via=claim.attribution.via,
                certainty=str(claim.modality.certainty),
                conditional=claim.modality.conditional,
                denied=str(claim.modality.polarity) == "denied",
            )
            for claim in digest.claims
        ),
        lines=tuple(lines),
        conflicts=tuple(tuple(side.claim for side in conflict.sides) for conflict in digest.conflicts),
        findings=len(digest.findings),
        dropped=len(digest.dropped),
        uncovered=len(digest.coverage),
        spent=Spent(made.calls, made.input_tokens, made.output_tokens, made.cost, made.seconds),
    )
