# /// script
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(
    width="full",
    app_title="netgive: what you bring",
    css_file="netgive.css",
    html_head_file="netgive_head.html",
)


@app.cell(hide_code=True)
def imports():
    import marimo as mo
    import polars as pl

    from netgive_lib import inventory, sparks, wording
    from netgive_lib.charts.introductions import introductions_chart
    from netgive_lib.charts.offers import offers_chart
    from netgive_lib.describe import KINDS_IN_WORDS, name_of
    from netgive_lib.exercises import on_offers as exercises
    from netgive_lib.introductions import introduction_offers, suggest_introductions
    from netgive_lib.offers import suggest_offers
    from netgive_lib.pages import bringing, furniture, inputs
    from netgive_lib.pages.at_work import Page
    from netgive_lib.widgets.idea_box import IdeaBox

    return (
        IdeaBox,
        KINDS_IN_WORDS,
        Page,
        bringing,
        exercises,
        furniture,
        introduction_offers,
        introductions_chart,
        inputs,
        inventory,
        mo,
        name_of,
        offers_chart,
        pl,
        sparks,
        suggest_introductions,
        suggest_offers,
        wording,
    )


@app.cell(hide_code=True)
def open_file(Page, inputs, mo):
    here = Page(mo.app_meta())
    get_network, set_network = mo.state(here.network)
    get_said, set_said = mo.state(None)
    get_person, set_person = mo.state(None)
    get_panel, set_panel = mo.state(inputs.WHAT_YOU_HAVE)
    get_seen, set_seen = mo.state(frozenset())
    get_form, set_form = mo.state(0)
    passed = set()
    return (
        get_form,
        get_network,
        get_panel,
        get_person,
        get_said,
        get_seen,
        here,
        passed,
        set_form,
        set_network,
        set_panel,
        set_person,
        set_said,
        set_seen,
    )


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

    def refuse(why):
        set_said(here.refused(why))

    return do, refuse, take_back


@app.cell(hide_code=True)
def head(furniture, get_network, here, mo):
    get_network()
    mo.Html(furniture.head(here, "/offers"))
    return


@app.cell(hide_code=True)
def idea(mo):
    mo.md("""
    # What you bring

    You have more to give than you think: news, a story, a spare seat, two people who should meet. Write down what
    you have. The picture shows whom it would please. Then take three minutes for one person, and find what is
    right for *them*.
    """)
    return


@app.cell(hide_code=True)
def picture(
    downloads,
    get_network,
    get_panel,
    here,
    inputs,
    introductions_chart,
    mo,
    offers_chart,
):
    _look = {"width": here.picture_width, "theme": here.theme}
    if get_panel() == inputs.INTRODUCE:
        _chart = introductions_chart(get_network(), here.today, **_look)
    else:
        _chart = offers_chart(get_network(), here.today, **_look, selectable=True)
    picture = inputs.clickable(_chart)
    mo.Html(f'<div class="ng-picture">{picture}{downloads}</div>')
    return (picture,)


@app.cell(hide_code=True)
def save_picture(get_network, get_panel, here, inputs, introductions_chart, offers_chart):
    _name, _chart = (
        ("introductions", introductions_chart)
        if get_panel() == inputs.INTRODUCE
        else ("offers", offers_chart)
    )
    downloads = inputs.downloads(
        _name, lambda **how: _chart(get_network(), here.today, theme=here.theme, **how)
    )
    return (downloads,)


@app.cell(hide_code=True)
def side(brainstorm, get_panel, have, inputs, introduce, mo, panel, status):
    _shown = {
        inputs.WHAT_YOU_HAVE: have,
        inputs.BRAINSTORM: brainstorm,
        inputs.INTRODUCE: introduce,
    }[get_panel()]
    mo.vstack([mo.Html('<span class="ng-panel"></span>'), panel, status, _shown])
    return


@app.cell(hide_code=True)
def follow_click(inputs, picture, set_panel, set_person):
    _cell = inputs.clicked(picture.selections)
    if _cell:
        set_person(_cell.partition("|")[0])
        set_panel(inputs.BRAINSTORM)
    return


