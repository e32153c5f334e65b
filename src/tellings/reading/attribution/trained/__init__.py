"""The trained reader of attributions: which words are source, cue and content, and which belong together."""

from tellings.reading.attribution.trained.reader import NAME, Attribution, Place, TrainedReader, load

__all__ = ["NAME", "Attribution", "Place", "TrainedReader", "load"]
