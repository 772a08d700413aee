"""The handouts: each is one page of its paper, made of text and lines, with everything inside its edges."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from netgive_lib.asks import EASY_OUTS
from netgive_lib.charts.sheet import A4, LETTER, Box, Disc, Rule, Words, wrapped
from netgive_lib.describe import KINDS_IN_WORDS
from netgive_lib.handouts import HANDOUTS, handout, save_all
from netgive_lib.layout import RING_WORDS
from netgive_lib.lettering import text_width
from netgive_lib.schema import ASSET_KINDS
from netgive_lib.sparks import asset_sparks

PAPERS = pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "letter"])
NAMES = pytest.mark.parametrize("name", HANDOUTS)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The page of each handout, read back from its file."""
    readers = {path.stem: PdfReader(path) for path in save_all(tmp_path_factory.mktemp("paper"))}
    assert all(len(reader.pages) == 1 for reader in readers.values())
    return {name: reader.pages[0] for name, reader in readers.items()}


def words_on(page):
    return " ".join(page.extract_text().split())


def edges(mark):
    """left, top, right, bottom of a mark."""
    match mark:
        case Words():
            wide = text_width(mark.text, mark.size)
            left = mark.x - {"left": 0, "center": wide / 2, "right": wide}[mark.align]
            return left, mark.y - mark.size * 0.75, left + wide, mark.y + mark.size * 0.25
        case Disc():
            return mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius
        case _:
            return min(mark.x, mark.x2), min(mark.y, mark.y2), max(mark.x, mark.x2), max(mark.y, mark.y2)


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@NAMES
def test_each_is_a_page_of_a4_with_letters_and_no_image(pages, name):
    assert [float(length) for length in pages[name].mediabox[2:]] == pytest.approx(A4, abs=0.1)
    assert list(pages[name].images) == []
    assert len(words_on(pages[name])) > 150


def test_the_map_names_the_rings_and_the_offer_sheet_all_kinds_with_a_spark(pages):
    for ring, words in enumerate(RING_WORDS, 1):
        assert f"{ring} {words}" in words_on(pages["blank-map"])
    said = words_on(pages["offer-sheet"])
    for kind in ASSET_KINDS:
        assert KINDS_IN_WORDS[kind] in said
        assert asset_sparks()[kind][0].split()[-1] in said


def test_the_ask_card_has_all_that_a_clear_ask_needs(pages):
    said = words_on(pages["ask-card"])
    for part in ("What I bring", "Why them", "My one ask", "How big", "By when", "The easy no", EASY_OUTS[2]):
        assert part in said


def test_the_ring_card_is_there_twice_and_says_who_sees_it(pages):
    said = words_on(pages["ring-card"])
    assert said.count("My card for the ring") == said.count("Everyone in the room sees this card") == 2


@PAPERS
@NAMES
def test_nothing_runs_over_the_edge_and_no_words_over_other_words(name, paper):
    draw, _ = HANDOUTS[name]
    marks = list(draw(paper))
    for mark in marks:
        left, top, right, bottom = edges(mark)
        cut = isinstance(mark, Rule) and (left, right) == (0, paper.width)
        assert cut or (left >= 25 and right <= paper.width - 25), mark
        assert top >= 15 and bottom <= paper.height - 15, mark
    texts = [mark for mark in marks if isinstance(mark, Words)]
    assert len(texts) > 10
    for place, one in enumerate(texts):
        assert not [other for other in texts[place + 1 :] if overlap(edges(one), edges(other))], one


@PAPERS
@NAMES
def test_no_line_to_write_on_goes_through_words_and_none_lies_on_another(name, paper):
    draw, _ = HANDOUTS[name]
    marks = list(draw(paper))
    level = [mark for mark in marks if isinstance(mark, Rule) and mark.y == mark.y2 and not mark.dotted]
    for place, line in enumerate(level):
        for words in (mark for mark in marks if isinstance(mark, Words)):
            assert not overlap(edges(words), edges(line)), (line, words)
        for other in level[place + 1 :]:
            beside = line.x2 <= other.x or other.x2 <= line.x
            assert beside or abs(line.y - other.y) >= 7, (line, other)


@PAPERS
@NAMES
def test_boxes_hold_the_words_that_begin_in_them(name, paper):
    draw, _ = HANDOUTS[name]
    marks = list(draw(paper))
    large = [mark for mark in marks if isinstance(mark, Box) and mark.x2 - mark.x > 100]
    for box in large:
        for words in (mark for mark in marks if isinstance(mark, Words)):
            outside = not overlap(edges(box), edges(words))
            left, top, right, bottom = edges(words)
            inside = box.x <= left and right <= box.x2 and box.y <= top and bottom <= box.y2
            assert inside or outside, words


def test_letter_paper_is_letter_paper(run, tmp_path):
    done = run("handouts", tmp_path / "new" / "paper", "--letter")
    assert done.exit_code == 0
    files = sorted(path.name for path in (tmp_path / "new" / "paper").iterdir())
    assert files == sorted(f"{name}.pdf" for name in HANDOUTS)
    assert all(name in done.output for name in files)
    page = PdfReader(tmp_path / "new" / "paper" / "blank-map.pdf").pages[0]
    assert [float(length) for length in page.mediabox[2:]] == pytest.approx(LETTER, abs=0.1)


def test_without_a_folder_they_go_to_one_of_their_own(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("handouts").exit_code == 0
    assert len(list((tmp_path / "handouts").glob("*.pdf"))) == len(HANDOUTS)


def test_a_folder_that_can_not_be_made_is_refused_in_a_sentence(run, tmp_path):
    (tmp_path / "taken").write_text("a file")
    done = run("handouts", tmp_path / "taken" / "inside")
    assert done.exit_code == 1
    assert "taken" in done.stderr and "Traceback" not in done.stderr


def test_a_page_has_a_text_alternative():
    assert all(handout(name).to_dict()["description"] == words for name, (_, words) in HANDOUTS.items())


def test_a_word_wider_than_the_room_stands_alone():
    assert wrapped("a Donaudampfschifffahrtsgesellschaft b", 10, 40) == [
        "a",
        "Donaudampfschifffahrtsgesellschaft",
        "b",
    ]
    assert wrapped("  ", 10, 40) == []
