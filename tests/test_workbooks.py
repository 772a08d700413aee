"""Every workbook runs alone, with no server, and can be exported as a page to share."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from netgive_lib.sample import load_sample
from netgive_lib.server import NOTEBOOKS
from netgive_lib.store import Store

FOLDER = Path(__file__).parent.parent / "workbooks"
WORKBOOKS = sorted(FOLDER.glob("*.py"))
LONGEST_CELL = 30
"""Lines. What is longer belongs in the library, with a test."""


@pytest.fixture
def environment(tmp_path):
    """A folder's own file with the sample's people, where the workbooks look for one."""
    Store(tmp_path / "mine.netgive").create(load_sample("story"))
    return {**os.environ, "NETGIVE_FILE": str(tmp_path / "mine.netgive")}


def cells(workbook):
    tree = ast.parse(workbook.read_text(encoding="utf-8"))
    return [node for node in tree.body if isinstance(node, ast.FunctionDef)]


def test_every_page_of_the_server_is_a_workbook_and_every_workbook_a_page():
    assert sorted(NOTEBOOKS.values()) == [path.name for path in WORKBOOKS]
    assert len(WORKBOOKS) >= 2


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda path: path.stem)
def test_it_runs_as_a_script(workbook, environment, tmp_path):
    done = subprocess.run(
        [sys.executable, workbook], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda path: path.stem)
def test_it_exports_as_a_page_to_share(workbook, environment, tmp_path):
    page = tmp_path / "page.html"
    command = [
        sys.executable,
        "-m",
        "marimo",
        "--yes",
        "export",
        "html",
        str(workbook),
        "-o",
        str(page),
        "--no-include-code",
    ]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    text = page.read_text(encoding="utf-8")
    assert "ng-head" in text
    assert "marimo-error" not in text
    assert "Traceback" not in text


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda path: path.stem)
def test_its_cells_are_named_and_short(workbook):
    found = cells(workbook)
    assert len(found) >= 8
    for cell in found:
        assert cell.name != "_", f"{workbook.name}: a cell without a name at line {cell.lineno}"
        code = [node for node in cell.body if not isinstance(node, ast.Return)]
        words = any("mo.md" in ast.unparse(node) for node in code)
        lines = code[-1].end_lineno - code[0].lineno + 1 if code else 0
        assert words or cell.name == "imports" or lines <= LONGEST_CELL, (
            f"{workbook.name}: {cell.name}, {lines} lines"
        )
