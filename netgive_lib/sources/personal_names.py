"""Names of people, taken apart and compared: whether two can be one person's, and in what way.

Libraries that take names apart (nameparser, probablepeople) expect the English order, and two names are equal to
them only where they are spelled alike: that Wang Xiaoming and Xiaoming Wang, or a maiden name and a married one, can
be the same person's is not their question.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from netgive_lib.network import fold
from netgive_lib.sources.name_parts import Script, parse
from netgive_lib.sources.name_words import (
    Relation,
    family_groups,
    given_groups,
    is_syllabic,
    may_be_read,
    relation,
    skeleton,
    sound,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgive_lib.sources.name_parts import PersonalName


class Likeness(Enum):
    """How two names are alike, the most telling first. The value says it to the person who decides."""

    SAME = "They have the same name"
    FORMER = "One has a name that the other had before"
    SPELLED = "Their names are two spellings of one"
    REORDERED = "Their names are the same words in another order"
    SHORTER = "One has a part of the other's name"
    NICKNAME = "One has a short form of the other's name"
    CUT = "One may have a short form of the other's name"
    TYPO = "Their names differ by a letter or two"
    READ = "One's name may be the other's in another script"
    INITIAL = "One has only an initial of the other's name"
    ONE_WORD = "One has just one word of the other's name"
    SURNAME_CHANGED = "Their given names are the same, though their family names differ"
    UNTOLD = "Their names can't be compared"
    DIFFERENT = "Their names differ"


_ARTICLE = re.compile(r"[ae]l(?=\w{3})")
_RANK = {likeness: rank for rank, likeness in enumerate(Likeness)}
_LIKENESS = {
    Relation.EQUAL: Likeness.SAME,
    Relation.SPELLED: Likeness.SPELLED,
    Relation.NICKNAME: Likeness.NICKNAME,
    Relation.CUT: Likeness.CUT,
    Relation.TYPO: Likeness.TYPO,
    Relation.INITIAL: Likeness.INITIAL,
}


@lru_cache(maxsize=65_536)
def name_keys(name: str | None) -> tuple[str, ...]:
    """One or two keys of a name; names of the same words, whatever comes first, have one in common.

    >>> name_keys("Hale, Robert"), name_keys("hale robert")
    (('roberthale', 'halerobert'), ('halerobert', 'roberthale'))
    """
    words = parse(name).words
    if not words:
        return ()
    return tuple(dict.fromkeys(("".join(words), "".join(words[1:] + words[:1]))))


def likeness(one: str | None, other: str | None) -> Likeness:
    """How two names are alike.

    >>> likeness("Dr. Zoë Obi", "OBI, ZOE").name, likeness("Bob Hale", "Robert Hale").name
    ('SAME', 'NICKNAME')
    >>> likeness("Ana Lopes", "Rui Lopes").name, likeness("Ana Lopes", "Ana Reis (née Lopes)").name
    ('DIFFERENT', 'FORMER')
    """
    return compare(parse(one), parse(other))


@lru_cache(maxsize=131_072)
def compare(a: PersonalName, b: PersonalName) -> Likeness:
    """How two names that have been taken apart are alike."""
    if not a.words or not b.words:
        return Likeness.UNTOLD
    if Script.HAN in (a.script, b.script):
        return _with_han(a, b)
    if Script.VOWELLESS in (a.script, b.script) and a.script != b.script:
        return _without_vowels(a, b)
    forms = [(x, y) for x in _forms(a) for y in _forms(b)]
    found = min((_oriented(x, y) for x, y in forms), key=_RANK.__getitem__)
    if found in (Likeness.SURNAME_CHANGED, Likeness.DIFFERENT) and _by_former_name(a, b):
        return Likeness.FORMER
    return Likeness.UNTOLD if found is Likeness.DIFFERENT and a.script != b.script else found


def _without_vowels(a: PersonalName, b: PersonalName) -> Likeness:
    """What names have in common of which one is in a script that leaves vowels out."""
    if len(a.words) != len(b.words) or len(a.words) < 2:
        return Likeness.UNTOLD
    pairs = [(x, y) for x in _with_article(a) for y in _with_article(b)]
    if any([*map(skeleton, x)] == [*map(skeleton, y)] for x, y in pairs):
        return Likeness.SPELLED
    return Likeness.READ if any(_bones(x) == _bones(y) for x, y in pairs) else Likeness.UNTOLD


def _bones(words: tuple[str, ...]) -> list[str]:
    """The consonants without W, which within a word is mostly an O or U there, and each of two alike once."""
    return [re.sub(r"(.)\1+", r"\1", without_vowels(word)) for word in words]


def without_vowels(word: str) -> str:
    """The consonants of a word without W."""
    heard = sound(word)
    return re.sub(r"[aeiouh]|(?<!^)v", "", heard) or heard


def _with_article(name: PersonalName) -> Iterator[tuple[str, ...]]:
    """The words of a name, and the same without the Arabic article that some write as part of a family name."""
    yield name.words
    if len(name.words) > 1 and _ARTICLE.match(name.words[-1]):
        yield (*name.words[:-1], _ARTICLE.sub("", name.words[-1]))


def _forms(name: PersonalName) -> list[PersonalName]:
    """A name, and the same with what may stand in the given name's place.

    That is a short form beside it, or two given names that have one short form, as Juan José has Juanjo.
    """
    forms = [name, *(name.renamed((word, *name.words[1:])) for word in name.called if len(name.words) > 1)]
    if len(name.words) > 2 and given_groups("".join(name.words[:2])):
        forms.append(name.renamed(("".join(name.words[:2]), *name.words[2:])))
    return forms


def _oriented(a: PersonalName, b: PersonalName) -> Likeness:
    """The best that two names have in common, either read from its other end unless its order is known."""
    whole = max(_whole(a), _whole(b), key=_RANK.__getitem__)
    if "".join(a.words) == "".join(b.words):
        return whole
    if _turns_into(a.words, b.words) or _turns_into(b.words, a.words):
        sure = a.ordered or b.ordered or a.eastern or b.eastern
        return Likeness.REORDERED if whole is Likeness.SAME and not sure else whole
    if len(a.words) == 1 or len(b.words) == 1:
        return _one_word(a, b)
    readings = [(a.words, b.words)]
    readings += [(a.words[1:] + a.words[:1], b.words)] * (not a.ordered)
    readings += [(a.words, b.words[1:] + b.words[:1])] * (not b.ordered)
    return min((_aligned(x, y) for x, y in readings), key=_RANK.__getitem__)


def _turns_into(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether words are the same when the first or the last is put at the other end."""
    return "".join(a) in ("".join(b[1:] + b[:1]), "".join(b[-1:] + b[:-1]))


