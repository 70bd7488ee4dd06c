"""Digests that any version wrote can be loaded: one committed example a version."""

import json
from pathlib import Path

import pytest

from pipeline.records import SCHEMA_VERSION
from pipeline.upgrade import STEPS, load_digest

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.v*.json"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_digest_of_an_older_version_loads(path: Path) -> None:
    """With every invariant of today."""
    made = load_digest(path.read_text("utf-8"), path.name)

    assert made.claims
    assert made.schema_version == SCHEMA_VERSION


def test_every_version_has_an_example_and_a_way_up() -> None:
    """From the first version to this one, without a gap."""
    versions = {json.loads(path.read_text("utf-8"))["schema_version"] for path in EXAMPLES}

    assert versions == set(range(1, SCHEMA_VERSION + 1))
    assert set(STEPS) == set(range(1, SCHEMA_VERSION))
