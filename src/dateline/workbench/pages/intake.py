"""Adding reports: drop files, watch them being read."""

from collections.abc import Mapping
from dataclasses import asdict

from starlette.datastructures import UploadFile
from starlette.responses import Response

from dateline.case import Rows
from dateline.case.rows import Row
from dateline.workbench.page import Ask, Page
from dateline.workbench.write import Sent, back_to


def intake(ask: Ask) -> Page:
    """The place to drop files, how far they are, and what could not be read."""
    run = ask.desk.intake.run

    def context() -> Mapping[str, object]:
        return {"run": run, "skipped": _skipped(ask), "shelf": ask.state.shelf}

    def rows() -> Rows:
        listed: list[Row] = [{"where": where, "reason": reason} for where, reason in _skipped(ask)]
        return Rows("skipped", ("where", "reason"), listed)

    def plain() -> Mapping[str, object]:
        return {"run": asdict(run) if run else None, "rows": rows().to_dicts()}

    return Page("import", "Add reports", "import.html", context, rows, plain)


def _skipped(ask: Ask) -> list[tuple[str, str]]:
    """What could not be read, in this case at any time."""
    if not ask.desk.is_there:
        return []
    return [(one.where, one.reason) for one in ask.desk.case.skipped_inputs()]


def take_files(sent: Sent) -> Response:
    """Begin to read the files of the form."""
    files = [f for f in sent.form.getlist("files") if isinstance(f, UploadFile) and f.filename]
    sent.ask.desk.intake.take([(f.filename or "file", f.file) for f in files])
    return back_to("/import", "/import")
