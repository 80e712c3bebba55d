"""The pages, one noun each, with the addresses they have and what can be sent to them."""

from dateline.workbench.page import Maker
from dateline.workbench.pages.actors import actor, actors
from dateline.workbench.pages.decisions import decisions, same_actor, undo
from dateline.workbench.pages.disagreements import disagreements
from dateline.workbench.pages.downloads import downloads
from dateline.workbench.pages.events import event, events
from dateline.workbench.pages.intake import intake, take_files
from dateline.workbench.pages.judge import judge
from dateline.workbench.pages.map import where
from dateline.workbench.pages.network import network
from dateline.workbench.pages.origins import origins
from dateline.workbench.pages.overview import overview
from dateline.workbench.pages.reports import report, reports
from dateline.workbench.pages.review import review
from dateline.workbench.pages.settings import change_settings, settings
from dateline.workbench.pages.timeline import timeline
from dateline.workbench.pages.tolls import tolls
from dateline.workbench.write import Act

PAGES: dict[str, Maker] = {
    "/overview": overview,
    "/events": events,
    "/events/{id}": event,
    "/disagreements": disagreements,
    "/timeline": timeline,
    "/map": where,
    "/tolls": tolls,
    "/actors": actors,
    "/actors/one": actor,
    "/network": network,
    "/origins": origins,
    "/reports": reports,
    "/reports/{id}": report,
    "/review": review,
    "/decisions": decisions,
    "/import": intake,
    "/downloads": downloads,
    "/settings": settings,
}
"""What makes the page of each address; the overview is also at "/"."""

ACTS: dict[str, Act] = {
    "/review": judge,
    "/decisions/undo": undo,
    "/actors/same": same_actor,
    "/import": take_files,
    "/settings": change_settings,
}
"""What is done with a form that is sent to an address."""
