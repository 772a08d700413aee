"""Introductions: who should meet, why, and who must never be suggested."""

from __future__ import annotations

import itertools
import math
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgive_lib.introductions import introduction_offers, suggest_introductions, triad
from netgive_lib.introductions import pairs as introduction_pairs
from netgive_lib.introductions.facts import MATCHING, Matching
from netgive_lib.introductions.words import in_sentence, job
from netgive_lib.network import Network, UnknownPersonError
from netgive_lib.offers import suggest_offers
from netgive_lib.sample import generate, load_sample, sample_today
from netgive_lib.schema import ME
from netgive_lib.topics import STANDARD
from tests.strategies import networks

TODAY = date(2026, 7, 1)
HIDDEN = {
    frozenset(pair.split(" and "))
    for pair in (
        "Noor and Teodor",
        "Samuel and Grace",
        "Tomás and Zainab",
        "Pavel and Ingrid",
        "Mattias and Amara",
        "Kwabena and Shreya",
        "Yusuf and Sofia",
        "Ruth and Philippa",
        "Chidi and Marguerite",
        "Jun and Clara",
    )
}
"""The ten of the sample's README, each of whom cares for what the other does."""


def two(lea=(), tom=()):
    """Lea sets type and loves title sequences; Tom makes those, and loves type. From different circles."""
    lea = {
        "id": "lea",
        "ring": 1,
        "circle": "Berlin",
        "title": "Type designer",
        "topics": ["Film titles"],
        **dict(lea),
    }
    tom = {
        "id": "tom",
        "ring": 1,
        "circle": "The club",
        "title": "Title designer",
        "topics": ["Fonts"],
        **dict(tom),
    }
    return Network().add("Lea Okafor", **lea).add("Tom Sato", **tom)


def suggested(network, **more):
    """The pairs that are suggested, as sets of ids, in order."""
    pairs = suggest_introductions(network, TODAY, **more).select("a", "b").rows()
    return [frozenset(pair) for pair in pairs]


def only(network):
    """The one suggestion there is."""
    frame = suggest_introductions(network, TODAY)
    assert frame.height == 1
    return frame.row(0, named=True)


def test_two_who_care_for_what_the_other_does_by_hand():
    found = only(two())
    assert (found["a"], found["a_name"], found["b"], found["b_name"]) == (
        "lea",
        "Lea Okafor",
        "tom",
        "Tom Sato",
    )
    assert found["why_a"] == "Lea Okafor cares about film titles, and Tom Sato is a title designer."
    assert found["why_b"] == "Tom Sato cares about fonts, and Lea Okafor is a type designer."
    assert found["topics"] == ["title sequences", "type design"]
    # Each does what the other cares for, and nobody else has to do with it; from two circles, and with no warmth.
    assert (found["fit"], found["hole"]) == pytest.approx((1.0, 1.0))
    assert found["yours"] == found["score"] == pytest.approx(MATCHING.cold)


@pytest.mark.parametrize(
    ("lea", "tom", "fit"),
    [
        # The same interest alone.
        ({"title": None, "topics": ["jazz"]}, {"title": None, "topics": ["Jazz"]}, 0.5),
        # Typography is near type design (0.5), and both do type design themselves (0.6).
        (
            {"topics": ["typography"]},
            {"title": "Type designer", "topics": ["type design"]},
            math.sqrt(0.5 * 0.6 * 0.6),
        ),
        # One side has nothing: no introduction at all.
        ({"topics": ["sailing"]}, {}, 0.0),
        ({"topics": None}, {}, 0.0),
    ],
)
def test_fit_is_the_geometric_mean_of_what_each_has(lea, tom, fit):
    found = suggest_introductions(two(lea, tom), TODAY)
    assert found["fit"].to_list() == pytest.approx([fit] if fit else [])


