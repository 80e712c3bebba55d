"""Who leads a state, and other ties that news leaves half said."""

from dateline.grounding.who import Registry
from dateline.grounding.who.rows import ActorRow, RoleRow
from dateline.grounding.who.states import read_states
from dateline.model import Original, Report
from dateline.reading.relation import find_relations
from dateline.reading.speaker import find_attributions
from tests.grounding.who.sentence import cast_of, doc_of

STATE = "Syria/PROPN/nsubj/fell fell/VERB/root ./PUNCT/punct/fell"
SAID = "said/VERB/root ./PUNCT/punct/said"
ASSAD = {"Syria": "GPE", "Bashar Assad": "PERSON"}


def ties(*sentences, names, published="2020-01-10", registry=None):
    doc = doc_of(*sentences, names=names)
    report = Report("r-1", "test", doc.text, Original("0" * 64, "text", 1), published=published)
    cast = cast_of(doc, published, registry)
    found = find_relations(doc, report, cast, (), find_attributions(doc, report, cast))
    assert all(doc.text[r.target.span.start : r.target.span.end] == r.target.span.text for r in found)
    return {(r.source.name, r.type, r.target.name) for r in found}


NAME = f"Bashar/PROPN/nsubj/said Assad/PROPN/flat/Bashar {SAID}"
PRESIDENT = f"President/PROPN/compound/Bashar {NAME}"


def test_a_bare_president_leads_the_state_that_the_report_names():
    assert ("Bashar Assad", "leads", "Syria") in ties(STATE, PRESIDENT, names=ASSAD)


def test_no_state_is_brought_from_outside_the_report():
    assert ties(PRESIDENT, names={"Bashar Assad": "PERSON"}) == set()


def test_a_title_of_another_day_makes_no_ruler():
    assert ties(STATE, PRESIDENT, names=ASSAD, published="2025-06-01") == set()


def test_a_name_without_title_makes_no_ruler():
    assert ties(STATE, NAME, names=ASSAD) == set()


def test_whom_a_state_calls_its_own():
    own = f"Syria/PROPN/nmod:poss/Bashar 's/PART/case/Syria {NAME}"
    assert ("Bashar Assad", "leads", "Syria") in ties(own, names=ASSAD)


def test_support_for_somebody_is_not_his_own():
    found = ties(
        "Russian/ADJ/amod/support support/NOUN/nsubj/ended for/ADP/case/Hezbollah "
        "Hezbollah/PROPN/nmod/support ended/VERB/root ./PUNCT/punct/ended",
        names={"Russian": "NORP", "Hezbollah": "ORG"},
    )
    assert found == {("Russia", "backs", "Hezbollah")}


def test_both_backers_that_adjectives_name():
    found = ties(
        "Hezbollah/PROPN/nmod:poss/backers 's/PART/case/Hezbollah Russian/ADJ/amod/backers "
        "and/CCONJ/cc/Iranian Iranian/ADJ/conj/Russian backers/NOUNS/nsubj/said " + SAID,
        names={"Hezbollah": "ORG", "Russian": "NORP", "Iranian": "NORP"},
    )
    assert found == {("Russia", "backs", "Hezbollah"), ("Iran", "backs", "Hezbollah")}


def test_who_links_somebody_to_a_group_is_not_linked_to_it():
    found = ties(
        "Police/NOUNS/nsubj/linked linked/VERB/root him/PRON/obj/linked to/ADP/case/Hezbollah "
        "Hezbollah/PROPN/obl/linked ./PUNCT/punct/linked",
        names={"Hezbollah": "ORG"},
    )
    assert found == set()


def test_nationals_of_one_state_fight_for_the_group_beside_them():
    found = ties(
        "British/ADJ/amod/Isis Isis/PROPN/compound/fighter fighter/NOUN/appos/Ann ,/PUNCT/punct/Ann "
        "Ann/PROPN/nsubj/said Lee/PROPN/flat/Ann " + SAID,
        names={"British Isis": "ORG", "Ann Lee": "PERSON"},
    )
    assert found == {("Ann Lee", "member_of", "Isis")}


def test_a_deputy_minister_belongs_to_no_deputy():
    titled = "Deputy/PROPN/compound/Minister Minister/PROPN/compound/Ann"
    assert (
        ties(f"{titled} Ann/PROPN/nsubj/said Lee/PROPN/flat/Ann {SAID}", names={"Ann Lee": "PERSON"}) == set()
    )


