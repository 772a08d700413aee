"""Who is who: when two descriptions are one person, when they are listed, and that nothing comes in twice."""

from __future__ import annotations

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from netgive_lib.network import Network
from netgive_lib.schema import ME
from netgive_lib.sources.found import Found, Happened, Problem, Someone
from netgive_lib.sources.keys import email_key, is_shared_mailbox, keys, person_id, phone_key, url_key
from netgive_lib.sources.merge import merge

DAY = date(2026, 3, 1)


def found(*people, exchanges=(), ties=(), format="test", me=None):
    return Found(format, list(people), me, list(exchanges), list(ties))


def names(network):
    return sorted(network.others["name"].to_list())


def test_the_same_profile_is_the_same_person_even_under_another_name():
    network, _ = merge(Network(), found(Someone("1", name="Ana Lopes", url="linkedin.com/in/ana")))
    network, report = merge(
        network, found(Someone("x", name="Ana Lopes Reis", url="https://www.linkedin.com/in/ana/"))
    )
    assert (network.size, report.people_new, report.people_merged) == (1, 0, 1)


def test_the_same_address_is_the_same_person_whatever_its_case():
    network, report = merge(
        Network(),
        found(Someone("1", name="Ana", emails=["Ana@Example.com"]), Someone("2", emails=["ana@example.com"])),
    )
    assert network.size == 1
    assert report.people_read == report.people_new + report.people_merged == 2


def test_a_shared_phone_joins_only_people_whose_names_agree():
    home = "+44 20 7946 0123"
    network, report = merge(
        Network(),
        found(
            Someone("1", name="Ana Lopes", phones=[home]),
            Someone("2", name="Rui Lopes", phones=["020 7946 0123"]),
            Someone("3", name="Lopes, Ana", phones=["(020) 7946-0123"]),
        ),
    )
    assert names(network) == ["Ana Lopes", "Rui Lopes"]
    assert report.possible_duplicates == []


def test_a_mailbox_of_an_office_joins_nobody_of_another_name():
    people = [Someone(name, name=name, emails=["info@example.com"]) for name in ("Ana Lopes", "Kei Mori")]
    network, report = merge(Network(), found(*people))
    assert names(network) == ["Ana Lopes", "Kei Mori"]
    assert report.possible_duplicates == []


def test_the_same_name_needs_agreement_elsewhere():
    network, _ = merge(Network(), found(Someone("1", name="Ana Lopes", organization="Atelier Blau")))
    agreeing = found(Someone("2", name="ana  lopes", organization="atelier blau", emails=["ana@example.com"]))
    merged, report = merge(network, agreeing)
    assert (merged.size, report.possible_duplicates) == (1, [])
    apart, report = merge(network, found(Someone("2", name="Ana Lopes", organization="Harbour Films")))
    assert apart.size == 2
    assert {"a", "b", "why"} == set(report.possible_duplicates[0])


def test_one_name_at_one_company_with_two_profiles_are_two_people():
    network, _ = merge(
        Network(), found(Someone("1", name="Kim Lee", organization="Acme", url="linkedin.com/in/kim1"))
    )
    network, report = merge(
        network, found(Someone("2", name="Kim Lee", organization="Acme", url="linkedin.com/in/kim2"))
    )
    assert network.size == 2
    assert len(report.possible_duplicates) == 1


def test_two_people_who_are_there_are_never_made_one():
    network = Network().add("Ana", emails=["a@example.com"]).add("Ana", emails=["b@example.com"])
    network, report = merge(
        network, found(Someone("1", name="Ana", emails=["a@example.com", "b@example.com"]))
    )
    assert network.size == 2
    assert len(report.possible_duplicates) == 1


def test_what_is_there_stays_and_lists_are_united():
    network = Network().add("Ana Lopes", emails=["a@example.com"], title="Director", topics=["film"])
    more = Someone(
        "1",
        name="A. Lopes",
        emails=["a@example.com", "ana@example.org"],
        title="Intern",
        topics=["Film", "type"],
    )
    network, _ = merge(network, found(more))
    row = network.others.row(0, named=True)
    assert (row["name"], row["title"]) == ("Ana Lopes", "Director")
    assert row["emails"] == ["a@example.com", "ana@example.org"]
    assert row["topics"] == ["film", "type"]
    assert row["sources"] == ["test"]


def test_someone_only_mentioned_comes_in_only_if_i_wrote_to_them():
    one = Someone("1", name="Kei Mori", url="linkedin.com/in/kei", known=False)
    two = Someone("2", name="A Recruiter", url="linkedin.com/in/recruiter", known=False)
    network, report = merge(
        Network(),
        found(
            one,
            two,
            exchanges=[Happened(DAY, ME, "touch", "1"), Happened(DAY, "2", "touch", ME)],
        ),
    )
    assert names(network) == ["Kei Mori"]
    assert network.exchanges.height == 1
    assert list(report.skipped.values()) == [1]


