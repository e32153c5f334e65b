"""The web, politely: what the user names is fetched, and nothing else. Knows nothing of articles."""
