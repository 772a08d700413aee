"""Asking clearly, driven in Chromium: held back, written, copied, noted, and answered."""

from __future__ import annotations

import pytest

from netgive_lib.sample import load_sample
from netgive_lib.store import Store
from tests.browser import fits, netgive, says, window

pytestmark = pytest.mark.browser
NEED = "Could you look at one page of our rate card by Friday and tell me which number you would change? You set rates."


@pytest.fixture
def own(tmp_path):
    store = Store(tmp_path / "my-network.netgive")
    store.create(load_sample("story"))
    return store


def choose(page, name):
    page.get_by_text("Select...").first.click()
    page.keyboard.type(name)
    page.get_by_role("option", name=name).first.click()


def need(page):
    return page.get_by_role("textbox", name="What you need")


def test_an_ask_from_the_first_word_to_the_answer(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "ask")
        says(page, "Choose one person first.")
        choose(page, "Halvard Brekke")
        need(page).fill("Can I pick your brain some time?")
        page.locator(".ng-wording mark").first.wait_for()
        need(page).fill(NEED)
        says(page, "Without something that you bring, this ask is held back.")
        page.get_by_role("textbox", name="in your own words").fill(
            "I kept you the programme of the museum's late opening."
        )
        letter = page.get_by_role("textbox", name="Your message")
        letter.wait_for()
        assert letter.input_value().startswith("Hi Halvard,")
        page.get_by_role("button", name="Copy").click()
        says(page, "Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert "I kept you the programme" in copied
        assert NEED in copied
        mail = page.get_by_role("link", name="Open in your mail program").get_attribute("href")
        assert mail.startswith("mailto:halvard")
        letter.fill("word " * 130)
        says(page, "130 words: 5 too many")
        page.get_by_role("button", name="I have sent it").click()
        says(page, "Saved: asked Halvard Brekke")
        network = own.load()
        assert network.asks.filter(text=NEED)["status"].to_list() == ["made"]
        page.get_by_text(f"Halvard Brekke: {NEED}").click()
        page.get_by_role("button", name="They said yes").click()
        says(page, "Saved: they said yes")
    network = own.load()
    assert network.asks.filter(text=NEED)["status"].to_list() == ["granted"]
    rows = network.exchanges.filter(what=NEED).select("actor", "kind", "other").rows()
    assert sorted(rows) == [("halvard-brekke", "give", "me"), ("me", "ask", "halvard-brekke")]


def test_someone_who_was_asked_already_is_not_asked_again_and_the_page_says_from_when(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "ask")
        choose(page, "Thabo")
        says(page, "Not now.")
        says(page, "Fine again from")
        need(page).fill(NEED)
        says(page, "This ask is held back")
        assert page.get_by_role("button", name="I have sent it").count() == 0


def test_it_fits_a_phone(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser, width=390) as page:
        page.goto(address + "ask")
        says(page, "Whom, and what do you need?")
        assert fits(page)
