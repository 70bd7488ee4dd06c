"""Reads fixtures: YAML with every scalar a string, then typed; an error says file, entry and what to do."""

import hashlib
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from .. import UsageError
from .fixtures import Fixture
from .seeds import seed_text


class FixtureError(UsageError):
    """A fixture that cannot be read; its message names file, entry and remedy."""


@dataclass(frozen=True, slots=True)
class Case:
    """A fixture with its id, its file, the text a reader sees in its seed, and the hash of its own bytes."""

    id: str
    path: Path
    fixture: Fixture
    text: str
    seed: Path
    fixture_hash: str


class _Strings(yaml.CBaseLoader):
    """Every scalar stays a string ("no" is no false, 2025-03-11 no date); a key that stands twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """A mapping, with every key once."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise yaml.constructor.ConstructorError(
                    None, None, f"line {line}: the key {key.value!r} stands twice; rename one", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def parse(text: str, where: str) -> Fixture:
    """The fixture in a YAML text; raises `FixtureError` with the first few faults, one a line."""
    try:
        content = yaml.load(text, Loader=_Strings)  # noqa: S506 - a base loader builds strings, lists and mappings only
    except yaml.YAMLError as err:
        problem = getattr(err, "problem", None) or str(err)
        mark = getattr(err, "problem_mark", None)
        line = f" (line {mark.line + 1})" if mark is not None and "line" not in problem else ""
        raise FixtureError(f"{where}: not YAML: {problem}{line}; put a text with ': ' or ' #' into quotes") from err
    if not isinstance(content, dict):
        raise FixtureError(f"{where}: a fixture is a mapping; start from `wirebrief eval new ARTICLE`")
    try:
        return Fixture.model_validate(content)
    except ValidationError as err:
        raise FixtureError(_faults(err, where)) from err


def load(path: Path, root: Path) -> Case:
    """The case of one fixture file; `root` is where its seed's path starts. Raises `FixtureError`."""
    try:
        data = path.read_bytes()
    except OSError as err:
        raise FixtureError(f"{path}: cannot be read ({err.strerror}); give an existing fixture") from err
    fixture = parse(data.decode("utf-8"), str(path))
    seed = root / fixture.article.seed
    try:
        text = seed_text(seed)
    except (OSError, UnicodeDecodeError) as err:
        raise FixtureError(f"{path}, article: seed {str(seed)!r} cannot be read; correct 'seed'") from err
    return Case(path.stem, path, fixture, text, seed, hashlib.sha256(data).hexdigest())


def is_wanted(id_: str, wanted: str) -> bool:
    """Whether a case's id contains one of the comma-separated texts."""
    return any(part.strip() in id_ for part in wanted.split(","))


def load_all(folder: Path, root: Path, wanted: str = "") -> tuple[Case, ...]:
    """Every case of a folder in order of id; `wanted` keeps those that `is_wanted`. Raises `FixtureError`."""
    paths = sorted(path for path in folder.glob("*.yaml") if is_wanted(path.stem, wanted))
    if not paths:
        what = f"no fixture whose name contains {wanted!r}" if wanted else "no fixture (*.yaml)"
        raise FixtureError(f"{folder}: {what}; give --fixtures a folder of fixtures")
    return tuple(load(path, root) for path in paths)


def _faults(err: ValidationError, where: str) -> str:
    lines = []
    for fault in err.errors()[:5]:
        block, *rest = [str(part) for part in fault["loc"] if part != "function-before"]
        entry = " ".join([block, *rest[:1]])
        place = entry + "".join(f".{part}" for part in rest[1:])
        message = _ADVICE.get(fault["type"], fault["msg"].removeprefix("Value error, "))
        lines.append(f"{where}, {place}: {message}")
    more = len(err.errors()) - len(lines)
    return "\n".join(lines) + (f"\n... and {more} more" if more > 0 else "")


_ADVICE = {
    "extra_forbidden": "unknown key; see the table of keys in evals/README.md",
    "missing": "this key is required",
    "too_short": "this must not be empty",
}
