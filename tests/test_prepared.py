"""What marimo keeps is what it would have worked out."""

import ast
import inspect
import os
import subprocess
import sys
from dataclasses import fields
from types import SimpleNamespace

import marimo
import pytest
from marimo._ast import compiler
from marimo._ast.visitor import ImportData
from marimo._messaging.cell_output import CellChannel, CellOutput
from marimo._messaging.notification import CellNotification
from marimo._messaging.serde import deserialize_kernel_message, serialize_kernel_message
from marimo._output import md as markdown
from marimo._runtime import runtime
from marimo._session.model import SessionMode
from marimo._session.notebook.serializer import PythonNotebookSerializer, get_notebook_serializer
from marimo._session.state import session_view

from netgive_lib import resources
from netgive_lib.prepared import WRITTEN_FOR, prepare
from netgive_lib.server import NOTEBOOKS

WORKBOOKS = [resources.folder("workbooks") / name for name in NOTEBOOKS.values()]
known = pytest.mark.skipif(
    not marimo.__version__.startswith(WRITTEN_FOR), reason="another marimo, which is left as it is"
)


@pytest.fixture(autouse=True)
def _prepared():
    assert prepare() == marimo.__version__.startswith(WRITTEN_FOR)


def plain(compiled):
    """A cell as values that can be compared."""
    values = {field.name: getattr(compiled, field.name) for field in fields(compiled)}
    for name in ("body", "last_expr"):
        code = values[name]
        values[name] = code and (
            code.co_code,
            code.co_consts,
            code.co_names,
            code.co_filename,
            code.co_firstlineno,
        )
    return values | {"mod": ast.dump(values["mod"]), "imports": compiled.imported_namespaces}


@known
@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.name)
def test_a_cell_is_the_one_that_marimo_compiles(path):
    own = inspect.unwrap(compiler.compile_cell)
    notebook = get_notebook_serializer(path).deserialize(path.read_text(encoding="utf-8"), str(path))
    assert len(notebook.cells) > 5
    for number, cell in enumerate(notebook.cells):
        for more in ({}, {"filename": str(path)}):
            first = compiler.compile_cell(cell.code, f"id{number}", **more)
            again = runtime.compile_cell(cell.code, f"id{number}", **more)
            assert plain(first) == plain(again) == plain(own(cell.code, f"id{number}", **more))


@known
def test_what_one_page_does_to_its_cells_no_other_sees():
    code = "import math\nx, _y = math.pi, 1"
    mine, yours = (compiler.compile_cell(code, "shared") for _ in range(2))
    mine.defs.add("z")
    mine.temporaries.clear()
    mine.import_workspace.imported_defs.add("math")
    mine.set_runtime_state("running")
    mine.configure({"hide_code": True})
    assert yours.defs == {"math", "x"} and len(yours.temporaries) == 1
    assert yours.import_workspace.imported_defs == set() and yours.runtime_state is None
    assert not yours.config.hide_code
    assert mine.body is yours.body


@known
def test_other_code_another_id_and_what_is_imported_already_are_compiled_anew():
    assert compiler.compile_cell("x = 1", "a").defs != compiler.compile_cell("y = 1", "a").defs
    assert compiler.compile_cell("x = 1", "b").cell_id == "b"
    carried = [ImportData(module="math", definition="math", imported_symbol=None)]
    cell = compiler.compile_cell("import math", "c", carried_imports=carried)
    assert cell.import_workspace.imported_defs == {"math"}
    assert compiler.compile_cell("import math", "c").import_workspace.imported_defs == set()
    with pytest.raises(SyntaxError):
        compiler.compile_cell("x =", "a")


@known
def test_a_notebook_is_read_again_when_it_has_changed():
    path = WORKBOOKS[0]
    text = path.read_text(encoding="utf-8")
    reader = get_notebook_serializer(path)
    read = reader.deserialize(text, str(path))
    own = PythonNotebookSerializer().deserialize(text, str(path))
    assert [(cell.code, cell.name, cell.options, cell.lineno) for cell in read.cells] == [
        (cell.code, cell.name, cell.options, cell.lineno) for cell in own.cells
    ]
    assert reader.deserialize(text, str(path)) is read
    changed = reader.deserialize(text.replace("# ", "# Now: ", 1), str(path))
    assert changed is not read and len(changed.cells) == len(read.cells)


