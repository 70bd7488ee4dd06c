"""Every error wirebrief raises on purpose.

    WirebriefError                exit code
    ├── UsageError                2   arguments or settings that cannot work
    │   ├── SourceError           2   an input that cannot be read
    │   ├── OutputError           2   an output that cannot be written
    │   ├── PromptError           2   a prompt folder that is missing, broken or not renderable
    │   └── RecordError           2   stored JSON that is not one of our records
    ├── ArticleError              1   one article that cannot be digested; becomes a `Failure`
    ├── ReplyError                1   an engine's reply that cannot be used; becomes a `Dropped`
    │   └── ReplayMiss            1   no recorded reply for the question
    ├── EndpointError             3   an endpoint that is unreachable, or rejects the key or the model
    └── LimitError                4   a budget, deadline or quota that was reached

A doubt about content is a `Finding`, a broken article a `Failure`, a broken machine an exception.
"""

from typing import Literal

ReplyCause = Literal[
    "truncated",
    "refused",
    "filtered",
    "not_json",
    "wrong_schema",
    "empty",
    "html",
    "server_error",
    "timeout",
    "no_recording",
]
"""Why a reply cannot be used; the same words stand in `Dropped.cause`."""


class WirebriefError(Exception):
    """The root: its message is one line that says what, which, and what to do."""

    exit_code: int = 1


class UsageError(WirebriefError):
    """Arguments or settings that cannot work."""

    exit_code = 2


class SourceError(UsageError):
    """An input that cannot be read."""


class OutputError(UsageError):
    """An output that cannot be written."""


class PromptError(UsageError):
    """A prompt folder that is missing, broken or cannot be rendered."""


class RecordError(UsageError):
    """Stored JSON that is not one of our records, or comes from a newer version."""


class ArticleError(WirebriefError):
    """One article that cannot be digested: `stage` and `cause` are short words, `advice` says what to do."""

    def __init__(self, message: str, *, stage: str, cause: str, advice: str) -> None:
        super().__init__(message)
        self.stage = stage
        self.cause = cause
        self.advice = advice


class ReplyError(WirebriefError):
    """An engine's reply that cannot be used, and why; `raw` keeps what came, for `explain`."""

    def __init__(self, message: str, *, cause: ReplyCause, raw: str = "") -> None:
        super().__init__(message)
        self.cause: ReplyCause = cause
        self.raw = raw


class ReplayMiss(ReplyError):
    """No recorded reply for the question."""

    def __init__(self, message: str) -> None:
        super().__init__(message, cause="no_recording")


class EndpointError(WirebriefError):
    """An endpoint that is unreachable, or rejects the key or the model."""

    exit_code = 3


class LimitError(WirebriefError):
    """A budget, deadline or quota that was reached."""

    exit_code = 4
