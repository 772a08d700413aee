"""The samples: what the story promises is in its tables, its exports come in whole, and made-up networks hold."""

from __future__ import annotations

import hashlib
import itertools
import re
import zipfile
from datetime import date, timedelta

import networkx as nx
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgive_lib import sources
from netgive_lib.describe import name_of
from netgive_lib.export import to_folder
from netgive_lib.network import Network
from netgive_lib.resources import folder
from netgive_lib.sample import NAMES, generate, load_sample, sample_today
from netgive_lib.sample.made_up import words
from netgive_lib.sample.synthetic import SHAPE
from netgive_lib.schema import ME, RINGS, TABLES
from netgive_lib.sources.bring import bring, gather
from netgive_lib.ties import PACE, ties

DATA = folder("data")
STORY = load_sample("story")
TODAY = date(2026, 11, 2)
TIES = {row["id"]: row for row in ties(STORY, TODAY).iter_rows(named=True)}


def between(person, network=STORY):
    """The exchanges with one person, in order."""
    return network.exchanges.filter((pl.col("actor") == person) | (pl.col("other") == person))


def of_me(person, kind):
    """What I gave, asked or sent one person."""
    return between(person).filter((pl.col("actor") == ME) & (pl.col("kind") == kind))


def from_them(person, kind):
    return between(person).filter((pl.col("actor") == person) & (pl.col("kind") == kind))


# Loading


def test_the_story_is_the_folder_cell_by_cell(tmp_path):
    to_folder(STORY, tmp_path)
    for table in TABLES:
        assert (tmp_path / f"{table}.csv").read_bytes() == (DATA / "story" / f"{table}.csv").read_bytes()
    assert sources.read(DATA / "story").problems == []


def test_the_story_imports_as_it_loads():
    network, report = bring(Network(), gather([DATA / "story"]))
    assert all(
        network.table(name).sort(TABLES[name].key).equals(STORY.table(name).sort(TABLES[name].key))
        for name in TABLES
    )
    assert report.possible_duplicates == []


def test_a_sample_that_is_not_there_is_refused_by_name():
    for name in ("nobody", "../story", ""):
        with pytest.raises(ValueError, match=re.escape(f"There is no sample {name!r}. There is story.")):
            load_sample(name)


def test_it_is_always_the_same_day_in_a_sample_and_never_in_ones_own():
    assert sample_today(STORY) == TODAY
    assert sample_today(Network()) is None
    for broken in ("", "tomorrow", "2026-13-01", "2026-11-02T10:00"):
        assert sample_today(Network().with_settings({"today": broken})) is None


def test_the_settings_that_the_pages_read_are_there():
    assert [STORY.setting(name) for name in ("my_name", "direction", "moves_a_week", "quiet_days")] == [
        "Ines Varga",
        "0.5",
        "2",
        "14",
    ]
    assert name_of(STORY.person(ME)) == "Ines Varga"


# The story


def test_the_figures_of_the_readme():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    assert STORY.size == 90 and "90 people" in text
    assert STORY.people["circle"].drop_nulls().n_unique() == 7 and "seven circles" in text
    assert set(STORY.people["ring"].drop_nulls()) == set(RINGS) and "five rings" in text
    assert STORY.ties.height == 131 and "131 ties" in text
    assert STORY.exchanges.height == 721 and "721 dated exchanges" in text
    assert STORY.assets.height == 18 and "18 assets" in text
    days = STORY.exchanges["date"]
    assert TODAY - timedelta(days=4 * 366) <= days.min() <= TODAY - timedelta(days=3.9 * 365)
    assert days.max() <= TODAY


def test_mentors_peers_juniors_clients_and_a_creative_director():
    roles = STORY.others["roles"].explode().value_counts()
    counts = dict(roles.iter_rows())
    assert counts["mentor"] >= 2 and counts["client"] >= 8 and counts["peer"] >= 10
    assert dict(STORY.others["seniority"].value_counts().iter_rows())["junior"] >= 5
    director = STORY.person("marguerite-adeyemi")
    assert director["title"] == "Executive creative director"
    assert "The latest thing" in director["topics"]
    latest = STORY.assets.filter(pl.col("kind") == "latest").explode("topics")
    assert "the latest thing" in latest["topics"].to_list()


