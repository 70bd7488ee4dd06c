"""What an endpoint does not understand, and how it is asked then."""

import pytest
from servers.asking import DRAFTS, Ask
from servers.chat import Answer, ChatServer, say, status

from pipeline.engine import Call, Drafts


async def test_an_endpoint_without_schemas_is_asked_otherwise(
    engine: Ask, server: ChatServer, call: Call[Drafts]
) -> None:
    """An endpoint that rejects `json_schema` is asked for JSON, then in words, and never again for what it rejected."""
    no = status(400, '{"error": {"message": "response_format is not supported", "param": "response_format"}}')
    asking = await engine(no, no, say(f"```json\n{DRAFTS}\n```"))

    await asking.answer(call)
    await asking.answer(call)

    forms = [asked.body.get("response_format", {}).get("type") for asked in server.asked]
    assert forms == ["json_schema", "json_object", None, None]
    assert '"quote"' in server.asked[-1].body["messages"][0]["content"]


async def test_a_model_without_temperature_is_asked_without(
    engine: Ask, server: ChatServer, call: Call[Drafts]
) -> None:
    """A model that takes no temperature is asked again without one."""
    no = status(400, '{"error": {"message": "Unsupported value: 0", "param": "temperature"}}')
    asking = await engine(no, say(DRAFTS))

    await asking.answer(call)

    assert ["temperature" in asked.body for asked in server.asked] == [True, False]


async def test_an_ignored_schema_is_put_into_words(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """Prose in place of the schema's JSON shows that it was ignored: the question is asked once more, in words."""
    asking = await engine(say("The ferry master spoke of boats."), say(f"Here it is: {DRAFTS}"))

    answer = await asking.answer(call)

    assert len(answer.reply.claims) == 1
    assert answer.usage.output_tokens == 40
    assert ["response_format" in asked.body for asked in server.asked] == [True, False]


async def test_a_fenced_reply_is_read_and_remembered(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """JSON in a fence answers its call; from then on the endpoint gets the schema in words."""
    asking = await engine(say(f"```json\n{DRAFTS}\n```"))

    await asking.answer(call)
    await asking.answer(call)

    assert ["response_format" in asked.body for asked in server.asked] == [True, False]


async def test_thoughts_before_the_reply_are_no_fault(engine: Ask, server: ChatServer, call: Call[Drafts]) -> None:
    """A `<think>` block is left out, and says nothing against the endpoint."""
    asking = await engine(say(f"<think>\nA list of {{claims}}?\n</think>\n\n{DRAFTS}"))

    answer = await asking.answer(call)

    assert len(answer.reply.claims) == 1
    assert asking.dialect.form == "json_schema"


@pytest.mark.parametrize(
    ("answer", "form"),
    [(say('{"word": "kwartsiet-41"}'), "json_schema"), (say("Blue, I should say."), "plain")],
)
async def test_a_probe_tells_whether_schemas_hold(engine: Ask, answer: Answer, form: str) -> None:
    """Only an endpoint that holds to the schema gives the probe the one word that the schema admits."""
    asking = await engine(answer)

    assert (await asking.probe()).form == form
