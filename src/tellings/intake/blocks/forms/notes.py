"""What the page says of its article: dates and labels, corrections, who wrote it, whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.intake.blocks.forms.rule import Rule, rule
from tellings.intake.days import CLOCK, MONTH, WRITTEN
from tellings.intake.media import MEDIUM

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\ )?"
_DATED = rf"{_WEEKDAY}(?:{WRITTEN.replace(' ', chr(92) + ' ')}|{MONTH}\ \d{{1,2}},?\ \d{{4}})"
_MAIL = r"[\w.+-]+@[\w-]+\.[\w.-]+"

RULES: Sequence[Rule] = (
    # What the page says about itself and its article.
    rule(
        "metadata",
        "a masthead with the date",
        rf"(?:the\ )?(?:[A-Z][\w&.’'-]*\ ){{0,4}}{MEDIUM}\s*[,|·•—–-]\s*{_DATED}(?:\s*[,|·•—–-].{{1,30}})?",
        longest=90,
    ),
    rule(
        "metadata",
        "a date line of the page",
        rf"(?:(?:first\ |last\ |originally\ )?(?:published|posted|updated|modified|date|created|issued)(?:\ on|\ at|\ [-–—])?:?\ ?)?(?:{CLOCK})?,?\ ?(?:[A-Z]{{2,4}},?\ )?(?:on\ )?{_DATED}(?:\ ?[-,|/•·]?\ ?(?:at\ )?(?:{CLOCK})?\ ?(?:\(?[A-Z]{{2,4}}\)?)?)?(?:\ ?[|/•·,;-]?\ ?(?:last\ )?(?:updated|modified|published):?\ .{{4,50}}|\ [/|•·–—-]\ [A-Z][\w\ .]{{1,30}})?\.?",
        longest=160,
    ),
    rule(
        "metadata",
        "a label of the page",
        r"(?:series|topics?|tags?|filed\ under|categor(?:y|ies)|section|keywords|source|reading\ time|language|author|url|published\ by|location)\s*:\ .{1,100}(?<![.!?])",
        longest=120,
    ),
    rule(
        "note",
        "a note on changes",
        rf"(?:[—–*•-]+\ ?)?(?:last\ )?(?:(?:correction|clarification|editor.?s.?\ notes?|note\ to\ readers)\b\s?[(:,—–-].*|updated?\b(?:\s?[(:,—–-]|\ (?:at|on)\b|\ \d|\ {MONTH}\b)(?:.*\b(?:this|the|an\ earlier)\ (?:article|story|report|piece|post|headline|version|copy)\b.*|[^A-Za-z]*(?:(?:a|p)\.?m\b\.?|[A-Z]{{2,4}}\b|(?:on|at)\b|{MONTH}\b|[^A-Za-z]+)*))",
        longest=900,
    ),
    rule(
        "note",
        "a note on the article",
        r"[(•*]?\ ?(?:an?\ (?:earlier\ |shorter\ |longer\ )?version\ of\ )?this\ (?:article|story|report|piece|post|column|essay|op-?ed|version|headline|copy|page|interview|is\ a\ (?:developing|breaking)\ (?:news\ )?story)\b.*\b(?:updated|amended|corrected|edited|published|appeared|produced|originally|developing|breaking|translated|adapted|reprinted|will\ be\ updated|syndicated|republished|reprint|appears|in\ print)\b.*",
        longest=600,
    ),
    rule(
        "note",
        "a note on the article",
        r"this\ is\ a\ (?:rush\ transcript|developing|breaking|response\ to|reprint|guest|sponsored|lightly\ edited)\b.*",
        longest=600,
    ),
    rule(
        "note",
        "a note on who contributed",
        r"(?:—\ ?)?(?!.*[“”])(?:.{0,400}\bcontributed\ (?:reporting|research|writing|to\ this\ (?:report|story|article|piece|post|dispatch))\b.*|.{0,60}\bcontributed\.|(?-i:(?:[A-Z]\S+\ ){2,4})reported\ from\ .{2,60}|additional\ reporting\ (?:by|from).*)\.?",
        longest=500,
        words="contributed reporting reported",
    ),
    rule(
        "note",
        "a note on who contributed",
        r"(?:contributing|contributors?|reporting|additional\ reporting)\s*:\s.*",
    ),
    rule(
        "note",
        "a note on the article",
        r"(?:[•*]\s?)?(?:(?:a|the|an)\ (?:revised|updated|longer|shorter|corrected|earlier|previous|full|different)\ version\ of\ this\b.*|note:\ this\ (?:is|was)\b.*|this\ archived\ .*|this\ (?:article|story|report|piece|post|column|interview|essay)\ (?:is\ (?:more\ than\b.*\bold|a\ collaboration|based|part\ of|adapted|excerpted)|was\ (?:based|adapted|excerpted|supported|co-?published|reported|written|made\ possible|first)|contains\ (?:material|information)|includes\ (?:material|reporting)|has\ been)\b.*)",
        longest=500,
    ),
    rule(
        "note",
        "a note on the outlet's opinions",
        r".*\beditorial\ (?:opinions?|board|page|content)\b.*\b(?:separate|decided\ by|represent\w*|independent\ of)\b.*",
        words="editorial",
        longest=400,
    ),
    rule(
        "metadata",
        "a label of the page",
        r"(?i:(?:this\ (?:article|story|post)\ (?:is\ |was\ )?)?(?:tagged|filed|posted)\ (?:under|in)\b:?.{2,100})|(?:ANALYSIS|OPINION|COMMENTARY|EXCLUSIVE|EDITORIAL|PERSPECTIVE|OP-ED|COLUMN)(?:\s?[/&]\s?[A-Z]+)?:?",
        case=True,
    ),
    rule(
        "note",
        "a note on who wrote it",
        r"\(?(?:additional\ )?(?:reporting|writing|editing|reported|written|edited|compiled|translated|research)\ by:?\ .*|\(?with\ (?:\w+\ )?inputs?\b.*|disclaimer:\ .*",
        longest=300,
    ),
    rule(
        "note",
        "a note on the author's views",
        r".*\b(?:views|opinions)\b.{0,60}\b(?:are\ (?:not|solely|those|his|her|their)|expressed)\b.{0,80}\b(?:own|author|writer|views|not\ necessarily)\b.*",
        longest=400,
        words="views opinions",
    ),
    rule(
        "note",
        "how to reach the author",
        rf"(?!.*[“”])(?:contact|send|write|e-?mail|reach|tips?|letters?|have\ a|got\ a|to\ )\b.*{_MAIL}.*|.*\bcan\ be\ (?:reached|contacted|followed|e-?mailed)\ (?:at|on|via).*|{_MAIL}",
        longest=500,
        words="@ reached contacted followed mailed",
    ),
    rule(
        "banner",
        "a copyright line",
        r"(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:\d{4}|by\b).*|.*\ball\ rights\ reserved\b.*|.*\bmay\ not\ be\ (?:published|reproduced|duplicated|redistributed)\b.*|.*\bpermission\b.*\b(?:reprint|reproduce|duplicate|republish)\b.*",
        longest=500,
        words="copyright © (c) reserved may permission",
    ),
)
