"""A class in Chromium: the facilitator and participants at once, each in a browser of their own."""

from __future__ import annotations

import contextlib
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from netgive_lib.memory_store import from_bytes, to_bytes
from netgive_lib.network import Network
from tests.browser import fits, says, window
from tests.in_class import PASSWORD, classroom

pytestmark = pytest.mark.browser
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with classroom(tmp_path_factory.mktemp("class"), "--rehearse", "--password", PASSWORD) as told:
        yield told


def signed_in(page, address):
    page.goto(address)
    page.locator("#password").fill(PASSWORD)
    page.locator("button").click()
    page.get_by_role("heading", name="Bring something").wait_for()


def started(page):
    page.get_by_role("button", name="Start with my own people").click()
    says(page, "nobody is in it yet")


def added(page, name):
    says(page, "Solved so far")  # the last cell: a page that still starts may empty what is typed
    page.get_by_text("Bring people in", exact=True).first.click()
    page.get_by_text("Add one person by hand").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Add them").click()
    says(page, f"Saved: added {name}")


def on_map(page, name):
    return page.locator(f'svg [aria-label="{name}"]').first


def grave(page):
    """What axe finds wrong with a page, as far as it keeps anyone out.

    Behind marimo's button for a file there is a field of its own without a label, which no key and no eye reaches.
    """
    found = [v for v in Axe().run(page).response["violations"] if v["impact"] in GRAVE]
    nodes = [(v["id"], node["html"]) for v in found for node in v["nodes"]]
    return [
        (id, html[:160]) for id, html in nodes if not (id == "label" and 'tabindex="-1" type="file"' in html)
    ]


def test_two_participants_at_once_see_their_own_people_alone_and_a_phone_sees_the_same(served, browser):
    address = served.address
    with window(browser) as ana, window(browser) as ben, window(browser, width=390) as phone:
        for page, name in ((ana, "Ana's Aunt"), (ben, "Ben's Boss")):
            signed_in(page, address)
            started(page)
            page.goto(address + "map")
            added(page, name)
        for page, own, other in ((ana, "Ana's Aunt", "Ben's Boss"), (ben, "Ben's Boss", "Ana's Aunt")):
            page.reload()
            on_map(page, own).wait_for(state="attached")
            assert other not in page.content()
        ana.goto(address)
        ana.get_by_role("button", name="Go on from another device").click()
        link = ana.get_by_label("Your private link").locator("visible=true")
        ana.get_by_role("button", name="Copy it").locator("visible=true").click()
        ana.get_by_role("button", name="Copied").wait_for()
        assert ana.evaluate("navigator.clipboard.readText()") == link.input_value()
        phone.goto(link.input_value())
        assert "Ana" not in phone.content()
        phone.get_by_role("button", name="It is mine: go on").click()
        phone.get_by_role("heading", name="Bring something").wait_for()
        assert fits(phone)
        phone.goto(address + "map")
        on_map(phone, "Ana's Aunt").wait_for(state="attached")


def test_work_is_saved_to_a_file_and_next_week_goes_on_from_it_and_undo_takes_that_back(served, browser):
    with window(browser) as page:
        signed_in(page, served.address)
        says(page, "nothing of yours to save yet")
        started(page)
        with page.expect_download() as saving:
            page.get_by_role("link", name="Save my work").click()
        assert saving.value.suggested_filename == "my-network.netgive"
        assert from_bytes(saving.value.path().read_bytes()).size == 0
        page.get_by_role("button", name="Go on from a file").click()
        field = page.locator("input[type=file]")
        for name, data, words in (
            ("holiday.netgive", b"\xff\xd8" * 500, "not a netgive file"),
            ("last-week.netgive", to_bytes(Network().add("Yaw Mensah")), "welcome back to your 1 person"),
        ):
            field.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})
            says(page, words)
        page.get_by_role("button", name="Undo").click()
        says(page, "Taken back: went on from a saved file")
        says(page, "nobody is in it yet")


def test_the_facilitator_leads_on_and_participants_are_told_but_never_pulled_away(served, browser):
    with contextlib.ExitStack() as windows:
        leader = windows.enter_context(window(browser))
        ana, ben, chi = (windows.enter_context(window(browser, width=w)) for w in (1280, 800, 390))
        leader.goto(served.facilitator)
        says(leader, "Numbers, never names")
        for page in (ana, ben, chi):
            signed_in(page, served.address)
        chi.goto(served.address + "ring")
        onward = leader.get_by_role("button", name=re.compile("^Next: "))
        while (step := onward.inner_text()) != "Next: Your map: How close":
            onward.click()
            leader.get_by_role("button", name=step, exact=True).wait_for(state="hidden")
        leader.get_by_role("button", name="Start the clock").click()
        for page in (ana, ben, chi):
            says(page, "The class is now at: Your map: Bring people in")
            page.get_by_role("timer").locator(
                "visible=true", has_text=re.compile(r"[012]:\d\d")
            ).first.wait_for()
        assert (ana.url, chi.url) == (served.address, served.address + "ring/")
        assert fits(chi)
        assert grave(ana) == []
        ana.get_by_role("link", name="Go there").click()
        ana.wait_for_url("**/map/")
        says(ana, "The class is now at: Your map: Bring people in")
        assert ana.get_by_role("link", name="Go there").is_hidden()
        ben.get_by_role("button", name="Hide").click()
        ben.get_by_text("The class is now at").wait_for(state="hidden")
        row = leader.get_by_role("row", name=re.compile("^Your map"))
        row.wait_for()
        leader.get_by_role("button", name="At nothing").click()
        leader.get_by_role("button", name="Stop it").click()
        chi.get_by_role("complementary", name="The class now").wait_for(state="hidden")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious_on_the_sign_in_the_class_and_a_participants_page(served, browser, dark):
    with window(browser, dark=dark) as page:
        page.goto(served.address)
        page.locator("#password").wait_for()
        assert grave(page) == []
        signed_in(page, served.address)
        page.get_by_role("button", name="Go on from a file").click()
        page.get_by_role("button", name="Go on from another device").click()
        page.get_by_text("Or point the camera").locator("visible=true").wait_for()
        assert grave(page) == []
        page.goto(served.facilitator)
        says(page, "How many people you have in each ring")
        page.get_by_role("button", name="How people get in").click()
        assert grave(page) == []


def test_a_wrong_password_leads_back_to_the_sign_in(served, browser):
    with window(browser) as page:
        page.goto(served.address)
        page.locator("#password").fill("not-this-one")
        page.locator("button").click()
        says(page, "Invalid password")
