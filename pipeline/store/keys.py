"""What a digest is stored under: everything that can change it, and nothing else."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path


def digest_key(
    *,
    data: bytes,
    form: str,
    about: Sequence[tuple[str, str]],
    options: Mapping[str, object],
    engine: Mapping[str, object],
    prompts: Mapping[str, str],
    code: str,
) -> str:
    """64 hex digits that differ where the input, its metadata, an option, the engine, a prompt or the code differs.

    The mappings hold JSON values; their order does not matter. Anything else raises `TypeError` or `ValueError`.
    """
    parts = {
        "data": hashlib.sha256(data).hexdigest(),
        "form": form,
        "about": sorted(map(list, about)),
        "options": dict(options),
        "engine": dict(engine),
        "prompts": dict(prompts),
        "code": code,
    }
    canonical = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


@cache
def code_hash() -> str:
    """64 hex digits of all our Python files, names and contents; read once per process."""
    return tree_hash(Path(__file__).parents[1])


def tree_hash(root: Path) -> str:
    """64 hex digits of the names and contents of all `*.py` below `root`; times and other files do not count."""
    total = hashlib.sha256()
    for name, path in sorted(_python_files(str(root), "")):
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib doubles the time of 80 small reads
            content = file.read()
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _python_files(folder: str, prefix: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield prefix + entry.name, entry.path
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from _python_files(entry.path, f"{prefix}{entry.name}/")