def test_a_topic_that_many_share_counts_less():
    network = two({"title": None, "topics": ["jazz"]}, {"title": None, "topics": ["jazz"]})
    for i in range(4):
        network = network.add(f"Sam {i}", id=f"s{i}", topics=["jazz" if i < 2 else "tea"], circle="Berlin")
    found = suggest_introductions(network, TODAY).filter(a="lea", b="tom")
    # Four of six people care for jazz: ln(7/4) / ln(7/2).
    rarity = 0.25 + 0.75 * math.log(7 / 4) / math.log(7 / 2)
    assert found["fit"].to_list() == pytest.approx([0.5 * rarity])


@pytest.mark.parametrize(
    ("lea", "hole"),
    [
        ({"circle": "The club"}, 0.5),
        ({"circle": None}, 0.75),
        ({"organization": "Halfmoon"}, 0.3),
        ({"organization": "Halfmoon", "circle": "The club"}, 0.15),
        ({"organization": "Freelance"}, 1.0),
    ],
)
def test_the_hole_is_smaller_where_they_may_meet_anyway(lea, hole):
    tom = {"organization": lea.get("organization")}
    assert only(two(lea, tom))["hole"] == pytest.approx(hole)


def test_contacts_in_common_close_the_hole_and_i_am_none():
    network = two()
    for i in range(2):
        network = network.add(f"Cleo {i}", id=f"c{i}")
    network = network.with_ties(pl.DataFrame({"a": ["c0", "lea"], "b": ["lea", "c1"]}))
    assert only(network)["hole"] == 1.0
    network = network.touch("c0", actor="tom", on=TODAY)
    assert only(network)["hole"] == pytest.approx(2 / 3)
    assert only(network.touch("tom", actor="c1", on=TODAY))["hole"] == pytest.approx(1 / 2)
    assert only(network.touch("tom", actor="c1", on=TODAY + timedelta(days=1)))["hole"] == pytest.approx(
        2 / 3
    )


@pytest.mark.parametrize(
    ("lea", "yours"),
    [
        ({"ring": 3}, 0.9 * 0.8),
        ({"ring": 4}, 0.8 * 0.8),
        ({"ring": 5}, 0.5 * 0.8),
        ({"ring": None}, 0.4 * 0.8),
        ({"trusts": False}, 0.6 * 0.8),
        ({"trusts": True, "knows": True}, 0.8),
    ],
)
def test_how_far_an_introduction_is_yours(lea, yours):
    assert only(two(lea))["yours"] == pytest.approx(math.sqrt(yours * 0.8))


def test_a_warm_tie_makes_it_more_yours():
    network = two().touch("lea", on=TODAY).touch("tom", on=TODAY - timedelta(days=7))
    assert only(network)["yours"] == pytest.approx(math.sqrt(1.0 * 0.9))


def test_never_two_who_know_each_other():
    assert suggested(two()) == [{"lea", "tom"}]
    for a, b in (("lea", "tom"), ("tom", "lea")):
        assert not suggested(two().with_ties(pl.DataFrame({"a": [a], "b": [b]})))
        assert not suggested(two().touch(a, actor=b, on=TODAY))
    assert suggested(two().touch("lea", actor="tom", on=TODAY + timedelta(days=1)))


def test_never_people_to_be_left_alone_or_strangers():
    assert not suggested(two({"leave_alone": True}))
    assert not suggested(two(tom={"knows": False}))
    assert suggested(two({"leave_alone": False}, {"knows": None}))


@pytest.mark.parametrize(
    ("what", "made"),
    [
        ("introduced her to Tom Sato", True),
        ("An INTRODUCTION to Tom", True),
        ("put her in touch with tom", True),
        ("an introduction to our director", False),
        ("introduced her to a games studio in Tomsk", False),
        ("Tom's favourite playlist", False),
        ("an introduction to Tom Berger", False),
        (None, False),
    ],
)
def test_never_an_introduction_that_was_made(what, made):
    network = two().add("Tom Berger", id="berger")
    assert bool(suggested(network.give("lea", what, on=TODAY))) is not made
    assert suggested(network.give("lea", what, on=TODAY + timedelta(days=1)))
    assert suggested(
        network.give(ME, what, actor="lea", on=TODAY)
    )  # what she gave me introduces nobody to her


