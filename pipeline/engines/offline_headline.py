"""A headline: the article's own where its claims carry it, else the lead claim cut at the border of a clause."""

import re
from collections.abc import Iterator, Sequence

from ..engine import SummarizeGiven
from ..records import Claim, LineDraft, Role, Severity
from ..text import guard
from ..text.verbs import has_verb
from ..text.wording import sentence
from ..text.words import content

MOST_WORDS = 18
"""Words of a good headline at most."""

STILL_SHORT = 24
"""Words up to which a cut lead claim is taken where no better one is found."""

FEWEST_WORDS = 5
"""Words of a headline at least: fewer are seldom a statement."""

CARRIED = 0.5
"""Share of the own headline's words of content that the claims it cites must hold."""

MOST_CITED = 4
"""Claims that the article's own headline cites at most."""

LEADS = 2
"""How many claims are cut to `STILL_SHORT` words before less salient ones are tried."""

CANDIDATES = 6
"""How many of the most salient claims are tried."""

_DATED = re.compile(r"\s\((?:\d{1,2} )?[A-Z][a-z]+ \d{4}\)")
_WHEN = re.compile(
    r"(?:,? (?:late |early )?on)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?(?=[ ,.])"
)
_ASIDE = re.compile(r", (?:who|which|whose|a|an|the)\b[^,;:“”\"()]{1,160}, (?=[a-z])")
_BORDER = re.compile(
    r"(?:,\s(?:which|who|whose|where|when|while|as|after|before|with|though|although|because|since|in|at|and|but|so|the"
    r"|a|an|driven|backed|bringing|\w+ing|drowned|\w+ed)\b"
    r"|;\s|:\s|\s[—–-]{1,2}\s|\s(?:and|but)\s(?:could|may|might|will|would|has|have|had|is|are|was|were|\w+ed)\b"
    r"|\s(?:after|before|while|because|although|as part of)\s)"
)


def headline(given: SummarizeGiven, ranked: Sequence[int]) -> LineDraft:
    """The first candidate that the guard lets pass without doubt; the claims `ranked` best first.

    Candidates are the article's own headline, then short forms of the two most salient claims, those of at most
    `MOST_WORDS` words before those of at most `STILL_SHORT`, then short forms of the next claims.
    """
    for made in (*_own(given), *_short(given, ranked[:LEADS]), *_short(given, ranked[LEADS:CANDIDATES])):
        if _stands(given, made):
            return made
    shortest = min(ranked[:CANDIDATES], key=lambda i: len(given.claims[i].text))
    return LineDraft(text=sentence(given.claims[shortest]), claims=(shortest + 1,))


def _short(given: SummarizeGiven, ranked: Sequence[int]) -> Iterator[LineDraft]:
    made = [form for i in ranked for form in _short_forms(given.claims[i], i)]
    yield from (form for form in made if len(form.text.split()) <= MOST_WORDS)
    yield from (form for form in made if len(form.text.split()) > MOST_WORDS)


def _stands(given: SummarizeGiven, made: LineDraft) -> bool:
    cited = [given.claims[n - 1] for n in made.claims]
    faults = guard.check_line(made.text, cited, given.reading)
    doubts = (Severity.ERROR, Severity.WARNING) if len(cited) == 1 else (Severity.ERROR,)
    return not any(fault.severity in doubts for fault in faults)


def _own(given: SummarizeGiven) -> Iterator[LineDraft]:
    """The article's own headline, citing the claims that together share most of its words."""
    reading = given.reading
    printed = [reading.text_of(s.index) for s in reading.sentences[:3] if s.role is Role.HEADLINE]
    text = " ".join((reading.article.title or (printed[0] if printed else "")).lstrip("# ").split())
    words = set(content(text))
    left = set(words)
    cited: list[int] = []
    held = [set(content(f"{claim.text} {claim.literal}")) for claim in given.claims]
    while left and len(cited) < MOST_CITED:
        best = max(range(len(held)), key=lambda i: len(held[i] & left))
        if not held[best] & left:
            break
        cited.append(best)
        left -= held[best]
    if words and len(words - left) >= CARRIED * len(words):
        yield LineDraft(text=text, claims=tuple(i + 1 for i in sorted(cited)))


def _short_forms(claim: Claim, index: int) -> Iterator[LineDraft]:
    """Short forms of a claim, longest first: without dates, asides and trailing clauses; its source is never cut."""
    whole = sentence(claim)
    forms = [whole]
    for pattern, new in ((_DATED, ""), (_WHEN, ""), (_ASIDE, " ")):
        forms.append(pattern.sub(new, forms[-1]))
    role = f"{claim.attribution.role} "
    if forms[-1].startswith(f"{role}{claim.attribution.source}"):
        forms.append(forms[-1].removeprefix(role))
    bare = forms[-1]
    forms += [form for cut in reversed(_cuts(bare)) for form in _sourced(claim, cut)]
    for text in dict.fromkeys(forms):
        if FEWEST_WORDS <= len(text.split()) <= STILL_SHORT and _balanced(text):
            yield LineDraft(text=_title(text), claims=(index + 1,))


def _cuts(text: str) -> list[str]:
    """The beginnings of a sentence that end at a border of a clause, outside quotation marks, and hold a verb."""
    found = []
    for border in _BORDER.finditer(text):
        head = text[: border.start()]
        if _balanced(head) and has_verb(head):
            found.append(head)
    return found


def _sourced(claim: Claim, head: str) -> Iterator[str]:
    """The beginning, with the source behind it where the cut took it off."""
    source = claim.attribution.source
    if source is None or any(word in head for word in source.split() if word[:1].isupper()) or source in head:
        yield head
        return
    verb = "say" if source.endswith(("s", "police", "people")) or " and " in source else "says"
    if len(source.split()) <= FEWEST_WORDS:
        yield f"{head}, {source} {verb}"


def _balanced(text: str) -> bool:
    pairs = (text.count("“") == text.count("”"), text.count("(") == text.count(")"), text.count('"') % 2 == 0)
    return all(pairs) and text.count("[") == text.count("]")


def _title(text: str) -> str:
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text
