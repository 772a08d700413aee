"""A page at work: what it says is saved is saved in the network that it shows."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from netgive_lib.desk import Desk
from netgive_lib.pages.at_work import Page


@pytest.fixture
def windows(tmp_path, monkeypatch):
    """Two pages of one person, who has no file yet: both show the sample."""
    desk = Desk(tmp_path / "mine.netgive")
    monkeypatch.setattr("netgive_lib.desk.current", lambda _request: desk)
    meta = SimpleNamespace(request=None, theme="light")
    return desk, Page(meta), Page(meta)


def test_a_page_whose_person_turned_elsewhere_saves_nothing_and_says_so(windows):
    desk, one, other = windows
    sample = one.network.size
    assert other.turn_to(sample=False).saved
    said = one.do("added Zoe", lambda network: network.add("Zoe Obi"))
    assert not said.saved
    assert "another window" in said.text
    assert (desk.own.load().size, desk.store.load().size, sample > 0) == (0, 0, True)
    # From now on it shows the other network, and saves there.
    assert one.network.size == 0
    assert one.do("added Zoe", lambda network: network.add("Zoe Obi")).saved
    assert desk.own.load().size == 1


def test_what_is_taken_back_is_of_the_network_that_is_shown(windows):
    desk, one, other = windows
    other.turn_to(sample=False)
    other.do("added Zoe", lambda network: network.add("Zoe Obi"))
    assert not one.undo().saved
    assert desk.own.load().size == 1
    assert one.undo().text == "Taken back: added Zoe."