def test_a_mentor_would_be_delighted_to_hear_from_me_again():
    ruth, tie = STORY.person("ruth-amsalem"), TIES["ruth-amsalem"]
    assert "mentor" in ruth["roles"] and ruth["ring"] == 2
    assert tie["dormant"] and tie["gap"] > 2 * 365 and tie["side"] == "theirs"


def test_people_have_gone_quiet_in_each_of_the_rings_that_can():
    dormant = pl.DataFrame([row for row in TIES.values() if row["dormant"]])
    assert dormant.height == 18
    assert set(dormant["ring"]) == {1, 2, 3, 4}


def test_tabs_are_lopsided_both_ways():
    sides = [row["side"] for row in TIES.values()]
    assert min(sides.count(side) for side in ("mine", "theirs", "split")) >= 15


def test_one_only_ever_asks():
    asks = from_them("dominic-farrell", "ask")
    assert asks.height == 5 and from_them("dominic-farrell", "give").is_empty()
    assert of_me("dominic-farrell", "give").height == 3
    began = between("dominic-farrell").filter(pl.col("actor") == "dominic-farrell")
    answers = began.filter(pl.col("kind") == "touch")
    assert answers["what"].to_list() == ["two lines back"]  # what came without an ask was an answer


def test_one_was_asked_three_times_and_brought_nothing():
    asks = of_me("katarzyna-wolska", "ask")
    gives = of_me("katarzyna-wolska", "give")
    assert asks.height == 3
    assert gives.filter(pl.col("date") >= asks["date"].min()).is_empty()
    assert from_them("katarzyna-wolska", "give").height == 3
    everyone = {id: (of_me(id, "ask"), of_me(id, "give")) for id in TIES}
    alone = [
        id
        for id, (asked, gave) in everyone.items()
        if asked.height >= 3 and gave.filter(pl.col("date") >= asked["date"].min()).is_empty()
    ]
    assert alone == ["katarzyna-wolska"]


def test_a_client_is_owed_most():
    owed = {id: row["received"] - row["given"] for id, row in TIES.items()}
    most = sorted(owed, key=lambda id: owed[id])[-2:]
    assert most[1] == "beatriz-montalvar" and owed[most[1]] > 2 * owed[most[0]]
    assert "client" in STORY.person("beatriz-montalvar")["roles"]


def test_juniors_owe_nothing_though_their_side_is_empty():
    juniors = STORY.others.filter((pl.col("seniority") == "junior") & pl.col("ring").is_not_null())["id"]
    mine = [id for id in juniors if TIES[id]["side"] == "mine"]
    assert set(mine) == set(juniors)
    assert [id for id in mine if TIES[id]["received"] == 0] == ["leo-castellanos", "meera-iyengar"]


def test_one_is_to_be_left_alone_and_one_has_not_answered_twice():
    assert STORY.people.filter(pl.col("leave_alone"))["id"].to_list() == ["viktor-sandoval"]
    unanswered = {}
    for id in TIES:
        senders = between(id)["actor"].to_list()
        unanswered[id] = len(list(itertools.takewhile(lambda actor: actor == ME, reversed(senders))))
    # A meeting is a row from each side on one day: its order says nothing about who answered.
    waiting = {id for id, count in unanswered.items() if count >= 2}
    assert waiting == {"jonas-ahlberg"}


def stems(text):
    return {word[:6] for word in re.findall(r"[a-z]+", (text or "").lower())} - {"of", "the", "and", "in"}


def cares_for_the_work_of(one, other):
    """The topics of `one` whose words are all in what `other` does."""
    return {topic for topic in one["topics"] or [] if stems(topic) and stems(topic) <= stems(other["title"])}


