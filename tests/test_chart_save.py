import json
import re
from datetime import date

import altair as alt
import polars as pl
import pytest

from netgive_lib.charts import fonts
from netgive_lib.charts import save as saving
from netgive_lib.charts.fonts import readable
from netgive_lib.charts.map import network_map
from netgive_lib.charts.pictures import PICTURES
from netgive_lib.charts.save import SUFFIXES, content, save
from netgive_lib.network import Network
from netgive_lib.sample import load_sample

TODAY = date(2026, 11, 2)
EVIL = "</script><script>alert(1)</script>"


@pytest.fixture(scope="module")
def chart():
    net = (
        Network()
        .add("山田太郎", ring=1, circle="Film club")
        .add(EVIL, ring=2)
        .add("Søren <b>Ito</b>", ring=2)
    )
    return network_map(net, TODAY, width=390)


def test_an_svg_keeps_its_text_and_describes_itself(chart, tmp_path):
    save(chart, tmp_path / "map.svg")
    svg = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg ") and ">山田太郎</text>" in svg
    assert 'role="img" aria-label="Your network on 2 November 2026' in svg
    assert "Søren &lt;b&gt;Ito&lt;/b&gt;" in svg and "<b>" not in svg and "<script" not in svg


def test_a_png_has_the_size_of_the_chart_times_the_scale(chart, tmp_path):
    save(chart, tmp_path / "map.PNG", scale=1.5)
    png = (tmp_path / "map.PNG").read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(png[16:20]) == 585


def test_a_name_with_letters_that_fonts_lack_asks_for_one_that_has_them():
    """A renderer takes any font for a text with a letter that its own lacks, such as one with serifs."""
    asked = '<text font-family="Arial, sans-serif">{}</text>'
    plain, rare = asked.format("Elif Aydın"), asked.format("Quyên Đặng")
    more = rare.replace("Arial", "Arial, DejaVu Sans")
    assert readable(f"<svg>{plain}{rare}{plain}</svg>") == f"<svg>{plain}{more}{plain}</svg>"


def test_letters_that_no_font_here_has_are_told_one_of_each_script(monkeypatch):
    monkeypatch.setattr(fonts, "_has_font", lambda letter: letter not in "山の김👩")
    names = [
        "Zoë Ágnes",
        "Дарья",
        "Ελένη →",
        "山田 のぞみ",
        "김철수",
        "\u0301\u200d 👩\u200d🚀 x\ue000",
        "ليلى",
    ]
    texts = "".join(f'<text font-size="9">{name}</text>' for name in names)
    told = fonts.lacking(f'<svg aria-label="李"><g>{texts}</g></svg>')
    assert told == ["山", "の", "김", "👩"]


def test_a_letter_has_a_font_if_it_is_drawn_unlike_what_has_none():
    assert fonts._has_font("A") and fonts._has_font("ж")
    assert not fonts._has_font("\U0010fff0")


def test_a_pdf_is_made_of_text_and_shapes_and_no_image(chart, tmp_path):
    save(chart, tmp_path / "map.pdf")
    pdf = (tmp_path / "map.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-") and b"/Font" in pdf and b"/Subtype /Image" not in pdf


def test_a_page_has_the_title_of_its_picture_and_is_whole_on_a_phone(chart):
    def head(picture):
        page = content(picture, ".html").decode()
        return re.search(r'<meta name="viewport" content="([^"]*)">\n<title>(.*)</title>', page).groups()

    assert head(chart) == ("width=406", "Your network on 2 November 2026")
    months = chart.properties(title="Three <b> years", width=960)
    assert head(months) == ("width=976", "Three &lt;b&gt; years")
    two = months.properties(title=alt.TitleParams(["One", "two"]))
    assert head(two)[1] == "One two"
    below = months.properties(
        title=alt.TitleParams(["Thick arrows"], orient="bottom"), description="A ring: 3."
    )
    assert head(below)[1] == "A ring"
    assert head(alt.hconcat(alt.Chart().mark_point(), alt.Chart().mark_point()))[0] == "width=device-width"


