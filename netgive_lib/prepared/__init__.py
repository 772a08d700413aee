"""What marimo works out anew for every page of one notebook, or for every click, worked out once.

A page that starts has its notebook parsed three times and each cell compiled three times, to the same result for
everyone in a class; each message's type is analysed again, and each click looks through all installed packages for
plug-ins. That is two thirds of what a page costs the server: see docs/decisions/0004-what-marimo-works-out-again.md.
"""

from __future__ import annotations

import ast
import functools
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

import marimo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

WRITTEN_FOR = "0.25."
"""The marimo whose insides this knows. With any other it does nothing, and pages only take longer to start."""


@functools.cache
def prepare() -> bool:
    """From now on, let marimo keep what it works out, in this process. Gives whether this is a marimo that it knows.

    Nothing that a page shows is different, and none shares anything with another that either can change.
    """
    if not marimo.__version__.startswith(WRITTEN_FOR):
        return False
    with suppress(ImportError, AttributeError, LookupError, TypeError):
        from netgive_lib.prepared import insides  # only now: another marimo may not have these modules

        insides.keep()
        return True
    return False


def get_ready(notebooks: Iterable[Path]) -> None:
    """Read these pages, and import what they need, before they are asked for. No page may run meanwhile."""
    import_all(read(notebooks))


def read(notebooks: Iterable[Path]) -> list[tuple[str, str]]:
    """Read these pages and compile their cells as the first of each would.

    Gives the modules of this package from which they import, each with what.
    """
    modules: list[tuple[str, str]] = []
    for notebook in notebooks:
        modules += _imported(notebook)
        if prepare():
            from netgive_lib.prepared import insides

            insides.read(notebook)
    return modules


def import_all(modules: Iterable[tuple[str, str]]) -> None:
    """Import what `read` gave, and what the first text of a page needs.

    No page may run meanwhile: Altair takes NumPy from among the loaded modules, and would take it half loaded.
    """
    for module, name in modules:
        if not hasattr(import_module(module), name):
            import_module(f"{module}.{name}")
    marimo.md("**Ready**")


def _imported(notebook: Path) -> Iterator[tuple[str, str]]:
    """The modules of this package from which the cells of a notebook import, each with what."""
    for node in ast.walk(ast.parse(notebook.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "netgive_lib":
            yield from ((str(node.module), alias.name) for alias in node.names)
