"""Sources run several at once, come out in order, and are kept only where they are whole."""

from pathlib import Path

from scripted import Said, ScriptedEngine, draft, summary_of_first

from pipeline.engine import Drafts
from pipeline.errors import ReplyError
from pipeline.options import EngineOptions, FlowOptions
from pipeline.runners.known import Done, Work
from pipeline.runners.local import run
from pipeline.sources.raw import Raw
from pipeline.store import Store

NINE = "A fire at the mill injured at least nine workers, Fire Commissioner Renske Aldous said."
TEXT = f"{NINE} The mill stays shut until Friday. The county will send an inspector on Monday."
SOUND: dict[str, list[Said]] = {
    "extract": [Drafts(claims=(draft(NINE, NINE, source="Renske Aldous"),))],
    "summarize": [summary_of_first],
}


def raw(text: str = TEXT, ref: str = "mill.txt") -> Raw:
    """A plain source."""
    return Raw(ref, text.encode(), "plain", ())


async def done(work: Work, engine: ScriptedEngine, *sources: Raw) -> list[Done]:
    """Everything a run yields."""
    return [one async for one in run(sources, work, engine=engine)]


async def test_a_digest_is_asked_for_once(tmp_path: Path) -> None:
    """The second run asks nobody and says the same."""
    engine = ScriptedEngine(SOUND)
    with Store.open(tmp_path) as store:
        work = Work(EngineOptions(engine="openai", model="m"), FlowOptions(), store)
        (first,) = await done(work, engine, raw())
        asked = len(engine.calls)
        (second,) = await done(work, engine, raw())

    assert second.digest == first.digest
    assert second.receipt is None
    assert len(engine.calls) == asked


async def test_a_digest_with_a_failed_reply_is_not_kept(tmp_path: Path) -> None:
    """A passing fault of an endpoint is not remembered for ever."""
    failing = ScriptedEngine({"extract": [ReplyError("down", cause="server_error")]})
    with Store.open(tmp_path) as store:
        work = Work(EngineOptions(engine="openai", model="m"), FlowOptions(), store)
        (first,) = await done(work, failing, raw())
        (second,) = await done(work, ScriptedEngine(SOUND), raw())

    assert not first.complete
    assert second.complete
    assert "at least nine workers" in (second.digest or "")


async def test_what_changes_the_digest_changes_its_key() -> None:
    """Bytes, metadata, form, options, engine, prompts: each alone."""
    base = Work(EngineOptions(), FlowOptions())
    model = Work(EngineOptions(engine="openai", model="m"), FlowOptions())
    keys = [
        base.key(raw()),
        base.key(raw(TEXT + " ")),
        base.key(Raw("mill.txt", TEXT.encode(), "markdown", ())),
        base.key(Raw("mill.txt", TEXT.encode(), "plain", (("published", "2025-05-14"),))),
        Work(EngineOptions(), FlowOptions(max_lines=2)).key(raw()),
        model.key(raw()),
        Work(EngineOptions(engine="openai", model="n"), FlowOptions()).key(raw()),
        Work(EngineOptions(engine="openai", model="m", temperature=1.0), FlowOptions()).key(raw()),
        Work(EngineOptions(), FlowOptions(), code="another").key(raw()),
    ]

    assert len(set(keys)) == len(keys)
    assert base.key(raw(ref="elsewhere.txt")) == keys[0]


async def test_sources_come_out_in_the_order_they_came_in() -> None:
    """However many are under way."""
    sources = [raw(TEXT.replace("nine", str(20 + n)), f"{n}.txt") for n in range(20)]

    found = await done(Work(EngineOptions(), FlowOptions()), ScriptedEngine({}), *sources)
    assert [one.ref for one in found] == [f"{n}.txt" for n in range(20)]
