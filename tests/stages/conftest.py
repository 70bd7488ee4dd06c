"""The article that every stage test reads."""

from datetime import UTC, datetime

import pytest
from mill import TEXT

from pipeline.reading import Reading
from pipeline.records import Article
from pipeline.text.read import read


@pytest.fixture
def article() -> Article:
    """The mill fire, published on a Wednesday."""
    return Article.of(TEXT, id="mill", published=datetime(2025, 5, 14, tzinfo=UTC))


@pytest.fixture
def reading(article: Article) -> Reading:
    """What can be seen in it without a model."""
    return read(article)
