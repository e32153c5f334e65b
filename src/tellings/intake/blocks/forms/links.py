"""What leads away from the article: related reading, sharing, players and galleries."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.intake.blocks.forms.rule import Rule, rule

_NETWORK = r"(?:facebook|twitter|x|pinterest|whats\s?app|linked\s?in|reddit|e-?mail|print|share|tweet|copy\ link|link|flipboard|telegram|pocket|save|sms|messenger|tumblr|comments?|instagram|bluesky|threads)"
_HANDLE = r"@\w{2,}"

RULES: Sequence[Rule] = (
    # Related reading.
    rule(
        "banner",
        "a related link",
        r"(?:(?:also\ )?(?:read|see|watch)|listen|view|related|recommended|more|don.t\ miss|must\ read|must\ see|explore|in\ pictures|opinion)(?:\ (?:more|also|next|now|on\ this|stories|articles?|coverage|reading|content|here|this|topics|links))*\s*[:|»>].{0,180}(?<!said)",
    ),
    rule(
        "banner",
        "a related link",
        r"(?:read\ more|read\ next|see\ also|also\ read|related|related\ (?:articles?|stories|content|coverage|topics)|recommended|more\ (?:stories|from|like\ this|on\ this|coverage)|most\ (?:read|popular|viewed)|top\ stories|trending(?:\ now)?|you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested).*|up\ next|what\ to\ read\ next|editors?.?\ picks?)\.?",
    ),
    rule("banner", "a related link", r"(?!.*[.!]\ ).*\S\ read\ more(?:\ ?[»>→])?", longest=180, words="read"),
    rule(
        "banner",
        "a related link",
        r"(?:read\ more|more\ on|related\ articles?|recommended)\ (?=[A-Z“‘\"']).*",
        longest=600,
        case=False,
    ),
    rule(
        "banner",
        "a related link",
        r".{0,120}\b(?:find|read|see|watch|view|listen\ to)\b[^.]{0,40}\ (?:original\ )?(?:\w+\ )?here\ ?[.»>→]+",
        words="here",
    ),
    rule(
        "banner",
        "a related link",
        r"(?:go\ deeper|see\ related|further\ reading|in\ case\ you\ missed\ it|read\ the\ (?:full|whole|original)\ (?:story|article|report|post)|don.t\ miss|more\ to\ (?:read|explore))\b\s*(?:[:|»>].{0,180}|\W*)",
    ),
    rule("banner", "a related link in brackets", r"\(\ [^()]{5,140}\)"),
    rule(
        "banner",
        "a related link in brackets",
        r"[(\[]\s?(?:photos?|videos?|also\ on|see\ also|related|read|more|watch|listen|cartoons?|poll|slideshow|sign\ up|gallery)\b[^()]{3,160}[)\]]\.?",
    ),
    rule(
        "banner",
        "a related link under a label in capitals",
        r"[A-Z][A-Z’'&/\ -]{2,28}:\ [A-Z0-9‘“'\"][^.!?“”:]{12,110}[\w’')]",
        longest=140,
        case=True,
    ),
    rule(
        "banner",
        "a related link",
        r"click\ (?:here\ )?for\ (?:more|the)\b.*|.{0,60}\b(?:click|swipe)\ (?:previous|next|left|right|to\ view)\b.*",
        words="click swipe",
    ),
    rule(
        "banner",
        "an offer to readers",
        r"interested\ in\ .{2,80}\?\ add\b.*|.{0,160}\bvote\ (?:(?:here\ )?now|here|in\ .{0,30}poll)\b.{0,20}|(?:urgent|alert|latest|special|breaking):",
        words="interested vote urgent alert latest special breaking",
    ),
    rule(
        "banner",
        "a related link",
        r"(?:related\ video|fact[ -]check|live\ updates|explainer|interactive|quiz|in\ depth|special\ report|full\ coverage|complete\ coverage)\b:?\ (?-i:[A-Z‘“'\"]).{10,150}[\w’')\"”]|.{20,200}\.\.\.\ ?read\ (?:on|more)\b.{0,30}",
    ),
    # Sharing and comments.
    rule(
        "banner",
        "sharing buttons",
        rf"(?:(?:share|follow)\ (?:this|on|us|via|article|story)(?:\ (?:on|via|story|article|page|post))*:?\ ?)?(?:{_NETWORK}[\s|,/·•]*)*(?:{_NETWORK}|share\ this.{{0,20}})",
    ),
    rule(
        "banner",
        "sharing buttons",
        r"(?:share|like|tweet|pin|retweet)\ (?:this|us|it)\b.*(?:social|facebook|twitter|friends?|media|with|on).*",
        longest=160,
    ),
    rule(
        "banner",
        "a call to follow",
        rf"(?:you\ can\ )?follow\ (?:\S+\ ){{1,6}}(?:on|at|@)\ ?.*(?:{_HANDLE}|facebook|twitter|instagram|google).*",
        longest=160,
    ),
    rule(
        "banner",
        "a count of comments or shares",
        r"[\d.,]+k?\ (?:comments?|shares?|views?|likes?|retweets?|min(?:ute)?s?\ read)",
    ),
    rule(
        "banner",
        "a call to follow",
        r"(?:[-–—•*]\s?)?(?:follow\s?@?\w+\s*){1,6}|[-–—•*]\s?(?:follow|check\ out|like|join)\b.*",
        longest=160,
    ),
    rule(
        "banner",
        "a call to follow",
        rf"(?:find|like|join|get)\ .{{1,60}}\ on\ (?:{_NETWORK})\b(?!.*\b(?:said|says)\b).{{0,100}}",
        longest=180,
    ),
    # Players and galleries.
    rule(
        "banner",
        "a call to watch or listen",
        r"(?:watch|catch|hear|see)\ the\ (?:latest|full|whole)\ (?:video|interview|episode|show|clip|segment|speech)\b.*|(?:tune\ in(?:to)?|watch|listen\ to)\b(?!.*[“”]).*\b(?:weekdays|weeknights|sundays?|saturdays?|mondays?|every\ (?:week|day)|\d\ ?[ap]\.?m\.?)\b.*",
    ),
    rule(
        "banner",
        "a video player",
        r"just\ watched\b.*|media\ playback\ is\ (?:un|not\ )supported.*|(?-i:CLOSE\ [A-Z].*)|(?:must|now)\ (?:watch|playing)\b.*|play\ video.*|(?:close|replay|video|watch)\ (?:video|live|now|here)\b.*|.*\ [-–—|]\ (?:video|audio|podcast|gallery|in\ pictures)",
        longest=1500,
    ),
    rule(
        "banner",
        "a video player",
        r"(?:watch|listen\ to|see|view)\ the\ (?!.*[“”]).{1,60}(?:»|here.*|youtube|video)|.*\blisten\ ·\ \d+:\d\d.*|video\ (?!.*[.!?]\ ?$).{1,90}",
    ),
    rule(
        "banner",
        "a video player",
        r".*\b(?:autoplay|copy\ this\ code\ to\ your|embed\ (?:this\ )?code|html5\ video)\b.*",
        longest=600,
        words="autoplay code html5",
    ),
    rule(
        "banner",
        "a picture gallery",
        r"photos?:\ .*|(?:next|prev(?:ious)?)?\ ?(?:image|photo|slide|picture)\ \d+\ (?:of|/)\ \d+|(?:slideshow|gallery|photos?|\d+\ photos?)\s*(?:\(\d+\ (?:images?|photos?)\))?|(?:view\ )?(?:slideshow|gallery)|.*hide\ caption\ \d+\ of\ \d+.*|.{0,60}\bview\ photos\b.*|.*\bphotos:\ .{3,80}",
        longest=8000,
        words="photo image slide gallery caption picture",
    ),
)
