"""Which words are read as an event, and as one of which type."""

import pytest

from dateline.language import load
from dateline.reading.features import Context
from dateline.reading.lexicon import Lexicon
from dateline.reading.trigger import find_triggers, likeliest, match

TABLE = "phrase\tpos\ttype\tmode\tframe\tstrength\nzorb\tv\tASSAULT\tbombing\tact\t"


@pytest.fixture
def context(tmp_path):
    """A sentence with an unknown verb, for which the user's table has a row of some strength."""

    def make(strength: str) -> Context:
        path = tmp_path / "own.tsv"
        path.write_text(f"{TABLE}{strength}\n", "utf-8")
        doc = load().parse("The rebels zorbed the town on Monday.")
        return Context(doc, match(doc, Lexicon.load([path])))

    return make


def verb(context: Context):
    return next(token for token in context.doc if token.lower_ == "zorbed")


def test_what_the_table_says_always_needs_no_likelihood(context):
    found = find_triggers(always := context("always"), [(0, 100)])
    assert [(trigger.token, trigger.score) for trigger in found] == [(verb(always), 1.0)]


def test_the_weaker_the_row_the_more_is_asked_of_a_word_without_one(context):
    doc = load().parse("The rebels zorbed the town on Monday.")
    unknown = likeliest(verb(Context(doc, {})), Context(doc, {}))
    known = likeliest(verb(row := context("likely")), row)
    assert unknown.entry is None
    assert known.entry is not None
    assert unknown.needed > known.needed > 0


def test_only_words_in_the_given_stretches_are_read(context):
    assert find_triggers(context("always"), [(0, 3)]) == ()
