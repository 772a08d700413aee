"""The start page and the map, driven in Chromium as a person would, on real files."""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile

import polars as pl
import pytest

from netgive_lib.charts.map import map_drawing
from netgive_lib.resources import folder
from netgive_lib.sample import generate, load_sample, sample_today
from netgive_lib.store import Store
from tests.browser import fits, netgive, says, window

pytestmark = pytest.mark.browser
EXPORTS = folder("data") / "exports"


@pytest.fixture
def own(tmp_path):
    """A file of one's own with the sample's people in it; its setting of the day stays, so that days don't move."""
    store = Store(tmp_path / "my-network.netgive")
    store.create(load_sample("story"))
    return store


def picked(page, name):
    """Click someone on the map and wait for their card."""
    page.locator(f'svg [aria-label="{name}"]').first.click()
    page.locator(".ng-card h3", has_text=name).wait_for()


def test_the_first_run_shows_the_sample_and_one_click_starts_your_own(browser, tmp_path):
    file = tmp_path / "new.netgive"
    with netgive("open", "--no-browser", "--file", file) as address, window(browser) as page:
        page.goto(address)
        says(page, "Everyone here is made up")
        says(page, "It works: you are looking at the sample")
        assert not file.exists()
        page.get_by_role("button", name="Start with my own people").click()
        says(page, "nobody is in it yet")
        assert file.exists()
        page.get_by_role("link", name="Go to the map").click()
        says(page, "Bring people in")
        page.reload()
        says(page, "Your file: new.netgive")


def test_an_export_is_previewed_then_brought_in_and_a_reload_loses_nothing(browser, tmp_path):
    file = tmp_path / "new.netgive"
    Store(file).create()
    with netgive("open", "--no-browser", "--file", file) as address, window(browser) as page:
        page.goto(address + "map")
        page.locator("input[type=file]").first.set_input_files(EXPORTS / "linkedin.zip")
        page.locator(".ng-report").wait_for()
        assert Store(file).load().size == 0
        page.get_by_role("button", name="Bring them in").click()
        says(page, "Saved: imported LinkedIn export")
        saved = Store(file).load()
        assert saved.size > 70
        assert saved.exchanges.height > 100
        page.reload()
        page.get_by_role("radiogroup", name="How close is").first.wait_for()
        page.get_by_role("button", name="Undo").click()
        says(page, "Taken back: imported LinkedIn export")
        assert Store(file).load().size == 0


def test_what_cannot_be_read_is_said_and_nothing_is_lost(browser, tmp_path):
    notes = tmp_path / "notes.csv"
    notes.write_text("colour,weight\nred,3\n", encoding="utf-8")
    with (
        netgive("open", "--no-browser", "--file", tmp_path / "n.netgive") as address,
        window(browser) as page,
    ):
        page.goto(address + "map")
        page.get_by_text("Bring people in", exact=True).first.click()
        page.locator("input[type=file]").first.set_input_files(notes)
        says(page, "has no column for names or e-mail addresses")
        assert page.get_by_role("button", name="Bring them in").is_disabled()


def test_two_thousand_people_from_linkedin_come_in_by_mouse(browser, tmp_path):
    export = tmp_path / "export.zip"
    with zipfile.ZipFile(export, "w", zipfile.ZIP_DEFLATED) as archive:
        rows = io.StringIO(newline="")
        people = csv.writer(rows)
        people.writerow(
            ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
        )
        for number in range(2000):
            slug = f"https://www.linkedin.com/in/person-{number}-sample"
            people.writerow(
                [f"Given{number}", f"Family{number}", slug, "", f"Firm {number % 40}", "Maker", "12 Mar 2021"]
            )
        archive.writestr("Connections.csv", rows.getvalue())
    file = tmp_path / "mine.netgive"
    with netgive("open", "--no-browser", "--file", file) as address, window(browser) as page:
        page.goto(address)
        page.get_by_role("button", name="Start with my own people").click()
        says(page, "nobody is in it yet")
        page.goto(address + "map")
        page.locator("input[type=file]").first.set_input_files(export)
        page.get_by_role("button", name="Bring them in").click()
        says(page, "Saved: imported LinkedIn export")
        says(page, "0 of 2,000 are in a ring")
        page.locator('.ng-picture [aria-label*="2,000 people around you"]').first.wait_for()
        assert Store(file).load().size == 2000


