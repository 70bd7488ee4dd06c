"""The key of a digest changes with everything that can change the digest, and with nothing else."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.store.keys import code_hash, digest_key, tree_hash

BASE: dict[str, Any] = {
    "data": b"The ferry sank.",
    "form": "plain",
    "about": (("title", "Ferry"), ("url", "https://example.org/ferry")),
    "options": {"max_claims": 60, "max_lines": 5},
    "engine": {"engine": "offline", "model": None},
    "prompts": {"extract": "aa"},
    "code": "cc",
}


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("data", b"The ferry sank. "),
        ("form", "markdown"),
        ("about", (("title", "Ferries"), ("url", "https://example.org/ferry"))),
        ("about", ()),
        ("options", {"max_claims": 61, "max_lines": 5}),
        ("options", {"max_claims": True, "max_lines": 5}),
        ("engine", {"engine": "offline", "model": "small"}),
        ("engine", {"engine": "offline"}),
        ("prompts", {"extract": "ab"}),
        ("prompts", {"extract": "aa", "repair": "bb"}),
        ("code", "cd"),
    ],
)
def test_every_part_changes_the_key(part: str, other: object) -> None:
    """A change anywhere is another key."""
    assert digest_key(**(BASE | {part: other})) != digest_key(**BASE)


def test_the_order_of_options_does_not_change_the_key() -> None:
    """Two mappings that are equal make the same key."""
    turned = BASE | {"options": {"max_lines": 5, "max_claims": 60}, "about": BASE["about"][::-1]}

    assert digest_key(**turned) == digest_key(**BASE)


@pytest.mark.parametrize("value", [float("nan"), object(), b"bytes"])
def test_a_value_without_canonical_form_is_refused(value: object) -> None:
    """What cannot be written the same way every time makes no key."""
    with pytest.raises((TypeError, ValueError)):
        digest_key(**(BASE | {"options": {"x": value}}))


def test_the_hash_of_code_depends_on_names_and_contents_alone(tmp_path: Path) -> None:
    """A byte, a name or a new file changes it; compiled files, times and other files do not."""
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "b.py").write_text("y = 2\n")
    before = tree_hash(tmp_path)

    (tmp_path / "notes.md").write_text("nothing")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.py").write_text("stale")
    (tmp_path / "a.py").touch()
    same = tree_hash(tmp_path)
    (tmp_path / "room" / "b.py").rename(tmp_path / "room" / "c.py")
    renamed = tree_hash(tmp_path)
    (tmp_path / "a.py").write_text("x = 2\n")

    assert same == before
    assert len({before, renamed, tree_hash(tmp_path)}) == 3


def test_our_own_code_has_a_hash() -> None:
    """64 hex digits, the same all through a process."""
    assert (len(code_hash()), code_hash()) == (64, code_hash())
