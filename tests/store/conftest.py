"""A store in a temporary folder, and a hand inside its database."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.store import Store

Tamper = Callable[..., None]
"""Runs one SQL statement with values on the store's database."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache folder that does not exist yet."""
    return tmp_path / "cache"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """An open store."""
    with Store.open(folder) as opened:
        yield opened


@pytest.fixture
def tamper(folder: Path) -> Tamper:
    """Somebody who can write the database."""

    def run(statement: str, *values: object) -> None:
        with closing(sqlite3.connect(folder / "v1" / "cache.db", isolation_level=None)) as connection:
            connection.execute(statement, values)

    return run
