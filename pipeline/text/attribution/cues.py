"""The cue lexicon: English verbs, nouns and adjectives that introduce what someone says, thinks, wants or judges.

The lists are written from knowledge of English grammar. They serve indirect speech only: beside a quotation any verb
is a cue, because cues are an open class.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from functools import lru_cache
from typing import Literal

from .words import word_set

Form = Literal["base", "s", "ing", "past", "participle", "ed"]
"""The form of a verb; `ed` is past tense and past participle in one."""


class Takes(Flag):
    """What a cue verb governs."""

    CLAUSE = auto()
    """A clause without "that": she said the dam held."""
    THAT = auto()
    """A clause with "that": she demanded that he go."""
    WHETHER = auto()
    """An indirect question: she asked why."""
    INFINITIVE = auto()
    """To and a verb: she promised to go."""
    OBJECT = auto()
    """A noun phrase that is judged or named: she criticised the plan."""
    HEARER = auto()
    """A person, then a clause or infinitive: she told him that, she urged him to."""
    VERDICT = auto()
    """A person or thing, then what it is called: she called it a trap."""
    TOPIC = auto()
    """A preposition and what is talked about: she spoke of, she objected to."""


_C, _T, _W, _I = Takes.CLAUSE | Takes.THAT, Takes.THAT, Takes.WHETHER, Takes.INFINITIVE
_O, _H, _V = Takes.OBJECT, Takes.HEARER, Takes.VERDICT

VERBS: Sequence[tuple[Takes, str]] = (
    # to say, in its shades
    (
        _C | _W,
        "say add note explain reveal recall repeat reiterate recount answer stress emphasize emphasise underscore "
        "underline reply respond remark observe confirm confide testify comment",
    ),
    (
        _C,
        "argue claim warn insist acknowledge admit concede contend assert state declare announce suggest maintain "
        "allege predict tweet joke quip complain caution signal indicate hint imply affirm conclude charge counter "
        "retort protest boast brag lament opine posit theorize theorise speculate muse proclaim profess stipulate "
        "attest scoff fume gush intone chide grumble gripe deadpan whisper shout yell scream mutter murmur "
        "interject reason exclaim growl rule forecast forewarn foretell prophesy surmise infer deduce project snipe "
        "jest specify decree hypothesize hypothesise postulate pontificate rejoin sneer snap bark sigh crow avow "
        "recollect relay insinuate intimate enthuse foresee dictate grouse vent"
        "marvel stammer bellow roar thunder chuckle gloat moan groan wail",
    ),
    (
        _C | _O,
        "report write post deny mention disclose disavow bemoan decry cite certify chronicle blog broadcast "
        "document detail illustrate outline divulge leak publicize publicise highlight quote",
    ),
    (_C | _H, "tell assure remind inform notify convince persuade brief advise promise bet email text"),
    # to think and to know
    (_C | _W | _I, "know understand decide forget remember learn determine"),
    (
        _C | _W | _O,
        "realize realise recognize recognise fear doubt consider question appreciate regret resent",
    ),
    (
        _C | _W,
        "see discover notice find",
    ),
    (_C | _I, "hope expect vow pledge swear agree pretend threaten fear prefer"),
    (_C | _I | _V, "believe think feel assume presume suppose"),
    (_C | _O | _V, "suspect imagine envision envisage deem reckon figure guess estimate calculate judge"),
    (_C | _W | _T, "wonder worry bother gather"),
    # to show, for polls, papers and studies
    (_C | _W, "show demonstrate prove"),
    (_T | _O, "anticipate reaffirm stipulate guarantee overlook ignore"),
    # to ask, to want, to propose
    (_W | _H | _I, "ask beg"),
    (
        _W,
        "inquire enquire ponder contemplate debate discuss explore examine assess analyze analyse investigate guess "
        "query",
    ),
    (_T | _I | _O, "demand propose request plan mean require"),
    (_T | _I, "move"),
    (_T | _O | _H, "urge recommend order instruct command direct"),
    (_I | _H | _O, "want need like love hate"),
    (
        _I,
        "intend aim seek refuse decline hesitate aspire yearn long wish attempt opt volunteer choose vote struggle "
        "strive endeavor endeavour promise resolve determine conspire scheme try dare care offer",
    ),
    (
        _H,
        "encourage implore beseech exhort invite press pressure push lobby challenge entreat admonish counsel "
        "permit forbid coax goad plead",
    ),
    # to judge
    (
        _O,
        "criticize criticise praise slam blast condemn denounce support oppose back favor favour endorse reject "
        "dismiss mock applaud welcome defend deride ridicule attack assail lambast lambaste berate rebuke scold "
        "reprimand censure chastise castigate excoriate skewer bash rip knock hammer pan malign disparage denigrate "
        "belittle insult demean deplore detest despise loathe abhor dislike distrust mistrust disdain scorn resist "
        "dispute contest contradict refute rebut repudiate renounce disown downplay dodge sidestep deflect commend "
        "compliment laud hail tout trumpet extol celebrate admire respect cherish value embrace champion advocate "
        "promote espouse trust thank congratulate salute credit honor honour address reference invoke discuss "
        "describe explain summarize summarise recap relate preview unveil express voice convey communicate "
        "articulate blame fault accuse indict impugn shame tease heckle troll needle jab zing vilify smear demonize "
        "demonise condone approve disapprove bless consider mull ponder reconsider rethink misunderstand misstate "
        "exaggerate overstate understate question challenge echo parrot apologize apologise pitch rebuff decry "
        "bemoan mourn grieve fathom comprehend grasp acknowledge admit allege announce claim concede confirm "
        "declare predict stress suggest emphasize emphasise underscore note recall reveal reiterate repeat signal "
        "imply warn propose crave desire relish envy want like love hate prefer remember believe",
    ),
    # to name
    (
        _V,
        "call label brand dub describe portray characterize characterise depict paint cast term regard view treat "
        "deem declare consider rate rank perceive frame liken compare identify name see put",
    ),
)

TOPICS: Mapping[str, str] = {
    "about": "talk speak think worry complain ask wonder joke know care brag boast lie hear write tweet rant rave "
    "comment fret gripe testify warn dream argue",
    "of": "speak warn talk think complain approve disapprove dream boast brag hear learn despair conceive know",
    "for": "call advocate argue push press plead vote hope wish campaign lobby appeal apologize apologise ask beg "
    "pray root",
    "on": "comment insist focus elaborate expand call touch reflect agree speak vote hit seize bet",
    "to": "refer object point allude respond react reply appeal listen testify admit confess agree consent attest "
    "look swear pledge commit",
    "against": "warn argue speak rail vote caution campaign protest inveigh push advise",
    "with": "agree disagree sympathize sympathise side concur quibble identify",
    "in": "believe trust",
    "at": "scoff hint laugh bristle balk marvel sneer lash aim",
    "from": "hear",
    "over": "obsess agonize fret gush",
    "out": "point lay spell call single lash rule speak",
    "back": "push fire hit shoot",
    "off": "brush laugh",
    "up": "bring sum",
    "down": "play turn shoot",
    "forward": "look put",
    "into": "look",
}
"""Particle or preposition -> the verbs that take it when they report."""

NAMING: frozenset[str] = word_set("call label brand dub deem declare name term")
"""Verbs that give a name without "as"."""

APPROXIMATORS: frozenset[str] = word_set(
    "some about around nearly almost more less over under between at up roughly only"
)
"""Words that open a number: put the toll at some 40."""

PERCEPTION: frozenset[str] = word_set("see find show prove")
"""Verbs that as often take a plain object as a clause: a clause without "that" must show its own verb."""

IRREGULAR: Mapping[str, tuple[str, str]] = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "know": ("knew", "known"),
    "understand": ("understood", "understood"),
    "misunderstand": ("misunderstood", "misunderstood"),
    "feel": ("felt", "felt"),
    "see": ("saw", "seen"),
    "foresee": ("foresaw", "foreseen"),
    "find": ("found", "found"),
    "show": ("showed", "shown"),
    "hear": ("heard", "heard"),
    "hold": ("held", "held"),
    "mean": ("meant", "meant"),
    "write": ("wrote", "written"),
    "read": ("read", "read"),
    "swear": ("swore", "sworn"),
    "speak": ("spoke", "spoken"),
    "forget": ("forgot", "forgotten"),
    "remember": ("remembered", "remembered"),
    "learn": ("learned", "learned"),
    "seek": ("sought", "sought"),
    "choose": ("chose", "chosen"),
    "beseech": ("besought", "besought"),
    "forbid": ("forbade", "forbidden"),
    "foretell": ("foretold", "foretold"),
    "retell": ("retold", "retold"),
    "rethink": ("rethought", "rethought"),
    "bring": ("brought", "brought"),
    "lay": ("laid", "laid"),
    "put": ("put", "put"),
    "hit": ("hit", "hit"),
    "shoot": ("shot", "shot"),
    "cast": ("cast", "cast"),
    "bet": ("bet", "bet"),
    "broadcast": ("broadcast", "broadcast"),
    "sing": ("sang", "sung"),
    "dream": ("dreamed", "dreamed"),
    "sell": ("sold", "sold"),
    "oversell": ("oversold", "oversold"),
    "prove": ("proved", "proven"),
    "strive": ("strove", "striven"),
    "spell": ("spelled", "spelled"),
    "leak": ("leaked", "leaked"),
    "plead": ("pleaded", "pleaded"),
    "withdraw": ("withdrew", "withdrawn"),
}
"""Lemma -> past tense and past participle, where they are not regular."""

_DOUBLING = word_set("admit commit plan quip brag rip pan jab tut bet rebut refer permit forbid chat nod sum rap")


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a cue verb."""

    lemma: str
    takes: Takes
    form: Form
    particles: frozenset[str]


