"""What a site says of itself among the paragraphs: advertising, notices, sign-up lines and appeals."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.intake.blocks.forms.rule import Rule, rule

RULES: Sequence[Rule] = (
    rule("junk", "a separator", r"[\W_]+"),
    rule("junk", "a number of the page, not of the article", r"\d{6,}"),
    # Advertising and navigation.
    rule("junk", "the end of a dispatch", r"\W*ends\W*"),
    rule(
        "banner",
        "when an entry was printed",
        r"\d{1,2}[:.h]\d{2}(?:\ ?(?:uhr|h|[ap]\.?m\.?|[A-Z]{2,4}))?",
        longest=16,
    ),
    rule(
        "metadata",
        "when the page was printed",
        r"(?:(?:published|posted|updated):?\ ?)?\d+\ (?:min(?:ute)?|hour|day|week|month)s?\ ago|(?:published|posted|updated):?",
        longest=40,
    ),
    rule(
        "banner",
        "a label of the site",
        r"newsletters?(?:\ sign-?\ ?up)?|(?:terms\ (?:and|&)\ conditions|terms\ of\ (?:use|service)|privacy\ policy)(?:\ apply)?|our\ standards:.*",
        longest=80,
    ),
    rule("banner", "an advertising label", r"(?:skip\ )?advertisement(?:\ [-–—].{1,40})?"),
    rule(
        "banner",
        "an advertising label",
        r"(?:ad|ads|advert|advertisement|advertising|sponsored|sponsored\ content|promoted|ad\ policy|paid\ post):?",
    ),
    rule(
        "banner",
        "a page instruction",
        r"(?:(?:continue\ reading|(?:story|article|text)\ continue[sd]|scroll|keep\ reading)\b.{0,50}(?:below|after|down|advertisement|content)?.?|(?:advertisement\W*){2,}|advertisement\W+continue\ reading.{0,30}|(?:click|swipe)\ (?:previous|next|left|right).{0,40}|(?:link|url)\ copied[!.]?|content\ is\ not\ available\W*|\[[a-z][a-z\ -]{2,20}\])",
        longest=60,
    ),
    rule(
        "banner",
        "a page instruction",
        r"(?:skip\ to|jump\ to|back\ to\ top|load(?:ing)?\ (?:more|comments)|show\ more|view\ (?:\d+\ )?comments|listen\ to\ this\ (?:article|story)|skip\ ad|leave\ a\ comment)\b.{0,30}|(?:hide|loading|close|menu|search|log\ ?in|home)[.…]*|home(?:\s*[|>»/]\s*[\w\ ]{2,20}){2,}",
        longest=40,
    ),
    rule(
        "banner",
        "a browser notice",
        r".*\b(?:is\ (?:not|no\ longer)\ supported|supported\ browser|(?:another|different|modern|newer)\ browser|(?:enable|requires?|turn\ on)\ java\s?script|your\ browser)\b.*",
        longest=300,
        words="support browser script",
    ),
    rule(
        "banner",
        "a cookie or terms notice",
        r".*\b(?:(?:we|site|sites)\ uses?\ cookies|accept\ (?:all\ )?cookies|cookie\ (?:policy|settings|preferences)|by\ (?:signing\ up|subscribing|continuing)[^.]*,?\ you\ (?:agree|accept|consent)|manage\ (?:your\ )?(?:cookies|consent|newsletters))\b.*",
        longest=600,
        words="cookie by manage consent",
    ),
    # Sign-up, subscription, support.
    rule(
        "banner",
        "a sign-up line",
        r"(?:please\ |get\ .{1,60}?\.?\ |want\ .{1,60}\?\ |enjoying\ .{1,60}\?\ |[^.!?]{3,40}[!?]\ |if\ you.re\ not\ already\ signed\ up,\ )?(?:sign\ up|subscribe|register|join|log\ in)\b(?![^.]{0,80}\b(?:because|said|says)\b).*(?:news-?letters?|in-?box|e-?mails?|briefing|alerts?|updates?|today|here|now|journalis\w+|stories|membership|access|unlimited|free|month|week)\b.*",
        longest=6000,
        words="sign subscribe register join log",
    ),
    rule(
        "banner",
        "a sign-up line",
        r"(?:sign\ up|subscribe|register)(?:\ (?:here|now|today|free|to|for)\b.{0,80})?[.!]?",
        longest=100,
    ),
    rule(
        "banner",
        "a sign-up line",
        r"(?!.*[“\"”])(?:get|receive|have|want|stay|never\ miss|catch\ up|find\ out)\b.*\b(?:your\ in-?box|newsletters?|news\ alerts?|breaking\ news)\b.*",
        longest=400,
        words="inbox in-box newsletter alert breaking",
    ),
    rule(
        "banner",
        "a sign-up line",
        r".*\b(?:delivered|sent|straight|direct)\b[^.]*\b(?:your\ in-?box|to\ (?:thousands|millions)\ of\ in-?boxes)\b.*",
        longest=400,
        words="inbox in-box",
    ),
    rule(
        "banner", "a sign-up line", r"thank(?:s|\ you)\ for\ (?:signing\ up|subscribing|registering|your\ interest).*"
    ),
    rule(
        "banner",
        "an appeal of the outlet",
        r"(?!.*[“”])(?:(?:please\ )?(?:support|donate|chip\ in|become\ a\ (?:member|subscriber)|make\ a\ (?:contribution|donation))\b.*\b(?:journalism|newsroom|our|member|today|reader|work)\b.*|.*\b(?:is|are)\ (?:a\ )?(?:nonprofit|non-profit|independent|reader)[ -](?:newsroom|supported|funded|news\ organi[sz]ation)\b.*\b(?:sign\ up|donate|subscribe|support|chip\ in)\b.*)",
        longest=500,
        words="support donate chip become make subscribe sign",
    ),
    rule(
        "banner",
        "an appeal of the outlet",
        r"(?!.*[“”])(?:help\ us|tell\ us|share\ your|have\ you|do\ you\ (?:have|know|work)|are\ you|if\ you\ (?:have|know|would\ like|want))\b.*\b(?:our\ (?:journalism|reporters?)|this\ reporter|send\ (?:us|them|your|an?\ e-?mail)\b|reach\ (?:him|her|them|us|out)|e-?mail\ (?:us|\w+\ at)|contact\ us|get\ in\ touch|(?:using|fill|in)\b[^.]{0,30}\bform)\b.*",
        longest=500,
        words="reporter journalism send reach mail contact touch form",
    ),
    rule(
        "banner",
        "an appeal of the outlet",
        r"(?:visit|download|get|install)\b.*\b(?:home\s?page\ for\ more|our\ app|\ app\b.{0,20}(?:here|now|today)|on\ the\ go|for\ more\ (?:stories|news))\b.*",
    ),
    rule(
        "banner",
        "an offer to readers",
        r"(?!.*[“”])(?:.*\bclick\ (?:here\ )?(?:and|to)\ subscribe\b.*|.*\bplease\ click\ here\b.*|.*\bavailable\ without\ charge\b.*)",
        longest=500,
        words="click charge sign",
    ),
    rule("banner", "a call to click", r"(?:click|tap)\ (?:here|through|to)\b.*|get\ .*\bby\ clicking\ here"),
)
