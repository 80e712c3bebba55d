"""The record: all claims of a set of reports woven into events, with what they disagree about."""

from collections.abc import Iterable

from dateline.model import Claim, Decision, Record, Report
from dateline.weaving.judged import judged
from dateline.weaving.loom import Loom


def weave(reports: Iterable[Report], claims: Iterable[Claim], decisions: Iterable[Decision] = ()) -> Record:
    """The record of `reports` and all their `claims` as people's `decisions` leave them.

    KeyError for a claim of another report; a decision about claims that are not there changes nothing.
    """
    return Loom(reports).weave(judged(claims, decisions))