@pytest.mark.browser
def test_tooltips_of_a_page_stay_in_the_window_and_come_at_a_tap(browser, tmp_path):
    save(PICTURES["plan"](load_sample("story"), date(2026, 11, 2), width=390), tmp_path / "plan.html")
    shown = "() => { const b = document.getElementById('vg-tooltip-element')?.getBoundingClientRect(); "
    shown += "return b && b.width > 0 && [b.left, b.right]; }"
    for touch in (False, True):
        context = browser.new_context(
            viewport={"width": 390, "height": 700}, has_touch=touch, is_mobile=touch
        )
        page = context.new_page()
        page.goto((tmp_path / "plan.html").as_uri())
        mark = page.locator("svg").get_by_text("Ruth Amsalem").first
        mark.tap() if touch else mark.hover()
        page.wait_for_function(shown)
        page.wait_for_timeout(100)
        left, right = page.evaluate(shown)
        assert 0 <= left < right <= page.evaluate("document.documentElement.clientWidth")
        context.close()


def test_a_page_loads_nothing_and_is_not_broken_by_a_name(chart, tmp_path):
    save(chart, tmp_path / "map.html")
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    tags = re.sub(r"(<script[^>]*>).*?(</script>)", r"\1\2", page, flags=re.DOTALL)
    assert tags.count("<script") == tags.count("</script") == 2
    assert not re.search(r"(src|href)\s*=", tags) and "@import" not in tags and "http" not in tags
    assert "alert(1)" not in tags
    assert '<meta charset="utf-8">' in page and "<figcaption>Your network" in page
    spec = json.loads(re.search(r'type="application/json">(.*?)</script>', page, re.DOTALL)[1])
    assert EVIL in json.dumps(spec, ensure_ascii=False) and "tooltip" in json.dumps(spec)


def test_a_json_file_is_the_chart_in_vega_lite(chart, tmp_path):
    save(chart, tmp_path / "map.json")
    spec = json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))
    assert "vega-lite" in spec["$schema"] and spec == chart.to_dict()


@pytest.mark.parametrize("name", ("map.gif", "map", "map.svg.txt"))
def test_another_suffix_is_refused_and_the_five_are_named(chart, tmp_path, name):
    with pytest.raises(ValueError, match="can't be saved as that") as refused:
        save(chart, tmp_path / name)
    assert all(suffix in str(refused.value) for suffix in SUFFIXES)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_what_was_there(chart, tmp_path, monkeypatch):
    (tmp_path / "map.json").write_text("the old one")

    def no_room(*_):
        raise OSError("no room left")

    monkeypatch.setattr(saving.Path, "replace", no_room)
    with pytest.raises(OSError, match="no room left"):
        save(chart, tmp_path / "map.json")
    assert [path.name for path in tmp_path.iterdir()] == ["map.json"]
    assert (tmp_path / "map.json").read_text() == "the old one"


def test_any_chart_can_be_saved(tmp_path):
    bars = alt.Chart(pl.DataFrame({"x": [1, 2]})).mark_bar().encode(x="x:Q")
    for suffix in SUFFIXES:
        save(bars, tmp_path / f"bars{suffix}")
        assert (tmp_path / f"bars{suffix}").stat().st_size > 100


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_a_sign_that_no_picture_can_hold_is_left_out(suffix):
    """The renderer ends the whole process at one: of a class, for everybody."""
    drawn = alt.Chart(pl.DataFrame({"who": ["In\x01es\ufffe"]})).mark_text().encode(text="who:N")
    made = content(drawn.properties(title=f"An\x0bd{chr(0xD800)}"), suffix)
    assert len(made) > 500
    if suffix == ".svg":
        assert "Ines" in made.decode()


def test_more_rows_than_altair_shows_on_its_own_are_drawn():
    many = alt.Chart(pl.DataFrame({"x": list(range(6000))})).mark_point().encode(x="x:Q")
    assert len(json.loads(content(many, ".json"))["datasets"].popitem()[1]) == 6000


def test_a_folder_that_is_not_there_is_named(chart, tmp_path):
    with pytest.raises(FileNotFoundError) as error:
        save(chart, tmp_path / "nowhere" / "map.svg")
    assert error.value.filename == str(tmp_path / "nowhere")
