"""Doings: whether two clauses tell the same act, by their words.

A small table of classes puts together verbs and nouns that news use of one
kind of act. What the table does not know is compared by its content words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLASSES = {
    "meet": "meet meeting sit talk talks negotiation negotiate discuss discussion confer summit visit host gather gathering",
    "sue": "sue lawsuit suit file filing complaint litigation",
    "charge": "charge indict indictment accuse prosecute arraign",
    "arrest": "arrest detain detention custody seize capture apprehend jail",
    "judge": "rule ruling order block judge judgment verdict convict conviction acquit sentence overturn uphold strike injunction dismiss",
    "say": "say speak speech tell announce announcement statement state declare conference address remark comment add note claim argue read",
    "criticise": "criticise criticize slam blast rail attack denounce condemn rebuke assail berate lambast rip hit scold decry deplore lash criticism",
    "praise": "praise laud commend hail applaud welcome thank congratulate",
    "warn": "warn warning threaten threat vow pledge promise caution",
    "report": "report issue release publish publication unveil reveal find investigation inquiry probe study finding findings review",
    "win": "win beat defeat victory triumph edge overcome thrash down crush lose loss top",
    "score": "score net goal strike equalise equalize",
    "die": "die death kill killing dead murder perish fatal shooting shoot slay slaying gun stab execute execution assassinate assassination suicide",
    "hurt": "injure injury wound hurt",
    "break": "break breach burst rupture collapse breakage",
    "draw": "draw tie",
    "crash": "crash collide collision derail derailment wreck sink capsize",
    "blow": "explode explosion blast bomb bombing detonate blow",
    "quake": "quake earthquake tremor shake aftershock",
    "flood": "flood flooding inundate submerge swamp deluge",
    "burn": "fire burn blaze wildfire engulf",
    "storm": "storm hurricane typhoon cyclone landfall batter lash hit strike",
    "vote": "vote election elect ballot poll referendum pass approve approval adopt reject",
    "resign": "resign resignation quit step retire retirement depart leave",
    "hire": "appoint appointment name hire nominate nomination sign recruit choose pick",
    "fire": "fire sack dismiss oust remove suspend suspension ban",
    "send": "send deploy dispatch deployment",
    "travel": "travel go trip visit arrive arrival come fly tour return",
    "start": "start begin launch open kick commence introduce unveil outline",
    "end": "end stop close halt cease finish cancel withdraw pull scrap repeal",
    "recall": "recall withdraw pull",
    "buy": "buy acquire purchase takeover acquisition merge merger",
    "sell": "sell sale auction",
    "protest": "protest march rally demonstrate demonstration strike walkout",
    "attack": "attack assault raid strike bomb shell invade invasion",
    "agree": "agree agreement deal sign accord treaty pact settle settlement",
    "rise": "rise increase surge grow jump climb soar gain",
    "fall": "fall drop decline decrease plunge slump tumble",
    "rescue": "rescue save evacuate evacuation pull",
    "find": "find discover discovery detect spot locate recover",
    "test": "test trial experiment",
    "steal": "steal theft rob robbery heist burglary burgle snatch loot",
    "escape": "escape flee breakout",
    "riot": "riot unrest clash rampage disorder",
    "cut": "cut sever snap slash damage",
    "mend": "fix repair plug patch restore resolve remedy",
    "stall": "outage disruption disrupt interrupt interruption downtime",
    "ruin": "damage destroy destruction devastate demolish gut wreck raze flatten",
    "move": "move transfer transport relocate relocation",
    "keep": "retain keep defend",
    "enter": "enter check admit admission",
    "issue": "release issue launch deliver ship debut",
    "reply": "reply respond response answer hit shoot retaliate react",
}
_OF: dict[str, frozenset[str]] = {}
for _name, _members in _CLASSES.items():
    for _member in _members.split():
        _OF[_member] = _OF.get(_member, frozenset()) | {_name}

_IDIOMS = {("down", "tool"): "protest"}
_BARE = frozenset("be have do make take get go come say tell add hold give put".split())
_MUTUAL = frozenset({"meet", "agree", "crash", "win"})
_SPOKEN = frozenset({"say", "criticise", "praise", "warn", "reply"})
_SPEAKING = frozenset(
    "acknowledge admit concede insist suggest believe think call describe urge ask want expect".split()
)
_WEAK = frozenset({"say", "start", "travel", "find"})
_STOP = frozenset(
    "the a an of to in on at for by with from and or but as that this these those it its his her their he she they who which when while after "
    "before during over under into about against up down out off than then so not no was were is are be been being had has have will would could "
    "should may might do did does said say says also just only more most some any all other new last next year month week day days weeks months "
    "years first two three four five six seven eight nine ten one mr mrs ms early late earlier later ago morning night evening afternoon today "
    "yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december there where what because him them me us our your my".split()
)
_KIN = 0.15  # from which two verbs may tell one act
_ROOT = 6  # letters that a verb and its noun have in common
_WORD = re.compile(r"[a-z][a-z'-]+")
_ENDINGS = re.compile(r"(?:'s|ies|ing|ed|es|s|e|ly)$")


@dataclass(frozen=True, slots=True)
class Doing:
    """An act as told: its word, the classes of its word and of its clause, and the stems of its content words."""

    lemma: str
    own: frozenset[str]
    classes: frozenset[str]
    words: frozenset[str]


def stem(word: str) -> str:
    """A word without the common endings: enough to match "sanctions" with "sanction"."""
    shorter = _ENDINGS.sub("", word.replace("'s", ""))
    if len(shorter) > 3 and shorter[-1] == shorter[-2] and shorter[-1] not in "sl":
        shorter = shorter[:-1]
    return shorter if len(shorter) > 2 else word


def present(word: str) -> str:
    """The base form of a common irregular past; another word as it is."""
    return _PAST.get(word, word)


def empty(word: str) -> bool:
    """Whether a word (in small letters) says nothing of what was done."""
    return word in _STOP


def classes(lemma: str) -> frozenset[str]:
    """The classes of acts that a word tells."""
    return _OF.get(lemma) or _STEMS.get(stem(lemma), frozenset())


_STEMS: dict[str, frozenset[str]] = {}
for _member, _names in _OF.items():
    _STEMS[stem(_member)] = _STEMS.get(stem(_member), frozenset()) | _names
_PAST = {"met": "meet", "sat": "sit", "won": "win", "sent": "send", "said": "say", "told": "tell", "spoke": "speak", "left": "leave", "went": "go",
         "came": "come", "began": "begin", "fell": "fall", "rose": "rise", "shot": "shoot", "sold": "sell", "bought": "buy", "found": "find",
         "struck": "strike", "quit": "quit", "blew": "blow", "shook": "shake", "took": "take", "broke": "break", "drew": "draw", "heard": "hear", "held": "hold", "beat": "beat", "lost": "lose", "paid": "pay",
         "stole": "steal", "stolen": "steal", "slain": "slay", "fled": "flee", "dies": "die", "wins": "win", "kept": "keep", "lies": "lie", "hung": "hang"}  # fmt: skip


def doing(text: str, lemma: str, *, without: str) -> Doing:
    """The act that a clause tells; ``without`` are names and time words, which say who and when, not what."""
    gone = {stem(word) for word in _WORD.findall(without.lower())}
    words = [_PAST.get(word, word) for word in _WORD.findall(text.lower()) if word not in _STOP]
    stems = {stem(word) for word in words} - gone
    classes = frozenset(name for one in stems for name in _STEMS.get(one, ()))
    own = _OF.get(lemma, frozenset()) if lemma not in _BARE else frozenset()
    idioms = [kind for (verb, noun), kind in _IDIOMS.items() if lemma == verb and noun in stems]
    own = frozenset(idioms) or own
    return Doing(lemma, own, classes, frozenset(stems))


def likeness(one: Doing, other: Doing) -> float:
    """From 0, nothing in common, to about 1: the same act in the same words."""
    common, kinship = one.words & other.words, _kinship(one, other)
    if kinship < _KIN and any(doing.words <= {stem(doing.lemma)} for doing in (one, other)):
        return kinship  # "Friday's ruling" is not all that tells of a ruling
    overlap = len(common) / max(1, min(len(one.words), len(other.words)))
    return kinship + (overlap if len(common) > 1 else 0.5 * overlap)


def _kinship(one: Doing, other: Doing) -> float:
    """The verbs are one, or of one class, or the one's is of a class that the other's clause tells."""
    if one.lemma == other.lemma and one.lemma not in _BARE:
        return 0.35 if not one.own <= _WEAK else 0.25
    if shared := one.own & other.own:
        if one.lemma[:_ROOT] == other.lemma[:_ROOT]:  # "announce", "announcement"
            return 0.25
        return 0.3 if shared - _WEAK else 0.2
    if "say" in one.own | other.own and one.own & _SPOKEN and other.own & _SPOKEN:  # who speaks also praises or blames
        return 0.2
    if shared := (one.own & _told(other)) | (other.own & _told(one)):
        return 0.25 if shared - _WEAK else 0.15
    return 0.1 if one.classes & other.classes - _WEAK else 0.0


def _told(one: Doing) -> frozenset[str]:
    """The classes of a clause that may say what was done: where the verb tells an act, the rest only says of what ("hailed the ruling")."""
    if one.own <= _WEAK and one.lemma not in _SPEAKING:
        return one.classes
    return one.own | (one.classes & _SPOKEN if one.own <= _SPOKEN else frozenset())


def kindred(one: Doing, other: Doing) -> bool:
    """Whether the verbs themselves are of one class that says what was done ("strike", "walkout")."""
    return bool((one.own & other.own) - _WEAK - _SPOKEN)


def same_act(one: Doing, other: Doing) -> bool:
    """Whether the verbs themselves tell one act: the same word, or two of a class that says what was done; of an empty word ("take effect") with what it tells."""
    common = len(one.words & other.words)
    if one.lemma == other.lemma:
        return one.lemma not in _BARE or common > 1
    return kindred(one, other) and common > 0


def apart(one: Doing, other: Doing) -> bool:
    """Whether the verbs tell two acts: each of a class, and of none that the other's clause tells ("arrested", "released")."""
    return bool(one.own and other.own) and not (one.own & other.classes or other.own & one.classes)


def mutual(one: Doing, other: Doing) -> bool:
    """Whether the act has no single doer: who meets is met."""
    return bool(one.classes & other.classes & _MUTUAL)


def shared(one: Doing, other: Doing) -> str:
    """What the two have in common, in words."""
    if one.lemma == other.lemma:
        return one.lemma
    kinds = sorted((one.own & other.own) or (one.own & other.classes) | (other.own & one.classes))
    return ", ".join(kinds or sorted(one.words & other.words)[:3])
