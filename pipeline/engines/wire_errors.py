"""What an endpoint's error means: whether to ask again, to ask otherwise, or which of our errors it is.

Endpoints agree on little: codes are names, numbers or numbers in quotes, and a gateway keeps only prose. So status,
code, type, parameter and message are all looked at.
"""

import email.utils
import json
import math
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..errors import EndpointError, LimitError, ReplyCause, ReplyError, WirebriefError
from .wire_body import Feature

Kind = Literal["endpoint", "limit", "model"] | ReplyCause
"""Which error a trouble ends in: the endpoint's, a limit, an unknown model, or this one reply's."""

ATTEMPTS = 5
"""Most attempts of one request: with the waits between them about 8 seconds, 15 at the most."""

PATIENT_ATTEMPTS = 20
"""Most attempts where the endpoint says when to come back: other callers may take the freed places first."""

FEW_ATTEMPTS = 3
"""Most attempts where the request itself may be the reason: a 500 at temperature 0 mostly repeats."""

_KEY = re.compile(r"\b(?:Bearer\s+\S+|(?:sk|pk|rk|gsk|xai|key|AIza)[-_]?[A-Za-z0-9][\w*.-]{7,})")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")

_QUOTA = re.compile(
    r"insufficient.?(quota|funds|balance)|exceeded your current quota|credit balance|billing.{0,20}limit"
)
_OVERFLOW = re.compile(
    r"context_length_exceeded|exceed_context_size|context.?window|context.?(length|size)|maximum context"
    r"|(prompt|input|request) (is )?too (long|large)|reduce the length"
)
_FILTER = re.compile(r"content_filter|content_policy|content management policy|responsibleaipolicy")
_NO_MODEL = re.compile(
    r"model_not_found|(invalid|unknown) model"
    r"|model\b.{0,80}\b(not found|not exist|not available|not supported)",
    re.DOTALL,
)
_FORM = re.compile(r"response_format|json_schema|json_object|structured.?output|guided|grammar|generate parser")
_TEMPERATURE = re.compile(r"temperature")
_USAGE = re.compile(r"stream_options|include_usage")


class Trouble(Exception):
    """One attempt that came to nothing, and what to do about it.

    `again`: the same request may be sent again, at most `attempts` times in all; `wait`: the seconds the endpoint
    asked for; `feature`: ask without it; `lost`: no answer came at all.
    """

    def __init__(
        self,
        kind: Kind,
        message: str,
        *,
        raw: str = "",
        attempts: int = 1,
        wait: float | None = None,
        feature: Feature | None = None,
        lost: bool = False,
    ) -> None:
        super().__init__(message)
        self.kind: Kind = kind
        self.raw = raw
        self.attempts = attempts
        self.wait = wait
        self.feature: Feature | None = feature
        self.lost = lost

    @property
    def again(self) -> bool:
        """Whether another attempt makes sense."""
        return self.attempts > 1

    @property
    def busy(self) -> bool:
        """Whether all callers should wait, not only the one who was told."""
        return self.kind == "limit" or self.wait is not None

    def error(self, where: str, made: int, more: str = "") -> WirebriefError:
        """The error for everybody above the wire: `where` it happened, attempts `made`, and what `more` to say."""
        message = f"{self}{f' after {made} attempts' if made > 1 else ''}{more}"
        if self.kind == "limit":
            return LimitError(f"{where}: {message}")
        if self.kind == "endpoint" or self.kind == "model":
            return EndpointError(f"{where}: {message}")
        return ReplyError(message, cause=self.kind, raw=self.raw)


@dataclass(frozen=True, slots=True)
class Complaint:
    """An error as the endpoint put it: its message, and everything it says in one lower-case line."""

    message: str
    words: str
    param: str


