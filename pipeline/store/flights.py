"""Single flight: the same work is done once, inside a process by sharing a task, between processes by a file lock."""

import asyncio
import fcntl
import hashlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

T = TypeVar("T")

_NO_LOCKS: Final = -1
"""Stands for the lock where the disk gives none (full, read-only, a file system without locks): work is done twice."""

_FIRST_WAIT: Final = 0.01
_LONGEST_WAIT: Final = 0.25
"""Seconds between two looks at another process's lock: short beside a model's reply, rare enough to cost nothing."""


@dataclass(slots=True, eq=False)
class _Flight:
    task: asyncio.Task[Any]
    waiters: int = 0


@dataclass(slots=True)
class Flights:
    """The work in the air, by event loop and key."""

    _flights: dict[tuple[asyncio.AbstractEventLoop, str], _Flight] = field(default_factory=dict)

    async def once(self, key: str, make: Callable[[], Awaitable[T]]) -> T:
        """The result of `make()`, which runs once for all callers that ask for `key` while it runs.

        Its exception reaches all of them. A caller that is cancelled leaves the others alone; when the last one goes,
        the work is cancelled and its end awaited.
        """
        place = (asyncio.get_running_loop(), key)
        flight = self._flights.get(place)
        if flight is None:
            flight = self._flights[place] = _Flight(place[0].create_task(_run(make)))
            flight.task.add_done_callback(lambda _: self._landed(place, flight))
        flight.waiters += 1
        try:
            result: T = await asyncio.shield(flight.task)
            return result
        finally:
            flight.waiters -= 1
            if not flight.waiters and not flight.task.done():
                self._landed(place, flight)  # a later caller starts anew and does not share the cancellation
                flight.task.cancel()
                await asyncio.wait({flight.task})

    def _landed(self, place: tuple[asyncio.AbstractEventLoop, str], flight: _Flight | None) -> None:
        if self._flights.get(place) is flight:
            del self._flights[place]
        if flight is not None and flight.task.done() and not flight.task.cancelled():
            flight.task.exception()  # seen, also where every caller has gone


async def _run(make: Callable[[], Awaitable[T]]) -> T:
    return await make()


@contextmanager
def locked(folder: Path, key: str) -> Iterator[None]:
    """Hold the lock of `key` among all processes that use `folder`, waiting for it; freed by the kernel on death."""
    path = _lock_path(folder, key)
    descriptor = None
    while descriptor is None:
        descriptor = _take(path, wait=True)
    try:
        yield
    finally:
        _free(path, descriptor)


@asynccontextmanager
async def held(folder: Path, key: str) -> AsyncIterator[None]:
    """Hold the same lock without stopping the event loop while it waits."""
    path = _lock_path(folder, key)
    wait = _FIRST_WAIT
    while (descriptor := _take(path, wait=False)) is None:
        await asyncio.sleep(wait)
        wait = min(wait * 1.5, _LONGEST_WAIT)
    try:
        yield
    finally:
        _free(path, descriptor)


def sweep(folder: Path) -> None:
    """Remove the lock files that a killed process left behind; locks in use stay."""
    for path in folder.glob("*.lock"):
        descriptor = _take(path, wait=False)
        if descriptor is not None:
            _free(path, descriptor)


def _lock_path(folder: Path, key: str) -> Path:
    return folder / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.lock"  # hashed: a key is never a path


def _take(path: Path, *, wait: bool) -> int | None:
    """The descriptor that holds the lock, `_NO_LOCKS`, or None: somebody has it, or removed the file meanwhile."""
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return _NO_LOCKS
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        # The last holder removes the file: a lock on a file that has no name any more holds nobody back.
        if os.fstat(descriptor).st_ino == path.stat().st_ino:
            return descriptor
    except (BlockingIOError, FileNotFoundError):
        pass
    except OSError:
        os.close(descriptor)
        return _NO_LOCKS
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _free(path: Path, descriptor: int) -> None:
    if descriptor == _NO_LOCKS:
        return
    with suppress(OSError):
        path.unlink()
    os.close(descriptor)