def _whole(name: PersonalName) -> Likeness:
    """What it means that two names are the same: less where they are an initial or a single word."""
    if len(name.words) == 1:
        return Likeness.ONE_WORD
    return Likeness.INITIAL if len(name.words[0]) == 1 or len(name.words[-1]) == 1 else Likeness.SAME


def _one_word(a: PersonalName, b: PersonalName) -> Likeness:
    """What a name of one word has in common with another."""
    word, words = (a.words[0], b.words) if len(a.words) == 1 else (b.words[0], a.words)
    as_given, as_family = relation(word, words[0]), relation(word, words[-1], family=True)
    if max(as_given, as_family) >= Relation.CUT:
        return Likeness.ONE_WORD
    return Likeness.DIFFERENT


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """What two names of several words, given name first, have in common."""
    given, family = relation(a[0], b[0]), relation(a[-1], b[-1], family=True)
    if given and family:
        return _with_middles(min(given, family), a[1:-1], b[1:-1])
    if given:
        return _other_family(given, a, b)
    if family:
        return _other_given(family, a, b)
    return Likeness.DIFFERENT


def _with_middles(ends: Relation, a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """What names have in common whose ends agree: the words between may be missing, but not others."""
    few, many = sorted((a, b), key=len)
    if a == b:
        return _LIKENESS[ends]
    left = list(many)
    for word in few:
        match = next((other for other in left if relation(word, other)), None)
        if match is None:
            return Likeness.DIFFERENT
        left.remove(match)
    return max(Likeness.SHORTER, _LIKENESS[ends], key=_RANK.__getitem__)


def _other_family(given: Relation, a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """What names with one given name have in common although they end differently."""
    few, many = sorted((a[1:], b[1:]), key=len)
    shared = [any(relation(word, other, family=True) >= Relation.TYPO for other in many) for word in few]
    if all(shared) and len(few) < len(many):
        return max(Likeness.SHORTER, _LIKENESS[given], key=_RANK.__getitem__)
    if given <= Relation.CUT or _is_eastern(a, b):
        return Likeness.DIFFERENT
    return Likeness.SURNAME_CHANGED


def _is_eastern(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names that begin alike are East Asian: there hardly anyone changes the family name."""
    if family_groups(a[0]) and family_groups(b[0]):  # then it is the family name that is alike
        return is_syllabic("".join(a[1:])) or is_syllabic("".join(b[1:]))
    return bool(family_groups(a[-1]) and family_groups(b[-1]))


def _other_given(family: Relation, a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """What names with one family name have in common although they begin differently."""
    by_middle = any(relation(a[0], word) > Relation.CUT for word in b[1:-1])
    if family > Relation.TYPO and (by_middle or any(relation(b[0], word) > Relation.CUT for word in a[1:-1])):
        return Likeness.SHORTER
    if family_groups(a[-1]) and is_syllabic("".join(a[:-1])) != is_syllabic("".join(b[:-1])):
        return Likeness.UNTOLD  # Vincent and Xiaoming: many have an English given name beside their own
    return Likeness.DIFFERENT


def _by_former_name(a: PersonalName, b: PersonalName) -> bool:
    """Whether the family name that one had before is the other's, and the given names agree."""
    if len(a.words) < 2 or len(b.words) < 2 or relation(a.words[0], b.words[0]) < Relation.NICKNAME:
        return False
    return any(
        relation(former, word, family=True) >= Relation.SPELLED
        for x, y in ((a, b), (b, a))
        for former in x.former
        for word in y.words[1:]
    )


def _with_han(a: PersonalName, b: PersonalName) -> Likeness:
    """What names have in common of which one or both are in Han characters, read as Mandarin if need be."""
    if a.script == b.script:
        if a.raw == b.raw:
            return Likeness.SAME if len(a.raw) > 1 else Likeness.ONE_WORD
        return Likeness.SPELLED if a.words == b.words and len(a.words) > 1 else Likeness.DIFFERENT
    han, latin = (a, b) if a.script == Script.HAN else (b, a)
    if len(han.words) < 2 or len(latin.words) < 2:
        return Likeness.UNTOLD
    family = han.words[-1]
    readings = (latin.words, latin.words[1:] + latin.words[:1])
    fitting = [words for words in readings if relation(words[-1], family, family=True)]
    if any("".join(words[:-1]) == han.words[0] for words in fitting):
        return Likeness.SPELLED
    if any(may_be_read(han.raw, words[0]) for words in fitting):
        return Likeness.READ
    return Likeness.UNTOLD if fitting or not family_groups(family) else Likeness.DIFFERENT


def address_spells(address: str, name: PersonalName) -> bool:
    """Whether a mailbox is named after its owner: with the given name, or an initial and the family name.

    >>> [address_spells(f"{box}@example.com", parse("J. Okafor")) for box in ("jokafor", "okafor")]
    [True, False]
    """
    words = mailbox_words(address)
    if len(name.words) < 2 or not words:
        return False
    given, family = name.words[0], name.words[-1]
    if any(x[0] == given[0] and y == family for x, y in pairwise(words)):
        return True
    together = (given[0] + family, given + family, family + given[0])
    return (len(given) > 1 and given in words) or "".join(words) in together


def is_named_after(address: str, name: PersonalName) -> bool:
    """Whether a mailbox is named after someone at all: by a word of the name, a short form, a part or initials.

    >>> zoe = parse("Zoe Maria Obi")
    >>> [is_named_after(f"{box}@example.com", zoe) for box in ("zoe2", "zmo", "z.obi", "mobi", "sales")]
    [True, True, True, True, False]
    """
    parts = tuple(map(fold, mailbox_words(address)))
    box, words = "".join(parts), (*name.words, *name.called, *name.former)
    if not box or not words:
        return False
    if any(len(word) > 2 and (word in box or sound(word) in sound(box)) for word in words):
        return True
    if name.script is Script.VOWELLESS and any(len(skeleton(word)) > 2 for word in words):
        return any(skeleton(word) in skeleton(box) for word in words if len(skeleton(word)) > 2)
    if any(len(part) > 2 and relation(part, word) >= Relation.CUT for part in parts for word in words):
        return True
    initials = {word[0] for word in words}
    begun = any(word.startswith(rest) for rest in (box[1:], box[:-1]) if len(rest) > 1 for word in words)
    return (1 < len(box) < 5 and initials.issuperset(box)) or (begun and box[0] in initials)


def names_both(address: str, a: PersonalName, b: PersonalName) -> bool:
    """Whether a mailbox has the given names of both, as that of a couple has.

    >>> names_both("alexsacha@example.com", parse("Alex Roe"), parse("Sacha Roe"))
    True
    """
    one, other = (name.words[0] if name.words else "" for name in (a, b))
    box = "".join(map(fold, mailbox_words(address)))
    if one in b.words or other in a.words:
        return False  # Trần Mai and Mai Trần are no couple
    if {one, other}.issubset(map(fold, mailbox_words(address))):
        return True
    if one in other or other in one or one not in box:
        return False
    return other in box.replace(one, " ", 1)


def is_of_the_family(address: str, name: PersonalName) -> bool:
    """Whether a mailbox is named after the family alone, so that more than one of them may read it.

    >>> [is_of_the_family(f"{box}@example.com", parse("Bob Hale")) for box in ("the.hales", "hale", "bob.hale")]
    [True, True, False]
    """
    return _beside_family_name(address, name) is not None


def is_for_a_family(address: str, name: PersonalName) -> bool:
    """Whether a mailbox says that several of the family read it; one with the bare name may be one person's.

    >>> [is_for_a_family(f"{box}@example.com", parse("Bob Hale")) for box in ("hales", "thehalefamily", "hale")]
    [True, True, False]
    """
    return bool(_beside_family_name(address, name))


def is_at_the_family(address: str, name: PersonalName) -> bool:
    """Whether a mailbox is at a domain with the family's name, as that of a father's and son's firm may be.

    >>> [is_at_the_family(f"praxis@{at}.example", parse("Kai Brück")) for at in ("brueck", "dr-brueck", "blau")]
    [True, True, False]
    """
    domain = address.rpartition("@")[2]
    family = _plain_vowels(name.words[-1]) if name.words else ""
    return len(family) > 3 and family in _plain_vowels(domain)


def _beside_family_name(address: str, name: PersonalName) -> str | None:
    """What a mailbox has beside the family name, if that says nothing of one person; None if it does."""
    if not name.words:
        return None
    box, family = "".join(map(fold, mailbox_words(address))), name.words[-1]
    if family not in box:
        box, family = _plain_vowels(box), _plain_vowels(family)
    before, found, after = box.partition(family)
    if not found or not (_OF_A_FAMILY.fullmatch(before) and _OF_A_FAMILY.fullmatch(after)):
        return None
    return (before if before not in _BEFORE_A_NAME else "") + after


def _plain_vowels(text: str) -> str:
    """A text with ae, oe and ue as they are folded where they are written ä, ö and ü."""
    return re.sub("([aou])e", r"\1", text)


_OF_A_FAMILY = re.compile(
    "(?:e?s|the|les|los|die|de|van|von|fam(?:il(?:y|ie|le|ia))?|famiglia|clan|haus|house(?:hold)?|home|hus|casa|maison)*"
)
_BEFORE_A_NAME = frozenset({"de", "van", "von"})


def mailbox_words(address: str) -> tuple[str, ...]:
    """The words in the name of a mailbox.

    >>> mailbox_words("zoe.obi-2@example.com")
    ('zoe', 'obi')
    """
    box = address.rpartition("@")[0].split("+")[0].replace("_", " ").replace("-", " ").replace(".", " ")
    words = ("".join(filter(str.isalpha, word)) for word in box.casefold().split())
    return tuple(word for word in words if word)
