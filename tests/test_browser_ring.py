"""The ring, driven in Chromium by one person alone: among the cards of the made-up class."""

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


def panel(page, name):
    page.get_by_text(name, exact=True).locator("visible=true").first.click()


def test_a_card_goes_in_the_middle_a_hand_is_raised_and_the_ring_redraws(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "ring")
        page.locator('[aria-label*="of 24 asks have a helper"]').first.wait_for()
        name = page.get_by_role("textbox", name="Any name you like")
        assert name.input_value() == "Ines Varga"
        ask = page.get_by_role("textbox", name="Your one ask")
        ask.fill("Can I pick your brain?")
        page.locator(".ng-wording mark").first.wait_for()
        ask.fill("Who could lend me a submarine for one day in June?")
        page.get_by_role("textbox", name="What you offer").fill("An hour with a motion designer")
        page.get_by_role("button", name="Put it in the middle").click()
        says(page, "Done: your card is in the middle")
        page.locator('[aria-label*="of 25 asks have a helper"]').first.wait_for()
        panel(page, "What came of it")
        says(page, "Still open: who knows someone?")
        panel(page, "Help someone")
        page.get_by_text("Yasmin Qureshi: ").locator("visible=true").first.click()
        page.get_by_role("button", name="I can help").click()
        says(page, "Done: you can help")
        says(page, "Ines Varga can help")
        panel(page, "Your card")
        page.get_by_role("button", name="Take it back").click()
        page.locator('[aria-label*="of 24 asks have a helper"]').first.wait_for()


def test_a_name_that_is_taken_is_refused_in_words(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "ring")
        page.get_by_role("textbox", name="Any name you like").fill("Yasmin Qureshi")
        page.get_by_role("button", name="Put it in the middle").click()
        says(page, "Somebody here is Yasmin Qureshi already")


def test_it_fits_a_phone(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser, width=390) as page:
        page.goto(address + "ring")
        says(page, "One ask that means something to you")
        assert fits(page)
