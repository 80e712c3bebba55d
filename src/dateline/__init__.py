"""dateline: who did what to whom, when and where, and which words of which report say so.

>>> import dateline
>>> case = dateline.Case("iraq.case")                          # doctest: +SKIP
>>> case.add("reports/")                                       # doctest: +SKIP
>>> case.events(actor="Kataib Hezbollah").to_pandas()          # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.case import Case, Rows, read
    from dateline.model import CaseError, DatelineError, PipelineError, ReportError, RunError
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

# Where the names live; they are fetched when somebody asks for them, so that importing stays light.
_HOMES = {"Case": "case", "Rows": "case", "Reader": "reading", "read": "case"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"dateline.{_HOMES.get(name, 'model')}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
