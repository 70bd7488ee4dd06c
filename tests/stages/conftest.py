"""One article that every stage test reads: a quotation twice, two counts, a denial, a hedge, a footer."""

from datetime import UTC, datetime

import pytest

from pipeline.reading import Reading
from pipeline.records import Article
from pipeline.text.read import read

TEXT = """TOLVAR, May 14 (Coastal Wire) — A fire at the Tolvar paper mill on Monday injured at least nine workers, \
Fire Commissioner Renske Aldous said.

The mill’s owner, Brandt & Vey, said as many as 14 workers had been treated, two of them in hospital.

“We lost the [pulping] hall, not the mill,” its director, Pavel Ormond, told reporters. He denied that the \
sprinklers had been switched off.

If the roof is not propped by Friday it could come down, Aldous warned. “We are waiting,” she said.

Nobody at the union would comment. “We are waiting,” said its chair, Oona Pell.

Inspectors believe a bearing overheated, two people close to the inquiry said.

Contact the newsroom: desk@coastalwire.example
© 2025 Coastal Wire. All rights reserved.
"""


@pytest.fixture
def article() -> Article:
    """The mill fire, published on a Wednesday."""
    return Article.of(TEXT, id="mill", published=datetime(2025, 5, 14, tzinfo=UTC))


@pytest.fixture
def reading(article: Article) -> Reading:
    """What can be seen in it without a model."""
    return read(article)
