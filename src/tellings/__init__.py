"""Tellings lays side by side what many outlets printed of the same news.

    from tellings import intake, tell

    articles = [item for item in intake.read(["news/"]) if not isinstance(item, intake.Failure)]
    told = tell(articles)
    told.story.utterances      # one thing said, and every printing of it
    told.export()              # the JSON export
"""

from importlib.metadata import PackageNotFoundError, version

from tellings.run.local import Told, tell

try:
    __version__ = version("tellings")
except PackageNotFoundError:  # run from a source tree that is not installed
    __version__ = "0+unknown"

__all__ = ["Told", "__version__", "tell"]
