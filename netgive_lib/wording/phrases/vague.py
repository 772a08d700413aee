"""Words that name nothing by themselves: what is left of a message without them is what it is about."""

from __future__ import annotations

import re
from functools import lru_cache

# In groups, so that it is easy to see whether a word is there. Endings (-s, -ed, -ing, -ly) are taken off first.
_GRAMMAR = """
a an the this that these those it its he she they them his her their him i me my mine we us our ours you your yours u
ur yr myself yourself yourselves ourselves one ones who whom whose which what when where why how whatever whenever
wherever however whichever and or but so because cause if then than as of in on at to for from with without by about
into onto over under up down off out through between among around near across after before during since until till
while once though although unless whether along within behind beyond regarding concerning via per
am is are was were be been being do does did done have has had can could will would shall should may might must ought
cannot not no nor never none nothing neither either both all any some each every few many much more most less least
other another such same own only just even also too very quite rather really truly actually definitely certainly surely
absolutely probably possibly perhaps maybe likely simply always ever often sometime sometimes usually already still yet
again soon later lately recent now here there away back forward together apart else instead anyway anytime anymore
s t ll re ve d m im ive id ill youre youve youd youll dont doesnt didnt cant wont lets thats whats theres isnt arent
don doesn didn won isn aren wasn weren couldn wouldn shouldn haven hasn gonna wanna gotta kinda r rn lol haha btw tbh
pls plz thx ty x xx xxx ok okay yes yeah yep no nope oh ah hmm wow please further otherwise
"""
_GREETINGS = """
hi hiya hello hey heya yo morning afternoon evening night dear mr mrs ms miss dr prof professor sir madam regard best
kind warm wish sincerely yours cheer thank thanks hope fine sorry welcome congrat congratulation luck birthday
christmas merry happy new year old stranger mate friend all everyone guys team glad delighted pleased keen eager
willing ready thrilled honour honoured honored excited confident sure certain grateful available free open able love
pleasure privilege proud humbled
"""
_PRAISE = """
good great nice lovely wonderful amazing awesome cool fantastic brilliant super big huge massive real special exciting
interesting interest useful helpful valuable relevant beneficial fresh positive invaluable handy possible different
important better bigger biggest greater well worth worthwhile impressive inspiring incredible perfect beautiful total
full whole right main key current currently particular specific specifically various several extra simple easy easier
quick quickly short long little small high top strong close personal professional mutual future past next last first
final certain general honest genuine serious busy hard tough difficult annoying rough
"""
_TIME = """
time day today tonight tomorrow yesterday week weekend month quarter year hour minute moment while monday tuesday
wednesday thursday friday saturday sunday spring summer autumn winter january february march april may june july
august september october november december days ages stage
"""
_ANYTHING = """
way thing something anything everything stuff surprise someone somebody anyone anybody people folk person others kind sort type
couple lot lots load loads tons ton bit bunch number part piece point place side end case matter reason shape form
chance favour favor hand touch mind heart eye word line note message mail email text call shout drop ping
reach contact example fact question answer
"""
_DOING = """
help assist support serve service use contribute contribution collaborate collaboration cooperate partner partnership
bring give offer provide share show send make take get give find come go put keep stay say tell ask let know think
thought want need like love feel believe see look hear talk speak chat connect meet met catch try work do join check
start begin turn move become grow create explore improve boost benefit learn read follow watch dig think look go save happen hold run
set live mean meant reckon guess bet wish consider notice figure play build add change enjoy mention care reconnect
hesitate require rely count lean return repay fit stick stuck struggle solve fill cook lend swap handle figured
done made given got gone went came took found told said heard saw seen sent kept left let run ran knew known brought
shared gave achieve accomplish deliver succeed thrive enable empower strengthen enhance develop expand advance accelerate
transform elevate maximise maximize leverage drive scale unlock pay exposure gain involved receive deserve appreciate matter support remain inform advise
"""
_ABSTRACT = """
idea insight advice tip suggestion reach opportunity synergy connection network knowledge skill expertise experience background
perspective view input feedback potential possibility growth success career journey progress goal challenge problem
pain priority project initiative company business organisation organization industry sector field market life job role
position capacity asset resource solution difference energy impact kindness proposal proposition info information
learning learnings door assistance help value benefit board boat page news update level edge result world family boss network circle
colleague client customer leader leadership attention effort presence requirement situation transition arrangement
services disposal sounding ways means deal bargain posted creativity enthusiasm passion dedication commitment motivation talent far onward upward spare sit
"""
VAGUE = frozenset(" ".join((_GRAMMAR, _GREETINGS, _PRAISE, _TIME, _ANYTHING, _DOING, _ABSTRACT)).split())

_WORD = re.compile(r"[^\W_]+")
_OR_TWO = re.compile(r"\b(?:leads? )?or (?:two|three|so)\b")
_ENDINGS = (
    ("ies", "y"),
    ("s", ""),
    ("es", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
    ("ly", ""),
)


def telling_words(plain: str) -> int:
    """How many of the words of `plain` name something: 0 in “happy to help you”, 3 in “Ana mends old kilns”."""
    return sum(1 for match in _WORD.finditer(_OR_TWO.sub(" ", plain)) if not _is_vague(match[0]))


@lru_cache(maxsize=4096)
def _is_vague(word: str) -> bool:
    if word in VAGUE:
        return True
    stems = [word.removesuffix(old) + new for old, new in _ENDINGS if word.endswith(old)]
    # “running” is “run”.
    stems += [stem[:-1] for stem in stems if len(stem) > 3 and stem[-1] == stem[-2]]
    return any(stem in VAGUE for stem in stems)