def test_rings_are_given_by_mouse_and_by_keyboard_and_saved_as_you_go(browser, own):
    rated_before = own.load().others["ring"].count()
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "map")
        rows = page.get_by_role("radiogroup", name="How close is")
        rows.first.wait_for()
        first, second = (rows.nth(n).get_attribute("aria-label") for n in (0, 1))
        rows.first.get_by_role("radio", name="ring 2").click()
        says(page, "Saved: ")
        page.keyboard.press("4")  # the next row has the focus
        says(page, f"{rated_before + 2} of 90 are in a ring")
        rated = {f"How close is {row['name']}?": row["ring"] for row in own.load().others.to_dicts()}
        assert rated[first] == 2
        assert rated[second] == 4
        page.get_by_role("button", name="Next ten").click()
        page.wait_for_function("first => !document.body.innerText.includes(first)", arg=first[13:-1])


def test_a_click_on_the_map_opens_a_card_where_things_are_noted(browser, own):
    before = own.load().exchanges.height
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "map")
        picked(page, "Elif Aydın")
        page.get_by_role("button", name="Put something on the tab").click()
        page.get_by_label("What it was").fill("a link to <b>the film</b>")
        page.get_by_role("button", name="Put it on the tab").click()
        says(page, "Saved: I gave them something (Elif Aydın)")
        says(page, "you gave a link to <b>the film</b>")  # as text
        after = own.load()
        assert after.exchanges.height == before + 1
        row = after.exchanges.row(by_predicate=pl.col("what") == "a link to <b>the film</b>", named=True)
        assert (row["actor"], row["kind"], row["other"]) == ("me", "give", "elif-aydin")
        page.get_by_role("button", name="Undo").click()
        says(page, "Taken back: I gave them something")
        assert own.load().exchanges.height == before


def test_what_you_know_of_someone_is_edited_and_saved_field_by_field(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "map")
        picked(page, "Noor Haddad")
        page.get_by_role("button", name="What you know of them").click()
        page.get_by_role("textbox", name="Topics").fill("kites, type design")
        page.get_by_role("textbox", name="Topics").press("Enter")
        says(page, "Saved: topics of Noor Haddad")
        page.get_by_text("Trusts me", exact=True).click()
        says(page, "Saved: the standing of Noor Haddad")
        page.get_by_role("textbox", name="Note", exact=True).fill("Met at the print fair.")
        page.get_by_role("textbox", name="Note", exact=True).blur()
        says(page, "Saved: the note of Noor Haddad")
        page.get_by_text("Leave alone: never suggest them").click()
        says(page, "Saved: leave alone of Noor Haddad")
        page.locator(".ng-card", has_text="You chose not to contact them").wait_for()
        noor = own.load().person("noor-haddad")
    assert noor["topics"] == ["kites", "type design"]
    assert noor["note"] == "Met at the print fair."
    assert noor["leave_alone"] is True


def test_the_same_dot_opens_its_card_again_and_a_rating_does_not(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "map")
        picked(page, "Noor Haddad")
        page.get_by_text("How close", exact=True).first.click()
        page.get_by_role("radiogroup", name="How close is").first.get_by_role("radio", name="ring 2").click()
        says(page, "Saved: ")
        assert page.locator(".ng-card h3").locator("visible=true").count() == 0
        picked(page, "Noor Haddad")