NOUNS: frozenset[str] = word_set(
    "claim assertion statement allegation accusation charge suggestion argument contention insistence announcement "
    "declaration warning promise pledge vow threat prediction forecast belief view opinion idea notion hope fear "
    "concern worry doubt suspicion expectation assumption impression conviction feeling sense report rumor rumour "
    "comment remark admission acknowledgment acknowledgement confession confirmation denial assurance reminder "
    "revelation disclosure finding conclusion estimate proposal recommendation demand request plea proposition "
    "complaint criticism observation explanation excuse testimony speculation theory perception realization "
    "recognition indication signal sign evidence proof news message tweet decision ruling agreement consensus "
    "confidence certainty optimism worries hypothesis inference implication insinuation innuendo boast brag lie "
    "accounts account word thesis narrative guarantee commitment determination judgment judgement verdict stance "
    "position caveat point"
)
"""Nouns that take "that" and a clause."""

NOUN_LIKE: frozenset[str] = word_set(
    "report claim comment state quote call plan view hope fear doubt charge attack vote estimate demand request "
    "offer email text post tweet question answer promise pledge vow bet joke signal hint detail document remark "
    "force note concern contest word term label brand figure judge press target credit honor pitch stump reason "
    "address issue praise threat warning attempt try care need want love wish mirror champion sum race rate rank "
    "frame value support blame fault challenge zing jab troll rule caution reference dispute interview protest "
    "lobby order forecast point focus talk look push hit side object laugh appeal campaign"
)
"""Verbs whose third person is also a plural noun: reports, claims, calls."""

