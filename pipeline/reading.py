"""What a reader without a model sees in an article: the `Reading` that engine and guard share."""

from typing import Annotated, Literal

from pydantic import Field

from .records import Article, Certainty, Kind, Polarity, Quantity, Record, Role, Sentence, Severity, Span, TimeRef


class Quotation(Span):
    """A passage in double quotation marks, marks included; `inner` is what stands between them.

    A quotation that goes on in the next paragraph opens again there: `open_end` is true on every part but the last.
    """

    inner: Span
    paragraph: int
    open_end: bool = False


class Name(Span):
    """One mention of a named person, organisation or place; `full` is the fullest form the article has."""

    text: str
    kind: Literal["person", "organisation", "place", "unknown"]
    full: str
    role: str | None = None


class Saying(Record):
    """One attribution: which content, by whom, by which words.

    `speaker` is the source in its fullest form ("Defence Minister" + "Ana Ruiz" -> speaker "Ana Ruiz", role
    "Defence Minister"), also where the source is a pronoun; null where the article names nobody.
    `sentences` are the indices of the sentences the content touches.
    """

    content: Annotated[tuple[Span, ...], Field(min_length=1)]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    kind: Kind
    speaker: str | None
    role: str | None = None
    via: str | None = None
    sentences: tuple[int, ...] = ()


class TimeMention(Span):
    """A time expression at its place, with the interval it resolves to."""

    ref: TimeRef


class ModalityCue(Span):
    """A word that makes its sentence less than certain, conditional, or negative."""

    text: str
    certainty: Certainty | None = None
    conditional: bool = False
    polarity: Polarity | None = None


class Reading(Record):
    """One article, read once: every part in order of `start`, every offset into `article.text`.

    Sentences do not overlap, stay inside their paragraph, and leave out white space only.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[Name, ...]
    sayings: tuple[Saying, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeMention, ...]
    cues: tuple[ModalityCue, ...]

    def text_of(self, index: int) -> str:
        """The characters of sentence `index`."""
        return self.sentences[index].cut(self.article.text)

    def news(self) -> tuple[Sentence, ...]:
        """The sentences that can carry a claim: body and headline, boilerplate left out."""
        return tuple(s for s in self.sentences if s.role in (Role.BODY, Role.HEADLINE))


class Fault(Record):
    """One failed check of the guard: its name, what it expected (from the evidence) and found (in the text)."""

    check: Literal[
        "number",
        "bound",
        "date",
        "name",
        "quotation",
        "negation",
        "certainty",
        "speaker",
        "attribution",
        "condition",
        "wording",
    ]
    severity: Severity
    expected: str
    found: str
    spans: tuple[Span, ...] = ()
