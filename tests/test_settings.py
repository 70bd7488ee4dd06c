"""Flag, then environment, then file, then default."""

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.settings import SETTINGS, resolve


def file(folder: Path, text: str) -> str:
    """A settings file with this text."""
    path = folder / "wirebrief.toml"
    path.write_text(text)
    return str(path)


def test_a_flag_beats_the_environment_beats_the_file_beats_the_default(tmp_path: Path) -> None:
    """Each value says where it came from."""
    stored = file(tmp_path, 'model = "from-file"\nmax_lines = 3\nmax_claims = 9\n')

    made = resolve(
        {"model": "from-flag"},
        environment={"WIREBRIEF_MODEL": "from-env", "WIREBRIEF_MAX_LINES": "4"},
        file=stored,
    )

    found = {name: (made[name], made.values[name].origin) for name in ("model", "max_lines", "max_claims", "timeout")}
    assert found == {
        "model": ("from-flag", "flag"),
        "max_lines": (4, "WIREBRIEF_MAX_LINES"),
        "max_claims": (9, stored),
        "timeout": (120.0, "default"),
    }


@pytest.mark.parametrize(
    ("environment", "engine"),
    [
        ({}, "offline"),
        ({"OPENAI_API_KEY": "k"}, "openai"),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}, "openai"),
        ({"WIREBRIEF_BASE_URL": "http://127.0.0.1:1/v1"}, "openai"),
        ({"WIREBRIEF_ENGINE": "offline", "OPENAI_API_KEY": "k"}, "offline"),
    ],
)
def test_auto_is_the_endpoint_where_one_is_configured(environment: dict[str, str], engine: str) -> None:
    """Without an endpoint nobody is called; a named engine is binding."""
    assert resolve({}, environment=environment).engine_name() == engine


def test_offline_in_the_file_is_binding(tmp_path: Path) -> None:
    """A key in the environment does not switch a model on against the file."""
    stored = file(tmp_path, 'engine = "offline"\n')

    assert resolve({}, environment={"OPENAI_API_KEY": "k"}, file=stored).engine_name() == "offline"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("max_lins = 3", "unknown key 'max_lins'"),
        ("max_lines = 0", "from 1 to 20"),
        ('max_lines = "many"', "whole number"),
        ("max_lines = true", "whole number"),
        ("temperature = 7", "from 0 to 2"),
        ('engine = "gpt"', "one of auto"),
        ("model = 4", "must be a text"),
        ('use_cache = "perhaps"', "true or false"),
        ("= 3", "not TOML"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(tmp_path: Path, text: str, message: str) -> None:
    """A typo is an error at the door, never a silent default."""
    with pytest.raises(UsageError, match=message) as caught:
        resolve({}, environment={}, file=file(tmp_path, text))

    assert "\n" not in str(caught.value)


def test_a_settings_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    """Only the default file may be missing."""
    with pytest.raises(UsageError, match="cannot be read"):
        resolve({}, environment={}, file=str(tmp_path / "absent.toml"))


def test_a_key_never_shows_itself() -> None:
    """Not in a repr, not in a string, not in what keys a cache."""
    options = resolve({}, environment={"OPENAI_API_KEY": "sk-very-secret"}).engine()

    shown = f"{options!r} {options.api_key} {options.as_dict()}"
    assert "very-secret" not in shown


def test_every_setting_has_a_sound_default() -> None:
    """Defaults pass their own checks, except those that stand for "not set"."""
    for setting in SETTINGS:
        if setting.default not in (None, ""):
            assert setting.check(setting.name, setting.default) == setting.default
