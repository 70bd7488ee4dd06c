"""The nouns of wirebrief: frozen records that forbid unknown fields and cannot be built broken.

Offsets are half-open code-point positions into `Article.text` and never move.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from .enumerations import (
    Bound as Bound,
)
from .enumerations import (
    Cause as Cause,
)
from .enumerations import (
    Certainty as Certainty,
)
from .enumerations import (
    Granularity as Granularity,
)
from .enumerations import (
    Kind as Kind,
)
from .enumerations import (
    Match as Match,
)
from .enumerations import (
    Outcome as Outcome,
)
from .enumerations import (
    Polarity as Polarity,
)
from .enumerations import (
    Role as Role,
)
from .enumerations import (
    Severity as Severity,
)

SCHEMA_VERSION: Literal[1] = 1
"""Version of the digest's JSON; `upgrade.py` reads every older one."""


class Record(BaseModel):
    """A frozen value that forbids unknown fields; only records cross rooms, disks and processes."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, populate_by_name=True)


class Span(Record):
    """A half-open range of code points of the article's text; never empty."""

    start: Annotated[int, Field(ge=0)]
    end: int

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"span {self.start}..{self.end} is empty or reversed")
        return self

    def cut(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]


class Article(Record):
    """One article; `text` is law: every offset anywhere refers to it."""

    id: str
    sha256: str
    text: str
    title: str | None = None
    url: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: AwareDatetime | None = None
    language: str | None = None

    @model_validator(mode="after")
    def _hash_fits(self) -> Self:
        if self.sha256 != text_hash(self.text):
            raise ValueError(f"article {self.id!r}: sha256 does not fit the text")
        return self

    @classmethod
    def of(cls, text: str, *, id: str | None = None, **about: object) -> Self:  # noqa: A002 - the record's own word
        """An article made of its text: hash computed, id taken from the hash where none is given."""
        sha256 = text_hash(text)
        return cls.model_validate({"id": id or sha256[:12], "sha256": sha256, "text": text, **about})


class Sentence(Span):
    """One sentence (or layout line): `text[start:end]`, `paragraph` counted from 0."""

    index: Annotated[int, Field(ge=0)]
    paragraph: Annotated[int, Field(ge=0)]
    role: Role = Role.BODY


class Evidence(Span):
    """The exact characters of the article that carry a claim."""

    quote: str
    match: Match
    sentences: Annotated[tuple[int, ...], Field(min_length=1)]


class Attribution(Record):
    """Who said it: `source` in the fullest form the article has; null only for the narrator."""

    source: str | None
    role: str | None = None
    source_spans: tuple[Span, ...] = ()
    cue: str | None = None
    cue_spans: tuple[Span, ...] = ()
    via: str | None = None
    kind: Kind

    @model_validator(mode="after")
    def _narrator_has_no_source(self) -> Self:
        if self.kind is Kind.NARRATOR and self.source is not None:
            raise ValueError(f"a narrator's claim has no source, not {self.source!r}")
        return self


class Modality(Record):
    """How sure the source is, whether only under a condition, and whether it is denied."""

    certainty: Certainty
    conditional: bool = False
    polarity: Polarity = Polarity.AFFIRMED
    cue_spans: tuple[Span, ...] = ()


class Quantity(Span):
    """A number as printed: `value` (and `high` for a range) in `unit`, `counts` what is counted.

    `value` is null for a number without digits that names none ("several").
    """

    text: str
    value: float | None
    high: float | None = None
    unit: str | None = None
    bound: Bound
    counts: str | None = None


class TimeRef(Record):
    """A time expression: the ISO dates of its first and last day; `inferred` names the parts not printed."""

    model_config = ConfigDict(serialize_by_alias=True)

    text: str
    from_: Annotated[str | None, Field(alias="from")] = None
    to: str | None = None
    granularity: Granularity
    inferred: tuple[Literal["year", "month", "day"], ...] = ()


class Claim(Record):
    """One checkable proposition with its evidence; `id` depends on text and evidence alone."""

    id: str
    text: Annotated[str, Field(min_length=1)]
    literal: str
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    attribution: Attribution
    modality: Modality
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[TimeRef, ...] = ()
    weight: Annotated[int, Field(ge=1, le=3)] = 1
    outcome: Outcome = Outcome.GROUNDED

    @model_validator(mode="after")
    def _id_fits(self) -> Self:
        expected = claim_id(self.text, self.evidence)
        if self.id != expected:
            raise ValueError(f"claim {self.id!r}: its text and evidence make the id {expected!r}")
        return self


class Line(Record):
    """One sentence of a summary and the ids of the claims that carry it."""

    text: Annotated[str, Field(min_length=1)]
    claims: Annotated[tuple[str, ...], Field(min_length=1)]


class Summary(Record):
    """A headline, a brief of one sentence, and numbered lines; each cites its claims."""

    headline: Line
    brief: Line
    lines: tuple[Line, ...] = ()


