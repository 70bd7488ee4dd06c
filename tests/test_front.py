"""The Python front: sync and async, in a running loop too, with an engine of one's own."""

import asyncio
from pathlib import Path

import pytest
from scripted import ScriptedEngine, draft, summary_of_first

import pipeline
from pipeline import Article, ArticleError, Digest, Failure, SourceError, adigest, adigests, digest, digests
from pipeline.engine import Drafts

NINE = "A fire at the mill injured at least nine workers, Fire Commissioner Renske Aldous said."
TEXT = f"{NINE} The mill stays shut until Friday. The county will send an inspector on Monday."


@pytest.fixture
def harbour(seeds: Path) -> Path:
    """A seed."""
    return seeds / "harbour.txt"


def test_a_path_a_string_and_an_article_are_sources(harbour: Path) -> None:
    """The same text makes the same claims."""
    by_path = digest(harbour, engine="offline")
    by_string = digest(str(harbour), engine="offline")
    by_article = digest(Article.of(harbour.read_text("utf-8")), engine="offline")

    assert by_path.same_as(by_string)
    assert [c.id for c in by_article.claims] == [c.id for c in by_path.claims]


async def test_digest_works_inside_a_running_loop(harbour: Path) -> None:
    """As in a notebook."""
    assert digest(harbour, engine="offline").same_as(await adigest(harbour, engine="offline"))


def test_settings_are_those_of_the_command_line(harbour: Path) -> None:
    """By name; an unknown one is an error."""
    made = digest(harbour, engine="offline", max_lines=2)

    assert made.summary is not None
    assert len(made.summary.lines) == 2
    with pytest.raises(pipeline.UsageError, match="from 1 to 20"):
        digest(harbour, engine="offline", max_lines=0)
    with pytest.raises(pipeline.UsageError, match="max_lins"):
        digest(harbour, engine="offline", max_lins=3)


def test_an_engine_of_ones_own_can_be_given() -> None:
    """Anything that answers calls."""
    engine = ScriptedEngine(
        {"extract": [Drafts(claims=(draft(NINE, NINE, source="Renske Aldous"),))], "summarize": [summary_of_first]}
    )

    made = digest(Article.of(TEXT), engine=engine)
    assert [c.text for c in made.claims] == [NINE]
    assert made.provenance.engine == "scripted"


def test_a_broken_article_is_a_failure_among_digests(harbour: Path, tmp_path: Path) -> None:
    """In order, and the others are done."""
    wall = tmp_path / "wall.txt"
    wall.write_text("Menu\n")

    one, other = digests([wall, harbour], engine="offline")
    assert isinstance(one, Failure)
    assert isinstance(other, Digest)
    with pytest.raises(ArticleError, match="too few"):
        digest(wall, engine="offline")


def test_a_missing_file_is_an_exception() -> None:
    """A machine that cannot read is no broken article."""
    with pytest.raises(SourceError, match=r"absent\.txt"):
        digest("absent.txt", engine="offline")


async def test_digests_come_as_they_are_done(harbour: Path, seeds: Path) -> None:
    """An async iterator, in input order."""
    titles = [
        item.article.text[:10]
        async for item in adigests([harbour, seeds / "merger.txt"], engine="offline")
        if isinstance(item, Digest)
    ]

    assert titles == [harbour.read_text("utf-8")[:10], (seeds / "merger.txt").read_text("utf-8")[:10]]


async def test_stopping_half_way_leaves_nothing_behind(harbour: Path, seeds: Path) -> None:
    """No task survives an iterator that is closed."""
    stream = adigests([harbour, seeds / "merger.txt", seeds / "verdict.txt"], engine="offline")
    await anext(stream)
    await stream.aclose()

    assert asyncio.all_tasks() == {asyncio.current_task()}


def test_every_exported_name_is_there() -> None:
    """`from pipeline import ...` keeps its promise."""
    for name in pipeline.__all__:
        assert getattr(pipeline, name) is not None
    with pytest.raises(AttributeError):
        _ = pipeline.spam
