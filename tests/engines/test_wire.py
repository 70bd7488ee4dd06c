"""Requests, errors, waits and prices: the parts of the wire that need no server."""

import json
import subprocess
import sys
from email.utils import formatdate
from time import time

import pytest
from servers.asking import call_about

from pipeline.engine import Usage
from pipeline.engines import open_engine, prices
from pipeline.engines.endpoint import endpoint_of
from pipeline.engines.wire_body import DIALECTS, Dialect, question, request
from pipeline.engines.wire_errors import classify, complaint, one_line, retry_after
from pipeline.errors import UsageError
from pipeline.options import EngineOptions, Secret

HERE = endpoint_of("http://127.0.0.1:8000/v1")
OPTIONS = EngineOptions(engine="openai", model="heron-small")


def test_a_request_keeps_the_order_of_its_schema() -> None:
    """Models answer in the order of the schema: the record's own order is sent, not the alphabet's."""
    body = request(question(call_about("It rained."), OPTIONS), OPTIONS, HERE, Dialect()).body

    draft = body["response_format"]["json_schema"]["schema"]["$defs"]["Draft"]
    assert list(draft["properties"])[:3] == ["text", "sentences", "quote"]
    assert draft["required"] == list(draft["properties"])
    assert draft["additionalProperties"] is False


def test_a_key_depends_on_what_is_asked_and_not_on_how_it_travels() -> None:
    """The same question makes the same key twice; a streamed one has other bytes and the same key."""
    asked = question(call_about("It rained."), OPTIONS)
    one, two = (request(asked, OPTIONS, HERE, Dialect()) for _ in range(2))

    assert one.key == two.key
    assert one.sent(stream=True, usage=True) != one.sent(stream=False, usage=True)
    assert "stream" not in json.loads(one.canonical)["body"]


def test_each_dialect_that_is_asked_differently_has_its_own_key() -> None:
    """Forms and temperatures are in the bytes; how usage is reported is not."""
    asked = question(call_about("It rained."), OPTIONS)

    assert len({request(asked, OPTIONS, HERE, dialect).key for dialect in DIALECTS}) == 6
    assert len({dialect.name for dialect in DIALECTS}) == len(DIALECTS)


def test_half_a_surrogate_pair_is_not_sent() -> None:
    """An article with a broken character can be asked about: the request is valid UTF-8."""
    asked = question(call_about("It rained \ud83d in Brindle."), OPTIONS)

    assert "rained \ufffd in" in asked.user


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('{"error": {"message": "busy", "type": "server_error", "code": null}}', "busy"),
        ('{"error": "model is loading"}', "model is loading"),
        ('{"detail": "Not Found"}', "Not Found"),
        ('{"detail": [{"loc": ["body"], "msg": "field required"}]}', '[{"loc": ["body"], "msg": "field required"}]'),
        ('{"object": "error", "message": "too many", "code": 429}', "too many"),
        ("<html><head><title>504 Gateway</title></head></html>", "504 Gateway"),
        ("Internal Server Error", "Internal Server Error"),
        ("", ""),
        ("[" * 5_000, "[" * 1_000),
    ],
)
def test_an_error_is_read_in_every_shape(body: str, message: str) -> None:
    """Endpoints, gateways and proxies put their errors in different places."""
    assert complaint(body).message == message


@pytest.mark.parametrize(
    ("status", "error", "kind", "feature"),
    [
        (500, {"message": "1 validation error: response_format.type json_schema"}, "server_error", "form"),
        (400, {"message": "Unable to generate parser for this template", "code": 400}, "server_error", "form"),
        (400, {"message": "stream_options is not allowed"}, "server_error", "usage"),
        (400, {"message": "only 1 is supported", "param": "temperature"}, "server_error", "temperature"),
        (500, {"message": "output that does not match the expected format", "code": 500}, "server_error", None),
        (429, {"message": "Request too large on tokens per min: Limit 6000, Requested 9000"}, "truncated", None),
        (429, {"message": "Rate limit reached on tokens per min"}, "limit", None),
        (400, {"message": "Your credit balance is too low"}, "limit", None),
        (404, {"message": "No such thing", "code": "model_not_found"}, "model", None),
        (404, {"message": 'model "heron" not found, try pulling it first'}, "model", None),
        (405, {"message": "Method Not Allowed"}, "endpoint", None),
    ],
)
def test_an_error_is_known_by_status_code_type_and_words(
    status: int, error: dict[str, object], kind: str, feature: str | None
) -> None:
    """What an error means is found in whichever field says it."""
    trouble = classify(status, {}, json.dumps({"error": error}))

    assert (trouble.kind, trouble.feature) == (kind, feature)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": formatdate(time() - 60, usegmt=True)}, 0.0),
        ({}, None),
    ],
)
def test_a_wait_is_read_in_every_form(headers: dict[str, str], seconds: float | None) -> None:
    """Seconds, milliseconds and dates are waits; nonsense is none."""
    assert retry_after(headers) == seconds


def test_a_date_in_the_future_is_a_wait() -> None:
    """A wait until a date is the time until then."""
    wait = retry_after({"retry-after": formatdate(time() + 30, usegmt=True)})

    assert wait is not None
    assert 25 < wait <= 30


def test_foreign_words_are_one_short_line_without_keys() -> None:
    """What a server says is shortened, loses its control characters, and everything that looks like a key."""
    shown = one_line("Wrong\n\x1b[31mkey\u202e sk-abcd1234efgh or Bearer eyJhbGciOi " + "very " * 100)

    assert shown.isprintable()
    assert len(shown) <= 200
    assert "abcd1234" not in shown
    assert "eyJhbGciOi" not in shown


def test_prices_are_known_by_address_or_not_at_all() -> None:
    """A known endpoint has a price, cached tokens cost less, an unknown one has none, this machine costs nothing."""
    openai = endpoint_of(None)
    plain = prices.cost(Usage(input_tokens=10_000, output_tokens=100), "gpt-4o-mini", openai)
    reused = prices.cost(Usage(input_tokens=10_000, output_tokens=100, cached_tokens=9_000), "gpt-4o-mini", openai)

    assert plain is not None
    assert reused is not None
    assert 0 < reused < plain < 0.1
    assert prices.cost(Usage(input_tokens=1), "heron-small", openai) is None
    assert prices.cost(Usage(input_tokens=1), "gpt-4o-mini", endpoint_of("https://heron.example/v1")) is None
    assert prices.cost(None, "gpt-4o-mini", openai) is None
    assert prices.cost(None, "heron-small", HERE) == 0.0
    assert (prices.source() or "").startswith("genai-prices ")


def test_a_key_with_strange_characters_is_refused_without_being_shown() -> None:
    """A key that was copied with a quotation mark or a line end is a usage error that does not repeat it."""
    for key in ("“harbour-master”", "harbour-master\n", "harbour master\x07"):
        with pytest.raises(UsageError, match="copy it again") as caught:
            open_engine(EngineOptions(engine="openai", model="m", api_key=Secret(key)))

        assert "harbour" not in str(caught.value)


def test_opening_the_engine_imports_no_sdk() -> None:
    """`openai` is imported when an endpoint is called, not when its engine is opened."""
    program = (
        "import sys\n"
        "from pipeline.engines import open_engine\n"
        "from pipeline.options import EngineOptions\n"
        "open_engine(EngineOptions(engine='openai', model='m'))\n"
        "heavy = {'openai', 'aiohttp', 'httpx2', 'tenacity', 'genai_prices', 'jinja2'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True)
