"""Captions and credits: the words under a picture, which a scraper leaves among the paragraphs.

A credit is known by its form (a sign, a label, a name and an agency parted by a stroke),
a caption by its label, by the credit at its end, or by the way in which it describes:
in the present tense, and dated as no running sentence is.
"""

from __future__ import annotations

import re

from tellings.intake.days import MONTH
from tellings.intake.media import MEDIUM
from tellings.values import BlockKind

_NAME = r"(?:[A-Z][\w.’'-]*|de|van|von|der|al|bin|la|el)"
_PERSON = rf"[A-Z][\w.’'-]*(?: {_NAME}){{1,4}}"
_AGENCY = r"(?:[A-Z][\w.&’'-]+)(?: [A-Z&][\w.&’'-]*){0,4}(?: (?:via|for|file photo|pool|images|photo)(?: [A-Z][\w.&’'-]*){0,4})*"

_STROKE = (
    rf"{_PERSON}(?:, \w+)? ?/ ?{_AGENCY}(?: ?/ ?{_AGENCY})*|[A-Z]{{2,}}/{_PERSON}|[A-Z][\w’']+ (?:photo|file)/{_PERSON}"
)
"""``Jane Doe / Agency``, ``AGENCY/Jane Doe``."""

_LABEL = r"(?:photo(?:graph|graphs)?|photos(?=[^:]|:[^/]+/)|image|picture|pic|(?:photo )?illustration|graphic|video|art|cover|featured (?:photo(?:graph)?|image))"
_LABELLED = (
    rf"(?i:{_LABEL}(?: credits?)?:|credits?:|{_LABEL} (?:credits?|courtesy)\b:?(?: of)?|{_LABEL} by|courtesy(?: of)?)"
)

_NAMED = r"[A-Z][\w&.]*(?: [A-Z][\w&.]*){0,2}"

CREDIT = re.compile(
    rf"(?:[A-Z]\w+(?: [A-Z]\w+)? (?:Images|Pictures|Photos)|(?:—|–|--) ?(?:[A-Z]\w+ ){{0,3}}(?:{MEDIUM}|Agencies)|\({_NAMED}\)|via (?:[A-Z][\w.]* ?){{1,4}}|{_LABELLED} ?.{{2,110}}|©[ \u00a0](?!\d{{4}}).{{2,80}}|[(\[] ?(?:{_STROKE}) ?[)\]]|{_STROKE}"
    rf"|[(\[](?:[A-Z]\w+ photo: |{_LABELLED} ?)[^()\[\]]{{2,80}}[)\]])[.,]?",
)
"""A whole line that is a credit."""

_TAIL = re.compile(
    rf"""(?:(?<=[.!?”"’'\w)\]…,])\s*(?P<bracketed>[(\[]\ ?(?:{_STROKE.replace(" ", chr(92) + " ")}|(?:[A-Z]\w+\ photo:\ |{_LABELLED.replace(" ", chr(92) + " ")}\ ?)[^()\[\]]{{2,80}}|via\ [A-Z][\w\ ]{{2,30}}|[A-Z][^()\[\]]{{3,60}}\ (?i:file\ photo|photo)|(?i:[a-z]\w+\ photo:)\ .{{2,60}})\ ?[)\]])
    |(?<=\S)\s*(?P<sourced>(?:[(\[](?:Source|Screenshot|Screen\ ?grab|Image|Photo|Credit|File|GIF|AP|Video|Handout)[:/\ ][^()\[\]]{{2,60}}[)\]]|\([^()]{{3,80}}\ via\ [A-Z][^()]{{1,30}}\)|©\ ?[A-Z][^.!?]{{2,60}})(?:\ [Mm]ore)?)
    |(?<=[.!?”"’\w])\s(?P<stroked>\|\ [A-Z][A-Z/]+(?:\ [A-Z][\w/]+){{0,3}})
    |(?<=[.!?”"’])\s+(?P<commissioned>{_PERSON.replace(" ", chr(92) + " ")}\ for\ (?:[Tt]he\ )?[A-Z][\w.&’'-]*(?:\ [A-Z&][\w.&’'-]*){{0,4}}|[A-Z]\w+\ (?:Images|Photos?|Press|Pictures))
    |(?<=[.!?”"’])\s+(?P<more>More)
    |(?<=[.!?”"’])\s*(?P<bare>(?:{_STROKE.replace(" ", chr(92) + " ")}))
    |(?<=[.!?”"’\w])\s+(?P<labelled>(?i:(?:photo(?:graph)?s?|image|picture)(?:\ credits?|\ courtesy(?:\ of)?|\ by|:)|credits?:|courtesy(?:\ of)?)\ (?=[A-Z])(?:[^.!?]|(?<=\b[A-Z])\.){{1,80}})
    )\.?$""",
    re.VERBOSE,
)
_MARKED = re.compile(
    r"(?:(?:enlarge this image\s*)?(?:toggle|hide|show|view) caption\b|(?:image|media|video) (?:copyright|caption|source)\b|enlarge (?:this )?image\b|(?:file )?(?:image|photo|picture|caption|pictured|above|below|file photo)\s?:|(?:facebook twitter|share on facebook)\b.{0,40}?(?=[A-Z]))",
    re.IGNORECASE,
)
_DATED = rf"(?:\b(?:on|in|since)\b (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?|{MONTH} \d{{4}})|{MONTH} \d{{1,2}}, \d{{4}})"
_DEPICTS = (
    r"(?:speaks?|talks|addresses|gestures?|looks?|listens?|arrives?|leaves?|walks?|waves?|holds?|poses?|stands?|sits?|attends?|smiles?|answers?"
    r"|reacts?|shakes?|greets?|carries|carry|hugs?|celebrates?|protests?|marche?s?|gathers?|watche?s|delivers|rides?|works?|plays?|shouts?|cheers?"
    r"|takes? part|waits?|embraces?|pauses?|testif(?:y|ies)|is (?:seen|pictured|shown|escorted|surrounded)|are (?:seen|pictured|shown|escorted)|can be seen"
    r"|covers|clears?|inspects?|searche?s?|lays?|prays?|light|lights|fire|fires|chants?|demonstrates?|boards?|enters?|crosse?s?|runs?|kicks?|scores?|tackles?)"
)
FINITE = re.compile(
    r"\b(?:was|were|had|has|have|did|does|would|will|could|can|may|might|must|should|is|are)\b(?! (?:seen|pictured|shown|escorted|surrounded))"
    r"|^(?:this|these|that|if|but|when|while|as|how)\b|\b(?!(?:accused|wanted|armed|retired|elected|convicted|charged|injured|masked|red|bed|speed|need)\b)[a-z]+ed\b|\b(?:which|that|who|now|it)\b",
    re.IGNORECASE,
)
"""What a caption's subject does not hold: the verb of a running sentence."""
_ABBREVIATION = r"(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\b[A-Z][a-z]{3})\."
_DESCRIBES = re.compile(
    rf"(?P<subject>[^.!?“”]{{5,160}}?)\b{_DEPICTS}\b(?! as\b)(?:[^“”.!?]|{_ABBREVIATION}){{0,160}}?{_DATED}", re.DOTALL
)

