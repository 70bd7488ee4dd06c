"""Closed word classes of English that the rules of attribution lean on."""


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one string."""
    return frozenset(words.split())


SUBJECT_PRONOUNS = word_set("he she they we i you it")
RELATIVES = word_set("who which that")
THIRD_PERSON = word_set("he she they him her them his their himself herself themselves")
POSSESSIVES = word_set("his her their its our my your whose")
DETERMINERS = word_set(
    "the a an this that these those some any no every each another several many most few both all his her their its "
    "our my your whose one two three"
)
CONJUNCTIONS = word_set("and but or nor yet")
SUBORDINATORS = word_set(
    "that when while as because if whether although though since after before until unless where why how what once "
    "whereas so than even saying"
)
MODALS = word_set(
    "will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mustn't did "
    "didn't does doesn't do don't he'll she'll they'll we'll i'll you'll it'll he'd she'd they'd we'd i'd"
)
BE = word_set("is are was were be been being am isn't aren't wasn't weren't he's she's it's they're we're you're i'm")
HAVE = word_set("has have had having hasn't haven't hadn't they've we've i've you've")
AUXILIARIES = MODALS | BE | HAVE
PRONOUN_CONTRACTIONS = frozenset(w for w in AUXILIARIES if "'" in w and w.split("'")[0] in SUBJECT_PRONOUNS)
ADVERBS = word_set(
    "also later then even just still never not once again often always now soon too ever already yet instead first "
    "further thus indeed perhaps maybe sometimes twice recently only rather almost long quite simply either both "
    "earlier today all back"
)
PREPOSITIONS = word_set(
    "of for in from at with on to by about against between among during after before under over into through across "
    "within without near outside inside behind amid following including since until despite upon toward towards "
    "around beyond along per via like than"
)
NOMINAL_PREPOSITIONS = word_set(
    "of for in from at with on to against within inside near outside between about among behind"
)
"""Prepositions that may stand inside the noun phrase of a source: a spokesman for, people familiar with."""

TIME_NOUNS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon "
    "evening night week month year january february march april may june july august september october november "
    "december jan. feb. aug. sept. oct. nov. dec. noon midnight"
)
QUESTION_WORDS = word_set("whether if why how what when where which who whom whose")
GOVERNORS = word_set(
    "going trying continue continues continued continuing begin begins began begun used able unable likely unlikely "
    "ready tried tries try expected got quick ought managed proceeded starting started appeared appears seemed "
    "seems appear seem set"
)
"""Words that hand their own subject on to an infinitive: he began to say, she is likely to say."""

SETTINGS = word_set(
    "statement interview speech email e-mail letter tweet post release conference briefing memo op-ed filing report "
    "article column appearance remarks address court hearing testimony telephone phone call message video debate "
    "rally essay book blog show program podcast radio television reporters journalists audience crowd supporters "
    "twitter facebook cnn fox msnbc news event lunch meeting note documents segment broadcast town hall press"
)
"""Where, to whom and in what someone says something: adjuncts between the cue and what is said."""


NOT_ADVERBS = word_set(
    "family italy july early daily weekly monthly quarterly likely unlikely friendly elderly costly deadly lovely "
    "lonely ally rally reply supply apply imply rely comply multiply assembly monopoly anomaly bully belly jelly"
)
"""Words in -ly that are no adverbs."""

STRONG_PASTS = word_set(
    "held took made gave got went came became began ran won lost met led left kept stood sat rose fell grew threw "
    "drew flew broke drove woke paid sent spent built bought brought caught taught fought struck shook beat kicked "
    "arose wore tore bore swam sank sprang fled bled fed bound ground wound sold slept swept wept dealt"
)
"""Past tenses without -ed of verbs that are no cues."""


def is_adverb(word: str) -> bool:
    """Whether a lower-case word can stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)
