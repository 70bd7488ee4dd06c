"""`wirebrief schema [RECORD]`: the JSON Schema of a record."""

import json

import click

from ..errors import UsageError


@click.command("schema")
@click.argument("record", default="Digest")
def command(record: str) -> int:
    """Print the JSON Schema of RECORD (Digest, Article, Claim, Failure, ...); the names are those of the Python API.

    \b
    Example:
      wirebrief schema Claim
    """
    from .. import records

    kinds = {
        name: kind
        for name, kind in vars(records).items()
        if isinstance(kind, type) and issubclass(kind, records.Record) and kind is not records.Record
    }
    if record not in kinds:
        raise UsageError(f"record {record!r} is unknown; choose one of {', '.join(sorted(kinds))}")
    made = kinds[record].model_json_schema(by_alias=True, mode="serialization")
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))
    return 0
