"""Single words of names, and how two are related: spellings, short forms, initials, slips."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from netgive_lib import resources
from netgive_lib.network import fold

_GLUED = frozenset(
    {"al", "el", "de", "da", "di", "du", "la", "le", "van", "von", "dos", "del", "abdul", "abdel"}
)
_FEMININE = frozenset({"ka", "la", "ye", "iye", "ella", "ina", "ine", "ette", "etta", "ija"})
"""What makes a woman's name of a man's: Ivanka of Ivan, Daniella of Daniel, Aliye of Ali."""
_JOINS_GIVEN_NAMES = ("Chinese", "Korean")
_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bcdfghjklmnpqrstwxyz])?"
    r"(?:[iu]?(?:ang|eng|ong|ing|an|en|ai|ei|ao|ou|eo|eu|ae|ia|ie|iu|ua|ui|uo|ue|oo|ee|yu|ye)|[aeiou])"
    r"(?:ng|[nklm](?![aeiou]))?)"
)
_SYLLABLES = re.compile(_SYLLABLE + "{1,3}")
_READINGS = {
    "子": "ko", "美": "mi", "恵": "e", "江": "e", "枝": "e", "代": "yo", "世": "yo", "香": "ka", "花": "ka hana",
    "奈": "na", "菜": "na", "里": "ri", "理": "ri", "織": "ori", "乃": "no", "穂": "ho", "郎": "ro rou", "朗": "ro rou",
    "男": "o", "夫": "o", "雄": "o", "一": "ichi kazu hajime", "二": "ji", "次": "ji", "治": "ji haru", "司": "ji shi",
    "三": "zo", "介": "suke", "助": "suke", "輔": "suke", "太": "ta", "也": "ya", "哉": "ya", "樹": "ki", "輝": "ki",
    "紀": "ki nori", "人": "to", "斗": "to", "平": "hei", "彦": "hiko", "之": "yuki", "行": "yuki", "幸": "yuki",
    "明": "aki", "昭": "aki", "雅": "masa", "裕": "hiro", "浩": "hiro", "博": "hiro", "隆": "taka", "孝": "taka",
}  # fmt: skip
"""How a Japanese given name ends in Latin letters by its last character. Ours; the others have too many readings."""
_SOUNDS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"þ", "th"),
        (r"^abd(?:[aeou]l|[aeou](?=([drnstz])\1))", "abdul"),
        (r"dj(?=[aeou])", "d"),
        (r"^ye|^je(?=[klv])|^ie", "e"),
        (r"^mac(?=[^aeiouhk])", "mc"),
        (r"tsch|tch|cz|ch", "ch"),
        (r"sch", "sh"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck|qu?|c(?=[aourlk])", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ff$", "v"),
        (r"oo|ou|ue", "u"),
        (r"oe", "o"),
        (r"ae|aa", "a"),
        (r"ee|ie|iy|yi|ij", "i"),
        (r"[jy]", "i"),
        (r"z", "s"),
        (r"(?<=[aeiou])h$", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""Spellings that differ between languages and romanisations, made one; in this order. Ours."""


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(words.split())


class Relation(IntEnum):
    """How two words of names are related, from not at all."""

    NONE = 0
    INITIAL = 1
    TYPO = 2
    CUT = 3
    NICKNAME = 4
    SPELLED = 5
    EQUAL = 6


