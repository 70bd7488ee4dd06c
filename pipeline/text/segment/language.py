"""The language of a text, and whether it is an article at all: walls, shells and stubs are told from prose."""

import re
from collections import Counter
from collections.abc import Sequence

from ...records import Role, Sentence
from .boilerplate import is_narrated


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


_SAMPLE = 40_000
"""Characters looked at: function words settle a language within a page; the rest would only cost time."""

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_FUNCTION_WORDS = {
    "en": _words(
        """
        the of and to in that is was for on with as it he at by from his they have had not but this are were said
        has which their who been after would will she or an be about its than when more we you i there what her if
        """
    ),
    "de": _words(
        """
        der die das und in den von zu mit ist im für auf nicht ein eine dem des sich auch als es an werden aus er
        hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis
        """
    ),
    "fr": _words(
        """
        le la les de des et à en un une du que est pour qui dans par sur au il pas plus ce ne se sont avec aux son
        sa ses cette mais comme ont été elle nous vous ou leur deux même ces était aussi être fait
        """
    ),
    "es": _words(
        """
        el la los las de que y en un una del se por con no para su al es lo como más pero sus le ya o este sí
        porque esta entre cuando muy sin sobre también me hasta hay donde fue han ser son según
        """
    ),
    "it": _words(
        """
        il la di che e un una in del per non è con da i le si al della dei nel sono gli ha alla come più anche lo
        dal ma delle nella degli questo ai sul essere stato loro tra hanno se ci dalla
        """
    ),
    "pt": _words(
        """
        o a os as de que e em um uma do da dos das para com não no na por se mais como mas foi ao ele seu sua ou
        quando muito nos já também só pelo pela até isso ela entre depois sem mesmo aos são está
        """
    ),
    "nl": _words(
        """
        de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar maar heeft worden nog
        uit wordt dan over hij deze tot werd hebben kan meer die geen ze wel zich ik al onder
        """
    ),
    "sv": _words(
        """
        och att det i en som på är av för med till den har de inte om ett men var sig så från vi kan när eller nu
        efter vid också hade ska mot skulle under än över bara sin man ut
        """
    ),
    "da": _words(
        """
        og i at det er en til af på de med der den for som ikke har et om fra men var sig han vi kan så også ved
        blev eller når efter være havde nu skal være over kun mod mere
        """
    ),
    "no": _words(
        """
        og i det er på som en til av for med at har de ikke den om et fra men var seg han vi kan så også ved ble
        eller når etter være hadde nå skal over bare mot mer fikk hun
        """
    ),
    "fi": _words(
        """
        ja on ei että se oli hän mutta ovat kun myös joka mukaan ole sen tai kuin vain jo hänen niin nyt sitä ovat
        olla jos mitä tämä jälkeen vuonna sekä kanssa
        """
    ),
    "pl": _words(
        """
        w i na z się do nie to że o jest po jak od za dla przez ale jego są był oraz przy ma także tym już które
        który co tego ich bez może została był być
        """
    ),
    "cs": _words(
        """
        a v se na je že to s z do o jako pro by ale po za od jeho byl které který podle při nebo také jsou už bylo
        má tak však může ve ze jsem své
        """
    ),
    "ro": _words(
        """
        și în de la a cu pe că nu din pentru o un care mai au fost este sau ca lui să prin dar după sunt fi al ale
        cele acest această între
        """
    ),
    "hu": _words(
        """
        a az és hogy nem is egy ez volt meg de csak már mint el még ha vagy szerint akkor minden azt ezt után
        pedig lesz majd kell között
        """
    ),
    "tr": _words(
        """
        ve bir bu da de için ile olarak olan çok daha en gibi ise kadar sonra ama ne var olduğu o ya diye göre
        değil tarafından üzerinde
        """
    ),
    "id": _words(
        """
        yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka
        telah oleh sudah atau kami lebih adalah
        """
    ),
}
"""Commonest words that carry grammar, written down from each language's grammar."""

_FEWEST_WORDS = 6
"""A name and a date can be any language; from about six words on a function word turns up."""
_SHARE = 0.12
"""Least share of function words to be sure: prose has 30 to 50 %, headlines 15 %, lists of names below 10 %."""

