"""What leaves the house: the JSON export with its schema, the page, the Markdown report, and the proof of them all."""
