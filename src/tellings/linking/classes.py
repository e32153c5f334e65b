"""The tables of things that are counted: classes of doings, words that mean the same, words that say nothing. Data alone.

Only general words of counting people and things in the news stand here.
"""

from __future__ import annotations

CLASSES: dict[str, str] = {
    "killed": "kill die murder slay slaughter perish dead killed massacre death fatality homicide murder killing slaying casualty toll",
    "injured": "injure wound hurt injured wounded maim injury",
    "missing": "missing unaccounted disappear vanish",
    "arrested": "arrest detain apprehend arrested detained arrest detention",
    "displaced": "evacuate displace displaced evacuee homeless uproot",
    "rescued": "rescue rescued",
    "dismissed": "lay_off dismiss dismissed sack sacked redundancy layoff dismissal",
    "infected": "infect infected infection case sicken",
    "charged": "charge indict indictment",
    "signed": "sign signature signatory signer",
}
KNOWN = frozenset({*CLASSES, "lost", "in favour"})
SETTLED = frozenset({"in favour", "charged", "dismissed"})
"""Classes of doings that are done at one time: a later count is another report of it."""

CLASS_OF = {word: name for name, words in CLASSES.items() for word in words.split()}
PARTICIPLES = frozenset(
    "killed injured wounded missing arrested detained displaced dismissed sacked rescued infected charged".split()
)
ANYBODY = frozenset("person people other others victim life one soul individual body".split())
"""Nouns that say only that people are counted."""

PEOPLE = ANYBODY | frozenset(
    "man woman child boy girl adult resident civilian passenger worker employee student soldier officer protester migrant patient fan supporter "
    "voter family household homeowner tourist inmate prisoner refugee pupil teacher policeman firefighter survivor citizen national".split()
)
SAME = {
    word: words.split()[0]
    for words in (
        "debt bill arrears liability",
        "fine penalty",
        "crowd attendance spectator",
        "pay wage salary",
        "revenue turnover",
        "deficit shortfall gap",
        "payout compensation damages award",
    )
    for word in words.split()
}
VANISHING = frozenset({"missing", "displaced", "infected"})
"""Classes whose count may fall as time goes on; of the others a later count is never lower."""

TIMES = frozenset("seconds minutes hours days nights weeks months".split())
LOST = frozenset("lose cost waste forfeit".split())
VOTED = frozenset("favour favor vote ballot".split())
OWED = frozenset("owe".split())
SAME_DOING = {
    word: words.split()[0]
    for words in (
        "fail break malfunction seize",
        "destroy wreck flatten raze demolish",
        "close shut",
        "cancel scrap axe",
        "buy purchase acquire",
    )
    for word in words.split()
}
"""Doings told of things in several words."""

LEVELS = frozenset("range stand run average reach hit total".split())
"""Doings that say no more of a share than what it is."""

DEALT = frozenset("cut add create lose shed slash cancel destroy".split())
"""Doings by which the things counted are taken away or added, one by one."""

NAMED = {"signed": "signatures", "lost": "time lost", "in favour": "share in favour"}
"""Classes that have a name of their own."""

NEUTRAL = frozenset(
    "confirmed reported recorded known new total official true exact final other number count figure toll tally unpaid outstanding report reports case cases instance instances incidents some many".split()
)
"""Words before a noun that do not narrow what is counted."""

FLOATING = frozenset(
    "say part year number time thing lot way kind item name point day group half rest total majority".split()
)
STOP = frozenset(
    "the a an of in on at to for by with from and or but as is are was were be been has have had that this these those it its his her their our my "
    "more than least about some around over up down nearly almost between per not no who which".split()
)
