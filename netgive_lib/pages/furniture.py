"""The furniture of a page as HTML: its head, what was saved, people as cards, reports.

Everything that comes from a person's data passes through `escape` before it becomes part of a page.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import birthday_in_words, contact_in_words, counted, day_in_words, name_of
from netgive_lib.logbook import lately
from netgive_lib.schema import ME
from netgive_lib.sparks import people_who_matter
from netgive_lib.ties import contact_days, ties

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from netgive_lib.exercises.in_python import Coding
    from netgive_lib.network import Network
    from netgive_lib.pages.at_work import Page, Said
    from netgive_lib.sources.merge import Report
    from netgive_lib.workshop import Exercise, Feedback

PAGES = (
    ("/", "Start"),
    ("/map", "Your map"),
    ("/offers", "What you bring"),
    ("/reconnect", "Keep in touch"),
    ("/ask", "Ask clearly"),
    ("/tab", "Split the tab"),
    ("/ring", "The ring"),
)
"""The pages that work, in the order of the navigation."""
FOR_THE_FACILITATOR = ("/facilitate", "The class")

STANDING_IN_WORDS = {
    "knows": "knows me and what I do",
    "trusts": "trusts me",
    "respects": "respects my work",
    "sees_potential": "sees what I could become",
}
SENIORITY_IN_WORDS = {"junior": "junior to you", "peer": "a peer", "senior": "senior to you"}


def head(page: Page, path: str) -> str:
    """The top of a page: where you are, the other pages, and whose network it is."""
    pages = (*PAGES, FOR_THE_FACILITATOR) if page.desk.facilitates else PAGES
    links = "".join(
        f'<a href="{escape(to)}"{" aria-current=page" if to == path else ""}>{escape(name)}</a>'
        for to, name in pages
    )
    nav = f'<nav aria-label="Workbooks">{links}</nav>' if page.served else ""
    if page.desk.on_sample:
        day = day_in_words(page.today)
        whose = f'<p class="ng-whose ng-sample"><b>Sample.</b> Everyone here is made up, and it is {day} for them.</p>'
    elif page.desk.in_class:
        whose = '<p class="ng-whose">Only you see these people. Save your work before the class ends.</p>'
    else:
        whose = (
            f'<p class="ng-whose">Your file: {escape(page.desk.own.path.name)}. It stays on this machine.</p>'
        )
    return f'<header class="ng-head"><span class="ng-mark">netgive</span>{nav}{whose}</header>'


def said(words: Said | None) -> str:
    """The line that says what was saved, read aloud by screen readers."""
    if words is None:
        return '<p class="ng-said" role="status">What you change is saved at once.</p>'
    kind = "ng-saved" if words.saved else "ng-refused"
    return f'<p class="ng-said {kind}" role="status">{escape(words.text)}</p>'


def imported(words: Said, pairs: int) -> Said:
    """What is said after an import, with the way to the pairs of people who may be the same person."""
    if not pairs:
        return words
    look = "1 pair looks" if pairs == 1 else f"{pairs:,} pairs look"
    return replace(
        words, text=f"{words.text} {look} like the same person twice: decide under “Same person?”."
    )


def callout(kind: str, title: str, text: str) -> str:
    """A box with a title; `kind` is right, wrong, note or sample."""
    return f'<div class="ng-box ng-{kind}"><b>{escape(title)}</b><span>{escape(text)}</span></div>'


def exercise_answer(feedback: Feedback | None, exercise: Exercise | Coding) -> str:
    """What the page says to an answer."""
    if feedback is None:
        return callout("note", "Your turn.", "The answer is checked as soon as you give it.")
    title = ("Right." if feedback.judged else "Noted.") if feedback.right else "Not yet."
    box = callout(
        "right" if feedback.right and feedback.judged else "note" if feedback.right else "wrong",
        title,
        feedback.text,
    )
    return box + (callout("note", "Notice.", exercise.notice) if feedback.right else "")


def report(report: Report, network_size: int) -> str:
    """What an import would bring, as a table and lists."""
    rows = (
        ("People", report.people_read, report.people_new, report.people_merged),
        (
            "Exchanges",
            report.exchanges_read,
            report.exchanges_new,
            report.exchanges_read - report.exchanges_new,
        ),
        ("Ties", report.ties_read, report.ties_new, report.ties_read - report.ties_new),
    )
    cells = "".join(
        f"<tr><th scope=row>{name}</th><td>{read:,}</td><td>{new:,}</td><td>{known:,}</td></tr>"
        for name, read, new, known in rows
        if read
    )
    parts = [
        "<table class=ng-table><thead><tr><th></th><th scope=col>read</th><th scope=col>new</th>"
        f"<th scope=col>here already or passed over</th></tr></thead><tbody>{cells}</tbody></table>",
        f"<p>Your network has {counted(network_size, 'people')} now.</p>",
        _listed("Read", [f"{source['file']}: {source['format']}" for source in report.sources]),
        _listed("Passed over on purpose", [counted(count, why) for why, count in report.skipped.items()]),
        _listed(
            "Perhaps the same person twice (both are kept)",
            [f"{pair['a']} and {pair['b']}: {pair['why']}" for pair in report.possible_duplicates],
        ),
        _listed(
            "Could not be read",
            [problem.told for problem in report.problems],
        ),
    ]
    return f'<div class="ng-report">{"".join(parts)}</div>'


def _listed(title: str, lines: list[str], shown: int = 8) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines[:shown])
    rest = f"<li>and {len(lines) - shown:,} more</li>" if len(lines) > shown else ""
    opened = " open" if len(lines) <= 3 else ""
    return f"<details{opened}><summary>{title}: {len(lines):,}</summary><ul>{items}{rest}</ul></details>"


def progress(network: Network) -> str:
    """How many people are in a ring, as words and a bar."""
    rated = network.others["ring"].count()
    share = rated / network.size if network.size else 0
    left = network.size - rated
    words = (
        "Everyone is in a ring."
        if network.size and not left
        else f"{rated:,} of {network.size:,} are in a ring."
    )
    return f'<p class="ng-said" role="status">{words}</p><div class="ng-bar"><i style="width:{share:.1%}"></i></div>'


def thought_about(network: Network, today: date) -> str:
    """For how many of the people who matter there is an offer, as words and a bar."""
    rows = people_who_matter(network, today)
    done = rows.filter(pl.col("open_offers") > 0).height
    share = done / rows.height if rows.height else 0
    words = f"You have something in mind for {done} of the {rows.height} people who matter most."
    return f'<p class="ng-said" role="status">{words}</p><div class="ng-bar"><i style="width:{share:.1%}"></i></div>'


def card(network: Network, id: str, today: date) -> str:
    """The card of one person: who they are, how the tie stands, and the latest five exchanges."""
    person = network.person(id)
    tie = ties(network, today).row(by_predicate=pl.col("id") == id, named=True)
    facts = [
        ("Does", ", ".join(filter(None, (person["title"], person["organization"])))),
        ("Lives in", person["city"]),
        ("Cares about", ", ".join(person["topics"] or ())),
        ("At work", SENIORITY_IN_WORDS.get(person["seniority"])),
        ("Is to you", ", ".join(person["roles"] or ())),
        ("Sees you", ", ".join(words for name, words in STANDING_IN_WORDS.items() if person[name])),
        ("Contact", contact_in_words(contact_days(network, today).get(id, 0), tie["last_contact"])),
        ("Warmth", warmth_in_words(tie)),
        ("The tab", tab_in_words(tie)),
        ("E-mail", ", ".join(person["emails"] or ())),
        ("Phone", ", ".join(person["phones"] or ())),
        ("Profile", person["url"]),
        ("Birthday", birthday_in_words(person["birthday"] or "")),
    ]
    rows = "".join(f"<dt>{name}</dt><dd>{escape(str(value))}</dd>" for name, value in facts if value)
    alone = callout("note", "Leave alone.", "You chose not to contact them.") if person["leave_alone"] else ""
    lines = "".join(f"<li>{escape(line)}</li>" for line in lately(network, id))
    history = f"<h4>Lately</h4><ul>{lines}</ul>" if lines else ""
    return f'<div class="ng-card"><h3>{escape(name_of(person))}</h3>{alone}<dl>{rows}</dl>{history}</div>'


def warmth_in_words(tie: Mapping[str, Any]) -> str:
    """How alive a tie is, as a figure and in words."""
    if tie["warmth"] is None:
        return "not known: put them in a ring first" if tie["ring"] is None else "no contact on record"
    word = "dormant" if tie["dormant"] else "cooling" if tie["warmth"] < 0.5 else "warm"
    return f"{tie['warmth']:.2f} of 1, {word}"


def tab_in_words(tie: Mapping[str, Any]) -> str:
    """How the tab stands, in figures and words."""
    if tie["tab"] is None:
        return "nothing passed yet"
    words = {"mine": "you gave more", "theirs": "they gave more", "split": "split"}[tie["side"]]
    return f"{words} (you {tie['given']:.1f}, they {tie['received']:.1f})"


def welcome(page: Page, network: Network) -> str:
    """Whose network is open, and how large it is."""
    if not network.size:
        text = "This is your own file, and nobody is in it yet. The map grows as you bring people in."
        return callout("note", "It works.", text)
    stands = ties(network, page.today)
    dormant = int(stands["dormant"].sum())
    figures = (
        (f"{network.size:,}", "people"),
        (f"{network.others['ring'].count():,}", "in a ring"),
        (f"{network.exchanges.height:,}", "exchanges"),
        (f"{dormant:,}", "gone quiet"),
    )
    items = "".join(f"<li><b>{figure}</b>{words}</li>" for figure, words in figures)
    name = network.person(ME)["name"]
    whose = f"the sample, {name}'s network" if page.desk.on_sample else "your own network"
    return f'<p class="ng-lead">It works: you are looking at {escape(whose)}.</p><ul class="ng-figures">{items}</ul>'


def onward(page: Page, network: Network) -> str:
    """What comes next, with a link to it."""
    unrated = network.size - network.others["ring"].count()
    have = "has" if unrated == 1 else "have"
    unrated_words = f"{counted(unrated, 'people')} {have} no ring yet." if unrated else "Everyone has a ring."
    if not network.size:
        unrated_words = "Put each person into one of five rings."
    steps = (
        ("1. Bring people in", "From LinkedIn, your phone or any list.", network.size > 0),
        ("2. Say how close", unrated_words, not unrated),
        (
            "3. See what passed",
            "Click anyone, and put on the tab what you gave and got.",
            network.exchanges.height > 0,
        ),
    )
    items = "".join(
        f"<li><b>{'✓ ' if done and network.size else ''}{escape(title)}</b>{escape(text)}</li>"
        for title, text, done in steps
    )
    link = '<a class="ng-go" href="/map">Go to the map</a>' if page.served else ""
    return f'<ol class="ng-steps">{items}</ol>{link}'
