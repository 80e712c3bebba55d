"""The pages, one noun each, and the addresses they have."""

from dateline.workbench.page import Maker
from dateline.workbench.pages.events import event, events
from dateline.workbench.pages.overview import overview
from dateline.workbench.pages.reports import report, reports

PAGES: dict[str, Maker] = {
    "/overview": overview,
    "/events": events,
    "/events/{id}": event,
    "/reports": reports,
    "/reports/{id}": report,
}
"""What makes the page of each address; the overview is also at "/"."""
