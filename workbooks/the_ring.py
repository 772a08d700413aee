# /// script
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(
    width="full",
    app_title="netgive: the ring",
    css_file="netgive.css",
    html_head_file="netgive_head.html",
)


@app.cell(hide_code=True)
def imports():
    import marimo as mo

    from netgive_lib import wording
    from netgive_lib.charts.ring import ring_chart
    from netgive_lib.exercises import on_ring as exercises
    from netgive_lib.pages import bringing, furniture, in_ring, inputs
    from netgive_lib.pages.at_work import Page
    from netgive_lib.ring import CardError

    return (
        CardError,
        Page,
        bringing,
        exercises,
        furniture,
        in_ring,
        inputs,
        mo,
        ring_chart,
        wording,
    )


@app.cell(hide_code=True)
def open_room(Page, mo):
    here = Page(mo.app_meta())
    room, seat = here.desk.room, here.desk.seat
    get_version, set_version = mo.state(room.version)
    get_said, set_said = mo.state(None)
    get_network, _set_network = mo.state(here.network)
    return get_network, get_said, get_version, here, room, seat, set_said, set_version


@app.cell(hide_code=True)
def look_again(here, mo):
    # In a class, others change the ring: look every other second. Alone, only you do.
    again = mo.ui.refresh(default_interval="2s", label="") if here.desk.in_class else None
    return (again,)


@app.cell(hide_code=True)
def follow_others(again, get_version, room, set_version):
    again
    if room.version != get_version():
        set_version(room.version)
    return


@app.cell(hide_code=True)
def do_in_room(CardError, here, room, set_said, set_version):
    def do(words, action):
        try:
            action()
        except CardError as _error:
            set_said(here.refused(str(_error)))
        else:
            set_said(here.done(words))
        set_version(room.version)

    return (do,)


@app.cell(hide_code=True)
def head(furniture, here, mo):
    mo.Html(furniture.head(here, "/ring"))
    return


@app.cell(hide_code=True)
def idea(mo):
    mo.md("""
    # The ring

    Everyone puts one ask and a few offers in the middle. Then all look: what can I bring, and whom do I know? Nobody
    pays back the one who helped. It goes round: Ana helps Ben, Ben helps Chi, and Chi helps Ana.
    """)
    return


@app.cell(hide_code=True)
def who_is_here(here, mo):
    mo.stop(here.desk.in_class)
    mo.md(
        "The people here are **made up**, to practise with alone. In a class, `netgive classroom`, they are yours."
    )
    return


@app.cell(hide_code=True)
def picture(get_version, here, inputs, mo, ring_chart, room):
    get_version()
    _chart = ring_chart(room.ring(), width=here.picture_width, theme=here.theme)
    _saved = inputs.downloads("ring", lambda **how: ring_chart(room.ring(), theme=here.theme, **how))
    mo.vstack([mo.Html('<span class="ng-picture"></span>'), inputs.clickable(_chart), _saved])
    return


@app.cell(hide_code=True)
def side(again, clock, help_someone, inputs, mo, outcome, panel, status, your_card):
    _shown = {inputs.CARD: your_card, inputs.HELP: help_someone, inputs.OUTCOME: outcome}[panel.value]
    mo.vstack(
        [
            mo.Html('<span class="ng-panel"></span>'),
            clock,
            panel,
            status,
            _shown,
            *([mo.Html(f"<div hidden>{again}</div>")] if again is not None else []),
        ]
    )
    return


@app.cell(hide_code=True)
def choose_panel(inputs, mo):
    panel = mo.ui.radio(inputs.IN_RING, value=inputs.CARD, inline=True, label="What to do")
    return (panel,)


@app.cell(hide_code=True)
def clock(again, get_version, in_ring, mo, room):
    again, get_version()
    clock = mo.Html(in_ring.clock(room.state().timer))
    return (clock,)


@app.cell(hide_code=True)
def status(furniture, get_said, mo):
    status = mo.Html(furniture.said(get_said()) if get_said() else "")
    return (status,)


@app.cell(hide_code=True)
def write_card(here, in_ring, mo, room, seat):
    _card = room.card(seat) or in_ring.first_card(here.network)
    name = mo.ui.text(_card.name, label="Any name you like", full_width=True)
    ask = mo.ui.text_area(
        _card.ask,
        label="Your one ask",
        rows=2,
        full_width=True,
        debounce=300,
        placeholder="Who could show me how to record a podcast at home?",
    )
    topics = mo.ui.text(
        ", ".join(_card.topics), label="What it is about, with commas between", full_width=True
    )
    offers = mo.ui.text_area(
        "\n".join(offer.title for offer in _card.offers),
        label="What you offer, one thing a line",
        rows=4,
        full_width=True,
    )
    return ask, name, offers, topics


@app.cell(hide_code=True)
def put_card(ask, do, in_ring, mo, name, offers, room, seat, topics):
    def _put(_):
        _values = {"name": name.value, "ask": ask.value, "topics": topics.value, "offers": offers.value}
        do("your card is in the middle", lambda: room.put(seat, in_ring.card_from(_values)))

    put = mo.ui.button(label="Put it in the middle", kind="success", on_click=_put)
    take_back = mo.ui.button(
        label="Take it back",
        on_click=lambda _: do("your card is out of the middle", lambda: room.withdraw(seat)),
    )
    return put, take_back


