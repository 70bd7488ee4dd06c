"""Who is asked: an endpoint's address in one spelling, and whether it is on this machine or in this house."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from ..errors import UsageError

DEFAULT_URL = "https://api.openai.com/v1"
"""Where a key without an address belongs."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address without secrets, as it stands in keys and messages.

    `local` endpoints (loopback, private networks, names without a dot) are streamed from, so that a cancel frees
    their slot; `loopback` ones are taken to cost nothing.
    """

    url: str
    local: bool = False
    loopback: bool = False


def endpoint_of(base_url: str | None) -> Endpoint:
    """The endpoint of an address (None: OpenAI's); raises `UsageError` for one that cannot be an endpoint."""
    address = (base_url or DEFAULT_URL).strip()
    shown = address.rpartition("@")[2].partition("?")[0]
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError as err:
        raise UsageError(f"endpoint address {shown!r} cannot be read ({err}); correct --base-url") from err
    if parts.scheme not in ("http", "https") or not host or not address.isascii() or " " in address:
        raise UsageError(f"endpoint address {shown!r} is not http(s)://host/path; correct --base-url")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise UsageError(f"endpoint address {shown!r} carries more than host and path; a key belongs into --api-key")
    place = f"[{host}]" if ":" in host else host
    place += f":{port}" if port and port != {"http": 80, "https": 443}[parts.scheme] else ""
    return Endpoint(f"{parts.scheme}://{place}{parts.path.rstrip('/')}", _is_local(host), _is_loopback(host))


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _is_local(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".localhost", ".local", ".lan", ".internal"))
