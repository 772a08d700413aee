"""The ring: matches known by hand, held to a flow by NetworkX, and what no ring may do."""

from __future__ import annotations

import json
import math
import time

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgive_lib.charts.ring import _curve, ring_chart
from netgive_lib.lettering import text_width
from netgive_lib.ring import RULES, Brought, Card, CardError, Hand, Rules, match, read_card, read_cards
from netgive_lib.ring.matching import _edges
from netgive_lib.topics import STANDARD

ANA = Card(
    "Ana",
    "Who knows a good printer for a small book?",
    ("letterpress",),
    (Brought("Notes on podcasts", ("podcasts",)),),
)
BEN = Card(
    "Ben",
    "I want to start a podcast. What should I buy first?",
    (),
    (Brought("An hour of tax help", ("tax",)),),
)
CHI = Card(
    "Chi",
    "How do I file my first tax return?",
    ("taxes",),
    (Brought("A letterpress studio to visit", ("letterpress",)),),
)
DEV = Card("Dev", "", (), (Brought("A van on Saturdays"),))


def pairs(ring):
    return {(each.giver, each.asker) for each in ring.matches}


def test_a_circle_of_three_is_found_and_told_in_the_order_of_giving():
    ring = match([BEN, ANA, CHI, DEV])
    assert pairs(ring) == {("Chi", "Ana"), ("Ana", "Ben"), ("Ben", "Chi")}
    assert ring.cycles == (("Ana", "Ben", "Chi"),)
    assert ring.chains == ()
    assert (ring.asks, ring.served) == (3, 3)
    why = next(each.why for each in ring.matches if each.asker == "Chi")
    assert why == "Chi asks about taxes, and Ben brings “An hour of tax help”."


def test_of_two_offers_that_fit_as_well_the_first_is_named():
    giver = Card("Eve", "", (), (Brought("Tax forms", ("tax",)), Brought("Tax advice", ("tax",))))
    assert [each.offer for each in match([CHI, giver]).matches] == ["Tax forms"]


def test_a_large_class_with_full_cards_is_matched_in_seconds():
    names = [*STANDARD.names.values()]
    offers = [
        tuple(
            Brought(" ".join(names[n % 400 :][:100]), tuple(names[(n + k) % 500 :][:20])) for k in range(20)
        )
        for n in range(0, 700, 7)
    ]
    cards = [
        Card(f"P{n}", " ".join(names[n : n + 60]), tuple(names[5 * n :][:20]), brought)
        for n, brought in enumerate(offers)
    ]
    match(cards)
    begun = time.process_time()
    ring = match([*cards[1:], Card("P0", "Who bakes bread?", ("bread",), offers[0])])
    assert ring.served >= 99
    assert time.process_time() - begun < 4  # half a second; it was nine when each pair of words was looked at


def test_a_raised_hand_beats_any_match_and_can_help_beats_knowing_someone():
    hands = [Hand("Ana", "Ana"), Hand("Ben", "Ana", "knows someone"), Hand("Dev", "Ana"), Hand("Chi", "Ana")]
    ring = match([ANA, BEN, CHI, DEV], hands)
    of_ana = next(each for each in ring.matches if each.asker == "Ana")
    assert (of_ana.giver, of_ana.why) == ("Dev", "Dev says they can help.")


def test_nobody_is_overloaded_and_as_many_as_possible_are_served():
    expert = Card("Eve", "", (), (Brought("Tax advice", ("tax",)),))
    other = Card("Fay", "", (), (Brought("Bookkeeping", ("accounting", "tax")),))
    askers = [Card(f"A{n}", "tax?", ("tax",)) for n in range(5)]
    alone = match([expert, *askers])
    assert alone.served == 2
    both = match([expert, other, *askers])
    assert both.served == 4
    assert match([expert, *askers], rules=Rules(most_asks=5)).served == 5


def test_work_is_spread_where_two_could_do_it():
    one = Card("Eve", "", (), (Brought("Tax advice", ("tax",)),))
    two = Card("Fay", "", (), (Brought("Tax advice", ("tax",)),))
    ring = match([one, two, Card("A", "tax?", ("tax",)), Card("B", "tax?", ("tax",))])
    assert {each.giver for each in ring.matches} == {"Eve", "Fay"}


