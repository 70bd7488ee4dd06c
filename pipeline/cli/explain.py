"""`wirebrief explain DIGEST CLAIM`: how one claim came to be."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import RecordError, SourceError, UsageError
from ..prompts import marker
from ..settings import resolve
from ..store import Reply, Store

if TYPE_CHECKING:
    from ..records import Claim, Digest


SHORTEST_ID = 4
"""Fewest characters of an id that stand for a claim; shorter ones are numbers."""


@click.command("explain")
@click.argument("digest", metavar="DIGEST", type=click.Path())
@click.argument("claim", metavar="CLAIM")
@click.option("--prompt", is_flag=True, help="Show the messages that the endpoint was sent.")
@click.option("--raw", is_flag=True, help="Show the endpoint's raw reply.")
@click.option("--cache", metavar="DIR", help="The cache folder that keeps the replies.")
def command(digest: str, claim: str, prompt: bool, raw: bool, cache: str | None) -> int:
    """Show a claim's evidence in its passage, its attribution, certainty and figures, and what was found about it.

    Where an endpoint said it, the cache knows the request and the raw reply: --prompt and --raw show them.

    DIGEST is a file written with --format json (or -), CLAIM the claim's number or the beginning of its id.

    \b
    Example:
      wirebrief --format json story.txt -o story.json
      wirebrief explain story.json 3
    """
    from ..upgrade import load_digest

    found = load_digest(_text(digest), digest)
    number, chosen = _chosen(found, claim)
    click.echo("\n".join(explained(found, number, chosen)))
    if found.provenance.engine == "openai":
        for key, reply in _said(found, chosen, cache):
            click.echo(f"reply     {key[:16]}, {reply.outcome}, model {json.loads(reply.request)['body'].get('model')}")
            if prompt:
                for message in json.loads(reply.request)["body"]["messages"]:
                    click.echo(f"\n# {message['role']}\n\n{message['content']}")
            if raw:
                click.echo(f"\n# raw reply\n\n{reply.raw}")
    return 0


def _said(digest: "Digest", claim: "Claim", cache: str | None) -> list[tuple[str, "Reply"]]:
    """The stored replies about this article that hold the claim's words, with their keys."""
    folder = resolve({"cache": cache}).cache()
    if folder is None:
        return []
    fence = marker(digest.article.sha256, digest.article.text)
    words = json.dumps(claim.text)[1:-1], json.dumps(claim.text, ensure_ascii=False)[1:-1]
    escaped = [json.dumps(form)[1:-1] for form in words]
    with Store.open(folder) as store:
        replies = [(key, store.replies.read(key)) for key in store.replies.keys()]  # noqa: SIM118 - no dictionary
    return [
        (key, reply)
        for key, reply in replies
        if reply is not None and fence in reply.request and any(form in reply.raw for form in (*words, *escaped))
    ]


def explained(digest: "Digest", number: int, claim: "Claim") -> list[str]:
    """Everything the digest says of one claim, line by line."""
    lines = [f"claim {number} ({claim.id}), {claim.outcome.value}, weight {claim.weight}", f"  {claim.text}", ""]
    text = digest.article.text
    for piece in claim.evidence:
        before = " ".join(text[max(0, piece.start - 60) : piece.start].split())
        after = " ".join(text[piece.end : piece.end + 60].split())
        sentences = ", ".join(map(str, piece.sentences))
        lines.append(f"evidence  characters {piece.start} to {piece.end}, sentence {sentences}, {piece.match.value}")
        lines.append(f"  …{before} [[{piece.quote}]] {after}…")
    attribution, modality = claim.attribution, claim.modality
    source = attribution.source or "the article itself"
    role = f" ({attribution.role})" if attribution.role else ""
    cue = f", by {attribution.cue!r}" if attribution.cue else ""
    via = f", carried by {attribution.via}" if attribution.via else ""
    lines.append(f"source    {source}{role}, {attribution.kind.value}{cue}{via}")
    cues = ", ".join(repr(span.cut(text)) for span in modality.cue_spans)
    condition = ", under a condition" if modality.conditional else ""
    by = f", by {cues}" if cues else ""
    lines.append(f"certainty {modality.certainty.value}, {modality.polarity.value}{condition}{by}")
    for quantity in claim.quantities:
        high = f" to {quantity.high:g}" if quantity.high is not None else ""
        value = "no number" if quantity.value is None else f"{quantity.value:g}{high}"
        counts = f" of {quantity.counts}" if quantity.counts else ""
        unit = f" {quantity.unit}" if quantity.unit else ""
        lines.append(f"figure    {quantity.text!r}: {quantity.bound.value} {value}{unit}{counts}")
    for ref in claim.dates:
        resolved = f"{ref.from_} to {ref.to}" if ref.from_ != ref.to else str(ref.from_ or "not resolved")
        inferred = f", inferred: {', '.join(ref.inferred)}" if ref.inferred else ""
        lines.append(f"date      {ref.text!r}: {resolved}{inferred}")
    found = [f for f in digest.findings if f.target == claim.id]
    lines += [f"{f.severity.value:<9} {f.check}: expected {f.expected}; found {f.found}" for f in found]
    if not found:
        lines.append("checks    all passed: figures, dates, names, quoted words, negation, certainty, speaker")
    provenance = digest.provenance
    model = f", model {provenance.model}" if provenance.model else ""
    lines.append(f"made by   engine {provenance.engine}{model}")
    return lines


def _chosen(digest: "Digest", wanted: str) -> tuple[int, "Claim"]:
    if wanted.isdecimal() and 1 <= int(wanted) <= len(digest.claims):
        return int(wanted), digest.claims[int(wanted) - 1]
    short = len(wanted) < SHORTEST_ID
    matching = [(n, c) for n, c in enumerate(digest.claims, 1) if c.id.startswith(wanted) and not short]
    if len(matching) == 1:
        return matching[0]
    trouble = "stands for several claims" if matching else "is in this digest neither as number nor as id"
    raise UsageError(f"claim {wanted!r} {trouble}; it has claims 1 to {len(digest.claims)}")


def _text(path: str) -> str:
    if path == "-":
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    try:
        return Path(path).read_text("utf-8")
    except UnicodeDecodeError as err:
        raise RecordError(f"{path!r} is not UTF-8; give a digest written with --format json") from err
    except OSError as err:
        raise SourceError(
            f"{path!r} cannot be read ({err.strerror}); give a digest written with --format json"
        ) from err