def test_ten_pairs_should_have_met_years_ago():
    known = set(STORY.ties.select("a", "b").iter_rows())
    pairs = set()
    for a, b in itertools.combinations(STORY.others.rows(named=True), 2):
        ab, ba = cares_for_the_work_of(a, b), cares_for_the_work_of(b, a)
        in_one_trade = ab == ba
        pair = tuple(sorted((a["id"], b["id"])))
        if ab and ba and not in_one_trade and a["circle"] != b["circle"] and pair not in known:
            pairs.add(pair)
    assert pairs == {
        ("amara-diallo", "mattias-lindholm"),
        ("chidi-nwabara", "marguerite-adeyemi"),
        ("clara-whitfield", "jun-kitahama"),
        ("grace-muthoni", "samuel-osei"),
        ("ingrid-solheim", "pavel-horinek"),
        ("kwabena-asare", "shreya-banerjee"),
        ("noor-haddad", "teodor-iliev"),
        ("philippa-dunmore", "ruth-amsalem"),
        ("sofia-papadaki", "yusuf-akarsu"),
        ("tomas-herrera", "zainab-qureshi"),
    }


def test_topics_and_ties_are_there_for_what_builds_on_them():
    assert STORY.others["topics"].null_count() == 0
    rated = STORY.others.filter(pl.col("ring").is_not_null())["id"]
    tied = set(STORY.ties["a"]) | set(STORY.ties["b"])
    assert len(set(rated) - tied) <= len(rated) // 5


# The story is consistent


def test_a_meeting_is_a_touch_from_each_side():
    met = STORY.exchanges.filter((pl.col("kind") == "touch") & pl.col("channel").is_in(["in person", "call"]))
    there = set(met.select("date", "actor", "other", "what", "channel").iter_rows())
    assert all((day, other, actor, *rest) in there for day, actor, other, *rest in there)
    assert met.height == len(there)


def test_birthday_wishes_come_on_the_birthday():
    wishes = STORY.exchanges.filter(pl.col("what") == "birthday wishes")
    assert wishes.height > 20
    for day, other in wishes.select("date", "other").iter_rows():
        assert STORY.person(other)["birthday"].endswith(f"{day:%m-%d}")


def test_what_names_a_day_of_the_week_or_a_season_happens_then():
    named = [
        (day, what)
        for day, what in STORY.exchanges.select("date", "what").iter_rows()
        if re.match(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (session|matinee|soup|drawing)", what)
    ]
    assert len(named) > 5
    assert all(what.startswith(f"{day:%A}") for day, what in named)
    for words_, months in {
        "Christmas party|season's greetings|mulled": {12},
        "swim": {6, 7, 8},
        "snow": {1, 2, 12},
    }.items():
        rows = STORY.exchanges.filter(pl.col("what").str.contains(words_))
        assert set(rows["date"].dt.month()) <= months


def test_each_ask_that_was_made_was_an_exchange_on_that_day():
    for ask in STORY.asks.iter_rows(named=True):
        days = of_me(ask["person"], "ask")["date"].to_list()
        assert (ask["created"] in days) == (ask["status"] != "draft")
        if ask["status"] == "granted":
            gives = from_them(ask["person"], "give")
            assert gives.filter(
                pl.col("date").is_between(ask["created"], ask["created"] + timedelta(days=14))
            ).height
    assert set(STORY.asks["status"]) == {"draft", "made", "granted", "declined"}


def test_offers_assets_and_moves_fit_together():
    assets = set(STORY.assets["id"])
    offers = {row["id"]: row for row in STORY.offers.iter_rows(named=True)}
    assert {row["asset"] for row in offers.values()} - {None} <= assets
    assert {row["status"] for row in offers.values()} == {"idea", "chosen", "given", "dropped"}
    assert all(day >= TODAY for day in STORY.assets["good_until"].drop_nulls())
    for move in STORY.moves.iter_rows(named=True):
        offer = offers.get(move["offer"])
        assert offer is None or offer["person"] == move["person"]
        if move["status"] == "done":
            given = of_me(move["person"], "give").filter(pl.col("date") == move["on"])
            assert given.height == 1 and offer["status"] == "given"
        assert (move["status"] == "planned") == (move["on"] >= TODAY)


def everyones_text():
    paths = [
        *(DATA / "story").iterdir(),
        *(DATA / "exports").iterdir(),
        DATA / "words.json",
        DATA / "README.md",
    ]
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths if path.suffix != ".zip"}
    with zipfile.ZipFile(DATA / "exports" / "linkedin.zip") as archive:
        texts |= {name: archive.read(name).decode() for name in archive.namelist()}
    return texts


