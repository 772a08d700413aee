# /// script
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(
    width="full",
    app_title="netgive: your map",
    css_file="netgive.css",
    html_head_file="netgive_head.html",
)


@app.cell(hide_code=True)
def imports():
    import marimo as mo

    from netgive_lib import practice
    from netgive_lib.charts.map import map_drawing, network_map
    from netgive_lib.describe import listed, name_of
    from netgive_lib.exercises import on_map as exercises
    from netgive_lib.logbook import SIZES, WAYS, logged
    from netgive_lib.pages import editing, furniture, inputs
    from netgive_lib.pages import who as who_is_who
    from netgive_lib.pages.at_work import Page
    from netgive_lib.rating import RINGS_IN_WORDS, RatingRounds
    from netgive_lib.sources.bring import bring, gather
    from netgive_lib.sources.candidates import possible_duplicates
    from netgive_lib.sources.decisions import different, same, take_apart
    from netgive_lib.widgets.rating import rating_widget

    return (
        Page,
        RINGS_IN_WORDS,
        RatingRounds,
        SIZES,
        WAYS,
        bring,
        different,
        editing,
        exercises,
        furniture,
        gather,
        inputs,
        listed,
        logged,
        map_drawing,
        mo,
        name_of,
        network_map,
        possible_duplicates,
        practice,
        rating_widget,
        same,
        take_apart,
        who_is_who,
    )


