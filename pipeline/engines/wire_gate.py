"""The gate in front of one endpoint: all callers wait there when it asks for a pause, and turn back when it is dead."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from .wire_errors import Trouble

DEAD_AFTER = 5
"""Rounds of calls in a row without any answer that make an endpoint dead: one more than a restart or a hiccup."""

DEAD_SECONDS = 30.0
"""How long a dead endpoint is left alone before callers may try again."""

SPOILED_AFTER = 20
"""Calls in a row without a usable answer that end a run: a small model's server failed 11 of 20 and still served 6."""

SPREAD = 0.25
"""Seconds over which waiting callers start again, so that they do not all knock at once."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Clock, sleep and chance; tests bring their own."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = random.random


@dataclass(slots=True)
class Gate:
    """What all callers of one endpoint share: until when it asked them to wait, and whether it answers at all."""

    timing: Timing = field(default_factory=Timing)
    _open_at: float = float("-inf")
    _failures: int = 0
    _counted_at: float = float("-inf")
    _why: str = ""
    _asked: str = ""
    _spoiled: int = 0
    alive: bool = False

    async def enter(self, deadline: float) -> float:
        """Wait until the endpoint may be asked, and return the time; raises `Trouble` where that is too late."""
        self._turn_back_if_dead()
        while (wait := self._open_at - self.timing.clock()) > 0:
            if self.timing.clock() + wait >= deadline:
                raise Trouble("limit", f"{self._asked}; {wait:.0f} s to wait are more than this call may take")
            await self.timing.sleep(wait + SPREAD * self.timing.chance())
        return self.timing.clock()

    def pause(self, seconds: float, why: str) -> None:
        """Keep every caller waiting."""
        self._open_at = max(self._open_at, self.timing.clock() + seconds)
        self._asked = why

    def answered(self) -> None:
        """Note that the endpoint lives: it gave some answer, in this run."""
        self._failures = 0
        self.alive = True

    def failed(self, began: float, why: str) -> None:
        """Note an attempt that got no answer; those that were under way together count once."""
        if began >= self._counted_at:
            self._failures += 1
            self._counted_at = self.timing.clock()
            self._why = why

    def served(self) -> None:
        """Note a call that got its reply."""
        self._spoiled = 0

    def spoiled(self, why: str) -> None:
        """Note a call that ended without one, for a reason that may be the endpoint's or the request's."""
        self._spoiled += 1
        self._why = why

    def _turn_back_if_dead(self) -> None:
        if self._spoiled >= SPOILED_AFTER:
            raise Trouble("endpoint", f"failed {self._spoiled} calls in a row (last: {self._why})")
        if self._failures < DEAD_AFTER:
            return
        if self.timing.clock() - self._counted_at < DEAD_SECONDS:
            raise Trouble("endpoint", f"gave no answer {self._failures} times in a row (last: {self._why})")
        self._failures = DEAD_AFTER - 1  # callers may try; one more failed round closes the gate again
        self._counted_at = self.timing.clock()