@app.cell(hide_code=True)
def choose_panel(get_panel, inputs, mo, set_panel):
    panel = mo.ui.radio(
        inputs.BRINGING, value=get_panel(), inline=True, on_change=set_panel, label="What to do"
    )
    return (panel,)


@app.cell(hide_code=True)
def undo_button(mo, take_back):
    undo = mo.ui.button(label="Undo", on_click=take_back, tooltip="Take the latest change back")
    return (undo,)


@app.cell(hide_code=True)
def status(furniture, get_said, mo, undo):
    status = mo.hstack([mo.Html(furniture.said(get_said())), undo], justify="space-between", align="center")
    return (status,)


@app.cell(hide_code=True)
def kind_of_thing(KINDS_IN_WORDS, mo):
    kind = mo.ui.dropdown(
        {words: kind for kind, words in KINDS_IN_WORDS.items()}, value="News", label="What kind"
    )
    return (kind,)


@app.cell(hide_code=True)
def add_thing(bringing, do, get_form, here, inventory, kind, mo, refuse, set_form):
    get_form()

    def _add(values):
        if not values:
            return
        if not values["title"].strip():
            refuse("Say what it is first.")
        else:
            _title = values["title"].strip()
            do(
                f"you could bring {_title}",
                lambda network: inventory.with_asset(
                    network,
                    kind.value,
                    _title,
                    values["topics"].split(","),
                    bringing.last_day(values["ends"], values["good_until"], here.today),
                )[0],
            )
            set_form(lambda count: count + 1)

    thing = (
        mo.md("{title}\n\n{topics}\n\n{ends} {good_until}")
        .batch(
            title=mo.ui.text(label="What it is", placeholder="two seats at the screening", full_width=True),
            topics=mo.ui.text(
                label="What it is about", placeholder="film, design: with commas between", full_width=True
            ),
            ends=mo.ui.checkbox(label="It has a last day:"),
            good_until=mo.ui.date(value=here.today, label="Last day"),
        )
        .form(submit_button_label="Write it down", bordered=False, on_change=_add)
    )
    return (thing,)


@app.cell(hide_code=True)
def remove_thing(do, get_network, inputs, inventory):
    def _remove(asset):
        if asset:
            do("took something off", lambda network: inventory.without_asset(network, asset))

    remove = inputs.things_box(get_network(), _remove)
    return (remove,)


@app.cell(hide_code=True)
def have(bringing, get_network, kind, mo, remove, sparks, thing):
    _assets = get_network().assets.to_dicts()
    have = mo.vstack(
        [
            mo.md(
                "**What do you have?** Pick a kind, read the questions, and write down what comes to mind."
            ),
            kind,
            mo.Html(bringing.questions(sparks.asset_sparks()[kind.value], "Ask yourself")),
            thing,
            mo.Html(bringing.things(_assets)),
            *([remove] if _assets else []),
        ]
    )
    return (have,)


@app.cell(hide_code=True)
def choose_person(get_network, get_person, inputs, set_person, set_seen):
    def _turn_to(person):
        set_person(person)
        set_seen(frozenset())

    who = inputs.person_box(get_network(), get_person(), _turn_to)
    return (who,)


@app.cell(hide_code=True)
def next_person(get_network, get_person, here, mo, passed, refuse, set_person, set_seen, sparks):
    get_network()

    def _next(_):
        _person = sparks.next_person(here.network, here.today, get_person(), passed)
        if _person is None:
            refuse("There is nobody in rings 1 to 3 to think about. Say on the map how close people are.")
        set_person(_person)
        set_seen(frozenset())

    next_person = mo.ui.button(label="Next person", on_click=_next)
    return (next_person,)


@app.cell(hide_code=True)
def five_sparks(get_person, get_seen, here, sparks):
    _person = get_person()
    five = sparks.sparks_for(here.network, here.today, _person, get_seen())[:5] if _person else []
    return (five,)


