"""The kitchen: everyone who can answer a `Call`, and the one door through which they are opened."""

from typing import TYPE_CHECKING

from ..errors import UsageError

if TYPE_CHECKING:
    from ..engine import Engine
    from ..options import EngineOptions


def open_engine(options: "EngineOptions") -> "Engine":
    """The engine that the options name; nothing heavy is imported before it is wanted."""
    if options.engine == "offline":
        from .offline import OfflineEngine

        return OfflineEngine()
    if options.engine == "replay":
        from .replay import ReplayEngine

        return ReplayEngine.open(options)
    raise UsageError(f"engine {options.engine!r} is unknown; choose offline or replay")
