"""Reads an article once: everything that can be seen in it without a model, in one `Reading`."""

from datetime import datetime

from ..errors import ArticleError
from ..reading import Quotation, Reading, TimeMention
from ..records import Article, Quantity, Role, Sentence
from . import modality, quantities, times
from .attribution import sayings
from .injection import addressed
from .names import names
from .segment import language, segment

MAX_CHARACTERS = 100_000
"""Longest article that is read, five long features; what is longer is a book, or many articles in one file."""


def read(article: Article) -> Reading:
    """The reading of an article: sentences, quotations, names, sayings, figures, times and modality cues.

    Raises `ArticleError` for a text of more than `MAX_CHARACTERS`.
    """
    text = article.text
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(
            f"the text has {len(text):,} characters, more than {MAX_CHARACTERS:,}",
            stage="read",
            cause="too_long",
            advice="split it into its articles",
        )
    cut, quotations = segment(text, article.title)
    sentences = _without_orders(text, cut, quotations)
    mentioned = names(text, sentences)
    published = article.published or times.dateline_date(text)
    return Reading(
        article=article,
        sentences=sentences,
        quotations=quotations,
        names=mentioned,
        sayings=sayings(text, sentences, quotations, mentioned),
        quantities=_quantities(text, sentences),
        times=_times(text, sentences, published),
        cues=tuple(cue for s in sentences for cue in modality.cues(text, s.start, s.end)),
    )


def readable(reading: Reading) -> Reading:
    """The reading itself where it is English news prose, else an `ArticleError` that says what it is instead."""
    problem = language.prose_problem(reading.article.text, reading.sentences)
    if problem is not None:
        cause, message, advice = problem
        raise ArticleError(message, stage="read", cause=cause, advice=advice)
    return reading


def _quantities(text: str, sentences: tuple[Sentence, ...]) -> tuple[Quantity, ...]:
    return tuple(q for s in sentences for q in quantities.quantities(text, s.start, s.end))


def _times(text: str, sentences: tuple[Sentence, ...], published: datetime | None) -> tuple[TimeMention, ...]:
    return tuple(t for s in sentences for t in times.times(text, published, s.start, s.end))


def _without_orders(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> tuple[Sentence, ...]:
    """Passages that address a language model are no news: marked as boilerplate, they can carry no claim."""
    orders = {span.start for span in addressed(text, sentences, quotations)}
    if not orders:
        return sentences
    return tuple(s.model_copy(update={"role": Role.BOILERPLATE}) if s.start in orders else s for s in sentences)