class Serving:
    """A session manager, as far as the head of a page needs one."""

    def __init__(self, path, mode):
        self.workspace = SimpleNamespace(resolve=lambda key: str(path) if key == "here" else None)
        self.mode = mode
        self.read = 0

    def app_manager(self, key):
        self.read += 1
        return f"{key} {self.read}"


@known
def test_the_head_of_a_page_is_read_again_when_its_file_has_changed(tmp_path):
    path = tmp_path / "page.py"
    path.write_text("1")
    shown = insides()._shown_once(Serving.app_manager)
    running, other = Serving(path, SessionMode.RUN), Serving(path, SessionMode.RUN)
    assert [shown(running, "here"), shown(running, "here"), shown(other, "here")] == [
        "here 1",
        "here 1",
        "here 1",
    ]
    os.utime(path, (1, 1))
    assert shown(running, "here") == "here 2"
    assert [shown(running, "new"), shown(running, "new")] == ["new 3", "new 4"]  # in no file
    editing = Serving(path, SessionMode.EDIT)
    assert [shown(editing, "here"), shown(editing, "here")] == ["here 1", "here 2"]


def insides():
    from netgive_lib.prepared import insides

    return insides


@known
def test_messages_and_markdown_are_read_as_before():
    output = CellOutput(channel=CellChannel.OUTPUT, mimetype="text/html", data="<p>é</p>")
    message = serialize_kernel_message(CellNotification(cell_id="a", output=output, status="idle"))
    assert session_view.deserialize_kernel_message(message) == deserialize_kernel_message(message)
    for text in ("# A *b*", "", "<b>x</b>", "1. one\n2. two", "[a](https://example.org)"):
        assert markdown._render_markdown(text) == inspect.unwrap(markdown._render_markdown)(text)


@known
def test_getting_ready_imports_what_the_pages_need_and_compiles_their_cells():
    code = (
        "import sys\n"
        "from netgive_lib.prepared import get_ready, prepare\n"
        "from netgive_lib.server import NOTEBOOKS, notebooks\n"
        "assert prepare()\n"
        "get_ready([notebooks()['/tab']])\n"
        "from marimo._ast import compiler\n"
        "assert 'netgive_lib.charts.tab' in sys.modules and 'netgive_lib.charts.offers' not in sys.modules\n"
        "known = compiler.compile_cell.__closure__\n"
        "sizes = [len(cell.cell_contents) for cell in known if isinstance(cell.cell_contents, dict)]\n"
        "assert sizes[0] > 40, sizes\n"  # each cell twice: as it is read, and as the page runs it
    )
    subprocess.run([sys.executable, "-c", code], check=True)


_LOOK = """
import sys
from dataclasses import make_dataclass
from marimo._ast import cell, compiler
from marimo._runtime import execution, runtime
from marimo._output import md
from marimo._session.notebook import serializer
from marimo._session.state import session_view
{different}
def places():
    modules = (compiler, runtime, execution, md, session_view, cell.CellImpl, serializer.DEFAULT_NOTEBOOK_SERIALIZERS)
    return [dict(vars(each) if hasattr(each, "__dict__") else each) for each in modules]
before = places()
from netgive_lib.prepared import prepare
assert not prepare()
assert places() == before, "half of it was changed"
"""


@known
@pytest.mark.parametrize("different", [
    "del cell.CellImpl.imported_namespaces",
    "cell.CellImpl.imported_namespaces = 1",
    "del cell.CellImpl.set_runtime_state",
    "del md._render_markdown",
    "del session_view.deserialize_kernel_message",
    "compiler._build_source_position_map = int",
    "serializer.DEFAULT_NOTEBOOK_SERIALIZERS.clear()",
    "del serializer.DEFAULT_NOTEBOOK_SERIALIZERS",
    "del cell.CellImpl.__dataclass_fields__['sql_refs']",
    "cell.ImportWorkspace = make_dataclass('ImportWorkspace', ['other'])",
    "cell.ImportWorkspace = int",
], ids=lambda text: text[:60])  # fmt: skip
def test_a_marimo_with_other_insides_is_left_as_it_is(different):
    look = _LOOK.format(different=different).replace(
        "serializer.DEFAULT_NOTEBOOK_SERIALIZERS)", "getattr(serializer, 'DEFAULT_NOTEBOOK_SERIALIZERS', {}))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
