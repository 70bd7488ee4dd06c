"""The kitchen: everyone who can answer a `Call`, and the one door through which they are opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..errors import UsageError

if TYPE_CHECKING:
    from ..engine import Engine
    from ..options import EngineOptions
    from ..store import Store


def open_engine(
    options: "EngineOptions",
    *,
    store: "Store | None" = None,
    announce: Callable[[str], None] | None = None,
) -> "Engine":
    """The engine that the options name; nothing heavy is imported before it is wanted.

    `store` keeps an endpoint's replies; `announce` is told once where articles are sent. Engines with an `aclose`
    hold connections: `close_engine` closes them, in the event loop that used them.
    """
    if options.engine == "offline":
        from .offline import OfflineEngine

        return OfflineEngine()
    if options.engine == "replay":
        from .replay import ReplayEngine

        return ReplayEngine.open(options)
    if options.engine == "openai":
        from .openai import OpenAIEngine

        asking = OpenAIEngine(options, announce=announce)
        engine: Engine = asking
        if store is not None:
            from .cached import CachedEngine

            engine = CachedEngine(asking, store)
        if options.record is not None:
            from pathlib import Path

            from .recording import RecordingEngine

            engine = RecordingEngine(engine, Path(options.record), options)
        return engine
    raise UsageError(f"engine {options.engine!r} is unknown; choose offline, openai or replay")


async def close_engine(engine: "Engine") -> None:
    """Close the connections of an engine that holds some."""
    aclose = getattr(engine, "aclose", None)
    if aclose is not None:
        await aclose()
