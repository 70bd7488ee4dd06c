"""The option records that travel below `settings.py`; nothing under the office reads the environment."""

from typing import Annotated, Literal

from pydantic import Field, SecretStr

from .records import Record


class FlowOptions(Record):
    """What changes a digest: how many claims and lines at most, and how many rounds of repair."""

    max_claims: Annotated[int, Field(ge=1, le=500)] = 60
    max_lines: Annotated[int, Field(ge=1, le=20)] = 5
    repair_rounds: Annotated[int, Field(ge=0, le=3)] = 1


class EngineOptions(Record):
    """Who answers: `auto` is `openai` where an endpoint is configured, else `offline`."""

    engine: Literal["auto", "offline", "openai", "replay"] = "auto"
    model: str | None = None
    base_url: str | None = None
    api_key: SecretStr | None = None
    temperature: Annotated[float, Field(ge=0, le=2)] = 0.0
    recordings: str | None = None
    prompts: str | None = None
