"""The command line: parse, call one function, print.

Each command is a file; what it needs for its work is imported when it is called, so that help is quick.

Data goes to standard output or to files, everything else to standard error.
Exit status: 0 all is well; 1 something failed and the rest went on; 2 nothing
could be done, or the command was wrong; 130 it was interrupted.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from cyclopts import App, CycloptsError
from rich.console import Console

from tellings.cli import (
    add,
    check,
    demo,
    export,
    intake,
    ledger,
    read,
    repair,
    say,
    schema,
    search,
    show,
    stories,
    timeline,
    verify,
    watch,
    why,
)
from tellings.errors import TellingsError

OK, FAILED, INTERRUPTED = 0, 2, 130

app = App(
    name="tellings",
    help="""Lay side by side what many outlets printed of the same news: who said what in which words,
which figures, what happened when. Every line opens at the characters of its source.

Start with **tellings demo**, or with **tellings read** and a folder of articles.""",
    help_format="markdown",
    version=lambda: version("tellings"),
    version_flags=["--version", "-V"],
    result_action="return_value",
    suppress_keyboard_interrupt=False,
)
app.command(intake.intake)
app.command(watch.watch)
app.command(read.read)
app.command(demo.demo)
app.command(add.add)
app.command(stories.stories)
app.command(show.show)
app.command(search.search)
app.command(repair.repair)
app.command(export.export)
app.command(check.check)
app.command(ledger.ledger)
app.command(timeline.timeline)
app.command(verify.verify)
app.command(why.why)
app.command(schema.schema)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit status; no error of a user ends in a traceback."""
    _utf8()
    try:
        status = app(arguments, exit_on_error=False, print_error=False, error_console=Console(stderr=True))
        sys.stdout.flush()
    except CycloptsError as error:
        say.line(f"{_words(error)} See 'tellings --help'.")
        return FAILED
    except TellingsError as error:
        say.line(str(error))
        return FAILED
    except BrokenPipeError:
        # Who reads us has read enough. What Python would flush at exit has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        # Who opens a file says what is wrong with it; here ends what nobody foresaw: no room, no permission.
        place = f"{error.filename}: " if error.filename else ""
        say.line(
            f"{place}{(error.strerror or str(error)).lower()}; check the name, its permissions and the room on the disk"
        )
        return FAILED
    except KeyboardInterrupt:
        say.line("interrupted")
        return INTERRUPTED
    return status if isinstance(status, int) else OK


def _words(error: CycloptsError) -> str:
    """The error of a wrong command, on one line."""
    words = " ".join(str(error).split())
    return words if words.endswith("...") else words.rstrip(".") + "."


def _utf8() -> None:
    """Print what the articles hold whatever the terminal's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a test's stream may lack it
