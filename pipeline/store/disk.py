"""The one place that opens diskcache: text keys and raw bytes in one SQLite file, and nothing else.

diskcache can unpickle values and keys, read and delete files a row names, and keep settings that a row dictates.
Whoever can write the file could so run code or delete files. `RawDisk` closes all of these doors: a row that needs
one is inert, which a reader sees as a miss.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final, NoReturn

from diskcache import Cache, Disk
from diskcache.core import DEFAULT_SETTINGS, METADATA, MODE_RAW

DATABASE: Final = "cache.db"
"""diskcache's own file name, fixed there."""

SOUND: Final = (
    f"(raw IS 1 AND typeof(key) IS 'text' AND mode IS {MODE_RAW} AND filename IS NULL AND typeof(value) IS 'blob')"
)
"""SQL that is true for the rows we write, and false for every row that would need a pickle or a file."""

LOCK_SECONDS: Final = 30.0
"""How long a statement waits for another process: longer than a prune of some gigabytes, shorter than a hang."""

SETTINGS: Final = {
    "eviction_policy": "none",  # a paid reply never vanishes by itself
    "cull_limit": 0,
    "size_limit": 2**62,
    "statistics": 0,
    "tag_index": 0,
    "disk_min_file_size": 2**62,  # no side files
    "sqlite_auto_vacuum": 1,
    "sqlite_journal_mode": "wal",
    "sqlite_synchronous": 1,  # WAL + NORMAL: nothing is lost when the process dies, the last rows on a power cut
    "sqlite_mmap_size": 0,  # a torn file that is mapped kills the process with SIGBUS; read, it is an error
}


class RawDisk(Disk):  # type: ignore[misc]  # diskcache has no types
    """A diskcache `Disk` that knows str keys and bytes values only, and touches no file but the database."""

    def put(self, key: object) -> tuple[str, bool]:
        """The database key of a str key; every other type is a `TypeError`."""
        if not isinstance(key, str):
            raise TypeError(f"a cache key is a str, not {type(key).__name__}")
        return key, True

    def get(self, key: object, raw: object) -> str:
        """The key of a row as it stands; "" for a row whose key would have to be unpickled."""
        return key if raw and isinstance(key, str) else ""

    def store(self, value: object, read: bool, key: object = None) -> tuple[int, int, None, memoryview]:
        """The columns of a bytes value, kept inside the row; every other type is a `TypeError`."""
        if read or not isinstance(value, bytes):
            raise TypeError(f"a cache value is bytes, not {type(value).__name__}")
        return 0, MODE_RAW, None, sqlite3.Binary(value)

    def fetch(self, mode: object, filename: object, value: object, read: bool) -> bytes:
        """The bytes of a row; anything else is an `OSError`, diskcache's word for a miss."""
        if mode != MODE_RAW or filename is not None or read or not isinstance(value, bytes):
            raise OSError("inert row")
        return value

    def filename(self, key: object = None, value: object = None) -> NoReturn:
        """Refuse: no value gets a file."""
        raise TypeError("this cache keeps no files")

    def remove(self, file_path: object) -> None:
        """Do nothing: a file that a row names is never ours."""


def open_cache(folder: Path) -> Cache:
    """Open (or make) the database in an existing folder.

    Raises `sqlite3.OperationalError` where it cannot be opened or written, and `sqlite3.DatabaseError` where the file
    is not a database of ours.
    """
    _inspect(folder / DATABASE)
    return Cache(str(folder), timeout=LOCK_SECONDS, disk=RawDisk, **SETTINGS)


def connect(folder: Path) -> sqlite3.Connection:
    """A connection of our own for counting and pruning, which diskcache has no words for."""
    connection = sqlite3.connect(folder / DATABASE, timeout=LOCK_SECONDS, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _inspect(path: Path) -> None:
    # diskcache turns every row of Settings into an attribute or a PRAGMA: only its own names may pass.
    if not path.exists() or not path.stat().st_size:
        return
    with closing(connect(path.parent)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "Settings" not in tables:
            return
        keys = {key for (key,) in connection.execute("SELECT key FROM Settings")}
    strange = sorted(map(repr, keys - DEFAULT_SETTINGS.keys() - METADATA.keys()))
    if strange:
        raise sqlite3.DatabaseError(f"unknown settings {', '.join(strange[:3])}")
