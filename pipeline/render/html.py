"""Digests as one HTML page that loads nothing: article beside claims, under a policy that admits only its own code."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import wording
from .segments import paragraphs
from .view import is_digest
from .visible import visible

if TYPE_CHECKING:
    from ..records import Digest, Failure, Finding

_HERE = Path(__file__).parent


def page(items: Sequence[Digest | Failure]) -> str:
    """One page for all items: a section for each digest, failures at the end, a table of contents for several."""
    # both are marked safe in the template: they are ours, read from this package, nothing of an article is in them
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    script = (_HERE / "page.js").read_text(encoding="utf-8")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            digests=[item for item in items if is_digest(item)],
            failures=[item for item in items if not is_digest(item)],
            style=style,
            script=script,
            policy=policy(style, script),
        )
    )


def policy(style: str, script: str) -> str:
    """The page's Content-Security-Policy: nothing from anywhere, and inline only these two texts."""
    return (
        f"default-src 'none'; style-src '{_digest_source(style)}'; script-src '{_digest_source(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def web_address(url: str | None) -> str | None:
    """The address where it is one a page may link to (http or https), else None."""
    return url if url is not None and url.lower().startswith(("http://", "https://")) else None


def findings_for(digest: Digest, target: str) -> list[Finding]:
    """The findings about one claim or one place in the summary, the worst first."""
    return [finding for finding in wording.by_severity(digest.findings) if finding.target == target]


def other_findings(digest: Digest) -> list[Finding]:
    """The findings about what has no place of its own on the page: the article, a line that is not there."""
    shown = {claim.id for claim in digest.claims}
    if digest.summary is not None:
        shown |= {"headline", "brief", *(f"line {index}" for index, _ in enumerate(digest.summary.lines, start=1))}
    return [finding for finding in wording.by_severity(digest.findings) if finding.target not in shown]


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_drawn,
    )
    environment.globals.update(
        wording=wording,
        paragraphs=paragraphs,
        web_address=web_address,
        findings_for=findings_for,
        other_findings=other_findings,
    )
    return environment


def _drawn(value: object) -> object:
    # what has `__html__` is mark-up of our own template
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _digest_source(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