@pytest.mark.parametrize(
    ("status", "made"), [("given", True), ("dropped", True), ("idea", False), ("chosen", False)]
)
def test_never_an_introduction_that_was_offered_or_dropped(status, made):
    offer = {"id": "o", "person": "lea", "status": status}
    by_text = two().with_rows(
        "offers",
        pl.DataFrame([{**offer, "kind": "introduction", "text": "Meet Tom: he draws titles by hand"}]),
    )
    by_asset = two().with_rows(
        "assets",
        pl.DataFrame([{"id": "x", "kind": "introduction", "title": "Tom, who draws titles by hand"}]),
    )
    by_asset = by_asset.with_rows("offers", pl.DataFrame([{**offer, "asset": "x"}]))
    other_kind = two().with_rows(
        "offers", pl.DataFrame([{**offer, "kind": "taste", "text": "Tom's ten titles"}])
    )
    assert bool(suggested(by_text)) is bool(suggested(by_asset)) is not made
    assert suggested(other_kind)


def test_what_one_asked_of_you_and_the_other_does():
    network = two({"topics": None}, {"title": "Documentary editor", "organization": "Halfmoon"}).ask(
        ME, "Who could cut a documentary?", actor="lea", on=TODAY - timedelta(days=180)
    )
    found = only(network)
    assert found["why_a"] == (
        "Among what Lea Okafor asked of you is “Who could cut a documentary”, "
        "and Tom Sato is a documentary editor at Halfmoon."
    )
    assert found["fit"] == pytest.approx(math.sqrt(0.5))  # half a year old: half as much
    forgotten = network.with_rows(
        "exchanges", network.exchanges.with_columns(date=pl.lit(TODAY - timedelta(days=500)))
    )
    assert not suggested(forgotten)


def test_what_one_gave_you_and_the_other_cares_for():
    network = two({"topics": ["letterpress"]}, {"title": None}).give(
        ME, "a morning at the letterpress workshop", actor="tom", on=TODAY
    )
    assert only(network)["why_a"] == (
        "Lea Okafor cares about letterpress, "
        "and among what Tom Sato gave you is “a morning at the letterpress workshop”."
    )


def test_a_client_is_something_to_who_does_the_work():
    network = two({"topics": ["sailing"]}, {"roles": ["client"], "title": None, "topics": ["type design"]})
    assert only(network)["why_a"] == (
        "Tom Sato is a client of yours and cares about type design, which is Lea Okafor's field."
    )
    assert not suggested(two({"topics": ["sailing"]}, {"title": None, "topics": ["type design"]}))


@pytest.mark.parametrize(
    ("tom", "end"),
    [
        ({"roles": ["friend", "mentor"]}, "; Tom has been a mentor to you and could be one to Lea."),
        ({"roles": ["adviser"]}, "; Tom has been an adviser to you and could be one to Lea."),
        ({"seniority": "senior"}, "; Tom is further along and could show the way."),
        ({"seniority": "peer"}, "."),
        ({"seniority": "junior", "roles": ["mentor"]}, "."),
    ],
)
def test_someone_junior_meets_someone_who_can_guide(tom, end):
    both = {"title": None, "topics": ["comics"]}
    network = two({**both, "given_name": "Lea", "seniority": "junior"}, {**both, "given_name": "Tom", **tom})
    found = only(network)
    assert found["why_a"] == f"Lea and Tom both care about comics{end}"
    assert found["why_b"] == "Tom and Lea both care about comics."
    guided = 1 - 0.5 * 0.7 if end != "." else 0.5
    assert found["fit"] == pytest.approx(math.sqrt(guided * 0.5))


