"""From files to a network: read each, then merge what was found, in the order given."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from netgive_lib import sources
from netgive_lib.sources.found import Found, Problem, SourceError
from netgive_lib.sources.merge import Report, merge
from netgive_lib.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from netgive_lib.network import Network


@dataclass
class Gathered:
    """What several files hold, before it is merged with anyone."""

    found: list[Found] = field(default_factory=list)
    unreadable: list[Problem] = field(default_factory=list)
    """Files that could not be read at all."""


def gather(
    files: Iterable[Path | tuple[str, bytes]],
    progress: Callable[[float], None] | None = None,
    me: str | None = None,
    today: date | None = None,
) -> Gathered:
    """Read each file: a path, or a name and the bytes that were uploaded under it.

    `me`: an address of your own, where the files don't tell. `today`: what a calendar holds after it is left out;
    default is the day it is.
    """
    gathered = Gathered()
    for file in files:
        name = file.name if isinstance(file, Path) else file[0]
        try:
            if isinstance(file, Path):
                found = sources.read(file, progress, me=me, today=today)
            else:
                found = sources.read_bytes(file[1], name, progress, me=me, today=today)
        except SourceError as error:
            gathered.unreadable.append(Problem(name, None, str(error)))
        else:
            gathered.found.append(found)
    return gathered


def bring(network: Network, gathered: Gathered) -> tuple[Network, Report]:
    """The network with all that was gathered, and the report of it."""
    report = Report(problems=list(gathered.unreadable))
    with uncollected():
        for found in gathered.found:
            network, report = merge(network, found, report)
    return network, report