_SHELL = re.compile(
    r"(?:enable|turn on|activate|requires?|needs?|without|allow|support)\b[^.\n]{0,40}\bjavascript\b|"
    r"\bjavascript\b[^.\n]{0,60}\b(?:disabled|required|enabled?|turned off|not (?:supported|available)|blocked)|"
    r"checking (?:your browser|if the site connection)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|"
    r"unusual (?:traffic|activity) from your|(?:your )?browser (?:is )?(?:not supported|out ?dated|unsupported)|"
    r"ad ?blocker (?:detected|is (?:on|enabled|active))",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"\bcookies?\b|\byour (?:privacy )?(?:consent|privacy|choices|preferences)\b|"
    r"\bconsent\b[^.\n]{0,60}\b(?:process|store|"
    r"data|partners|purposes)|\b(?:our|and) (?:\d+ )?partners\b|\blegitimate interests?\b|\bpersonali[sz]ed "
    r"(?:ads?|content|"
    r"advertising)\b|\b(?:accept|reject|agree to|manage) (?:all|cookies|my|options|settings|preferences)\b|"
    r"\bprivacy policy\b|"
    r"\bpersonal data\b",
    re.IGNORECASE,
)
_COOKIE_ACT = re.compile(
    r"\b(?:accept|agree|consent|reject|manage|allow|decline|use[sd]?|store|continue|opt[ -]out)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:you|your|we|our|us)\b|\bthis (?:web)?site\b|^\W*(?:please|accept|reject|agree|subscribe|sign|log|"
    r"register|continue|already|unlock|manage|allow|to|read|become|get)\b|^\W*this (?:article|story|content|page) is\b",
    re.IGNORECASE,
)
"""A page that speaks to its reader, or gives an order; news about walls and cookies speaks of them."""

_PAYWALL = re.compile(
    r"\b(?:subscribe|sign up|register|log ?in|sign in|pay|become a (?:member|subscriber))\b[^.\n]{0,40}\b(?:to|"
    r"and) (?:continue|"
    r"keep|read|unlock|finish|view|access|get (?:full|unlimited))|\bto (?:continue|keep) reading\b|"
    r"\bcontinue reading (?:with|your|for|this)\b|"
    r"\b(?:article|story|content|page) is (?:only )?(?:for|available (?:only )?(?:to|for)|reserved for|"
    r"exclusive(?:ly)? (?:to|for))"
    r" (?:our )?(?:subscribers?|members?|paying|registered|premium)|\balready (?:a|have a) (?:subscriber|member|"
    r"subscription)|"
    r"\b(?:reached|used|read) (?:your|all (?:of )?your|the) (?:\w+ ){0,3}(?:free|monthly|"
    r"limit)[^.\n]{0,30}\b(?:articles?|"
    r"stories|limit|reads)|\bsubscriber[ -](?:only|exclusive)\b|\bunlock (?:this|the|full|unlimited) (?:article|"
    r"story|access)|"
    r"\bunlimited (?:digital )?access\b",
    re.IGNORECASE,
)

_FEWEST_PROSE = 12
"""Words in whole sentences that make the shortest brief: two or three sentences have 20 and more, a slogan fewer."""
_SHELL_PROSE = 60
"""With this many words of prose beside a shell's or a paywall's notice there is an article to read: about three "
"sentences."""
_WALL_PROSE = 120
"""A paywall's teaser: one or two opening paragraphs."""