@app.cell(hide_code=True)
def other_sparks(five, mo, set_seen):
    def _others(_):
        set_seen(lambda seen: seen | {spark.id for spark in five})

    others = mo.ui.button(label="Five others", on_click=_others)
    return (others,)


@app.cell(hide_code=True)
def type_ideas(IdeaBox, get_form, get_person, here, mo, name_of):
    get_form()
    _person = get_person()
    _name = name_of(here.network.person(_person)) if _person in here.network.people["id"] else "them"
    box = mo.ui.anywidget(IdeaBox(label=f"An idea for {_name}", placeholder="One idea, then Enter"))
    kept = []
    return box, kept


@app.cell(hide_code=True)
def keep_ideas(box, do, get_person, here, inventory, kept):
    for _idea in box.value["ideas"][len(kept) :]:
        kept.append(_idea)
        do(
            "an idea",
            lambda network, _idea=_idea: inventory.with_offer(network, get_person(), _idea, today=here.today)[
                0
            ],
        )
    return


@app.cell(hide_code=True)
def read_along(bringing, box, kept, mo, wording):
    _text = box.value["draft"] or (box.value["ideas"] or kept or [""])[-1]
    read_along = mo.Html(bringing.wording(_text, wording.check_offer(_text) if _text else []))
    return (read_along,)


@app.cell(hide_code=True)
def pick_best(do, get_network, get_person, inputs, inventory, mo, pl, refuse):
    _is_open = pl.col("status").is_in(["idea", "chosen"])
    ideas = get_network().offers.filter((pl.col("person") == (get_person() or "")) & _is_open).to_dicts()
    best = inputs.ideas_box(ideas)

    def _acts(what, verb):
        def act(_):
            if best.value:
                do(what, lambda network: verb(network, best.value))
            else:
                refuse("Choose one of the ideas first.")

        return act

    choose = mo.ui.button(
        label="This one", kind="success", on_click=_acts("chose an offer", inventory.choose)
    )
    drop = mo.ui.button(label="Drop it", on_click=_acts("dropped an idea", inventory.drop))
    return best, choose, drop, ideas


@app.cell(hide_code=True)
def gave_it(best, do, here, inventory, mo, refuse):
    def _gave(_):
        if best.value:
            do("brought it", lambda network: inventory.given(network, best.value, here.today))
        else:
            refuse("Choose one of the ideas first.")

    gave = mo.ui.button(label="I have brought it", on_click=_gave)
    return (gave,)


@app.cell(hide_code=True)
def what_fits(
    bringing,
    get_network,
    get_person,
    here,
    introduction_offers,
    mo,
    suggest_offers,
):
    _person = get_person()
    _network = get_network()
    fits = mo.Html("")
    if _person and _person in _network.others["id"]:
        _rows = suggest_offers(_network, here.today, _person).head(4).to_dicts()
        _rows += introduction_offers(_network, here.today, _person).head(2).to_dicts()
        fits = mo.Html(bringing.suggestions(_rows))
    return (fits,)


@app.cell(hide_code=True)
def facts(furniture, get_network, get_person, here, mo):
    _person = get_person()
    if _person and _person in get_network().others["id"]:
        facts = mo.Html(furniture.card(get_network(), _person, here.today))
    else:
        facts = mo.md("Choose a name, take the next person, or click a cell of the picture.")
    return (facts,)


@app.cell(hide_code=True)
def brainstorm(
    best,
    box,
    bringing,
    choose,
    drop,
    facts,
    fits,
    five,
    furniture,
    gave,
    get_network,
    get_person,
    here,
    ideas,
    mo,
    next_person,
    others,
    read_along,
    who,
):
    _first = [
        mo.md(
            "**Three minutes for one person.** Write down whatever comes: many ideas first, the best one after."
        ),
        mo.Html(furniture.thought_about(get_network(), here.today)),
        mo.hstack([who, next_person], justify="start", align="end", wrap=True),
    ]
    _picking = [best, mo.hstack([choose, drop, gave], justify="start", wrap=True)] if ideas else []
    _work = [
        mo.Html(bringing.sparks(five)),
        others,
        box,
        read_along,
        *_picking,
        mo.md("**What you have that fits them**"),
        fits,
        facts,
    ]
    brainstorm = mo.vstack([*_first, *(_work if get_person() else [facts])])
    return (brainstorm,)


