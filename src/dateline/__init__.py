"""dateline: who did what to whom, when and where, and which words of which report say so.

>>> import dateline
>>> case = dateline.Case("iraq.case")                          # doctest: +SKIP
>>> case.add("reports/")                                       # doctest: +SKIP
>>> case.events(actor="Kataib Hezbollah").to_pandas()          # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

from dateline.model.errors import CaseError, DatelineError, PipelineError, ReportError, RunError

if TYPE_CHECKING:
    from dateline.case import Case, Rows, read
    from dateline.reading import Reader

__version__ = "0.1.0"

__all__ = [
    "Case",
    "CaseError",
    "DatelineError",
    "PipelineError",
    "Reader",
    "ReportError",
    "Rows",
    "RunError",
    "__version__",
    "read",
]

# Where the names live that are too heavy to be there before somebody asks for them.
_LAZY = {
    "Case": "dateline.case",
    "Rows": "dateline.case",
    "Reader": "dateline.reading",
    "read": "dateline.case",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
