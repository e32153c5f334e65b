"""Tellings lays side by side what many outlets printed of the same news.

``tell(articles)`` reads, links and compares articles that ``tellings.intake`` read;
``Told.story`` holds what they tell, ``Told.export()`` is the JSON export.
"""

from importlib.metadata import PackageNotFoundError, version

from tellings.run.local import Told, tell

try:
    __version__ = version("tellings")
except PackageNotFoundError:  # run from a source tree that is not installed
    __version__ = "0+unknown"

__all__ = ["Told", "__version__", "tell"]