@app.cell(hide_code=True)
def introduce(bringing, get_network, here, mo, suggest_introductions):
    introduce = mo.vstack(
        [
            mo.md(
                "**Two people who should meet.** It costs you one message, and both may thank you for years. "
                "Ask each of them first, on their own."
            ),
            mo.Html(
                bringing.introductions(suggest_introductions(get_network(), here.today, most=8).to_dicts())
            ),
        ]
    )
    return (introduce,)


@app.cell(hide_code=True)
def notice(mo):
    mo.md("""
    ## What to notice

    - **Empty rows.** For some people you have nothing written down. That is no verdict: three minutes are for them.
    - **Full columns.** One thing that pleases many is worth keeping fresh.
    - **Your inner ring.** We tend to bring something to people whom we hardly know, and nothing to our friends.
    """)
    return


@app.cell(hide_code=True)
def formulas(mo):
    mo.accordion(
        {
            "How the fit is made": mo.md("""
    The fit of a thing to a person is a number between 0 and 1, made of five parts. All five are ours.

    - **Topic.** Something that they care about or do has to be what it is about. A topic that few of the people
      whom you know share counts more than one that most of them do.
    - **Kind.** The latest thing is worth most to someone senior, recognition to someone junior, taste to someone
      who shares yours, a skill to someone who asked for it.
    - **Freshness.** Nothing is suggested after its last day. What ends soon comes first.
    - **Novelty.** What you brought them before is not suggested again, and another of the same kind counts less.
    - **Asked.** What they asked you for counts extra.

    An introduction is worth most where the two have something for each other and no other way to meet: a
    *structural hole* between them (Burt, *Structural Holes*, 1992).
    """)
        }
    )
    return


@app.cell(hide_code=True)
def exercises_idea(mo):
    mo.md("""
    ## Try it

    Four exercises: to rewrite, to choose, to find, to guess. Each answer is checked at once.
    """)
    return


@app.cell(hide_code=True)
def ask_rewrite(exercises, here, inputs):
    rewrite = inputs.answer_box(exercises.REWRITE, here.network, here.today)
    return (rewrite,)


@app.cell(hide_code=True)
def ask_match(exercises, get_network, here, inputs):
    get_network()
    match = inputs.answer_box(exercises.MATCH, here.network, here.today)
    return (match,)


@app.cell(hide_code=True)
def ask_hidden(exercises, get_network, here, inputs):
    get_network()
    hidden = inputs.answer_box(exercises.HIDDEN, here.network, here.today)
    return (hidden,)


@app.cell(hide_code=True)
def ask_nothing_fits(exercises, here, inputs):
    nothing_fits = inputs.answer_box(exercises.NOTHING_FITS, here.network, here.today)
    return (nothing_fits,)


@app.cell(hide_code=True)
def exercises_shown(exercises, get_network, here, hidden, inputs, match, nothing_fits, rewrite):
    get_network()
    inputs.exercises(
        here,
        (
            (exercises.REWRITE, rewrite),
            (exercises.MATCH, match),
            (exercises.HIDDEN, hidden),
            (exercises.NOTHING_FITS, nothing_fits),
        ),
    )
    return


@app.cell(hide_code=True)
def for_those_who_code(inputs):
    from netgive_lib.exercises import python_tasks

    task = python_tasks.COULD_MEET
    inputs.for_those_who_code(task)
    return (task,)


@app.function
def could_meet(graph):
    # Which two people have nothing to do with each other? This finds too many.
    return [(a, b) for a in graph for b in graph if not graph.has_edge(a, b)]


@app.cell(hide_code=True)
def code_checked(inputs, task):
    inputs.code_checked(task, could_meet)
    return


if __name__ == "__main__":
    app.run()
