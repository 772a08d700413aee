"""What all tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests import browser as driving

# The machines that run the tests share their cores: a slow moment is not a bug.
settings.register_profile("netgive", deadline=None)
settings.load_profile("netgive")


@pytest.fixture(scope="session")
def browser():
    """A Chromium for all browser tests of a worker."""
    path = driving.chromium_path()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=driving.FLAGS)
        yield chromium
        chromium.close()