_FILE = re.compile(
    r"\bin this (?:[\w.]+ \d{1,2},? ?(?:\d{4},? )?|[\w.]+ \d{4},? |undated )?(?:file )?(?:photo(?:graph)?|image|picture)\b|\bfile (?:photo|picture)\b|\breleased this (?:photo(?:graph)?|image|picture)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"{_PERSON} / (?=[A-Z])[^“”]{{10,400}}")
"""A credit of the form ``Jane Doe / Agency`` before the words that it belongs to."""
_OF_WHAT = re.compile(
    r"(?:(?:an? )?(?:undated |file )?(?:photo(?:graph)?|picture|image|illustration|screenshot|screen grab)s? (?:of|by|from|provided by|courtesy)\b|(?:this|an?) (?:undated |file |handout |combination |\w+ \d+, \d{4},? )+(?:photo(?:graph)?|picture|image)\b).{3,300}",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?:figure|fig\.|table|chart|map|exhibit) \d+[a-z]? ?[:.–—|-] ?.{5,300}", re.IGNORECASE)
_HAS = re.compile(r"\b(?:said|says|told|according to|have|has|had|was|were|will|would)\b", re.IGNORECASE)
_FILED = re.compile(r"[.,] \(?file (?:photo|picture|image)\)?\.?$", re.IGNORECASE)
_SIDED = re.compile(
    r"\((?:L|left|right|second from (?:left|right)|from left|[LR]-[LR])\)|^\(?(?:From left|L-R|Left to right|Clockwise)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:said|says|told|according to|announced|reported)\b", re.IGNORECASE)


_LONGEST_CREDIT = 140
_ANY_DATE = re.compile(_DATED)


def credit(text: str) -> tuple[BlockKind, str] | None:
    """Whether a line is a credit and nothing else."""
    if len(text) < 140 and CREDIT.fullmatch(text) and ("/" in text or not _MARKED.match(text)):
        return "credit", "a picture credit by its form"
    return None


def label(text: str) -> tuple[BlockKind, str] | None:
    """Whether a line is a caption, and by what it is known."""
    if len(text) > 1_200:
        return None
    if _MARKED.match(text):
        return "caption", "a caption's label"
    if credit_at(text) is not None:
        return "caption", "a picture credit ends it"
    if _LEADING.match(text) and not _TOLD.search(text):
        return "caption", "it begins with a picture credit"
    if _FIGURE.fullmatch(text):
        return "caption", "the label of a figure"
    if _OF_WHAT.match(text) and not _HAS.search(text) and len(text) < 350:
        return "caption", "it calls itself a picture"
    return ("caption", reason) if (reason := _described(text)) else None


def credit_at(text: str) -> int | None:
    """Where the credit begins that ends a caption, if one does."""
    found = _TAIL.search(text, max(0, len(text) - _LONGEST_CREDIT))
    return found.start(found.lastgroup or 0) if found and found.start() > 0 else None


def _described(text: str) -> str | None:
    """Why a line without label or credit is a caption, if it is."""
    if len(text) > 500 or "“" in text or "@" in text:
        return None
    first = re.split(r"(?<=[a-z\d)]\.)\s+(?=[A-Z])", text)[0]
    if (_FILE.search(first) or _FILED.search(text)) and len(text) < 350 and not _TOLD.search(first):
        return "it calls itself a picture"
    if _SIDED.search(first) and not _TOLD.search(first):
        return "it says who stands on which side"
    found = _DESCRIBES.match(text) if _ANY_DATE.search(text) else None
    if found and not _TOLD.search(first) and not FINITE.search(found["subject"]):
        return "it describes a dated picture in the present tense"
    return None