def test_the_more_particular_offer_wins():
    broad = Card("Eve", "", (), (Brought("Talk about typography", ("typography",)),))
    exact = Card("Fay", "", (), (Brought("A course in type design", ("type design",)),))
    ring = match([broad, exact, Card("A", "Where can I learn type design?", ("type design",))])
    assert pairs(ring) == {("Fay", "A")}


def test_what_nobody_can_help_with_stays_open():
    ring = match([Card("A", "Who has a submarine?", ("submarines",)), DEV])
    assert (ring.asks, ring.served, ring.matches) == (1, 0, ())
    assert match([]).as_json() == {"matches": [], "asks": 0, "served": 0, "cycles": []}


def test_chains_are_told_from_their_beginning():
    a = Card("A", "", (), (Brought("x", ("jazz",)),))
    b = Card("B", "jazz?", ("jazz",), (Brought("y", ("sailing",)),))
    c = Card("C", "sailing?", ("sailing",))
    assert match([c, b, a]).chains == (("A", "B", "C"),)


TOPICS = ["jazz", "tax", "film", "type design", "sailing", "bread"]
some = st.lists(st.sampled_from(TOPICS), max_size=3, unique=True).map(tuple)
offers = st.lists(st.builds(Brought, st.sampled_from(["a", "b"]), some), max_size=3).map(tuple)
groups = st.lists(st.tuples(st.sampled_from(["", "Can you?"]), some, offers), max_size=8).map(
    lambda rows: [Card(f"P{n}", *row) for n, row in enumerate(rows)]
)


@settings(max_examples=200)
@given(groups, st.integers(1, 3))
def test_it_is_as_good_as_the_flow_that_networkx_finds(cards, most):
    rules = Rules(most_asks=most, second=0.0)
    ring = match(cards, rules=rules)
    asks = [card for card in cards if card.ask]
    edges = _edges(asks, cards, rules)
    flow = nx.DiGraph()
    flow.add_nodes_from(["source", "sink"])
    for (row, giver), (fit, _, _) in edges.items():
        flow.add_edge("source", giver, capacity=most, weight=0)
        flow.add_edge(giver, row, capacity=1, weight=-round(fit * 10**6))
        flow.add_edge(row, "sink", capacity=1, weight=0)
    best = nx.max_flow_min_cost(flow, "source", "sink")
    served = sum(best["source"].values())
    assert ring.served == served
    total = round(sum(each.fit for each in ring.matches) * 10**6)
    assert total == -nx.cost_of_flow(flow, best)


@given(groups, st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=6))
def test_what_holds_in_every_ring(cards, raised):
    ring = match(cards, [Hand(f"P{a}", f"P{b}") for a, b in raised])
    assert len({each.asker for each in ring.matches}) == len(ring.matches)
    assert all(each.giver != each.asker for each in ring.matches)
    by_hand = {each.giver for each in ring.matches if not each.offer and "says they" in each.why}
    for name in {each.giver for each in ring.matches} - by_hand:
        assert sum(each.giver == name for each in ring.matches) <= RULES.most_asks
    for cycle in ring.cycles:
        assert {(a, b) for a, b in zip(cycle, (*cycle[1:], cycle[0]), strict=True)} <= pairs(ring)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ([], "is not a card"),
        ({}, "has no name"),
        ({"name": "  "}, "has no name"),
        ({"name": 7}, "should be text"),
        ({"name": "A", "offers": {}, "topics": 3}, "should be a list"),
        ({"name": "A", "offers": [{}]}, "needs a title"),
        ({"name": "A", "offers": ["x"] * 21}, "20 at most"),
        ({"name": "A", "topics": ["x"] * 21}, "20 at most"),
    ],
)
def test_a_card_that_is_none_is_refused_in_a_sentence(data, says):
    with pytest.raises(CardError, match=says):
        read_card(data, "card.json")


def test_signs_that_nothing_shows_are_no_part_of_a_card_and_joined_emoji_are():
    card = read_card({"name": "In\x01es\ud800", "ask": "👨\u200d👩\u200d👧 for Saturday?"})
    assert (card.name, card.ask) == ("In es", "👨\u200d👩\u200d👧 for Saturday?")


