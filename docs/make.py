"""Make the pages and pictures of this folder that follow from the package itself.

`python docs/make.py` writes them; `--check` writes nothing, names what is out of date, and ends with exit code 1 if
anything is. A test runs the check too.
"""

from __future__ import annotations

import argparse
import itertools
import os
import re
import shlex
import shutil
import sys
import tempfile
from contextlib import chdir
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner

from netgive_lib.charts.pictures import PICTURES
from netgive_lib.charts.ring import ring_chart
from netgive_lib.charts.save import save
from netgive_lib.cli import main as netgive
from netgive_lib.resources import folder
from netgive_lib.ring import match, read_cards
from netgive_lib.sample import load_sample
from netgive_lib.wording.codes import CODES
from netgive_lib.wording.page import page as wording_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    import altair as alt

DOCS = Path(__file__).parent
STORY_DAY = date(2026, 11, 2)
"""The day that it always is in the sample."""
CARDS = folder("data") / "class" / "cards.json"
WIDTH = 96
"""Columns of a terminal, for `--help`."""
MOST_LINES, LONGEST_LINE = 12, 300
"""Of an example's output so much is shown."""


def made() -> dict[str, str]:
    """Path in this folder -> what should be in it."""
    pictures = {picture_path(name): svg(chart) for name, chart in charts().items()}
    pages = {"wording.md": wording_page(), "gallery.md": gallery_page(), "commands.md": commands_page()}
    return {**pages, **pictures}


# The gallery


PLAIN_WORDS = {
    "map": "You in the middle, rings by closeness, slices by circle. A tail points to who got more; hollow is gone "
    "quiet.",
    "offers": "Whom each thing you have would please, and how much: the stronger the colour, the better it fits.",
    "introductions": "Pairs whom you know, who do not know each other, and who care for the same things.",
    "plan": "Who, when, and with what: the best plan that breaks no rule.",
    "reconnect": "Whom to write to again, by how new to you what they know is, and by how likely they are to answer.",
    "tab": "What passed between you and each person. The mark shows to which side the tab leans.",
    "months": "Giving and asking in both directions, month by month.",
    "warmth": "How alive each tie is: further right, longer without contact, and from the mark “dormant” on quiet.",
    "ring": "A group's asks and offers. Circles of giving stand together; whose ask is open is hollow.",
}
"""Picture -> what to see in it."""

_GALLERY = """\
# Gallery

<!-- Made by `python docs/make.py`. Change docs/make.py or netgive_lib/charts instead. -->

Every picture that netgive draws of a network or of a group's cards, from the sample: Ines Varga's network as it stood
on 2 November 2026. All people are made up. Each is a function that gives an Altair chart (see
[restyling](restyling.md)), and a command that writes .svg, .png, .pdf, .html or .json. `--anonymous` puts numbers in
place of names, `--theme dark` suits a dark page, and `--width` makes it narrower.
"""


def charts() -> dict[str, alt.LayerChart]:
    """Every picture of the sample, and the ring of the made-up class."""
    network = load_sample("story")
    drawn = {name: draw(network, STORY_DAY) for name, draw in PICTURES.items()}
    return {**drawn, "ring": ring_chart(match(read_cards([CARDS])))}


def picture_path(name: str) -> str:
    """Where a picture is: the map beside the pages, since README shows it too."""
    return "map.svg" if name == "map" else f"gallery/{name}.svg"


def gallery_page() -> str:
    """The page with all pictures."""
    parts = [_GALLERY]
    for name in (*PICTURES, "ring"):
        command = f"netgive chart {name} {'cards.json ' if name == 'ring' else ''}-o {name}.svg"
        drawn = (ring_chart if name == "ring" else PICTURES[name]).__name__
        module = (ring_chart if name == "ring" else PICTURES[name]).__module__
        parts.append(
            f"## {name.capitalize()}\n\n{PLAIN_WORDS[name]}\n\n"
            f"![{PLAIN_WORDS[name]}]({picture_path(name)})\n\n`{command}` · `{module}.{drawn}`\n"
        )
    return "\n".join(parts)


