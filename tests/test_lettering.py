"""How wide a text is, and how it is cut: what the docstrings do not show."""

from __future__ import annotations

import unicodedata

import pytest

from netgive_lib.lettering import fitted, text_width


@pytest.mark.parametrize("name", ["محمد عبد الله الفيصل", "נועה כהן-אברמוביץ׳"])
def test_a_name_from_right_to_left_is_cut_at_its_end(name):
    """After the last letter stands a sign with a direction of its own, so that the dots go to the left of it."""
    cut = fitted(name, 10, 50)
    assert cut[:-2] == name[: len(cut) - 2] and cut[-2] == "…"
    assert unicodedata.bidirectional(cut[-1]) == "R"
    assert text_width(cut, 10) <= 50


@pytest.mark.parametrize("name", ["Margarida Carvalho", "李小龍 山田太郎", "محمد (Mo) Featherstonehaugh"])
def test_other_names_are_cut_with_dots_alone(name):
    assert fitted(name, 10, 75).endswith("…")


def test_letters_that_are_drawn_in_a_wider_font_make_the_whole_text_wider():
    plain, rare = text_width("Linh Dang", 10), text_width("Linh Đặng", 10)
    assert rare == pytest.approx(1.14 * plain, rel=0.02)
    assert text_width(fitted("Nguyễn Thị Minh Khai", 10, 60), 10) <= 60
