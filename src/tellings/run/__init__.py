"""Running: who executes the reading, and the one call that goes the whole way."""

from tellings.run.local import Told, read, tell

__all__ = ["Told", "read", "tell"]
