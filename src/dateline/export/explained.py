"""Explained: a sentence with all that was weighed in it, for people's eyes and a hundred columns."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from dateline.export.cell import interval, one_line, plain
from dateline.model import EventClaim, Report, Span, Speaker, When, Where
from dateline.reading.explain import Bearer, Explanation, Joined, Said, Weighed
from dateline.reading.outline import Branch

_INDENT = 2


def explained(report: Report, explanation: Explanation) -> Group:
    """The sentence with its place in `report`, its tree, and a section for each step of reading it."""
    sentence = explanation.sentence
    return Group(
        Text(plain(f"{report.name} {sentence.start}-{sentence.end}"), style="dim"),
        Text(f"“{_words(sentence)}”"),
        Text(),
        _tree(explanation.tree),
        *_section("Words weighed as events", (_weighed(one) for one in explanation.weighed)),
        *(part for mention in explanation.mentions for part in _mention(mention)),
        *_section("Speakers", (_said(one) for one in explanation.sayings)),
        *_section("Times", (_time(when) for when in explanation.times)),
        *_section("Places", (_place(where) for where in explanation.places)),
        *(part for claim in explanation.claims for part in _claim(claim)),
    )


def _tree(branch: Branch) -> Tree:
    tree = Tree(_label(branch), guide_style="dim")
    for below in branch.below:
        tree.add(_tree(below))
    return tree


def _label(branch: Branch) -> Text:
    small = f"  + {' '.join(branch.small)}" if branch.small else ""
    return Text.assemble((plain(branch.word), "bold"), plain(f"  {branch.relation} {branch.tag}{small}"))


def _section(title: str, rows: Iterable[tuple[str, ...]]) -> Iterator[RenderableType]:
    """A heading and a grid of `rows`; nothing where there are none."""
    grid, empty = Table.grid(padding=(0, 2)), True
    for row in rows:
        grid.add_row(*(Text(plain(cell)) for cell in row))
        empty = False
    if not empty:
        yield Text()
        yield Text(title, style="bold")
        yield Padding(grid, (0, 0, 0, _INDENT))


def _weighed(one: Weighed) -> tuple[str, ...]:
    odds = ", ".join(f"{name} {chance:.2f}" for name, chance in one.odds)
    why = "\n".join((one.verdict, *(f"fits {entry}" for entry in one.entries)))
    return _words(one.word), one.type or "-", odds or "not asked", why


def _mention(mention: Joined) -> Iterator[RenderableType]:
    joined = " + ".join(_words(words) for words in mention.words)
    title = f"Event “{joined}”: {mention.verdict} (core {mention.core:.2f})"
    yield from _section(title, (_bearer(bearer) for bearer in mention.bearers))


def _bearer(one: Bearer) -> tuple[str, ...]:
    chance = "" if one.chance is None else f"{one.chance:.2f}"
    mark = "✓" if one.taken else " "
    return (
        mark,
        one.role or "-",
        _words(one.phrase),
        chance,
        f"of {_words(one.trigger)}: {one.way}",
        one.verdict,
    )


def _said(one: Said) -> tuple[str, ...]:
    content = " … ".join(_words(part) for part in one.content)
    return _words(one.cue), one.stance, _speakers(one.speakers) or "nobody named", f"“{content}”"


def _speakers(speakers: Iterable[Speaker]) -> str:
    return ", ".join(speaker.party.name for speaker in speakers)


def _time(when: When) -> tuple[str, ...]:
    return (
        _words(when.span),
        one_line(interval(when)),
        f"rule {when.rule}",
        f"from {when.anchor or 'no anchor'}",
    )


def _place(where: Where) -> tuple[str, ...]:
    score = "" if where.score is None else f"{where.score:.2f}"
    return _words(where.span), where.name, where.entry or "left open", score, ", ".join(where.evidence)


def _claim(claim: EventClaim) -> Iterator[RenderableType]:
    """What came of it: the values that the claim has, each with the words that decided."""
    cue = f" by “{_words(claim.status_cue)}”" if claim.status_cue else ""
    values = {
        "who": ", ".join(party.name for party in claim.actors),
        "to whom": ", ".join(party.name for party in claim.targets),
        "status": f"{claim.status}{cue}, {claim.attribution}",
        "says so": _speakers(claim.speakers),
        "when": f"{one_line(interval(claim.when))} by “{_words(claim.when.span)}”" if claim.when else "",
        "where": ", ".join(f"{where.name} ({', '.join(where.evidence)})" for where in claim.places),
        "counts": ", ".join(f"{c.what} {c.who} by “{_words(c.span)}”" for c in claim.counts),
        "means": f"{claim.instrument.value} by “{_words(claim.instrument.span)}”" if claim.instrument else "",
        "why": "\n".join(reason.rule for reason in claim.why if not reason.rule.startswith("role:")),
    }
    kind = one_line(claim.type, claim.mode)
    title = f"Claim {claim.id}: {kind}, {'core' if claim.core else 'background'}"
    yield from _section(title, ((label, value) for label, value in values.items() if value))


def _words(span: Span) -> str:
    return plain(" ".join(span.text.split()))
