"""People behind pronouns: whom "he", "she", "his" or "her" most likely refers to; silence where it is not clear."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...reading import Name
from ...records import Sentence
from .given import pronoun_of
from .titles import GENDERED, HONORIFICS

_PRONOUNS = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she",
             "herself": "she"}  # fmt: skip
BACK = 2
"""How many sentences before the pronoun's own are searched: farther antecedents are guesses."""
WINDOW = 400
"""How many names before the pronoun are looked at for somebody's gender; keeps the whole article linear."""
_BEFORE = re.compile(r"(\w+)\.?\s+$")
_OBJECT = re.compile(
    r"\b(?:of|to|with|by|for|from|against|about|on|at|than|like|under|and|or|told|asked|met|over|between|after|before"
    r"|toward|towards|in|into|behind|accused|praised|including)\s+(?:[\w.’'-]+\s+){0,5}$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"[\s\]]*(?:,[^,.;]{1,120},)?\s*(?:also |later |now |then |has |had |have )?"
    r"(?:sa(?:id|ys)|told|tells|add(?:ed|s)|is|was|has|had|will|would|did|does|could|can|may|might|\w+ed"
    r"|went|wrote|met|took|came|made|gave|left|held|began|became|spoke|won|lost|ran|saw|got|sent|led|paid|built|bought"
    r"|brought|found|felt|kept|knew|thought|put|set|hit|let|shut|fled|flew|fell|rose|grew|drew|chose|sold|fought)\b"
)
_SAYS = re.compile(
    r"\s*(?:,[^,.;]{1,120},)?\s*(?:also |later |then )?(?:said|says|told|added"
    r"|asked|wrote|tweeted|called|argued|warned|replied|insisted|noted|explained|continued)\b"
)
_SAID_BY = re.compile(r"(?:[,;:”\"?!']|^)\s*(?:said|says|added|asked)\s+(?:[\w.’'-]+\s+){0,6}$")
_LOOK = 160
"""How many characters beside a name show what it does in its sentence."""


def referent(
    names: Sequence[Name], text: str, position: int, pronoun: str, sentences: Sequence[Sentence]
) -> Name | None:
    """The mention that a pronoun at `position` most likely refers to, or None where that is open.

    Looks through the pronoun's sentence and the two before it, nearest first; a person whose known pronoun differs is
    passed over, and so is one named inside a quotation that the pronoun stands outside of. "they" is never resolved.
    """
    wanted = _PRONOUNS.get(pronoun.lower())
    at = bisect_right(sentences, position, key=lambda s: s.start) - 1
    if wanted is None or at < 0:
        return None
    last = bisect_left(names, position, key=lambda n: n.start)
    seen = names[max(0, last - WINDOW) : last]
    quoted = in_quotation(text, sentences, position)
    for i in range(at, max(-1, at - BACK - 1), -1):
        inside = [n for n in seen if n.kind == "person" and sentences[i].start <= n.start and n.end <= position]
        inside = [n for n in inside if n.start < sentences[i].end and gender(n, text, seen) in (wanted, None)]
        if quoted:
            inside = [n for n in inside if not _speaks(n, text, sentences[i])]
        else:
            inside = [n for n in inside if not in_quotation(text, sentences, n.start)]
        if inside:
            found = _clearest(inside, text, sentences[i], wanted)
            return None if found and i < at and _shadowed(found, text, sentences[i], wanted) else found
    return None


def gender(name: Name, text: str, mentions: Sequence[Name]) -> str | None:
    """The pronoun ("he", "she") of a person, by address, role and given name; None where print does not say."""
    for mention in mentions:
        if mention.full == name.full and (told := _address(mention, text)):
            return told
    return _by_role(name) or (pronoun_of(name.full.split()[0]) if " " in name.full else None)


def in_quotation(text: str, sentences: Sequence[Sentence], position: int) -> bool:
    """Whether a position stands between double quotation marks of its paragraph."""
    start = _paragraph_start(text, sentences, position)
    before = text[start:position]
    if "“" in before or "”" in before:
        return before.rfind("“") > before.rfind("”")
    return before.count('"') % 2 == 1


def _paragraph_start(text: str, sentences: Sequence[Sentence], position: int) -> int:
    i = bisect_right(sentences, position, key=lambda s: s.start) - 1
    if i < 0:
        return 0
    first = i
    while first > 0 and sentences[first - 1].paragraph == sentences[i].paragraph and i - first < 30:
        first -= 1
    return sentences[first].start


def _clearest(inside: Sequence[Name], text: str, sentence: Sentence, wanted: str) -> Name | None:
    """The one person meant, or the one subject among several, or None."""
    if len({name.full for name in inside}) == 1:
        return inside[-1]
    subjects = [name for name in inside if _is_subject(name, text, sentence)]
    if len({name.full for name in subjects}) == 1:
        return subjects[-1]
    known = [name for name in subjects or inside if gender(name, text, inside) == wanted]
    return known[-1] if len({name.full for name in known}) == 1 and not subjects else None


def _shadowed(name: Name, text: str, sentence: Sentence, wanted: str) -> bool:
    """Whether an earlier sentence is about somebody else who is only "he" there, and the name is its object."""
    if _is_subject(name, text, sentence):
        return False
    return bool(re.search(rf"\b{wanted}\b", text[sentence.start : sentence.end], re.IGNORECASE))


def _speaks(name: Name, text: str, sentence: Sentence) -> bool:
    """Whether a name outside the quotation is its speaker: then a pronoun in the quotation means somebody else."""
    after = text[name.end : min(sentence.end, name.end + _LOOK)]
    before = text[max(sentence.start, name.start - _LOOK) : name.start]
    return bool(_SAYS.match(after) or _SAID_BY.search(before))


def _is_subject(name: Name, text: str, sentence: Sentence) -> bool:
    """Whether a name reads as a subject: no preposition governs it, no 's follows, a verb does."""
    after = text[name.end : min(sentence.end, name.end + _LOOK)]
    if after.startswith(("’s", "'s", "’ ", "' ")):
        return False
    before = text[max(sentence.start, name.start - _LOOK) : name.start]
    acts = bool(_ACTS.match(after))
    if _SAID_BY.search(before):
        return True
    governed = bool(_OBJECT.search(before.rsplit(",", 1)[-1]))
    return acts and not governed


def _address(name: Name, text: str) -> str | None:
    match = _BEFORE.search(text, max(0, name.start - 12), name.start)
    return HONORIFICS.get(match[1].lower()) if match else None


def _by_role(name: Name) -> str | None:
    words = (name.role or "").lower().split()
    return next((GENDERED[word] for word in words[:6] if word in GENDERED), None)
