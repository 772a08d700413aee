"""The command line: `netgive`."""

from __future__ import annotations

import click

from netgive_lib import __version__
from netgive_lib.commands import doing, keeping, looking, printing, serving


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="netgive %(version)s")
def main() -> None:
    """Know who is in your network, and what you can bring them. Nothing leaves this machine."""


for command in (
    serving.open_,
    serving.classroom,
    keeping.sample,
    keeping.import_,
    looking.people,
    doing.offers,
    doing.check,
    doing.plan,
    doing.ring,
    looking.chart,
    looking.graph,
    printing.handouts,
    keeping.export,
    keeping.undo,
):
    main.add_command(command)
