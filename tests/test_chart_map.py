import csv
import io
import json
import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import altair as alt
import polars as pl
import pytest
import vl_convert

from netgive_lib.charts.map import map_drawing, network_map
from netgive_lib.charts.naming import numbers
from netgive_lib.charts.tab import tab_chart
from netgive_lib.charts.theme import THEMES
from netgive_lib.charts.warmth import warmth_chart
from netgive_lib.lettering import text_width
from netgive_lib.network import Network
from netgive_lib.sample import generate

TODAY = date(2026, 11, 2)
NAMES = ("Ada Taker", "Ben Giver", "Cleo Even", "Dan Quiet", "Eve Unrated", "Finn <b>Bold</b>")


def known_tabs():
    """Six people whose looks can be told by hand."""
    net = Network()
    for name, ring in zip(NAMES, (1, 2, 2, 3, None, 4), strict=True):
        net = net.add(
            name, id=name.split()[0].lower(), ring=ring, circle="Film club", organization="Slow Lantern"
        )
    old = TODAY - timedelta(days=1000)
    return (
        net.give("ada", on=TODAY)
        .give("me", on=TODAY, actor="ben")
        .give("cleo", on=TODAY)
        .give("me", on=TODAY, actor="cleo")
        .give("dan", on=old)
    )


def crowd(size, circle="Film club"):
    people = pl.DataFrame(
        {
            "id": [f"p{n:05d}" for n in range(size)],
            "name": [f"Mina {n}" for n in range(size)],
            "circle": [circle] * size,
        }
    ).with_columns(ring=pl.lit(5, pl.Int64))
    return Network(people=people)


def rows_of(spec, column):
    """The rows of the first data set that has this column."""
    return next(rows for rows in spec["datasets"].values() if rows and column in rows[0])


def dots_of(net, **options):
    spec = network_map(net, TODAY, **options).to_dict()
    return {row["id"]: row for row in rows_of(spec, "in_ring")}


@pytest.mark.parametrize("theme", ("light", "dark"))
def test_colour_shows_who_gave_more(theme):
    dots, colors = dots_of(known_tabs(), theme=theme), THEMES[theme]
    assert dots["ada"]["fill"] == colors.tab[4]
    assert dots["ben"]["fill"] == colors.tab[0]
    assert dots["cleo"]["fill"] == colors.tab[2]
    assert dots["eve"]["fill"] == colors.none


def test_a_dormant_dot_is_hollow_in_the_colour_of_its_tab():
    dots, colors = dots_of(known_tabs()), THEMES["light"]
    assert (dots["dan"]["fill"], dots["dan"]["line"]) == (colors.ground, colors.tab_line[4])
    assert dots["dan"]["width"] > dots["eve"]["width"]


def test_the_tooltip_says_it_in_words():
    told = dots_of(known_tabs())
    assert (
        told["dan"]
        | {
            "name": "Dan Quiet",
            "organization": "Slow Lantern",
            "in_ring": "3, twice a year",
            "in_circle": "Film club",
            "last": "6 February 2024",
            "passed": "you gave more (0.1 given, 0.0 received)",
        }
        == told["dan"]
    )
    assert told["eve"]["in_ring"] == "not rated yet"
    assert told["eve"]["passed"] == "nothing given or received yet"
    assert told["eve"]["last"] == "none on record"


def test_the_description_tells_the_picture():
    words = network_map(known_tabs(), TODAY).to_dict()["description"]
    assert "2 November 2026: you in the middle, 6 people around you." in words
    assert "1 in ring 1 (weekly), 2 in ring 2 (monthly)" in words
    assert "1 not rated yet" in words
    assert "Film club (6)" in words
    assert "1 is dormant and drawn hollow." in words
    assert "they gave more in 1, you gave more in 2, it is split in 1, and nothing was given in 2." in words


def test_an_empty_network_says_what_to_do():
    svg = vl_convert.vegalite_to_svg(network_map(Network(), TODAY).to_dict())
    assert "Nobody here yet" in svg


def test_an_anonymous_map_holds_no_name_id_or_organization():
    text = json.dumps(
        network_map(known_tabs(), TODAY, anonymous=True, highlight="ada", selectable=True).to_dict()
    )
    for word in (*NAMES, "Ada", "Lantern", *(f'"{name.split()[0].lower()}"' for name in NAMES)):
        assert word not in text
    assert "no. 6" in text and "Film club" in text


