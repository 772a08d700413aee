"""Words brought to one form, so that spellings of the same thing can be told to be the same.

The forms are for comparing and never shown: "movies" and "movie" both become "movy".
"""

from __future__ import annotations

import re
from functools import lru_cache

from netgive_lib.network import fold

# What rules don't reach: nouns with a plural of their own, and British spellings that stand alone.
_ONE_BY_ONE_PAIRS = """
    children=child childrens=child people=person men=man women=woman mice=mouse feet=foot analyses=analysis
    knives=knife wolves=wolf grey=gray jewellery=jewelry artefact=artifact tyre=tire mould=mold plough=plow
    sceptic=skeptic aluminium=aluminum maths=math yoghurt=yogurt whisky=whiskey judgement=judgment ageing=aging
    """
_ONE_BY_ONE = {word: form for word, _, form in (pair.partition("=") for pair in _ONE_BY_ONE_PAIRS.split())}
# These end in s and are no plurals.
_NO_PLURAL = {
    "news",
    "series",
    "species",
    "lens",
    "gas",
    "canvas",
    "atlas",
    "bias",
    "jeans",
    "paris",
    "lotus",
}
_RULES = [
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"ie$", "y"),
        (r"oe$", "o"),
        (r"(ch|sh|s|x|z)e$", r"\1"),
        (
            r"^(dis|re)?(col|behavi|lab|neighb|hon|fav|flav|harb|hum|rum|vap|vig|arm|od|parl|sav|endeav|glam)our",
            r"\1\2or",
        ),
        (r"(theat|cent|fib|lit|met|calib|spect)re$", r"\1er"),
        (r"i[zs](ation|ational|ing|ed|er)$", r"is\1"),
        (r"([iy])z$", r"\1s"),
        (r"ll(ing|ed|er|ist|ous)$", r"l\1"),
        (r"ogue$", "og"),
        (r"ramme$", "ram"),
        (r"(def|off|lic|pret)ens?c?$", r"\1ens"),
        (r"(def|off|lic|pret)ence$", r"\1ens"),
        (r"ae", "e"),
    )
]
_WORD = re.compile(r"[^\W_]+[+#]*")
_ARTICLES = frozenset({"the", "a", "an"})


@lru_cache(maxsize=100_000)
def word_form(word: str) -> str:
    """One folded word without its plural and in one spelling, British and American alike.

    >>> word_form("colours"), word_form("color"), word_form("organisation") == word_form("organization")
    ('color', 'color', True)
    """
    if word in _ONE_BY_ONE:
        return _ONE_BY_ONE[word]
    if (
        len(word) > 3
        and word not in _NO_PLURAL
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
    ):
        word = f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
        word = _ONE_BY_ONE.get(word, word)
    if len(word) > 3:
        for pattern, instead in _RULES:
            word = pattern.sub(instead, word)
    return word


# Words too ordinary to tell by themselves that two texts are about the same thing.
_ORDINARY_WORDS = """
    a about after all also and any are around as ask at back be been before between both bring but by can
    could day did do doing for from get give go good had half has have he her him his hour how i if in into is it
    its just kind last let look made make may me might mine minute month more most my need new next no not now of
    off on one or our out over own part people person piece please should so some someone somebody something such
    take than thank thanks that the their them then there these they thing this those three through to today too
    two under until up us use very want was we week well were what when where which while who why will with
    without would year you your yours four five ten free spare little small few each else
    """
_ORDINARY = frozenset(word_form(word) for word in _ORDINARY_WORDS.split())


def word_forms(text: str) -> list[str]:
    """The words of a text in order, each in its form, without articles."""
    plain = fold(text).replace("'", "").replace("’", "").replace(".", "").replace("&", " and ")
    return [word_form(word) for word in _WORD.findall(plain) if word not in _ARTICLES]


@lru_cache(maxsize=100_000)
def phrase_form(text: str) -> str:
    """A phrase in one form: without case, accents, spaces, hyphens, articles and plurals.

    >>> phrase_form("Stop-motion") == phrase_form("stop motions") == phrase_form("StopMotion")
    True
    """
    return "".join(word_forms(text)) or fold(text)


@lru_cache(maxsize=100_000)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, each in its form.

    >>> sorted(content_words("Notes on your first showreel, please"))
    ['first', 'note', 'showreel']
    """
    return frozenset(w for w in word_forms(text) if len(w) > 2 and w not in _ORDINARY)


def misspellings(form: str) -> frozenset[str]:
    """The slips that are surely slips for a phrase of this form: none of them is another word.

    With 8 letters or more: two neighbours swapped, or one of a pair of equal letters left out. With 10 or
    more: any one letter left out. The first letter always stands, and a letter is never exchanged for
    another: that makes other words too often ("stationary", "stationery").
    """
    if len(form) < 8 or not form.isalpha():
        return frozenset()
    places = range(1, len(form) - 1)
    slips = {form[:i] + form[i + 1] + form[i] + form[i + 2 :] for i in places}
    slips |= {
        form[:i] + form[i + 1 :] for i in range(1, len(form)) if len(form) > 9 or form[i] == form[i - 1]
    }
    return frozenset(slips - {form})
