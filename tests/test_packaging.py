"""What is built is whole: the wheel alone, without the checkout, has the workbooks and the sample."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder that the built wheel was unpacked into."""
    folder = tmp_path_factory.mktemp("wheel")
    built = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(built, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_the_wheel_carries_the_workbooks_and_the_data(installed):
    package = installed / "netgive_lib"
    for name in ("workbooks", "data"):
        shipped = {
            p.relative_to(package / f"_{name}") for p in (package / f"_{name}").rglob("*") if p.is_file()
        }
        here = subprocess.run(["git", "ls-files", name], cwd=ROOT, check=True, capture_output=True, text=True)
        kept = {Path(line).relative_to(name) for line in here.stdout.split() if not line.endswith(".gitkeep")}
        assert kept
        assert kept <= shipped
    assert (package / "py.typed").exists()
    assert not list(installed.rglob("tests"))


def test_the_wheel_draws_the_sample_without_the_checkout(installed, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    for words in (["sample", "story"], ["chart", "map", "-o", "map.svg"]):
        command = [sys.executable, "-m", "netgive_lib", *words, "--file", "s.netgive"]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert "Noor Haddad" in (tmp_path / "map.svg").read_text(encoding="utf-8")
    where = subprocess.run(
        [sys.executable, "-c", "import netgive_lib; print(netgive_lib.__file__)"],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(installed)


def test_every_module_imports_without_the_development_extras(installed, tmp_path):
    modules = sorted(
        ".".join(path.relative_to(installed).with_suffix("").parts)
        for path in (installed / "netgive_lib").rglob("*.py")
        if not any(part.startswith("_") for part in path.relative_to(installed).with_suffix("").parts)
    )
    assert len(modules) > 40
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {
        requirement.split(">")[0].replace("-", "_")
        for requirement in project["optional-dependencies"]["test"]
    }
    script = (
        "import importlib, sys\n"
        f"sys.modules.update(dict.fromkeys({sorted(extras)!r}))\n"  # importing one of these raises
        f"for name in {modules!r}:\n    importlib.import_module(name)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment, check=True)
