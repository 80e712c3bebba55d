"""Judge: what the keys and buttons of a review do."""

from collections.abc import Callable
from typing import get_args

from starlette.responses import Response

from dateline.case.decide import Stamp
from dateline.model import Span
from dateline.model.vocabulary import EditField
from dateline.workbench.pages.review import reviewer
from dateline.workbench.queue import last_decisions
from dateline.workbench.write import Sent, back_to


def judge(sent: Sent) -> Response:
    """Do what the form's `do` says with its `claim`, and go on to the next one, or stay after an edit."""
    does = sent.text("do")
    if does not in _ACTS:
        raise ValueError(f"{does or 'nothing'} can't be done here")
    stay = _ACTS[does](sent)
    if then := sent.text("then"):
        return back_to(then, "/review")
    query = "&".join(filter(None, (sent.text("query"), f"claim={stay}" if stay else "")))
    return back_to(f"/review?{query}" if query else "/review", "/review")


def _accept(sent: Sent) -> str | None:
    sent.ask.desk.decide(lambda case: case.accept(sent.text("claim"), **_stamp(sent)))
    return None


def _reject(sent: Sent) -> str | None:
    sent.ask.desk.decide(lambda case: case.reject(sent.text("claim"), **_stamp(sent)))
    return None


def _skip(sent: Sent) -> str | None:
    sent.ask.desk.skips.skip(reviewer(sent.ask), sent.text("claim"))
    return None


def _edit(sent: Sent) -> str | None:
    """Give a field another value, with the words that were selected for it, where some were."""
    field = sent.text("field")
    if field not in get_args(EditField):
        raise ValueError(f"{field or 'nothing'} is no field to edit")
    value = None if sent.text("none") else sent.text("value")
    if value == "":
        raise ValueError("write the value, or say that there is none")
    claim, words = sent.text("claim"), _words(sent)
    sent.ask.desk.decide(
        lambda case: case.edit(claim, field=field, value=value, words=words, **_stamp(sent))  # type: ignore[arg-type]
    )
    return claim


def _words(sent: Sent) -> Span | None:
    """The words that were selected; ValueError where they are not words of the claim's report."""
    start, end = sent.whole("start"), sent.whole("end")
    if start is None or end is None:
        return None
    shelf = sent.ask.state.shelf
    report = shelf.reports[shelf.as_read[sent.text("claim")].report]
    if not start < end <= len(report.text):
        raise ValueError("the selected words are not in the report")
    return report.span(start, end)


def _merge(sent: Sent) -> str | None:
    claim, others = sent.text("claim"), sent.texts("with")
    if not others:
        raise ValueError("choose the event that is the same, or write its id")
    sent.ask.desk.decide(lambda case: case.merge(claim, *others, **_stamp(sent)))
    return claim


def _split(sent: Sent) -> str | None:
    claim = sent.text("claim")
    sent.ask.desk.decide(lambda case: case.split(claim, **_stamp(sent)))
    return claim


def _undo(sent: Sent) -> str | None:
    """Take back the person's last decision, or the one that is named."""
    last = last_decisions(sent.ask.state.shelf, reviewer(sent.ask))
    id_ = sent.text("id") or (last[0].id if last else "")
    if not id_:
        raise ValueError("there is nothing to undo")
    sent.ask.desk.decide(lambda case: case.undo(id_, **_stamp(sent)))
    undone = next((d for d in last if d.id == id_), None)
    if undone is None or not undone.claims:
        return sent.text("claim") or None
    return sent.ask.state.queue.claim_of.get(undone.claims[0])


def _stamp(sent: Sent) -> Stamp:
    return {"by": reviewer(sent.ask), "note": sent.text("note") or None}


_ACTS: dict[str, Callable[[Sent], str | None]] = {
    "accept": _accept,
    "reject": _reject,
    "skip": _skip,
    "edit": _edit,
    "merge": _merge,
    "split": _split,
    "undo": _undo,
}
"""What can be done; each gives the claim to stay with, None to go on."""
