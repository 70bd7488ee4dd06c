"""Answers from recordings: replies that somebody gave before, kept as readable JSON.

A recording is one file, `<folder>/<name>.json`: {"article": sha256, "note": ..., "replies": [{"stage", "piece",
"request": sha256 of the canonical request, "reply": {...}}]}. It is found by (stage, article, piece); a request that
has changed since is answered and counted as stale, or refused where `exact` is asked for.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from pydantic import ValidationError

from ..engine import Answer, Call, R
from ..errors import ReplayMiss, ReplyCause, ReplyError, UsageError
from ..options import EngineOptions
from ..prompts import hashes
from .requests import request_hash

Key = tuple[str, str, int]
"""Stage, sha256 of the article, number of the piece."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One recorded reply, and the hash of the request it answered."""

    request: str
    reply: Any
    cause: ReplyCause | None = None


class ReplayEngine:
    """An engine that only repeats; a question nobody answered before is a `ReplayMiss`."""

    name = "replay"

    def __init__(self, recorded: Mapping[Key, Recorded], options: EngineOptions) -> None:
        self._recorded = recorded
        self._options = options

    @classmethod
    def open(cls, options: EngineOptions) -> Self:
        """Read every recording of the options' folder."""
        if options.recordings is None:
            raise UsageError("engine 'replay' needs recordings; give --recordings a folder")
        return cls(load(Path(options.recordings)), options)

    @property
    def model(self) -> str | None:
        """The recordings do not say who answered."""
        return "recorded replies"

    @property
    def prompts(self) -> Mapping[str, str]:
        """The version of each prompt of today; `stale` says where a recording answered another."""
        return hashes(self._options.prompts)

    async def answer(self, call: Call[R]) -> Answer[R]:
        """The recorded reply for this stage, article and piece."""
        article = call.given.reading.article
        recorded = self._recorded.get((call.stage, article.sha256, call.piece))
        what = f"stage {call.stage!r}, piece {call.piece}, article {article.id!r}"
        if recorded is None:
            raise ReplayMiss(f"no recorded reply for {what}; record it, or use another engine")
        key = request_hash(call, self._options)
        stale = key != recorded.request
        if stale and self._options.exact:
            raise ReplayMiss(f"the recorded reply for {what} answers an older request; record it again")
        if recorded.cause is not None:
            raise ReplyError(f"the recorded reply for {what} was {recorded.cause}", cause=recorded.cause)
        try:
            reply = call.reply.model_validate(recorded.reply)
        except ValidationError as err:
            raise ReplyError(
                f"the recorded reply for {what} does not fit {call.reply.__name__}: {err.error_count()} faults",
                cause="wrong_schema",
                raw=json.dumps(recorded.reply, ensure_ascii=False),
            ) from err
        return Answer(reply=reply, cached=True, key=key, stale=stale)


def load(folder: Path) -> dict[Key, Recorded]:
    """Every recorded reply in a folder; a file that is no recording is a `UsageError` that names it."""
    if not folder.is_dir():
        raise UsageError(f"recordings folder {str(folder)!r} does not exist; give --recordings a folder of recordings")
    found: dict[Key, Recorded] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            content = json.loads(path.read_text("utf-8"))
            for row in content["replies"]:
                key = (str(row["stage"]), str(content["article"]), int(row["piece"]))
                found[key] = Recorded(str(row["request"]), row.get("reply"), row.get("cause"))
        except (OSError, ValueError, KeyError, TypeError) as err:
            raise UsageError(
                f"{str(path)!r} is no recording ({err.__class__.__name__}: {err}); record it again"
            ) from err
    return found
