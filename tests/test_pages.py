"""What the pages say, as HTML and as labels, without a browser."""

from __future__ import annotations

from netgive_lib.pages import asking, bringing
from netgive_lib.wording import check_offer

GERMAN = "Am Freitag lese ich dein Programm Korrektur."


def test_a_text_in_another_language_gets_no_verdict():
    said = bringing.wording(GERMAN, check_offer(GERMAN))
    assert "knows English only" in said
    assert "reads well" not in said
    assert "reads well" in bringing.wording("For your reel: two seats at the workshop on 3 December.", [])


def test_an_ask_in_another_language_is_read_without_its_english_way_out():
    ask = "Kannst du mir bis Freitag sagen, welches Cover besser ist? "
    assert asking.read_along(ask, "No answer is fine too.") == (ask.strip(), [])
    said, found = asking.read_along("Can I pick your brain?", "No answer is fine too.")
    assert said == "Can I pick your brain? No answer is fine too."
    assert "AS3" in [finding.code for finding in found]
    assert "AS7" not in [finding.code for finding in found]
    assert asking.read_along(" ", "No answer is fine too.") == ("", [])
