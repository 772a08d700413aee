# /// script
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(
    width="full",
    app_title="netgive: ask clearly",
    css_file="netgive.css",
    html_head_file="netgive_head.html",
)


@app.cell(hide_code=True)
def imports():
    import marimo as mo

    from netgive_lib import asks, inventory, nuisance
    from netgive_lib.describe import name_of
    from netgive_lib.exercises import on_ask as exercises
    from netgive_lib.pages import asking, bringing, furniture, inputs
    from netgive_lib.pages.at_work import Page
    from netgive_lib.widgets.letter import letter as letter_of

    return (
        Page,
        asking,
        asks,
        bringing,
        exercises,
        furniture,
        inputs,
        inventory,
        letter_of,
        mo,
        name_of,
        nuisance,
    )


@app.cell(hide_code=True)
def open_file(Page, mo):
    here = Page(mo.app_meta())
    get_network, set_network = mo.state(here.network)
    get_said, set_said = mo.state(None)
    get_person, set_person = mo.state(None)
    get_form, set_form = mo.state(0)
    return (
        get_form,
        get_network,
        get_person,
        get_said,
        here,
        set_form,
        set_network,
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
    mo.Html(furniture.head(here, "/ask"))
    return


@app.cell(hide_code=True)
def idea(mo):
    mo.md("""
    # Ask clearly

    Most help begins with someone asking. A clear ask is a kindness: one question, small enough to answer today, with
    a way to say no. Choose one person, say what you need in a sentence, and put what you bring beside it.
    """)
    return


@app.cell(hide_code=True)
def say_it(
    beside,
    checked,
    choose_offer,
    facts,
    mo,
    need,
    opening,
    status,
    way_out,
    who,
):
    mo.vstack(
        [
            mo.Html('<span class="ng-picture ng-words"></span>'),
            mo.md("**1. Whom, and what do you need?**"),
            who,
            beside,
            need,
            checked,
            mo.md("**2. What do you bring?**"),
            choose_offer,
            mo.md("**3. How do you begin, and how can they say no?**"),
            opening,
            way_out,
            status,
            facts,
        ]
    )
    return


@app.cell(hide_code=True)
def side(held, letter, mo, open_asks):
    mo.vstack([mo.Html('<span class="ng-panel"></span>'), held, letter, open_asks])
    return


@app.cell(hide_code=True)
def choose_person(get_network, get_person, inputs, set_person):
    who = inputs.person_box(get_network(), get_person(), set_person)
    return (who,)


@app.cell(hide_code=True)
def facts(furniture, get_network, get_person, here, mo):
    _known = get_person() in get_network().others["id"]
    facts = mo.Html(furniture.card(get_network(), get_person(), here.today) if _known else "")
    return (facts,)


@app.cell(hide_code=True)
def not_now(asking, get_network, get_person, here, mo, nuisance):
    _known = get_person() in get_network().others["id"]
    reasons = nuisance.reasons(get_network(), here.today, get_person(), asking=True) if _known else []
    beside = mo.Html(asking.reasons_listed(reasons))
    return beside, reasons


@app.cell(hide_code=True)
def type_the_ask(get_form, mo):
    get_form()
    need = mo.ui.text_area(
        label="What you need, in one or two sentences",
        placeholder="Could you look at one page of my portfolio by Friday and tell me what you would cut?",
        rows=3,
        full_width=True,
        debounce=300,
    )
    return (need,)


@app.cell(hide_code=True)
def read_along(asking, bringing, mo, need, way_out):
    _said, findings = asking.read_along(need.value, way_out.value or "")
    checked = mo.Html(bringing.wording(_said, findings))
    return checked, findings


@app.cell(hide_code=True)
def what_you_bring(asking, get_network, get_person, here, mo):
    _known = get_person() in get_network().others["id"]
    _options = asking.offers_for(get_network(), get_person(), here.today) if _known else {}
    bring = mo.ui.radio(_options, label="What stands beside your ask")
    own_words = mo.ui.text_area(
        label="… or in your own words, which are better" if _options else "In your own words",
        rows=2,
        full_width=True,
        debounce=300,
    )
    choose_offer = mo.vstack([*([bring] if _options else []), own_words])
    return bring, choose_offer, own_words


@app.cell(hide_code=True)
def offer_text(bring, own_words):
    offer = own_words.value.strip() or bring.value or ""
    return (offer,)


@app.cell(hide_code=True)
def begin(asks, get_network, get_person, here, mo):
    _known = get_person() in get_network().others["id"]
    _lines = asks.openings(get_network(), get_person(), here.today) if _known else ["I hope you are well."]
    opening = mo.ui.dropdown(_lines, value=_lines[0], label="You begin with", allow_select_none=False)
    way_out = mo.ui.dropdown(
        list(asks.EASY_OUTS), value=asks.EASY_OUTS[0], label="The way out", allow_select_none=False
    )
    return opening, way_out


@app.cell(hide_code=True)
def undo_button(mo, take_back):
    undo = mo.ui.button(label="Undo", on_click=take_back, tooltip="Take the latest change back")
    return (undo,)


@app.cell(hide_code=True)
def status(furniture, get_said, mo, undo):
    status = mo.hstack([mo.Html(furniture.said(get_said())), undo], justify="space-between", align="center")
    return (status,)


@app.cell(hide_code=True)
def hold_back(asking, findings, get_person, mo, need, offer, reasons):
    missing = asking.held_back(get_person(), reasons, findings, need.value, offer)
    held = mo.Html(missing)
    return held, missing


@app.cell(hide_code=True)
def write_letter(asks, get_network, get_person, letter_of, missing, mo, need, offer, opening, way_out):
    message = text = None
    if not missing:
        _network = get_network()
        _person = _network.person(get_person())
        message = asks.message(
            _person,
            _network.person("me"),
            opening=opening.value,
            offer=offer,
            ask=need.value,
            easy_out=way_out.value,
        )
        text = mo.ui.anywidget(letter_of(message, (_person["emails"] or [None])[0]))
    return (text,)


@app.cell(hide_code=True)
def keep_it(asks, do, get_person, here, inventory, mo, name_of, need, offer, set_form):
    def _sent(_):
        def made(network):
            network, ask = asks.draft(network, get_person(), need.value, here.today)
            network, given = inventory.with_offer(network, get_person(), offer, today=here.today)
            network = asks.made(network, ask, here.today)
            return inventory.given(network, given, here.today)

        if do(f"asked {name_of(here.network.person(get_person()))}", made).saved:
            set_form(lambda count: count + 1)

    sent = mo.ui.button(label="I have sent it", kind="success", on_click=_sent)
    return (sent,)


@app.cell(hide_code=True)
def letter(mo, sent, text):
    letter = mo.vstack(
        [
            mo.md("**Your message.** Change it until it sounds like you. netgive never sends anything."),
            text,
            mo.md("When you have sent it yourself, note it here: the offer and the ask go on the tab."),
            sent,
        ]
        if text is not None
        else []
    )
    return (letter,)


@app.cell(hide_code=True)
def answers(asking, asks, do, get_network, here, mo, refuse):
    _options = asking.open_asks(get_network())
    waiting = mo.ui.radio(_options, label="Which one?")

    def _answered(granted):
        def answer(_):
            if not waiting.value:
                refuse("Choose the ask that was answered first.")
                return
            do(
                "they said yes" if granted else "they said no",
                lambda network: asks.answered(network, waiting.value, here.today, granted=granted),
            )

        return answer

    yes = mo.ui.button(label="They said yes", on_click=_answered(True))
    no = mo.ui.button(label="They said no", on_click=_answered(False))
    return no, waiting, yes


@app.cell(hide_code=True)
def open_asks(asking, get_network, mo, no, waiting, yes):
    _some = asking.open_asks(get_network())
    open_asks = mo.vstack(
        [
            mo.md("**Asks that wait for an answer**"),
            waiting,
            mo.hstack([yes, no], justify="start", wrap=True),
        ]
        if _some
        else []
    )
    return (open_asks,)


@app.cell(hide_code=True)
def evidence(mo):
    mo.md("""
    ## What to notice

    - **Asking comes first, more often than you think.** In one study of managers about nine in ten acts of help began
      with a request (Anderson and Williams 1996, as Grant tells it in *Give and Take*, 2013; we know it second hand).
    - **People say yes more often than you expect.** In experiments, those who asked strangers guessed too low by as
      much as half, because they overlooked how hard it is to say no (Flynn and Lake, *Journal of Personality and Social
      Psychology* 95, 2008). That is also why every ask here carries an easy way to say it.
    - **Small is kind.** One page, ten minutes, two names. They can always give more.

    These are averages from a few groups, and most requests were to strangers. You know your people better.
    """)
    return


@app.cell(hide_code=True)
def exercises_idea(mo):
    mo.md("""
    ## Try it

    Five exercises: to choose, to find the flaw, to write, to look up, to guess. Each answer is checked at once.
    """)
    return


@app.cell(hide_code=True)
def ask_easiest(exercises, here, inputs):
    easiest = inputs.answer_box(exercises.EASIEST, here.network, here.today)
    return (easiest,)


@app.cell(hide_code=True)
def ask_flaw(exercises, here, inputs):
    flaw = inputs.answer_box(exercises.FLAW, here.network, here.today)
    return (flaw,)


@app.cell(hide_code=True)
def ask_rewrite(exercises, here, inputs):
    rewrite = inputs.answer_box(exercises.REWRITE, here.network, here.today)
    return (rewrite,)


@app.cell(hide_code=True)
def ask_only_asked(exercises, get_network, here, inputs):
    get_network()
    only_asked = inputs.answer_box(exercises.ONLY_ASKED, here.network, here.today)
    return (only_asked,)


@app.cell(hide_code=True)
def ask_not_yet(exercises, here, inputs):
    not_yet = inputs.answer_box(exercises.NOT_YET, here.network, here.today)
    return (not_yet,)


@app.cell(hide_code=True)
def exercises_shown(easiest, exercises, flaw, get_network, here, inputs, not_yet, only_asked, rewrite):
    get_network()
    inputs.exercises(
        here,
        (
            (exercises.EASIEST, easiest),
            (exercises.FLAW, flaw),
            (exercises.REWRITE, rewrite),
            (exercises.ONLY_ASKED, only_asked),
            (exercises.NOT_YET, not_yet),
        ),
    )
    return


@app.cell(hide_code=True)
def for_those_who_code(inputs):
    from netgive_lib.exercises import python_tasks

    task = python_tasks.SHARE_OF_ASKS
    inputs.for_those_who_code(task)
    return (task,)


@app.function
def share_of_asks(network):
    # Which part of what came from me was an ask? This goes wrong in three ways.
    return network.exchanges.filter(kind="ask").height / network.exchanges.height


@app.cell(hide_code=True)
def code_checked(inputs, task):
    inputs.code_checked(task, share_of_asks)
    return


if __name__ == "__main__":
    app.run()
