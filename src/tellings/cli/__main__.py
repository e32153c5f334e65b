"""``python -m tellings.cli`` is ``tellings``."""

from __future__ import annotations

import sys

from tellings.cli import main

sys.exit(main())