def svg(chart: alt.LayerChart) -> str:
    """The chart as SVG, its ids counted from 1: the renderer goes on counting from one picture to the next."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "chart.svg"
        save(chart, path)
        drawn = path.read_text(encoding="utf-8")
    count, numbers = itertools.count(1), dict[str, int]()
    for id in re.findall(r'\bid="((?:clip|gradient_)\d+)"', drawn):
        numbers.setdefault(id, next(count))
    return re.sub(
        r"\b(clip|gradient_)(\d+)\b",
        lambda found: f"{found[1]}{numbers[found[0]]}" if found[0] in numbers else found[0],
        drawn,
    )


# The commands


EXAMPLES: dict[str, tuple[str, ...]] = {
    "sample": ("netgive sample story",),
    "import": ("netgive import --dry-run linkedin.zip google-contacts.csv phone.vcf",),
    "people": ("netgive people", "netgive people --json"),
    "offers": ("netgive offers Noor",),
    "check": (
        'netgive check --offer "How can I help you?"',
        f'netgive check --ask "{CODES["AS3"].good}"',
    ),
    "plan": ("netgive plan --weeks 4",),
    "ring": ("netgive ring cards.json -o ring.svg",),
    "chart": ("netgive chart map -o map.pdf", "netgive chart warmth -o warmth.png --anonymous --theme dark"),
    "graph": ("netgive graph -o network.gexf", "netgive graph -o through-time.gexf --every month"),
    "handouts": ("netgive handouts",),
    "export": ("netgive export tables",),
    "undo": ("netgive undo --list",),
}
"""Command -> what is typed to show it, in a folder with the sample's exports and the made-up class's cards."""

_COMMANDS = """\
# Commands

<!-- Made by `python docs/make.py`. Change the commands in netgive_lib/commands instead. -->

Every command with its own help and, where it prints something, what it prints for the sample. Long output is cut, and
says so. All take `-h` and `--help`. Exit code 0 means done, 1 refused or found wanting, 2 that the command was not
understood.
"""


def commands_page() -> str:
    """The page with every command's help, and real output."""
    parts = [_COMMANDS]
    with tempfile.TemporaryDirectory() as scratch, chdir(scratch):
        for path in (*(folder("data") / "exports").iterdir(), CARDS):
            shutil.copy(path, scratch)
        for name in netgive.commands:
            parts.append(f"## netgive {name}\n\n```text\n{run(f'netgive {name} --help')[1]}\n```\n")
            parts += [_example(line) for line in EXAMPLES.get(name, ())]
    return "\n".join(parts)


def _example(line: str) -> str:
    code, output = run(line)
    ended = f"\n\nExit code {code}." if code else ""
    return f"```console\n$ {line}\n{shortened(output)}\n```{ended}\n"


def run(line: str) -> tuple[int, str]:
    """The exit code and the output of a command, without what differs from run to run: the folder, the moment."""
    done = CliRunner(env={"NETGIVE_FILE": None}).invoke(
        netgive, shlex.split(line)[1:], prog_name="netgive", terminal_width=WIDTH
    )
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    here = done.output.replace(f"{Path.cwd()}{os.sep}", "")
    return done.exit_code, re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "2026-11-02 10:00", here).rstrip()


def shortened(output: str) -> str:
    """The first lines, none longer than a reader would follow."""
    lines = [
        line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]} …" for line in output.splitlines()
    ]
    left = len(lines) - MOST_LINES
    return "\n".join(lines if left <= 1 else [*lines[:MOST_LINES], f"… and {left} lines more"])


# Writing and checking


def drifted(pages: dict[str, str]) -> Iterator[str]:
    """The files that are not as they would be made now, and pictures that nothing makes any more."""
    for name, content in pages.items():
        path = DOCS / name
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            yield name
    for path in sorted((DOCS / "gallery").glob("*")):
        if f"gallery/{path.name}" not in pages:
            yield f"gallery/{path.name}"


def main() -> int:
    """Write, or check; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what is out of date")
    check = parser.parse_args().check
    pages = made()
    found = list(drifted(pages))
    for name in found:
        path = DOCS / name
        print(f"docs/{name} {'is out of date' if check else 'written' if name in pages else 'removed'}")  # noqa: T201
        if not check and name in pages:
            path.parent.mkdir(exist_ok=True)
            path.write_text(pages[name], encoding="utf-8")
        elif not check:
            path.unlink()
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main())
