"""One stage alone: the calls it makes for an article, made by rules up to there, and what an engine answers."""

from dataclasses import dataclass

from ..engine import Answer, Around, Call, Engine, R
from ..engines.offline import OfflineEngine
from ..errors import ReplyError
from ..options import FlowOptions
from ..reading import Reading
from ..records import Article, Record
from ..stages.extract import extract
from ..stages.ground import ground
from ..stages.repair import repair
from ..stages.summarize import summarize
from ..text.read import read, readable


@dataclass(frozen=True, slots=True)
class Asked:
    """One call of a stage, and its answer or the error that came instead."""

    call: Call[Record]
    answer: Answer[Record] | None = None
    error: ReplyError | None = None


class Recorder(Around):
    """An engine around an engine that keeps every call with its outcome."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.asked: list[Asked] = []

    async def answer(self, call: Call[R]) -> Answer[R]:
        """The inner engine's answer, kept."""
        try:
            answer = await self._inner.answer(call)
        except ReplyError as err:
            self.asked.append(Asked(call, error=err))  # type: ignore[arg-type]
            raise
        self.asked.append(Asked(call, answer))  # type: ignore[arg-type]
        return answer


async def one_stage(
    stage: str, article: Article, engine: Engine, options: FlowOptions, *, before: Engine | None = None
) -> tuple[Reading, tuple[Asked, ...]]:
    """The reading, and what `engine` is asked in one stage; `before` answers the stages in front (default: the same).

    A stage with nothing to ask ("repair" where nothing failed) makes no call.
    """
    reading = readable(read(article))
    recorder = Recorder(engine)
    earlier = before or engine
    if stage == "extract":
        await extract(reading, recorder, options.piece_tokens)
        return reading, tuple(recorder.asked)
    drafts = (await extract(reading, earlier, options.piece_tokens)).drafts
    grounded = ground(reading, drafts)
    if stage == "repair":
        await repair(reading, grounded.refused, grounded.claims, recorder)
        return reading, tuple(recorder.asked)
    again = await repair(reading, grounded.refused, grounded.claims, earlier)
    claims = grounded.claims + ground(reading, again.drafts, known=grounded.claims).claims
    ordered = sorted(claims, key=lambda c: c.evidence[0].start)[: options.max_claims]
    await summarize(reading, ordered, recorder, options.max_lines)
    return reading, tuple(recorder.asked)


async def calls_of(stage: str, article: Article, options: FlowOptions) -> tuple[Call[Record], ...]:
    """The calls of a stage, with rules answering: what a prompt is rendered from when nobody is to be asked."""
    _, asked = await one_stage(stage, article, OfflineEngine(), options)
    return tuple(one.call for one in asked)
