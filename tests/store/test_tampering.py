"""Whoever writes into the database can spoil answers, and nothing more."""

import hashlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import OutputError
from pipeline.store import Store

Tamper = Callable[..., None]


class Bomb:
    """Makes a file when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.mkdir, (str(self.marker),)


INSERT = "INSERT INTO Cache (key, raw, store_time, mode, filename, value) VALUES (?, ?, 0, ?, ?, ?)"


def use_every_door(store: Store) -> None:
    """Do everything with a store that reads, lists or removes rows."""
    store.digests.get("k")
    store.replies.read("k")
    list(store.digests.keys())
    store.info()
    store.digests.put("k", "anew")
    store.prune(older_than_days=0)
    store.clear()


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    """A file that exists only when a payload ran."""
    return tmp_path / "executed"


def test_the_payload_of_these_tests_works(marker: Path) -> None:
    """Unpickled the ordinary way, the payload makes its file: the tests below are about something."""
    pickle.loads(pickle.dumps(Bomb(marker)))

    assert marker.exists()


def test_a_pickled_value_is_never_unpickled(store: Store, tamper: Tamper, marker: Path) -> None:
    """A row of diskcache's pickle mode is a miss."""
    tamper(INSERT, "digest:k", 1, 4, None, pickle.dumps(Bomb(marker)))

    assert store.digests.get("k") is None
    use_every_door(store)
    assert not marker.exists()


def test_a_pickled_value_in_a_file_is_never_unpickled(store: Store, tamper: Tamper, marker: Path, folder: Path) -> None:
    """A row that names a pickle file beside the database is a miss."""
    (folder / "v1" / "payload.val").write_bytes(pickle.dumps(Bomb(marker)))
    tamper(INSERT, "digest:k", 1, 4, "payload.val", None)

    assert store.digests.get("k") is None
    use_every_door(store)
    assert not marker.exists()


def test_a_pickled_key_is_never_unpickled(store: Store, tamper: Tamper, marker: Path) -> None:
    """A row whose key is a pickle is not listed and goes with the next prune."""
    tamper(INSERT, pickle.dumps(Bomb(marker)), 0, 1, None, b"value")

    assert list(store.digests.keys()) == []
    assert store.prune() == 1
    assert not marker.exists()


@pytest.mark.parametrize("mode", [1, 2, 3])
@pytest.mark.parametrize("absolute", [False, True])
def test_a_file_that_a_row_names_is_neither_read_nor_removed(
    store: Store, tamper: Tamper, tmp_path: Path, mode: int, absolute: bool
) -> None:
    """A file outside the cache, named with `..` or from the root, keeps its content and does not become an answer."""
    secret = tmp_path / "secret.txt"
    secret.write_text("not yours")
    tamper(INSERT, "digest:k", 1, mode, str(secret) if absolute else "../../secret.txt", None)

    assert store.digests.get("k") is None
    use_every_door(store)
    assert secret.read_text() == "not yours"


@pytest.mark.parametrize("value", ["a text", 7, 1.5, None, b"", b"short", b"x" * 40])
def test_a_value_of_another_kind_is_a_miss(store: Store, tamper: Tamper, value: object) -> None:
    """A row with a number, a text, nothing, or bytes without their checksum does not answer, and goes with a prune."""
    tamper(INSERT, "digest:k", 1, 1, None, value)

    assert store.digests.get("k") is None
    assert store.prune() == 1


def test_a_torn_value_is_a_miss(store: Store, tamper: Tamper) -> None:
    """A value that lost its last byte does not answer; putting it again heals it."""
    store.digests.put("k", "a whole digest")
    tamper("UPDATE Cache SET value = CAST(substr(value, 1, length(value) - 1) AS BLOB)")

    assert store.digests.get("k") is None
    store.digests.put("k", "a whole digest")
    assert store.digests.get("k") == "a whole digest"


def test_a_value_under_another_key_is_a_miss(store: Store, tamper: Tamper) -> None:
    """A row that was moved to the key of another article does not answer for it."""
    store.digests.put("harbour", "about the harbour")
    tamper("UPDATE Cache SET key = 'digest:summit'")

    assert store.digests.get("summit") is None


def test_a_reply_that_is_no_list_of_three_texts_is_a_miss(store: Store, tamper: Tamper) -> None:
    """Even with a fitting checksum, a row of another shape is no reply."""
    value = b'{"outcome": "ok"}'
    key = "reply:k"
    checksum = hashlib.blake2b(b"%d:%b" % (len(key), key.encode()) + value, digest_size=16).digest()
    tamper(INSERT, key, 1, 1, None, checksum + value)

    assert store.replies.read("k") is None


def test_inert_rows_are_counted_and_pruned(store: Store, tamper: Tamper) -> None:
    """Rows that nobody can read are reported apart, and a prune without limits removes just them."""
    store.digests.put("good", "kept")
    tamper(INSERT, "digest:a", 1, 4, None, b"\x80\x05.")
    tamper(INSERT, "digest:b", 1, 3, "../x", None)

    info = store.info()

    assert (info.inert, info.digests.rows) == (2, 1)
    assert store.prune() == 2
    assert store.digests.get("good") == "kept"


@pytest.mark.parametrize("setting", ["get", "_con", "disk_colour", "sqlite_writable_schema"])
def test_a_setting_that_is_not_diskcaches_own_is_refused(folder: Path, tamper: Tamper, setting: str) -> None:
    """In diskcache it would become an attribute or a PRAGMA: the store does not open."""
    Store.open(folder).close()
    tamper("INSERT INTO Settings VALUES (?, 1)", setting)

    with pytest.raises(OutputError, match="damaged"):
        Store.open(folder)


def test_a_setting_that_is_diskcaches_own_is_ours(folder: Path, tamper: Tamper) -> None:
    """Eviction, side files and mapped memory cannot be switched on from the database."""
    Store.open(folder).close()
    tamper("UPDATE Settings SET value = 'least-recently-used' WHERE key = 'eviction_policy'")
    tamper("UPDATE Settings SET value = 1 WHERE key = 'disk_min_file_size'")

    with Store.open(folder) as store:
        store.digests.put("k", "x" * 100_000)

        assert store.digests.get("k") == "x" * 100_000
        assert [path.name for path in (folder / "v1").rglob("*.val")] == []
