"""A letter to be edited, copied, or opened in a mail program. It is never sent from here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import anywidget
import traitlets

from netgive_lib.widgets import script
from netgive_lib.wording.codes import MOST_WORDS

if TYPE_CHECKING:
    from netgive_lib.asks import Message

_HERE = Path(__file__).parent


class Letter(anywidget.AnyWidget):
    """A text with a count of its words, a button that copies it, and a link that opens it as an e-mail.

    `text` follows what is typed. `to` is an e-mail address, or "" where none is known.
    """

    _esm = script(_HERE / "letter.js")
    _css = _HERE / "letter.css"
    to = traitlets.Unicode("").tag(sync=True)
    subject = traitlets.Unicode("").tag(sync=True)
    text = traitlets.Unicode("").tag(sync=True)
    most = traitlets.Int(MOST_WORDS).tag(sync=True)


def letter(message: Message, address: str | None) -> Letter:
    """The widget for a message."""
    return Letter(to=address or "", subject=message.subject, text=message.body)
