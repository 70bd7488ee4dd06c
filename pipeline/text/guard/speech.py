"""Which sayings are words or views of somebody, and which are deeds and plans."""

from ...reading import Saying
from ...records import Kind
from ..words import stem, word_set
from .scope import stems

OPINION = frozenset(
    map(
        stem,
        word_set(
            "believe think feel felt call brand describe accuse blame claim insist argue warn deny criticize "
            "criticise praise allege suspect hope fear predict expect speculate urge demand "
            " suggest dismiss reject condemn complain joke"
        ),
    )
)
"""Cues whose content is a view, a charge or a denial: never a fact in the article's own voice."""

SPEECH = frozenset(
    map(
        stem,
        word_set(
            "say said tell told heard add report announce confirm state declare note explain reveal acknowledge admit "
            "concede according write reply respond answer ask remark comment observe mention recall stress emphasize "
            "emphasise testify hear put know contend maintain assert estimate promise pledge vow propose show find"
        ),
    )
)
"""Cues that make a clause somebody's words; beside a quotation any verb does."""


def is_speech(saying: Saying, text: str) -> bool:
    """Whether a saying is words or a view: plans, wishes and deeds ("moved", "refused") are facts about its source."""
    cue = " ".join(span.cut(text) for span in saying.cue)
    return saying.kind is not Kind.INDIRECT or bool(stems(cue) & (SPEECH | OPINION))
