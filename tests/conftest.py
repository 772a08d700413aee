"""What all tests share."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from hypothesis import settings

from netgive_lib.cli import main
from tests import browser as driving

# The machines that run the tests share their cores: a slow moment is not a bug.
settings.register_profile("netgive", deadline=None)
settings.load_profile("netgive")


@pytest.fixture
def run():
    """Run a command of netgive; gives its exit code, stdout and stderr."""

    def run(*arguments, **more):
        return CliRunner().invoke(main, list(map(str, arguments)), **more)

    return run


@pytest.fixture(scope="session")
def browser():
    """A Chromium for all browser tests of a worker."""
    path = driving.chromium_path()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=driving.FLAGS)
        yield chromium
        chromium.close()