@app.cell(hide_code=True)
def your_card(ask, bringing, mo, name, offers, put, take_back, topics, wording):
    # In a ring everyone brings something, and nobody is singled out: what you bring and why you need not stand here.
    _found = (
        [f for f in wording.check_ask(ask.value) if f.code not in ("AS5", "AS6", "AS7")] if ask.value else []
    )
    your_card = mo.vstack(
        [
            mo.md(
                "**One ask that means something to you**, and a few things that you could bring to anyone here."
            ),
            name,
            ask,
            mo.Html(bringing.wording(ask.value, _found)),
            topics,
            offers,
            mo.hstack([put, take_back], justify="start", wrap=True),
        ]
    )
    return (your_card,)


@app.cell(hide_code=True)
def raise_hand(do, get_version, in_ring, mo, room, seat):
    get_version()
    asks = mo.ui.radio(in_ring.asks_of_others(room.state(), seat), label="Whose ask?")

    def _hand(words, action):
        return lambda _: asks.value and do(f"{words} {asks.value}", lambda: action(asks.value))

    can = mo.ui.button(
        label="I can help",
        kind="success",
        on_click=_hand("you can help", lambda who: room.raise_hand(seat, who)),
    )
    knows = mo.ui.button(
        label="I know someone who can",
        on_click=_hand("you know someone for", lambda who: room.raise_hand(seat, who, "knows someone")),
    )
    lower = mo.ui.button(
        label="Take my hand back", on_click=_hand("hand back from", lambda who: room.lower_hand(seat, who))
    )
    return asks, can, knows, lower


@app.cell(hide_code=True)
def help_someone(asks, can, get_version, in_ring, knows, lower, mo, room):
    get_version()
    help_someone = mo.vstack(
        [
            mo.md("**What can you bring?** A raised hand counts more than any match that a program finds."),
            asks,
            mo.hstack([can, knows, lower], justify="start", wrap=True),
            mo.md("**Hands so far**"),
            mo.Html(in_ring.hands_in_words(room.state())),
        ]
    )
    return (help_someone,)


@app.cell(hide_code=True)
def outcome(get_version, in_ring, mo, room):
    get_version()
    outcome = mo.Html(in_ring.outcome(room.ring()))
    return (outcome,)


@app.cell(hide_code=True)
def notice(mo):
    mo.md("""
    ## What to notice

    - **Who could help was in the room.** In such rings about four of five people find a lead, as those who run them
      tell (Wayne and Cheryl Baker; their experience, not a study).
    - **It need not go back.** Few pairs here help each other. Circles and chains do the work.
    - **Asking is giving too.** Without asks nobody could help.

    Matches are found like this: as many asks as possible are served, nobody gets more than two, and among all ways to
    do so the one with the best total fit is taken, exactly. The weights are ours.
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
def ask_goes_round(exercises, get_network, here, inputs):
    get_network()
    answer_goes_round = inputs.answer_box(exercises.GOES_ROUND, here.network, here.today)
    return (answer_goes_round,)


@app.cell(hide_code=True)
def ask_one_ask(exercises, get_network, here, inputs):
    get_network()
    answer_one_ask = inputs.answer_box(exercises.ONE_ASK, here.network, here.today)
    return (answer_one_ask,)


@app.cell(hide_code=True)
def ask_why_not_back(exercises, get_network, here, inputs):
    get_network()
    answer_why_not_back = inputs.answer_box(exercises.WHY_NOT_BACK, here.network, here.today)
    return (answer_why_not_back,)


@app.cell(hide_code=True)
def ask_most_served(exercises, get_network, here, inputs):
    get_network()
    answer_most_served = inputs.answer_box(exercises.MOST_SERVED, here.network, here.today)
    return (answer_most_served,)


@app.cell(hide_code=True)
def exercises_shown(
    answer_goes_round,
    answer_most_served,
    answer_one_ask,
    answer_why_not_back,
    exercises,
    get_network,
    here,
    inputs,
):
    get_network()
    inputs.exercises(
        here,
        (
            (exercises.GOES_ROUND, answer_goes_round),
            (exercises.ONE_ASK, answer_one_ask),
            (exercises.WHY_NOT_BACK, answer_why_not_back),
            (exercises.MOST_SERVED, answer_most_served),
        ),
    )
    return


@app.cell(hide_code=True)
def for_those_who_code(inputs):
    from netgive_lib.exercises import python_more

    task = python_more.CIRCLE_OF
    inputs.for_those_who_code(task)
    return (task,)


@app.function
def circle_of(helps, name):
    # Who is in one circle with them? This follows the helping, and never asks whether it comes back.
    found = [name]
    while helps.get(found[-1]) and helps[found[-1]] not in found:
        found.append(helps[found[-1]])
    return found


@app.cell(hide_code=True)
def code_checked(inputs, task):
    inputs.code_checked(task, circle_of)
    return


if __name__ == "__main__":
    app.run()
