"""Loads digests that any version wrote: older JSON is upgraded step by step, newer JSON is a one-line error."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from .errors import RecordError
from .records import SCHEMA_VERSION, Digest

STEPS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From version n to n + 1: one small function for every version that was ever published."""


def load_digest(text: str, where: str = "digest") -> Digest:
    """The digest in a JSON text, checked like a new one; `where` names it in the error."""
    try:
        content = json.loads(text)
    except ValueError as err:
        raise RecordError(f"{where}: not JSON ({err}); give a digest written with --format json") from err
    if not isinstance(content, dict) or not isinstance(content.get("schema_version"), int):
        raise RecordError(f"{where}: no digest (it has no schema_version); give a digest written with --format json")
    version = content["schema_version"]
    if version > SCHEMA_VERSION:
        raise RecordError(f"{where}: schema_version {version} is newer than {SCHEMA_VERSION}; update wirebrief")
    while version < SCHEMA_VERSION:
        if version not in STEPS:
            raise RecordError(f"{where}: schema_version {version} was never published; make the digest again")
        content = STEPS[version](content)
        version += 1
    try:
        return Digest.model_validate(content)
    except ValidationError as err:
        first = err.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "digest"
        raise RecordError(f"{where}: {place}: {first['msg']}; the digest was changed or cut, make it again") from err