@lru_cache(maxsize=1)
def _listed() -> list[tuple[str, str, list[str]]]:
    """The rows of `data/nicknames.csv`: what kind of name, of which culture, its forms; the fullest first."""
    with (resources.folder("data") / "nicknames.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return [(row["kind"], row["culture"], [*map(fold, row["forms"].split(";"))]) for row in rows]


@lru_cache(maxsize=1)
def _groups() -> dict[str, dict[str, frozenset[int]]]:
    """The rows that names can stand for each other by: kind -> name -> numbers of rows.

    The kind "joining" holds the family names of cultures in which a given name of two syllables is one word.
    """
    kinds = ("nickname", "spelling", "family", "joining")
    found: dict[str, dict[str, set[int]]] = {kind: defaultdict(set) for kind in kinds}
    for number, (kind, culture, forms) in enumerate(_listed()):
        for form in forms:
            found[kind][form].add(number)
            if kind == "family" and culture in _JOINS_GIVEN_NAMES:
                found["joining"][form].add(number)
    for kind, _, forms in _listed():  # a short form is one of every spelling of the full name
        for spelled in _spelled_like(forms[0], found["spelling"]) if kind == "nickname" else ():
            found["nickname"][spelled] |= found["nickname"][forms[0]]
    return {kind: {name: frozenset(of) for name, of in names.items()} for kind, names in found.items()}


def _spelled_like(name: str, spelling: dict[str, set[int]]) -> set[str]:
    return {form for number in spelling.get(name, ()) for form in _listed()[number][2]}


def family_groups(word: str) -> frozenset[int]:
    """The groups of one East Asian family name and its readings that a word belongs to."""
    return _groups()["family"].get(word, frozenset())


def cultures(word: str) -> frozenset[str]:
    """Where a word is an East Asian family name.

    >>> sorted(cultures("kim")), sorted(cultures("hale"))
    (['Korean'], [])
    """
    return frozenset(_listed()[number][1] for number in family_groups(word))


def joins_given_name(word: str) -> bool:
    """Whether a word is a family name beside which `Xiao Ming`, `Xiao-Ming` and `Xiaoming` are one."""
    return word in _groups()["joining"]


def may_be_read(written: str, given: str) -> bool:
    """Whether a Japanese name in characters, of which the family name is known, can end as a given name does.

    >>> may_be_read("佐藤健二", "kenji"), may_be_read("佐藤健二", "yuko"), may_be_read("王小子", "ko")
    (True, False, False)
    """
    japanese = any("Japanese" in cultures(written[:size]) for size in (3, 2) if len(written) > size)
    return japanese and given.endswith(tuple(_READINGS.get(written[-1:], "\0").split()))


def given_groups(word: str) -> frozenset[int]:
    """The groups of one given name, its spellings and short forms that a word belongs to."""
    none: frozenset[int] = frozenset()
    return _groups()["spelling"].get(word, none) | _groups()["nickname"].get(word, none)


def given_heads(word: str) -> set[str]:
    """The full names that a given name is another spelling or a short form of.

    >>> sorted(given_heads("alex") & {"alexander", "alexandra"})
    ['alexander', 'alexandra']
    """
    return {_listed()[number][2][0] for number in given_groups(word)}


@lru_cache(maxsize=65_536)
def is_syllabic(word: str) -> bool:
    """Whether a word can be a given name in Pinyin or in Latin letters for Korean.

    >>> [is_syllabic(word) for word in ("xiaoming", "minsu", "jihoon", "vincent", "grace")]
    [True, True, True, False, False]
    """
    return _SYLLABLES.fullmatch(word) is not None


@lru_cache(maxsize=65_536)
def is_syllable(word: str) -> bool:
    """Whether a word can be a given name of a single syllable in Pinyin or in Latin letters for Korean.

    >>> [is_syllable(word) for word in ("wei", "xiaoming", "ken")]
    [True, False, True]
    """
    return re.fullmatch(_SYLLABLE, word) is not None


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A word as it sounds, roughly.

    >>> sound("yulia") == sound("julia"), sound("mueller") == sound("muller"), sound("hale") == sound("hall")
    (True, True, False)
    """
    for pattern, put in _SOUNDS:
        word = pattern.sub(put, word)
    return word


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The consonants of a word as it sounds, which few misspellings change."""
    heard = sound(word)
    return re.sub(r"[aeiouh]", "", heard) or heard


@lru_cache(maxsize=262_144)
def relation(x: str, y: str, *, family: bool = False) -> Relation:
    """How two words of names are related: as family names with `family`, else as given names.

    >>> relation("bob", "robert").name, relation("katherine", "kathrine").name, relation("daniel", "daniela").name
    ('NICKNAME', 'TYPO', 'NONE')
    """
    if x == y:
        return Relation.EQUAL
    if min(len(x), len(y)) == 1 and not family_groups(min(x, y, key=len)):
        return Relation.INITIAL if x[0] == y[0] else Relation.NONE
    if is_wife_of(x, y) or is_wife_of(y, x):
        return Relation.NONE
    if _same_sound(x, y) or (family and _one_family(x, y)):
        return Relation.SPELLED
    if not family:
        for kind, found in (("spelling", Relation.SPELLED), ("nickname", Relation.NICKNAME)):
            of = _groups()[kind]
            if not of.get(x, frozenset()).isdisjoint(of.get(y, ())):
                return found
        if _two_given_names(x, y):
            return Relation.NONE
        if _is_cut(*sorted((x, y), key=len)):
            return Relation.CUT
    return Relation.TYPO if _few_letters_apart(x, y, family) else Relation.NONE


def is_wife_of(x: str, y: str) -> bool:
    """Whether a Hungarian name is that of another's wife: Béláné of Béla, Kovácsné of Kovács."""
    return x == f"{y}ne"


def _same_sound(x: str, y: str) -> bool:
    return min(len(x), len(y)) >= 4 and sound(x) == sound(y)


def _one_family(x: str, y: str) -> bool:
    """Whether two family names are one, read or joined differently: Wang and Wong, Silva and Dasilva."""
    groups = _groups()["family"]
    if x in groups and y in groups and not groups[x].isdisjoint(groups[y]):
        return True
    short, long = sorted((x, y), key=len)
    rests = (long.removeprefix(word) for word in _GLUED if long.startswith(word))
    return any(rest == short or _same_sound(rest, short) for rest in rests if len(rest) >= 4)


def _two_given_names(x: str, y: str) -> bool:
    """Whether two words are two given names and no slip: both are known, or one is the other's feminine."""
    short, long = sorted((x, y), key=len)
    feminine = long.startswith(short) and long[len(short) :] in _FEMININE
    return bool(given_groups(x) and given_groups(y)) or feminine or x.rstrip("aeios") == y.rstrip("aeios")


def _is_cut(short: str, long: str) -> bool:
    """Whether one given name is the beginning or the end of another: Tonio of Antonio."""
    return (len(short) >= 3 and long.startswith(short)) or (len(short) >= 4 and long.endswith(short))


def _few_letters_apart(x: str, y: str, family: bool) -> bool:
    short, long = sorted((x, y), key=len)
    if long == short + "ova":
        return len(short) >= 4
    if not family and len(short) == len(long) < 7 and sorted(short) != sorted(long):
        return False  # one letter for another makes a different given name: Maria and Marta
    return len(short) >= 5 and OSA.distance(x, y, score_cutoff=2) <= (2 if len(short) >= 8 else 1)


WIDESPREAD = word_set(
    # English, Irish, Scottish, Welsh
    "smith jones williams brown taylor davies davis evans wilson johnson thomas roberts walker wright robinson "
    "thompson white hughes edwards green hall wood harris lewis martin jackson clarke clark turner hill miller moore "
    "anderson scott king baker allen young adams campbell mitchell murphy kelly sullivan walsh byrne ryan macdonald "
    "stewart "
    # Spanish, Portuguese
    "garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez hernandez diaz torres ramirez flores "
    "rivera romero ruiz alvarez moreno jimenez "
    "silva santos oliveira souza sousa pereira ferreira costa almeida rodrigues alves "
    # German, Dutch, French, Italian
    "muller mueller schmidt schneider fischer weber meyer meier maier wagner becker schulz hoffmann bauer koch "
    "jansen dejong bakker visser devries bernard dubois durand moreau laurent lefebvre petit rossi russo ferrari "
    "esposito bianchi romano colombo ricci marino greco "
    # Nordic, Slavic, Greek, Hungarian, Turkish
    "andersson johansson karlsson nilsson eriksson larsson olsson hansen jensen nielsen pedersen andersen olsen larsen "
    "johansen nowak kowalski kowalska wisniewski wojcik novak novakova svoboda horvat horvath nagy kovacs szabo toth "
    "ivanov ivanova petrov petrova smirnov smirnova papadopoulos popescu popa yilmaz kaya demir celik sahin "
    # Arabic, Persian, South Asian, African, Jewish
    "ali ahmed ahmad hassan hasan hussein hussain mohamed mohammed muhammad mahmoud ibrahim khalil abdullah rahman "
    "khan hosseini ahmadi mohammadi singh kaur kumar kumari sharma patel gupta das devi begum islam okafor mensah "
    "diallo traore cohen levi levy "
    # East Asian, in letters and as they are read from their scripts
    "wang li zhang liu chen yang huang zhao wu zhou kim gim lee park bag choi coe jung jeong kang gang "
    "sato suzuki takahashi tanaka watanabe ito"
) | frozenset(map(fold, "김이박최정강"))
"""Family names that hundreds of thousands have: at a large place of work there may be two of the same full name."""