def test_two_of_the_same_name_are_called_by_their_whole_names():
    found = only(two({"given_name": "Kim"}, {"given_name": "kim"}))
    assert found["why_a"] == "Lea Okafor cares about film titles, and Tom Sato is a title designer."
    found = only(two({"given_name": "Kim"}, {"given_name": "Tom"}))
    assert found["why_a"] == "Kim cares about film titles, and Tom is a title designer."


@pytest.mark.parametrize(
    ("title", "organization", "said"),
    [
        (
            "Head of exhibitions",
            "Museum of Small Things",
            "head of exhibitions at the Museum of Small Things",
        ),
        ("Owner", "Holm Ceramics", "the owner of Holm Ceramics"),
        ("Founder", None, "a founder"),
        ("UX designer", "Polderlab", "a UX designer at Polderlab"),
        ("Senior Art Director", "Fernwood", "Senior Art Director at Fernwood"),
        ("Film critic, podcast host", "The Back Row", "a film critic and podcast host at The Back Row"),
        ("Artist, creative coding", "Freelance", "a freelance artist (creative coding)"),
        ("Freelance writer", "freelance", "a freelance writer"),
        ("Former sign painter", "Retired", "a former sign painter"),
        (",", None, "a ,"),
    ],
)
def test_a_job_as_one_says_it(title, organization, said):
    assert job(title, organization, STANDARD) == said


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("Type design", "type design"),
        ("Timber", "timber"),
        ("UX", "UX"),
        ("A11y", "A11y"),
        ("Hong Kong cinema", "Hong Kong cinema"),
        ("Łódź", "Łódź"),
    ],
)
def test_a_topic_within_a_sentence(topic, said):
    assert in_sentence(topic, STANDARD) == said


# The sample


def test_the_ten_hidden_introductions_of_the_sample_come_first():
    network = load_sample("story")
    given = dict(network.people.select("id", "given_name").iter_rows())
    found = suggest_introductions(network, sample_today(network))
    pairs = [frozenset((given[a], given[b])) for a, b in found.select("a", "b").iter_rows()]
    assert set(pairs[: len(HIDDEN)]) == HIDDEN
    assert found.height == 50
    # ... and with room between the tenth and the eleventh: another day would not turn them.
    assert found["score"][9] > 1.05 * found["score"][10]


def test_the_sample_in_words():
    network = load_sample("story")
    day = sample_today(network)
    found = suggest_introductions(network, day, "kwabena-asare").row(0, named=True)
    assert (found["a"], found["b"]) == ("kwabena-asare", "shreya-banerjee")
    assert found["why_a"].startswith(
        "Kwabena cares about digital health, and Shreya is head of product (digital"
    )
    assert found["why_b"].startswith(
        "Shreya cares about A11y and product design, and Kwabena is a product designer"
    )
    for row in suggest_introductions(network, day, most=1000).iter_rows(named=True):
        for sentence in (row["why_a"], row["why_b"]):
            assert sentence.endswith(".")
            assert not [slip for slip in ("None", "..", " ,", "  ", " an a ", "the the ") if slip in sentence]


def test_nobody_in_the_sample_is_suggested_who_should_not_be():
    network = load_sample("story")
    found = suggest_introductions(network, sample_today(network), most=10_000)
    assert not {"viktor-sandoval", ME} & {*found["a"], *found["b"]}
    known = {frozenset(pair) for pair in network.ties.select("a", "b").iter_rows()}
    assert not known & {frozenset(pair) for pair in found.select("a", "b").iter_rows()}


# Properties

TOPICS = ["jazz", "Type design", "typography", "film titles", "AI", "gardens", "nonsuch"]
TITLES = [None, "Type designer", "Title designer", "Gardener", "Jazz musician", "Founder, gardens"]


