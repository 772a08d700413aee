"""The sample person's own exports, to practise bringing people in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.resources import folder

if TYPE_CHECKING:
    from pathlib import Path

_NAMES = {
    "linkedin.zip": "LinkedIn export",
    "google-contacts.csv": "Google contacts",
    "phone.vcf": "phone contacts",
}


def exports() -> dict[str, Path]:
    """What each of the sample's exports is called on a page, and its file."""
    return {words: folder("data") / "exports" / name for name, words in _NAMES.items()}
