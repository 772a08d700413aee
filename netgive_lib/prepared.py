"""What marimo works out anew for every page of one notebook, or for every click, worked out once.

A page that starts has its notebook parsed three times and each cell compiled three times, to the same result for
everyone in a class; each message's type is analysed again, and each click looks through all installed packages for
plug-ins. That is two thirds of what a page costs the server (docs/decisions/0004).
"""

from __future__ import annotations

import functools
from copy import deepcopy
from dataclasses import MISSING, fields, replace
from typing import TYPE_CHECKING, Any

import marimo
import msgspec
from marimo._ast import compiler
from marimo._entrypoints import registry
from marimo._messaging.notification import NotificationMessage
from marimo._output import md as markdown
from marimo._runtime import runtime
from marimo._session.notebook import serializer
from marimo._session.state import session_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from marimo._ast.cell import CellImpl

WRITTEN_FOR = "0.25."
"""The marimo whose insides this knows. With any other it does nothing, and pages only take longer to start."""


@functools.cache
def prepare() -> bool:
    """From now on, let marimo keep what it works out, in this process. Gives whether this is a marimo it knows.

    Nothing that a page gets is different, and none shares anything with another that either can change.
    """
    if not marimo.__version__.startswith(WRITTEN_FOR):
        return False
    compiled = _compiled_once(compiler.compile_cell)
    vars(compiler)["compile_cell"] = vars(runtime)["compile_cell"] = compiled
    # marimo keeps the places of one notebook's cells: the pages of a class are of several.
    places = compiler._build_source_position_map.__wrapped__
    vars(compiler)["_build_source_position_map"] = functools.cache(places)
    serializer.DEFAULT_NOTEBOOK_SERIALIZERS[".py"] = _ParsedOnce()
    vars(session_view)["deserialize_kernel_message"] = msgspec.json.Decoder(NotificationMessage).decode
    vars(registry)["get_entry_points"] = functools.cache(registry.get_entry_points)
    vars(markdown)["_render_markdown"] = functools.lru_cache(4096)(markdown._render_markdown)
    return True


class _ParsedOnce(serializer.PythonNotebookSerializer):
    """Reads a notebook once, as long as it stays the same. marimo only looks at what was read."""

    def __init__(self) -> None:
        self._read = functools.lru_cache(maxsize=32)(super().deserialize)

    def deserialize(self, content: str, filepath: str | None = None) -> Any:
        """The notebook that `content` is."""
        return self._read(content, filepath)


def _compiled_once(compile_cell: Callable[..., CellImpl]) -> Callable[..., CellImpl]:
    """`compile_cell`, which gives each caller a cell of its own around code that all share."""
    known: dict[Any, CellImpl] = {}

    @functools.wraps(compile_cell)
    def compiled(
        code: str, cell_id: Any, source_position: Any = None, carried_imports: Any = None, **more: Any
    ) -> CellImpl:
        if carried_imports:  # what a page imported already, which is its own
            return compile_cell(code, cell_id, source_position, carried_imports, **more)
        key = (code, cell_id, repr(source_position), *sorted(more.items()))
        if key not in known:
            known[key] = compile_cell(code, cell_id, source_position, carried_imports, **more)
        return _its_own(known[key])

    return compiled


def _its_own(cell: CellImpl) -> CellImpl:
    """The cell as if just compiled: around the same code, with sets and states that nobody else has."""
    own: dict[str, Any] = {}
    for field in fields(cell):
        value = getattr(cell, field.name)
        if isinstance(value, set | dict):
            own[field.name] = value.copy()
        elif field.default_factory is not MISSING:
            own[field.name] = deepcopy(value)
    return replace(cell, **own)
