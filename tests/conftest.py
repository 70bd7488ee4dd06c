"""The proving ground's walls: no network but this machine's, no home folder, no settings of the developer's."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import _remove_restrictions, socket_allow_hosts


@pytest.fixture(autouse=True)
def closed_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test has an empty home, no endpoint in its environment, and no way off this machine."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    for name in list(os.environ):
        if name.startswith(("WIREBRIEF_", "OPENAI_")) or name == "NO_COLOR":
            monkeypatch.delenv(name)
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)
    yield
    _remove_restrictions()


@pytest.fixture
def seeds() -> Path:
    """The folder of our own articles."""
    return Path(__file__).parent.parent / "seeds"
