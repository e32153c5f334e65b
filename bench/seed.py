"""Holds the seed story to the floors of the issue that built the house.

    python bench/seed.py STORY.json [--dates N] [--held N]

Runs the scorer that stands beside the checkout (``../shared/bench/seed-story/score.py``), prints what it prints and
exits 1 where a figure is below its floor. ``--dates`` and ``--held`` are how many events must have their date, and be held as
one: fewer can where the articles come without their dates.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SCORER = Path(__file__).resolve().parents[2] / "shared" / "bench" / "seed-story" / "score.py"

FLOORS: dict[str, float] = {
    r"quotes found, direct: (\d+)/": 29,
    r"quotes found, mixed: (\d+)/": 16,
    r"quotes found, indirect: (\d+)/": 5,
    r"marked quotes that are gold .*= ([\d.]+)": 0.93,
    r"speaker right: .*= ([\d.]+)": 0.90,
    r"utterances: pairs across articles together (\d+)/": 8,
    r"figures found with their value: (\d+)/": 14,
    r"conflicts and updates found: (\d+)/": 2,
    r"people held whole across articles: (\d+)/": 9,
}
"""What must at least be reached, by the words with which the scorer prints it."""

_HELD = r"told by several, held as one: (\d+)/"

CEILINGS: dict[str, float] = {
    r"speaker right: .*, wrong (\d+)": 3,
    r"utterances: .*wrongly together (\d+)": 0,
    r"left split (\d+)": 0,
}
"""What must not be passed."""


def below(printed: str, *, dates: int, held: int) -> Iterator[str]:
    """A line for each figure that is not good enough."""
    for pattern, floor in (FLOORS | {r"events with the right date: (\d+)/": dates, _HELD: held}).items():
        if (found := _figure(pattern, printed)) < floor:
            yield f"{pattern}: {found:g}, must be at least {floor:g}"
    for pattern, ceiling in CEILINGS.items():
        if (found := _figure(pattern, printed)) > ceiling:
            yield f"{pattern}: {found:g}, must be at most {ceiling:g}"


def _figure(pattern: str, printed: str) -> float:
    found = re.search(pattern, printed)
    if found is None:
        raise SystemExit(f"seed: the scorer printed nothing like {pattern!r}")
    return float(found[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("export", type=Path)
    parser.add_argument("--dates", type=int, default=9, metavar="N", help="events that must have their date (9)")
    parser.add_argument("--held", type=int, default=3, metavar="N", help="events told by several that must be one (3)")
    args = parser.parse_args()
    command = [sys.executable, str(SCORER), str(args.export)]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    print(printed, end="")
    problems = list(below(printed, dates=args.dates, held=args.held))
    print("".join(f"below its floor: {problem}\n" for problem in problems), end="", file=sys.stderr)
    raise SystemExit(bool(problems))


if __name__ == "__main__":
    main()
