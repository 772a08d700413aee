"""Every workbook runs alone, with no server, and can be exported as a page to share."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest

from netgive_lib.network import Network
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


def awkward():
    """People whom pages must show all the same: namesakes, no names, markup, names too long, numbers."""
    network, day = Network().with_settings({"today": "2026-03-01"}), date(2026, 3, 1)
    names = [
        *["Ana Lopes"] * 3,
        "",
        "   ",
        "<b>Bo</b>",
        "# *Chi* `x` $y$ {z} |",
        "=1+1",
        "X" * 300,
        "李明",
        "0",
        "nan",
    ]
    for number, name in enumerate(names):
        ring = number % 6 or None
        network = network.add(
            name, id=f"p{number}", ring=ring, topics=[name, "tea"], note=name, birthday="0000"
        )
        for kind in ("give", "ask", "touch"):
            network = getattr(network, kind)(f"p{number}", name, on=day - timedelta(number * 40))
    assets = [{"id": f"a{n}", "kind": "news", "title": name or "-"} for n, name in enumerate(names)]
    offers = [
        {"id": f"o{n}", "person": f"p{n}", "asset": f"a{n}", "kind": "news", "text": name, "status": "chosen"}
        for n, name in enumerate(names)
    ]
    asks = [
        {"id": f"q{n}", "person": f"p{n}", "text": name, "status": "draft"} for n, name in enumerate(names)
    ]
    moves = [
        {"id": f"m{n}", "person": f"p{n}", "on": day, "offer": f"o{n}", "status": "planned"} for n in range(5)
    ]
    for table, rows in (("assets", assets), ("offers", offers), ("asks", asks), ("moves", moves)):
        network = network.with_rows(table, pl.DataFrame(rows))
    return network.with_ties(pl.DataFrame({"a": ["p0", "p1"], "b": ["p1", "p5"]}))


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "network", [awkward(), Network(), Network().add("Ana")], ids=["awkward", "nobody", "one person"]
)
def test_it_runs_whoever_is_in_the_network(workbook, network, tmp_path):
    Store(tmp_path / "mine.netgive").create(network)
    environment = {**os.environ, "NETGIVE_FILE": str(tmp_path / "mine.netgive")}
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
