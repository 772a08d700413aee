"""The places inside marimo 0.25 where it works out the same again and again."""

from __future__ import annotations

import functools
from dataclasses import MISSING, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

import msgspec
from marimo._ast import compiler
from marimo._ast.cell import CellImpl, ImportWorkspace
from marimo._ast.load import load_app
from marimo._entrypoints import registry
from marimo._messaging.notification import NotificationMessage
from marimo._messaging.notification_utils import CellNotificationUtils
from marimo._output import md as markdown
from marimo._runtime import execution, runtime
from marimo._runtime.context import get_context
from marimo._server.session_manager import SessionManager
from marimo._session.model import SessionMode
from marimo._session.notebook import serializer
from marimo._session.state import session_view

from netgive_lib.prepared.running import set_runtime_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from marimo._messaging.notification import ExecutionNotification


Made = TypeVar("Made")


def keep() -> None:
    """Let marimo keep what it works out.

    Raises `AttributeError`, `LookupError` or `TypeError`, and changes nothing, if its insides differ.
    """
    _look_at_cells()
    readers = serializer.DEFAULT_NOTEBOOK_SERIALIZERS
    reader, decode = _ParsedOnce(), msgspec.json.Decoder(NotificationMessage).decode
    imported = functools.cached_property(vars(CellImpl)["imported_namespaces"].fget)
    imported.__set_name__(CellImpl, "imported_namespaces")
    compiled = _compiled_once(compiler.compile_cell)
    changes: tuple[tuple[Any, str, object], ...] = (
        (compiler, "compile_cell", compiled),
        (runtime, "compile_cell", compiled),
        # marimo keeps the places of one notebook's cells: the pages of a class are of several.
        (
            compiler,
            "_build_source_position_map",
            functools.cache(compiler._build_source_position_map.__wrapped__),
        ),
        (CellImpl, "imported_namespaces", imported),
        (SessionManager, "app_manager", _shown_once(SessionManager.app_manager)),
        (session_view, "deserialize_kernel_message", decode),
        (registry, "get_entry_points", functools.cache(registry.get_entry_points)),
        # Six messages for each cell that runs, with which a page does nothing that anyone sees.
        (execution, "broadcast_notification", _tell_nobody),
        (CellImpl, "set_runtime_state", set_runtime_state),
        (markdown, "_render_markdown", functools.lru_cache(4096)(markdown._render_markdown)),
    )
    before = [(of, name, vars(of)[name]) for of, name, _ in changes]
    plain = readers[".py"]
    try:
        for of, name, value in changes:
            setattr(of, name, value)
        readers[".py"] = reader
    except BaseException:
        for of, name, value in before:
            setattr(of, name, value)
        readers[".py"] = plain
        raise


def _look_at_cells() -> None:
    """Raise `LookupError` if a cell is not made of what `_its_own` and `set_runtime_state` know."""
    there = {field.name for field in fields(CellImpl)}
    missing = {*_SETS, "import_workspace", "_status"} - there
    missing |= {"imported_defs"} - {field.name for field in fields(ImportWorkspace)}
    if missing:
        raise LookupError(f"A cell of marimo has no {', '.join(sorted(missing))}.")
    if not (callable(CellNotificationUtils.broadcast_status) and callable(get_context)):
        raise TypeError("marimo tells pages of cells in another way.")


def _tell_nobody(notification: ExecutionNotification) -> None:
    """In the place of what tells pages that a cell is planned, runs, or has run."""


def read(notebook: Path) -> None:
    """Read a notebook and compile its cells as the first page of it would."""
    app = load_app(notebook)
    for cell in app._cell_manager.cell_data() if app else ():
        compiler.compile_cell(cell.code, cell.cell_id, carried_imports=[], filename=str(notebook))


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
    own = vars(cell).copy()
    for name in _SETS:
        own[name] = own[name].copy()
    for name, made in _STATES:
        own[name] = made()
    imports = vars(cell.import_workspace)
    own["import_workspace"] = _with(ImportWorkspace, imports, imported_defs=imports["imported_defs"].copy())
    return _with(CellImpl, own)


def _with(kind: type[Made], values: dict[str, Any], **more: Any) -> Made:
    """A dataclass of these values. `replace` goes through each of its fields, for each cell, three times a page."""
    made = object.__new__(kind)
    vars(made).update(values, **more)
    return made


_SETS = (
    "defs",
    "refs",
    "temporaries",
    "closed_over_temporaries",
    "deleted_refs",
    "sql_refs",
    "variable_data",
)
_STATES = tuple(
    (field.name, field.default_factory)
    for field in fields(CellImpl)
    if field.default_factory is not MISSING and field.name not in (*_SETS, "import_workspace")
)
"""The states of a cell, which are as they were made until it runs."""


def _shown_once(app_manager: Callable[..., Any]) -> Callable[..., Any]:
    """`SessionManager.app_manager`, which tells what stands in the head of a page: once for each state of its file."""
    known: WeakKeyDictionary[SessionManager, dict[Any, Any]] = WeakKeyDictionary()

    @functools.wraps(app_manager)
    def shown(self: SessionManager, key: Any) -> Any:
        file = self.workspace.resolve(key)
        if self.mode is not SessionMode.RUN or file is None:
            return app_manager(self, key)
        state = (key, Path(file).stat().st_mtime_ns)
        of_server = known.setdefault(self, {})
        if state not in of_server:
            of_server[state] = app_manager(self, key)
        return of_server[state]

    return shown
