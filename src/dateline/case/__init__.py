"""Floor 5: the record on disk. A case holds reports, what was read from them, and what was skipped."""

from dateline.case.attempt import ReportReader
from dateline.case.case import Case
from dateline.case.intake import Added, Progress
from dateline.case.quick import read
from dateline.case.rows import Rows
from dateline.case.select import Selection

__all__ = ["Added", "Case", "Progress", "ReportReader", "Rows", "Selection", "read"]
