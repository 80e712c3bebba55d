"""What can go wrong, as a tree.

DatelineError
├── ReportError    this report is skipped and listed, the run goes on
└── RunError       the run stops
    ├── CaseError      the case can't be opened, read or written
    └── PipelineError  the language pipeline can't be loaded or used
"""


class DatelineError(Exception):
    """Base of every error that dateline raises on purpose; its text is one line that a user can act on."""


class ReportError(DatelineError):
    """One report can't be read: `where` names the file or record, `reason` says why in a few words."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason

    def __reduce__(self) -> tuple[type["ReportError"], tuple[str, str]]:
        return (type(self), (self.where, self.reason))


class RunError(DatelineError):
    """The run can't go on."""


class CaseError(RunError):
    """The case can't be opened, read or written."""


class PipelineError(RunError):
    """The language pipeline can't be loaded or lacks a part that reading needs."""
