"""Asks the engine for the claims of an article, piece by piece where it is long."""

from dataclasses import dataclass

from ..engine import Call, Drafts, Engine, ExtractGiven
from ..errors import ReplyError
from ..reading import Reading
from ..records import Cause, Draft, Dropped, Role

STAGE = "extract"

TOKENS_PER_CHARACTER = 0.25
"""Rough size of English prose in tokens: four characters a token. It decides where to split, nothing else."""


MOST_SPLITS = 3
"""How often a piece is halved: a reply that is cut at an eighth of a piece is not cut for its length."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the engine said, in article order of its pieces, and which questions came to nothing."""

    drafts: tuple[Draft, ...] = ()
    dropped: tuple[Dropped, ...] = ()


async def extract(reading: Reading, engine: Engine, piece_tokens: int) -> Extracted:
    """Ask for the claims of every piece; a cut reply splits its piece, any other unusable reply is `Dropped`."""
    drafts: list[Draft] = []
    dropped: list[Dropped] = []
    queue = [(piece, 0) for piece in pieces(reading, piece_tokens)]
    number = 0
    while queue:
        piece, splits = queue.pop(0)
        call = Call(STAGE, ExtractGiven(reading=reading, sentences=piece), Drafts, number)
        number += 1
        try:
            answer = await engine.answer(call)
        except ReplyError as err:
            halves = _halves(reading, piece) if err.cause == "truncated" and splits < MOST_SPLITS else ()
            if halves:
                queue[:0] = [(half, splits + 1) for half in halves]
            else:
                dropped.append(failed(STAGE, err, f"sentences {piece[0]} to {piece[-1]}"))
            continue
        drafts += answer.reply.claims
        if not answer.reply.claims:
            dropped.append(_abstained(piece))
    return Extracted(tuple(drafts), tuple(dropped))


def pieces(reading: Reading, piece_tokens: int) -> tuple[tuple[int, ...], ...]:
    """The news sentences in runs of whole paragraphs of about `piece_tokens`, each run repeating the last paragraph.

    Boilerplate, credits and datelines are in no piece: what is not shown cannot be cited.
    """
    runs: list[list[int]] = [[]]
    size = 0.0
    last: list[int] = []
    for paragraph in _paragraphs(reading):
        tokens = _tokens(reading, paragraph)
        if runs[-1] and size + tokens > piece_tokens:
            runs.append([*last])
            size = _tokens(reading, last)
        runs[-1] += paragraph
        size += tokens
        last = paragraph
    return tuple(tuple(run) for run in runs if run)


def failed(stage: str, err: ReplyError, what: str) -> Dropped:
    """The record of a question whose reply could not be used."""
    return Dropped(stage=stage, draft=None, cause=Cause(err.cause), detail=f"{what}: {err}")


def _abstained(piece: tuple[int, ...]) -> Dropped:
    detail = f"sentences {piece[0]} to {piece[-1]}: the engine was asked and named no claim"
    return Dropped(stage=STAGE, draft=None, cause=Cause.ABSTAINED, detail=detail)


def _paragraphs(reading: Reading) -> list[list[int]]:
    found: dict[int, list[int]] = {}
    for sentence in reading.news():
        found.setdefault(sentence.paragraph, []).append(sentence.index)
    return list(found.values())


def _tokens(reading: Reading, sentences: list[int]) -> float:
    return sum(len(reading.text_of(i)) for i in sentences) * TOKENS_PER_CHARACTER


def _halves(reading: Reading, piece: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    if len(piece) < 2 or all(reading.sentences[i].role is not Role.BODY for i in piece):
        return ()
    middle = len(piece) // 2
    return piece[:middle], piece[middle:]