def test_who_someone_is_and_how_to_reach_them_is_edited_and_what_is_wrong_is_refused(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "map")
        picked(page, "Noor Haddad")
        page.get_by_role("button", name="What you know of them").click()
        page.get_by_text("senior to you", exact=True).click()
        says(page, "Saved: seniority of Noor Haddad")
        for label, typed in (("City", "Lyon"), ("Phone", "+44 20 7946 0018"), ("Birthday", "15 June")):
            page.get_by_role("textbox", name=label, exact=True).fill(typed)
            page.get_by_role("textbox", name=label, exact=True).press("Enter")
            says(page, f"Saved: {label.lower()} of Noor Haddad")
        page.locator(".ng-card", has_text="15 June").wait_for()
        page.get_by_role("textbox", name="E-mail", exact=True).fill("noor at work")
        page.get_by_role("textbox", name="E-mail", exact=True).press("Enter")
        says(page, "Not saved. “noor at work” is not an e-mail address.")
        before = own.load().person("noor-haddad")["emails"]
        page.get_by_role("textbox", name="E-mail", exact=True).fill("Noor@Example.org")
        page.get_by_role("textbox", name="E-mail", exact=True).press("Enter")
        says(page, "Saved: e-mail of Noor Haddad")
    noor = own.load().person("noor-haddad")
    assert before != ["noor@example.org"]
    assert [noor[of] for of in ("seniority", "city", "phones", "birthday", "emails")] == [
        "senior",
        "Lyon",
        ["+44 20 7946 0018"],
        "--06-15",
        ["noor@example.org"],
    ]


def test_someone_is_added_by_hand_and_removed_again(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "map")
        page.get_by_text("Bring people in", exact=True).first.click()
        page.get_by_role("button", name="Add one person by hand").click()
        page.get_by_label("Name", exact=True).fill("Zora Quist")
        page.get_by_label("Where you know them from").fill("Choir")
        page.get_by_role("button", name="Add them").click()
        says(page, "Saved: added Zora Quist")
        picked(page, "Zora Quist")
        page.get_by_role("button", name="What you know of them").click()
        page.get_by_role("button", name="Remove this person").click()
        says(page, "Saved: removed Zora Quist")
        assert "Zora Quist" not in own.load().people["name"].to_list()


def test_the_picture_is_saved_from_the_page(browser, own, tmp_path):
    """In each format, with names and without, and as fine as one likes."""

    def saved(page, label, nth=0):
        with page.expect_download() as download:
            page.get_by_text(label, exact=True).locator("visible=true").nth(nth).click()
        download.value.save_as(tmp_path / "picture")
        return download.value.suggested_filename, (tmp_path / "picture").read_bytes()

    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "map")
        page.get_by_role("button", name="Save this picture").click()
        for label, begins in {"SVG": b"<svg", "PDF": b"%PDF", "HTML": b"<!DOCTYPE", "JSON": b"{"}.items():
            suffix = label.lower()
            (name, named), (hidden_name, hidden) = saved(page, label), saved(page, label, 1)
            assert (name, hidden_name) == (f"map.{suffix}", f"map-without-names.{suffix}")
            assert named.startswith(begins) and hidden.startswith(begins)
            assert (b"Noor Haddad" in named) == (label != "PDF") and b"Noor Haddad" not in hidden
        assert int.from_bytes(saved(page, "PNG")[1][16:20]) == 2 * 960
        page.get_by_label("How fine the PNG is").select_option("4×")
        page.wait_for_timeout(500)  # it tells the server in its own time
        assert int.from_bytes(saved(page, "PNG")[1][16:20]) == 4 * 960


