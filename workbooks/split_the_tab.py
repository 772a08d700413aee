# /// script
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(
    width="full",
    app_title="netgive: split the tab",
    css_file="netgive.css",
    html_head_file="netgive_head.html",
)


@app.cell(hide_code=True)
def imports():
    from html import escape

    import marimo as mo

    from netgive_lib.charts.simulation import simulation_chart
    from netgive_lib.charts.tab import months_chart, tab_chart
    from netgive_lib.exercises import on_tab as exercises
    from netgive_lib.logline import EXAMPLES, LogLineError, parse
    from netgive_lib.pages import furniture, inputs, tabs
    from netgive_lib.pages.at_work import Page
    from netgive_lib.simulation import simulate

    return (
        EXAMPLES,
        LogLineError,
        Page,
        escape,
        exercises,
        furniture,
        inputs,
        mo,
        months_chart,
        parse,
        simulate,
        simulation_chart,
        tab_chart,
        tabs,
    )


@app.cell(hide_code=True)
def open_file(Page, mo):
    here = Page(mo.app_meta())
    get_network, set_network = mo.state(here.network)
    get_said, set_said = mo.state(None)
    get_form, set_form = mo.state(0)
    return get_form, get_network, get_said, here, set_form, set_network, set_said


@app.cell(hide_code=True)
def saving(here, set_form, set_network, set_said):
    def do(what, verb):
        words = here.do(what, verb)
        set_network(here.network)
        set_said(words)
        return words

    def take_back(_):
        set_said(here.undo())
        set_network(here.network)
        set_form(lambda count: count + 1)

    return do, take_back


@app.cell(hide_code=True)
def head(furniture, get_network, here, mo):
    get_network()
    mo.Html(furniture.head(here, "/tab"))
    return


@app.cell(hide_code=True)
def idea(mo):
    mo.md("""
    # Split the tab

    Among friends nobody counts, and over the years it comes out about even. Here you see what passed between you and
    each person. Not to collect, but to notice: for whom is it your turn?
    """)
    return


@app.cell(hide_code=True)
def which_picture(mo):
    view = mo.ui.radio(
        ["Person by person", "Month by month"], value="Person by person", inline=True, label="Show"
    )
    return (view,)


@app.cell(hide_code=True)
def picture(get_network, here, inputs, mo, months_chart, tab_chart, view):
    _draw = tab_chart if view.value == "Person by person" else months_chart
    _chart = inputs.clickable(_draw(get_network(), here.today, width=here.picture_width, theme=here.theme))
    _name = "tab" if _draw is tab_chart else "months"
    _saved = inputs.downloads(_name, lambda **how: _draw(get_network(), here.today, theme=here.theme, **how))
    mo.vstack([mo.Html('<span class="ng-picture"></span>'), view, _chart, _saved])
    return


@app.cell(hide_code=True)
def side(get_network, here, line_box, mo, status, tabs):
    mo.vstack(
        [
            mo.Html('<span class="ng-panel"></span>'),
            mo.Html(tabs.figures(get_network(), here.today)),
            status,
            line_box,
            mo.md("**It is your turn with**"),
            mo.Html(tabs.owed(get_network(), here.today)),
            mo.md("**Who owes you nothing**"),
            mo.Html(tabs.owing(get_network(), here.today)),
        ]
    )
    return


@app.cell(hide_code=True)
def undo_button(mo, take_back):
    undo = mo.ui.button(label="Undo", on_click=take_back, tooltip="Take the latest change back")
    return (undo,)


@app.cell(hide_code=True)
def status(furniture, get_said, mo, undo):
    status = mo.hstack([mo.Html(furniture.said(get_said())), undo], justify="space-between", align="center")
    return (status,)


@app.cell(hide_code=True)
def type_a_line(EXAMPLES, get_form, mo):
    get_form()
    line = mo.ui.text(
        label="What passed? One line is enough; Enter saves it",
        placeholder=EXAMPLES[0],
        full_width=True,
        debounce=False,
    )
    return (line,)


@app.cell(hide_code=True)
def understand(LogLineError, here, line, parse):
    entry, problem = None, None
    try:
        entry = parse(line.value, here.network, here.today) if line.value.strip() else None
    except LogLineError as _error:
        problem = str(_error)
    return entry, problem


@app.cell(hide_code=True)
def keep_line(do, entry, here, mo, set_form):
    def _keep(_):
        if entry and do(entry.in_words(here.network).rstrip("."), entry.apply).saved:
            set_form(lambda count: count + 1)

    keep = mo.ui.button(label="Put it on the tab", kind="success", on_click=_keep, disabled=entry is None)
    return (keep,)


