"""How a command ends: the exit statuses, which scripts go by. Every command's help says which of them it has, and when."""

from __future__ import annotations

OK = 0
"""All is well."""
LACKING = 1
"""Something is: an article failed and the rest went on, a quotation is not exact, or nothing is found."""
FAILED = 2
"""Nothing could be done, or the command was wrong."""
INTERRUPTED = 130
"""By the user, as a shell has it: 128 and the number of the signal."""
