"""Linking: across readings, what is the same person, utterance, figure, event."""

from tellings.linking.story import link

__all__ = ["link"]