STANCE_NOUNS: Mapping[str, str] = {
    "of": "criticism condemnation praise endorsement rejection defense defence accusation allegation claim warning "
    "description view opinion support disapproval approval mockery denial announcement promise fear mention account "
    "estimate prediction understanding interpretation assessment characterization portrayal message talk treatment "
    "embrace denunciation vision skepticism love knowledge",
    "for": "call support plan proposal respect contempt disdain preference demand hope argument case praise plea "
    "push admiration sympathy apology vision bid love affection appeal pitch appreciation explanation desire "
    "request",
    "to": "opposition objection plan promise pledge vow call desire refusal willingness decision proposal threat "
    "intention effort attempt reaction response plea offer reluctance commitment bid demand request aversion "
    "resistance answer",
    "about": "comment remark concern worry question complaint claim statement doubt fear warning joke view tweet "
    "anxiety anger feeling lie argument rhetoric story opinion skepticism",
    "on": "view position stance comment attack opinion statement focus remark take thoughts assault",
    "against": "attack argument accusation allegation charge criticism warning opposition threat rhetoric tirade "
    "rant broadside prejudice",
    "over": "concern worry anger outrage frustration fear regret criticism",
    "with": "disagreement frustration agreement",
    "in": "interest confidence faith belief trust",
}
"""Preposition -> nouns of judgement, wish or talk that take it."""

