"""The inputs of a page: marimo elements that are the same on several pages, and the way back from their values."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import altair as alt
import marimo as mo
import polars as pl
from polars import selectors

from netgive_lib.charts import fonts, save
from netgive_lib.charts.marks import PICK, Drawing
from netgive_lib.describe import counted, day_in_words, each_once
from netgive_lib.namesakes import told_apart
from netgive_lib.pages import furniture
from netgive_lib.schema import ME
from netgive_lib.workshop import answered, solved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from netgive_lib.exercises.in_python import Coding
    from netgive_lib.network import Network
    from netgive_lib.pages.at_work import Page
    from netgive_lib.workshop import Exercise

BRING_IN, HOW_CLOSE, ONE_PERSON = "Bring people in", "How close", "One person"
TWICE = "Same person?"
PANELS = (BRING_IN, HOW_CLOSE, ONE_PERSON, TWICE)
"""What can be done beside the map."""
WHAT_YOU_HAVE, BRAINSTORM, INTRODUCE = "What you have", "One person", "Introductions"
BRINGING = (WHAT_YOU_HAVE, BRAINSTORM, INTRODUCE)
"""What can be done beside the picture of offers."""
WARM_UP, QUIET, PLAN, DONE, TOUCH = "Warm up", "Who went quiet", "The plan", "Done", "Just a touch"
RECONNECTING = (WARM_UP, QUIET, PLAN, DONE, TOUCH)
"""What can be done on the page that keeps you in touch."""
CARD, HELP, OUTCOME = "Your card", "Help someone", "What came of it"
IN_RING = (CARD, HELP, OUTCOME)
"""What can be done in the ring."""
LARGEST_UPLOAD = 300_000_000
"""The largest file that a page takes, in bytes."""
MOST_IN_SVG = 600
"""A picture with more marks than this is drawn on a canvas. The map of some 300 people has as many."""


def first_panel(network: Network) -> str:
    """What to do first: bring people in, or rate those who are there."""
    return HOW_CLOSE if network.size else BRING_IN


def clickable(picture: alt.LayerChart | Drawing) -> Any:
    """A picture that can be clicked; read its `selections` with `clicked`."""
    embedded = embedding(picture)
    if isinstance(picture, Drawing):
        chart: Any = _WrittenOut(picture.spec() | {"usermeta": embedded})
    else:
        # Not `properties(...)`, which copies all layers and checks them again: a fifth of what the picture takes.
        picture.usermeta = embedded
        if picture.params is alt.Undefined:
            # Where the picture before it could be clicked, the page listens for that until it has drawn this one.
            picture.params = [alt.VariableParameter(name=PICK, value=False)]
        chart = picture
    with alt.data_transformers.enable(_INLINE):
        return mo.ui.altair_chart(chart, chart_selection=False, legend_selection=False)


def embedding(picture: alt.LayerChart | Drawing) -> dict[str, Any]:
    """How a page draws a picture: its `usermeta`, for Vega.

    As SVG, in which words are text and each mark carries a label that screen readers find. With very many marks on a
    canvas, which is redrawn in half the time: the browser has to find the styles of each part of an SVG, every time.
    """
    many = isinstance(picture, Drawing) and picture.size > MOST_IN_SVG
    return {"embedOptions": {"renderer": "canvas" if many else "svg", "actions": False}}


class _WrittenOut(alt.TopLevelMixin):
    """A chart that is written out already, to hand to marimo, which asks a chart for no more than this."""

    data = alt.Undefined

    def __init__(self, spec: dict[str, Any]) -> None:
        self._spec = spec

    def copy(self) -> _WrittenOut:
        """Itself: nothing changes it."""
        return self

    def to_dict(self, *_: Any, **__: Any) -> dict[str, Any]:
        """The Vega-Lite that was written out."""
        return self._spec


def _inlined(data: Any, **_: Any) -> dict[str, Any]:
    """The data within the picture, as in its exports.

    In a file beside it, marimo would read days as midnight in Greenwich, which is the day before in America; and the
    file could be gone when the picture is drawn again meanwhile.
    """
    midnight = selectors.date().cast(pl.Datetime).dt.to_string("%Y-%m-%dT%H:%M:%S")
    return {"values": data.with_columns(midnight).to_dicts()}


_INLINE = "marimo_netgive"
"""A name that begins otherwise marimo would not heed."""
alt.data_transformers.register(_INLINE, _inlined)


class _Fineness:
    """A box to choose how fine a PNG is, and what is chosen: the cell that made a box may not ask it."""

    def __init__(self) -> None:
        self.scale = 2
        options = {f"{n}×": n for n in (1, 2, 4, 8)}
        self.box = mo.ui.dropdown(options, value="2×", label="How fine the PNG is", on_change=self._choose)

    def _choose(self, scale: int | None) -> None:
        self.scale = scale or self.scale


def downloads(name: str, draw: Callable[..., alt.LayerChart], *, names: bool = True) -> Any:
    """Buttons that save a picture; `draw(anonymous=...)` makes it, only when one is pressed.

    With `names` false there is nobody in it to hide, and `draw()` takes nothing.
    """
    fine = _Fineness()

    def button(suffix: str, file: str, **how: bool) -> Any:
        def made() -> bytes:
            chart = draw(**how)
            if suffix in (".png", ".pdf"):
                _tell_lacking(save.content(chart, ".svg").decode())
            return save.content(chart, suffix, scale=fine.scale)

        return mo.download(made, filename=f"{file}{suffix}", label=suffix[1:].upper())

    def row(title: str, file: str, **how: bool) -> Any:
        buttons = [button(suffix, file, **how) for suffix in save.SUFFIXES]
        return mo.hstack([mo.md(title), *buttons], justify="start", align="center", wrap=True)

    rows = [
        row("With names", name, anonymous=False),
        row("Without names", f"{name}-without-names", anonymous=True),
    ]
    return mo.accordion({"Save this picture": mo.vstack([*(rows if names else [row("", name)]), fine.box])})


def _tell_lacking(svg: str) -> None:
    """Say which letters are boxes in a picture for which no font here has them."""
    letters = fonts.lacking(svg)
    if letters:
        mo.status.toast(
            "Some letters are boxes",
            f"No font on this machine has {', '.join(letters[:5])}. An SVG or HTML uses the fonts of whoever opens it.",
            kind="danger",
        )


def clicked(selections: Mapping[str, Any]) -> str | None:
    """The id of the person who was clicked in a picture that carries the selection `pick`."""
    ids = (selections.get(PICK) or {}).get("id") or []
    return str(ids[0]) if ids and not str(ids[0]).startswith("cell:") and ids[0] != ME else None


def everyone(network: Network) -> dict[str, str]:
    """Label -> id of every person, by name; who has another's name too is told apart."""
    return {label: id for id, label in told_apart(network).items()}


