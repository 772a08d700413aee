# /// script
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(
    width="full",
    app_title="netgive: start here",
    css_file="netgive.css",
    html_head_file="netgive_head.html",
)


@app.cell(hide_code=True)
def imports():
    import marimo as mo

    from netgive_lib.charts.map import map_drawing
    from netgive_lib.exercises import on_start as exercises
    from netgive_lib.memory_store import LARGEST
    from netgive_lib.pages import furniture, inputs
    from netgive_lib.pages.at_work import Page

    return LARGEST, Page, exercises, furniture, inputs, mo, map_drawing


@app.cell(hide_code=True)
def open_file(Page, mo):
    here = Page(mo.app_meta())
    get_network, set_network = mo.state(here.network)
    get_said, set_said = mo.state(None)
    return get_network, get_said, here, set_network, set_said


@app.cell(hide_code=True)
def head(furniture, get_network, here, mo):
    get_network()
    mo.Html(furniture.head(here, "/"))
    return


@app.cell(hide_code=True)
def idea(mo):
    mo.md("""
    # Bring something

    The people you know are not there to be used. Keep in touch when you need nothing. Before you write to someone,
    think of one thing that would be good for *them*: news, an invitation, a song, a person they should meet.
    Then it is like splitting the bill: nobody counts, and nobody pays for everything.

    And when you do need something, ask for it clearly. A clear question is easy to answer.
    """)
    return


@app.cell(hide_code=True)
def picture(get_network, here, inputs, mo, map_drawing):
    _map = inputs.clickable(
        map_drawing(get_network(), here.today, width=here.picture_width, theme=here.theme)
    )
    mo.vstack([mo.Html('<span class="ng-picture"></span>'), _map])
    return


@app.cell(hide_code=True)
def side(furniture, get_network, get_said, here, look, mo, own, your_work):
    mo.vstack(
        [
            mo.Html('<span class="ng-panel"></span>'),
            mo.Html(furniture.welcome(here, get_network())),
            mo.hstack([own, look], justify="start", wrap=True),
            mo.Html(furniture.said(get_said()) if get_said() else ""),
            *([your_work] if your_work is not None else []),
            mo.Html(furniture.onward(here, get_network())),
        ]
    )
    return


@app.cell(hide_code=True)
def choose(here, mo, set_network, set_said):
    def _turns_to(sample):
        def turn(_):
            set_said(here.turn_to(sample=sample))
            set_network(here.network)

        return turn

    look = mo.ui.button(label="Look at the sample", on_click=_turns_to(True))
    own = mo.ui.button(label="Start with my own people", kind="success", on_click=_turns_to(False))
    return look, own


@app.cell(hide_code=True)
def take_along(LARGEST, get_network, here, mo, set_network, set_said):
    get_network()

    def _go_on(files):
        from netgive_lib.classroom import on_pages

        if files:
            set_said(on_pages.go_on_from(here, files[0].contents))
            set_network(here.network)

    def _undo(_):
        set_said(here.undo())
        set_network(here.network)

    saved = mo.ui.file(
        filetypes=[".netgive"],
        kind="button",
        max_size=LARGEST,
        label="Choose your my-network.netgive",
        on_change=_go_on,
    )
    undo = mo.ui.button(label="Undo", disabled=here.desk.on_sample, on_click=_undo)
    return saved, undo


@app.cell(hide_code=True)
def your_work(get_network, here, mo, saved, undo):
    get_network()
    your_work = None
    if here.desk.in_class:
        from netgive_lib.classroom import on_pages

        your_work = mo.vstack(
            [
                mo.Html(on_pages.save_work(here)),
                undo,
                mo.accordion(
                    {
                        "Go on from a file": saved,
                        "Go on from another device": mo.Html(on_pages.private_link(here)),
                    }
                ),
            ]
        )
    return (your_work,)


@app.cell(hide_code=True)
def try_it(mo):
    mo.md("""
    ## Try it
    """)
    return


@app.cell(hide_code=True)
def ask_frame(exercises, here, inputs):
    frame = inputs.answer_box(exercises.FRAME, here.network, here.today)
    return (frame,)


@app.cell(hide_code=True)
def ask_kinds(exercises, here, inputs):
    kinds = inputs.answer_box(exercises.KINDS, here.network, here.today)
    return (kinds,)


@app.cell(hide_code=True)
def ask_split(exercises, here, inputs):
    split = inputs.answer_box(exercises.SPLIT, here.network, here.today)
    return (split,)


@app.cell(hide_code=True)
def ask_handed_over(exercises, here, inputs):
    handed_over = inputs.answer_box(exercises.HANDED_OVER, here.network, here.today)
    return (handed_over,)


@app.cell(hide_code=True)
def ask_three(exercises, here, inputs):
    three = inputs.answer_box(exercises.THREE, here.network, here.today)
    return (three,)


@app.cell(hide_code=True)
def exercises_shown(exercises, frame, get_network, handed_over, here, inputs, kinds, split, three):
    get_network()
    inputs.exercises(
        here,
        (
            (exercises.FRAME, frame),
            (exercises.KINDS, kinds),
            (exercises.SPLIT, split),
            (exercises.HANDED_OVER, handed_over),
            (exercises.THREE, three),
        ),
    )
    return


@app.cell(hide_code=True)
def for_those_who_code(inputs):
    from netgive_lib.exercises import python_tasks

    task = python_tasks.WHAT_I_GAVE
    inputs.for_those_who_code(task)
    return (task,)


@app.function
def what_i_gave(network):
    # How often did I give something? This counts everything that passed.
    return network.exchanges.height


@app.cell(hide_code=True)
def code_checked(inputs, task):
    inputs.code_checked(task, what_i_gave)
    return


@app.cell(hide_code=True)
def evidence(mo):
    mo.md("""
    ## Why this is worth your time

    - **People put it off.** Given the wish, the address and time to write, fewer than a third sent their message to
      an old friend (Aknin and Sandstrom, *Communications Psychology* 2, 2024; two of its studies, 453 and 604 people).
    - **It lands better than you expect.** In experiments with over 5,900 people, being reached out to was appreciated
      more than the sender thought, most of all when it came as a surprise (Liu and others, *Journal of Personality and
      Social Psychology* 124, 2023).
    - **Old ties are useful ones.** Executives got advice from people they had not spoken to for three years that was
      as good as that of current contacts, or better (Levin, Walter and Murnighan, *Organization Science* 22, 2011).

    These are averages, mostly of North American students, executives and online workers. They did not test this
    workbook. And they say nothing about people you parted from in anger: leave those alone.
    """)
    return


@app.cell(hide_code=True)
def privacy(here, mo):
    _in_class = """
    In the memory of the computer that runs this class, and on no disk. Nobody else in the class can see it, nor can
    whoever runs it: they see numbers only. When the class ends, it is gone, so save your work before. What you put into
    the ring, everyone sees.
    """
    _alone = """
    In one file on this machine, which only your account can read. netgive asks no other computer for anything, and
    sends nothing anywhere. Every change is saved at once. The last hundred can be undone.
    """
    mo.accordion({"Where your data is": mo.md(_in_class if here.desk.in_class else _alone)})
    return


if __name__ == "__main__":
    app.run()
