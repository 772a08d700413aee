"""The frame of every page: the picture, and what you do with it, stand side by side."""

import pytest

from netgive_lib.pages.furniture import PAGES
from tests.browser import netgive, window

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with netgive(
        "open", "--no-browser", "--file", tmp_path_factory.mktemp("own") / "none.netgive"
    ) as address:
        yield address


PATHS = [path.strip("/") for path, _ in PAGES]


@pytest.mark.parametrize("path", PATHS)
def test_the_picture_and_its_panel_stand_side_by_side(served, browser, path):
    with window(browser, width=1280) as page:
        page.goto(served + path)
        page.locator(".ng-panel").first.wait_for(state="attached")
        page.locator(".ng-picture").first.wait_for(state="attached")
        tops = page.evaluate(
            "['.ng-picture', '.ng-panel'].map(part => Math.round("
            "document.querySelector('.marimo-cell:has(' + part + ')').getBoundingClientRect().top))"
        )
        assert tops[0] == tops[1]


def test_the_map_stays_beside_its_panel_and_never_covers_what_comes_below(served, browser):
    with window(browser, width=1280) as page:
        page.goto(served + "map")
        page.get_by_text("Solved so far").wait_for()
        page.locator(".ng-rate-row").nth(8).wait_for()
        edges = (
            "() => { const box = document.querySelector('.ng-stays').getBoundingClientRect();"
            "return [Math.round(box.top), Math.round(box.bottom)]; }"
        )
        top, _ = page.evaluate(edges)
        page.mouse.wheel(0, top + 100)  # past the top of the map, and not yet past the panel
        page.wait_for_function(f"({edges})()[0] < {top}")
        assert page.evaluate(edges)[0] == 8
        below = page.get_by_role("heading", name="Try it")
        below.evaluate("heading => heading.scrollIntoView()")
        page.wait_for_timeout(300)
        assert page.evaluate(edges)[1] <= below.bounding_box()["y"]