def test_an_anonymous_map_says_the_same_of_everyone_in_another_order():
    named, numbered = (dots_of(known_tabs(), anonymous=anonymous) for anonymous in (False, True))

    def looks(dots):
        return sorted((dot["in_ring"], dot["in_circle"], dot["size"], dot["fill"]) for dot in dots.values())

    assert looks(named) == looks(numbered)
    number = numbers(known_tabs())
    assert sorted(number, key=number.get) != sorted(number)  # ids come from names


def test_a_circle_that_names_somebody_is_a_number_in_an_anonymous_map():
    network = (
        Network()
        .add("Noor Haddad", circle="Family of Noor", organization="Blue Lantern")
        .add("Zoe", circle="the HADDADS")
        .add("Zoé Obi", circle="Haddad & Söhne")
        .add("Bo Li", circle="At Blue Lantern")
        .add("The Will", circle="The old job", organization="IT")
        .add("王小明", circle="王小明的朋友")
        .add("Ana", circle="Friends of Bo")
        .add("Zed", circle="Switzerland")
    )
    text = json.dumps(network_map(network, TODAY, anonymous=True).to_dict())
    assert not any(word in text.casefold() for word in ("noor", "haddad", "lantern", " bo"))
    assert "\\u738b" not in text and "Switzerland" in text
    assert "The old job" in text and "circle 6" in text and "circle 7" not in text


@pytest.mark.parametrize(
    ("name", "circle"),
    [("李小龍", "李家"), ("李 小龍", "李家"), ("김철수", "김 가족"), ("김철수", "철수네"), ("山田のぞみ", "のぞみの会"),
     ("Дарья Ли", "СемьяЛи"), ("欧阳修", "欧阳家")],
)  # fmt: skip
def test_a_family_name_without_a_blank_after_it_is_a_name_too(name, circle):
    network = Network().add(name, circle=circle).add("Zed", circle="Tango")
    text = json.dumps(network_map(network, TODAY, anonymous=True).to_dict(), ensure_ascii=False)
    assert circle not in text and "circle 1" in text and "Tango" in text


def test_a_kana_of_a_name_hides_no_other_circle():
    network = Network().add("のぞみ", circle="花の会").add("山田み", circle="みどり")
    text = json.dumps(network_map(network, TODAY, anonymous=True).to_dict(), ensure_ascii=False)
    assert "花の会" in text and "みどり" in text


@pytest.mark.parametrize("draw", [network_map, warmth_chart])
def test_the_key_makes_room_for_other_words(draw):
    longer = {
        "they gave more": "sie haben dir mehr gegeben",
        "towards you, they gave more": "zu dir: sie gaben mehr",
    }
    longer |= {
        "nothing given yet": "noch wurde in keiner Richtung etwas gegeben",
        "hollow: gone quiet": "hohl: still",
    }
    chart = draw(known_tabs(), TODAY, width=700, translations=longer)
    svg = ElementTree.fromstring(vl_convert.vegalite_to_svg(chart.to_dict()))
    key = [(text.text, *_start(text)) for text in svg.iter("{http://www.w3.org/2000/svg}text") if text.text]
    rows = {}
    for text, x, y in key:
        if text in longer.values() or text in ("away from you, you gave more", "you gave more"):
            rows.setdefault(y, []).append((x, text_width(text, 10)))
    assert sum(map(len, rows.values())) >= 3
    for row in rows.values():
        for (x, wide), (following, _) in pairwise(sorted(row)):
            assert x + wide < following
    assert not set(longer) & {text for text, _, _ in key}


def _start(text):
    """Where a text begins, in the group that it is in."""
    x, y = re.search(r"translate\(([-\d.]+),([-\d.]+)\)", text.get("transform")).groups()
    return float(x), float(y)


@pytest.mark.parametrize("draw", [network_map, warmth_chart, tab_chart])
def test_a_theme_that_is_not_there_is_refused_with_those_that_are(draw):
    with pytest.raises(ValueError, match=r"There is no theme 'blue'\. There is light, dark"):
        draw(known_tabs(), TODAY, theme="blue")


def test_a_name_with_markup_is_shown_as_it_is_written():
    svg = vl_convert.vegalite_to_svg(network_map(known_tabs(), TODAY).to_dict())
    assert ">Finn &lt;b&gt;Bold&lt;/b&gt;</text>" in svg
    assert "<b>" not in svg


def test_the_picture_is_exactly_as_wide_as_asked():
    for width in (320, 390, 960):
        svg = vl_convert.vegalite_to_svg(network_map(known_tabs(), TODAY, width=width).to_dict())
        assert f'width="{width}" height=' in svg[: svg.index(">")]


