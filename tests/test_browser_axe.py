"""Every page can be used by everyone: axe-core finds nothing serious on it, in light and in dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from netgive_lib.pages.furniture import PAGES
from netgive_lib.sample import load_sample
from netgive_lib.store import Store
from tests.browser import netgive, window

pytestmark = pytest.mark.browser
GRAVE = ("serious", "critical")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious(browser, tmp_path, dark):
    Store(tmp_path / "n.netgive").create(load_sample("story"))
    found = {}
    with (
        netgive("open", "--no-browser", "--file", tmp_path / "n.netgive") as address,
        window(browser, dark=dark) as page,
    ):
        for path, name in PAGES:
            page.goto(address + path.lstrip("/"))
            page.get_by_role("heading", level=2, name="Try it").wait_for()
            page.locator("svg.marks, .ng-words").first.wait_for(state="attached")
            for violation in Axe().run(page).response["violations"]:
                if violation["impact"] in GRAVE:
                    nodes = [
                        node["html"][:160] + " | " + node["failureSummary"][:200]
                        for node in violation["nodes"][:4]
                    ]
                    found[f"{name}: {violation['id']} ({len(violation['nodes'])})"] = nodes
    assert found == {}