@st.composite
def matching_networks(draw):
    """Up to seven people who have a lot to do with each other, and some ties and gives among them."""
    size = draw(st.integers(2, 7))
    ids = [f"p{i}" for i in range(size)]
    rows = [
        {
            "id": id,
            "name": f"Person {id}",
            "title": draw(st.sampled_from(TITLES)),
            "organization": draw(st.sampled_from([None, "Freelance", "Halfmoon", "Jazz Club"])),
            "circle": draw(st.sampled_from([None, "x", "y"])),
            "ring": draw(st.sampled_from([None, 1, 3, 5])),
            "seniority": draw(st.sampled_from([None, "junior", "senior"])),
            "knows": draw(st.sampled_from([None, True, True, False])),
            "roles": draw(st.lists(st.sampled_from(["mentor", "client", "peer"]), max_size=2)),
            "topics": draw(st.lists(st.sampled_from(TOPICS), max_size=3)),
            "leave_alone": draw(st.sampled_from([None, False, False, True])),
        }
        for id in ids
    ]
    network = Network().with_people(
        pl.DataFrame(rows, schema_overrides={"ring": pl.Int64, "knows": pl.Boolean})
    )
    pairs = list(itertools.combinations(ids, 2))
    for a, b in draw(st.lists(st.sampled_from(pairs), max_size=3)):
        network = network.give(b, "jazz records", actor=a, on=TODAY)
    for id in draw(st.lists(st.sampled_from(ids), max_size=2)):
        network = network.ask(ME, "any tips on gardens?", actor=id, on=TODAY - timedelta(days=50))
    return network


@settings(max_examples=60)
@given(matching_networks())
def test_each_pair_once_never_one_that_is_known_and_the_best_first(network):
    found = suggest_introductions(network, TODAY, most=1000)
    pairs = [frozenset(pair) for pair in found.select("a", "b").iter_rows()]
    assert len(pairs) == len(set(pairs))
    known = {frozenset(pair) for pair in network.exchanges.select("actor", "other").iter_rows()}
    assert not known & set(pairs)
    barred = network.people.filter(pl.col("leave_alone") | ~pl.col("knows"))["id"]
    assert not {ME, *barred} & set().union(*pairs)
    place = {id: i for i, id in enumerate(network.people["id"])}
    assert all(place[a] < place[b] for a, b in found.select("a", "b").iter_rows())
    for row in found.iter_rows(named=True):
        assert row["score"] == pytest.approx(row["fit"] * row["hole"] * row["yours"])
        assert all(0 < row[part] <= 1 for part in ("fit", "hole", "yours"))
        assert row["topics"]
    assert all(first >= second - 1e-9 for first, second in itertools.pairwise(found["score"]))


@settings(max_examples=40)
@given(matching_networks(), st.randoms(use_true_random=False))
def test_the_same_whatever_the_order_of_rows(network, random):
    def scores(some_network):
        found = suggest_introductions(some_network, TODAY, most=1000)
        return {
            frozenset([(row["a"], row["why_a"]), (row["b"], row["why_b"])]): round(row["score"], 9)
            for row in found.iter_rows(named=True)
        }

    order = list(range(network.people.height))
    random.shuffle(order)
    turned = Network(people=network.people[order], exchanges=network.exchanges.reverse())
    assert scores(turned) == scores(network) == scores(network)


@settings(max_examples=40)
@given(matching_networks())
def test_one_person_s_introductions_are_those_of_all_that_they_are_in(network):
    every = suggest_introductions(network, TODAY, most=1000)
    for id in network.others["id"]:
        found = suggest_introductions(network, TODAY, id, most=1000)
        assert set(found["a"]) <= {id}
        theirs = every.filter((pl.col("a") == id) | (pl.col("b") == id))
        other = pl.when(pl.col("a") == id).then("b").otherwise("a")
        expected = theirs.select(other, pl.col("score").round(9)).rows()
        assert sorted(found.select("b", pl.col("score").round(9)).rows()) == sorted(expected)


