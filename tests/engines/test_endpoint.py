"""Addresses of endpoints."""

import pytest

from pipeline.engines.endpoint import DEFAULT_URL, endpoint_of
from pipeline.errors import UsageError


@pytest.mark.parametrize(
    ("address", "url"),
    [
        (None, DEFAULT_URL),
        ("https://API.Heron.example/v1/", "https://api.heron.example/v1"),
        ("https://api.heron.example:443/v1", "https://api.heron.example/v1"),
        ("http://api.heron.example:443/v1", "http://api.heron.example:443/v1"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
        (" http://localhost:11434/v1 ", "http://localhost:11434/v1"),
    ],
)
def test_an_address_has_one_spelling(address: str | None, url: str) -> None:
    """Case, default ports and a slash at the end make no other endpoint."""
    assert endpoint_of(address).url == url


@pytest.mark.parametrize(
    ("address", "local", "loopback"),
    [
        ("http://127.0.0.1:8000/v1", True, True),
        ("http://localhost/v1", True, True),
        ("http://[::1]/v1", True, True),
        ("http://192.168.4.20:8000/v1", True, False),
        ("http://gpu-box:8000/v1", True, False),
        ("http://printer.local/v1", True, False),
        ("https://api.heron.example/v1", False, False),
        ("http://8.8.8.8/v1", False, False),
    ],
)
def test_where_an_endpoint_is(address: str, local: bool, loopback: bool) -> None:
    """Loopback, private networks and names without a dot are local; everything else is not."""
    endpoint = endpoint_of(address)

    assert (endpoint.local, endpoint.loopback) == (local, loopback)


@pytest.mark.parametrize(
    "address",
    [
        "api.heron.example/v1",
        "ftp://api.heron.example",
        "https://",
        "https://api.heron.example/v1?key=s3cret-otter",
        "https://otto:s3cret-otter@api.heron.example/v1",
        "https://api.heron.example:port/v1",
        "https://api.hérон.example/v1",
        "http://[::1/v1",
    ],
)
def test_an_address_that_cannot_work_is_refused_without_its_secrets(address: str) -> None:
    """A wrong address is a usage error, and what may be a secret in it is not repeated."""
    with pytest.raises(UsageError, match="endpoint address") as caught:
        endpoint_of(address)

    assert "s3cret-otter" not in str(caught.value)
