"""What tokens cost: list prices by endpoint address and model, from `genai-prices`, which carries them offline."""

from importlib.metadata import PackageNotFoundError, version

from ..engine import Usage
from .endpoint import Endpoint


def cost(usage: Usage | None, model: str, endpoint: Endpoint) -> float | None:
    """US dollars of one reply; None where tokens or price are not known, never 0 for that.

    A server on this machine costs nothing. Prices are looked up by address, so that a model of the same name
    elsewhere lends no price.
    """
    if endpoint.loopback:
        return 0.0
    if usage is None:
        return None
    try:
        # 11 ms beside an imported SDK, 150 ms alone; a reply from the cache needs neither
        from genai_prices import Usage as Tokens
        from genai_prices import calc_price
    except ImportError:
        return None
    tokens = Tokens(
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cache_read_tokens=usage.cached_tokens,
    )
    try:
        return float(calc_price(tokens, model_ref=model, provider_api_url=endpoint.url).total_price)
    except (LookupError, ValueError):
        return None


def source() -> str | None:
    """Where prices come from, with its version; None where there are none."""
    try:
        return f"genai-prices {version('genai-prices')}"
    except PackageNotFoundError:
        return None