@app.cell(hide_code=True)
def open_file(Page, RatingRounds, exercises, inputs, mo):
    here = Page(mo.app_meta())
    rounds = RatingRounds()
    get_network, set_network = mo.state(here.network)
    get_said, set_said = mo.state(None)
    get_person, set_person = mo.state(None)
    get_panel, set_panel = mo.state(inputs.first_panel(here.network))
    get_batch, set_batch = mo.state(0)
    get_form, set_form = mo.state(0)
    get_passed, set_passed = mo.state(frozenset())
    get_options, set_options = mo.state(inputs.options(exercises.EXERCISES, here.network, here.today))
    return (
        get_batch,
        get_form,
        get_network,
        get_options,
        get_panel,
        get_passed,
        get_person,
        get_said,
        here,
        rounds,
        set_batch,
        set_form,
        set_network,
        set_options,
        set_panel,
        set_passed,
        set_person,
        set_said,
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
    mo.Html(furniture.head(here, "/map"))
    return


@app.cell(hide_code=True)
def idea(mo):
    mo.md("""
    # Your map

    You know more people than you think of in a week. Here you bring them in, say how close each one is,
    and see what passed between you. Click anyone to see their card.
    """)
    return


@app.cell(hide_code=True)
def picture(get_network, here, inputs, map_drawing, mo, network_map):
    picture = inputs.clickable(
        map_drawing(
            get_network(),
            here.today,
            width=here.picture_width,
            theme=here.theme,
            selectable=True,
            highlight=here.picked,
        )
    )
    _saved = inputs.downloads(
        "map", lambda **how: network_map(get_network(), here.today, theme=here.theme, **how)
    )
    mo.Html(f'<div class="ng-picture ng-stays">{picture}{_saved}</div>')
    return (picture,)


@app.cell(hide_code=True)
def side(bring_in, card, get_panel, how_close, inputs, mo, panel, status, twice):
    _shown = {
        inputs.BRING_IN: bring_in,
        inputs.HOW_CLOSE: how_close,
        inputs.ONE_PERSON: card,
        inputs.TWICE: twice,
    }[get_panel()]
    mo.vstack([mo.Html('<span class="ng-panel"></span>'), panel, status, _shown])
    return


@app.cell(hide_code=True)
def follow_click(here, inputs, picture, set_panel, set_person):
    _clicked = inputs.clicked(picture.selections)
    if _clicked:
        here.picked = _clicked
        set_person(_clicked)
        set_panel(inputs.ONE_PERSON)
    return


@app.cell(hide_code=True)
def choose_panel(get_panel, inputs, mo, set_panel):
    panel = mo.ui.radio(
        inputs.PANELS, value=get_panel(), inline=True, on_change=set_panel, label="What to do"
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
def choose_files(get_form, here, inputs, mo, practice):
    get_form()
    upload = mo.ui.file(
        kind="area",
        multiple=True,
        max_size=inputs.LARGEST_UPLOAD,
        label="Drop your exports here, or click to choose",
    )
    sample_files = mo.ui.multiselect(
        practice.exports() if here.desk.on_sample else {}, label="Or practise with"
    )
    return sample_files, upload


@app.cell(hide_code=True)
def who_am_i(mo):
    mine = mo.ui.text(
        label="Your own address, if it was not found",
        placeholder="you@example.org, or your profile's address",
        full_width=True,
    )
    return (mine,)


@app.cell(hide_code=True)
def read_files(bring, gather, here, mine, sample_files, upload):
    gathered = gather(
        [(file.name, file.contents) for file in upload.value] + list(sample_files.value),
        me=mine.value.strip() or None,
        today=here.today,
    )
    preview = bring(here.network, gathered) if gathered.found or gathered.unreadable else None
    return gathered, preview


@app.cell(hide_code=True)
def confirm(
    bring,
    do,
    furniture,
    gathered,
    inputs,
    listed,
    mo,
    preview,
    set_batch,
    set_form,
    set_panel,
    set_said,
):
    def _confirm(_):
        what = f"imported {listed(source.format for source in gathered.found)}"
        _words = do(what, lambda network: bring(network, gathered)[0])
        if _words.saved:
            set_said(furniture.imported(_words, len(preview[1].possible_duplicates)))
            set_panel(inputs.HOW_CLOSE)
        set_form(lambda count: count + 1)
        set_batch(lambda count: count + 1)

    yes = mo.ui.button(
        label="Bring them in",
        kind="success",
        on_click=_confirm,
        disabled=preview is None or not gathered.found,
    )
    return (yes,)


@app.cell(hide_code=True)
def add_one(do, get_form, mo, refuse, set_form):
    get_form()

    def _add(values):
        if values and values["name"].strip():
            do(
                f"added {values['name'].strip()}",
                lambda network: network.add(values["name"].strip(), circle=values["circle"].strip() or None),
            )
            set_form(lambda count: count + 1)
        elif values:
            refuse("Write the name first.")

    by_hand = (
        mo.md("{name}\n\n{circle}")
        .batch(
            name=mo.ui.text(label="Name", full_width=True),
            circle=mo.ui.text(label="Where you know them from", full_width=True),
        )
        .form(submit_button_label="Add them", bordered=False, on_change=_add)
    )
    return (by_hand,)


@app.cell(hide_code=True)
def where_from(mo, who_is_who):
    where_from = mo.accordion({name: mo.Html(way) for name, way in who_is_who.where_from().items()})
    return (where_from,)


@app.cell(hide_code=True)
def bring_in(
    by_hand,
    furniture,
    here,
    mine,
    mo,
    preview,
    sample_files,
    upload,
    where_from,
    yes,
):
    _preview = (
        [mo.Html(furniture.report(preview[1], here.network.size)), yes]
        if preview
        else [mo.md("You see what would come in before anything is changed.")]
    )
    bring_in = mo.vstack(
        [
            mo.md(
                "**Bring people in** from the lists you already have: who they are, what your list says of them, "
                "and when you were in touch. What a message says is never kept."
            ),
            upload,
            *([sample_files] if here.desk.on_sample else []),
            *_preview,
            *([mine] if preview else []),
            mo.accordion({"Where do I get my export?": where_from, "Add one person by hand": by_hand}),
        ]
    )
    return (bring_in,)


@app.cell(hide_code=True)
def next_ten(
    RINGS_IN_WORDS,
    get_batch,
    get_form,
    here,
    mo,
    rating_widget,
    rounds,
):
    get_form(), get_batch()
    rating = mo.ui.anywidget(rating_widget(rounds.ten(here.network, here.today), RINGS_IN_WORDS))
    return (rating,)


@app.cell(hide_code=True)
def save_ratings(do, here, name_of, rating, rounds):
    for _id, _ring in rounds.chosen(rating.value["ratings"]):
        _name = name_of(here.network.person(_id))
        do(f"{_name} is in ring {_ring}", lambda network, id=_id, ring=_ring: network.edit(id, ring=ring))
    return


@app.cell(hide_code=True)
def next_button(mo, rounds, set_batch):
    def _next(_):
        rounds.pass_on()
        set_batch(lambda count: count + 1)

    next_button = mo.ui.button(label="Next ten", on_click=_next)
    return (next_button,)


@app.cell(hide_code=True)
def how_close(RINGS_IN_WORDS, furniture, get_network, mo, next_button, rating):
    _meanings = "\n".join(f"{ring}. {words}" for ring, words in RINGS_IN_WORDS.items())
    how_close = mo.vstack(
        [
            mo.md(
                "**How close is each?** Click a ring, or press 1 to 5. Trust the first thought; you can change it."
            ),
            mo.Html(furniture.progress(get_network())),
            rating,
            next_button,
            mo.accordion({"What the rings mean": mo.md(_meanings)}),
        ]
    )
    return (how_close,)


@app.cell(hide_code=True)
def choose_person(get_options, get_person, here, inputs, set_person):
    get_options()

    def _choose(id):
        here.picked = id
        set_person(id)

    who = inputs.person_box(here.network, get_person(), _choose)
    return (who,)


@app.cell(hide_code=True)
def facts(furniture, get_network, get_person, here, mo):
    _person = get_person()
    if _person and _person in get_network().others["id"]:
        facts = mo.Html(furniture.card(get_network(), _person, here.today))
    else:
        facts = mo.md("Click someone in the picture, or choose a name, to see their card.")
    return (facts,)


@app.cell(hide_code=True)
def edit(do, editing, get_form, get_person, here, name_of):
    get_form()
    _id = get_person()
    _known = _id in here.network.others["id"]
    _row = here.network.person(_id if _known else "me")

    def _saves(field, words):
        def save(value):
            what = f"{words} of {name_of(_row)}"
            do(what, lambda network: network.edit(_id, **{field: editing.parsed(field, value)}))

        return save

    fields = editing.edit_fields(_row, _saves) if _known else {}
    return (fields,)


@app.cell(hide_code=True)
def log(SIZES, WAYS, do, get_form, get_person, here, logged, mo, name_of):
    get_form()
    _id = get_person()

    def _log(values):
        if values and _id:
            _name = name_of(here.network.person(_id))
            do(f"{values['way']} ({_name})", lambda network: logged(network, other=_id, **values))

    tab_form = (
        mo.md("{way}\n\n{what}\n\n{size}\n\n{on}")
        .batch(
            way=mo.ui.dropdown(list(WAYS), value=next(iter(WAYS)), label="What happened"),
            what=mo.ui.text(
                label="What it was", full_width=True, placeholder="a playlist for the long drive"
            ),
            size=mo.ui.radio(list(SIZES), value="small", inline=True, label="How much"),
            on=mo.ui.date(value=here.today, label="When"),
        )
        .form(submit_button_label="Put it on the tab", bordered=False, clear_on_submit=True, on_change=_log)
    )
    return (tab_form,)


@app.cell(hide_code=True)
def remove(do, get_form, get_person, here, mo, name_of, set_form):
    get_form()

    def _remove(_):
        _name = name_of(here.network.person(get_person()))
        do(f"removed {_name}", lambda network: network.without(get_person()))
        set_form(lambda count: count + 1)

    remove = mo.ui.button(label="Remove this person", kind="danger", on_click=_remove)
    return (remove,)


@app.cell(hide_code=True)
def card(facts, fields, mo, remove, tab_form, who):
    _forms = {
        "Put something on the tab": tab_form,
        "What you know of them": mo.vstack([*fields.values(), remove]),
    }
    card = mo.vstack([who, facts, *([mo.accordion(_forms, multiple=True)] if fields else [])])
    return (card,)


@app.cell(hide_code=True)
def next_pair(get_network, get_panel, get_passed, inputs, possible_duplicates):
    pair, left, asked_of = None, 0, get_network()
    if get_panel() == inputs.TWICE:
        _pairs = possible_duplicates(asked_of).to_dicts()
        _open = [row for row in _pairs if (row["a"], row["b"]) not in get_passed()]
        pair, left = (_open[0] if _open else None), len(_pairs)
    return asked_of, left, pair


@app.cell(hide_code=True)
def decide(different, do, here, mo, pair, same, set_passed, who_is_who):
    # New buttons for each pair: the second click of a double click must not decide about the next one.
    def _decided(what, verb):
        return lambda _: pair and do(f"{pair['a_name']} and {pair['b_name']}: {what}", verb)

    one = mo.ui.button(
        label="The same person",
        kind="success",
        on_click=_decided(
            "the same person", lambda network: same(network, *who_is_who.kept_first(network, pair))
        ),
    )
    two = mo.ui.button(
        label="Two people",
        on_click=_decided(
            "two people", lambda network: different(network, pair["a"], pair["b"], on=here.today)
        ),
    )
    later = mo.ui.button(
        label="Not sure", on_click=lambda _: pair and set_passed(lambda seen: seen | {(pair["a"], pair["b"])})
    )
    return later, one, two


@app.cell(hide_code=True)
def apart_again(do, get_network, mo, take_apart, who_is_who):
    merged = who_is_who.merged(get_network())

    def _apart(label):
        if label:
            do(f"taken apart: {label}", lambda network: take_apart(network, *merged[label]))

    apart = mo.ui.dropdown(list(merged), label="Take apart again", on_change=_apart, searchable=True)
    return apart, merged


@app.cell(hide_code=True)
def twice(apart, asked_of, later, left, merged, mo, one, pair, two, who_is_who):
    # Of the network that the pair is from: a click runs this once before the next pair is found.
    _question = (
        [
            mo.plain_text(f"{left} to decide. You are asked once: the answer holds for the next import too."),
            mo.Html(who_is_who.side_by_side(asked_of, pair)),
            mo.hstack([one, two, later], justify="start", wrap=True),
        ]
        if pair
        else [mo.md("Nobody here looks like the same person twice.")]
    )
    twice = mo.vstack([mo.md("**The same person twice?**"), *_question, *([apart] if merged else [])])
    return (twice,)


@app.cell(hide_code=True)
def notice(mo):
    mo.md("""
    ## What to notice

    - **Hollow dots near the middle.** People who matter to you and have heard nothing for a while. They may be
      delighted to hear from you.
    - **One colour in a whole sector.** In some circles you mostly give, in others you mostly get.
    - **Large dots far out.** Much passed, and yet they stand at the edge. Are they really that far?
    """)
    return


@app.cell(hide_code=True)
def formulas(mo):
    mo.accordion(
        {
            "How the figures are made": mo.md("""
    - **Rhythm.** How many days between two contacts keep a tie alive: 7, 30, 180, 365 and 730 for rings 1 to 5.
      Weekly and monthly follow a review of contact studies (Dunbar 2020). The others are ours.
    - **Warmth** is 2 to the power of −(days since the last contact ÷ rhythm). Today it is 1. After one rhythm it is
      a half, after two a quarter.
    - **Dormant** means a warmth under 1/8: more than three rhythms without contact.
    - **The tab** is what you gave ÷ (what you gave + what you got). Small things count 1, large ones 3, and
      everything counts half as much after a year. Between 0.4 and 0.6 the tab is split.

    None of the studies tested this workbook, and averages say little about one friendship. Trust yourself first.
    """)
        }
    )
    return


@app.cell(hide_code=True)
def exercises_idea(mo):
    mo.md("""
    ## Try it

    Six questions about the map that is open now, from counting to calling to mind. Each answer is checked at once.
    """)
    return


@app.cell(hide_code=True)
def ask_layers(exercises, here, inputs):
    layers = inputs.answer_box(exercises.LAYERS, here.network, here.today)
    return (layers,)


@app.cell(hide_code=True)
def ask_quiet(exercises, here, inputs):
    quiet = inputs.answer_box(exercises.QUIET, here.network, here.today)
    return (quiet,)


@app.cell(hide_code=True)
def ask_lopsided(exercises, get_options, here, inputs):
    get_options()
    lopsided = inputs.answer_box(exercises.LOPSIDED, here.network, here.today)
    return (lopsided,)


@app.cell(hide_code=True)
def ask_quiet_circle(exercises, get_options, here, inputs):
    get_options()
    quiet_circle = inputs.answer_box(exercises.QUIET_CIRCLE, here.network, here.today)
    return (quiet_circle,)


@app.cell(hide_code=True)
def ask_cannot_tell(exercises, here, inputs):
    cannot_tell = inputs.answer_box(exercises.CANNOT_TELL, here.network, here.today)
    return (cannot_tell,)


@app.cell(hide_code=True)
def ask_missing(exercises, here, inputs):
    missing = inputs.answer_box(exercises.MISSING, here.network, here.today)
    return (missing,)


@app.cell(hide_code=True)
def exercises_shown(
    cannot_tell, exercises, get_network, here, inputs, layers, lopsided, missing, quiet, quiet_circle
):
    get_network()
    inputs.exercises(
        here,
        (
            (exercises.LAYERS, layers),
            (exercises.QUIET, quiet),
            (exercises.LOPSIDED, lopsided),
            (exercises.QUIET_CIRCLE, quiet_circle),
            (exercises.CANNOT_TELL, cannot_tell),
            (exercises.MISSING, missing),
        ),
    )
    return


@app.cell(hide_code=True)
def for_those_who_code(inputs):
    from netgive_lib.exercises import python_tasks

    task = python_tasks.WARMTH
    inputs.for_those_who_code(task)
    return (task,)


@app.function
def warmth(gap, rhythm):
    # How alive is a tie, from 1 today towards 0? This falls in a straight line.
    return 1 - gap / rhythm


@app.cell(hide_code=True)
def code_checked(inputs, task):
    inputs.code_checked(task, warmth)
    return


@app.cell(hide_code=True)
def options_change(exercises, get_network, get_options, here, inputs, set_options):
    # The boxes to choose in are made anew only when there is something else to choose: else a rating would empty them.
    # This stands last, so that the picture need not wait for it.
    _now = inputs.options(exercises.EXERCISES, get_network(), here.today)
    if _now != get_options():
        set_options(_now)
    return


if __name__ == "__main__":
    app.run()
