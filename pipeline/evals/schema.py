"""The JSON Schema of a fixture, for editors; `evals/schema/fixture.schema.json` is this, and a test says so."""

import json

from .fixtures import SLOTS, Fixture


def fixture_schema() -> str:
    """The schema as the committed file has it: keys sorted, two spaces, a last newline."""
    schema = Fixture.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["$defs"]["Near"] = {
        "title": "Near",
        "description": "One line: the slot it breaks (or several joined by '+'), and the wrong paraphrase.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"pattern": f"^({'|'.join(SLOTS)})(\\+({'|'.join(SLOTS)}))*$"},
        "additionalProperties": {"type": "string"},
    }
    schema["properties"]["boilerplate"]["items"] = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Footer"}]}
    _loosen(schema)
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _loosen(part: object) -> None:
    """YAML gives 61, true and dates as they look; the loader reads them as strings, so an editor must allow both."""
    if isinstance(part, dict):
        if part.get("type") == "string" and part.get("format") == "date":
            part.pop("format")
        if part.get("type") == "string" and "pattern" not in part and "enum" not in part:
            part["type"] = ["string", "number", "boolean"]
        for value in part.values():
            _loosen(value)
    elif isinstance(part, list):
        for value in part:
            _loosen(value)
