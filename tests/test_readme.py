"""README says what is so: its commands are there, its example runs, its two commands are the only set-up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netgive_lib.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_there_are_two_commands_and_one_of_them_tests():
    opens, tests = blocks("sh")
    assert opens.strip().endswith("netgive open")
    assert "pytest" in tests
    assert all(len(block.strip().splitlines()) == 1 for block in (opens, tests))


def test_the_python_example_runs(capsys):
    (example,) = blocks("python")
    exec(compile(example, "README.md", "exec"), {})
    assert "warmth" in capsys.readouterr().out


def test_every_command_is_documented_and_exists():
    documented = set(re.findall(r"^\| `netgive ([a-z]+)", README, re.MULTILINE))
    assert documented == set(main.commands)


@pytest.mark.parametrize("name", main.commands)
def test_every_option_says_what_it_is_for(name):
    for parameter in main.commands[name].params:
        if parameter.param_type_name == "option":
            assert parameter.help, f"netgive {name} {parameter.name}"


def test_every_file_that_is_linked_is_there():
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    for link in links:
        assert (ROOT / link).exists(), link
