"""The pages in docs say what is so: those that are made are as they would be made now, and examples run."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import re
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from netgive_lib.charts.pictures import PICTURES
from netgive_lib.charts.theme import THEMES
from netgive_lib.cli import main
from netgive_lib.pages import furniture, inputs
from netgive_lib.sample import load_sample
from netgive_lib.store import DEFAULT_NAME, Store

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
MADE = ("wording.md", "gallery.md", "commands.md")
LARGEST_PICTURE = 200_000
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.fixture(scope="module")
def make():
    """`docs/make.py` as a module."""
    spec = importlib.util.spec_from_file_location("docs_make", DOCS / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made(make):
    """What `docs/make.py` would write now: path -> content."""
    return make.made()


def test_every_page_that_is_made_is_up_to_date(made):
    assert sorted(name for name in made if name.endswith(".md")) == sorted(MADE)
    for name in MADE:
        assert (DOCS / name).read_text(encoding="utf-8") == made[name], f"run python docs/make.py: {name}"


def test_every_picture_shows_what_it_would_show_now(made):
    """Letters are as wide as the fonts of this machine make them, so that places are not compared."""
    names = [name for name in made if name.endswith(".svg")]
    assert len(names) == len(PICTURES) + 1
    for name in names:
        kept = (DOCS / name).read_text(encoding="utf-8")
        assert shown(kept) == shown(made[name]), f"run python docs/make.py: {name}"
        assert len(kept.encode()) < LARGEST_PICTURE


def shown(svg):
    """The text alternative of a picture, its texts in order, and how many marks of each kind it has."""
    words = re.findall(r'aria-label="([^"]*)"', svg)[:1]
    return words, re.findall(r">([^<>]+)</text>", svg), Counter(re.findall(r"<(path|line|rect|text)\b", svg))


def test_a_picture_is_made_the_same_twice(make):
    chart = make.charts()["tab"]
    assert make.svg(chart) == make.svg(chart)


def test_no_picture_is_left_that_nothing_makes(made):
    there = {f"gallery/{path.name}" for path in (DOCS / "gallery").iterdir()}
    assert there == {name for name in made if name.startswith("gallery/")}


def test_a_file_that_drifts_is_named(make, made, monkeypatch, tmp_path):
    monkeypatch.setattr(make, "DOCS", tmp_path)
    for name, content in made.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    assert list(make.drifted(made)) == []
    (tmp_path / "wording.md").write_text("old", encoding="utf-8")
    (tmp_path / "gallery" / "spring.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "map.svg").unlink()
    assert sorted(make.drifted(made)) == ["gallery/spring.svg", "map.svg", "wording.md"]


def test_every_command_has_its_help_and_those_that_print_an_example(made):
    page = made["commands.md"]
    assert re.findall(r"^## netgive (\w+)$", page, re.MULTILINE) == list(main.commands)
    assert set(re.findall(r"^\$ netgive (\w+)", page, re.MULTILINE)) == set(main.commands) - {
        "open",
        "classroom",
    }
    assert "Error" not in page and "Traceback" not in page and "/tmp" not in page


def test_what_is_cut_says_so(make):
    lines = [str(n) for n in range(100)]
    assert make.shortened("\n".join(lines)).splitlines()[-1] == f"… and {100 - make.MOST_LINES} lines more"
    assert (
        make.shortened("\n".join(lines[: make.MOST_LINES + 1])).splitlines() == lines[: make.MOST_LINES + 1]
    )
    assert make.shortened("x" * 500) == "x" * make.LONGEST_LINE + " …"


@pytest.mark.parametrize("name", ["graph.md", "restyling.md"])
def test_the_examples_of_a_page_print_what_it_says(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NETGIVE_FILE", raising=False)
    monkeypatch.setitem(THEMES, "print", THEMES["light"])  # a look that a page adds is gone afterwards
    Store(DEFAULT_NAME).create(load_sample("story"), "a sample")
    text = (DOCS / name).read_text(encoding="utf-8")
    names, parser, runner = {}, doctest.DocTestParser(), doctest.DocTestRunner(optionflags=FLAGS)
    blocks = list(re.finditer(r"```pycon\n(.*?)```", text, re.DOTALL))
    assert len(blocks) > 5
    for block in blocks:
        line = text.count("\n", 0, block.start())
        test = parser.get_doctest(block[1], names, name, name, line)
        assert test.examples
        runner.run(test, clear_globs=False)
        names |= test.globs
    assert runner.summarize(verbose=False).failed == 0


def test_the_plans_of_the_guide_leave_no_minute_out_and_name_pages_that_are_there():
    text = (DOCS / "facilitating.md").read_text(encoding="utf-8")
    parts = re.split(r"^#{2,3} ", text, flags=re.MULTILINE)
    rows = {
        part.split("\n")[0]: re.findall(r"^\| (\d+)–(\d+) \|.*\| ([^|]+) \|$", part, re.MULTILINE)
        for part in parts
    }
    plans = {title: found for title, found in rows.items() if found}
    lengths = {"45 minutes": 45, "90 minutes": 90, "180 minutes": 180}
    assert list(plans)[:3] == list(lengths) and sum(title.startswith("Week ") for title in plans) == 4
    titles = {title for _, title in furniture.PAGES}
    panels = {*inputs.PANELS, *inputs.BRINGING, *inputs.RECONNECTING, *inputs.IN_RING}
    for title, found in plans.items():
        stops = [int(minute) for start, end, _ in found for minute in (start, end)]
        assert stops[0] == 0 and stops[-1] == lengths.get(title, 60)
        assert stops[1:-1:2] == stops[2::2], title
        for *_, page in found:
            where, _, panel = page.partition(": ")
            assert where in titles | {"paper", "own phone", "–"}, page
            assert where not in titles or not panel or panel in panels, page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page):
    text = page.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        if "://" not in link:
            assert (page.parent / link).exists(), link


def test_a_page_names_only_commands_that_are_there():
    named = set()
    for page in PAGES:
        named |= set(re.findall(r"`netgive ([a-z]+)\b", page.read_text(encoding="utf-8")))
    assert len(named) > 5
    assert named <= set(main.commands)


def test_what_is_named_in_docstrings_and_pages_is_there():
    pages = [*DOCS.parent.glob("*.md"), *PAGES, *(DOCS.parent / "netgive_lib").rglob("*.py")]
    named = {
        name for path in pages for name in re.findall(r"`(netgive_lib(?:\.\w+)+)", path.read_text("utf-8"))
    }
    assert len(named) > 10
    assert [name for name in sorted(named) if not is_there(name)] == []


def is_there(name):
    """Whether it is a module, or something in one."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        with suppress(ImportError):
            found = importlib.import_module(".".join(parts[:count]))
            for part in parts[count:]:
                found = getattr(found, part, None)
            return found is not None
    return False