def complaint(body: str) -> Complaint:
    """What an error body says, in any of its shapes; a page or a text is taken as it stands."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        said = None
    error = said.get("error", said) if isinstance(said, dict) else said
    if isinstance(error, dict):
        message = error.get("message") or error.get("detail") or error.get("error") or ""
        message = message if isinstance(message, str) else json.dumps(message)
        names = [str(error.get(name) or "") for name in ("type", "code", "param", "innererror")]
        return Complaint(message, " ".join([message, *names]).lower(), str(error.get("param") or ""))
    text = error if isinstance(error, str) else page_title(body)
    return Complaint(text, text.lower(), "")


def classify(status: int, headers: Mapping[str, str], body: str) -> Trouble:
    """The trouble behind an error status; `headers` have lower-case names."""
    said = complaint(body)
    text = f"{status}: {one_line(said.message)}" if said.message else f"status {status}"
    if status == 402 or _QUOTA.search(said.words):
        return Trouble("limit", f"the quota is used up ({text})", raw=body)
    if status == 413 or (status in (400, 422, 429, 500) and _OVERFLOW.search(said.words)):
        return Trouble("truncated", f"the request is too long for the model ({text})", raw=body)
    if status in (400, 403, 422) and _FILTER.search(said.words):
        return Trouble("filtered", f"the endpoint filtered the request ({text})", raw=body)
    if status in (400, 404, 422) and _NO_MODEL.search(said.words):
        return Trouble("model", f"the model is not known ({text})", raw=body)
    if status in (401, 403, 404, 405):
        return Trouble("endpoint", f"{_REJECTIONS[status]} ({text})", raw=body)
    feature = _feature(status, said)
    if feature is not None:
        return Trouble(
            "server_error", f"the endpoint does not take {_FIELDS[feature]} ({text})", raw=body, feature=feature
        )
    return _passing(status, headers, body, text)


def _passing(status: int, headers: Mapping[str, str], body: str, text: str) -> Trouble:
    """Errors that may pass by themselves, and those of which nothing is known."""
    wait = retry_after(headers)
    if status == 429:
        attempts = ATTEMPTS if wait is None else PATIENT_ATTEMPTS
        message = f"the rate limit is reached ({text})"
        return Trouble("limit", message, raw=body, attempts=attempts, wait=wait)
    if status in (408, 409, 425, 500):
        return Trouble("server_error", f"the endpoint failed ({text})", raw=body, attempts=FEW_ATTEMPTS, wait=wait)
    if status > 500 and status != 501:
        message = f"the endpoint is not available ({text})"
        return Trouble("endpoint", message, raw=body, attempts=ATTEMPTS, wait=wait)
    return Trouble("server_error", f"the endpoint refused this request ({text})", raw=body)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds an endpoint asks to wait, from `retry-after-ms` or `retry-after` (seconds or a date)."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers[name]) * unit
        except (KeyError, ValueError):
            continue
        if math.isfinite(seconds):
            return max(0.0, seconds)
    try:
        until = email.utils.parsedate_to_datetime(headers["retry-after"]).timestamp()
    except (KeyError, ValueError, OverflowError):
        return None
    return max(0.0, until - time.time())


def one_line(text: str, limit: int = 200) -> str:
    """Foreign text as one short printable line without anything that looks like a key."""
    line = _KEY.sub("********", " ".join(_UNPRINTABLE.sub(" ", text[: 4 * limit]).split()))
    return line if len(line) <= limit else line[: limit - 1] + "…"


_FIELDS: dict[Feature, str] = {
    "form": "response_format",
    "temperature": "temperature",
    "usage": "stream_options",
}

_REJECTIONS = {
    401: "the key was rejected, or none is set; set WIREBRIEF_API_KEY",
    403: "access was refused",
    404: "there is no chat endpoint at this address; most addresses end in /v1",
    405: "there is no chat endpoint at this address; most addresses end in /v1",
}


def _feature(status: int, said: Complaint) -> Feature | None:
    if status not in (400, 415, 422, 500, 501):
        return None
    if _USAGE.search(said.words):
        return "usage"
    if said.param == "temperature" or (_TEMPERATURE.search(said.words) and status != 500):
        return "temperature"
    return "form" if _FORM.search(said.words) else None


def page_title(body: str) -> str:
    """The title of a web page; of anything else, its beginning."""
    title = re.search(r"<title[^>]*>(.*?)</title>", body[:4_000], re.DOTALL | re.IGNORECASE)
    if title:
        return title[1]
    return "" if body.lstrip().startswith("<") else body[:1_000]