@settings(max_examples=40)
@given(networks(most_exchanges=6))
def test_any_network_has_an_answer(network):
    for person in (None, *network.others["id"]):
        found = suggest_introductions(network, TODAY, person)
        assert not found.null_count().select(pl.exclude("a_name", "b_name")).sum_horizontal()[0]


# Size


def test_pairs_beyond_the_first_are_looked_at_where_they_could_come_first(monkeypatch):
    network = generate(80, 800, 3)
    whole = suggest_introductions(network, TODAY, most=20)
    monkeypatch.setattr(introduction_pairs, "_AT_FIRST", 1)
    assert suggest_introductions(network, TODAY, most=20).equals(whole)
    assert suggest_introductions(network, TODAY, most=0).height == 0


def test_few_candidates_give_the_same_best_as_all():
    network = generate(400, 4000, 1)
    everything = Matching(most_a_topic=10**6, most_pairs=10**7)
    assert suggest_introductions(network, TODAY, most=20).equals(
        suggest_introductions(network, TODAY, most=20, matching=everything)
    )


# Offers, and the picture


def test_introductions_as_offers_stand_beside_the_assets():
    network = load_sample("story")
    day = sample_today(network)
    offers = introduction_offers(network, day, "noor-haddad", most=2)
    first = offers.row(0, named=True)
    assert first["title"] == "An introduction to Teodor Iliev"
    assert first["why"].startswith("Noor cares about film titles, and Teodor is director of film titles")
    assert (first["person"], first["name"], first["kind"]) == ("noor-haddad", "Noor Haddad", "introduction")
    assert offers.height == 2
    assert offers["asset"].null_count() == 2
    assets = suggest_offers(network, day, "noor-haddad").select(offers.columns)
    assert pl.concat([assets, offers]).height == assets.height + 2


def test_nobody_and_somebody_with_nothing():
    with pytest.raises(UnknownPersonError):
        suggest_introductions(two(), TODAY, "zoe")
    with pytest.raises(UnknownPersonError):
        introduction_offers(two(), TODAY, "zoe")
    assert not introduction_offers(two({"topics": None}), TODAY, "lea").height
    assert not suggest_introductions(Network(), TODAY).height
    assert not suggest_introductions(two(), TODAY, ME).height


def test_the_triad():
    picture = triad(two({"organization": "Halfmoon"}), TODAY, "lea", "tom")
    assert picture.nodes["id"].to_list() == [ME, "lea", "tom"]
    assert picture.nodes["label"].to_list()[1:] == ["Lea Okafor", "Tom Sato"]
    assert picture.nodes["detail"].to_list()[1:] == [
        "Type designer, Halfmoon, Berlin",
        "Title designer, The club",
    ]
    edges = {(row["a"], row["b"]): row for row in picture.edges.iter_rows(named=True)}
    assert {pair: (row["label"], row["known"]) for pair, row in edges.items()} == {
        (ME, "lea"): ("Berlin", True),
        (ME, "tom"): ("The club", True),
        ("lea", "tom"): (None, False),
    }
    at = {id: (x, y) for id, x, y in picture.nodes.select("id", "x", "y").iter_rows()}
    for (a, b), row in edges.items():
        assert (row["x"], row["y"], row["x2"], row["y2"]) == (*at[a], *at[b])
        assert math.dist(at[a], at[b]) == pytest.approx(1)


def test_the_triad_of_two_who_have_met():
    met = two().with_ties(pl.DataFrame({"a": ["tom"], "b": ["lea"], "how": ["met at your party"]}))
    assert triad(met, TODAY, "lea", "tom").edges.row(2, named=True)["label"] == "met at your party"
    assert triad(met, TODAY, "lea", "tom").edges["known"].all()
    assert triad(two().touch("lea", actor="tom", on=TODAY), TODAY, "lea", "tom").edges["known"].all()
    with pytest.raises(UnknownPersonError):
        triad(met, TODAY, "lea", "zoe")
