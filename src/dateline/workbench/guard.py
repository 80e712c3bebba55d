"""Guard: what every request must show before a page sees it, and what every answer forbids the browser.

The Host must be this workbench's own, so that no other name can be pointed at it; whatever writes must come
from one of its own pages; everything but the door needs the cookie that the door gave.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.workbench.session import HOST, Session

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Content-Security-Policy of every page: nothing inline, nothing from elsewhere."""

ORIGINAL_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
"""Policy of a kept web page: its words and its own styles, no script, no form, no network."""

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-dns-prefetch-control": "off",
    "cache-control": "no-store",
}
_READS = ("GET", "HEAD")
_OWN = ("same-origin", "none")
_NO_COOKIE = (
    "This workbench is open in another browser, or its link was used already.\n"
    "Run `dateline open CASE` again: each run prints a link that works once.\n"
)


class Guard:
    """ASGI middleware around the pages."""

    def __init__(self, app: ASGIApp, session: Session) -> None:
        self._app = app
        self._session = session

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what may not pass, hand on the rest, and put our headers on every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is None:
            await self._app(scope, receive, send_guarded)
        else:
            await PlainTextResponse(refusal, 403)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> str | None:
        """Why the request may not pass; None when it may."""
        headers = Headers(scope=scope)
        port = self._session.port
        if headers.get("host") not in (f"{HOST}:{port}", f"localhost:{port}"):
            return "This workbench answers to its own address only.\n"
        if scope["method"] not in _READS and not self._is_own(headers):
            return "This was not sent from a page of the workbench.\n"
        if scope["path"].startswith("/enter/"):
            return None
        cookie = cookie_parser(headers.get("cookie", "")).get(self._session.cookie_name)
        return None if self._session.knows(cookie) else _NO_COOKIE

    def _is_own(self, headers: Headers) -> bool:
        own = {self._session.origin, f"http://localhost:{self._session.port}"}
        return headers.get("origin") in own and headers.get("sec-fetch-site", "same-origin") in _OWN
