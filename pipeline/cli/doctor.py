"""`wirebrief doctor`: every setting with its origin, and whether everything needed is there."""

import sys
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import click

from ..errors import WirebriefError
from ..prompts import hashes, shipped
from ..settings import SETTINGS, Settings
from ..store import Store
from .digesting import settings_of
from .flags import engine_flags

PACKAGES = ("click", "diskcache", "jinja2", "openai", "pydantic", "rapidfuzz", "rich", "tenacity", "trafilatura")


@click.command("doctor")
@engine_flags
def command(**flags: Any) -> int:
    """Show every setting with its value and where it came from, and check the packages, the prompts and the cache.

    A key is never shown. Exit code 1 when a check fails.
    """
    settings = settings_of(flags)
    click.echo(f"wirebrief {_version('wirebrief')} on Python {sys.version.split()[0]}\n\nsettings")
    for setting in SETTINGS:
        resolved = settings.values[setting.name]
        value = "********" if setting.secret and resolved.value else resolved.value
        shown = "-" if value is None else str(value).lower() if isinstance(value, bool) else value
        click.echo(f"  {setting.name:<14} {shown!s:<28} {resolved.origin}")
    name = settings.engine_name()
    said = "rules and statistics, no model is asked" if name == "offline" else f"model {settings['model'] or '-'}"
    click.echo(f"\nengine\n  {name}: {said}\n\nchecks")
    checks = [_packages(), _prompts(settings), _cache(settings)]
    for good, line in checks:
        click.echo(f"  {'ok    ' if good else 'FAILED'} {line}")
    return 0 if all(good for good, _ in checks) else 1


def _packages() -> tuple[bool, str]:
    found = {name: _version(name) for name in PACKAGES}
    missing = [name for name, number in found.items() if number == "missing"]
    if missing:
        return False, f"packages: {', '.join(missing)} missing; install wirebrief again"
    return True, "packages: " + ", ".join(f"{name} {number}" for name, number in found.items())


def _prompts(settings: Settings) -> tuple[bool, str]:
    try:
        found = hashes(settings["prompts"])
    except WirebriefError as err:
        return False, f"prompts: {err}"
    where = settings["prompts"] or shipped()
    return True, f"prompts: {', '.join(f'{stage} {number}' for stage, number in found.items())} in {where}"


def _cache(settings: Settings) -> tuple[bool, str]:
    folder = settings.cache()
    if folder is None:
        return True, "cache: switched off"
    try:
        with Store.open(folder) as store:
            info = store.info()
    except WirebriefError as err:
        return False, f"cache: {err}"
    if not info.usable:
        return False, f"cache: {folder} cannot be used; runs go on without it"
    return True, f"cache: {folder} ({info.digests.rows} digests, {info.replies.rows} replies)"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
