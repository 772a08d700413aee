"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# The machines that run the tests share their cores: a slow moment is not a bug.
settings.register_profile("netgive", deadline=None)
settings.load_profile("netgive")
