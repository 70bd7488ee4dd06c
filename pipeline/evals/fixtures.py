"""The fixture: what a person wrote down about one article, as strict models; `evals/README.md` teaches to write it.

The models fix the shape; what the strings must fulfil (they stand in the article, ids exist) is checked in `lint.py`.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from .typed import Amount, Block, Day, Flag, Many, Whole

Slot = Literal["speaker", "via", "figure", "bound", "unit", "hedge", "certainty", "polarity", "date", "quote", "scope"]
"""What of a matched claim can be wrong."""

SLOTS: tuple[Slot, ...] = (
    "speaker",
    "via",
    "figure",
    "bound",
    "unit",
    "hedge",
    "certainty",
    "polarity",
    "date",
    "quote",
    "scope",
)

BoundWord = Literal["exact", "about", "at_least", "up_to", "more_than", "fewer_than", "vague"]
Certain = Literal["certain", "probable", "possible", "uncommitted"]
Severity = Literal["fatal", "major", "minor"]
Inferred = Annotated[Many, Field(description="Parts of the date that the article does not print: year, month, day.")]


class Entry(BaseModel):
    """One hand-written entry; `unreviewed` marks a draft that no person has confirmed."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    unreviewed: Flag = False
    note: str | None = None


class Source(Entry):
    """The article: its file from the root of the checkout, the hash of the file's bytes, its day of publication."""

    seed: str
    sha256: str
    published: Day | None = None
    exhaustive: Flag = False


class Entity(Entry):
    """A person, organisation or place that speaks or is spoken of; a person's last name is an alias of itself.

    `of` is the entity it speaks for or belongs to: naming one for the other is no fault.
    """

    name: str
    role: Many = ()
    aliases: Many = ()
    type: Literal["person", "organisation", "place", "other"] = "person"
    of: str | None = None


class Figure(Entry):
    """A number of the article: `words` verbatim with the bound's words, `counts` what is counted ("homes|houses").

    `speaker` only where it is not the fact's own; `confusable` are figures a hasty reader takes for it.
    """

    words: str
    value: Amount = ()
    bound: BoundWord = "exact"
    unit: str | None = None
    counts: str | None = None
    speaker: str | None = None
    confusable: Many = ()

    @model_validator(mode="after")
    def _value_fits_bound(self) -> Self:
        if not self.value and self.bound != "vague":
            raise ValueError("a figure needs a value (only one with 'bound: vague' has none); write it as digits")
        if len(self.value) > 2:
            raise ValueError("a value is one number, or two with 'to' between them")
        return self


class Date(Entry):
    """A time expression of the article: its words, and the `day` or days (`from`, `to`) it means."""

    words: str
    day: Day | None = None
    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None
    inferred: Inferred = ()

    @model_validator(mode="after")
    def _resolved_once(self) -> Self:
        if (self.day is None) == (self.from_ is None and self.to is None):
            raise ValueError("a date needs either 'day' or 'from' and 'to'")
        if self.day is None and (self.from_ is None or self.to is None or self.to < self.from_):
            raise ValueError("'from' and 'to' must both be given, in this order")
        return self

    @field_validator("inferred")
    @classmethod
    def _known_parts(cls, parts: tuple[str, ...]) -> tuple[str, ...]:
        if not set(parts) <= {"year", "month", "day"}:
            raise ValueError("inferred parts are year, month and day")
        return parts


class Quote(Entry):
    """A quotation: the text between its marks, verbatim with its brackets and its last comma."""

    text: str
    speaker: str | None = None
    via: str | None = None


