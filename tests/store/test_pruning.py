"""Rows leave the store when they are told to, oldest first, and never by themselves."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from pipeline.store import Store

Tamper = Callable[..., None]


def three_rows(store: Store, tamper: Tamper) -> datetime:
    """Put three rows of 100 bytes that are 30, 20 and 10 days old, and return the present."""
    now = datetime(2031, 5, 1, tzinfo=UTC)
    for key, days in (("a", 30), ("b", 20), ("c", 10)):
        store.digests.put(key, "x" * 84)  # the checksum makes it 100
        tamper(
            "UPDATE Cache SET store_time = ? WHERE key = ?", (now - timedelta(days=days)).timestamp(), f"digest:{key}"
        )
    return now


def test_info_counts_rows_and_bytes_and_names_the_ends(store: Store, tamper: Tamper) -> None:
    """Each level is counted by itself."""
    now = three_rows(store, tamper)
    store.replies.put("r", "{}", outcome="ok", request="{}")

    info = store.info()

    assert (info.digests.rows, info.digests.bytes, info.replies.rows) == (3, 300, 1)
    assert (info.digests.oldest, info.digests.newest) == (now - timedelta(days=30), now - timedelta(days=10))


def test_an_empty_store_has_no_oldest_row(store: Store) -> None:
    """Nothing is counted where nothing is."""
    info = store.info()

    assert (info.digests.rows, info.digests.bytes, info.digests.oldest) == (0, 0, None)


def test_old_rows_are_pruned(store: Store, tamper: Tamper) -> None:
    """Rows older than the given days go, the others stay."""
    now = three_rows(store, tamper)

    assert store.prune(older_than_days=15, now=now) == 2
    assert list(store.digests.keys()) == ["c"]


def test_the_oldest_rows_are_pruned_until_the_rest_fits(store: Store, tamper: Tamper) -> None:
    """The limit holds over both levels."""
    three_rows(store, tamper)

    assert store.prune(max_bytes=250) == 1
    assert list(store.digests.keys()) == ["b", "c"]


def test_a_prune_without_limits_removes_nothing_sound(store: Store, tamper: Tamper) -> None:
    """Age alone is no reason."""
    three_rows(store, tamper)

    assert store.prune() == 0
    assert store.info().digests.rows == 3


def test_clearing_removes_every_row(store: Store, tamper: Tamper) -> None:
    """Both levels are empty afterwards, and still work."""
    three_rows(store, tamper)
    store.replies.put("r", "{}", outcome="ok", request="{}")

    assert store.clear() == 4
    store.digests.put("k", "new")
    assert list(store.digests.keys()) == ["k"]


def test_pruning_removes_the_locks_of_the_dead_and_leaves_the_living(store: Store) -> None:
    """A lock file without a holder goes, one that is held stays."""
    locks = store.directory / "v1" / "locks"
    with store.lock("held"):
        (locks / "dead.lock").touch()
        store.prune()

        left = list(locks.iterdir())
    assert [path.name for path in left if path.name == "dead.lock"] == []
    assert len(left) == 1
