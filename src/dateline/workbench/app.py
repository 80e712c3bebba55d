"""The application: every page in its three forms, what can be written, and the guard around it all."""

from collections.abc import Callable, Iterator

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dateline.workbench.answer import ask_of, endpoint, failure
from dateline.workbench.desk import Desk
from dateline.workbench.guard import Guard
from dateline.workbench.original import original
from dateline.workbench.pages import ACTS, PAGES
from dateline.workbench.pages.decisions import gold
from dateline.workbench.pages.downloads import download
from dateline.workbench.session import Session
from dateline.workbench.write import writer

_REASONS = {
    404: "There is nothing at this address.",
    500: "That was a fault of dateline's own; what the terminal says helps to find it. Nothing was lost.",
}


def application(desk: Desk, session: Session) -> Guard:
    """The workbench of the case on `desk`, for the one person whom `session` knows."""
    app = Starlette(
        routes=[
            Route("/enter/{token}", _door(session)),
            Mount("/static", StaticFiles(packages=[("dateline.workbench", "static")])),
            Route("/reports/{id}/original", original(desk)),
            *(Route(path, writer(act, desk, session), methods=["POST"]) for path, act in ACTS.items()),
            *_page_routes(desk, session),
            Route("/decisions/gold.zip", gold(desk)),
            Route("/downloads/{format}", download(desk, session)),
        ],
        exception_handlers={404: _failing(desk, session, 404), 500: _failing(desk, session, 500)},
    )
    return Guard(app, session)


def _page_routes(desk: Desk, session: Session) -> Iterator[BaseRoute]:
    """The three forms of every page; `.json` and `.csv` first, as an id may hold a dot."""
    for path, make in PAGES.items():
        for form in ("json", "csv"):
            yield Route(f"{path}.{form}", endpoint(make, form, desk, session))
        yield Route("/" if path == "/overview" else path, endpoint(make, "html", desk, session))


def _door(session: Session) -> Callable[[Request], Response]:
    def enter(request: Request) -> Response:
        answer = RedirectResponse("/", 303)
        if session.enter(request.path_params["token"]):
            answer.set_cookie(session.cookie_name, session.cookie, httponly=True, samesite="strict")
        return answer

    return enter


def _failing(desk: Desk, session: Session, status: int) -> Callable[[Request, Exception], Response]:
    """What answers where there is no page, or where one of ours failed."""

    def answer(request: Request, _: Exception) -> Response:
        return failure(ask_of(request, desk, session), "html", status, _REASONS[status])

    return answer
