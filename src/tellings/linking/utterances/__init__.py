"""Utterances: one thing said, every printing of it, and what each printing changed."""

from tellings.linking.utterances.link import link

__all__ = ["link"]
