"""Which articles tell one story: placed as they arrive, settled later, with the reasons."""

from tellings.linking.stories.grouping import Settings, StoryGrouping
from tellings.linking.stories.results import Change, Placement, Reasons, Row
from tellings.linking.stories.signature import Signature

__all__ = ["Change", "Placement", "Reasons", "Row", "Settings", "Signature", "StoryGrouping"]