def test_it_is_the_group_that_operates_somewhere_where_its_fighters_are():
    found = ties(
        "Thousands/NOUNS/nsubj/active of/ADP/case/fighters Isis/PROPN/compound/fighters "
        "fighters/NOUNS/nmod/Thousands were/AUX/cop/active active/ADJ/root in/ADP/case/Idlib "
        "Idlib/PROPN/obl/active ./PUNCT/punct/active",
        names={"Isis": "ORG", "Idlib": "GPE"},
    )
    assert found == {("Isis", "operates_in", "Idlib")}


def test_whose_man_somebody_is():
    found = ties(
        f"Ann/PROPN/nsubj/said Lee/PROPN/flat/Ann of/ADP/case/Hezbollah Hezbollah/PROPN/nmod/Ann {SAID}",
        names={"Ann Lee": "PERSON", "Hezbollah": "ORG"},
    )
    assert found == {("Ann Lee", "member_of", "Hezbollah")}


def test_a_body_without_capitals_has_its_head():
    found = ties(
        "Ann/PROPN/nsubj/said Lee/PROPN/flat/Ann ,/PUNCT/punct/Ann commander/NOUN/appos/Ann "
        f"of/ADP/case/brigade the/DET/det/brigade brigade/NOUN/nmod/commander ,/PUNCT/punct/Ann {SAID}",
        names={"Ann Lee": "PERSON"},
    )
    assert found == {("Ann Lee", "leads", "brigade")}


def test_a_regime_is_told_by_a_surname():
    regime = "The/DET/det/regime Assad/PROPN/compound/regime regime/NOUN/nsubj/said " + SAID
    assert ("Assad", "leads", "Syria") in ties(STATE, regime, names={"Syria": "GPE", "Assad": "ORG"})


def test_the_president_stands_for_the_one_who_was_named():
    later = "The/DET/det/president president/NOUN/nsubj/said " + SAID
    found = ties(STATE, PRESIDENT, later, names=ASSAD)
    assert found == {("Bashar Assad", "leads", "Syria")}


def test_both_rulers_of_whom_one_is_the_others_counterpart():
    names = {
        "Syria": "GPE",
        "Russia": "GPE",
        "Vladimir Putin": "PERSON",
        "Bashar Assad": "PERSON",
        "Syrian": "NORP",
    }
    met = (
        "Russia/PROPN/nsubj/said Vladimir/PROPN/obj/said Putin/PROPN/flat/Vladimir and/CCONJ/cc/counterpart "
        "his/PRON/nmod:poss/counterpart Syrian/ADJ/amod/counterpart counterpart/NOUN/conj/Vladimir "
        "Bashar/PROPN/appos/counterpart Assad/PROPN/flat/Bashar " + SAID
    )
    found = ties(STATE, met, names=names)
    assert {("Vladimir Putin", "leads", "Russia"), ("Bashar Assad", "leads", "Syria")} <= found


def test_who_rules_is_looked_up_in_the_registry_of_the_reading():
    held = RoleRow("leads", "sy", post="president", start="2020-01-01")
    row = ActorRow("ann-lee", "Ann Lee", schema="Person", roles=[held])
    title = f"President/PROPN/compound/Ann Ann/PROPN/nsubj/said Lee/PROPN/flat/Ann {SAID}"
    names = {"Syria": "GPE", "Ann Lee": "PERSON"}
    assert ties(STATE, title, names=names) == set()
    own = Registry([row], read_states())
    assert ties(STATE, title, names=names, registry=own) == {("Ann Lee", "leads", "Syria")}


def test_whom_the_registry_does_not_know_rules_the_state_that_a_report_is_about():
    title = f"President/PROPN/compound/Ann Ann/PROPN/nsubj/said Lee/PROPN/flat/Ann {SAID}"
    names = {"Syria": "GPE", "Ann Lee": "PERSON"}
    doc_names = [STATE, STATE, STATE, title]
    assert ties(*doc_names, names=names) == {("Ann Lee", "leads", "Syria")}
    assert ties(STATE, title, names=names) == set()
    club = f"Club/NOUN/compound/President {title}"
    assert ties(STATE, STATE, STATE, club, names=names) == set()
