"""Every enumeration of the records, at home once: the words that a digest uses for kinds of things."""

from enum import StrEnum


class Role(StrEnum):
    """What a sentence is in the layout of its article; only `body` and `headline` can carry a claim."""

    BODY = "body"
    HEADLINE = "headline"
    DATELINE = "dateline"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


class Match(StrEnum):
    """How a quote was found: to the letter, or after folding quotes, dashes, spaces and brackets."""

    EXACT = "exact"
    FOLDED = "folded"


class Kind(StrEnum):
    """How an attribution is printed."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NARRATOR = "narrator"


class Certainty(StrEnum):
    """How sure the source is, according to the source."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNCOMMITTED = "uncommitted"


class Polarity(StrEnum):
    """Whether the source affirms the proposition or denies it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Bound(StrEnum):
    """How a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    MORE_THAN = "more_than"
    FEWER_THAN = "fewer_than"
    VAGUE = "vague"


class Granularity(StrEnum):
    """The size of the interval a time expression names."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Outcome(StrEnum):
    """How a claim came to its evidence: at once, or after one repair."""

    GROUNDED = "grounded"
    REPAIRED = "repaired"


class Severity(StrEnum):
    """How bad a finding is: `error` fails a `--strict` run."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Cause(StrEnum):
    """Why something an engine was asked for, or said, is not in the digest."""

    # rejected: the engine said it and a check refused it
    QUOTE_NOT_FOUND = "quote_not_found"
    QUOTE_ELSEWHERE = "quote_elsewhere"
    NOT_NEWS = "not_news"
    UNKNOWN_SENTENCE = "unknown_sentence"
    UNSUPPORTED = "unsupported"
    UNKNOWN_CLAIM = "unknown_claim"
    DUPLICATE = "duplicate"
    OVER_LIMIT = "over_limit"
    # abstained: the engine was asked and had nothing to say
    ABSTAINED = "abstained"
    # failed: the reply as a whole could not be used
    TRUNCATED = "truncated"
    REFUSED = "refused"
    FILTERED = "filtered"
    NOT_JSON = "not_json"
    WRONG_SCHEMA = "wrong_schema"
    EMPTY = "empty"
    HTML = "html"
    SERVER_ERROR = "server_error"
    TIMEOUT = "timeout"
    NO_RECORDING = "no_recording"
