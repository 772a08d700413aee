"""Keep in touch, driven in Chromium: warm up, plan, take along, carry out, and just a touch."""

from __future__ import annotations

import icalendar
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


def test_warming_up_is_a_touch_on_the_tab(browser, own):
    before = own.load().exchanges.height
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "reconnect")
        says(page, "Three minutes to warm up.")
        page.locator(".ng-panel").locator("xpath=ancestor::*[contains(@class,'output-area')]").get_by_text(
            "Aiko Brennan", exact=True
        ).click()
        page.get_by_role("button", name="I wrote to them").click()
        says(page, "Saved: you wrote to Aiko Brennan")
    assert own.load().exchanges.height == before + 1


def test_whoever_is_clicked_is_told_apart_into_novelty_and_engagement(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "reconnect")
        page.locator('svg [aria-label="Ruth Amsalem"]').first.click()
        says(page, "They may be more pleased than you think")
        items = page.locator(".ng-offers li").locator("visible=true")
        assert items.count() == 1
        assert "novelty" in items.first.inner_text()


def test_warmth_is_a_picture_here_too_that_is_clicked_and_saved_under_its_own_name(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "reconnect")
        page.get_by_role("radio", name="How warm each tie is").click()
        says(page, "dormant →")
        page.locator('svg [aria-label="Noor Haddad"]').first.click()
        says(page, "They may be more pleased than you think")
        assert "Noor Haddad" in page.locator(".ng-offers li").locator("visible=true").first.inner_text()
        page.get_by_role("button", name="Save this picture").click()
        for shown in ("warmth", "reconnect", "plan"):
            with page.expect_download() as download:
                page.get_by_text("SVG", exact=True).locator("visible=true").first.click()
            assert download.value.suggested_filename == f"{shown}.svg"
            if shown == "warmth":
                page.get_by_role("radio", name="Whom to reconnect with").click()
                page.locator("svg", has_text="Novelty").locator("visible=true").first.wait_for()
            elif shown == "reconnect":
                panel(page, "The plan")
                page.locator("svg", has_text="The plan, ").locator("visible=true").first.wait_for()
                page.get_by_role("button", name="Save this picture").click()


def test_from_one_person_there_is_a_way_back_and_the_same_dot_can_be_clicked_again(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "reconnect")
        items = page.locator(".ng-panel ~ * .ng-offers li, .ng-offers li").locator("visible=true")
        dot = page.locator('svg [aria-label="Ruth Amsalem"]').first
        everyone = page.get_by_role("button", name="Show all who went quiet")
        for way_back in (everyone.click, lambda: panel(page, "Who went quiet"), everyone.click):
            dot.click()
            everyone.wait_for()
            assert items.count() == 1
            if way_back != everyone.click:
                panel(page, "Warm up")
                says(page, "Three minutes to warm up.")
                page.get_by_role("button", name="I wrote to them").click()
                says(page, "Choose to whom you wrote first.")
            way_back()
            items.nth(7).wait_for()
            assert everyone.count() == 0


def test_from_a_picture_that_can_be_clicked_to_one_that_cannot_nothing_fails(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(address + "reconnect")
        page.locator('svg [aria-label="Ruth Amsalem"]').first.wait_for()
        panel(page, "The plan")
        page.locator('[aria-label^="The plan, 2 November 2026"]').wait_for()
        panel(page, "Warm up")
        page.locator('svg [aria-label="Ruth Amsalem"]').first.wait_for()
        page.wait_for_timeout(500)
        assert [text for text in said if "pick" in text] == []


def test_a_plan_redraws_is_kept_taken_along_and_carried_out(browser, own, tmp_path):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "reconnect")
        panel(page, "The plan")
        page.locator('[aria-label^="The plan, 2 November 2026 to 27 December 2026"]').wait_for()
        page.get_by_role("slider").locator("visible=true").first.focus()
        page.keyboard.press("ArrowLeft")
        page.locator('[aria-label^="The plan, 2 November 2026 to 20 December 2026"]').wait_for()
        with page.expect_download() as download:
            page.get_by_text("For your calendar").click()
        download.value.save_as(tmp_path / "plan.ics")
        events = icalendar.Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
        assert len(events) >= 8
        page.get_by_role("button", name="Keep this plan").click()
        says(page, "Saved: a plan")
        assert own.load().moves.filter(status="planned").height >= 8
        panel(page, "Done")
        page.get_by_text("Ruth Amsalem, Ten title sequences").first.click()
        page.get_by_role("textbox", name="What came back").fill("A seat in her lecture")
        page.get_by_role("button", name="Done").click()
        says(page, "Saved: wrote to Ruth Amsalem")
        says(page, "Next time: Ruth Amsalem")
    network = own.load()
    passed = network.exchanges.select("actor", "kind", "other", "what").rows()
    assert ("ruth-amsalem", "give", "me", "A seat in her lecture") in passed
    assert [
        row for row in passed if row[:3] == ("me", "give", "ruth-amsalem") and row[3].startswith("Ten title")
    ]


def test_who_would_be_glad_of_a_touch_and_the_fit_on_a_phone(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser, width=390) as page:
        page.goto(address + "reconnect")
        right = "radio => radio.parentElement.getBoundingClientRect().right"
        choices = page.get_by_role("radiogroup").filter(has_text="Just a touch").get_by_role("radio")
        choices.nth(4).wait_for()
        assert max(choice.evaluate(right) for choice in choices.all()) <= 390
        panel(page, "Just a touch")
        says(page, "Five people who would be glad of a word this week")
        assert page.locator("ol.ng-offers li").locator("visible=true").count() == 5
        assert fits(page)
