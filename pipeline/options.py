"""The option values that travel below `settings.py`; standard library only, so that a cached run stays light."""

from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that never shows itself: not in a repr, a log, a cache key or a digest."""

    value: str = field(repr=False)

    def __str__(self) -> str:
        return "********"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowOptions:
    """What changes a digest.

    `max_claims` and `max_lines` bound the claims and the summary lines; `repair_rounds` the rounds of repair;
    `piece_tokens` is the size (estimated tokens) above which an article is read in pieces.
    """

    max_claims: int = 200
    max_lines: int = 5
    repair_rounds: int = 1
    piece_tokens: int = 3_000

    def as_dict(self) -> dict[str, int]:
        """The options by name, for provenance and cache keys."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineOptions:
    """Who answers: `engine` is "offline", "openai" or "replay" (settings resolve "auto" before this).

    `recordings` is the replay engine's folder, `record` the folder where an endpoint's replies are written down,
    `prompts` a folder that overrides the shipped prompts, `timeout` the overall deadline of one call in seconds.
    """

    engine: str = "offline"
    model: str | None = None
    base_url: str | None = None
    api_key: Secret | None = None
    temperature: float = 0.0
    timeout: float = 120.0
    recordings: str | None = None
    record: str | None = None
    exact: bool = False
    prompts: str | None = None

    def as_dict(self) -> dict[str, str | float | bool | None]:
        """What distinguishes two engines, for provenance and cache keys: the key and the time limit do not."""
        if self.engine == "offline":
            return {"engine": self.engine}
        wanted = ("engine", "model", "base_url", "temperature", "recordings", "exact")
        return {name: getattr(self, name) for name in wanted}
