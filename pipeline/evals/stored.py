"""Runs on disk: a manifest and one file for every case and repeat, written whole, read back by `score`."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from .. import Digest, OutputError, RecordError, UsageError, load_digest
from .loading import is_wanted

MANIFEST: Final = "run.json"


@dataclass(frozen=True, slots=True)
class About:
    """What a run is: the engine, its model and prompts, the settings given, how many repeats."""

    engine: str
    model: str | None = None
    prompts: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str | int | float | bool | None] = field(default_factory=dict)
    repeats: int = 1

    def same_as(self, other: "About") -> bool:
        """Whether two runs may share a folder: what was asked is the same (prompts are known only afterwards)."""
        return (self.engine, self.settings, self.repeats) == (other.engine, other.settings, other.repeats)


@dataclass(frozen=True, slots=True)
class Row:
    """One case, once: its digest, or how it failed."""

    case: str
    repeat: int
    seed_sha256: str
    digest: Digest | None = None
    failure: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A run read back."""

    folder: Path
    about: About
    rows: tuple[Row, ...]


def row_file(folder: Path, case: str, repeat: int) -> Path:
    """Where a row of a run is kept."""
    return folder / f"{case}--{repeat}.json"


def write_about(folder: Path, about: About) -> None:
    """Write the manifest; raises `OutputError`."""
    _write(folder / MANIFEST, asdict(about))


def write_row(folder: Path, row: Row) -> None:
    """Write one row, whole or not at all; raises `OutputError`."""
    digest = None if row.digest is None else row.digest.model_dump(mode="json", by_alias=True)
    content = {
        "case": row.case,
        "repeat": row.repeat,
        "seed_sha256": row.seed_sha256,
        "digest": digest,
        "failure": None if row.failure is None else dict(row.failure),
    }
    _write(row_file(folder, row.case, row.repeat), content)


def read_about(folder: Path) -> About:
    """The manifest of a run; raises `UsageError` where the folder holds none."""
    content = _read(folder / MANIFEST)
    try:
        return About(**content)
    except TypeError as err:
        raise UsageError(f"{folder / MANIFEST}: no manifest of a run ({err}); run the evals again") from err


def read_run(folder: Path, wanted: str = "") -> Stored:
    """A run with the rows of the wanted cases; raises `UsageError` or `RecordError`."""
    about = read_about(folder)
    rows = tuple(read_row(path) for path in _row_paths(folder) if is_wanted(path.stem.rsplit("--", 1)[0], wanted))
    return Stored(folder, about, rows)


def read_row(path: Path) -> Row:
    """One row; raises `RecordError` where it is none."""
    content = _read(path)
    try:
        digest = content["digest"]
        return Row(
            case=content["case"],
            repeat=content["repeat"],
            seed_sha256=content["seed_sha256"],
            digest=None if digest is None else load_digest(json.dumps(digest), str(path)),
            failure=content["failure"],
        )
    except (KeyError, TypeError) as err:
        raise RecordError(f"{path}: no row of a run ({err}); run this case again") from err


def _row_paths(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.glob("*--*.json")))


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as err:
        raise UsageError(f"{path} does not exist; give a folder that `wirebrief eval run` wrote") from err
    except (OSError, ValueError) as err:
        raise RecordError(f"{path}: cannot be read ({err}); run the evals again") from err
    if not isinstance(content, dict):
        raise RecordError(f"{path}: not an object; run the evals again")
    return content


def _write(path: Path, content: object) -> None:
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(content, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
        part.replace(path)
    except OSError as err:
        raise OutputError(f"{str(path)!r} cannot be written ({err.strerror}); give another --runs") from err
