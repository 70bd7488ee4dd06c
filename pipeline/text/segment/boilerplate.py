"""Boilerplate: lines of a news page that are no news, recognised by their form and never by a single word."""

import re

_LEAD = r"[\s\ufeff\u200b•‣▪◦●·*_>|#\[(~—–»▶►+-]*"
_NAMES = r"(?-i:[A-Z][\w.’'-]*(?:\s+(?:[A-Z][\w.’'-]*|de|del|di|da|van|von|der|bin|al|el)){0,5})"

_FORMS = (
    # rights
    r"(?:copyright\b\W{0,3}(?:©|\(c\)|(?:19|20)\d\d\b|by\b|reserved\b)|©|\(c\)\s?(?:19|20)\d\d|℗)",
    r"all rights (?:are )?reserved\b",
    r"(?:this|the) (?:material|content|story|article|report|transcript|page|website|site|document|text)\b.{0,60}?"
    r"\b(?:may not|cannot|must not|can not) be (?:re)?(?:published|produced|printed|broadcast|written|distributed|"
    r"used)",
    r"(?:no part of|reproduction (?:of|in)|republication (?:of|in)|unauthori[sz]ed (?:use|reproduction|"
    r"copying))\b.{0,200}"
    r"\b(?:permission|prohibited|forbidden)",
    r"(?:for )?(?:reprints?|reprint permission|permissions?|licensing)\b.{0,60}\b(?:click|contact|visit|see)\b",
    # asked of the reader: clicks, comments, shares
    r"(?:click|tap|press|swipe)\b(?:\s+\w+){0,3}?\s+(?:here|to|on|for|below|the link|through)\b",
    r"(?:(?:please|kindly) )?(?:read|see|review|respect|follow) (?:our|the) (?:full )?"
    r"(?:comment(?:s|ing)?|community|discussion|corrections?|privacy|cookie|reader)\b.{0,40}\b(?:polic(?:y|ies)|guidelines|rules|standards|terms)",
    r"(?:leave|post|add|write|view|show|hide|see|read|load|join)\b.{0,20}\b(?:comments?|conversation|discussion)\b"
    r"(?:\s*\(?\d*\)?|.{0,40}\b(?:below|here|now|section)\b.{0,20})\W*\Z",
    r"(?:comments|commenting)\b.{0,30}\b(?:are|is|have been|has been)\b.{0,20}\b(?:closed|disabled|moderated|off|open|"
    r"turned off|subject)\b",
    r"\d+\s+(?:comments?|shares?|likes?|views?)\W*\Z",
    r"(?:share|send|email|e-mail|print|save|tweet|bookmark|copy)\s+(?:this|the)\s+(?:page|article|story|link|post|"
    r"video|url)\b",
    r"share(?:\s+(?:on|via|to|with|by))?\s+(?:facebook|twitter|x|whatsapp|email|e-mail|linkedin|reddit|telegram|"
    r"friends)\b",
    r"share your (?:thoughts|story|stories|views?|opinions?|photos|experiences?)\b",
    r"what do you think\?.{0,60}\b(?:comments?|below|tell us|let us know|vote)\b",
    r"(?:let us know|tell us|sound off|weigh in|have your say|join (?:in|us))\b.{0,60}"
    r"\b(?:comments?|below|here|facebook|twitter|think)\b",
    r"(?:follow|like|find|join|visit|watch|connect with) (?:us|@\w+|me|him|her|them|"
    rf"(?:the )?{_NAMES})\s+(?:here\b|(?:on|at|via)\s+(?:facebook|twitter|x\b|instagram|tiktok|youtube|linkedin|"
    rf"threads|"
    r"bluesky|mastodon|telegram|whatsapp|snapchat|pinterest|google|social|@|https?:|www))",
    r"(?:follow|tweet)\s+(?:@\w+|us\b)",
    # newsletters, subscriptions, apps
    r"(?:please )?(?:subscribe|sign[ -]?up|register|log[ -]?in|sign[ -]?in|donate|become a (?:member|subscriber))\b"
    r"(?:\W*\Z|(?:\s+(?:now|today|here|free|online|or \w+))?"
    r"\s+(?:to|for|here|now|today|below|free|with|and)\b.{0,160}\Z)",
    r"(?:get|receive|want|have)\b.{0,60}\b(?:delivered|sent|straight|directly|right|news|stories|headlines|updates|"
    r"alerts|newsletters?)\b.{0,40}\b(?:to|in|into|by|from|on|with)\s+(?:your|our)\s+(?:inbox|email|e-mail|phone|"
    r"device|app|"
    r"free|daily|newsletter)",
    r"(?:download|get|try|install|open in) (?:the|our)\b.{0,40}\bapp\b",
    r"(?:our|the)\b.{0,40}\bnewsletters?\b.{0,60}\b(?:your inbox|sign up|subscribe|delivered)\b",
    r"(?:thank you|thanks) for (?:reading|subscribing|signing up|your (?:interest|support))\b",
    r"(?:already|not yet) a (?:subscriber|member)\b",
    r"(?:to )?(?:continue reading|keep reading|read the full (?:story|article)|finish reading)\b.{0,60}\W*\Z",
    r"support (?:our|independent|local|quality) (?:journalism|reporting|work|newsroom|news)\b",
    # pointers to other pages
    r"(?:read|see|also|watch|view|listen|learn|find out|explore|discover)(?:\s+(?:more|also|next|on|now|the full|"
    r"all|it|"
    r"here|live))*\s*[:>»…|]",
    r"(?:read|see|learn|find|view|show|load|watch) (?:more|all|less|also|next)\W*\Z",
    r"(?:read|see|learn|find out) more (?:about|on|from|at|here|of|in|by)\b.{0,120}\Z",
    r"(?:related|recommended|more|most read|most popular|trending|latest|popular|also|elsewhere|previously|next|up "
    r"next|"
    r"don[’']t miss|in case you missed it|icymi|must read|top stories|you may (?:also )?like|editor[’']s picks?|"
    r"what to read next|further reading|keep reading|from our partners|promoted stories|best of|stories for you)"
    r"(?:\s+(?:stories|story|articles?|news|content|coverage|reading|links?|topics|posts?|videos?|headlines|now|from"
    rf"\s+(?:the\s+)?{_NAMES}|on\s+this(?:\s+\w+)?|in\s+{_NAMES}))*\s*(?::.*)?\W*\Z",
    r"(?:advertisement|advertising|advert|ad|ads|sponsored(?: content| post| links?)?|paid (?:content|post)|promoted|"
    r"partner content|affiliate links?)(?:\s+\d+)?\W*\Z",
    r"(?:story|article|content|post|text|video|gallery)\s+continues\s+(?:below|after|underneath|beneath|following)\b",
    r"(?:(?:skip|jump|go|back|return) to (?:the )?(?:main )?(?:content|top|navigation|home|start|"
    r"homepage|article))\b",
    r"(?:this (?:article|post|story|page|site)|we|our (?:site|journalists?))\b.{0,80}\baffiliate (?:links?|"
    r"commission|program)",
    r"we (?:may|might|could) (?:earn|receive|get|collect)\b.{0,80}\b(?:commission|share of)",
    r"(?:loading|please wait|menu|search|close|home|print|email|share|tweet|follow|copy link|link copied|next|previous|"
    r"facebook|twitter|instagram|whatsapp|linkedin|comments?|reply|like|save|play|pause|mute|unmute|fullscreen|"
    r"now playing|video|photos?|gallery|slideshow|newsletters?|subscribe|sign in|log in|live|top|more)[^\w.!?]*\Z",
    r"(?:tags?|topics?|filed under|categories|category|keywords?|posted in|labels?|sections?|hashtags?)\s*[:|]",
    r"(?:close|hide|dismiss|expand|collapse)(?: (?:this|the|ad|menu|video|window|message|caption|dialog|modal))+\W*\Z",
    r"(?:see|view|watch|check out|read|listen to)\b.{0,80}\b(?:below|above|here)\W*\Z",
    r"(?:the|you can|more|a)\b.{0,60}\b(?:found|read|seen|viewed|watched|downloaded|heard)\s+(?:online )?here\W*\Z",
    r"scroll down(?: (?:for|to)(?: (?:more|a|the|our|see|watch|read))* \w+(?: (?:and|or) \w+)?)?\W*\Z",
    r"(?:watch|see|like|share|view|visit|check out|listen to) (?:the|this|our|these)(?: (?:full|whole|latest|entire))? "
    r"(?:videos?|page|photos?|pictures|clip|gallery|trailer|interview|map|list|slideshow|podcast|episode)\W*\Z",
    r"(?:sorry,? )?(?:we are|we're|we’re) (?:not|no longer|not currently|currently not) accepting comments\b",
    r"media playback is\b.{0,60}\Z",
    r"[^.!?]{0,160}\b(?:click|clicking) (?:here|on (?:this|the) link)\b.{0,40}\Z",
    r"for (?:more|further|all|other|additional|the latest)\b.{0,80}?[, ](?:please )?(?:visit|see|go to|click|follow|"
    r"call|check|contact|head to|log on)\b.{0,120}\Z",
    # style sheets, scripts and tags that a careless extraction left behind
    r"(?-i:[a-z-]+\s?:\s?[^.]{1,60};)\s*\Z",
    r"[.#@\w][^.!?{}]{0,80}\{[^{}]{0,200}\}?\s*\Z",
    r"(?:<[^<>]{1,300}>\s*)+\W*\Z",
    # privacy and cookies
    r"(?:we|this (?:web)?site|our (?:web)?site|this page|the site)\b.{0,80}\buses? (?:of )?(?:\w+ ){0,3}cookies\b",
    r"by (?:continuing|using|clicking|browsing|closing|signing|submitting|subscribing|visiting|registering|entering|"
    r"providing)\b.{0,160}\byou\b.{0,40}\b(?:agree|accept|consent|acknowledge|confirm)",
    r"(?:accept|reject|manage|allow|customi[sz]e|refuse|decline|confirm)(?: (?:all|my|your|the|only|and|necessary|"
    r"optional|essential|selected))* (?:cookies?|preferences|choices|settings|consent|options)\b",
    r"(?:privacy (?:policy|notice|statement)|terms (?:of (?:use|service)|and conditions|& conditions)|cookie (?:policy|"
    r"settings|preferences|notice)|do not sell (?:or share )?my|your privacy choices|contact us|about us|site map)"
    r"(?:\W.{0,120})?\Z",
    # corrections desk, tips, contacts
    r"(?:to |please )?(?:report|flag|submit|suggest|request) (?:a|an|any) (?:correction|error|typo|mistake|news "
    r"tip|tip|"
    r"problem|factual)\b",
    r"(?:see|spot|spotted|notice[d]?|found|find|have|got)\b.{0,40}\b(?:an? (?:error|mistake|typo|tip|story|correction|"
    r"question|news tip)|something (?:wrong|to say|to share)|more information|feedback|questions?)\b[^?]{0,60}\?",
    r"(?:do|are|did|have|were) you\b[^?]{0,120}\?.{0,120}\b(?:contact|e-?mail|call|write|tell|get in touch|send|"
    r"message|"
    r"share|comments?|whatsapp|text)\b",
    r"(?:send|submit|email|e-mail|write|direct|address)\b.{0,60}\b(?:letters?|comments?|tips?|questions?|corrections?|"
    r"feedback|submissions?|story ideas)\b.{0,60}\b(?:to|at|via)\s+\S*[@.]\S+",
    r"(?:contact|reach|email|e-mail|write to|message|call|text)\b(?:\s+\S+){0,8}?\s+(?:at|on|via|by|to)?\s*:?\s*"
    r"(?:\S+@\S+\.\w+|@\w+|\(?\+?\d[\d().\s-]{6,}\d)",
    rf"(?:{_NAMES}|the (?:author|writer|reporter)s?|he|she|they|you)(?:\s+(?:can|may)\s+be\s+(?:reached|contacted|"
    rf"followed|"
    r"emailed|found)|\s+can\s+(?:reach|contact|follow|email)\b)",
    r"(?:the (?:views|opinions)|views|opinions)\b.{0,60}\bexpressed\b.{0,60}\b(?:are|do not|belong|by|here|in "
    r"this)\b",
    r"(?:e-?mail|twitter|facebook|phone|tel|telephone|fax|instagram|website|web|contacts?|media contacts?|"
    r"inquiries)\s*:\s*\S",
    r"(?:\S+@\S+\.\w{2,}|https?://\S+|www\.\S+|@\w+|pic\.twitter\.com/\S+|bit\.ly/\S+)\W*\Z",
    r"send this page to someone\b",
    r"(?:your|this) (?:browser|device)\b.{0,60}\b(?:support|enable|javascript|video|frames|html5)",
    r"(?:please )?(?:enable|turn on|activate) (?:javascript|cookies|js)\b",
    r"javascript (?:is|must be|has been) (?:disabled|required|enabled|turned off|not)",
    r"(?:this )?(?:video|audio|content|image|embed|player|map|tweet|post)\b.{0,30}\b(?:not available|unavailable|"
    r"can(?:no|[’'])t be (?:played|displayed)|failed to load|is loading)",
    r"(?:get|buy|order|pick up|grab|purchase) (?:your|the|a) (?:copy|tickets|print edition|paper)\b.{0,60}"
    r"(?:here|now|today|online)\W*\Z",
    r"\(?\s*(?:read|see) (?:more|also|related)\b.{0,200}\)\W*\Z",
    r"(?:editor[’']s[’']? note|note to readers|programming note|disclaimer|disclosure)\s*:",
    r"(?:correction|clarification)s?\s*:.{0,60}\b(?:this|an earlier|a previous|the)\b.{0,40}\b(?:story|article|"
    r"version|report|"
    r"post|headline)\b",
)

_BOILERPLATE = re.compile(_LEAD + "(?:" + "|".join(_FORMS) + ")", re.IGNORECASE | re.DOTALL)
_LONGEST = 600
"""Longest line that can be boilerplate by its form, in characters: legal footers stay below, and matching stays "
"cheap."""


_NARRATED = re.compile(
    r",[”\"’']?\s+[^,]{2,60}\b(?:said|says|told|ruled|wrote|warned|added|argued|reported|announced|according to)\b|"
    r"\b(?:said|told)\s+\w",
    re.IGNORECASE,
)


def is_boilerplate(line: str) -> bool:
    """Whether a whole line or sentence asks something of the reader, claims rights, or points away from the article."""
    return len(line) <= _LONGEST and bool(_BOILERPLATE.match(one_spaced(line))) and not is_narrated(line)


def is_narrated(line: str) -> bool:
    """Whether a line reports what somebody said: that is news, whatever words it shares with a footer."""
    return bool(_NARRATED.search(line))


def one_spaced(line: str) -> str:
    """The line with single spaces for white space of any length: forms are written so, and matching stays linear."""
    return " ".join(line.split())
