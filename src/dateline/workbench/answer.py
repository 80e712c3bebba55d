"""Answer: a page as HTML, JSON or CSV, and errors in the same three forms."""

import io
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from dateline.case import Rows
from dateline.export import csv
from dateline.workbench.desk import Desk
from dateline.workbench.look import environment
from dateline.workbench.menu import MENU
from dateline.workbench.page import Ask, Maker, Page
from dateline.workbench.session import Session
from dateline.workbench.settings import COOKIE, Settings

_TITLES: dict[int, str] = {HTTPStatus.NOT_FOUND: "Not found", HTTPStatus.INTERNAL_SERVER_ERROR: "A fault"}
FORMS = ("html", "json", "csv")
Endpoint = Callable[[Request], Response]


def endpoint(make: Maker, form: str, desk: Desk, session: Session) -> Endpoint:
    """What answers an address with the page that `make` makes, in one of `FORMS`."""
    return partial(_answer, make, form, desk, session)


def ask_of(request: Request, desk: Desk, session: Session) -> Ask:
    """What `request` asks for."""
    path = request.url.path
    for form in ("json", "csv"):
        path = path.removesuffix(f".{form}")
    return Ask(
        desk=desk,
        session=session,
        path="/" if path == "/overview" else path,
        params=request.query_params,
        named=request.path_params,
        settings=Settings.of(request.cookies.get(COOKIE)),
    )


def _answer(make: Maker, form: str, desk: Desk, session: Session, request: Request) -> Response:
    ask = ask_of(request, desk, session)
    try:
        page = make(ask)
        return _in_form(page, ask, form)
    except LookupError:
        return failure(ask, form, 404, "There is nothing at this address.")
    except ValueError as error:
        return failure(ask, form, 400, str(error))


def _in_form(page: Page, ask: Ask, form: str) -> Response:
    if form == "json":
        return _json(page)
    return _csv(page) if form == "csv" else html(page, ask)


def html(page: Page, ask: Ask, status: int = 200) -> Response:
    """`page` for eyes."""
    shared = {
        "page": page,
        "ask": ask,
        "to": ask.address,
        "menu": MENU,
        "csrf": ask.session.csrf,
        "settings": ask.settings,
        "as_of": ask.params.get("as_of") or "",
        "forms": {form: _form_address(ask, form) for form in ("json", "csv")},
    }
    words = environment().get_template(page.template).render({**shared, **page.context()})
    return Response(words, status, media_type="text/html")


def _form_address(ask: Ask, form: str) -> str:
    path = "/overview" if ask.path == "/" else ask.path
    query = str(ask.params)
    return f"{path}.{form}?{query}" if query else f"{path}.{form}"


def _json(page: Page) -> Response:
    plain = page.plain() if page.plain else {"rows": page.rows().to_dicts()}
    return JSONResponse({"ok": True, "title": page.title, **plain})


def _csv(page: Page) -> Response:
    headers = {"content-disposition": f'attachment; filename="{page.name}.csv"'}
    parts = page.parts() if page.parts else iter([page.rows()])
    return StreamingResponse(_lines(parts), media_type="text/csv; charset=utf-8", headers=headers)


def _lines(parts: Iterator[Rows]) -> Iterator[str]:
    """The lines of a table that comes in parts, under one line of column names."""
    for number, rows in enumerate(parts):
        stream = io.StringIO(newline="")
        csv.write(rows, stream)
        yield stream.getvalue() if number == 0 else stream.getvalue().split("\n", 1)[1]


def failure(ask: Ask, form: str, status: int, reason: str) -> Response:
    """Why there is no page, in the form that was asked for."""
    if form == "json":
        return JSONResponse({"ok": False, "status": status, "error": reason}, status)
    if form == "csv":
        return Response(f"error\n{reason}\n", status, media_type="text/csv; charset=utf-8")
    title = _TITLES.get(status, "Not understood")
    page = Page("error", title, "failure.html", lambda: {"reason": reason}, lambda: Rows("error", (), ()))
    return html(page, ask, status)