@app.cell(hide_code=True)
def line_box(EXAMPLES, entry, escape, furniture, here, keep, line, mo, problem):
    _said = problem or "It is shown back to you before it is saved."
    _box = (
        furniture.callout("right", "Understood.", entry.in_words(here.network))
        if entry
        else furniture.callout("note", "Not yet." if problem else "So:", _said)
    )
    _inside = mo.vstack([line, mo.Html(_box), keep])
    _line = mo.Html(f'<div class="ng-enter" data-line="{escape(line.value)}">{_inside}</div>')
    _examples = mo.accordion({"What can I write?": mo.plain_text("\n".join(EXAMPLES))})
    line_box = mo.vstack([_line, _examples])
    return (line_box,)


@app.cell(hide_code=True)
def keeping_score(get_network, here, mo, tabs):
    mo.vstack(
        [mo.md("## If everyone kept score"), mo.Html(tabs.if_everyone_kept_score(get_network(), here.today))]
    )
    return


@app.cell(hide_code=True)
def play_idea(mo):
    mo.md("""
    ## Play with one tie

    Two dials: how often you give someone something, and how often you ask them for something. They grant what you ask
    and do nothing of their own accord. First guess where warmth and the tab go, then move a dial.
    """)
    return


@app.cell(hide_code=True)
def dials(mo):
    gives = mo.ui.slider(0, 4, step=0.25, value=0.5, label="Gives a month", show_value=True)
    asks = mo.ui.slider(0, 4, step=0.25, value=0.25, label="Asks a month", show_value=True)
    ring = mo.ui.dropdown({f"ring {n}": n for n in (1, 2, 3, 4, 5)}, value="ring 2", label="In")
    mo.hstack([gives, asks, ring], justify="start", wrap=True)
    return asks, gives, ring


@app.cell(hide_code=True)
def simulated(asks, gives, here, inputs, mo, ring, simulate, simulation_chart):
    _days = simulate(gives.value, asks.value, ring=ring.value)
    _chart = inputs.clickable(simulation_chart(_days, width=min(here.window - 60, 1100), theme=here.theme))
    _saved = inputs.downloads("what-if", lambda: simulation_chart(_days, theme=here.theme), names=False)
    mo.vstack([_chart, _saved])
    return


@app.cell(hide_code=True)
def notice(mo):
    mo.md("""
    ## What to notice

    - **A contact warms a tie, whatever it carries.** An ask warms it as much as a gift does. Only the tab tells them
      apart.
    - **Only giving** keeps the tab on your side for ever. Friends like to give too: let them.
    - **Rarely but evenly** beats a burst. Four gifts in a month do less for warmth than one in each season.

    The formulas are those of the map. The half-life of a year, the thresholds and the rhythms of rings 3 to 5 are ours.
    """)
    return


@app.cell(hide_code=True)
def exercises_idea(mo):
    mo.md("""
    ## Try it

    Each answer is checked at once.
    """)
    return


@app.cell(hide_code=True)
def ask_without_ask(exercises, get_network, here, inputs):
    get_network()
    without_ask = inputs.answer_box(exercises.WITHOUT_ASK, here.network, here.today)
    return (without_ask,)


@app.cell(hide_code=True)
def ask_half_life(exercises, get_network, here, inputs):
    get_network()
    half_life = inputs.answer_box(exercises.HALF_LIFE, here.network, here.today)
    return (half_life,)


@app.cell(hide_code=True)
def ask_even(exercises, get_network, here, inputs):
    get_network()
    even = inputs.answer_box(exercises.EVEN_IT, here.network, here.today)
    return (even,)


@app.cell(hide_code=True)
def ask_dial(exercises, get_network, here, inputs):
    get_network()
    dial = inputs.answer_box(exercises.DIAL, here.network, here.today)
    return (dial,)


@app.cell(hide_code=True)
def exercises_shown(dial, even, exercises, get_network, half_life, here, inputs, without_ask):
    get_network()
    inputs.exercises(
        here,
        (
            (exercises.WITHOUT_ASK, without_ask),
            (exercises.HALF_LIFE, half_life),
            (exercises.EVEN_IT, even),
            (exercises.DIAL, dial),
        ),
    )
    return


@app.cell(hide_code=True)
def for_those_who_code(inputs):
    from netgive_lib.exercises import python_more

    task = python_more.TAB_SHARE
    inputs.for_those_who_code(task)
    return (task,)


@app.function
def tab_share(given, received):
    # Which part came from me? This takes things of long ago to weigh what they weighed then.
    mine = sum(weight for weight, days_ago in given)
    theirs = sum(weight for weight, days_ago in received)
    return mine / (mine + theirs)


@app.cell(hide_code=True)
def code_checked(inputs, task):
    inputs.code_checked(task, tab_share)
    return


if __name__ == "__main__":
    app.run()
