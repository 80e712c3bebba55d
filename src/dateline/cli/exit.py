"""Exit statuses: what a script can rely on. They are documented here and nowhere else."""

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import DatelineError


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    NOTHING_READ = 1
    USAGE = 2
    WITH_NOTES = 3
    CASE = 4
    STOPPED = 5
    INTERRUPTED = 130


MEANINGS = {
    Exit.DONE: "Done; nothing was skipped.",
    Exit.NOTHING_READ: "Nothing could be read: every input was skipped.",
    Exit.USAGE: "The command was not understood; nothing was done.",
    Exit.WITH_NOTES: "Done, but some input was skipped or taken with a warning; standard error names each.",
    Exit.CASE: "The case can't be opened, read or written.",
    Exit.STOPPED: "The run can't go on for another reason, such as a missing language pipeline.",
    Exit.INTERRUPTED: "Interrupted with Ctrl-C; what was stored stays, the same command goes on from there.",
}


def status_of(error: "DatelineError") -> Exit:
    """The status that a run ends with because of `error`."""
    from dateline.model import CaseError

    return Exit.CASE if isinstance(error, CaseError) else Exit.STOPPED
