"""What is seen of the phrases of a sentence, on sentences parsed by hand."""

from dateline.reading.bearing import Scene, can_act
from dateline.reading.lexicon import Lexicon
from dateline.reading.trigger import Trigger


def scene(parsed, word: str) -> Scene:
    token = parsed.token(word)
    fitting = Lexicon.load().match(token)
    entry = next((e for e in fitting.entries if e.type == "ASSAULT"), None) if fitting else None
    trigger = Trigger(token, token.i, token.i + 1, "ASSAULT", entry, 1.0)
    return Scene(trigger, {token.i: trigger}, parsed.cast)


def phrase(of: Scene, word: str):
    return next(p for p in of.phrases if p.token.text == word)


def test_a_part_leaves_its_place_to_the_whole(sentence):
    words = [p.token.text for p in scene(sentence("Three of the soldiers"), "wounded").phrases]
    assert words == ["soldiers"]


def test_a_phrase_knows_its_way_and_what_it_stands_for(sentence):
    jets = phrase(scene(sentence("Jets bombed"), "bombed"), "Jets")
    assert (jets.steps, jets.usual, jets.acts) == (("nsubj",), ("actor",), True)


def test_places_that_others_take_are_seen(sentence):
    told = scene(sentence("Jets bombed"), "bombed")
    assert "taken=a" in told.features(phrase(told, "positions"))
    assert "taken=t" in told.features(phrase(told, "Jets"))
    assert "taken=at" in told.features(phrase(told, "village"))


def test_who_stands_nearest_ranks_first(sentence):
    told = scene(sentence("Police said militants"), "attack")
    near = min((p for p in told.phrases if p.acts), key=told.distance)
    assert "rank=0" in told.features(near)


def test_every_feature_is_seen_once(sentence):
    told = scene(sentence("Jets bombed"), "bombed")
    for each in told.phrases:
        assert len(told.features(each)) == len(set(told.features(each)))


def test_a_thing_does_not_act(sentence):
    parsed = sentence("Jets bombed")
    assert not can_act(parsed.token("positions"), parsed.cast)
    assert can_act(parsed.token("Jets"), parsed.cast)


def test_a_modifier_belongs_to_the_deed_that_its_noun_modifies(sentence):
    told = scene(sentence("Lashkar rocket"), "attacks")
    assert "Lashkar" in [p.token.text for p in told.phrases]
