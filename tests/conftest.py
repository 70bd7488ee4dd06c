"""The proving ground's walls: no network but this machine's, no home folder, no settings of the developer's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import disable_socket, enable_socket, socket_allow_hosts


@pytest.fixture(autouse=True)
def closed_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test has an empty home, no endpoint in its environment, and no way off this machine."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in __import__("os").environ if name.startswith("WIREBRIEF_")]:
        monkeypatch.delenv(name)
    disable_socket(allow_unix_socket=True)
    socket_allow_hosts(["127.0.0.1", "localhost", "::1"], allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture
def seeds() -> Path:
    """The folder of our own articles."""
    return Path(__file__).parent.parent / "seeds"