Problem = tuple[str, str, str]
"""Cause, message and advice."""


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text; None where it is too short or too mixed to say."""
    sample = text[:_SAMPLE]
    latin = len(_LATIN.findall(sample))
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    other = sum(counts.values())
    if other > latin and other >= _FEWEST_WORDS:
        return _by_script(sample, counts)
    return _by_words(_WORD.findall(sample.casefold()))


def prose_problem(text: str, sentences: Sequence[Sentence]) -> Problem | None:
    """Why the text is no English article: (cause, message, advice); None where it can be read.

    Causes: "script_shell", "cookie_wall", "paywall", "other_language", "too_little_prose".
    """
    prose, walled = _prose(text, sentences)
    words = sum(map(len, prose))
    head = text[:_SAMPLE]
    if words < _SHELL_PROSE and _SHELL.search(head):
        return (
            "script_shell",
            "the page is a shell that needs JavaScript; the article is not in it",
            "save the page from a browser after it has loaded, or give the article as text",
        )
    if _is_cookie_wall(text, sentences):
        return (
            "cookie_wall",
            "the page is a cookie or consent notice; the article is not in it",
            "accept the notice in a browser and save the page, or give the article as text",
        )
    if walled and words < _WALL_PROSE:
        return (
            "paywall",
            f"the page stops at a paywall after {words} words of prose",
            "sign in with a browser and save the page, or give the article as text",
        )
    code = language(text)
    if code not in (None, "en"):
        return (
            "other_language",
            f"the text is in another language than English ({code})",
            "give the article in English: the checks read English only",
        )
    if words < _FEWEST_PROSE:
        return (
            "too_little_prose",
            f"the text has {words} words in whole sentences, too few for an article",
            "check that the file holds the article itself and not a menu, a gallery or an error page",
        )
    return None


def _by_script(sample: str, counts: dict[str, int]) -> str | None:
    code = max(counts, key=lambda key: counts[key])
    if code == "zh" and counts["ja"] * 10 > counts["zh"]:
        return "ja"  # kanji outnumber kana in headlines, but Chinese has no kana at all
    if code == "ar":
        # letters that Arabic does not have
        if re.search(r"[ٹڈڑےں]", sample):
            return "ur"
        return "fa" if re.search(r"[پچژگ]", sample) and "ی" in sample else "ar"
    if code == "ru":
        return _cyrillic(sample)
    return code


def _cyrillic(sample: str) -> str:
    if re.search(r"[іїєґІЇЄҐ]", sample):
        return "be" if re.search(r"[ўЎ]", sample) else "uk"
    if re.search(r"[јљњћђџ]", sample):
        return "mk" if re.search(r"[ѓќѕ]", sample) else "sr"
    return "ru" if re.search(r"[ыэё]", sample) else "bg"


def _by_words(words: Sequence[str]) -> str | None:
    if len(words) < _FEWEST_WORDS:
        return None
    counts = Counter(words)
    hits = {code: sum(counts[word] for word in known) for code, known in _FUNCTION_WORDS.items()}
    best, second = sorted(hits, key=lambda code: -hits[code])[:2]
    if hits[best] < 2 or hits[best] < _SHARE * len(words):
        return None
    # a tie between neighbours (Danish and Norwegian, Spanish and Portuguese) is still not English
    return best if hits[best] > hits[second] or "en" not in (best, second) else None


def _prose(text: str, sentences: Sequence[Sentence]) -> tuple[list[list[str]], bool]:
    """The words of each whole sentence of the article, and whether a paywall speaks to the reader."""
    found: list[list[str]] = []
    walled = False
    for sentence in sentences:
        piece = sentence.cut(text)
        if not is_narrated(piece) and (_ASKS.search(piece) or sentence.role is not Role.BODY):
            walled = walled or bool(_PAYWALL.search(piece))
            if sentence.role is not Role.BODY or any(form.search(piece) for form in (_COOKIES, _PAYWALL, _SHELL)):
                continue
        words = _WORD.findall(piece)
        if len(words) >= 4 and piece.rstrip("\"'”’»)]*_")[-1:] in (".", "!", "?", "…"):
            found.append(words)
    return found, walled


def _is_cookie_wall(text: str, sentences: Sequence[Sentence]) -> bool:
    """Whether most of the page's words stand in sentences about cookies and consent that ask for a choice."""
    total = asked = lines = 0
    for sentence in sentences:
        piece = sentence.cut(text)
        size = len(piece)
        total += size
        asks = sentence.role is Role.BOILERPLATE or (_COOKIE_ACT.search(piece) and _ASKS.search(piece))
        if asks and _COOKIES.search(piece):
            asked += size
            lines += 1
    return (lines >= 2 and asked * 2 >= total) or (lines == 1 and asked * 10 >= total * 9)