PHONE = re.compile(r"\+\d[\d ]{7,}")
KEPT_FOR_FICTION = re.compile(r"\+44 (20 7946 0\d{3}|7700 900\d{3})|\+49 30 23125 \d{3}")
"""Ofcom's numbers for drama, and the Bundesnetzagentur's."""


def test_nobody_can_be_reached():
    for name, text in everyones_text().items():
        for domain in re.findall(r"[\w.+-]+@([\w.-]+\w)", text):
            assert re.fullmatch(r"(.+\.)?example\.(com|org|net)", domain), (name, domain)
        for slug in re.findall(r"linkedin\.com/in/([\w%-]+)", text):
            assert slug.endswith("-sample"), (name, slug)
        for number in PHONE.findall(text):
            assert KEPT_FOR_FICTION.fullmatch(number.strip()), (name, number)
    assert len(PHONE.findall(everyones_text()["people.csv"])) == 29


# The exports


def imported(*files, into=None):
    network, report = bring(into or Network(), gather([DATA / "exports" / file for file in files]))
    return network, report


def counts(report):
    told = report.as_json()
    return told["people"], told["exchanges"]


def test_linkedin_comes_in_as_the_readme_says():
    network, report = imported("linkedin.zip")
    assert counts(report) == ({"read": 78, "new": 78, "merged": 0}, {"read": 116, "new": 116})
    assert report.problems == [] and report.possible_duplicates == []
    assert sorted(report.skipped.values()) == [1, 1, 1, 2]
    assert name_of(network.person(ME)) == "Ines Varga"
    gives = network.exchanges.filter(pl.col("kind") == "give")
    assert (gives.filter(pl.col("actor") == ME).height, gives.filter(pl.col("other") == ME).height) == (7, 6)
    fresh = set(network.others["name"]) - set(STORY.others["name"])
    assert len(fresh) == 15


def test_google_comes_in_as_the_readme_says():
    network, report = imported("google-contacts.csv")
    assert counts(report) == ({"read": 40, "new": 40, "merged": 0}, {"read": 0, "new": 0})
    assert [(problem.line, "1990-02-31" in problem.problem) for problem in report.problems] == [(10, True)]
    assert list(report.skipped.values()) == [1]
    assert network.others.filter(pl.col("name").is_null())["emails"].to_list() == [
        ["the.bookbinder@example.net"]
    ]
    circles = set(STORY.people["circle"].drop_nulls())
    assert set(network.others["circle"].drop_nulls()) == circles


def test_the_phones_cards_come_in_as_the_readme_says():
    network, report = imported("phone.vcf")
    assert counts(report) == ({"read": 25, "new": 25, "merged": 0}, {"read": 0, "new": 0})
    assert len(report.problems) == 1
    assert STORY.others.filter(pl.col("name").is_in(network.others["name"].implode())).height == 25
    assert network.person(network.find("Rosa Delgado"))["birthday"] == "--06-08"


EXPORTS = ("linkedin.zip", "google-contacts.csv", "phone.vcf")


