"""The same work is done once, by one task of a process and by one process of the machine."""

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.store import Store

HOLDER = """
import sys, time
from pathlib import Path
from pipeline.store import Store
store = Store.open(Path(sys.argv[1]))
with store.lock("k"):
    print("held", flush=True)
    time.sleep(60)
"""


def write_rows(folder: str, name: str, rows: int) -> None:
    """Fill a store from another process."""
    with Store.open(Path(folder)) as store:
        for number in range(rows):
            store.digests.put(f"{name}{number}", name * 1000)
            store.digests.put("shared", name * 1000)


async def test_callers_of_the_same_key_share_one_run(store: Store) -> None:
    """Ten callers, one run, ten equal results."""
    runs = []

    async def make() -> str:
        runs.append(1)
        await asyncio.sleep(0.01)
        return "made"

    results = await asyncio.gather(*(store.once("k", make) for _ in range(10)))

    assert (results, len(runs)) == (["made"] * 10, 1)


async def test_callers_of_different_keys_run_at_the_same_time(store: Store) -> None:
    """No key waits for another one's work."""
    both = asyncio.Barrier(2)

    async def make() -> int:
        await asyncio.wait_for(both.wait(), 5)
        return 1

    assert list(await asyncio.gather(store.once("a", make), store.once("b", make))) == [1, 1]


async def test_work_that_is_over_runs_again(store: Store) -> None:
    """Single flight is no cache: a later caller makes it anew."""
    runs = []

    async def make() -> int:
        runs.append(1)
        return len(runs)

    assert [await store.once("k", make), await store.once("k", make)] == [1, 2]


async def test_an_error_reaches_every_caller(store: Store) -> None:
    """Nobody waits for ever for work that failed."""

    async def make() -> str:
        await asyncio.sleep(0.01)
        raise ValueError("broken")

    results = await asyncio.gather(*(store.once("k", make) for _ in range(3)), return_exceptions=True)

    assert [str(result) for result in results] == ["broken"] * 3


async def test_a_caller_that_goes_leaves_the_work_to_the_others(store: Store) -> None:
    """Cancelling one of two callers cancels no work."""
    go = asyncio.Event()

    async def make() -> str:
        await go.wait()
        return "made"

    leaving = asyncio.create_task(store.once("k", make))
    staying = asyncio.create_task(store.once("k", make))
    await asyncio.sleep(0)
    leaving.cancel()
    await asyncio.wait({leaving})
    go.set()

    assert leaving.cancelled()
    assert await staying == "made"


async def test_work_that_nobody_waits_for_is_cancelled_to_its_end(store: Store) -> None:
    """When the last caller goes, the work has ended before the caller has, and the next caller starts anew."""
    ended = []

    async def make() -> str:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(1)
        return "never"

    async def again() -> str:
        return "anew"

    caller = asyncio.create_task(store.once("k", make))
    await asyncio.sleep(0.05)
    caller.cancel()
    await asyncio.wait({caller})

    assert ended == [1]
    assert await store.once("k", again) == "anew"


async def test_a_lock_in_one_place_holds_back_another_store(folder: Path) -> None:
    """Two stores on one folder, as two processes have them, do the same work one after the other."""
    order = []

    with Store.open(folder) as first, Store.open(folder) as second:

        async def make(name: str) -> None:
            order.append(f"{name} in")
            await asyncio.sleep(0.05)
            order.append(f"{name} out")

        await asyncio.gather(first.once("k", lambda: make("a")), second.once("k", lambda: make("b")))

    assert order == ["a in", "a out", "b in", "b out"]
    assert list((folder / "v1" / "locks").iterdir()) == []


async def test_the_lock_of_a_killed_process_is_free(store: Store, folder: Path) -> None:
    """A kill -9 releases a lock: the kernel owns it."""
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, cwd=Path.cwd())
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"

    async def make() -> str:
        return "made"

    waiting = asyncio.create_task(store.once("k", make))
    await asyncio.sleep(0.1)
    held_back = not waiting.done()
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    holder.stdout.close()

    assert held_back
    assert await asyncio.wait_for(waiting, 5) == "made"


def test_processes_that_write_at_once_lose_nothing(folder: Path) -> None:
    """Three processes open a new store together and fill it: every row of each is there and whole."""
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_rows, args=(str(folder), name, 40)) for name in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)

    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    with Store.open(folder) as store:
        missing = [f"{n}{i}" for n in "abc" for i in range(40) if store.digests.get(f"{n}{i}") != n * 1000]
        assert missing == []
        assert store.digests.get("shared") in {n * 1000 for n in "abc"}


@pytest.mark.parametrize("key", ["../../etc/passwd", "a/b", "", "k" * 5000, "\x00"])
def test_a_key_is_never_a_path(store: Store, key: str) -> None:
    """Any text can be locked, and its file stays in the folder of locks."""
    with store.lock(key):
        held = list((store.directory / "v1" / "locks").iterdir())

    assert len(held) == 1
