"""Downloads: the record, or exactly what the filters choose, in every form that dateline writes."""

from collections.abc import Callable, Iterator, Mapping

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from dateline.case import Rows
from dateline.case.rows import Row
from dateline.export import FAMILIES, FORMATS, Format, Options, stream
from dateline.workbench.answer import ask_of, failure
from dateline.workbench.choice import Choice
from dateline.workbench.desk import Desk
from dateline.workbench.page import Ask, Page
from dateline.workbench.session import Session

_CHUNK = 65536

COARSER = {"": "as stated", "admin1": "province", "country": "country", "25": "25 km", "100": "100 km"}
"""How far places can be coarsened here."""


def downloads(ask: Ask) -> Page:
    """All formats, each with its rule and what it loses; the filters of the address hold for them."""
    choice, index = Choice.of(ask.params), ask.state.index

    def context() -> Mapping[str, object]:
        families = {name: [f for f in FORMATS.values() if f.family == name] for name in FAMILIES}
        return {
            "choice": choice,
            "chosen": int(choice.mask(index).sum()),
            "families": {name: formats for name, formats in families.items() if formats},
            "coarser": COARSER,
            "shelf": ask.state.shelf,
            "extras": {f.name for f in FORMATS.values() if f.extra},
        }

    def rows() -> Rows:
        columns = ("format", "family", "rule", "loss")
        listed: list[Row] = [dict(zip(columns, _about(f), strict=True)) for f in FORMATS.values()]
        return Rows("downloads", columns, listed)

    return Page("downloads", "Downloads", "downloads.html", context, rows)


def _about(form: Format) -> tuple[str, str, str, str]:
    return form.name, form.family, form.rule, form.loss


def download(desk: Desk, session: Session) -> Callable[[Request], Response]:
    """What answers with one file of an export."""

    def answer(request: Request) -> Response:
        ask = ask_of(request, desk, session)
        try:
            form = FORMATS[request.path_params["format"]]
            pieces = stream(ask.state.shelf, form.name, _options(ask))
            return StreamingResponse(
                _gathered(pieces), media_type=form.media, headers=_headers(desk, form, ask)
            )
        except KeyError:
            return failure(ask, "html", 404, "There is no such form.")
        except ValueError as error:
            return failure(ask, "html", 400, str(error))

    return answer


def _gathered(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces in larger ones: each costs a way from thread to thread."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _options(ask: Ask) -> Options:
    choice, index = Choice.of(ask.params), ask.state.index
    events = None
    if choice.is_narrow:
        events = frozenset(index.events[at].id for at in choice.ordered(index, choice.mask(index)))
    return Options(
        view=ask.params.get("view") or None,
        events=events,
        background=choice.background,
        mask_private=ask.params.get("mask") == "1",
        coarsen=ask.params.get("coarsen") or None,
    )


def _headers(desk: Desk, form: Format, ask: Ask) -> dict[str, str]:
    view = ask.params.get("view")
    stem = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in desk.path.stem)
    name = "-".join(filter(None, (stem, form.name, view if view in form.views else None)))
    return {"content-disposition": f'attachment; filename="{name}{form.suffix}"'}
