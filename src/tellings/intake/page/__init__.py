"""What a page's markup tells: its lines, with what each is, and the facts in its head."""