@pytest.mark.parametrize("order", list(itertools.permutations(EXPORTS)))
def test_over_the_story_the_exports_add_only_who_is_new(order):
    network, report = imported(*order, into=STORY)
    assert network.size == 90 + 15 + 1  # the connections that are nowhere else, and the bookbinder
    assert network.exchanges.height == 721 + 19  # what Ines had not brought in yet
    assert report.possible_duplicates == []
    again, second = imported(*order, into=network)
    assert second.people_new == second.exchanges_new == 0
    assert all(again.table(name).equals(network.table(name)) for name in TABLES)


def test_the_exports_overlap_so_that_three_accounts_give_one_network():
    network, report = imported(*EXPORTS)
    assert report.people_merged > 30
    names = network.others["name"].drop_nulls()
    twice = {name for name in names if names.to_list().count(name) > 1}
    assert twice == {network.person(pair["a"])["name"] for pair in report.possible_duplicates}
    again, second = imported(*EXPORTS, into=network)
    assert second.people_new == second.exchanges_new == 0 and again.size == network.size


# Made-up networks


sizes = st.tuples(st.integers(1, 300), st.integers(0, 900))


@settings(max_examples=25)
@given(sizes, st.integers(-5, 2**40), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_size_is_exact_and_whole(size, seed, today):
    network = generate(*size, seed, today)
    assert (network.size, network.exchanges.height) == size
    assert sample_today(network) == today
    assert (network.exchanges["date"] <= today).all()
    mine = (network.exchanges["actor"] == ME) ^ (network.exchanges["other"] == ME)
    assert mine.all()
    assert network.others["name"].is_unique().all()
    assert (network.ties["a"] < network.ties["b"]).all()


@settings(max_examples=10)
@given(sizes, st.integers(0, 2**40))
def test_the_same_seed_gives_an_equal_network(size, seed):
    one, other = generate(*size, seed), generate(*size, seed)
    assert all(one.table(name).equals(other.table(name)) for name in TABLES)


def test_another_seed_gives_another_network():
    one, other = generate(50, 300, 1), generate(50, 300, 2)
    assert not one.people.equals(other.people) and not one.exchanges.equals(other.exchanges)


def test_a_seed_gives_the_same_on_every_machine():
    network = generate(60, 400, 7)
    rows = repr([network.table(name).rows() for name in TABLES])
    assert hashlib.sha256(rows.encode()).hexdigest()[:16] == "0e4bb54bcd6c0d31"


def test_sizes_that_cannot_be_are_refused():
    assert generate(0, 0, 1).size == 0
    for size, said in {(0, 1): "one person at least", (-1, 0): "below 0", (5, -1): "below 0"}.items():
        with pytest.raises(ValueError, match=said):
            generate(*size, 1)


@pytest.fixture(scope="module")
def large():
    return generate(3_000, 40_000, 3)


@pytest.fixture(scope="module")
def large_ties(large):
    return ties(large, TODAY).join(large.people.drop("ring"), on="id")


def test_rings_are_layers_and_a_third_is_unrated(large):
    sizes = dict(large.others["ring"].value_counts().iter_rows())
    assert [sizes[ring] for ring in RINGS[:4]] == list(SHAPE.layers)
    assert sizes[None] == pytest.approx(3_000 * SHAPE.unrated, rel=0.1)
    small = generate(90, 0, 1).others["ring"]
    assert small.null_count() < 15


def test_inner_rings_exchange_more_and_a_few_people_have_most(large_ties):
    mean = dict(large_ties.group_by("ring").agg(pl.col("exchanges").mean()).iter_rows())
    assert mean[1] > mean[2] > mean[4] > mean[5] > mean[None]
    exchanges = large_ties["exchanges"].sort(descending=True)
    assert exchanges.head(300).sum() > 0.4 * exchanges.sum()  # a tenth of the people
    assert (exchanges == 0).sum() > 300


def test_many_have_gone_quiet_and_tabs_lean_both_ways(large_ties):
    rated = large_ties.filter(pl.col("warmth").is_not_null())
    assert 0.1 < rated["dormant"].mean() < 0.4
    # Whoever has not gone quiet was in contact at the rhythm of the ring, where there is enough on record.
    busy = rated.filter(pl.col("exchanges") > 40, ~pl.col("dormant"))
    assert busy["warmth"].median() > 0.4
    sides = dict(large_ties["side"].value_counts(normalize=True).iter_rows())
    assert min(sides[side] for side in ("mine", "theirs", "split")) > 0.1


def test_meetings_and_granted_asks_are_two_rows(large):
    rows = large.exchanges
    met = rows.filter(pl.col("channel").is_in(["in person", "call"]) & (pl.col("kind") == "touch"))
    there = met.select("date", "actor", "other", "what", "channel")
    swapped = there.rename({"actor": "other", "other": "actor"}).select(there.columns)
    assert there.sort(there.columns).equals(swapped.sort(there.columns))
    assert met.height == pytest.approx(40_000 * SHAPE.meetings, abs=2)
    asks = rows.filter(pl.col("kind") == "ask")
    gives = rows.filter(pl.col("kind") == "give")
    answered = asks.join(
        gives, left_on=["actor", "other", "what"], right_on=["other", "actor", "what"], how="inner"
    ).filter((pl.col("date_right") - pl.col("date")).dt.total_days().is_between(0, 10))
    assert answered["id"].n_unique() >= 40_000 * SHAPE.granted / 2 - 1


def test_circles_are_unequal_and_ties_cluster_in_them(large):
    sizes = large.others["circle"].value_counts(sort=True).drop_nulls()["count"]
    assert len(sizes) >= 10 and sizes[0] > 5 * sizes[-1]
    graph = nx.Graph(large.ties.select("a", "b").rows())
    chance = 2 * graph.number_of_edges() / graph.number_of_nodes() ** 2
    assert nx.transitivity(graph) > 20 * chance
    circle = dict(large.others.select("id", "circle").iter_rows())
    across = [
        pair
        for pair in graph.edges
        if None not in map(circle.get, pair) and len(set(map(circle.get, pair))) == 2
    ]
    assert 0 < len(across) < 0.2 * graph.number_of_edges()


def test_made_up_people_are_nobody(large):
    people = large.others
    assert people["emails"].explode().drop_nulls().str.contains(r"^[a-z-]+@example\.(com|org|net)$").all()
    assert people["url"].drop_nulls().str.contains(r"^https://www\.linkedin\.com/in/[a-z-]+-sample$").all()
    assert people["phones"].null_count() == people.height
    assert people["birthday"].drop_nulls().str.contains(r"^(\d{4}|-)-\d\d-\d\d$").all()
    for column in ("organization", "title", "city", "topics", "birthday", "connected_on", "seniority"):
        assert 0 < people[column].null_count() < people.height
    assert (people["connected_on"].drop_nulls() <= TODAY).all()


def test_there_are_names_for_more_people_than_words():
    network = generate(40_000, 0, 1)
    assert network.others["name"].n_unique() == 40_000
    assert network.others["name"].str.contains("-").mean() < 0.3
    with pytest.raises(ValueError, match="names for 7,077,888 people"):
        generate(7_077_889, 0, 1)


def test_the_words_are_enough_and_different():
    for kind in ("given", "family"):
        rows = words()[kind]
        assert len(rows) == 16 and len({word for row in rows for word in row}) == 16 * 12
    assert len(set(words()["topics"])) == len(words()["topics"]) >= 60


def test_the_pace_is_kept_by_close_ones_who_are_in_touch():
    network = generate(200, 20_000, 5)
    inner = ties(network, TODAY).filter((pl.col("ring") == 1) & ~pl.col("dormant"))
    assert (inner["gap"] <= 3 * PACE.rhythm[0]).all() and inner.height


def test_there_is_something_to_bring(large):
    assert large.assets["kind"].n_unique() == 9 and large.assets.height == 18
    assert (large.assets["good_until"].drop_nulls() > TODAY).all()


def test_the_names_of_the_samples_are_folders():
    assert [path.name for path in sorted(DATA.iterdir()) if (path / "people.csv").exists()] == list(NAMES)
