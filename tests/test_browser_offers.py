"""What you bring, driven in Chromium: from an empty inventory to an offer that was brought."""

from __future__ import annotations

from datetime import date

import polars as pl
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


def idea_box(page):
    return page.get_by_role("textbox", name="An idea for")


def test_something_is_written_down_and_taken_off_again(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "offers")
        says(page, "What do you read, or hear, a week before others")
        page.get_by_role("combobox", name="What kind").select_option(label="An invitation")
        says(page, "with room for one more?")
        page.get_by_role("textbox", name="What it is", exact=True).fill("A table at the <i>soup</i> club")
        page.get_by_role("textbox", name="What it is about").fill("food, design")
        page.get_by_role("button", name="Write it down").click()
        says(page, "Saved: you could bring A table at the <i>soup</i> club")
        row = own.load().assets.filter(pl.col("title").str.contains("soup")).row(0, named=True)
        assert (row["kind"], row["topics"], row["good_until"]) == ("invitation", ["food", "design"], None)
        page.get_by_role("button", name="Undo").click()
        says(page, "Taken back: you could bring")
        assert own.load().assets.height == 18


def test_three_minutes_for_one_person_from_sparks_to_the_tab(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "offers")
        page.get_by_text("One person", exact=True).click()
        page.get_by_role("button", name="Next person").click()
        sparks = page.locator(".ng-sparks li")
        sparks.first.wait_for()
        first = sparks.all_text_contents()
        page.get_by_role("button", name="Five others").click()
        page.wait_for_function(
            "first => !document.querySelector('.ng-sparks').innerText.includes(first)", arg=first[0]
        )
        assert not set(sparks.all_text_contents()) & set(first)
        idea_box(page).fill("How can I help you?")
        says(page, "This offers help without saying which.")
        page.get_by_text("2:5").first.wait_for()  # the clock runs
        idea_box(page).press("Enter")
        says(page, "1. How can I help you?")
        idea_box(page).fill("Am Freitag lese ich dein Programm Korrektur.")
        says(page, "The check knows English only")
        idea_box(page).fill(
            "For your stop motion reel: two seats at the workshop on 3 December. Shall I bring you?"
        )
        says(page, "This reads well.")
        idea_box(page).press("Enter")
        says(page, "2. For your stop motion reel")
        page.get_by_text("1. How can I help you?").click()
        page.get_by_role("button", name="Drop it").click()
        says(page, "Saved: dropped an idea")
        page.get_by_text("For your stop motion reel").first.click()
        page.get_by_role("button", name="This one").click()
        says(page, "Saved: chose an offer")
        page.get_by_text("For your stop motion reel").first.click()
        page.get_by_role("button", name="I have brought it").click()
        says(page, "Saved: brought it")
    offers = own.load().offers.filter(pl.col("text").str.contains("How can I|stop motion reel"))
    assert sorted(offers["status"]) == ["dropped", "given"]
    gave = own.load().exchanges.filter(pl.col("what").str.contains("stop motion reel"))
    assert gave.select("actor", "kind").rows() == [("me", "give")]


def test_a_cell_of_the_picture_turns_to_its_person(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "offers")
        cell = page.locator('svg [aria-label^="Marguerite Adeyemi: What people under"]').first
        cell.click()
        page.get_by_role("textbox", name="An idea for Marguerite Adeyemi").wait_for()
        says(page, "Marguerite cares about creative technology and the latest thing")


def test_a_last_day_is_kept_and_a_button_that_can_do_nothing_says_why(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "offers")
        page.get_by_role("button", name="Write it down").click()
        says(page, "Say what it is first.")
        page.get_by_role("textbox", name="What it is", exact=True).fill("A table at the soup club")
        page.get_by_role("spinbutton", name="month").locator("visible=true").first.press("ArrowUp")
        page.get_by_role("button", name="Write it down").click()
        says(page, "Saved: you could bring A table at the soup club")
        assert own.load().assets.filter(title="A table at the soup club")["good_until"].to_list() == [
            date(2026, 12, 2)
        ]
        page.get_by_text("One person", exact=True).click()
        page.get_by_role("button", name="Next person").click()
        box = page.get_by_role("textbox", name="An idea for")
        box.wait_for()
        first = box.get_attribute("aria-label")
        page.get_by_role("button", name="Next person").click()
        page.locator(f'input[aria-label^="An idea for"]:not([aria-label="{first}"])').wait_for()


def test_introductions_are_shown_with_what_is_in_it_for_each(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "offers")
        page.get_by_text("Introductions", exact=True).click()
        says(page, "Grace cares about illustration, and Samuel is a freelance illustrator.")
        page.get_by_text("Introductions waiting to be made").wait_for()


def test_the_exercises_answer_and_what_is_solved_is_kept(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "offers")
        box = page.get_by_role("textbox", name="Your answer").first
        box.fill("How can I help you?")
        says(page, "Line 1: This offers help without saying which.")
        box.fill(
            "You said hiring is slow. I know two analysts who are free from June. Shall I introduce you?\n"
            "For your festival: the Arts Council opened a fund this morning. Here's the page.\n"
            "I can proofread your programme on Friday. Just say yes and it's done."
        )
        says(page, "each names a thing, and says why it is for them")
    assert own.load().setting("solved: offers-rewrite")


def test_it_fits_a_phone(browser, own):
    with (
        netgive("open", "--no-browser", "--file", own.path) as address,
        window(browser, width=390, dark=True) as page,
    ):
        page.goto(address + "offers")
        page.locator("svg.marks").first.wait_for()
        assert fits(page)