def test_a_mention_by_name_alone_finds_the_one_person_of_that_name():
    network = Network().add("Kei Mori")
    touch = Happened(DAY, "1", "touch", ME)
    network, _ = merge(network, found(Someone("1", name="Kei Mori", known=False), exchanges=[touch]))
    assert network.exchanges.height == 1
    two = Network().add("Kei Mori").add("Kei Mori")
    two, report = merge(two, found(Someone("1", name="Kei Mori", known=False), exchanges=[touch]))
    assert two.exchanges.height == 0
    assert sum(report.skipped.values()) == 1


def test_five_messages_of_a_day_of_which_three_are_there_add_two():
    ana = Someone("1", name="Ana", emails=["a@example.com"])
    network, _ = merge(Network(), found(ana, exchanges=[Happened(DAY, ME, "touch", "1")] * 3))
    network, report = merge(network, found(ana, exchanges=[Happened(DAY, ME, "touch", "1")] * 5))
    assert network.exchanges.height == 5
    assert report.exchanges_new == 2
    assert network.exchanges["id"].n_unique() == 5


def test_me_is_filled_and_never_becomes_another_person():
    network, report = merge(
        Network(),
        found(
            Someone("1", name="Ines Duarte", emails=["ines@example.com"]),
            me=Someone("me", name="Ines Duarte", emails=["ines@example.com"]),
        ),
    )
    assert network.size == 0
    assert network.person(ME)["name"] == "Ines Duarte"
    assert report.people_new == 0


def test_ties_name_people_and_come_in_once():
    source = found(
        Someone("1", name="Ana", emails=["a@example.com"]),
        Someone("2", name="Kei", emails=["k@example.com"]),
        ties=[("2", "1", "school"), ("1", "2", "school"), ("1", "1", "herself")],
    )
    network, report = merge(Network(), source)
    assert network.ties.height == report.ties_new == 1
    _, again = merge(network, source)
    assert again.ties_new == 0


def test_a_table_of_its_own_wins_over_what_is_kept():
    network = Network().with_people(
        pl.DataFrame({"id": ["ana"], "name": ["Ana"], "ring": [4], "note": ["old"]})
    )
    tables = {
        "people": pl.DataFrame(
            {"id": ["ana"], "ring": [1], "note": [None]}, schema_overrides={"note": pl.String}
        )
    }
    network, report = merge(network, Found("netgive tables", tables=tables))
    row = network.person("ana")
    assert (row["name"], row["ring"], row["note"]) == ("Ana", 1, None)
    assert (report.people_read, report.people_new, report.people_merged) == (1, 0, 1)


def test_a_row_that_names_nobody_or_breaks_a_rule_is_a_problem_and_costs_no_other():
    people = pl.DataFrame({"id": ["ana", "kei"], "name": ["Ana", "Kei"], "ring": [9, 2]})
    exchanges = pl.DataFrame(
        {
            "date": [DAY, DAY, DAY],
            "actor": [ME, ME, ME],
            "kind": ["give", "give", "gift"],
            "other": ["kei", "nobody", "kei"],
        }
    )
    network, report = merge(
        Network(), Found("netgive tables", tables={"people": people, "exchanges": exchanges})
    )
    assert network.others["id"].to_list() == ["kei"]
    assert network.exchanges.height == 1
    assert len(report.problems) == 3
    assert any("nobody" in problem.problem for problem in report.problems)


def test_tables_without_ids_get_them_and_come_in_once():
    tables = {
        "people": pl.DataFrame({"name": ["Ana"], "emails": [["a@example.com"]]}),
        "assets": pl.DataFrame({"kind": ["news"], "title": ["A new colour film"]}),
    }
    network, _ = merge(Network(), Found("netgive tables", tables=tables))
    network, _ = merge(network, Found("netgive tables", tables=tables))
    assert (network.size, network.assets.height) == (1, 1)


def test_the_report_has_the_keys_that_scripts_rely_on():
    source = found(Someone("1", name="Ana"))
    source.problems.append(Problem("a.csv", 3, "The date can't be read."))
    source.files.append(("a.csv", "test"))
    _, report = merge(Network(), source)
    assert report.as_json() == {
        "people": {"read": 1, "new": 1, "merged": 0},
        "exchanges": {"read": 0, "new": 0},
        "ties": {"read": 0, "new": 0},
        "possible_duplicates": [],
        "sources": [{"file": "a.csv", "format": "test"}],
        "problems": [{"file": "a.csv", "line": 3, "problem": "The date can't be read."}],
        "skipped": {},
    }


_texts = st.sampled_from(["Ana Lopes", "Kei Mori", "Rui", "Ana", None])
_people = st.builds(
    lambda name, email, phone, org: Someone(
        "?", name=name, emails=[email] if email else [], phones=[phone] if phone else [], organization=org
    ),
    _texts,
    st.sampled_from(["a@example.com", "b@example.com", "info@example.com", None]),
    st.sampled_from(["+44 20 7946 0123", "020 7946 0123", "+1 555 0100", None]),
    st.sampled_from(["Acme", None]),
)