ADJECTIVES: frozenset[str] = word_set(
    "confident convinced worried concerned sure certain aware afraid hopeful optimistic pessimistic skeptical "
    "sceptical proud glad happy angry upset disappointed shocked surprised eager willing reluctant determined "
    "committed opposed open critical supportive grateful interested doubtful unsure uncertain adamant satisfied "
    "thankful fearful wary dismissive unaware furious outraged dismayed appalled horrified stunned amazed "
    "astonished alarmed troubled excited thrilled delighted pleased relieved sorry curious anxious nervous "
    "sympathetic frustrated annoyed unhappy mindful ashamed embarrassed keen unwilling prepared desperate cautious "
    "cognizant desirous resentful envious jealous suspicious mad sad honored honoured humbled tired sick fond clear "
    "persuaded bothered disturbed disgusted offended impressed focused obsessed enamored enthusiastic passionate "
    "ready resigned"
)
"""Adjectives of knowing and feeling that take a clause, "to" or a preposition after a form of "to be"."""


def cue_verb(word: str) -> Verb | None:
    """The cue verb of which a lower-case word is a form, or None."""
    return _forms().get(word)


def cue_noun(word: str) -> bool:
    """Whether a lower-case word is a noun that takes "that" and a clause, singular or plural."""
    return word in NOUNS or _singular(word) in NOUNS


def stance_noun(word: str, preposition: str) -> bool:
    """Whether noun and preposition together introduce what someone judges, wants or talks about."""
    nouns = _stances().get(preposition, frozenset())
    return word in nouns or _singular(word) in nouns


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1)
def _stances() -> Mapping[str, frozenset[str]]:
    return {preposition: frozenset(nouns.split()) for preposition, nouns in STANCE_NOUNS.items()}


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, Verb]:
    takes: dict[str, Takes] = {}
    particles: dict[str, set[str]] = {}
    for kind, lemmas in VERBS:
        for lemma in lemmas.split():
            takes[lemma] = takes.get(lemma, Takes(0)) | kind
    for particle, lemmas in TOPICS.items():
        for lemma in lemmas.split():
            takes[lemma] = takes.get(lemma, Takes(0)) | Takes.TOPIC
            particles.setdefault(lemma, set()).add(particle)
    forms: dict[str, Verb] = {}
    for lemma, kind in takes.items():
        for form, word in _inflected(lemma):
            if word not in forms or (form == "ed" and forms[word].lemma == lemma):
                forms[word] = Verb(lemma, kind, form, frozenset(particles.get(lemma, ())))
    return forms


def _inflected(lemma: str) -> Iterable[tuple[Form, str]]:
    """All forms of a verb, by the rules of English spelling."""
    yield "base", lemma
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        yield "s", lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield "s", lemma[:-1] + "ies"
    else:
        yield "s", lemma + "s"
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    yield "ing", (stem[:-1] if stem.endswith("e") and not stem.endswith(("ee", "ie")) else stem) + "ing"
    if lemma in IRREGULAR:
        past, participle = IRREGULAR[lemma]
        if past == participle:
            yield "ed", past
        else:
            yield "past", past
            yield "participle", participle
    elif stem.endswith("e"):
        yield "ed", stem + "d"
    elif stem.endswith("y") and stem[-2] not in "aeiou":
        yield "ed", stem[:-1] + "ied"
    else:
        yield "ed", stem + "ed"
