"""The words of bylines in the languages of news: what stands before a name, between two and after one.

Only words of a language are here, and the agencies that deliver to papers of all countries;
never the name of a paper or a site.
"""

from __future__ import annotations

import re

_WRITTEN = (
    r"(?:(?:written|reported|posted|story|text|words|analysis|opinion|published|review|interview|escrito|publicado|texto|écrit|publié|propos recueillis|rédigé|scritto|geschrieben"
    r"|ein (?:kommentar|gastbeitrag|interview)|eine (?:analyse|kolumne|reportage)|skrevet|tekst|scris|een (?:analyse|interview))\s+)?"
)
BY = re.compile(
    rf"^\W*(?:{_WRITTEN}(?:by|von|vom|par|por|di|a cura di|af|av|door|de|oleh|przez|od|από)(?:\s*:\s*|\s+)"
    r"|(?:authors?|autor(?:in|a|es|en|i|e|ka)?|auteure?s?|écrit par|written by|posted by|kirjoittaja|teksti|tekst|texte?|texto|forfatter|skribent|szerző|írta|yazar|yazan|penulis|reporter"
    r"|piše|pišu|avtor|автор[ыи]?|текст|пише|аутор|γράφ(?:ει|ουν)(?: ο| η| οι)?|oprac|opracowała?|מאת|بقلم|كتبت?|المؤلف|نویسنده|लेखक|โดย|เขียนโดย|tác giả|作者|撰文|文字|执笔|執筆)(?:\s*[:：/／=＝]\s*|\s+)"
    r"|(?:文|글)\s*[:：/／=＝]\s*|(?:本報|本报|特約|特约|見習|见习)?(?:記者|记者)[:：\s]*(?=[\u4e00-\u9fff]{2,4}(?:\b|[／/|、，,\s])))",
    re.IGNORECASE,
)
"""What a byline begins with."""

PARTED = re.compile(
    r"\s*(?:[,，、;；/／|•·\n]|\band by\b|\band\b|&|\bund\b|\bet\b|\bsowie\b|\boraz\b)\s*", re.IGNORECASE
)
BETWEEN_NAMES = re.compile(
    r"\s+(?:y|e|i|og|och|en|ja|ve|и|та|і|й|a|și|és|dan|και|lan|ir|un|eta|და|with|mit|avec|con|com|med|met)\s+"
)
"""Words for "and" and "with" that may also stand in a person's name; they part two names of two words at least."""

_JOB = (
    r"(?:reporters?|writers?|correspondents?|editors?|columnists?|contributors?|bureau|producers?|journalists?|analysts?|critics?|blogger"
    r"|fellow|professor|officer|director|redakteur(?:in)?|reporterin|korrespondent(?:in)?|journalistin|chefredakteur(?:in)?|volontär(?:in)?|ressortleiter(?:in)?"
    r"|journaliste|correspondante?|envoyée? spéciale?|rédact(?:eur|rice)|periodista|redactora?|corresponsal|enviad[oa]|jornalista|repórter|correspondente|giornalista"
    r"|corrispondente|inviat[oa]|redattore|redattrice|verslaggever|redacteur|verslaggeefster|journalisten|toimittaja|kirjeenvaihtaja|redaktør|redaktör|korrespondent"
    r"|dziennikarka?|redaktor(?:ka)?|redaktorė?|novinar(?:ka)?|újságíró|szerkesztő|muhabiri?|editörü?|wartawan|корреспондент|журналист(?:ка)?|обозреватель|редактор|кореспондент)"
)
OFFICE = re.compile(
    rf"(?:^|\s+)(?:(?:(?:senior|staff|chief|deputy|executive|contributing|associate|assistant|managing|special|digital|national|political|politics|news|sports?|business|science|health|tech\w*"
    rf"|opinion|guest|european?|foreign|home|world|local|general|freelance|multimedia|social|media)\s+)*{_JOB}|follow)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""A job, and what follows it."""
_TITLED = re.compile(
    r"(?<=[\uac00-\ud7af\u4e00-\u9fff])\s*(?:선임기자|논설위원|특파원|기자|인턴기자|记者|記者|編輯|编辑|報導|报道|報道|特派員|論説委員|編集委員)\b.*$",
    re.DOTALL,
)
BRACKETS = re.compile(r"[【〔［\[]([^】〕］\]]*)[】〕］\]]")

NOT_A_NAME = re.compile(
    rf"\b(?:by|more|view|comments?|follow|subscribe|share|photos?|images?|read|all|posts?|profile|bio|email|updated|published|ago|close|watch|about|from|name|{_JOB})\b|^(?:the|our|a)\s",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"(?:(?:web ?|user ?|site ?)?(?:admin(?:istrator)?|master|desk)|staff|editors?|editorial(?: staff| team| board)?|news ?(?:desk|room)|redaktion(?:en)?|redactie|redacción|redacao|redação"
    r"|redazione|(?:la )?rédaction|redakcja|redakce|redakcia|redakcija|szerkesztőség|toimitus|редакция|редакція|guest(?: author| writer| contributor)?|user|unknown|anonymous|none|null|undefined|n/a|about"
    r"|contact|home|authors?|autor|auteur)",
    re.IGNORECASE,
)
"""What stands in an author's place and names none."""
OF_PICTURES = re.compile(r"\b(?:images?|photos?|pictures?|getty|shutterstock)\b", re.IGNORECASE)
AGENCY = re.compile(
    r"(?:the )?(?:reuters|associated press|agence france[- ]presse|press association|pa media|agencies|agencias|agences|agenturen|agencje|dpa|afp|apa|sda|ats|ansa|efe|lusa|anp|belga|ntb|tt|ritzau"
    r"|stt|pap|čtk|ctk|tasr|mti|hina|tanjug|aa|anadolu(?: agency)?|pti|ani|ians|xinhua|kyodo|jiji|yonhap|bernama|antara|aap|tass|unian|ukrinform|upi|ap|pa)",
    re.IGNORECASE,
)
"""News agencies and the words for them, which stand beside a name or in its place."""


def without_titles(text: str) -> str:
    """A text without the job that is written to a name in Korean and Chinese."""
    return _TITLED.sub("", text).strip()
