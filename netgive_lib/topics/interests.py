"""What connects people with what you could bring.

The topics they name, their work, where you know them from, your notes on them, and what they asked you for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.schema import ME
from netgive_lib.topics.spelling import content_words, phrase_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from netgive_lib.network import Network
    from netgive_lib.topics import Thesaurus

_INTEREST = {"person": pl.String, "via": pl.String, "words": pl.String, "term": pl.String}
_MATCH = {"term": pl.String, "key": pl.String, "asset": pl.String, "about": pl.String, "share": pl.Float64}
_ASK = {"words": pl.String, "asset": pl.String, "match": pl.Float64}
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
# A note that says no ("hates", "has no time for") is no reason to bring something.
_SAYS_NO = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|without|hates?|dislikes?|avoids?|bored|tired of|allergic|stopped|left|"
    r"gave up|fell out)\b|n['’]t\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\s+(?:club|group|class|evenings?|friends|team|society|meet-?up|course)$", re.IGNORECASE)
_LATEST = "the latest thing"


def interests(people: pl.DataFrame, words: Thesaurus) -> pl.DataFrame:
    """What is known of what people care about: a row a person and fact.

    Columns: person; via (topics, title, circle or note: where it stands); words (as they stand there; of a
    note, its sentence); term (the topic that they name).
    """
    stated = people.select(person="id", words="topics").explode(
        "words", keep_nulls=False, empty_as_null=False
    )
    stated = stated.filter(pl.col("words").str.strip_chars() != "")
    frames = [stated.select("person", via=pl.lit("topics"), words="words", term="words")]
    read: dict[str, Callable[[str], Iterable[tuple[str, str]]]] = {
        "title": words.topics_of_title,
        "circle": lambda circle: _topics_of_circle(circle, words),
        "note": lambda note: _topics_of_note(note, words),
    }
    for column, topics_of in read.items():
        texts = people.select(person="id", text=column).filter(pl.col("text").str.strip_chars() != "")
        rows = [
            (text, column, said, term)
            for text in texts["text"].unique(maintain_order=True)
            for said, term in topics_of(text)
        ]
        found = pl.DataFrame(rows, schema={"text": pl.String} | _without_person(), orient="row")
        frames.append(texts.join(found, on="text", maintain_order="left").select(_INTEREST.keys()))
    return pl.concat(frames)


def _without_person() -> dict[str, type[pl.String]]:
    return {name: dtype for name, dtype in _INTEREST.items() if name != "person"}


def _topics_of_circle(circle: str, words: Thesaurus) -> list[tuple[str, str]]:
    for text in (circle, _GROUP.sub("", circle)):
        key = words.key(text)
        if key in words.names:
            return [(circle, words.names[key])]
    return []


def _topics_of_note(note: str, words: Thesaurus) -> Iterator[tuple[str, str]]:
    for sentence in _SENTENCE.split(note):
        if not _SAYS_NO.search(sentence):
            for key in sorted(words.mentioned(sentence)):
                yield sentence.strip(), words.names[key]


def asset_topics(assets: pl.DataFrame, words: Thesaurus) -> list[tuple[str, str]]:
    """(asset, topic) for each topic of each asset; without any, for those that its title names."""
    found = []
    for id, kind, title, topics in assets.select("id", "kind", "title", "topics").iter_rows():
        named = [topic for topic in topics or [] if topic.strip()]
        if not named:
            named = [words.names[key] for key in sorted(words.mentioned(title))]
        if kind == "latest":
            named.append(_LATEST)
        found += [(id, topic) for topic in dict.fromkeys(named)]
    return found


def matches(terms: pl.Series, topics: list[tuple[str, str]], words: Thesaurus) -> pl.DataFrame:
    """Which assets each of these terms connects with: a row a term and asset, its best topic.

    Columns: term; key; asset; about (the asset's topic); share (1 for the same topic, less for a close one).
    """
    own: dict[str, list[tuple[str, str]]] = {}
    wide: dict[str, list[tuple[str, str, float]]] = {}
    for asset, topic in topics:
        own.setdefault(words.key(topic), []).append((asset, topic))
        for key, share in words.around(topic).items():
            wide.setdefault(key, []).append((asset, topic, share))
    rows = []
    for term in terms.unique(maintain_order=True):
        key = words.key(term)
        best: dict[str, tuple[float, str]] = {}
        near = [(a, t, s) for k, s in words.around(term).items() for a, t in own.get(k, ())]
        for asset, topic, share in (*near, *wide.get(key, ())):
            if share > best.get(asset, (0.0, ""))[0]:
                best[asset] = share, topic
        rows += [(term, key, asset, topic, share) for asset, (share, topic) in best.items()]
    return pl.DataFrame(rows, schema=_MATCH, orient="row")


def asks_of_me(network: Network, today: date) -> pl.DataFrame:
    """What people asked me for, in words, up to `today`: person, words, date, answered.

    `answered` says whether I gave them something on that day or in the 60 days after it.
    """
    past = network.exchanges.filter(pl.col("date") <= today)
    asks = past.filter(
        (pl.col("kind") == "ask") & (pl.col("other") == ME) & (pl.col("what").str.strip_chars() != "")
    ).select("date", person="actor", words="what")
    gives = past.filter((pl.col("kind") == "give") & (pl.col("actor") == ME))
    gives = gives.select(pl.col("other").alias("person"), pl.col("date"), given="date").sort("date")
    return (
        asks.sort("date", maintain_order=True)
        .join_asof(gives, on="date", by="person", strategy="forward", tolerance="60d", check_sortedness=False)
        .select("person", "words", "date", answered=pl.col("given").is_not_null())
    )


def asked_for(
    asks: pl.Series, assets: pl.DataFrame, topics: list[tuple[str, str]], words: Thesaurus
) -> pl.DataFrame:
    """Which assets answer what was asked: words (of the ask), asset, match.

    match: 1 where the ask names the asset's topic, or shares two telling words, and half of all its telling
    words, with the title; less where it names a topic close to that of a skill, which stretches further.
    """
    titles = [(id, content_words(title)) for id, title in assets.select("id", "title").iter_rows()]
    skills = set(assets.filter(pl.col("kind") == "skill")["id"])
    forms = {phrase_form(topic): words.key(topic) for _, topic in topics}
    rows: dict[tuple[str, str], float] = {}
    for text in asks.unique(maintain_order=True):
        keys = words.mentioned(text, forms)
        for asset, topic in topics:
            around = words.around(topic) if asset in skills else {words.key(topic): 1.0}
            share = max((around.get(key, 0.0) for key in keys), default=0.0)
            if share > rows.get((text, asset), 0.0):
                rows[text, asset] = share
        telling = content_words(text)
        for asset, title in titles:
            shared = len(telling & title)
            if shared >= 2 and 2 * shared >= len(telling):
                rows[text, asset] = 1.0
    return pl.DataFrame([(*pair, match) for pair, match in rows.items()], schema=_ASK, orient="row")


def same_thing(texts: pl.DataFrame, assets: pl.DataFrame, least: float) -> pl.DataFrame:
    """Which texts tell of the same thing as an asset's title: distinct (person, asset).

    `texts` has person and text. They do if they share at least two telling words, and the share `least` of
    those of the shorter one; or if the telling words of both are the same.
    """
    spoken = _in_words(texts["text"], "text")
    titled = _in_words(assets["title"], "title")
    shared = spoken.join(titled, on="word").group_by("text", "title").agg(pl.len(), pl.first("n", "n_right"))
    shorter = pl.min_horizontal("n", "n_right")
    same = shared.filter(
        ((pl.col("len") >= 2) & (pl.col("len") >= least * shorter))
        | ((pl.col("len") == pl.col("n")) & (pl.col("n") == pl.col("n_right")))
    )
    found = texts.join(same.select("text", "title"), on="text")
    return found.join(assets.select("title", asset="id"), on="title").select("person", "asset").unique()


def _in_words(texts: pl.Series, name: str) -> pl.DataFrame:
    """The telling words of each distinct text: a row a word, with their number n."""
    rows = [
        (text, word, len(words))
        for text in texts.drop_nulls().unique(maintain_order=True)
        for words in [content_words(text)]
        for word in sorted(words)
    ]
    return pl.DataFrame(rows, schema={name: pl.String, "word": pl.String, "n": pl.Int64}, orient="row")
