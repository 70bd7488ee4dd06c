"""One article walks through: the whole house on one page.

read -> extract* -> ground -> (repair* -> ground) -> summarize* -> verify -> Digest        * asks the engine
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

from .engine import Answer, Around, Call, Engine, R
from .options import FlowOptions
from .reading import Reading
from .records import Article, Claim, Digest, Dropped, Outcome, Provenance, Receipt, Role, Sentence
from .stages.conflicts import conflicts
from .stages.extract import extract
from .stages.ground import Grounded, ground, over_limit
from .stages.repair import repair
from .stages.summarize import summarize
from .stages.verify import verify
from .text.injection import injections
from .text.read import read, readable


@dataclass(frozen=True, slots=True)
class Made:
    """A digest and what this run spent on it."""

    digest: Digest
    receipt: Receipt


async def digest_article(article: Article, engine: Engine, options: FlowOptions) -> Made:
    """Digest one article.

    Raises `ArticleError` where it cannot be read; `EndpointError` and `LimitError` come from engines.
    """
    began = time.perf_counter()
    meter = _Meter(engine)
    reading = readable(read(article))
    grounded, dropped = await _claims(reading, meter, options)
    kept, over = _heaviest(grounded.claims, options.max_claims)
    summarized = await summarize(reading, kept, meter, options.max_lines)
    verified = verify(reading, kept, summarized.draft, options.max_lines)
    receipt = meter.receipt(time.perf_counter() - began)
    ids = {claim.id for claim in kept}
    digest = Digest(
        article=article,
        summary=verified.summary,
        claims=kept,
        conflicts=conflicts(kept, reading),
        findings=(
            *(f for f in grounded.findings if f.target in ids),
            *verified.findings,
            *injections(reading),
        ),
        dropped=(*dropped, *over, *summarized.dropped, *verified.dropped),
        coverage=_uncovered(reading, kept),
        provenance=_provenance(meter, options, receipt),
    )
    return Made(digest, receipt)


async def _claims(reading: Reading, engine: Engine, options: FlowOptions) -> tuple[Grounded, tuple[Dropped, ...]]:
    extracted = await extract(reading, engine, options.piece_tokens)
    first = ground(reading, extracted.drafts)
    claims, findings, refused = first.claims, first.findings, first.refused
    dropped = extracted.dropped
    for number in range(options.repair_rounds):
        again = await repair(reading, refused, claims, engine, number)
        second = ground(reading, again.drafts, known=claims, outcome=Outcome.REPAIRED)
        claims = tuple(sorted((*claims, *second.claims), key=_place))
        findings = (*findings, *second.findings)
        dropped = (*dropped, *again.dropped, *refused)
        refused = second.refused
        if not again.drafts:
            break
    return Grounded(claims, findings, refused), (*dropped, *refused)


def _heaviest(claims: tuple[Claim, ...], limit: int) -> tuple[tuple[Claim, ...], tuple[Dropped, ...]]:
    """At most `limit` claims, the heaviest and earliest, in article order; the rest is listed as over the limit."""
    if len(claims) <= limit:
        return claims, ()
    ranked = sorted(claims, key=lambda c: (-c.weight, _place(c)))
    kept = tuple(sorted(ranked[:limit], key=_place))
    return kept, tuple(over_limit(claim, limit) for claim in ranked[limit:])


def _place(claim: Claim) -> tuple[int, int]:
    return claim.evidence[0].start, claim.evidence[0].end


def _uncovered(reading: Reading, claims: tuple[Claim, ...]) -> tuple[Sentence, ...]:
    touched = {i for claim in claims for e in claim.evidence for i in e.sentences}
    return tuple(s for s in reading.sentences if s.role is Role.BODY and s.index not in touched)


class _Meter(Around):
    """An engine around an engine that counts what it is asked."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.calls = self.cached = self.input_tokens = self.output_tokens = 0
        self.cost: float | None = 0.0

    async def answer(self, call: Call[R]) -> Answer[R]:
        """The inner engine's answer, counted; a reply that could not be used is counted too."""
        self.calls += 1
        answer = await self._inner.answer(call)
        self.cached += answer.cached
        if not answer.cached:
            self.input_tokens += answer.usage.input_tokens
            self.output_tokens += answer.usage.output_tokens
            self.cost = None if self.cost is None or answer.cost is None else self.cost + answer.cost
        return answer

    def receipt(self, seconds: float) -> Receipt:
        return Receipt(
            calls=self.calls,
            cached=self.cached,
            input_tokens=self.input_tokens,
            output_tokens=self.output_tokens,
            cost=self.cost,
            seconds=seconds,
        )


def _provenance(meter: _Meter, options: FlowOptions, receipt: Receipt) -> Provenance:
    return Provenance(
        engine=meter.name,
        model=meter.model,
        prompts=dict(meter.prompts),
        versions={"wirebrief": _version()},
        options=dict(options.as_dict()),
        calls=receipt.calls,
        input_tokens=receipt.input_tokens,
        output_tokens=receipt.output_tokens,
        cost=receipt.cost,
        made=datetime.now(UTC).replace(microsecond=0),
        seconds=round(receipt.seconds, 3),
    )


def _version() -> str:
    try:
        return version("wirebrief")
    except PackageNotFoundError:
        return "unknown"
