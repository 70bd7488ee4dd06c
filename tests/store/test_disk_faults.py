"""A disk that fails costs time, never an article; only a damaged database stops a start."""

import logging
import sqlite3
import stat
from pathlib import Path

import pytest

from pipeline.errors import OutputError
from pipeline.store import Store, wipe


def modes(folder: Path) -> list[str]:
    """The permission bits of a cache folder and what it keeps its database in."""
    return [oct(stat.S_IMODE(path.stat().st_mode)) for path in (folder, folder / "v1")]


def test_a_new_store_is_private(folder: Path) -> None:
    """Nobody else may look into a cache: articles are the user's own business."""
    Store.open(folder).close()

    assert modes(folder) == ["0o700", "0o700"]


def test_a_folder_of_the_users_own_keeps_its_mode(folder: Path) -> None:
    """Only our own folder inside it is closed."""
    folder.mkdir()
    folder.chmod(0o755)

    Store.open(folder).close()

    assert modes(folder) == ["0o755", "0o700"]


def test_a_store_that_became_open_to_others_is_closed_again(folder: Path) -> None:
    """A wider mode is narrowed when the store is opened."""
    Store.open(folder).close()
    (folder / "v1").chmod(0o777)

    Store.open(folder).close()

    assert modes(folder)[1] == "0o700"


@pytest.mark.parametrize("where", ["a_file/cache", "/proc/wirebrief"])
def test_a_folder_that_cannot_be_made_is_one_warning(
    tmp_path: Path, where: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The run goes on without a cache, and says so once."""
    (tmp_path / "a_file").write_text("in the way")

    with caplog.at_level(logging.WARNING), Store.open(tmp_path / where) as store:
        store.digests.put("k", "lost")
        found = store.digests.get("k")

    assert found is None
    assert not store.info().usable
    assert [record.name for record in caplog.records] == ["pipeline.store.rows"]
    assert "running on without it" in caplog.text


async def test_single_flight_needs_no_disk(tmp_path: Path) -> None:
    """Without a folder there are no locks between processes, and work is still done."""
    (tmp_path / "a_file").write_text("in the way")

    async def make() -> str:
        return "made"

    with Store.open(tmp_path / "a_file") as store, store.lock("k"):
        assert await store.once("k", make) == "made"


def test_a_failure_in_the_middle_is_one_warning(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A table that vanishes while the run goes on switches the cache off, once."""
    with Store.open(folder) as store, caplog.at_level(logging.WARNING):
        store.digests.put("k", "there")
        connection = sqlite3.connect(folder / "v1" / "cache.db")
        connection.execute("DROP TABLE Cache")
        connection.close()

        assert [store.digests.get("k"), store.digests.get("k")] == [None, None]
        assert len(caplog.records) == 1


@pytest.mark.parametrize("content", [b"this is not a database " * 100, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_damaged_database_is_one_line_that_says_what_to_do(folder: Path, content: bytes) -> None:
    """It may hold paid replies, so nothing removes it unasked."""
    (folder / "v1").mkdir(parents=True)
    (folder / "v1" / "cache.db").write_bytes(content)

    with pytest.raises(OutputError) as caught:
        Store.open(folder)

    assert "cache clear" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (folder / "v1" / "cache.db").read_bytes() == content


def test_wiping_makes_a_damaged_store_usable(folder: Path) -> None:
    """What `cache clear` does where the database does not open."""
    (folder / "v1").mkdir(parents=True)
    (folder / "v1" / "cache.db").write_bytes(b"this is not a database " * 100)

    wipe(folder)

    with Store.open(folder) as store:
        store.digests.put("k", "new")
        assert store.digests.get("k") == "new"
