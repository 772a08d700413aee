"""How a room gets in: a password of plain words, this machine's address, and a QR code that holds both."""

from __future__ import annotations

import io
import secrets
import socket
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

import segno

from netgive_lib.resources import folder

PASSWORD_WORDS = 4
"""Of more than 256 words each: over 2 to the power of 32 passwords, at ten guesses a minute."""
EVERYWHERE = ("0.0.0.0", "::", "")


@dataclass(frozen=True)
class Invitation:
    """Where a class is, and how to get in."""

    address: str
    """The address of the first page, with a slash at its end."""
    password: str
    facilitator_key: str
    """Opens the facilitator's page, and nothing else does."""

    @property
    def join_address(self) -> str:
        """The address that signs in by itself, as the QR code holds it."""
        return f"{self.address}?access_token={quote(self.password, safe='')}"

    @property
    def facilitator_address(self) -> str:
        """The address for whoever runs the class, and for nobody else."""
        return f"{self.address}facilitator/{self.facilitator_key}"


def made_up_password() -> str:
    """A password that can be read out to a room: plain words with hyphens between."""
    return "-".join(secrets.choice(words()) for _ in range(PASSWORD_WORDS))


@cache
def words() -> tuple[str, ...]:
    """The words that passwords are made of: short, and known to children."""
    return tuple((folder("data") / "class" / "password-words.txt").read_text(encoding="utf-8").split())


def lan_address() -> str | None:
    """The address of this machine in the network that it is in, None if it is in none. Nothing is sent to anybody."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            # "Connecting" a datagram socket sends nothing: it only chooses the way that a datagram would take,
            # here towards an address that is kept for documentation.
            asked.connect(("192.0.2.1", 9))
            address: str = asked.getsockname()[0]
        except OSError:
            return None
    return address


def reachable_at(host: str) -> str:
    """The host to tell people, for a server that listens at `host`."""
    shown = (lan_address() or "127.0.0.1") if host in EVERYWHERE else host
    return f"[{shown}]" if ":" in shown else shown


def qr_text(address: str) -> str:
    """A QR code of `address` to print in a terminal."""
    drawn = io.StringIO()
    segno.make(address, error="m", micro=False).terminal(drawn, compact=True)
    return drawn.getvalue()


def qr_svg(address: str, title: str) -> str:
    """A QR code of `address` as an SVG for a page, black on white in both themes. `title` says where it leads."""
    code = segno.make(address, error="m", micro=False)
    svg: str = code.svg_inline(scale=6, dark="#000", light="#fff", title=title, omitsize=True)
    return svg
