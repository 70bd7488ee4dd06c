"""wirebrief: news articles in, digests out, every claim with its evidence.

    from pipeline import Article, digest

    made = digest("story.txt")                 # or an Article, or a pathlib.Path
    print(made.summary.brief.text)
    for claim in made.claims:
        print(claim.attribution.source, claim.modality.certainty, claim.text)

Names are imported when they are used: `import pipeline` alone costs nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .engine import Answer, Call, Engine
    from .errors import (
        ArticleError,
        EndpointError,
        LimitError,
        OutputError,
        PromptError,
        RecordError,
        ReplyError,
        SourceError,
        UsageError,
        WirebriefError,
    )
    from .front import adigest, adigests, digest, digests
    from .records import (
        Article,
        Attribution,
        Claim,
        Conflict,
        Digest,
        Dropped,
        Evidence,
        Failure,
        Finding,
        Line,
        Modality,
        Provenance,
        Quantity,
        Receipt,
        Sentence,
        Summary,
        TimeRef,
    )
    from .upgrade import load_digest

_HOMES = {
    "engine": ("Answer", "Call", "Engine"),
    "errors": (
        "ArticleError",
        "EndpointError",
        "LimitError",
        "OutputError",
        "PromptError",
        "RecordError",
        "ReplyError",
        "SourceError",
        "UsageError",
        "WirebriefError",
    ),
    "front": ("adigest", "adigests", "digest", "digests"),
    "records": (
        "Article",
        "Attribution",
        "Claim",
        "Conflict",
        "Digest",
        "Dropped",
        "Evidence",
        "Failure",
        "Finding",
        "Line",
        "Modality",
        "Provenance",
        "Quantity",
        "Receipt",
        "Sentence",
        "Summary",
        "TimeRef",
    ),
    "upgrade": ("load_digest",),
}

__all__ = [
    "Answer",
    "Article",
    "ArticleError",
    "Attribution",
    "Call",
    "Claim",
    "Conflict",
    "Digest",
    "Dropped",
    "EndpointError",
    "Engine",
    "Evidence",
    "Failure",
    "Finding",
    "LimitError",
    "Line",
    "Modality",
    "OutputError",
    "PromptError",
    "Provenance",
    "Quantity",
    "Receipt",
    "RecordError",
    "ReplyError",
    "Sentence",
    "SourceError",
    "Summary",
    "TimeRef",
    "UsageError",
    "WirebriefError",
    "adigest",
    "adigests",
    "digest",
    "digests",
    "load_digest",
]


def __getattr__(name: str) -> object:
    import importlib

    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(f".{home}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
