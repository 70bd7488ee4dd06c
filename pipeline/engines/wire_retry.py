"""The one owner of retries: which trouble is met with another attempt, when, how often; never another request."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from .wire_errors import Trouble
from .wire_gate import Gate

T = TypeVar("T")

FIRST_WAIT = 1.0
"""Seconds; the wait before attempt n is a random share of this times 2 to the n (full jitter)."""

LONGEST_WAIT = 16.0
"""Seconds that a wait of our own never exceeds."""


@dataclass(slots=True)
class Attempts:
    """The attempts of one request: how many were `made`, and the `last` trouble."""

    gate: Gate
    deadline: float
    made: int = 0
    last: Trouble | None = None

    async def run(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """The result of the first attempt that succeeds; raises the last `Trouble`."""
        from tenacity import AsyncRetrying, RetryCallState, retry_if_exception

        def wait(state: RetryCallState) -> float:
            return self._wait(state.attempt_number)

        def stop(state: RetryCallState) -> bool:
            return self._stop(state.attempt_number, state.upcoming_sleep)

        retrying = AsyncRetrying(
            sleep=self.gate.timing.sleep,
            wait=wait,
            stop=stop,
            retry=retry_if_exception(lambda err: isinstance(err, Trouble) and err.again),
            reraise=True,
        )
        return await retrying(self._one, attempt)

    async def _one(self, attempt: Callable[[], Awaitable[T]]) -> T:
        began = await self.gate.enter(self.deadline)
        self.made += 1
        try:
            result = await attempt()
        except Trouble as err:
            self.last = err
            if err.lost:
                self.gate.failed(began, str(err))
            else:
                self.gate.answered()
            raise
        self.gate.answered()
        return result

    def _wait(self, number: int) -> float:
        """Seconds before the next attempt of this caller; a pause for all callers is left to the gate."""
        trouble = self.last
        assert trouble is not None
        own = self.gate.timing.chance() * min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (number - 1))
        if not trouble.busy:
            return max(own, trouble.wait or 0.0)
        self.gate.pause(own if trouble.wait is None else trouble.wait, str(trouble))
        return 0.0

    def _stop(self, number: int, sleep: float) -> bool:
        trouble = self.last
        assert trouble is not None
        return number >= trouble.attempts or self.gate.timing.clock() + sleep >= self.deadline