def test_the_legend_stays_within_the_picture():
    for width in (320, 390, 690, 960):
        spec = network_map(crowd(5000), TODAY, width=width).to_dict()
        words = [row for rows in spec["datasets"].values() for row in rows if row.get("y", 0) > width]
        assert words and all(0 < row["x"] < width - 20 and row["y"] < spec["height"] for row in words)


def test_a_click_selects_by_id_and_the_highlighted_one_is_selected_at_first():
    spec = network_map(known_tabs(), TODAY, selectable=True, highlight="ben").to_dict()
    (pick,) = spec["params"]
    assert pick["name"] == "pick" and pick["select"]["fields"] == ["id"]
    assert pick["value"] == [{"id": "ben"}]
    assert "params" not in network_map(known_tabs(), TODAY).to_dict()


def test_a_highlighted_person_is_ringed_where_nothing_can_be_clicked():
    plain, ringed = (network_map(known_tabs(), TODAY, highlight=who).to_dict() for who in (None, "ben"))
    assert len(ringed["layer"]) == len(plain["layer"]) + 1


def test_a_glyph_carries_its_own_id_and_its_count():
    spec = network_map(crowd(5000), TODAY, selectable=True).to_dict()
    (part,) = rows_of(spec, "inner")
    assert part["id"] == "cell:5:Film club"
    assert part["people"] == "5,000 of 5,000"
    assert "5,000" in vl_convert.vegalite_to_svg(spec)


def test_the_same_network_gives_the_same_chart():
    first, second = (
        json.dumps(network_map(known_tabs(), TODAY, selectable=True).to_dict()) for _ in range(2)
    )
    assert first == second


def test_nothing_is_registered_for_other_charts():
    before = alt.theme.active, alt.data_transformers.active
    network_map(known_tabs(), TODAY, theme="dark").to_dict()
    assert (alt.theme.active, alt.data_transformers.active) == before


def test_the_ends_of_the_scale_differ_in_black_and_white():
    def lightness(color):
        red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
        return 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2

    for theme in THEMES.values():
        theirs, mine = lightness(theme.tab[0]), lightness(theme.tab[4])
        assert (max(theirs, mine) + 0.05) / (min(theirs, mine) + 0.05) > 1.7


def as_a_page_reads(values, format):
    """Rows as Vega reads them: CSV by what it is told of each column, JSON as it is."""
    if format["type"] == "json":
        return values
    read = {"number": float, "string": str, "boolean": {"true": True, "false": False}.__getitem__}
    return [
        {name: read[format["parse"][name]](cell) if cell else None for name, cell in row.items()}
        for row in csv.DictReader(io.StringIO(values))
    ]


@pytest.mark.parametrize(
    "how", [{}, {"selectable": True}, {"selectable": True, "highlight": "", "theme": "dark"}]
)
@pytest.mark.parametrize("size", [0, 90, 700])
def test_a_page_draws_what_the_chart_says(size, how):
    network, today = (generate(size, size * 5, seed=3), TODAY) if size else (Network(), TODAY)
    if "highlight" in how:
        how = {**how, "highlight": network.others["id"][0] if size else None}
    drawn = map_drawing(network, today, **how).spec()
    chart = network_map(network, today, **how).to_dict()  # checked by Altair against Vega-Lite's schema
    data, written = chart.pop("datasets", {}), drawn.pop("datasets")
    assert len(written) == len(data)  # a table that two layers share is there once
    for layer in drawn["layer"]:
        layer["data"] = as_a_page_reads(written[layer["data"]["name"]], layer["data"]["format"])
    for layer in chart["layer"]:
        layer["data"] = data[layer["data"]["name"]]
    del chart["config"]["view"]["continuousWidth"], chart["config"]["view"]["continuousHeight"]
    assert drawn == chart
    assert drawn.get("params", [])[:1] == ([drawn["params"][0]] if "selectable" in how else [])


def test_the_drawn_chart_can_be_restyled():
    chart = network_map(generate(30, 60, seed=1), TODAY)
    wide = chart.properties(width=400, title="Mine").configure_view(fill="white")
    assert wide.to_dict()["width"] == 400 and wide.to_dict()["config"]["view"]["fill"] == "white"
    layered = chart + alt.Chart(pl.DataFrame({"x": [1.0], "y": [2.0]})).mark_point().encode(x="x", y="y")
    assert len(layered.to_dict()["layer"]) == len(chart.layer) + 1
