"""Tellings lays side by side what many outlets printed of the same news."""
