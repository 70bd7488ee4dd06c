"""Answers by a model behind any OpenAI-compatible endpoint: one request, one typed outcome, nothing foreign leaks.

The stages of an answer have a module each: the request (`wire_body`), the way there and back (`wire_sdk`,
`wire_received`), errors (`wire_errors`), retries (`wire_retry`, `wire_gate`), the reply (`wire_reply`, `reply_text`).
Here they are put together, and what an endpoint does not understand is remembered.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from ..engine import Answer, Call, R, Usage
from ..errors import EndpointError, ReplyCause, ReplyError, UsageError, WirebriefError
from ..options import EngineOptions
from ..prompts import hashes
from . import prices
from .endpoint import endpoint_of
from .probe import PROBE, fits
from .reply_text import Understood, understand
from .wire_body import Dialect, Question, Request, question, request
from .wire_errors import Trouble
from .wire_gate import Gate, Timing
from .wire_reply import read_raw, text_of
from .wire_retry import Attempts
from .wire_sdk import Wire

if TYPE_CHECKING:
    from openai import AsyncOpenAI

T = TypeVar("T")

Keep = Callable[[Request, str, Literal["ok"] | ReplyCause], None]
"""Who keeps every reply as it came, with its outcome: called before the reply is read, and again if that fails."""

_SPOILING = frozenset({"server_error", "timeout", "html", "empty"})
"""Outcomes that, over and over, say more about the endpoint than about the request."""

_log = logging.getLogger(__name__)


class OpenAIEngine:
    """An engine that asks an endpoint; it belongs to one event loop, and `aclose` ends it.

    `announce` is told once where articles are sent (default: logged). `stream` overrides the choice to stream from
    local endpoints only; `repeat` numbers a request that is asked on purpose again; `client` is used as it is.
    """

    name = "openai"

    def __init__(
        self,
        options: EngineOptions,
        *,
        client: "AsyncOpenAI | None" = None,
        announce: Callable[[str], None] | None = None,
        stream: bool | None = None,
        repeat: int = 0,
        timing: Timing | None = None,
    ) -> None:
        self.endpoint = endpoint_of(options.base_url if client is None else str(client.base_url))
        self.dialect = Dialect()
        self._options = options
        self._announce = announce or _log.info
        self._announced = False
        self._stream = self.endpoint.local if stream is None else stream
        self._repeat = repeat
        self._gate = Gate(timing or Timing())
        self._wire = Wire(self.endpoint, options, client)

    def __repr__(self) -> str:
        return f"OpenAIEngine({self.endpoint.url!r}, model={self.model!r})"

    @property
    def model(self) -> str | None:
        """The model's name as it was asked for; what an endpoint echoes is not trusted."""
        return self._options.model

    @cached_property
    def prompts(self) -> Mapping[str, str]:
        """The version of each prompt, by stage."""
        return hashes(self._options.prompts)

    async def answer(self, call: Call[R]) -> Answer[R]:
        """Ask; raises `ReplyError` for a reply that cannot be used, `EndpointError`, `LimitError` or `UsageError`."""
        return await self.ask(call, self.question(call), _keep_nothing)

    async def ask(self, call: Call[R], asked: Question, keep: Keep) -> Answer[R]:
        """`answer` for a rendered call, showing every reply to `keep` as it came."""
        await self._ready()
        attempts = Attempts(self._gate, self._gate.timing.clock() + self._options.timeout)
        try:
            async with asyncio.timeout(self._options.timeout):
                answer = await self._ask(call, asked, keep, attempts)
        except Trouble as err:
            raise await self._error(err, call, attempts.made) from err.__cause__
        except TimeoutError as err:
            keep(self.request(asked, self.dialect), "", "timeout")
            raise await self._error(self._late(attempts), call, attempts.made) from err
        return answer

    def question(self, call: Call[R]) -> Question:
        """A call as it is shown to the model."""
        return question(call, self._options)

    def request(self, asked: Question, dialect: Dialect) -> Request:
        """The request for a question in a dialect."""
        return request(asked, self._options, self.endpoint, dialect, repeat=self._repeat)

    def read(self, call: Call[R], raw: str, dialect: Dialect) -> tuple[Understood[R], Usage | None]:
        """What a raw reply says, and what it took; the same for a fresh reply and a stored one."""
        try:
            found = read_raw(raw)
        except ReplyError as err:
            return Understood(error=err), None
        try:
            text = text_of(found)
        except ReplyError as err:
            return Understood(error=err), found.usage
        return understand(text, call.reply, asked=dialect.form == "json_schema"), found.usage

    async def models(self) -> tuple[str, ...]:
        """The endpoint's models; raises `EndpointError` where it does not say."""
        self._wire.open()
        try:
            async with asyncio.timeout(self._options.timeout):
                return await self._wire.models()
        except Trouble as err:
            raise EndpointError(f"endpoint {self.endpoint.url!r}: {err}") from err
        except TimeoutError as err:
            raise EndpointError(f"endpoint {self.endpoint.url!r} did not list its models in time") from err

    async def probe(self) -> Dialect:
        """Ask one small question that only an endpoint which holds to the schema gets right; learn from the answer.

        Answers teach the same on their way, so nobody has to probe; `doctor` does.
        """
        await self._ready()
        attempts = Attempts(self._gate, self._gate.timing.clock() + self._options.timeout)
        try:
            async with asyncio.timeout(self._options.timeout):
                _, raw, used = await self._exchange(PROBE, attempts)
        except Trouble as err:
            raise await self._error(err, None, attempts.made) from err.__cause__
        except TimeoutError as err:
            raise await self._error(self._late(attempts), None, attempts.made) from err
        if not fits(raw):
            self._learn(used, replace(used, form="plain"))
        return self.dialect

    async def aclose(self) -> None:
        """Close the connections."""
        await self._wire.aclose()

    async def _ask(self, call: Call[R], asked: Question, keep: Keep, attempts: Attempts) -> Answer[R]:
        spent: list[Usage | None] = []
        while True:
            try:
                sent, raw, used = await self._exchange(asked, attempts)
            except Trouble as err:
                if err.kind != "endpoint" and err.kind != "limit" and err.kind != "model":
                    keep(self.request(asked, self.dialect), err.raw or str(err), err.kind)
                raise
            self._gate.served()
            keep(sent, raw, "ok")
            understood, usage = self.read(call, raw, used)
            spent.append(usage)
            if understood.ignored:
                self._learn(used, replace(used, form="plain"))
            if understood.reply is not None:
                return self._answer(understood.reply, spent, attempts.made, sent.key)
            assert understood.error is not None
            keep(sent, raw, understood.error.cause)
            if not understood.ignored or used.form == "plain":
                raise understood.error

    async def _exchange(self, asked: Question, attempts: Attempts) -> tuple[Request, str, Dialect]:
        """Send until the endpoint understands the dialect; what it refuses is left out from then on."""
        while True:
            used = self.dialect
            sent = self.request(asked, used)
            body = sent.sent(stream=self._stream, usage=used.usage)
            try:
                return sent, await attempts.run(lambda: self._wire.send(body)), used  # noqa: B023 - awaited at once
            except Trouble as err:
                weaker = used.without(err.feature) if err.feature else None
                if weaker is None:
                    raise
                self._learn(used, weaker)

    def _learn(self, used: Dialect, weaker: Dialect) -> None:
        """Remember a weaker dialect, unless another caller learned something meanwhile."""
        if self.dialect == used != weaker:
            _log.info("endpoint %s does not hold to %s; asking it in %s", self.endpoint.url, used.name, weaker.name)
            self.dialect = weaker

    def _answer(self, reply: R, spent: list[Usage | None], made: int, key: str) -> Answer[R]:
        known = [usage for usage in spent if usage is not None]
        costs = [prices.cost(usage, self.model or "", self.endpoint) for usage in spent]
        paid = [cost for cost in costs if cost is not None]
        return Answer(
            reply=reply,
            usage=Usage(
                input_tokens=sum(usage.input_tokens for usage in known),
                output_tokens=sum(usage.output_tokens for usage in known),
                cached_tokens=sum(usage.cached_tokens for usage in known),
            ),
            cost=sum(paid) if len(paid) == len(costs) else None,
            attempts=made,
            key=key,
        )

    async def _ready(self) -> None:
        if not self.model:
            listed = await self._listed()
            raise UsageError(f"endpoint {self.endpoint.url!r} needs a model; give --model{listed}")
        if not self._announced:
            self._announced = True
            self._wire.open()
            self._announce(f"asking model {self.model!r} at {self.endpoint.url}; articles are sent there")

    async def _listed(self) -> str:
        """The endpoint's models in words, where it names them."""
        try:
            async with asyncio.timeout(min(self._options.timeout, 10.0)):
                names = await self._wire.models()
        except (Trouble, TimeoutError) as err:
            return f" (its models cannot be listed: {err or 'no answer in time'})"
        shown = ", ".join(names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
        return f"; it has: {shown}" if names else " (it names none itself)"

    def _late(self, attempts: Attempts) -> Trouble:
        """The trouble of a call that took too long: the last one it met, or its own slowness.

        A connection that broke does not make an endpoint dead that has answered in this run: the gate counts.
        """
        after = f"no reply within {self._options.timeout:g} s"
        last = attempts.last
        if last is None:
            return Trouble("timeout", after)
        final = last.kind == "limit" or (last.kind == "endpoint" and not self._gate.alive)
        return Trouble(last.kind if final else "timeout", f"{after} (last: {last})")

    async def _error(self, trouble: Trouble, call: Call[R] | None, made: int) -> WirebriefError:
        if trouble.kind in _SPOILING:
            self._gate.spoiled(str(trouble))
        what = f"stage {call.stage!r} for article {call.given.reading.article.id!r}" if call else "the probe"
        where = f"endpoint {self.endpoint.url!r}, model {self.model!r}, {what}"
        listed = await self._listed() if trouble.kind == "model" else ""
        return trouble.error(where, made, listed)


def _keep_nothing(sent: Request, raw: str, outcome: Literal["ok"] | ReplyCause) -> None:
    """Without a store nothing is kept."""
