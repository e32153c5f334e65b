"""The forms of lines that sites put among their paragraphs: one rule each.

Every rule is a form of words that sites in general use, never the name of one.
A rule matches whole lines; it is made so that a sentence of an article does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tellings.intake.days import CLOCK, MONTH, WRITTEN
from tellings.intake.media import MEDIUM
from tellings.values import BlockKind


class Rule(NamedTuple):
    """A form of line: what it is, the pattern of the whole line, and why in words."""

    kind: BlockKind
    pattern: re.Pattern[str]
    reason: str
    longest: int = 200
    words: tuple[str, ...] = ()
    """In lower case: without one of them the pattern cannot match, and need not be tried."""


def _rule(
    kind: BlockKind, reason: str, pattern: str, *, longest: int = 200, case: bool = False, words: str = ""
) -> Rule:
    return Rule(
        kind, re.compile(pattern, re.VERBOSE | (0 if case else re.IGNORECASE)), reason, longest, tuple(words.split())
    )


_NETWORK = r"(?:facebook|twitter|x|pinterest|whats\s?app|linked\s?in|reddit|e-?mail|print|share|tweet|copy\ link|link|flipboard|telegram|pocket|save|sms|messenger|tumblr|comments?|instagram|bluesky|threads)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\ )?"
_DATED = rf"{_WEEKDAY}(?:{WRITTEN.replace(' ', chr(92) + ' ')}|{MONTH}\ \d{{1,2}},?\ \d{{4}})"
_HANDLE = r"@\w{2,}"
_MAIL = r"[\w.+-]+@[\w-]+\.[\w.-]+"

RULES: Sequence[Rule] = (
    _rule("junk", "a separator", r"[\W_]+"),
    _rule("junk", "a number of the page, not of the article", r"\d{6,}"),
    # Advertising and navigation.
    _rule("junk", "the end of a dispatch", r"\W*ends\W*"),
    _rule(
        "metadata",
        "when the page was printed",
        r"(?:(?:published|posted|updated):?\ ?)?\d+\ (?:min(?:ute)?|hour|day|week|month)s?\ ago|(?:published|posted|updated):?",
        longest=40,
    ),
    _rule(
        "banner",
        "a label of the site",
        r"newsletters?(?:\ sign-?\ ?up)?|(?:terms\ (?:and|&)\ conditions|terms\ of\ (?:use|service)|privacy\ policy)(?:\ apply)?|our\ standards:.*",
        longest=80,
    ),
    _rule("banner", "an advertising label", r"(?:skip\ )?advertisement(?:\ [-–—].{1,40})?"),
    _rule(
        "banner",
        "an advertising label",
        r"(?:ad|ads|advert|advertisement|advertising|sponsored|sponsored\ content|promoted|ad\ policy|paid\ post):?",
    ),
    _rule(
        "banner",
        "a page instruction",
        r"(?:continue\ reading|story\ continues|article\ continues|scroll|keep\ reading)\b.{0,50}(?:below|after|down|advertisement|content)?.?",
        longest=60,
    ),
    _rule(
        "banner",
        "a page instruction",
        r"(?:skip\ to|jump\ to|back\ to\ top|load(?:ing)?\ (?:more|comments)|show\ more|view\ (?:\d+\ )?comments|listen\ to\ this\ (?:article|story)|skip\ ad|leave\ a\ comment)\b.{0,30}|(?:hide|loading|close|menu|search|log\ ?in|home)[.…]*|home(?:\s*[|>»/]\s*[\w\ ]{2,20}){2,}",
        longest=40,
    ),
    _rule(
        "banner",
        "a browser notice",
        r".*\b(?:is\ (?:not|no\ longer)\ supported|supported\ browser|(?:another|different|modern|newer)\ browser|(?:enable|requires?|turn\ on)\ java\s?script|your\ browser)\b.*",
        longest=300,
        words="support browser script",
    ),
    _rule(
        "banner",
        "a cookie or terms notice",
        r".*\b(?:(?:we|site|sites)\ uses?\ cookies|accept\ (?:all\ )?cookies|cookie\ (?:policy|settings|preferences)|by\ (?:signing\ up|subscribing|continuing)[^.]*,?\ you\ (?:agree|accept|consent)|manage\ (?:your\ )?(?:cookies|consent|newsletters))\b.*",
        longest=600,
        words="cookie by manage consent",
    ),
    # Sign-up, subscription, support.
    _rule(
        "banner",
        "a sign-up line",
        r"(?:please\ |get\ .{1,60}?\.?\ |want\ .{1,60}\?\ |enjoying\ .{1,60}\?\ |[^.!?]{3,40}[!?]\ |if\ you.re\ not\ already\ signed\ up,\ )?(?:sign\ up|subscribe|register|join|log\ in)\b(?![^.]{0,80}\b(?:because|said|says)\b).*(?:news-?letters?|in-?box|e-?mails?|briefing|alerts?|updates?|today|here|now|journalis\w+|stories|membership|access|unlimited|free|month|week)\b.*",
        longest=6000,
    ),
    _rule(
        "banner",
        "a sign-up line",
        r"(?:sign\ up|subscribe|register)(?:\ (?:here|now|today|free|to|for)\b.{0,80})?[.!]?",
        longest=100,
    ),
    _rule(
        "banner",
        "a sign-up line",
        r"(?!.*[“\"”])(?:get|receive|have|want|stay|never\ miss|catch\ up|find\ out)\b.*\b(?:your\ in-?box|newsletters?|news\ alerts?|breaking\ news)\b.*",
        longest=400,
        words="inbox in-box newsletter alert breaking",
    ),
    _rule(
        "banner",
        "a sign-up line",
        r".*\b(?:delivered|sent|straight|direct)\b[^.]*\b(?:your\ in-?box|to\ (?:thousands|millions)\ of\ in-?boxes)\b.*",
        longest=400,
        words="inbox in-box",
    ),
    _rule(
        "banner", "a sign-up line", r"thank(?:s|\ you)\ for\ (?:signing\ up|subscribing|registering|your\ interest).*"
    ),
    _rule(
        "banner",
        "an appeal of the outlet",
        r"(?!.*[“”])(?:(?:please\ )?(?:support|donate|chip\ in|become\ a\ (?:member|subscriber)|make\ a\ (?:contribution|donation))\b.*\b(?:journalism|newsroom|our|member|today|reader|work)\b.*|.*\b(?:is|are)\ (?:a\ )?(?:nonprofit|non-profit|independent|reader)[ -](?:newsroom|supported|funded|news\ organi[sz]ation)\b.*\b(?:sign\ up|donate|subscribe|support|chip\ in)\b.*)",
        longest=500,
    ),
    _rule(
        "banner",
        "an appeal of the outlet",
        r"(?:help\ us|tell\ us|share\ your|have\ you|do\ you\ (?:have|know|work)|are\ you)\b.*\b(?:report|journalism|reporters?|send\ (?:us\ )?(?:tips|your)|reach\ (?:him|her|them|us)|e-?mail\ (?:us|\w+\ at)|contact\ us|get\ in\ touch|form)\b.*",
        longest=700,
    ),
    _rule(
        "banner",
        "an appeal of the outlet",
        r"(?:visit|download|get|install)\b.*\b(?:home\s?page\ for\ more|our\ app|\ app\b.{0,20}(?:here|now|today)|on\ the\ go|for\ more\ (?:stories|news))\b.*",
    ),
    _rule(
        "banner",
        "an offer to readers",
        r"(?!.*[“”])(?:.*\bclick\ (?:here\ )?(?:and|to)\ subscribe\b.*|.*\bplease\ click\ here\b.*|.*\bavailable\ without\ charge\b.*)",
        longest=500,
        words="click charge sign",
    ),
    _rule("banner", "a call to click", r"(?:click|tap)\ (?:here|through|to)\b.*|get\ .*\bby\ clicking\ here"),
    # Related reading.
    _rule(
        "banner",
        "a related link",
        r"(?:(?:also\ )?(?:read|see|watch)|listen|view|related|recommended|more|don.t\ miss|must\ read|must\ see|explore|in\ pictures|opinion)(?:\ (?:more|also|next|now|on\ this|stories|articles?|coverage|reading|content|here|this|topics|links))*\s*[:|»>].{0,180}(?<!said)",
    ),
    _rule(
        "banner",
        "a related link",
        r"(?:read\ more|read\ next|see\ also|also\ read|related|related\ (?:articles?|stories|content|coverage|topics)|recommended|more\ (?:stories|from|like\ this|on\ this|coverage)|most\ (?:read|popular|viewed)|top\ stories|trending(?:\ now)?|you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested).*|up\ next|what\ to\ read\ next|editors?.?\ picks?)\.?",
    ),
    _rule("banner", "a related link", r"(?!.*[.!]\ ).*\S\ read\ more(?:\ ?[»>→])?", longest=180),
    _rule(
        "banner",
        "a related link",
        r"(?:read\ more|more\ on|related\ articles?|recommended)\ (?=[A-Z“‘\"']).*",
        longest=600,
        case=False,
    ),
    _rule(
        "banner",
        "a related link",
        r".{0,120}\b(?:find|read|see|watch|view|listen\ to)\b[^.]{0,40}\ (?:original\ )?(?:\w+\ )?here\ ?[.»>→]+",
    ),
    # Sharing and comments.
    _rule(
        "banner",
        "sharing buttons",
        rf"(?:(?:share|follow)\ (?:this|on|us|via|article|story)(?:\ (?:on|via|story|article|page|post))*:?\ ?)?(?:{_NETWORK}[\s|,/·•]*)*(?:{_NETWORK}|share\ this.{{0,20}})",
    ),
    _rule(
        "banner",
        "sharing buttons",
        r"(?:share|like|tweet|pin|retweet)\ (?:this|us|it)\b.*(?:social|facebook|twitter|friends?|media|with|on).*",
        longest=160,
    ),
    _rule(
        "banner",
        "a call to follow",
        rf"(?:you\ can\ )?follow\ (?:\S+\ ){{1,6}}(?:on|at|@)\ ?.*(?:{_HANDLE}|facebook|twitter|instagram|google).*",
        longest=160,
    ),
    _rule(
        "banner",
        "a count of comments or shares",
        r"[\d.,]+k?\ (?:comments?|shares?|views?|likes?|retweets?|min(?:ute)?s?\ read)",
    ),
    # Players and galleries.
    _rule(
        "banner",
        "a video player",
        r"just\ watched\b.*|media\ playback\ is\ (?:un|not\ )supported.*|(?-i:CLOSE\ [A-Z].*)|(?:must|now)\ (?:watch|playing)\b.*|play\ video.*|(?:close|replay|video|watch)\ (?:video|live|now|here)\b.*|.*\ [-–—|]\ (?:video|audio|podcast|gallery|in\ pictures)",
        longest=1500,
    ),
    _rule(
        "banner",
        "a video player",
        r"(?:watch|listen\ to|see|view)\ the\ (?!.*[“”]).{1,60}(?:»|here.*|youtube|video)|.*\blisten\ ·\ \d+:\d\d.*|video\ (?!.*[.!?]\ ?$).{1,90}",
    ),
    _rule(
        "banner",
        "a picture gallery",
        r"photos?:\ .*|(?:next|prev(?:ious)?)?\ ?(?:image|photo|slide|picture)\ \d+\ (?:of|/)\ \d+|(?:slideshow|gallery|photos?|\d+\ photos?)\s*(?:\(\d+\ (?:images?|photos?)\))?|(?:view\ )?(?:slideshow|gallery)|.*hide\ caption\ \d+\ of\ \d+",
        longest=8000,
        words="photo image slide gallery caption picture",
    ),
    # What the page says about itself and its article.
    _rule(
        "metadata",
        "a masthead with the date",
        rf"(?:the\ )?(?:[A-Z][\w&.’'-]*\ ){{0,4}}{MEDIUM}\s*[,|·•—–-]\s*{_DATED}(?:\s*[,|·•—–-].{{1,30}})?",
        longest=90,
    ),
    _rule(
        "metadata",
        "a date line of the page",
        rf"(?:(?:first\ |last\ |originally\ )?(?:published|posted|updated|modified|date|created|issued)(?:\ on|\ at|\ [-–—])?:?\ ?)?(?:{CLOCK})?,?\ ?(?:[A-Z]{{2,4}},?\ )?(?:on\ )?{_DATED}(?:\ ?[-,|/•·]?\ ?(?:at\ )?(?:{CLOCK})?\ ?(?:\(?[A-Z]{{2,4}}\)?)?)?(?:\ ?[|/•·,;-]?\ ?(?:last\ )?(?:updated|modified|published):?\ .{{4,50}}|\ [/|•·–—-]\ [A-Z][\w\ .]{{1,30}})?\.?",
        longest=160,
    ),
    _rule(
        "metadata",
        "a label of the page",
        r"(?:series|topics?|tags?|filed\ under|categor(?:y|ies)|section|keywords|source|reading\ time|language|author|url|published\ by|location)\s*:\ .{1,100}(?<![.!?])",
        longest=120,
    ),
    _rule(
        "note",
        "a note on changes",
        rf"(?:[—–*•-]+\ ?)?(?:last\ )?(?:(?:correction|clarification|editor.?s.?\ notes?|note\ to\ readers)\b\s?[(:,—–-].*|updated?\b(?:\s?[(:,—–-]|\ (?:at|on)\b|\ \d|\ {MONTH}\b)(?:.*\b(?:this|the|an\ earlier)\ (?:article|story|report|piece|post|headline|version|copy)\b.*|[^A-Za-z]*(?:(?:a|p)\.?m\b\.?|[A-Z]{{2,4}}\b|(?:on|at)\b|{MONTH}\b|[^A-Za-z]+)*))",
        longest=900,
    ),
    _rule(
        "note",
        "a note on the article",
        r"[(•*]?\ ?(?:an?\ (?:earlier\ |shorter\ |longer\ )?version\ of\ )?this\ (?:article|story|report|piece|post|column|essay|op-?ed|version|headline|copy|page|interview|is\ a\ (?:developing|breaking)\ (?:news\ )?story)\b.*\b(?:updated|amended|corrected|edited|published|appeared|produced|originally|developing|breaking|translated|adapted|reprinted|will\ be\ updated|syndicated|republished|reprint|appears|in\ print)\b.*",
        longest=600,
    ),
    _rule(
        "note",
        "a note on the article",
        r"this\ is\ a\ (?:rush\ transcript|developing|breaking|response\ to|reprint|guest|sponsored|lightly\ edited)\b.*",
        longest=600,
    ),
    _rule(
        "note",
        "a note on who contributed",
        r"(?:—\ ?)?(?!.*[“”])(?:.{0,400}\bcontributed\ (?:reporting|research|writing|to\ this\ (?:report|story|article|piece|post|dispatch))\b.*|.{0,60}\bcontributed\.|(?-i:(?:[A-Z]\S+\ ){2,4})reported\ from\ .{2,60}|additional\ reporting\ (?:by|from).*)\.?",
        longest=500,
        words="contributed reporting reported",
    ),
    _rule(
        "note",
        "a note on who wrote it",
        r"\(?(?:additional\ )?(?:reporting|writing|editing|reported|written|edited|compiled|translated|research)\ by:?\ .*|\(?with\ (?:\w+\ )?inputs?\b.*|disclaimer:\ .*",
        longest=300,
    ),
    _rule(
        "note",
        "a note on the author's views",
        r".*\b(?:views|opinions)\b.{0,60}\b(?:are\ (?:not|solely|those|his|her|their)|expressed)\b.{0,80}\b(?:own|author|writer|views|not\ necessarily)\b.*",
        longest=400,
        words="views opinions",
    ),
    _rule(
        "note",
        "how to reach the author",
        rf"(?!.*[“”])(?:contact|send|write|e-?mail|reach|tips?|letters?|have\ a|got\ a|to\ )\b.*{_MAIL}.*|.*\bcan\ be\ (?:reached|contacted|followed|e-?mailed)\ (?:at|on|via).*|{_MAIL}",
        longest=500,
        words="@ reached contacted followed mailed",
    ),
    _rule(
        "banner",
        "a copyright line",
        r"(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:\d{4}|by\b).*|.*\ball\ rights\ reserved\b.*|.*\bmay\ not\ be\ (?:published|reproduced)\b.*",
        longest=500,
        words="copyright © (c) reserved may",
    ),
)
"""The rules, in the order in which they are tried."""
