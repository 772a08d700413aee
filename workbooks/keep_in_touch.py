# /// script
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(
    width="full",
    app_title="netgive: keep in touch",
    css_file="netgive.css",
    html_head_file="netgive_head.html",
)


@app.cell(hide_code=True)
def imports():
    from datetime import UTC, datetime

    import marimo as mo

    from netgive_lib import moves
    from netgive_lib.charts.plan import plan_chart
    from netgive_lib.charts.reconnect import reconnect_chart
    from netgive_lib.charts.warmth import warmth_chart
    from netgive_lib.describe import day_in_words, name_of
    from netgive_lib.exercises import on_reconnect as exercises
    from netgive_lib.pages import furniture, inputs, planning
    from netgive_lib.pages.at_work import Page
    from netgive_lib.plan import PlanError, make_plan
    from netgive_lib.plan import files as plan_files
    from netgive_lib.reconnect import direction_of
    from netgive_lib.weeks import monday, moves_a_week

    return (
        Page,
        PlanError,
        UTC,
        datetime,
        day_in_words,
        direction_of,
        exercises,
        furniture,
        inputs,
        make_plan,
        mo,
        monday,
        moves,
        moves_a_week,
        name_of,
        plan_chart,
        plan_files,
        planning,
        reconnect_chart,
        warmth_chart,
    )


@app.cell(hide_code=True)
def open_file(Page, inputs, mo):
    here = Page(mo.app_meta())
    get_network, set_network = mo.state(here.network)
    get_said, set_said = mo.state(None)
    get_person, set_person = mo.state(None)
    get_panel, set_panel = mo.state(inputs.WARM_UP)
    get_by_hand, set_by_hand = mo.state({})
    get_next, set_next = mo.state(None)
    return (
        get_by_hand,
        get_network,
        get_next,
        get_panel,
        get_person,
        get_said,
        here,
        set_by_hand,
        set_network,
        set_next,
        set_panel,
        set_person,
        set_said,
    )


@app.cell(hide_code=True)
def saving(here, set_network, set_said):
    def do(what, verb):
        words = here.do(what, verb)
        set_network(here.network)
        set_said(words)
        return words

    def take_back(_):
        set_said(here.undo())
        set_network(here.network)

    def refuse(why):
        set_said(here.refused(why))

    return do, refuse, take_back


@app.cell(hide_code=True)
def head(furniture, get_network, here, mo):
    get_network()
    mo.Html(furniture.head(here, "/reconnect"))
    return


@app.cell(hide_code=True)
def idea(mo):
    mo.md("""
    # Keep in touch

    People want to write to an old friend, have the address and the time, and still do not: in two studies fewer than a
    third sent the message that they had just been given time to write (Aknin and Sandstrom 2024). Start with someone
    easy. Then see who went quiet, and let a plan spread it over the weeks: a few people, each with something for them.
    """)
    return


@app.cell(hide_code=True)
def which_picture(mo):
    by_warmth = "How warm each tie is"
    view = mo.ui.radio(
        ["Whom to reconnect with", by_warmth], value="Whom to reconnect with", inline=True, label="Show"
    )
    return by_warmth, view


@app.cell(hide_code=True)
def picture(
    by_warmth,
    direction,
    downloads,
    get_network,
    get_panel,
    here,
    inputs,
    mo,
    plan,
    plan_chart,
    reconnect_chart,
    view,
    warmth_chart,
):
    _look = {"width": here.picture_width, "theme": here.theme}
    _above = view
    if get_panel() in (inputs.PLAN, inputs.DONE) and plan:
        _chart, _above = plan_chart(get_network(), here.today, **_look, plan=plan), ""
    elif view.value == by_warmth:
        _chart = warmth_chart(get_network(), here.today, **_look, selectable=True)
    else:
        _chart = reconnect_chart(
            get_network(), here.today, **_look, direction=direction.value, selectable=True
        )
    picture = inputs.clickable(_chart)
    mo.Html(f'<div class="ng-picture">{_above}{picture}{downloads}</div>')
    return (picture,)


@app.cell(hide_code=True)
def save_picture(
    by_warmth,
    direction,
    get_network,
    get_panel,
    here,
    inputs,
    plan,
    plan_chart,
    reconnect_chart,
    view,
    warmth_chart,
):
    if get_panel() in (inputs.PLAN, inputs.DONE) and plan:
        _name, _chart, _more = "plan", plan_chart, {"plan": plan}
    elif view.value == by_warmth:
        _name, _chart, _more = "warmth", warmth_chart, {}
    else:
        _name, _chart, _more = "reconnect", reconnect_chart, {"direction": direction.value}
    downloads = inputs.downloads(
        _name, lambda **how: _chart(get_network(), here.today, theme=here.theme, **_more, **how)
    )
    return (downloads,)


