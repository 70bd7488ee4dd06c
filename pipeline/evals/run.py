"""Runs an engine over seeds through the front door: several at once, repeated, resumed; a crash is a row, no end."""

import asyncio
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from .. import Article, ArticleError, Digest, EndpointError, UsageError, WirebriefError, adigest
from .stored import MANIFEST, About, Row, read_about, read_row, row_file, write_about, write_row

Value = str | int | float | bool | None
Progress = Callable[[int, int, Row], None]
"""Called after every row: how many are done, of how many, and the row."""

AT_ONCE: Final = 4
"""Cases under way at once; each asks its engine a few questions one after the other."""


@dataclass(frozen=True, slots=True)
class Job:
    """One seed to digest: the case's id, its file, and the day it was published where a fixture says so."""

    case: str
    seed: Path
    published: date | None = None

    def source(self) -> Article | str:
        """What the front digests: a text with its day, for files do not print their year; a page says its own."""
        if self.published is None or self.seed.suffix.lower() not in (".txt", ".md"):
            return str(self.seed)
        text = self.seed.read_bytes().decode("utf-8-sig")
        heading = re.search(r"^# +(.+?)\s*$", text, re.MULTILINE) if self.seed.suffix.lower() == ".md" else None
        noon = datetime.combine(self.published, time(12), UTC)
        return Article.of(text, id=self.case, published=noon, title=heading.group(1) if heading else None)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run: the settings of the front (`engine`, `model`, `prompts`, ...), repeats, and how many at once."""

    folder: Path
    settings: Mapping[str, Value]
    repeats: int = 1
    at_once: int = AT_ONCE
    resume: bool = False
    cache: Path | None = None

    def about(self) -> About:
        """The manifest before anything was answered."""
        model = self.settings.get("model")
        kept = {name: value for name, value in self.settings.items() if value is not None and name != "api_key"}
        engine = str(self.settings.get("engine") or "auto")
        return About(engine, None if model is None else str(model), {}, kept, self.repeats)

    def of_repeat(self, repeat: int) -> dict[str, Value]:
        """The settings of one repeat; each repeat has a cache of its own, or the cache would answer all but one."""
        settings = dict(self.settings)
        if self.cache is None or settings.get("engine") == "offline":
            return settings | {"use_cache": False}
        return settings | {"use_cache": True, "cache": str(self.cache / f"repeat-{repeat}")}


def run(jobs: Sequence[Job], plan: Plan, progress: Progress | None = None) -> tuple[Row, ...]:
    """Every job's row, in order of job and repeat; raises `UsageError` or `EndpointError` where none could be run."""
    return asyncio.run(_run(jobs, plan, progress))


async def _run(jobs: Sequence[Job], plan: Plan, progress: Progress | None) -> tuple[Row, ...]:
    known = _prepared(plan)
    wanted = [(job, repeat) for job in jobs for repeat in range(1, plan.repeats + 1)]
    gate, done = asyncio.Semaphore(plan.at_once), 0

    async def one(job: Job, repeat: int) -> Row:
        nonlocal done
        path = row_file(plan.folder, job.case, repeat)
        hashed = hashlib.sha256(job.seed.read_bytes()).hexdigest()
        if known and path.is_file() and (row := read_row(path)).seed_sha256 == hashed and row.digest is not None:
            done += 1
            return row
        async with gate:
            row = await _row(job, repeat, hashed, plan)
        write_row(plan.folder, row)
        done += 1
        if progress is not None:
            progress(done, len(wanted), row)
        return row

    rows = tuple(await asyncio.gather(*(one(job, repeat) for job, repeat in wanted)))
    _none_answered(rows)
    _finish(rows, plan)
    return rows


def _prepared(plan: Plan) -> bool:
    """Whether rows of an earlier, same run may be kept; a new run empties its folder of rows first."""
    manifest = plan.folder / MANIFEST
    if plan.resume and manifest.is_file():
        if not plan.about().same_as(read_about(plan.folder)):
            raise UsageError(
                f"{plan.folder} holds a run with other settings; resume with the same, or name another --run"
            )
        return True
    for path in plan.folder.glob("*--*.json"):
        path.unlink()
    write_about(plan.folder, plan.about())
    return False


async def _row(job: Job, repeat: int, hashed: str, plan: Plan) -> Row:
    """A runner may catch everything: what went wrong is named with its case, and the others go on."""
    try:
        digest: Digest = await adigest(job.source(), **plan.of_repeat(repeat))  # type: ignore[arg-type]
    except ArticleError as err:
        return _failed(job, repeat, hashed, err.stage, err.cause, f"{err}; {err.advice}")
    except EndpointError as err:
        return _failed(job, repeat, hashed, "engine", "endpoint", str(err))
    except WirebriefError as err:
        return _failed(job, repeat, hashed, "settings", type(err).__name__, str(err))
    except Exception as err:
        return _failed(job, repeat, hashed, "crash", type(err).__name__, f"{type(err).__name__}: {err}")
    return Row(job.case, repeat, hashed, digest)


def _failed(job: Job, repeat: int, hashed: str, stage: str, cause: str, message: str) -> Row:
    return Row(job.case, repeat, hashed, None, {"stage": stage, "cause": cause, "message": message})


def _none_answered(rows: Sequence[Row]) -> None:
    """A run whose every row failed before an engine answered is no run: nothing was measured."""
    machine = [
        row.failure for row in rows if row.failure is not None and row.failure["stage"] in ("engine", "settings")
    ]
    if not rows or len(machine) < len(rows):
        return
    first = machine[0]["message"]
    if all(failure["stage"] == "settings" for failure in machine):
        raise UsageError(f"no case could be run: {first}")
    raise EndpointError(f"no case could be run: {first}")


def _finish(rows: Sequence[Row], plan: Plan) -> None:
    """The manifest says who really answered: the engine that "auto" chose, its model, the prompts' versions."""
    made = next((row.digest.provenance for row in rows if row.digest is not None), None)
    if made is not None:
        about = replace(plan.about(), engine=made.engine, model=made.model, prompts=dict(made.prompts))
        write_about(plan.folder, replace(about, settings={**plan.about().settings, "engine": made.engine}))
