"""The attribute view of a stored digest."""

import json
import subprocess
import sys

import pytest

from pipeline import render
from pipeline.records import Digest
from pipeline.render.view import view

FORMS = ["text", "json", "jsonl", "md", "csv", "html"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["digest", "empty", "hostile"])
def test_a_view_renders_like_its_record(name: str, form: str, request: pytest.FixtureRequest) -> None:
    """Every form of a stored digest is, letter by letter, that of the record it was stored from."""
    record: Digest = request.getfixturevalue(name)
    stored = view(record.model_dump_json(by_alias=True))

    assert render.render([stored], form) == render.render([record], form)


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "md", "csv"])
def test_a_view_lists_claims_like_its_record(form: str, digest: Digest) -> None:
    """The table of claims does not tell a stored digest from a fresh one."""
    stored = view(digest.model_dump_json(by_alias=True))

    assert render.claims_table([stored], form) == render.claims_table([digest], form)


def test_a_view_has_the_attributes_of_its_record(digest: Digest) -> None:
    """Words of the language, mappings and enumerations are where the record has them."""
    stored = view(digest.model_dump_json(by_alias=True))

    assert stored.claims[0].dates[0].from_ == "2024-05-14"
    assert stored.provenance.options == digest.provenance.options
    assert stored.claims[5].modality.polarity == "denied"


def test_a_stored_quote_that_its_offsets_do_not_cut_is_refused(digest: Digest) -> None:
    """A stored digest whose article or evidence was changed does not become a view."""
    fields = json.loads(digest.model_dump_json())
    fields["claims"][0]["evidence"][0]["start"] += 1

    with pytest.raises(ValueError, match="does not cut to its quote"):
        view(json.dumps(fields))


@pytest.mark.parametrize("text", ["", "[]", "3", "{}", '{"article": {"text": "x"}, "claims": [{}]}', '{"claims": 4}'])
def test_json_that_is_no_digest_is_refused(text: str) -> None:
    """Whatever is not a digest is a `ValueError`, never a half view."""
    with pytest.raises(ValueError, match=r"digest|Expecting value"):
        view(text)


def test_a_claim_without_evidence_is_refused(digest: Digest) -> None:
    """A stored claim must have evidence, as the record must."""
    fields = json.loads(digest.model_dump_json())
    fields["claims"][0]["evidence"] = []

    with pytest.raises(ValueError, match="has no evidence"):
        view(json.dumps(fields))


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "md", "csv"])
def test_a_view_is_shown_without_pydantic(form: str, digest: Digest) -> None:
    """Showing a stored digest imports neither pydantic nor the records nor rich nor jinja2."""
    code = (
        "import sys, pipeline.render as r; from pipeline.render.view import view\n"
        f"r.render([view(sys.stdin.read())], {form!r}); r.claims_table([], {form!r})\n"
        "print(sorted({'pydantic', 'pipeline.records', 'rich', 'jinja2'} & set(sys.modules)))"
    )
    stored = digest.model_dump_json(by_alias=True)

    done = subprocess.run([sys.executable, "-c", code], input=stored, capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