def test_cards_come_from_files_of_one_or_many(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(ANA.as_json()), encoding="utf-8")
    (tmp_path / "two.json").write_text(json.dumps([BEN.as_json(), CHI.as_json()]), encoding="utf-8-sig")
    assert read_cards(sorted(tmp_path.glob("*.json"))) == [ANA, BEN, CHI]
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    with pytest.raises(CardError, match=r"bad\.json is not JSON"):
        read_cards([tmp_path / "bad.json"])


def test_the_command_matches_and_draws(tmp_path, run):
    files = []
    for card in (ANA, BEN, CHI, DEV, Card("Eve", "Who has a submarine?")):
        files.append(tmp_path / f"{card.name}.json")
        files[-1].write_text(json.dumps(card.as_json()), encoding="utf-8")
    said = json.loads(run("ring", *files, "--json", "-o", tmp_path / "ring.svg").stdout)
    assert (said["asks"], said["served"], said["cycles"]) == (4, 3, [["Ana", "Ben", "Chi"]])
    assert set(said["matches"][0]) == {"asker", "giver", "ask", "offer", "why"}
    drawn = (tmp_path / "ring.svg").read_text(encoding="utf-8")
    assert "3 of 4 asks have a helper. Ana helps Ben helps Chi helps Ana." in drawn
    told = run("ring", *files).stdout
    assert "A circle of giving: Ana helps Ben helps Chi helps Ana." in told
    assert "Still open: Eve asks" in told
    files[0].write_text("nonsense", encoding="utf-8")
    assert run("ring", *files).exit_code == 1


@given(groups)
def test_every_ring_has_a_picture_that_names_nobody_when_anonymous(cards):
    chart = ring_chart(match(cards), anonymous=True).to_json()
    assert not any(f'"{card.name}' in chart for card in cards)


@pytest.mark.parametrize(
    ("people", "width", "whole", "cut"),
    [(24, 1200, 24, 0), (24, 760, 24, 0), (24, 320, 0, 24), (100, 760, 100, 0), (400, 760, 0, 0)],
)
def test_names_stand_around_a_ring_as_far_as_they_can_be_read(people, width, whole, cut):
    names = [f"Margarida Carvalho {n}" for n in range(people)]
    chart = ring_chart(match([Card(name) for name in names]), width=width).to_dict()
    texts = [layer["mark"] for layer in chart["layer"] if layer["mark"]["type"] == "text"]
    rows = [row for rows in chart["datasets"].values() for row in rows if "text" in row]
    assert sum(row["text"] == row["name"] for row in rows) == whole and len(rows) == whole + cut
    assert all(mark["fontSize"] >= 7 for mark in texts)
    for row in rows:  # nothing outside of the picture
        reach = text_width(row["text"], texts[0]["fontSize"])
        far = math.hypot(row["x"] - width / 2, row["y"] - width / 2)
        assert far <= width / 2 and (row["angle"] == 0 or far + reach <= width / 2 + 1)


def test_arrows_between_neighbours_bend_as_little_as_they_are_apart():
    middle, radius = 400.0, 300.0
    around = [2 * math.pi * n / 100 for n in range(2)]
    start, end = ((middle + radius * math.sin(a), middle - radius * math.cos(a)) for a in around)
    depth = max(radius - math.dist(point, (middle, middle)) for point in _curve(start, end, middle, 4))
    assert 0 < depth < math.dist(start, end)


def test_two_people_of_one_name_are_told_apart_first():
    with pytest.raises(CardError, match="Two cards have the name 'Ana'\\. Give"):
        match([ANA, Card("ana ")])


def test_the_legend_of_a_ring_tells_what_is_in_it_and_no_more():
    def legend(*cards):
        return " ".join(ring_chart(match(list(cards))).to_dict()["title"]["text"])

    alone = legend(Card("Eve", "Who knows a plumber?"))
    assert alone == "Hollow: the ask has no helper yet."
    served = legend(ANA, BEN, CHI, Card("Dan"))
    assert "Thick arrows: a circle of giving." in served
    assert "Pale: no ask." in served
    assert "Hollow" not in served
