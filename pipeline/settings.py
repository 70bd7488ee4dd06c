"""The office: flag, then environment, then `wirebrief.toml`, then default; resolved once, each with its origin.

This is the only module that reads the environment and the settings file. Standard library only.
"""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import UsageError
from .options import EngineOptions, FlowOptions, Secret

FILE = "wirebrief.toml"
ENGINES = ("auto", "offline", "openai", "replay")

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name in the file and as a flag, its environment variables, default and check."""

    name: str
    default: Value
    about: str
    check: Callable[[str, Any], Value]
    environment: tuple[str, ...] = ()
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """A setting's value and where it came from ("flag", "WIREBRIEF_MODEL", "wirebrief.toml", "default")."""

    value: Value
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, resolved."""

    values: Mapping[str, Resolved]

    def __getitem__(self, name: str) -> Any:
        return self.values[name].value

    def engine(self) -> EngineOptions:
        """The engine that will answer; "auto" is "openai" where an endpoint is configured, else "offline"."""
        key = self["api_key"]
        return EngineOptions(
            engine=self.engine_name(),
            model=self["model"],
            base_url=self["base_url"],
            api_key=Secret(key) if key else None,
            temperature=self["temperature"],
            timeout=self["timeout"],
            recordings=self["recordings"],
            record=self["record"],
            exact=self["exact"],
            prompts=self["prompts"],
        )

    def engine_name(self) -> str:
        """The engine's name after "auto" is decided."""
        wanted: str = self["engine"]
        if wanted != "auto":
            return wanted
        configured = any(self.values[name].origin != "default" for name in ("base_url", "api_key"))
        return "openai" if configured else "offline"

    def flow(self) -> FlowOptions:
        """What changes a digest."""
        return FlowOptions(
            max_claims=self["max_claims"],
            max_lines=self["max_lines"],
            repair_rounds=self["repair_rounds"],
            piece_tokens=self["piece_tokens"],
        )

    def cache(self) -> Path | None:
        """The cache folder; None where caching is off."""
        if not self["use_cache"]:
            return None
        return Path(self["cache"]).expanduser()


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"setting {name!r} must be a text, not {value!r}; correct it or leave it out")
    return value


def _flag(name: str, value: Any) -> bool:
    known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in known:
        return known[value.lower()]
    raise UsageError(f"setting {name!r} must be true or false, not {value!r}")


def _whole(low: int, high: int) -> Callable[[str, Any], int]:
    def check(name: str, value: Any) -> int:
        try:
            number = int(value) if not isinstance(value, bool | float) else None
        except (TypeError, ValueError):
            number = None
        if number is None or not low <= number <= high:
            raise UsageError(f"setting {name!r} must be a whole number from {low} to {high}, not {value!r}")
        return number

    return check


def _real(low: float, high: float) -> Callable[[str, Any], float]:
    def check(name: str, value: Any) -> float:
        try:
            number = float(value) if not isinstance(value, bool) else None
        except (TypeError, ValueError):
            number = None
        if number is None or not low <= number <= high:
            raise UsageError(f"setting {name!r} must be a number from {low:g} to {high:g}, not {value!r}")
        return number

    return check


def _engine(name: str, value: Any) -> str:
    if value not in ENGINES:
        raise UsageError(f"setting {name!r} must be one of {', '.join(ENGINES)}, not {value!r}")
    return str(value)


SETTINGS = (
    Setting("engine", "auto", "who answers: auto, offline, openai or replay", _engine, ("WIREBRIEF_ENGINE",)),
    Setting("model", None, "the model's name at the endpoint", _text, ("WIREBRIEF_MODEL",)),
    Setting("base_url", None, "the endpoint's address", _text, ("WIREBRIEF_BASE_URL", "OPENAI_BASE_URL")),
    Setting("api_key", None, "the endpoint's key", _text, ("WIREBRIEF_API_KEY", "OPENAI_API_KEY"), secret=True),
    Setting("temperature", 0.0, "sampling temperature, 0 to 2", _real(0, 2), ("WIREBRIEF_TEMPERATURE",)),
    Setting("timeout", 120.0, "deadline of one call in seconds", _real(0.1, 86_400), ("WIREBRIEF_TIMEOUT",)),
    Setting("recordings", None, "folder of recorded replies", _text, ("WIREBRIEF_RECORDINGS",)),
    Setting("record", None, "folder where an endpoint's replies are written down", _text),
    Setting("exact", False, "refuse recordings of an older request", _flag),
    Setting("prompts", None, "folder of prompts that overrides the shipped ones", _text, ("WIREBRIEF_PROMPTS",)),
    Setting("cache", "", "folder of the cache", _text, ("WIREBRIEF_CACHE",)),
    Setting("use_cache", True, "read and write the cache", _flag, ("WIREBRIEF_USE_CACHE",)),
    Setting("max_claims", 200, "most claims in a digest", _whole(1, 500), ("WIREBRIEF_MAX_CLAIMS",)),
    Setting("max_lines", 5, "most lines in a summary", _whole(1, 20), ("WIREBRIEF_MAX_LINES",)),
    Setting("repair_rounds", 1, "rounds of repair", _whole(0, 3), ("WIREBRIEF_REPAIR_ROUNDS",)),
    Setting("piece_tokens", 3_000, "size of a piece of a long article, in tokens", _whole(200, 100_000)),
)
"""Every setting there is; an unknown key in the file is an error."""


def resolve(
    flags: Mapping[str, Value],
    *,
    environment: Mapping[str, str] | None = None,
    file: str | None = None,
) -> Settings:
    """Resolve every setting; `flags` holds only those given on the command line (None: not given).

    `file` is the settings file to read; without it `wirebrief.toml` of the working folder is read where it exists.
    """
    known = {setting.name for setting in SETTINGS}
    for name in flags:
        if name not in known:
            raise UsageError(f"setting {name!r} is unknown; known are {', '.join(sorted(known))}")
    env = os.environ if environment is None else environment
    path, stored = _stored(file)
    values: dict[str, Resolved] = {}
    for setting in SETTINGS:
        values[setting.name] = _resolve(setting, flags, env, (path, stored))
    if not values["cache"].value:
        values["cache"] = Resolved(str(_cache_home(env) / "wirebrief"), "default")
    return Settings(values)


def _resolve(
    setting: Setting, flags: Mapping[str, Value], env: Mapping[str, str], stored: tuple[str, Mapping[str, Any]]
) -> Resolved:
    flag = flags.get(setting.name)
    if flag is not None:
        return Resolved(setting.check(setting.name, flag), "flag")
    for name in setting.environment:
        if env.get(name):
            return Resolved(setting.check(name, env[name]), name)
    path, content = stored
    if setting.name in content:
        return Resolved(setting.check(setting.name, content[setting.name]), path)
    return Resolved(setting.default, "default")


def _stored(file: str | None) -> tuple[str, Mapping[str, Any]]:
    path = Path(file or FILE)
    if file is None and not path.is_file():
        return FILE, {}
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as err:
        raise UsageError(f"settings file {str(path)!r} cannot be read ({err.__class__.__name__})") from err
    except tomllib.TOMLDecodeError as err:
        raise UsageError(f"settings file {str(path)!r} is not TOML: {err}") from err
    known = {setting.name for setting in SETTINGS}
    for key in content:
        if key not in known:
            raise UsageError(f"settings file {str(path)!r}: unknown key {key!r}; known are {', '.join(sorted(known))}")
    return str(path), content


def _cache_home(env: Mapping[str, str]) -> Path:
    stated = env.get("XDG_CACHE_HOME")
    return Path(stated) if stated else Path("~/.cache").expanduser()