class Fact(Entry):
    """One proposition a good digest has to carry.

    `fact` is a full sentence that would be right in a summary; `evidence` verbatim; no `speaker` is the article's own
    voice; `keys` are topic groups ("homes|houses") without any slot value; `scope` are words without which the claim
    says more than the source did; `say` are good paraphrases, `near` wrong ones by the slot they break.
    """

    fact: str
    evidence: Annotated[Many, Field(min_length=1)]
    keys: Annotated[Many, Field(min_length=1)]
    weight: Annotated[Whole, Field(ge=1, le=3)] = 2
    speaker: str | None = None
    speakers_ok: Many = ()
    via: str | None = None
    certainty: Certain = "certain"
    conditional: Flag = False
    denied: Flag = False
    hedges: Many = ()
    scope: Many = ()
    figures: Many = ()
    dates: Many = ()
    quotes: Many = ()
    veto: Many = ()
    say: Many = ()
    near: tuple["Near", ...] = ()

    @field_validator("near", mode="before")
    @classmethod
    def _nears(cls, value: object) -> object:
        return tuple(value) if isinstance(value, list) else () if value == "" else value


class Near(BaseModel):
    """A paraphrase that is wrong in exactly the named slots: `hedge: text`, `figure+bound: text`."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    slots: tuple[Slot, ...]
    text: str

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: object) -> object:
        if not isinstance(value, dict) or len(value) != 1:
            raise ValueError("a near is one line 'slot: wrong paraphrase', e.g. '- hedge: The cellars will fill.'")
        ((slots, text),) = value.items()
        names = tuple(part.strip() for part in str(slots).split("+"))
        if unknown := [name for name in names if name not in SLOTS]:
            raise ValueError(f"unknown slot {unknown[0]!r}; slots are {', '.join(SLOTS)}")
        return {"slots": names, "text": text}


class Attributed(Entry):
    """What is special about a speaker: `not` are the usual wrong speakers, `days` the dates of his words."""

    facts: Many = ()
    via: str | None = None
    place: str | None = None
    days: Many = ()
    not_: Annotated[Many, Field(alias="not")] = ()


class Conflict(Entry):
    """Facts that say different things of the same matter; covered when all sides are there, or `covered_if` of them."""

    what: str
    sides: Annotated[Many, Field(min_length=2)]
    covered_if: Whole | None = None


class Trap(Entry):
    """A tempting mistake: it fires where one clause has every group of `all` and none of `none`.

    A group is alternatives with "|" between them; `/.../` is a regular expression. `bad` and `ok` are its own tests.
    """

    kind: str
    severity: Severity = "major"
    all: Annotated[Many, Field(min_length=1)]
    none: Many = ()
    bad: Annotated[Many, Field(min_length=1)]
    ok: Many = ()
    in_quotes_only: Flag = False


class Footer(Entry):
    """Text that is not news: verbatim, or a regular expression between slashes."""

    text: str
    severity: Severity = "fatal"


class Wanted(Entry):
    """What the summary has to be: its length in words, the facts it must cover, one that leads, conflicts shown."""

    words: Annotated[str, Field(pattern=r"^\d+-\d+$")] = "15-140"
    must_cover: Many = ()
    lead_any: Many = ()
    conflicts_min: Whole = 0


class Fixture(BaseModel):
    """Everything a person wrote down about one article; the file's name is its id."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    article: Source
    entities: Block[Entity] = {}
    figures: Block[Figure] = {}
    dates: Block[Date] = {}
    quotes: Block[Quote] = {}
    must_have: Annotated[Block[Fact], Field(min_length=1)]
    attributions: Block[Attributed] = {}
    conflicts: Block[Conflict] = {}
    must_not_say: Block[Trap] = {}
    boilerplate: Annotated[tuple[Footer, ...], Field()] = ()
    ignore: Many = ()
    summary: Wanted = Wanted()

    @field_validator("boilerplate", mode="before")
    @classmethod
    def _footers(cls, value: object, info: ValidationInfo) -> object:
        if value == "":
            return ()
        if isinstance(value, list | tuple):
            return tuple({"text": item} if isinstance(item, str) else item for item in value)
        return value

    @field_validator("summary", mode="before")
    @classmethod
    def _summary(cls, value: object) -> object:
        return {} if value == "" else value