def test_a_doubtful_pair_is_decided_side_by_side_and_taken_apart_again(browser, own):
    network = own.load()
    twin = network.add("Noor Hadad", id="noor-2", organization=network.person("noor-haddad")["organization"])
    own.save(network, twin, "a likely double")
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "map")
        page.get_by_text("Same person?", exact=True).click()
        page.locator(".ng-pair", has_text="Noor Hadad").wait_for()
        page.get_by_role("button", name="The same person").click()
        says(page, "Saved: Noor Hadad and Noor Haddad: the same person")
        assert "noor-2" not in own.load().people["id"]
        says(page, "Nobody here looks like the same person twice.")
        page.get_by_text("Select...").locator("visible=true").first.click()
        page.get_by_role("option").first.click()
        says(page, "Saved: taken apart")
    assert "noor-2" in own.load().people["id"]


def test_another_window_and_the_command_line_are_seen_and_nothing_is_lost(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "map")
        picked(page, "Noor Haddad")
        own.change("from elsewhere", lambda network: network.edit("elif-aydin", note="kept"))
        page.get_by_role("button", name="What you know of them").click()
        page.get_by_role("textbox", name="Circle").fill("Print fair")
        page.get_by_role("textbox", name="Circle").press("Enter")
        says(page, "Saved: circle of Noor Haddad")
    network = own.load()
    assert network.person("elif-aydin")["note"] == "kept"
    assert network.person("noor-haddad")["circle"] == "Print fair"


def test_a_file_that_turns_bad_under_the_page_is_refused_in_words(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address + "map")
        picked(page, "Noor Haddad")
        with sqlite3.connect(own.path) as db:
            db.execute("PRAGMA user_version = 9")
        page.get_by_role("button", name="What you know of them").click()
        page.get_by_role("textbox", name="Circle").fill("Print fair")
        page.get_by_role("textbox", name="Circle").press("Enter")
        says(page, "Not saved.")
        says(page, "written by a newer netgive")


@pytest.mark.parametrize(("width", "dark"), [(390, False), (390, True), (1280, True), (1920, False)])
def test_pages_fit_narrow_and_wide_windows_in_light_and_dark(browser, own, width, dark):
    with (
        netgive("open", "--no-browser", "--file", own.path) as address,
        window(browser, width=width, dark=dark) as page,
    ):
        for path in ("", "map"):
            page.goto(address + path)
            page.locator("svg.marks, .ng-picture img, .ng-picture svg, canvas").first.wait_for()
            assert fits(page)
            ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert (ground == "rgb(27, 26, 29)") == dark


def test_each_exercise_answers_at_once(browser, own):
    with netgive("open", "--no-browser", "--file", own.path) as address, window(browser) as page:
        page.goto(address)
        page.get_by_text("How can I help you?").locator("visible=true").first.click()
        says(page, "it hands them the work")
        page.get_by_text("Saw this talk on colour in film").locator("visible=true").first.click()
        says(page, "Right.")
        page.goto(address + "map")
        box = page.get_by_label("Your answer").first
        box.fill("twelve")
        says(page, "A whole number is asked for")
        box.fill("999")
        says(page, "There are only")


def test_a_map_of_very_many_is_drawn_on_a_canvas_and_can_be_clicked_too(browser, tmp_path):
    network = generate(1_000, 6_000, seed=2)
    store, today = Store(tmp_path / "many.netgive"), sample_today(network)
    store.create(network)
    with (
        netgive("open", "--no-browser", "--file", store.path, "--today", today) as address,
        window(browser) as page,
    ):
        page.goto(address + "map")
        page.get_by_role("radiogroup", name="How close is").first.wait_for()
        canvas = page.locator("canvas.marks").first
        canvas.wait_for()
        said = page.locator(".ng-picture [aria-label]", has=canvas).first.get_attribute("aria-label")
        assert "1,000 people around you" in said
        place = canvas.bounding_box()
        drawing = map_drawing(network, today, width=place["width"])
        dots = next(of.rows for of in drawing.layers if "organization" in of.rows.columns)
        largest = dots.sort("size").row(-1, named=True)
        page.mouse.click(place["x"] + largest["x"], place["y"] + largest["y"])
        page.locator(".ng-card h3", has_text=largest["name"]).wait_for()
