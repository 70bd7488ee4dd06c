"""Rows of bytes under text keys that survive kills, other processes and tampering; no rows where no disk is."""

import hashlib
import logging
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from diskcache import Timeout

from ..errors import OutputError
from .disk import DATABASE, SOUND, connect, open_cache

T = TypeVar("T")

_log = logging.getLogger(__name__)

_CHECKSUM: Final = 16
"""Bytes of BLAKE2b in front of every value: it is there to find torn rows, not to stop an attacker."""


@dataclass(frozen=True, slots=True)
class LevelInfo:
    """How much one level holds, and when its oldest and newest rows were written."""

    rows: int
    bytes: int
    oldest: datetime | None
    newest: datetime | None


EMPTY: Final = LevelInfo(0, 0, None, None)
"""What a level without rows holds."""


@dataclass(slots=True)
class Rows:
    """The table under both levels; without a cache (read-only folder, full disk) every `get` is a miss.

    The first failure of the disk in a run is logged as a warning and switches the table off: the run goes on, slower.
    """

    folder: Path
    _cache: Any = field(repr=False)

    @classmethod
    def open(cls, folder: Path) -> "Rows":
        """Open the rows in `folder`, made with mode 0700; a folder that cannot be used is a warning.

        Raises `OutputError` where the database file is not one: it may hold paid replies, so a person decides.
        """
        try:
            _make_private(folder)
            return cls(folder, open_cache(folder))
        except (OSError, sqlite3.OperationalError, Timeout) as err:
            _warn(folder, err)
        except (sqlite3.DatabaseError, TypeError, ValueError) as err:
            raise OutputError(
                f"cache {str(folder / DATABASE)!r} is damaged ({err}); run `wirebrief cache clear` to start afresh"
            ) from err
        return cls(folder, None)

    @property
    def usable(self) -> bool:
        """Whether there is a disk under the rows."""
        return self._cache is not None

    def get(self, key: str) -> bytes | None:
        """The bytes put under `key`, or None: unknown, torn, tampered with, or no disk."""
        framed = self._guarded(lambda cache: cache.get(key))
        return _unframed(key, framed) if isinstance(framed, bytes) else None

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`, in place of what was there."""
        framed = _frame(key, value)
        self._guarded(lambda cache: cache.set(key, framed))

    def keys(self, level: str) -> Iterator[str]:
        """The keys of a level, without its prefix, in the order in which they were first put."""
        prefix = f"{level}:"
        where = f"SELECT key FROM Cache WHERE {SOUND} AND substr(key, 1, ?) = ? ORDER BY rowid"  # noqa: S608 - constants
        for (key,) in self._select(where, len(prefix), prefix):
            yield key.removeprefix(prefix)

    def info(self, level: str) -> LevelInfo:
        """How much a level holds; inert rows are not counted."""
        prefix = f"{level}:"
        found = self._select(
            "SELECT count(*), coalesce(sum(length(value)), 0), min(store_time), max(store_time)"  # noqa: S608 - constants
            f" FROM Cache WHERE {SOUND} AND substr(key, 1, ?) = ?",
            len(prefix),
            prefix,
        )
        if not found:
            return EMPTY
        ((rows, size, oldest, newest),) = found
        return LevelInfo(rows, size, _moment(oldest), _moment(newest))

    def inert(self) -> int:
        """How many rows nobody can read: they would need a pickle or a file."""
        return sum(count for (count,) in self._select(f"SELECT count(*) FROM Cache WHERE NOT {SOUND}"))  # noqa: S608

    def prune(self, *, before: float | None, max_bytes: int | None) -> int:
        """Remove inert and torn rows, rows older than `before` (epoch seconds), and the oldest until `max_bytes` hold.

        Returns how many rows went; files that an inert row names are left alone.
        """
        removed = self._delete(f"NOT ({SOUND} AND sound(key, value))")
        if before is not None:
            removed += self._delete("store_time < ?", before)
        if max_bytes is not None:
            # A running sum from the newest row down: what lies beyond `max_bytes` goes.
            removed += self._delete(
                "rowid IN (SELECT rowid FROM (SELECT rowid, sum(length(value))"
                " OVER (ORDER BY store_time DESC, rowid DESC) AS held FROM Cache) WHERE held > ?)",
                max_bytes,
            )
        return removed

    def clear(self) -> int:
        """Remove every row, and return how many there were."""
        return self._delete("1")

    def close(self) -> None:
        """Close the database; later reads are misses."""
        if self._cache is not None:
            self._cache.close()
            self._cache = None

    def _guarded(self, act: Callable[[Any], T]) -> T | None:
        if self._cache is None:
            return None
        try:
            return act(self._cache)
        except (OSError, sqlite3.Error, Timeout) as err:
            self._switch_off(err)
            return None

    def _select(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        def act(_: object) -> list[tuple[Any, ...]]:
            with closing(connect(self.folder)) as connection:
                return connection.execute(statement, values).fetchall()

        return self._guarded(act) or []

    def _delete(self, condition: str, *values: object) -> int:
        def act(_: object) -> int:
            with closing(connect(self.folder)) as connection:
                connection.create_function("sound", 2, _is_sound, deterministic=True)
                return connection.execute(f"DELETE FROM Cache WHERE {condition}", values).rowcount  # noqa: S608

        return self._guarded(act) or 0

    def _switch_off(self, err: Exception) -> None:
        _warn(self.folder, err)
        self.close()


def wipe(folder: Path) -> None:
    """Remove the database by its file names: the way out where it is too damaged to open."""
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal"):
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as err:
            reason = err.strerror or err
            raise OutputError(f"cache {str(folder / name)!r} cannot be removed ({reason}); remove it by hand") from err


def _make_private(folder: Path) -> None:
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.stat()
    if os.geteuid() not in (0, status.st_uid):
        raise PermissionError(f"{folder} belongs to another user")  # its owner could put answers in our mouth
    if stat.S_IMODE(status.st_mode) & 0o077:
        folder.chmod(0o700)


def _warn(folder: Path, err: Exception) -> None:
    reason = getattr(err, "strerror", None) or str(err) or type(err).__name__
    _log.warning("cache %s cannot be used (%s); running on without it", folder, reason)


def _frame(key: str, value: bytes) -> bytes:
    return _checksum(key, value) + value


def _unframed(key: str, framed: bytes) -> bytes | None:
    value = framed[_CHECKSUM:]
    return value if _checksum(key, value) == framed[:_CHECKSUM] else None


def _checksum(key: str, value: bytes) -> bytes:
    # The key is part of it, so that a row that was moved under another key is no answer.
    return hashlib.blake2b(b"%d:%b" % (len(key), key.encode()) + value, digest_size=_CHECKSUM).digest()


def _is_sound(key: object, framed: object) -> bool:
    return isinstance(key, str) and isinstance(framed, bytes) and _unframed(key, framed) is not None


def _moment(seconds: object) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int | float) else None
    except (OverflowError, ValueError, OSError):
        return None  # a tampered time is no reason to fail a report