def people_of(network: Network, ids: Iterable[str]) -> dict[str, str]:
    """Label -> id of some people, in the order of `ids`."""
    labels = told_apart(network)
    return {labels[id]: id for id in ids}


def options(
    exercises: Iterable[Exercise], network: Network, today: date
) -> tuple[dict[str, str], list[tuple[str, ...]]]:
    """What there is to choose from on a page: people by name, and the choices of its exercises."""
    choices = [exercise.choices_in(network, today) for exercise in exercises if exercise.kind == "choice"]
    return everyone(network), choices


def person_box(network: Network, chosen: str | None, on_change: Callable[[str | None], None]) -> Any:
    """A box to choose one person in, by name."""
    options = everyone(network)
    label = next((label for label, id in options.items() if id == chosen), None)
    return mo.ui.dropdown(options, value=label, searchable=True, label="Who", on_change=on_change)


def things_box(network: Network, on_change: Callable[[str | None], None]) -> Any:
    """A box to choose one of the things in that you could bring."""
    options = each_once((f"{row['title']} ({row['kind']})", row["id"]) for row in network.assets.to_dicts())
    return mo.ui.dropdown(options, searchable=True, label="No longer so: take it off", on_change=on_change)


def ideas_box(rows: Sequence[Mapping[str, Any]]) -> Any:
    """A choice among the ideas for one person."""
    options = {f"{number}. {row['text']}": row["id"] for number, row in enumerate(rows, 1)}
    return mo.ui.radio(options, label="Which is the best?")


