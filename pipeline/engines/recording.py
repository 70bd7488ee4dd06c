"""An engine around an engine that writes every reply down, so that `replay` can repeat it for free."""

import json
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..engine import Answer, Around, Call, Engine, R
from ..errors import OutputError, ReplyError
from ..options import EngineOptions
from ..records import Article
from .requests import request_hash


class RecordingEngine(Around):
    """Answers like the engine inside, and keeps one readable file an article in `folder`.

    A file holds the article's id, title and SHA-256 and its replies by stage and piece; a reply that is given again
    takes the place of the old one. The endpoint, the model and the key are not written.
    """

    def __init__(self, engine: Engine, folder: Path, options: EngineOptions) -> None:
        super().__init__(engine)
        self._folder = folder
        self._options = options

    async def answer(self, call: Call[R]) -> Answer[R]:
        """The inner engine's answer, written down before it is given on."""
        row: dict[str, Any] = {
            "stage": call.stage,
            "piece": call.piece,
            "request": request_hash(call, self._options),
        }
        article = call.given.reading.article
        try:
            answer = await self._inner.answer(call)
        except ReplyError as err:
            write(self._folder, article, {**row, "cause": err.cause})
            raise
        write(self._folder, article, {**row, "reply": answer.reply.model_dump(mode="json")})
        return answer


def write(folder: Path, article: Article, row: Mapping[str, Any]) -> None:
    """Put one reply into the recording of its article; the file is whole at any moment."""
    path = folder / f"{_slug(article)}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        rows = [*_rows(path, article.sha256), row]
        latest = {(r["stage"], r["piece"]): r for r in rows}
        whole = {
            "article": article.sha256,
            "title": article.title,
            "replies": [latest[key] for key in sorted(latest)],
        }
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, delete=False) as file:
            file.write(json.dumps(whole, indent=1, ensure_ascii=False) + "\n")
        os.chmod(file.name, 0o644)  # noqa: PTH101 - recordings are meant to be read
        Path(file.name).replace(path)
    except OSError as err:
        raise OutputError(f"recording {str(path)!r} cannot be written ({err.strerror}); give another --record") from err


def _rows(path: Path, sha256: str) -> list[dict[str, Any]]:
    """The rows of an older recording of the same text; of another text nothing is kept."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return []
    return list(content.get("replies", ())) if content.get("article") == sha256 else []


def _slug(article: Article) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", article.id).strip("-.") or article.sha256[:12]
