# /// script
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(
    width="full",
    app_title="netgive: the class",
    css_file="netgive.css",
    html_head_file="netgive_head.html",
)


@app.cell(hide_code=True)
def imports():
    import marimo as mo

    from netgive_lib.charts.ring import ring_chart
    from netgive_lib.classroom import agenda, on_pages
    from netgive_lib.classroom.invitation import qr_svg
    from netgive_lib.classroom.overview import overview
    from netgive_lib.pages import furniture, in_ring, inputs
    from netgive_lib.pages.at_work import Page

    return Page, agenda, furniture, in_ring, inputs, mo, on_pages, overview, qr_svg, ring_chart


@app.cell(hide_code=True)
def open_room(Page, mo):
    here = Page(mo.app_meta())
    room = here.desk.room
    # What sets the version reads it too: the next step follows from the one that was chosen.
    get_version, set_version = mo.state(room.version, allow_self_loops=True)
    return get_version, here, room, set_version


@app.cell(hide_code=True)
def only_for_you(here, mo):
    mo.stop(
        not here.desk.facilitates,
        mo.md("""
    # The class

    This page is for whoever runs a class. `netgive classroom` prints the address that opens it, for you alone.
    Everything that your participants need is on the other pages.
    """),
    )
    facilitates = True
    return (facilitates,)


@app.cell(hide_code=True)
def look_again(facilitates, mo):
    again = mo.ui.refresh(default_interval="2s", label="") if facilitates else None
    return (again,)


@app.cell(hide_code=True)
def follow_class(again, get_version, room, set_version):
    again
    if room.version != get_version():
        set_version(room.version)
    return


@app.cell(hide_code=True)
def head(facilitates, furniture, here, mo):
    mo.Html(furniture.head(here, "/facilitate")) if facilitates else None
    return


@app.cell(hide_code=True)
def idea(facilitates, mo):
    mo.md("""
    # The class

    Numbers, never names: nobody's contacts appear here, and figures that fewer than three people stand behind stay
    hidden. The ring shows only the cards that people put in the middle themselves.
    """) if facilitates else None
    return


@app.cell(hide_code=True)
def picture(facilitates, get_version, here, inputs, mo, ring_chart, room):
    get_version()
    if facilitates:
        _chart = inputs.clickable(ring_chart(room.ring(), width=here.picture_width, theme=here.theme))
        _saved = inputs.downloads("ring", lambda **how: ring_chart(room.ring(), theme=here.theme, **how))
        _shown = mo.Html(f'<div class="ng-picture">{_chart}{_saved}</div>')
    _shown if facilitates else None
    return


@app.cell(hide_code=True)
def side(again, clock, facilitates, figures, join, mo, now_on, pictures, timer_box):
    mo.vstack(
        [
            mo.Html('<span class="ng-panel"></span>'),
            now_on,
            clock,
            timer_box,
            join,
            figures,
            pictures,
            mo.Html(f"<div hidden>{again}</div>"),
        ]
    ) if facilitates else None
    return


@app.cell(hide_code=True)
def now_on(agenda, facilitates, get_version, mo, room, set_version):
    get_version()
    _now = room.state().current

    def _show(words):
        room.show(words or "")
        set_version(room.version)

    _after = agenda.step_after(_now)
    step = mo.ui.dropdown(
        list(agenda.steps()),
        value=_now or None,
        searchable=True,
        full_width=True,
        label="The class is now at",
        on_change=_show,
    )
    next_one = mo.ui.button(
        label=f"Next: {_after.words}" if _after else "That was the last",
        kind="success",
        disabled=_after is None,
        on_click=lambda _: _show(_after.words),
    )
    _open = agenda.next_unanswered(_now, room.solved())
    next_open = mo.ui.button(
        label=f"Next unanswered: {_open.words}" if _open else "No exercise after this is unanswered",
        disabled=_open is None,
        on_click=lambda _: _show(_open.words),
    )
    nothing = mo.ui.button(label="At nothing", disabled=not _now, on_click=lambda _: _show(""))
    _told = mo.md("Everyone sees it at the foot of their page, with a link. Nobody is pulled away.")
    now_on = mo.vstack([step, mo.hstack([next_one, next_open, nothing], justify="start", wrap=True), _told])
    now_on = now_on if facilitates else None
    return next_one, next_open, nothing, now_on, step


@app.cell(hide_code=True)
def clock(again, get_version, in_ring, mo, room):
    again, get_version()
    clock = mo.Html(in_ring.clock(room.state().timer))
    return (clock,)


@app.cell(hide_code=True)
def timer_box(facilitates, mo, room, set_version):
    minutes = mo.ui.slider(1, 30, value=3, label="Minutes", show_value=True)
    label = mo.ui.text(label="For what", placeholder="ideas for one person")

    def _start(_):
        room.start_timer(minutes.value, label.value)
        set_version(room.version)

    def _stop(_):
        room.stop_timer()
        set_version(room.version)

    start = mo.ui.button(label="Start the clock", kind="success", on_click=_start)
    stop = mo.ui.button(label="Stop it", on_click=_stop)
    timer_box = (
        mo.hstack([minutes, label, start, stop], justify="start", align="end", wrap=True)
        if facilitates
        else None
    )
    return label, minutes, start, stop, timer_box


@app.cell(hide_code=True)
def join(facilitates, mo, qr_svg, room):
    _qr = qr_svg(room.join_address, "The address of this class as a QR code") if room.join_address else ""
    join = (
        mo.accordion(
            {
                "How people get in": mo.vstack(
                    [mo.md("Open"), mo.plain_text(room.address), mo.Html(f'<div class="ng-qr">{_qr}</div>')]
                )
            }
        )
        if facilitates
        else None
    )
    return (join,)


@app.cell(hide_code=True)
def figures(facilitates, get_version, mo, on_pages, overview, room):
    get_version()
    view = overview(room) if facilitates else None
    figures = mo.Html(on_pages.class_in_figures(view)) if facilitates else None
    return figures, view


@app.cell(hide_code=True)
def pictures(facilitates, mo, on_pages, view):
    pictures = mo.Html(on_pages.pictures_of_class(view)) if facilitates else None
    return (pictures,)


if __name__ == "__main__":
    app.run()
