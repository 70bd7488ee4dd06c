"""Which of the narrator's passages can be checked at all; the others become no claim.

Left out are: fewer than four words ("Not this time."); questions; what speaks to the reader or of the writer ("you",
"we"); a comparison without a measure ("The fire service is more careful."); and a sentence that leans on the one
before it ("That is a lie.") or says almost nothing, where it holds no name, figure, date or quoted words.
"""

import re

from ..reading import Reading
from ..records import Span
from ..text.nearby import names_in, touching
from ..text.words import content

FEWEST_WORDS = 4
"""A sentence with fewer words says nothing that can be checked alone."""

FEWEST_STEMS = 2
"""A sentence without name, figure, date or quotation and with fewer words of content says nothing to check by."""

_READER = re.compile(r"\b(?:(?i:you|your|yours|we|our|ours|let[’']s|my|me)\b|us\b|(?<!War )I(?=[ ’'][a-z]))")
_COMPARES = re.compile(
    r"(?i)\b(?:more|less|better|worse|rather|as much)\b(?:\s[\w’'-]+){0,6}?\s(?:than|as)\b"
    r"|\b(?:is|are|was|were|be|been|seems?|seemed|remains?|remained|grows?|grew|becomes?|became)\s(?:\w+\s)?(?:more|less)"
    r"\s\w+"
)
_POINTER = re.compile(r"(?i)[(\[]?(?:also |please )?(?:see|read|watch|listen|click|related)\b(?!\w)[^.]{0,12}[:\"“]")
"""What points to another text ("(Also see ...)")."""

_LEANS = re.compile(
    r"(?i)(?:all of )?(?:this|that|it|these|those|they|such|others?|more|so|both|neither|either|here|there[’']s)\b"
)


def is_checkable(reading: Reading, span: Span) -> bool:
    """Whether a passage in the article's own voice says something that can be checked."""
    words = span.cut(reading.article.text)
    count = len(words.split())
    if count < FEWEST_WORDS or words.rstrip("”\"’') ").endswith("?"):
        return False
    if _POINTER.match(words):
        return False
    quoted = bool(touching(reading.quotations, span))
    if not quoted and _READER.search(words):
        return False
    if touching(reading.quantities, span) or len(touching(reading.times, span)):
        return True
    if names_in(reading, span) or quoted:
        return True
    if _COMPARES.search(words):
        return False
    return not _LEANS.match(words) and len(set(content(words))) >= FEWEST_STEMS
