"""Which cues make a clause somebody's words or view; plans, wishes and deeds ("refused", "moved") make none."""

from ..reading import Saying
from ..records import Kind
from ..text.words import stem, tokens, word_set

_SPEECH = frozenset(
    map(
        stem,
        word_set(
            """
            say said tell told report announce confirm state declare explain reveal acknowledge admit concede according
            write wrote reply respond answer ask remark comment observe mention recall stress emphasize emphasise
            testify contend maintain assert estimate promise pledge vow propose show find put insist argue warn claim
            deny believe think feel felt call brand describe accuse blame criticize criticise praise allege suspect hope
            fear predict expect speculate urge demand suggest dismiss reject condemn complain joke caution continue
            tweet reckon conclude quip point post boast lament determine assure advise cite indicate rule decide hold
            counter object retort recount signal forecast record
            """
        ),
    )
)
_WHOLE = word_set("note notes noted noting add adds added adding heard hear")
"""Words whose stems are those of other words."""


def is_speech(saying: Saying, text: str) -> bool:
    """Whether a saying is words or a view of its source; beside a quotation any verb makes it so."""
    words = [word.text.lower() for span in saying.cue for word in tokens(text, span.start, span.end)]
    return saying.kind is not Kind.INDIRECT or any(word in _WHOLE or stem(word) in _SPEECH for word in words)