@app.cell(hide_code=True)
def side(at_once, carry_out, get_panel, inputs, mo, panel, planned, quiet, status, warm):
    _shown = {
        inputs.WARM_UP: warm,
        inputs.QUIET: quiet,
        inputs.PLAN: planned,
        inputs.DONE: carry_out,
        inputs.TOUCH: at_once,
    }[get_panel()]
    mo.vstack([mo.Html('<span class="ng-panel"></span>'), panel, status, _shown])
    return


@app.cell(hide_code=True)
def follow_click(inputs, picture, set_panel, set_person):
    _clicked = inputs.clicked(picture.selections)
    if _clicked:
        set_person(_clicked)
        set_panel(inputs.QUIET)
    return


@app.cell(hide_code=True)
def choose_panel(get_panel, inputs, mo, set_panel, set_person):
    def _turn_to(panel):
        set_person(None)
        set_panel(panel)

    panel = mo.ui.radio(
        inputs.RECONNECTING, value=get_panel(), inline=True, on_change=_turn_to, label="What to do"
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
def choose_friend(do, get_network, here, mo, name_of, planning, refuse):
    friend = mo.ui.radio(
        dict(planning.warm_up(get_network(), here.today)), label="Someone you already talk to"
    )

    def _wrote(_):
        if friend.value:
            _name = name_of(here.network.person(friend.value))
            do(f"you wrote to {_name}", lambda network: network.touch(friend.value, on=here.today))
        else:
            refuse("Choose to whom you wrote first.")

    wrote = mo.ui.button(label="I wrote to them", kind="success", on_click=_wrote)
    return friend, wrote


@app.cell(hide_code=True)
def warm(friend, mo, wrote):
    warm = mo.vstack(
        [
            mo.md("""
    **Three minutes to warm up.** Write two lines to someone whom you talk to anyway. When people had practised on
    current friends first, two thirds more of them went on to write to an old one; arguments changed nothing (Aknin and
    Sandstrom 2024, one study with 194 people).
    """),
            friend,
            wrote,
        ]
    )
    return (warm,)


@app.cell(hide_code=True)
def direction_dial(direction_of, do, get_network, here, mo):
    def _set(value):
        if value != direction_of(here.network):
            do("the direction", lambda network: network.with_settings({"direction": str(value)}))

    get_network()
    direction = mo.ui.slider(
        0,
        1,
        step=0.1,
        value=direction_of(here.network),
        label="From straight up in your niche (0) to exploring (1)",
        show_value=True,
        debounce=True,
        on_change=_set,
    )
    return (direction,)


@app.cell(hide_code=True)
def back_to_all(inputs, mo, set_panel, set_person):
    def _back(_):
        set_person(None)
        set_panel(inputs.QUIET)  # which draws the picture anew, with nobody picked

    everyone = mo.ui.button(label="Show all who went quiet", on_click=_back)
    return (everyone,)


@app.cell(hide_code=True)
def quiet(direction, everyone, get_network, get_person, here, mo, planning):
    quiet = mo.vstack(
        [
            mo.md(
                "**Who went quiet.** What they know that your friends don't is *novelty*. Whether they would help "
                "is *engagement*. By themselves, people choose the comfortable ones."
            ),
            direction,
            mo.Html(planning.quiet_ones(get_network(), here.today, direction.value, get_person())),
            *([everyone] if get_person() else []),
        ]
    )
    return (quiet,)


@app.cell(hide_code=True)
def dials(day_in_words, do, here, mo, monday, moves_a_week):
    from datetime import timedelta as _timedelta

    def _save_pace(value):
        if value != moves_a_week(here.network):
            do("how many moves a week", lambda network: network.with_settings({"moves_a_week": str(value)}))

    _mondays = [monday(here.today) + _timedelta(weeks=n) for n in range(1, 26)]
    weeks = mo.ui.slider(1, 26, value=8, label="Weeks", show_value=True, debounce=True)
    per_week = mo.ui.slider(
        1,
        7,
        value=min(7, moves_a_week(here.network)),
        label="Moves a week",
        show_value=True,
        debounce=True,
        on_change=_save_pace,
    )
    rest = mo.ui.multiselect(
        {f"week of {day_in_words(day)}": day for day in _mondays}, label="Weeks without any"
    )
    return per_week, rest, weeks


@app.cell(hide_code=True)
def best_plan(
    PlanError,
    direction,
    get_by_hand,
    get_network,
    here,
    make_plan,
    per_week,
    rest,
    weeks,
):
    plan, why_not = None, ""
    try:
        plan = make_plan(
            get_network(),
            here.today,
            weeks.value,
            per_week.value,
            direction.value,
            quiet_weeks=rest.value,
            fixed=get_by_hand(),
        )
    except PlanError as _error:
        why_not = str(_error)
    return plan, why_not


@app.cell(hide_code=True)
def by_hand(get_by_hand, here, inputs, mo, plan, refuse, set_by_hand):
    _people = inputs.people_of(here.network, plan.moves["person"]) if plan else {}
    someone = mo.ui.dropdown(_people, label="Move", searchable=True)
    to_day = mo.ui.date(value=here.today, start=here.today, label="to")

    def _move(_):
        if someone.value:
            set_by_hand(lambda days: {**days, someone.value: to_day.value})
        else:
            refuse("Choose whom to move first.")

    move_it = mo.ui.button(label="Move, and keep the rest best", on_click=_move)
    let_go = mo.ui.button(
        label="Undo what was moved", on_click=lambda _: set_by_hand({}), disabled=not get_by_hand()
    )
    return let_go, move_it, someone, to_day


@app.cell(hide_code=True)
def keep_plan(do, here, mo, moves, plan, set_by_hand):
    def _keep(_):
        do("a plan", lambda network: moves.accept(network, plan.moves, here.today))
        set_by_hand({})

    keep = mo.ui.button(label="Keep this plan", kind="success", on_click=_keep, disabled=plan is None)
    return (keep,)


@app.cell(hide_code=True)
def take_along(UTC, datetime, here, mo, plan, plan_files):
    _name = here.store_name
    _files = {
        "plan.ics": lambda: plan_files.plan_as_ics(plan, here.network, _name, datetime.now(UTC)),
        "plan.csv": lambda: plan_files.plan_as_csv(plan, here.network).encode(),
        "plan.md": lambda: plan_files.plan_as_markdown(plan, here.network).encode(),
    }
    _words = {"plan.ics": "For your calendar", "plan.csv": "For a spreadsheet", "plan.md": "To print"}
    files = [mo.download(_make, filename=_file, label=_words[_file]) for _file, _make in _files.items()]
    return (files,)


@app.cell(hide_code=True)
def planned(
    direction,
    files,
    here,
    keep,
    let_go,
    mo,
    move_it,
    per_week,
    plan,
    planning,
    rest,
    someone,
    to_day,
    weeks,
    why_not,
):
    planned = mo.vstack(
        [
            mo.md("**The plan.** Turn the dials: the calendar redraws. Hover over a day for the reason."),
            weeks,
            per_week,
            direction,
            rest,
            *(
                [
                    mo.hstack([keep, *files], justify="start", wrap=True),
                    mo.hstack([someone, to_day, move_it, let_go], justify="start", align="end", wrap=True),
                    mo.Html(planning.moves(plan)),
                    mo.accordion(
                        {
                            "Held back, and why": mo.Html(planning.held_back(plan)),
                            "Think first": mo.Html(planning.think_first(plan, here.served)),
                        },
                        multiple=True,
                    ),
                ]
                if plan
                else [mo.plain_text(why_not), let_go]
            ),
        ]
    )
    return (planned,)


@app.cell(hide_code=True)
def planned_moves(get_network, inputs, mo):
    _options = inputs.planned_moves(get_network())
    which = mo.ui.radio(_options, label="Which one?")
    brought = mo.ui.text(label="What you brought, if it was something else", full_width=True)
    came_back = mo.ui.text(label="What came back, if anything", full_width=True)
    note = mo.ui.text(label="To remember", full_width=True)
    return brought, came_back, note, which


@app.cell(hide_code=True)
def end_move(brought, came_back, do, here, mo, moves, name_of, note, refuse, set_next, which):
    def _ends(what, verb):
        def end(_):
            if not which.value:
                refuse("Choose one of the moves first.")
                return
            _row = next(row for row in here.network.moves.to_dicts() if row["id"] == which.value)
            _name = name_of(here.network.person(_row["person"]))
            if do(f"{what} {_name}", verb).saved:
                set_next(moves.next_move(here.network, here.today, _row["person"]))

        return end

    def _done(network):
        return moves.done(
            network,
            which.value,
            here.today,
            brought.value or None,
            came_back.value or None,
            note.value or None,
        )

    done = mo.ui.button(label="Done", kind="success", on_click=_ends("wrote to", _done))
    skip = mo.ui.button(
        label="Skip it",
        on_click=_ends("skipped", lambda network: moves.skip(network, which.value, here.today)),
    )
    return done, skip


@app.cell(hide_code=True)
def carry_out(
    brought,
    came_back,
    done,
    get_network,
    get_next,
    inputs,
    mo,
    note,
    planning,
    skip,
    which,
):
    _some = inputs.planned_moves(get_network())
    carry_out = mo.vstack(
        [
            mo.md(
                "**What you planned.** When it is done, what you brought and what came back goes on the tab."
            ),
            *(
                [which, brought, came_back, note, mo.hstack([done, skip], justify="start")]
                if _some
                else [mo.md("Nothing is planned. Keep a plan first.")]
            ),
            mo.Html(planning.next_in_words(get_next(), get_network())),
        ]
    )
    return (carry_out,)


@app.cell(hide_code=True)
def at_once(get_network, here, mo, planning):
    at_once = mo.vstack(
        [
            mo.md(
                "**When you need nothing.** Five people who would be glad of a word this week. A line is enough, and "
                "there is no ask in it."
            ),
            mo.Html(planning.touches(get_network(), here.today)),
        ]
    )
    return (at_once,)


@app.cell(hide_code=True)
def evidence(mo):
    mo.md("""
    ## What to notice

    - **Quiet is not lost.** Executives got advice from people whom they had not spoken to for three years that
      was as good as that of current contacts, or better, and it was newer (Levin, Walter and Murnighan,
      *Organization Science* 22, 2011).
    - **Comfort misleads.** The old ties that gave most were those with little time spent together, of higher
      standing, trusted, and willing. People preferred the comfortable ones (Walter, Levin and Murnighan,
      *Organization Science* 26, 2015; we know the abstract).
    - **A few people in common** seems best for something new, neither none nor many (Rajkumar and others,
      *Science* 377, 2022: 20 million people, for jobs).
    - **After a long gap, more than a hello.** The next contact is longer then: people invest to repair
      (Bhattacharya and others 2017, call records of one country).

    None of this is about people you parted from in anger. Leave those alone, and mark it on their card.
    """)
    return


@app.cell(hide_code=True)
def formulas(mo):
    mo.accordion(
        {
            "How the figures are made": mo.md("""
    - **Novelty** is the mean of five signs between 0 and 1: little time spent together, an outer ring, a circle
      that you are seldom in, a few people in common, and seniority.
    - **Engagement** is the mean of five more: they know, trust and respect you, see your potential, and have
      answered before. What nobody has said counts as a half.
    - **Value** is the two together. Exploring gives novelty a share of 0.7, straight 0.3.
    - **The plan** is the one whose scores have the largest sum under the rules: nobody too soon, no move
      without an offer, an invitation before its event, at most so many a week, not all of one circle. It is
      found exactly, as a flow of least cost through a network. An ask never buys anyone a place, and rides
      along on one move in four at most.

    The signs follow Walter, Levin and Murnighan (2015). How they are weighed, and every number here, is ours.
    """)
        }
    )
    return


@app.cell(hide_code=True)
def exercises_idea(mo):
    mo.md("""
    ## Try it

    Each answer is checked at once.
    """)
    return


@app.cell(hide_code=True)
def ask_warmth(exercises, get_network, here, inputs):
    get_network()
    answer_warmth = inputs.answer_box(exercises.ONE_WARMTH, here.network, here.today)
    return (answer_warmth,)


@app.cell(hide_code=True)
def ask_novelty(exercises, get_network, here, inputs):
    get_network()
    answer_novelty = inputs.answer_box(exercises.MOST_NOVELTY, here.network, here.today)
    return (answer_novelty,)


@app.cell(hide_code=True)
def ask_nuisance(exercises, get_network, here, inputs):
    get_network()
    answer_nuisance = inputs.answer_box(exercises.NO_NUISANCE, here.network, here.today)
    return (answer_nuisance,)


@app.cell(hide_code=True)
def ask_weeks(exercises, get_network, here, inputs):
    get_network()
    answer_weeks = inputs.answer_box(exercises.GLAD, here.network, here.today)
    return (answer_weeks,)


@app.cell(hide_code=True)
def exercises_shown(
    answer_novelty, answer_nuisance, answer_warmth, answer_weeks, exercises, get_network, here, inputs
):
    get_network()
    inputs.exercises(
        here,
        (
            (exercises.ONE_WARMTH, answer_warmth),
            (exercises.MOST_NOVELTY, answer_novelty),
            (exercises.NO_NUISANCE, answer_nuisance),
            (exercises.GLAD, answer_weeks),
        ),
    )
    return


@app.cell(hide_code=True)
def for_those_who_code(inputs):
    from netgive_lib.exercises import python_more

    task = python_more.UNANSWERED
    inputs.for_those_who_code(task)
    return (task,)


@app.function
def unanswered(network, person):
    # How often was I in touch since they last were? This counts what they answered, too.
    return network.exchanges.filter(actor="me", other=person).height


@app.cell(hide_code=True)
def code_checked(inputs, task):
    inputs.code_checked(task, unanswered)
    return


if __name__ == "__main__":
    app.run()
