"""Split the tab, driven in Chromium: a line is understood, saved and taken back; the dials move the picture."""

from __future__ import annotations

import pytest

from netgive_lib.sample import load_sample
from netgive_lib.store import Store
from tests.browser import fits, netgive, says, window

pytestmark = pytest.mark.browser


@pytest.fixture
def own(tmp_path):
    store = Store(tmp_path / "my-network.netgive")
    store.create(load_sample("story"))
    return store


def test_a_line_is_shown_back_before_it_is_saved(browser, own):
    before = own.load().exchanges.height
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "tab")
        line = page.get_by_role("textbox", name="What passed?")
        line.fill("gave Zebedee a song")
        says(page, "Nobody here is called 'Zebedee'")
        line.fill("gave Noor a playlist, 12 March")
        says(page, "12 March 2026: you gave Noor Haddad a playlist. Size: small.")
        assert own.load().exchanges.height == before
        page.get_by_role("button", name="Put it on the tab").click()
        says(page, "Saved: 12 March 2026: you gave Noor Haddad a playlist")
        assert own.load().exchanges.height == before + 1
        assert line.input_value() == ""
        page.get_by_role("button", name="Undo").click()
        says(page, "Taken back")
        assert own.load().exchanges.height == before


def test_enter_saves_a_line_that_is_understood_and_no_other(browser, own):
    before = own.load().exchanges.height
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "tab")
        line = page.get_by_role("textbox", name="What passed?")
        line.fill("gave Zebedee a song")
        says(page, "Nobody here is called 'Zebedee'")
        line.press("Enter")
        page.wait_for_timeout(1500)
        assert own.load().exchanges.height == before
        line.fill("")
        line.fill("gave Noor a playlist")
        says(page, "you gave Noor Haddad a playlist. Size: small.")
        line.press("End")
        line.press_sequentially(", 12 March")
        line.press("Enter")  # at once, as one does: what is saved is the line as it stands now
        says(page, "Saved: 12 March 2026: you gave Noor Haddad a playlist")
        assert own.load().exchanges.height == before + 1
        assert line.input_value() == ""


def test_both_pictures_and_the_dials_answer(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "tab")
        page.locator('[aria-label^="The tab with 30 people"]').wait_for()
        says(page, "It is your turn with")
        page.get_by_text("Month by month").click()
        page.locator('[aria-label^="Gives and asks by month"]').wait_for()
        told = page.locator('[aria-label^="After 730 days"]')
        first = told.get_attribute("aria-label")
        page.get_by_role("slider").first.focus()
        for _ in range(6):
            page.keyboard.press("ArrowRight")
        page.wait_for_function(
            "first => { const find = root => [...root.querySelectorAll('*')].some(e =>"
            " (e.getAttribute('aria-label') || '').startsWith('After 730') && e.getAttribute('aria-label') !== first"
            " || e.shadowRoot && find(e.shadowRoot)); return find(document); }",
            arg=first,
        )


def test_it_fits_a_phone(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser, width=390) as page:
        page.goto(address + "tab")
        says(page, "Play with one tie")
        assert fits(page)