class Side(Record):
    """One side of a conflict: the claim, its figure, and whose figure it is."""

    claim: str
    quantity: Quantity
    source: str | None


class Conflict(Record):
    """Figures for the same thing that do not agree, side by side."""

    what: str
    sides: Annotated[tuple[Side, ...], Field(min_length=2)]


class Finding(Record):
    """One doubt: which check, about what, what it expected and what it found.

    `target` is a claim id, or the place in the summary ("headline", "brief", "line 1"), or "article".
    """

    check: str
    severity: Severity
    target: str
    expected: str
    found: str
    spans: tuple[Span, ...] = ()


class Draft(Record):
    """A claim as an engine said it, unchecked; `quote` is to be verbatim, `hedge` the quote's hedging words."""

    text: str
    sentences: tuple[int, ...]
    quote: str
    source: str | None
    via: str | None
    certainty: Certainty
    hedge: str | None
    denied: bool
    weight: int


class LineDraft(Record):
    """A summary sentence as an engine said it; `claims` are the numbers the claims were shown under, from 1."""

    text: str
    claims: tuple[int, ...]


class Dropped(Record):
    """What an engine was asked for, or said, that is not in the digest, and why.

    `draft` is null when a whole reply failed; `nearest` is a hint for people, never evidence.
    """

    stage: str
    draft: Draft | LineDraft | None
    cause: Cause
    detail: str
    nearest: str | None = None


class Provenance(Record):
    """How a digest was first made; not part of its equality."""

    engine: str
    model: str | None = None
    prompts: dict[str, str] = Field(default_factory=dict)
    versions: dict[str, str] = Field(default_factory=dict)
    options: dict[str, str | int | float | bool | None] = Field(default_factory=dict)
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    made: AwareDatetime
    seconds: float


class Digest(Record):
    """All we know of one article after the flow; every offset in it cuts back to the article's text."""

    schema_version: Literal[1] = SCHEMA_VERSION
    article: Article
    summary: Summary | None
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[Finding, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    coverage: tuple[Sentence, ...] = ()
    provenance: Provenance

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        _check_spans(self)
        _check_references(self)
        return self

    def same_as(self, other: "Digest") -> bool:
        """Whether the two digests are equal without their provenance."""
        return self.model_dump(exclude={"provenance"}) == other.model_dump(exclude={"provenance"})


class Failure(Record):
    """One article that became no digest: at which stage, why, and what to do."""

    article_id: str
    stage: str
    cause: str
    message: str
    advice: str


class Receipt(Record):
    """What this run spent; on standard error and in ledgers, never in a digest."""

    calls: int = 0
    cached: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = 0.0
    seconds: float = 0.0


def text_hash(text: str) -> str:
    """SHA-256 of the text as UTF-8 (lone surrogates kept), 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def claim_id(text: str, evidence: Iterable[Span]) -> str:
    """12 hex digits that depend on a claim's text and the places of its evidence alone."""
    key = json.dumps([text, [[e.start, e.end] for e in evidence]], ensure_ascii=True)
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def _check_spans(digest: Digest) -> None:
    text = digest.article.text
    for claim in digest.claims:
        for piece in claim.evidence:
            _must_cut(text, piece, piece.quote, f"claim {claim.id}: evidence")
        for quantity in claim.quantities:
            _must_cut(text, quantity, quantity.text, f"claim {claim.id}: quantity")
        attribution = claim.attribution
        _must_fit(text, (*attribution.source_spans, *attribution.cue_spans), f"claim {claim.id}: attribution")
        _must_fit(text, claim.modality.cue_spans, f"claim {claim.id}: modality")
    for finding in digest.findings:
        _must_fit(text, finding.spans, f"finding {finding.check!r}")
    _must_fit(text, digest.coverage, "coverage")


def _must_cut(text: str, span: Span, expected: str, where: str) -> None:
    if span.cut(text) != expected or not expected:
        raise ValueError(f"{where} {span.start}..{span.end} is {span.cut(text)!r} in the article, not {expected!r}")


def _must_fit(text: str, spans: Sequence[Span], where: str) -> None:
    for span in spans:
        if span.end > len(text):
            raise ValueError(f"{where} span {span.start}..{span.end} is outside the article ({len(text)} characters)")


def _check_references(digest: Digest) -> None:
    ids = [claim.id for claim in digest.claims]
    known = set(ids)
    if len(known) != len(ids):
        raise ValueError("two claims have the same id")
    summary = digest.summary
    lines = (summary.headline, summary.brief, *summary.lines) if summary else ()
    cited = [claim for line in lines for claim in line.claims]
    cited += [side.claim for conflict in digest.conflicts for side in conflict.sides]
    for claim in cited:
        if claim not in known:
            raise ValueError(f"claim {claim!r} is cited and not in the digest")