def planned_moves(network: Network) -> dict[str, str]:
    """Label -> id of the moves that are planned, by day."""
    names = told_apart(network)
    texts = dict(network.offers.select("id", "text").iter_rows())
    rows = network.moves.filter(pl.col("status") == "planned").sort("on", "id", nulls_last=True).to_dicts()
    return each_once(
        (
            f"{day_in_words(row['on']) if row['on'] else 'some day'}: {names[row['person']]}, "
            f"{texts.get(row['offer']) or row['offer'] or 'no offer yet'}",
            row["id"],
        )
        for row in rows
    )


def answer_box(exercise: Exercise, network: Network, today: date) -> Any:
    """The input for an exercise's answer."""
    label = "Your answer"
    match exercise.kind:
        case "number":
            return mo.ui.text(label=label, placeholder="a number", debounce=600)
        case "person":
            return mo.ui.dropdown(everyone(network), searchable=True, label=label)
        case "pair":
            return mo.ui.multiselect(everyone(network), max_selections=2, label="Your answer: two people")
        case "text":
            return mo.ui.text_area(label=label, rows=4, full_width=True, debounce=400)
        case _:
            return mo.ui.radio(list(exercise.choices_in(network, today)), label=label)


def exercises(here: Page, answers: Iterable[tuple[Exercise, Any]]) -> Any:
    """A page's exercises with their inputs, and how many are solved.

    All in one cell: each cell that runs again at a click sends three messages of its own, to everyone in a class.
    """
    answers = list(answers)
    ready = [exercise for exercise, _ in answers if exercise.is_ready(here.network, here.today)]
    shown = [
        _exercise(here, exercise, answer)
        if exercise in ready
        else mo.Html(f'<p class="ng-question">{escape(exercise.question_in(here.network, here.today))}</p>')
        for exercise, answer in answers
    ]
    later = len(answers) - len(ready)
    wait = f" {counted(later, 'exercises')} can be answered later: above is what it takes." if later else ""
    count = solved(here.network, ready)
    return mo.vstack([*shown, mo.md(f"Solved so far: {count} of {len(ready)}.{wait}")], gap=2)


def _exercise(here: Page, exercise: Exercise, answer: Any) -> Any:
    """An exercise with its input, what is said to the answer, the hints and the worked answer."""
    network, today = here.network, here.today
    feedback = answered(exercise, answer.value, network, today)
    if feedback and feedback.right:
        here.note_solved(exercise)
    hints = {f"Hint {number}": _prose(hint) for number, hint in enumerate(exercise.hints, 1)}
    return mo.vstack(
        [
            mo.Html(f'<p class="ng-question">{escape(exercise.question_in(network, today))}</p>'),
            answer,
            mo.Html(furniture.exercise_answer(feedback, exercise)),
            mo.accordion({**hints, "The worked answer": _prose(exercise.worked(network, today))}),
        ]
    )


def for_those_who_code(task: Coding) -> Any:
    """An exercise in Python: what to do, the hints and the worked answer."""
    where = "In `marimo edit`, change the function in the cell below."
    hints = {f"Hint {number}": mo.md(hint) for number, hint in enumerate(task.hints, 1)}
    steps = mo.accordion({**hints, "The worked answer": mo.md(task.worked)})
    return mo.accordion({"For those who code": mo.vstack([mo.md(f"{task.task} {where}"), steps])})


def code_checked(task: Coding, function: Callable[..., Any]) -> Any:
    """What is said to the function, where it can be changed: readers of the page it would tell that they are wrong."""
    editing = mo.app_meta().mode == "edit"
    return mo.Html(furniture.exercise_answer(task.check(function), task) if editing else "")


def _prose(text: str) -> Any:
    """Words as a paragraph, in which nothing is Markdown or HTML."""
    return mo.Html(f"<p>{escape(text)}</p>")
