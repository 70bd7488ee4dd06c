"""The disk: finished digests and raw replies, kept so that nothing is paid for or computed twice.

The store is safe to read when somebody else could write it: no row is ever unpickled, names a file or sets an
option (`disk.py`), and each value carries a checksum (`rows.py`). It is a convenience: where its folder cannot be
used, one warning is logged and the run goes on without it. Only a damaged database stops a start (`OutputError`),
because it may hold replies that were paid for.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from .flights import Flights, held, locked, sweep
from .keys import code_hash, digest_key
from .levels import Digests, Replies, Reply, ReplyOutcome
from .rows import LevelInfo, Rows
from .rows import wipe as _wipe

__all__ = [
    "Digests",
    "LevelInfo",
    "Replies",
    "Reply",
    "ReplyOutcome",
    "Store",
    "StoreInfo",
    "code_hash",
    "digest_key",
    "wipe",
]

T = TypeVar("T")

_LAYOUT: Final = "v1"
"""Folder of this layout inside the cache folder: another layout gets another name and both live side by side."""


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What the store holds; `inert` rows can be read by nobody and go with the next prune."""

    directory: Path
    usable: bool
    digests: LevelInfo
    replies: LevelInfo
    inert: int


class Store:
    """Two levels on one disk, `digests` and `replies`, and single flight around the work that fills them."""

    def __init__(self, directory: Path, rows: Rows) -> None:
        self.directory = directory
        self.digests = Digests(rows)
        self.replies = Replies(rows)
        self._rows = rows
        self._flights = Flights()

    @classmethod
    def open(cls, directory: Path) -> Self:
        """Open the store in `directory`, made where it is missing; raises `OutputError` where it is damaged."""
        return cls(directory, Rows.open(directory / _LAYOUT))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._rows.close()

    async def once(self, key: str, make: Callable[[], Awaitable[T]]) -> T:
        """The result of `make()`, run once for all callers of this process and by one process at a time.

        `make` runs under the lock of `key` and looks into the store first: another process may just have filled it.
        """

        async def under_lock() -> T:
            async with held(self._locks, key) if self._rows.usable else nullcontext():
                return await make()

        return await self._flights.once(key, under_lock)

    @contextmanager
    def lock(self, key: str) -> Iterator[None]:
        """Hold the lock of `key` among all processes; waits for it, and the kernel frees it when its holder dies."""
        with locked(self._locks, key) if self._rows.usable else nullcontext():
            yield

    def info(self) -> StoreInfo:
        """How much each level holds, how old it is, and how many rows are inert."""
        return StoreInfo(
            self.directory, self._rows.usable, self.digests.info(), self.replies.info(), self._rows.inert()
        )

    def prune(
        self, *, older_than_days: float | None = None, max_bytes: int | None = None, now: datetime | None = None
    ) -> int:
        """Remove inert and torn rows, rows older than the given days, then the oldest until `max_bytes` hold.

        Returns how many rows went. Without arguments only what nobody can read goes.
        """
        before = None
        if older_than_days is not None:
            before = ((now or datetime.now(UTC)) - timedelta(days=older_than_days)).timestamp()
        if self._rows.usable and self._locks.is_dir():
            sweep(self._locks)
        return self._rows.prune(before=before, max_bytes=max_bytes)

    def clear(self) -> int:
        """Remove every row of both levels, and return how many there were."""
        return self._rows.clear()

    @property
    def _locks(self) -> Path:
        return self._rows.folder / "locks"


def wipe(directory: Path) -> None:
    """Remove the database of a store that is too damaged to open; raises `OutputError` where that is not possible."""
    _wipe(directory / _LAYOUT)
