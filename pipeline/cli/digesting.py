"""Digests the sources of a command: known digests first, the rest through the runner, in input order."""

import asyncio
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import click

from ..errors import UsageError
from ..runners.known import Done, Work
from ..settings import Settings, Value, resolve
from ..sources import check, find
from ..sources.dates import moment
from ..sources.raw import Raw, Unreadable
from ..store import Store

if TYPE_CHECKING:
    from ..records import Failure

SETTING_FLAGS = (
    "engine",
    "model",
    "base_url",
    "temperature",
    "timeout",
    "prompts",
    "recordings",
    "record",
    "exact",
    "max_claims",
    "max_lines",
    "repair_rounds",
    "cache",
    "use_cache",
)
"""The flags that are settings; `--config` names the file they are looked up in."""


@dataclass(slots=True)
class Tally:
    """What a run did, for its last line and its exit code."""

    digested: int = 0
    cached: int = 0
    failures: list["Failure"] = field(default_factory=list)
    calls: int = 0
    tokens: int = 0
    cost: float | None = 0.0
    began: float = field(default_factory=time.perf_counter)

    def add(self, done: Done) -> None:
        """Count one source."""
        if done.failure is not None:
            self.failures.append(done.failure)
            return
        self.digested += 1
        if done.receipt is None:
            self.cached += 1
            return
        self.calls += done.receipt.calls - done.receipt.cached
        self.tokens += done.receipt.input_tokens + done.receipt.output_tokens
        known = self.cost is not None and done.receipt.cost is not None
        self.cost = (self.cost or 0) + (done.receipt.cost or 0) if known else None

    def line(self, engine: str) -> str:
        """The run in one line."""
        asked = ""
        if engine == "openai":
            cost = "cost unknown" if self.cost is None else f"${self.cost:.4f}"
            asked = f", {self.calls} calls, {self.tokens} tokens, {cost}"
        seconds = time.perf_counter() - self.began
        failed = f", {len(self.failures)} failed" if self.failures else ""
        return (
            f"{self.digested} digested ({self.cached} from the cache){failed}, engine {engine}{asked}, {seconds:.1f} s"
        )


def settings_of(flags: Mapping[str, Any]) -> Settings:
    """The settings of a command's flags."""
    given: dict[str, Value] = {name: flags.get(name) for name in SETTING_FLAGS}
    return resolve(given, file=flags.get("config"))


@contextmanager
def work_of(settings: Settings) -> Iterator[Work]:
    """The work that settings describe; the cache is open as long as the block runs."""
    folder = settings.cache()
    store = Store.open(folder) if folder is not None else None
    try:
        yield Work(settings.engine(), settings.flow(), store, announce=_announce)
    finally:
        if store is not None:
            store.close()


def done_of(specs: Sequence[str], work: Work, published: str | None = None) -> Iterator[Done]:
    """Every source's `Done`, in input order; what the cache knows needs no engine, no event loop and no records.

    `published` is the date of articles that do not say theirs.
    """
    check(specs)
    if published is not None and moment(published) is None:
        raise UsageError(f"--published {published!r} is no date; write 2031-05-04 or 2031-05-04T09:30:00Z")
    sources = (_dated(source, published) for source in find(specs, stdin=sys.stdin.buffer))
    for source in sources:
        known = work.known(source) if isinstance(source, Raw) else None
        if known is None:
            yield from _through_runner(_chain(source, sources), work)
            return
        yield known


def _dated(source: Raw | Unreadable, published: str | None) -> Raw | Unreadable:
    if published is None or isinstance(source, Unreadable) or source.form == "row":
        return source
    return replace(source, about=tuple(sorted({"published": published, **dict(source.about)}.items())))


def report_failure(failure: "Failure") -> None:
    """One failed article, in one line on standard error."""
    advice = "" if failure.advice in failure.message else f"; {failure.advice}"
    click.echo(f"failed: {failure.article_id}: {failure.message}{advice}", err=True)


def _announce(where: str) -> None:
    click.echo(f"wirebrief: {where}", err=True)


def _chain(first: Raw | Unreadable, rest: Iterator[Raw | Unreadable]) -> Iterator[Raw | Unreadable]:
    yield first
    yield from rest


def _through_runner(sources: Iterator[Raw | Unreadable], work: Work) -> Iterator[Done]:
    from ..runners.local import run

    with asyncio.Runner() as runner:
        stream = run(sources, work)

        async def following() -> Done | None:
            return await anext(stream, None)

        while (done := runner.run(following())) is not None:
            yield done
