"""Original: a kept web page as it was, in a frame where nothing of it can run, ask or go anywhere."""

from collections.abc import Callable

from lxml import html
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dateline.workbench.desk import Desk
from dateline.workbench.guard import ORIGINAL_POLICY

_REMOVED = (
    "script", "link", "meta", "base", "iframe", "frame", "object", "embed", "form", "input", "button",
    "audio", "video", "source", "track", "noscript", "template", "portal",
)  # fmt: skip
"""The policy stops these too; they are taken out so that no browser's gap in it matters."""

_ADDRESSES = (
    "href",
    "src",
    "srcset",
    "action",
    "background",
    "poster",
    "ping",
    "data",
    "formaction",
    "xlink:href",
)


def original(desk: Desk) -> Callable[[Request], Response]:
    """What answers with the kept page of a report, to a frame of ours alone."""

    def answer(request: Request) -> Response:
        if request.headers.get("sec-fetch-dest", "iframe") != "iframe":
            return PlainTextResponse("A kept page is shown only inside the page of its report.\n", 403)
        try:
            report = desk.state().shelf.reports[request.path_params["id"]]
            kept = desk.case.original(report.id)
        except KeyError:
            return PlainTextResponse("There is no such report.\n", 404)
        return Response(
            inert(kept),
            media_type="text/html; charset=utf-8",
            headers={"content-security-policy": ORIGINAL_POLICY},
        )

    return answer


def inert(page: bytes) -> bytes:
    """`page` without anything that runs, asks for data or leads away; its words and own styles stay."""
    try:
        tree = html.document_fromstring(page)
    except html.etree.ParserError:  # no element at all
        tree = html.document_fromstring("<p></p>")
    html.etree.strip_elements(tree, *_REMOVED, html.etree.Comment, with_tail=False)
    for element in tree.iter(html.etree.Element):
        for name in list(element.attrib):
            if name.lower().startswith("on") or name.lower() in _ADDRESSES:
                del element.attrib[name]
    found: bytes = html.tostring(tree, encoding="utf-8", doctype="<!doctype html>")
    return found