@given(st.lists(_people, max_size=8))
def test_the_same_source_twice_adds_nothing(people):
    for number, someone in enumerate(people):
        someone.ref = str(number)
    source = found(*people, exchanges=[Happened(DAY, ME, "touch", someone.ref) for someone in people])
    once, first = merge(Network(), source)
    twice, second = merge(once, source)
    assert second.people_new == second.exchanges_new == 0
    assert twice.people["id"].equals(once.people["id"])
    assert twice.exchanges.equals(once.exchanges)
    assert first.people_read == first.people_new + first.people_merged == len(people)
    assert once.exchanges.height == len(people)


def test_keys_are_normal_forms():
    assert email_key(" Ana@Example.COM ") == "email:ana@example.com"
    assert (
        url_key("HTTPS://www.LinkedIn.com/in/Ana/?x=1")
        == url_key("linkedin.com/in/ana")
        == "url:linkedin.com/in/ana"
    )
    assert phone_key("12 34 56") is None
    profile, page = "linkedin.com/in/ana", "linkedin.com/company/blau"
    addresses = ["ana@example.com", "office@example.com"]
    assert [own for _, own in keys(profile, addresses, ["+15550100123"])] == [True, True, False, False]
    assert [own for _, own in keys(page, [], [])] == [False]


def test_one_mailbox_is_one_key_however_it_is_written():
    assert email_key("Zoe.Obi+news@gmail.com") == email_key("zoeobi@googlemail.com")
    assert email_key("zoe.obi@example.com") != email_key("zoeobi@example.com")
    assert email_key("zoe+x@example.com") == email_key("zoe@example.com.")


def test_mailboxes_of_offices_families_and_couples_are_shared():
    shared = ["info", "sales-uk", "info+ana", "the.obi.family", "ana.and.rui", "hans.und.greta", "2024"]
    assert all(is_shared_mailbox(f"{box}@example.com") for box in shared)
    assert not any(
        is_shared_mailbox(f"{box}@example.com") for box in ("ana", "ana.lopes", "e.y", "ines+info")
    )


def test_a_phone_is_one_key_with_and_without_its_country():
    same = [
        ("+32 2 555 01 01", "02 555 01 01"),
        ("0044 20 7946 0321", "+44 (0)20 7946 0321"),
        ("+47 2222 3333", "22223333"),
    ]
    assert all(phone_key(one) == phone_key(other) for one, other in same)
    assert phone_key("+1 206 555 0144 ext. 12") == phone_key("206-555-0144 x13")
    assert phone_key("000 000 0000") is None


@given(st.lists(st.text(min_size=1, max_size=3), min_size=2, max_size=30, unique=True))
def test_ids_of_people_without_a_name_in_plain_letters_differ(keys_of_theirs):
    assert len({person_id(None, key) for key in keys_of_theirs}) == len(keys_of_theirs)
    assert person_id("王小明", "k") != person_id("李伟", "k")


def _met(weight, channel="meeting", day=DAY):
    return Happened(day, ME, "touch", "1", weight=weight, channel=channel)


def test_a_contact_that_two_files_tell_of_counts_once_a_day():
    ana = Someone("1", name="Ana", emails=["a@example.com"])
    network, _ = merge(Network(), found(ana, exchanges=[_met(1.0)], format="iCalendar"))
    for format, weight in (("iCalendar", 0.5), ("Outlook calendar", 1.0), ("iCalendar", 1.0)):
        network, report = merge(network, found(ana, exchanges=[_met(weight)], format=format))
        assert (network.exchanges.height, report.exchanges_new) == (1, 0)
    back = Happened(DAY, "1", "touch", ME, channel="meeting")
    others = [_met(1.0, "email"), _met(1.0, day=date(2026, 3, 2)), back]
    network, report = merge(network, found(ana, exchanges=others, format="other"))
    assert report.exchanges_new == 3


def test_a_contact_that_one_folder_tells_of_twice_counts_once_as_the_larger():
    people = [
        Someone("1", name="Ana", emails=["a@example.com", "b@example.com"]),
        Someone("2", emails=["b@example.com"]),
    ]
    happened = [_met(0.5), Happened(DAY, ME, "touch", "2", channel="meeting", source="Outlook"), _met(0.25)]
    source = found(*people, exchanges=happened)
    network, _ = merge(Network(), source)
    assert network.exchanges.select("weight", "source").rows() == [(1.0, "Outlook")]
    _, report = merge(network, source)
    assert report.exchanges_new == 0


def test_messages_on_linkedin_count_one_by_one():
    ana = Someone("1", name="Ana", emails=["a@example.com"])
    network, _ = merge(Network(), found(ana, exchanges=[_met(1.0, "linkedin")] * 2))
    network, _ = merge(network, found(ana, exchanges=[_met(1.0, "linkedin")] * 3))
    assert network.exchanges.height == 3


def test_gives_and_what_has_no_channel_are_kept_however_many_a_day():
    ana = Someone("1", name="Ana", emails=["a@example.com"])
    happened = [Happened(DAY, ME, "give", "1", "a book", channel="meeting"), Happened(DAY, ME, "touch", "1")]
    network, _ = merge(Network(), found(ana, exchanges=happened, format="one"))
    network, _ = merge(network, found(ana, exchanges=happened, format="other"))
    assert network.exchanges.height == 4
