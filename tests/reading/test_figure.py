from collections.abc import Callable

from dateline.model import FigureClaim
from dateline.reading.figure import find_figures
from dateline.reading.speaker import find_attributions
from tests.reading.conftest import Sentence


def figures(made: Sentence) -> tuple[FigureClaim, ...]:
    attributions = find_attributions(made.doc, made.report, made.cast)
    return find_figures(made.doc, made.report, made.cast, (), (), attributions, ())


def test_troops_that_are_somewhere(sentence: Callable[[str], Sentence]) -> None:
    (figure,) = figures(sentence("About 2,000 US troops"))
    assert (figure.count.what, figure.count.who, figure.count.min) == ("troops", "US troops", 2000)
    assert figure.quote.text == "About 2,000 US troops remain in Syria."


def test_share_of_ground(sentence: Callable[[str], Sentence]) -> None:
    (figure,) = figures(sentence("The army has lost 95%"))
    assert (figure.count.what, figure.count.min, figure.count.max) == ("territory lost (percent)", 95, 95)


def test_the_toll_of_one_event_is_no_figure(sentence: Callable[[str], Sentence]) -> None:
    assert figures(sentence("Ten civilians")) == ()


def test_whoever_was_hurt_somewhere_is_no_figure(sentence: Callable[[str], Sentence]) -> None:
    assert figures(sentence("The blast wounded four")) == ()


def test_fighters_who_were_destroyed_are_killed_in_figures_as_in_counts(
    sentence: Callable[[str], Sentence],
) -> None:
    told = [
        (figure.count.what, figure.count.min) for figure in figures(sentence("Airstrikes have destroyed"))
    ]
    assert told == [("killed", 120), ("destroyed", 2)]
