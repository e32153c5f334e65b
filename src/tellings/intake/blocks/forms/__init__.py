"""The forms of lines that sites put among their paragraphs: one rule each.

Every rule is a form of words that sites in general use, never the name of one.
A rule matches whole lines; it is made so that a sentence of an article does not fit.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.intake.blocks.forms import links, notes, services, site, tongues
from tellings.intake.blocks.forms.rule import Rule

__all__ = ["RULES", "Rule"]

RULES: Sequence[Rule] = (*site.RULES, *links.RULES, *notes.RULES, *tongues.RULES, *services.RULES)
"""The rules, in the order in which they are tried."""
