"""Train what decides on events: which words say one, of which type, which say the same, who bears a role.

    python -m training.events GOLD_DIR [--check]

GOLD_DIR holds `train/` and `train_items.jsonl` in the shape of the annotation guide. Only reports of open
licence train; `--check` prints the cross-validated quality instead of writing the files in `reading/data`.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from dateline.language import Pipeline, load
from dateline.language.tree import Token
from dateline.reading import core, mention
from dateline.reading.bearing import Scene
from dateline.reading.features import Context, Matches, is_candidate
from dateline.reading.lexicon import Lexicon
from dateline.reading.trigger import Trigger, match
from training.command import gold_command
from training.linear import Sample, fit, write
from training.plover import read_records
from training.reports import ANNOTATIONS, Annotated, GoldEvent, read_items, read_reports, report_folders

DATA = Path(__file__).parent.parent / "src" / "dateline" / "reading" / "data"
NONE = "none"
FOLDS = 4
_HARMING = frozenset({"kill", "wound", "injure", "die"})
WHOLE_WEIGHTS = {"events": 3.0, "roles": 1.5}
"""A whole report counts more than a one-paragraph item: reports are what will be read."""
SMALLEST = 0.01
PENALTIES = {"events": 20.0, "core": 10.0, "mentions": 1.0, "roles": 10.0}


def triggers_of(report: Annotated, matches: Matches) -> list[tuple[GoldEvent, list[Trigger]]]:
    """The gold events of a report with their triggers as the reading sees them."""
    found = []
    for event in report.events:
        heads = [_head(report, span, event.type, matches) for span in event.triggers]
        found.append((event, [_trigger(head, event.type, matches) for head in heads if head is not None]))
    return found


def _head(report: Annotated, span: tuple[int, int], type: str, matches: Matches) -> Token | None:
    """The word of a gold trigger that stands for it: one that the lexicon has for the type, else its head."""
    tokens = [t for t in report.tokens(*span) if is_candidate(t, matches)]
    known = [t for t in tokens if t.i in matches and any(e.type == type for e in matches[t.i].entries)]
    head = report.head(*span)
    chosen = known or tokens
    return head if head in chosen else next(iter(chosen), None)


def _trigger(token: Token, type: str, matches: Matches) -> Trigger:
    fitting = matches.get(token.i)
    entry = next((e for e in fitting.entries if e.type == type), None) if fitting else None
    start, end = (fitting.start, fitting.end) if fitting and entry else (token.i, token.i + 1)
    return Trigger(token, start, end, type, entry, 1.0)  # type: ignore[arg-type]


def event_samples(report: Annotated, lexicon: Lexicon) -> Iterator[Sample]:
    """Every candidate word of a report with the type of event that it says, or none.

    Other words of a trigger ("carried" of "carried out an attack") are neither; where not all events are
    annotated, nor are words that say none.
    """
    matches = match(report.doc, lexicon)
    context = Context(report.doc, matches)
    types = {t.token.i: e.type for e, triggers in reversed(triggers_of(report, matches)) for t in triggers}
    inside = {t.i for event in report.events for span in event.triggers for t in report.tokens(*span)}
    weight = WHOLE_WEIGHTS["events"] if report.whole else 1.0
    for token in report.doc:
        known = token.i in types or (report.complete and token.i not in inside)
        if known and is_candidate(token, matches):
            yield Sample(context.features(token), types.get(token.i, NONE), report.name, weight)


def core_samples(report: Annotated, lexicon: Lexicon) -> Iterator[Sample]:
    """Every trigger of a whole report, and whether its event is core; items hold next to no background."""
    if not report.whole:
        return
    matches = match(report.doc, lexicon)
    context = Context(report.doc, matches)
    for event, triggers in triggers_of(report, matches):
        label = core.CORE if event.core else core.BACKGROUND
        for trigger in triggers:
            yield Sample(core.features(trigger, context), label, report.name)


def mention_samples(report: Annotated, lexicon: Lexicon) -> Iterator[Sample]:
    """Every two triggers of a sentence whose types allow it, and whether they say the same event."""
    if not report.complete:
        return
    found = [
        (number, trigger)
        for number, (_, triggers) in enumerate(triggers_of(report, match(report.doc, lexicon)))
        for trigger in triggers
    ]
    found.sort(key=lambda pair: pair[1].token.i)
    for n, (one, first) in enumerate(found):
        for other, second in found[n + 1 :]:
            near = first.token.sent == second.token.sent and first.token.i != second.token.i
            if near and mention.may_join(first, second):
                label = mention.SAME if one == other else mention.OTHER
                yield Sample(mention.features(first, second), label, report.name)


def role_samples(report: Annotated, lexicon: Lexicon) -> Iterator[Sample]:
    """Every phrase that may bear a role of a trigger, and that role."""
    weight = WHOLE_WEIGHTS["roles"] if report.whole else 1.0
    events = triggers_of(report, match(report.doc, lexicon))
    by_token = {t.token.i: t for _, triggers in events for t in triggers}
    for event, triggers in events:
        for trigger in triggers:
            scene = Scene(trigger, by_token, report.cast)
            roles, again = _borne(report, event, scene)
            for phrase in scene.phrases:
                if phrase.token.i not in again:
                    label = roles.get(phrase.token.i, NONE)
                    yield Sample(scene.features(phrase), label, report.name, weight)


def _borne(report: Annotated, event: GoldEvent, scene: Scene) -> tuple[dict[int, str], set[int]]:
    """The role of each phrase that bears one, and the phrases that only name a bearer once more.

    Of several phrases for one party the one that stands nearest to the trigger bears its role; the others
    teach nothing.
    """
    roles: dict[int, str] = {}
    again: set[int] = set()
    phrases = [phrase.token for phrase in sorted(scene.phrases, key=scene.distance)]
    for label, names in (("actor", event.actors), ("target", event.targets)):
        for name in names:
            alike = {token.i for token in report.bearers(name, scene.trigger.token, phrases)}
            near = [token.i for token in phrases if token.i in alike and token.i not in roles]
            roles.update((i, label) for i in near[:1])
            again.update(near[1:])
    return roles, (again | _omitted(scene, event, roles)) - roles.keys()


def _omitted(scene: Scene, event: GoldEvent, roles: Mapping[int, str]) -> set[int]:
    """Victims that some coders gave as a count alone: these phrases teach nothing."""
    if event.type != "ASSAULT":
        return set()
    usual = (p for p in scene.phrases if "target" in p.usual and p.token.head.lemma_ in _HARMING)
    return {p.token.i for p in usual if p.token.i not in roles}


TASKS: dict[str, Callable[[Annotated, Lexicon], Iterator[Sample]]] = {
    "events": event_samples,
    "core": core_samples,
    "mentions": mention_samples,
    "roles": role_samples,
}


def annotated(gold: Path, pipeline: Pipeline) -> Iterator[Annotated]:
    """Every annotated report of open licence: the project's own, and those of `gold`."""
    for folder in report_folders(gold):
        yield from (report for report in read_reports(folder, pipeline) if report.is_open)
    for path in (ANNOTATIONS / "items.jsonl", gold / "train_items.jsonl"):
        yield from read_items(path, pipeline)
    yield from read_records(gold.parent / "corpora" / "conflict" / "plover_gsr.jsonl", pipeline)


