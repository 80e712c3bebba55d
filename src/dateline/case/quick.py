"""Quick: reading without a case file."""

from pathlib import Path

from dateline.case.attempt import ReportReader
from dateline.case.case import Case
from dateline.model import ReportError
from dateline.sources import Found, find_reports, read_text


def read(*sources: str | Path, reader: ReportReader | None = None) -> Case:
    """A case in memory of what `sources` say: paths of files and folders, or texts.

    A string is taken for a path when there is something at that path or when it is a single word, else for
    the text of a report, which may open with a front matter. Raises ReportError for the first source that
    can't be read.
    """
    case = Case(None, reader)
    for source in sources:
        found = find_reports([source]) if _is_path(source) else [read_text(str(source))]
        for item in found:
            if isinstance(item, ReportError):
                raise item
            _add(case, item)
    return case


def _add(case: Case, item: Found) -> None:
    for error in case.add_found([item]).skipped:
        raise error


def _is_path(source: str | Path) -> bool:
    if isinstance(source, Path):
        return True
    if "\n" in source or len(source) > 1_000:
        return False
    return len(source.split()) == 1 or Path(source).exists()
