"""The command line, the only room that prints."""

from tellings.cli.app import main

__all__ = ["main"]
