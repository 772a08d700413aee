"""Imports run down the layers: what is below knows nothing of what is above."""

import ast
from pathlib import Path

import pytest

import netgive_lib

PACKAGE = Path(netgive_lib.__file__).parent
LAYERS = {
    "the words": "called schema describe cells lettering resources uncollected weeks when_asked",
    "the value": "network remember namesakes structure",
    "in, and kept": "changes sql sources store export memory_store practice",
    "what is so, today": "sample ties graph graph_rows topics nuisance tab simulation logbook logline day_said "
    "reconnect mattering rating",
    "what to do": "wording asks inventory offers introductions sparks plan moves glad ring",
    "pictures and files out": "layout charts gexf graph_files handouts",
    "the pages": "workshop exercises widgets desk listing pages",
    "how people get at it": "prepared scripts server classroom commands cli __main__",
}
"""Each layer may import itself and those before it."""
UP_ON_USE = {("network", "graph"), ("network", "plan"), ("network", "moves"), ("desk", "classroom")}
"""The verbs that hand over to the layers above, and the class made up for one person: imported on use."""
RANK = {name: rank for rank, names in enumerate(LAYERS.values()) for name in names.split()}


def modules():
    """The parts of the package by name: a module, or a folder with all that is in it."""
    for path in PACKAGE.rglob("*.py"):
        inside = path.relative_to(PACKAGE)
        if inside.parts[0] not in ("__init__.py", "_workbooks", "_data"):
            yield inside.parts[0].removesuffix(".py"), path


def imported(path):
    """What a module imports of the package when it runs: not what only a type checker reads."""
    pending = [ast.parse(path.read_text(encoding="utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            pending.extend(node.orelse)
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "netgive_lib":
            _, *rest = node.module.split(".")
            yield from rest[:1] or (alias.name for alias in node.names)
        pending.extend(ast.iter_child_nodes(node))


@pytest.fixture(scope="module")
def imports():
    return {
        (name, other) for name, path in modules() for other in imported(path) if not other.startswith("__")
    }


def test_every_part_of_the_package_is_in_one_layer():
    assert {name for name, _ in modules()} == set(RANK)
    assert len(RANK) == sum(len(names.split()) for names in LAYERS.values())


def test_imports_run_down_only(imports):
    assert len(imports) > 100
    up = {(name, other) for name, other in imports if RANK[other] > RANK[name]}
    assert up == UP_ON_USE


def test_no_two_parts_import_each_other(imports):
    above = imports - UP_ON_USE
    assert {(a, b) for a, b in above if a != b and (b, a) in above} == set()
