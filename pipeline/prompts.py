"""The library desk: finds a stage's prompt folder, names its version, and renders it for one call.

A prompt is three files in `prompts/<stage>/`: `system.md` (the fixed part, examples included), `user.md` (the
article, then the question) and `examples.jsonl`. Its version is the hash of the three; nothing else names it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import PromptError

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

STAGES = ("extract", "repair", "summarize")
"""The stages that ask, in the order an article meets them."""

FILES = ("system.md", "user.md", "examples.jsonl")
"""The files of one prompt, in hash order."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One stage's prompt as read from disk; `examples` are the parsed rows of `examples.jsonl`."""

    stage: str
    folder: Path
    system: str
    user: str
    examples: tuple[Mapping[str, Any], ...]
    hash: str


@dataclass(frozen=True, slots=True)
class Messages:
    """A rendered prompt: the fixed part first, so that a provider's prompt cache can reuse it."""

    system: str
    user: str


def shipped() -> Path:
    """The prompts that come with the program: beside the package in a checkout, inside it in a wheel."""
    inside = Path(__file__).parent / "_prompts"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "prompts"


def folder_of(stage: str, override: str | None = None) -> Path:
    """The folder of one stage: `override`/<stage> where that exists, else the shipped one."""
    if override is not None:
        root = Path(override)
        if not root.is_dir():
            raise PromptError(f"prompts folder {override!r} does not exist; give --prompts a folder of stage folders")
        if (root / stage).is_dir():
            return root / stage
    return shipped() / stage


def load(stage: str, override: str | None = None) -> Prompt:
    """Read one stage's prompt; a missing or broken file is a `PromptError` that names it."""
    folder = folder_of(stage, override)
    texts = [_read(folder / name) for name in FILES]
    return Prompt(stage, folder, texts[0], texts[1], _examples(folder / FILES[2], texts[2]), _hash(texts))


def hashes(override: str | None = None) -> dict[str, str]:
    """The version of every stage's prompt, by stage: 12 hex digits."""
    return {stage: load(stage, override).hash for stage in STAGES}


def render(prompt: Prompt, given: Mapping[str, Any]) -> Messages:
    """Fill a prompt with what the stage gives; a name the stage does not give is a `PromptError`.

    `system.md` sees only `examples`, so that it is the same bytes for every article.
    """
    return Messages(
        system=_fill(prompt, "system.md", prompt.system, {"examples": prompt.examples}),
        user=_fill(prompt, "user.md", prompt.user, given),
    )


def marker(sha256: str, text: str) -> str:
    """A fence word made from the article's hash and proven absent from its text: same article, same bytes."""
    for length in range(12, len(sha256) + 1):
        word = f"ARTICLE-{sha256[:length]}"
        if word not in text:
            return word
    raise PromptError("the article contains every fence made from its own hash; it cannot be shown safely")


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as err:
        raise PromptError(f"prompt file {str(path)!r} cannot be read ({err.__class__.__name__}); restore it") from err


def _examples(path: Path, text: str) -> tuple[Mapping[str, Any], ...]:
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as err:
            raise PromptError(f"{str(path)!r} line {number}: not JSON ({err.msg}); one example a line") from err
        if not isinstance(row, dict):
            raise PromptError(f"{str(path)!r} line {number}: not an object; one example a line")
        rows.append(row)
    return tuple(rows)


def _hash(texts: list[str]) -> str:
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()[:12]


def _fill(prompt: Prompt, name: str, source: str, given: Mapping[str, Any]) -> str:
    import jinja2

    try:
        return _compiled(source).render(given).strip() + "\n"
    except jinja2.TemplateSyntaxError as err:
        raise PromptError(f"{str(prompt.folder / name)!r} line {err.lineno}: {err.message}") from err
    except jinja2.UndefinedError as err:
        known = ", ".join(sorted(given))
        raise PromptError(
            f"{str(prompt.folder / name)!r}: {err.message}; stage {prompt.stage!r} gives {known}"
        ) from err
    except jinja2.exceptions.SecurityError as err:
        raise PromptError(f"{str(prompt.folder / name)!r}: {err}; a prompt may only print what it is given") from err


@cache  # compiling takes 3.5 ms, rendering a tenth of that
def _compiled(source: str) -> "Template":
    return _environment().from_string(source)


@cache
def _environment() -> "SandboxedEnvironment":
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["json"] = lambda value: json.dumps(value, ensure_ascii=False)
    return environment
