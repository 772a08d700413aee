"""Names: how they are taken apart, and when two can be one person's."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netgive_lib.network import fold
from netgive_lib.sources.name_parts import parse
from netgive_lib.sources.name_words import word_set
from netgive_lib.sources.personal_names import Likeness, likeness, name_keys


@pytest.mark.parametrize(
    ("name", "words", "generation"),
    [
        ("Dr. Zoë Obi, PhD, FRCP", ("zoe", "obi"), None),
        ("Okafor Jr., Dr. James K.", ("james", "k", "okafor"), "jr"),
        ("Sr. Juan Pérez", ("juan", "perez"), None),
        ("Juan Pérez Sr.", ("juan", "perez"), "sr"),
        ("Juan Pérez (hijo)", ("juan", "perez"), "jr"),
        ("Hans Maier jun.", ("hans", "maier"), "jr"),
        ("ifj. Szepesi Pál", ("szepesi", "pal"), "jr"),
        ("Pavel Novotný st.", ("pavel", "novotny"), "sr"),
        ("Pavel St. John", ("pavel", "st", "john"), None),
        ("Ito Jun", ("ito", "jun"), None),
        ("Abdel Rahman El Masry", ("abdelrahman", "masry"), None),
        ("Mohammad Abdul Rahman", ("mohammad", "abdul", "rahman"), None),
        ("LOPES, ANA", ("ana", "lopes"), None),
        ("van der Berg, Piet", ("piet", "berg"), None),
        ("Prof. Dr. h.c. Hans Meier", ("hans", "meier"), None),
        ("Jennifer Quist (she/her)", ("jennifer", "quist"), None),
        ("Ian Mac Donald", ("ian", "macdonald"), None),
        ("Wang Xiao-Ming", ("xiaoming", "wang"), None),
        ("Kim Min-su", ("minsu", "kim"), None),
        ("Kim Basinger", ("kim", "basinger"), None),
        ("王小明", ("xiaoming", "王"), None),
        ("山田 太郎", ("tailang", "山田"), None),
        ("김민수", ("minsu", "김"), None),
        ("Екатерина Иванова", ("ekaterina", "ivanova"), None),
        ("Max Born", ("max", "born"), None),
        ("Dr.", ("dr",), None),
        ("🚀", (), None),
        ("", (), None),
    ],
)
def test_a_name_is_taken_apart(name, words, generation):
    parsed = parse(name)
    assert (parsed.words, parsed.generation) == (tuple(map(fold, words)), generation)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Okafor, James", "James Okafor", "SAME"),
        ("Jean-Luc Moreau", "Jean Luc Moreau", "SAME"),
        ("Pat O'Brien", "Pat O’Brien", "SAME"),
        ("Wang Xiaoming", "Xiao Ming Wang", "SAME"),
        ("Nguyen Van An", "An Nguyen", "SAME"),
        ("James Thomas", "Thomas James", "REORDERED"),
        ("王小明", "Wang Xiaoming", "SPELLED"),
        ("김민수", "Kim Min-soo", "SPELLED"),
        ("Екатерина Иванова", "Yekaterina Ivanova", "SPELLED"),
        ("محمد علي", "Mohammed Ali", "SPELLED"),
        ("Jörg Müller", "Joerg Mueller", "SPELLED"),
        ("Hussein al-Masri", "Hussain Al Masri", "SPELLED"),
        ("Hsu Mei-ling", "Meiling Xu", "SPELLED"),
        ("Anna Schneider (née Müller)", "Anna Müller", "FORMER"),
        ("Robert J. Hale", "Robert Hale", "SHORTER"),
        ("Maria Garcia Lopez", "Maria Garcia", "SHORTER"),
        ("Ana Lopes", "Ana Lopes-Reis", "SHORTER"),
        ("Иванова Екатерина Петровна", "Ekaterina Ivanova", "SHORTER"),
        ("Bob Hale", "Robert Hale", "NICKNAME"),
        ("Gosia Wójcik", "Małgorzata Wójcik", "NICKNAME"),
        ("Katherine Osei", "Kathrine Osei", "TYPO"),
        ("J. Okafor", "James Okafor", "INITIAL"),
        ("J. Okafor", "J. Okafor", "INITIAL"),
        ("Ana", "Ana Lopes", "ONE_WORD"),
        ("Ana Lopes", "Ana Reis", "SURNAME_CHANGED"),
        ("Vincent Wang", "Xiaoming Wang", "UNTOLD"),
        ("山田太郎", "Taro Yamada", "READ"),
        ("山田太郎", "Kenji Yamada", "UNTOLD"),
        ("محمد الشريف", "Mohammed Al-Sharif", "SPELLED"),
        ("عبد الرحمن المصري", "Abdulrahman Elmasry", "SPELLED"),
        ("محمود منصور", "Mahmoud Mansour", "READ"),
        ("משה כהן", "Moshe Cohen", "SPELLED"),
        ("Abdel Rahman El Masry", "Abdulrahman Elmasri", "SPELLED"),
        ("Abd al-Rahman Masri", "Abdurrahman al-Masri", "SPELLED"),
        ("Pan Wei", "Wei Pan", "SAME"),
        ("MUDr. Petr Dvořák, CSc.", "Petr Dvořák", "SAME"),
        (None, "Ana Lopes", "UNTOLD"),
        ("山田太郎", "Jiro Tanaka", "DIFFERENT"),
        ("山田太郎", "山田花子", "DIFFERENT"),
        ("James Okafor", "Jason Okafor", "DIFFERENT"),
        ("Robert J. Hale", "Robert T. Hale", "DIFFERENT"),
        ("Daniel Roth", "Daniela Roth", "DIFFERENT"),
        ("Marta Silva", "Maria Silva", "DIFFERENT"),
        ("Li Wei", "Li Na", "DIFFERENT"),
        ("Wang Wei", "Li Wei", "DIFFERENT"),
        ("Lee Ji-hoon", "Lee Ji-hye", "DIFFERENT"),
    ],
)
def test_two_names_are_alike_in_the_way_that_people_would_say(one, other, expected):
    assert likeness(one, other).name == likeness(other, one).name == expected


_names = st.lists(
    st.sampled_from(
        ["Ana", "Bob", "J.", "Robert", "Lopes", "Wang", "Wei", "van", "Dr.", "Jr", "王小明", "O'Brien", ","]
    )
    | st.text(max_size=6),
    max_size=5,
).map(" ".join)


@pytest.mark.parametrize(
    ("name", "addressed"),
    [
        ("Mr Ian Prentice", "mr"),
        ("Frau Dr. Ute Lenz", "mrs"),
        ("Mr. & Mrs. Lee Franks", "both"),
        ("Paul und Ruth Ebner", "both"),
        ("Alex And Sacha", "both"),
        ("Zhou En Lai", None),
        ("Ne Win", None),
        ("José Ortega y Gasset", None),
        ("Gerda Holm (Assistentin)", "beside"),
        ("Gerda Holm c/o Liv Moe", "beside"),
        ("Dr. Li's office", "beside"),
        ("Familie Joost de Wit", "beside"),
        ("Pan Wei", None),
        ("Assistant", None),
    ],
)
def test_a_name_tells_whether_it_is_a_couple_s_or_an_assistant_s(name, addressed):
    assert parse(name).addressed == addressed


@given(_names, _names)
@example("Ana 00 0", "Ana , 00 0")
@example("Ana 00 0", "00 , Ana 0")
def test_the_order_of_two_names_does_not_matter(one, other):
    assert likeness(one, other) is likeness(other, one)


@given(_names)
def test_a_name_is_like_itself(name):
    expected = (
        (Likeness.SAME, Likeness.INITIAL, Likeness.ONE_WORD) if parse(name).words else (Likeness.UNTOLD,)
    )
    assert likeness(name, name) in expected


@given(_names, _names)
@example("0 A𥱌", "A𥱌")  # digits alone left an empty word
def test_names_that_are_the_same_share_a_key(one, other):
    if likeness(one, other) is Likeness.SAME and not any("一" <= letter <= "鿿" for letter in one + other):
        shared = set(name_keys(one)) & set(name_keys(other))
        assert shared or parse(one).called or parse(other).called


_WORDS = sorted(
    word_set("Zoë obi Kovač Kim Wang Xiao Ming Ŀluna ŉoma ßara Dr mba Jr van Mac Abd Phd Ph D née and und Ex")
)


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4), st.sampled_from((" ", "-")))
@example(["Alex", "and", "Sacha"], " ")
def test_the_short_way_for_plain_names_leads_to_the_same(words, between):
    name = f"{between.join(words)} Obi"
    assert parse(name) == parse(f"{name} ")  # with a blank at its end no name is plain


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Uschi Stern", "Ursula Stern"),
        ("Hansi Stern", "Johann Stern"),
        ("Hajo Stern", "Hans-Joachim Stern"),
        ("JP Morel", "Jean-Philippe Morel"),
        ("Juanjo Vega", "Juan José Vega"),
        ("Mamen Gil", "María del Carmen Gil"),
        ("Лёша Орлов", "Alexei Orlov"),
        ("Женя Белова", "Евгения Белова"),
        ("Krysia Wrona", "Krystyna Wrona"),
    ],
)
def test_short_forms_in_several_languages(short, full):
    assert likeness(short, full) is Likeness.NICKNAME


def test_a_name_that_someone_had_before_may_have_a_particle():
    assert likeness("Ana Reis (née de la Vega)", "Ana Vega") is Likeness.FORMER
