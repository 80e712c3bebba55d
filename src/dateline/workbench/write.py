"""Write: what a person sends. Only from our own pages, each form with their token."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from dateline.model import DatelineError
from dateline.workbench.answer import ask_of, failure
from dateline.workbench.desk import Desk
from dateline.workbench.page import Ask
from dateline.workbench.session import Session

_MOST_FILES = 20_000


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent, and what its page was asked for."""

    form: FormData
    ask: Ask

    def text(self, name: str) -> str:
        """The words of a field, empty where it is missing."""
        value = self.form.get(name)
        return value.strip() if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        """All values of a field that may come several times."""
        return [value for value in self.form.getlist(name) if isinstance(value, str) and value]

    def whole(self, name: str) -> int | None:
        """A whole number, None where the field holds none."""
        value = self.text(name)
        return int(value) if value.isdecimal() and len(value) < 12 else None


Act = Callable[[Sent], Response]
"""What is done with a form; ValueError in one line where it asks for what can't be."""


def writer(act: Act, desk: Desk, session: Session) -> Callable[[Request], Awaitable[Response]]:
    """What answers a form with `act`, if it holds our token."""

    async def answer(request: Request) -> Response:
        async with request.form(max_files=_MOST_FILES) as form:
            token = form.get("csrf")
            if not session.sent_from_here(token if isinstance(token, str) else None):
                return PlainTextResponse("This form is not from this run; load its page again.\n", 403)
            return await run_in_threadpool(_done, act, Sent(form, ask_of(request, desk, session)))

    return answer


def _done(act: Act, sent: Sent) -> Response:
    try:
        return act(sent)
    except (ValueError, LookupError, DatelineError) as error:
        return failure(sent.ask, "html", 400, str(error))


def back_to(path: str, otherwise: str) -> Response:
    """Send the browser on to a page of ours: to `path`, or `otherwise` where that is none."""
    own = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return RedirectResponse(path if own else otherwise, 303)
