"""The hatch between stages and engines: one question, one answer, and the records they are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Generic, Protocol, TypeVar

from pydantic import Field

from .reading import Reading
from .records import Claim, Draft, LineDraft, Record

R = TypeVar("R", bound=Record)
"""The reply's record type."""

MAX_QUOTE = 2_000
"""Longest quote a schema admits, in characters: no news sentence in sight is longer; it stops runaway replies."""


class ExtractGiven(Record):
    """What `extract` shows: the reading and the global indices of the sentences to read."""

    reading: Reading
    sentences: tuple[int, ...]


class FailedDraft(Record):
    """A draft that a check refused, and why."""

    draft: Draft
    reason: str


class RepairGiven(Record):
    """What `repair` shows: refused drafts with reasons, and sentences that no claim covers."""

    reading: Reading
    failed: tuple[FailedDraft, ...]
    uncovered: tuple[int, ...]
    sentences: tuple[int, ...]


class SummarizeGiven(Record):
    """What `summarize` shows: the claims (numbered from 1 in this order) and the most lines wanted."""

    reading: Reading
    claims: tuple[Claim, ...]
    max_lines: int


class Drafts(Record):
    """The reply to `extract` and `repair`."""

    claims: Annotated[tuple[Draft, ...], Field(max_length=200)]


class SummaryDraft(Record):
    """The reply to `summarize`."""

    headline: LineDraft
    brief: LineDraft
    lines: Annotated[tuple[LineDraft, ...], Field(max_length=20)]


Given = ExtractGiven | RepairGiven | SummarizeGiven


@dataclass(frozen=True, slots=True)
class Call(Generic[R]):
    """One question of a stage: what is given, which record type is wanted back, and which piece of the article."""

    stage: str
    given: Given
    reply: type[R]
    piece: int = 0


class Usage(Record):
    """Tokens of one answer, as the endpoint reported them."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Answer(Generic[R]):
    """One reply, and what it took: `cost` in US dollars (None: unknown), `key` of the canonical request.

    `stale` is true when a recording answered a request that has changed since.
    """

    reply: R
    usage: Usage = field(default_factory=Usage)
    cost: float | None = 0.0
    cached: bool = False
    attempts: int = 1
    key: str = ""
    stale: bool = False


class Engine(Protocol):
    """Who answers: rules, an endpoint, a cache around an endpoint, a recording."""

    @property
    def name(self) -> str:
        """The engine's name, as it stands in a digest's provenance."""
        ...

    @property
    def model(self) -> str | None:
        """The model that answers; None for rules."""
        ...

    @property
    def prompts(self) -> Mapping[str, str]:
        """The version of each prompt it renders, by stage; empty for rules."""
        ...

    async def answer(self, call: Call[R]) -> Answer[R]:
        """Answer one call; raises `ReplyError`, `EndpointError` or `LimitError`."""
        ...


class Around:
    """An engine around an engine: it has the inner one's name, model and prompts; `answer` is what it adds."""

    def __init__(self, inner: Engine) -> None:
        self._inner = inner

    @property
    def name(self) -> str:
        """The inner engine's name: who answers is the same."""
        return self._inner.name

    @property
    def model(self) -> str | None:
        """The inner engine's model."""
        return self._inner.model

    @property
    def prompts(self) -> Mapping[str, str]:
        """The inner engine's prompts."""
        return self._inner.prompts

    async def aclose(self) -> None:
        """Close the inner engine, where it holds something open."""
        aclose = getattr(self._inner, "aclose", None)
        if aclose is not None:
            await aclose()
