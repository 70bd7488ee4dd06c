"""An engine for tests that says what it is told to: a real `Engine`, no patch of our own names."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from pipeline.engine import Answer, Call, Drafts, R, SummarizeGiven, SummaryDraft, Usage
from pipeline.errors import ReplyError
from pipeline.records import Certainty, Draft, LineDraft, Record

Said = Record | ReplyError | Callable[[Call[Record]], Record]


def draft(text: str, quote: str, **about: object) -> Draft:
    """A draft with the fields a test does not care about filled in."""
    fields: dict[str, object] = {
        "text": text,
        "quote": quote,
        "sentences": (),
        "source": None,
        "via": None,
        "certainty": Certainty.CERTAIN,
        "hedge": None,
        "denied": False,
        "weight": 2,
    }
    return Draft.model_validate({**fields, **about})


def line(text: str, *claims: int) -> LineDraft:
    """A summary line that cites claims by number."""
    return LineDraft(text=text, claims=claims)


def summary_of_first(call: Call[Record]) -> SummaryDraft:
    """A summary in the words of the first claim, which always stands."""
    given = call.given
    assert isinstance(given, SummarizeGiven)
    first = line(given.claims[0].text, 1)
    return SummaryDraft(headline=first, brief=first, lines=(first,))


class ScriptedEngine:
    """Answers each stage with its next scripted reply; the last one is repeated. `calls` keeps what was asked."""

    name = "scripted"
    model = "a script"
    prompts: Mapping[str, str] = {}

    def __init__(self, script: Mapping[str, Sequence[Said]]) -> None:
        self._script = {stage: list(said) for stage, said in script.items()}
        self.calls: list[Call[Record]] = []

    async def answer(self, call: Call[R]) -> Answer[R]:
        """The next scripted reply of the call's stage; nothing where the script has none."""
        self.calls.append(cast("Call[Record]", call))
        said = self._script.get(call.stage, [])
        found: Said = Drafts(claims=()) if not said else said.pop(0) if len(said) > 1 else said[0]
        if isinstance(found, ReplyError):
            raise found
        reply = found(cast("Call[Record]", call)) if callable(found) else found
        return Answer(reply=cast("R", reply), usage=Usage(input_tokens=100, output_tokens=10), cost=0.001)