def fold(name: str) -> int:
    """Which fold a document belongs to, decided by its name."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % FOLDS


def check(samples: Sequence[Sample], penalty: float) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each class but `none`, cross-validated by document."""
    hits: Counter[str] = Counter()
    given: Counter[str] = Counter(s.label for s in samples)
    said: Counter[str] = Counter()
    for part in range(FOLDS):
        weights = fit([s for s in samples if fold(s.document) != part], penalty)
        for sample in (s for s in samples if fold(s.document) == part):
            label = weights.classes[int(weights.probabilities(sample.features).argmax())]
            said[label] += 1
            hits[label] += label == sample.label
    scores = {}
    for label in sorted(given.keys() - {NONE}):
        precision = hits[label] / said[label] if said[label] else 0.0
        recall = hits[label] / given[label]
        scores[label] = (precision, recall, 2 * precision * recall / max(precision + recall, 1e-9))
    return scores


def main() -> None:
    """Train every task and write its weights, or print how well each does."""
    parser = gold_command(__doc__)
    parser.add_argument("--only", choices=TASKS, action="append", help="this task, not all")
    options = parser.parse_args()
    pipeline, lexicon = load(), Lexicon.load()
    reports = list(annotated(options.gold, pipeline))
    samples: dict[str, list[Sample]] = defaultdict(list)
    for task in options.only or TASKS:
        for report in reports:
            samples[task] += TASKS[task](report, lexicon)
        if options.check:
            for label, scores in check(samples[task], PENALTIES[task]).items():
                print(task, label, *(f"{score:.3f}" for score in scores))
        else:
            size = write(fit(samples[task], PENALTIES[task]), DATA / f"{task}.npz", SMALLEST)
            print(f"{task}: {len(samples[task])} samples, {size} bytes")


if __name__ == "__main__":
    main()
