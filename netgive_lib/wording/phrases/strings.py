"""OF5: given only if something comes back."""

from __future__ import annotations

import re

from netgive_lib.wording.text import phrases

STRINGS = phrases(
    # “Lend me your drill and I'll lend you my saw”: the same done for the same.
    "(?P<swap>lend|give|buy|bring|show|teach|cook|make|introduce|write|pay|cover|fix|help|do|read|proofread|review|feed|walk|mind) (?:(?:me|us|my|our) [^.?!\\n]{1,60}|mine|ours),? (?:and|then) (?:i|we)(?:'ll| will) (?:(?:gladly|happily|also) )?(?P=swap) (?:{you}|{your}s?)",
    "(?:but|and) only (?:when|once|after|if) (?:ours|mine|(?:my|our) \\w+ (?:is|are|gets?|goes)|(?:i|we) (?:get|also))",
    "(?:then|and then) (?:leave|write|send|introduce|recommend|endorse|get|buy|pay) (?:me|us)",
    (
        "{you}(?:'d|'ll| would| will)? (?:also )?(?:have|need) to (?:share|give|send|pay|promote|introduce|"
        "write|mention|sign|post|let me|do)"
    ),
    (
        "{you} (?:can|could|may|might) (?:always |then |simply )?(?:repay|pay (?:me|us) back|make it up to|"
        "thank) (?:me|us)?"
    ),
    (
        "(?:i|we)(?:'d| would)? (?:only|just|merely|simply) (?:ask|need|want|expect)(?: that| for)? (?:{you}|"
        "a|one|in)"
    ),
    "(?:remember|not forget|won't forget|keep|bear) (?:that|this|me|us|it)(?: in mind)? when",
    (
        "(?<!if ){you} (?:give|send|get|lend|introduce|share|write|do) (?:me|us|mine|my) … (?:and|i'll|"
        "i give|i send)"
    ),
    "(?:let's|we could|shall we|how about (?:a|we)|propose a|call it a) (?:trade|swap|barter|deal|exchange)",
    "(?:in|by way of) (?:return|exchange|turn)",
    "as (?:a )?(?:trade|swap|quid pro quo|payment|compensation)",
    "quid pro quo",
    "tit for tat",
    "(?:a )?favou?r for (?:a |another )?favou?r",
    "scratch (?:our|ours|my|mine|each other's|your) (?:backs?)?",
    (
        "(?:on (?:the )?condition|assuming|presuming|supposing|provided|providing|so long|as long|on the understanding|"
        "under the condition)(?: as| that)? (?:i|we|my|our|{you}(?! (?:want|like|need|wish|are|have)(?!\\w))|{your}|i get|we get)"
    ),
    "(?:provided|providing|as long as|so long as|on condition)(?: that)? (?:he|she|they|(?:my|our) \\w+) (?:also )?(?:gets?|is allowed|can have|can use|keeps?)",
    "as long as (?:{you} (?!want|like|need|wish|'re|are|have|keep)|{your}|i get|we get)",
    "all (?:i|we)(?:'d|'m| would)? (?:ask|asking|want|need|expect)(?: for)?(?: is| in)?",
    "(?:the )?only (?:thing|condition|catch) (?:(?:i|we)(?:'d| would)? (?:ask|want|need|expect)|is)",
    (
        "(?:i|we)(?:'d| would|'ll| will| do)? (?:only |just )?(?:expect|ask only|hope|trust|assume|"
        "be counting on|count on)(?: that)? (?:for )?(?:{you}(?:'d|'ll| would| will| to)? (?:do|return|repay|"
        "put|give|help|introduce|mention|share|support|sign|buy|remember)|a (?:mention|referral|favou?r|"
        "discount|credit|share|cut|fee|shout ?out|review)|something)"
    ),
    (
        "(?:and |so |but )?(?:then|after that|afterwards|later|next) (?:maybe |perhaps |"
        "hopefully )?{you} (?:can|could|might|may|would|should|'d|'ll) (?:also |maybe |perhaps |"
        "then )?(?!see|find|use|have|decide|choose|get|just|be|read|check|pick)\\w+"
    ),
    (
        "and (?:maybe |perhaps |hopefully )?{you} (?:can|could|might|would|should|'d|'ll|) ?(?:then |also |"
        "maybe )?(?:repay|pay|return|introduce|put in|do (?:the same|mine)|write me|recommend|endorse|refer|"
        "mention (?:me|us|my|our)|share (?:mine|my|our)|help me|show my|give me|get me)"
    ),
    "(?:do|does|did) the same for (?:me|us)",
    "{you}(?:'ll| will|'d| would| can| could)? owe (?:me|us)(?: one| a \\w+)?",
    "{you}(?:'d| would|'ll| will)? (?:be )?(?:owing|in my debt|return the favou?r|pay me back|repay me)",
    "(?:can|could|hope {you}|hoping {you}|to|you) (?:'ll |will )?(?:return|repay) (?:the|this) favou?r",
    "(?:it's|it is) your turn",
    "(?<!to )pay (?:it|me|us|that|this) back|(?:time|your chance) to (?:pay (?:it|me|us|that|this) back|repay|return)",
    "but first,? {i}(?:'d| would|'ll)? (?:also )?(?:need|want|expect) (?:that|an?|the|one) \\w+",
    "(?:once|after|as soon as|the moment) {you}(?:'ve|'d| have)? (?!(?:read|seen?|had|have|got|get|received?|opened?|tried|try|tasted?|finished?|used?|heard?|hear|found|find|eaten|eat|sent|send|told|tell)(?!\\w))\\w+ (?:me|us|my|our|mine)(?! (?:\\w+ )?(?:message|mail|parcel|note|e?mail|file|draft|letter)(?!\\w))",
    "(?:it'll|it will|that'll|that will|that's going to|that's gonna) cost {you} (?:an?|your|one|the)(?! (?:fraction|penny|fiver|tenner|pound|euro|dollar)(?!\\w))",
    "(?:and |so )(?:now|in that case) {i} need {you}(?: to| on| at| for|(?= {0,2}[.!]))",
    "and {you}(?: can| could|'ll| will| would|'d) (?!(?:have|use|read|get|see|rest|sleep|relax|join|stay)(?!\\w))[^.?!\\n]{1,40} (?:when|while|next time) {i}(?:'re|'m| are| am| go)(?! (?:back|done|finished|free))",
    "(?:only|just|no more than) (?:fair|right|reasonable|decent) (?:if |that |for )?{you}(?! (?:know|get|have|should (?:know|have|get))(?!\\w))",
    "(?:give|send|lend|write|get|do|buy|find|bring|introduce|mention|vote for|hire|credit|tag|sponsor|quote) (?:me|us|my|our) [^.?!\\n]{1,60} and (?:the|an?|my|our|that|those|{you}(?:'ve| have)? (?:got|can have|get)) (?:[\\w']{1,15} ){0,4}(?:is|are|'s) (?:yours|{your}s)",
    (
        "(?:once|after|when|as soon as|the moment) {you}(?:'ve|'d| have)? (?:all )?(?:follow(?:ed)?|like[d]?|rated?|cited?|credited?|tagged?|plugged|backed|funded|sponsored|booked|hired|left|leave|signed|sign|filled|"
        "fill|given|give|posted|post|shared|share|written|write|introduced|introduce|bought|buy|paid|pay|"
        "endorsed|endorse|voted|vote|reviewed|review|recommended|recommend|referred|refer|joined|join|"
        "subscribed|subscribe|mentioned|mention|helped|help) (?:all (?:of )?)?(?:me|us|my|our|up|mine|in my|for (?:me|us|my|"
        "our)|to (?:my|our))"
    ),
    (
        "(?:unless|only if|but only if|not until) {you} (?!like|want|need|prefer|think|would like|have time|"
        "are free|fancy)\\w+"
    ),
    "(?:win-? ?win|mutually beneficial|help each other out|mutual favou?r|make it worth my while)",
)
_BUT = "(?:but|though|although|just|only|simply|obviously|of course|in that case|then|so|now|naturally|goes without saying(?: that)?)"
_PAST = "(?:\\w+ed|told|gave|taught|said|sent|lent|made|showed|got|had|were|did|let|saw|found|left|brought|put|know|knew|can|could|tell|teach)"
# What they are to do for it, said as a duty or an expectation.
DUTIES = phrases(
    (
        f"{_BUT}(?:,? (?:then|of course|in that case|naturally))?,? {{i}}(?:'d| would|'ll| will)? (?:also |still )?(?:need|want|expect|like|require|ask|appreciate)"
        "(?! (?:it|this|that|them) (?:to be|for {you})| {you} to (?:have|know|be|enjoy|keep|meet|see))"
        " (?:for )?(?:{you} to|{your} \\w+|an? \\w+|to (?:get|have|put|be)|something|some \\w+|that \\w+|one of|(?:the )?use of|(?:first|dibs|half|part of|my share))"
    ),
    (
        "{i}(?:'d| would|'ll)? (?:also |really )?(?:need|want|expect) {you} to "
        "(?!have|know|be|enjoy|keep|meet|see|take|get|use|hear|feel|look|advise|listen)\\w+"
    ),
    "(?:like|want|expect) to see (?:some|a bit of|a few) \\w+ (?:come (?:my|our) way|coming (?:my|our) way|come|in return)",
    (
        "(?:make sure|be sure|don't forget|remember|see (?:to it )?that|mind) (?:and |to |that |you |u |who )+"
        "(?:[\\w']{1,15} ){0,3}(?:me|us|our|my|mine)"
    ),
    (
        "(?:trust|expect|hope|assume|sure|know|count(?:ing)? on|rely(?:ing)? on) (?:that )?{you}(?! (?:know|can|feel|like|find|trust|come|could))(?:'ll|'d| will| would| to)? "
        "(?:[\\w']{1,15} ){0,3}(?:(?:the|this|that) favou?r|the same|(?:for|to|of) (?:me|us)|me (?:back|out|in|up))"
    ),
    "(?:don't|do not|never|won't) forget (?:who|where|that i|this|me|us)|remember (?:who|where it|this) ",
    "(?:don't|do not) {you} dare|{you}(?:'d| had)? better \\w+",
    "but {you}(?:'d|'ll| would| will| must| should)? (?!can|could|may|might|know|said|told|get|have\\b|are|were|did|don't)\\w+ (?:[\\w']{1,15} ){0,4}(?:me|us|mine|my|our|ours)",
    "(?:the|one|small|little|only|a) (?:tiny )?(?:catch|condition|string)(?: is|:| though)?",
    "(?:once|after|as soon as|when) {you}(?:'ve|'d| have)? (?:paid|signed|subscribed|ordered|bought|donated|registered|upgraded|invested|voted|renewed|pay|sign|subscribe|order|buy|donate)",
    (
        "(?:(?<=, )|(?<=- )|(?<=– )|(?<=\\. )|but |and )(?:just|only) (?!\\w+ed(?!\\w)|say|let|ask|tell|come|take|give (?:me|us) (?:a (?:shout|call|ring)(?!-)|the|{your})|send (?:me|us) (?:the|{your}|it|an?)|drop|text|ping|call|message|"
        "e-?mail|wanted|want|finished|thought|made|got|give {you}|send {you})\\w+ (?:[\\w']{1,15} ){0,4}(?:me|us|my|our|mine)"
    ),
    (
        "(?:give|send|lend|write|get|do|share|buy|find|introduce|bring|recommend|mention|endorse|help|vote for|hire) (?:me|us|my|our) "
        "(?!(?:the|{your}|it|know|{your} \\w+|an? (?:date|time|day|call|shout|ring|line|copy)|\\d+|up to)(?! ?-? ?out)(?!\\w))[^.?!\\n]{1,50}(?:and|,) (?:then )?(?:i|we)(?:'ll| will)"
    ),
    "{i}(?:'d|'ll| would| will|'m) (?:be )?(?:count(?:ing)?|rely(?:ing)?|bank(?:ing)?) on {your}",
    "(?:each other|one another) (?:a favou?r|out)",
    "(?:{i}'d|{i} would|{i}'ll|{i} will|{i}) (?:also )?(?:want|need|expect|require) (?:an?|some|your) (?!to )[^.?!\\n]{1,60}(?: though|in return|instead|for (?:that|this|it|my|our)(?!\\w)|on (?:my|our)|in (?:my|our|your)|from {you}|from {your})",
    f"{{you}} (?!{_PAST} )\\w+ [^.?!,;]{{1,50}} (?:me|us|my|our|mine)(?: \\w+)?,? (?:and|while|then) (?:i|we) (?!\\w+ed |am|was|had|have|think|know|can't|love|really)\\w+ (?:[^.?!,;]{{1,40}} )?(?:{{you}}|{{your}}s?)",
    "promise (?:me )?(?:that |to )?(?:{you}|not|put|keep|give|vote|mention|remember)",
    "would make us (?:even|quits|square)|(?:we'd|we would|we'll|we will) be (?:even|quits|square)",
    "that's the deal|make a deal|here's the deal|fair deal|fair trade",
    "what (?:do|would|will) (?:i|we) get|what's in it for (?:me|us)|one hand washes|nothing (?:is|comes) for free",
    "(?:and |but |(?<=, ))(?:then )?(?:i|we) (?:'d |would |'ll |will )?get (?:to|a|an|my|our|to|the|your|free) \\w+",
    f"(?<!how )(?:and |but |or |(?<=, ))(?:then )?{{you}}(?:'ll|'d| will| would)? (?!{_PAST} |(?:call|text|ring|ask|phone|message|ping) me(?= {{0,2}}[.!]| {{0,2}}$))\\w+ (?:(?!\\w+ed )\\w+ ){{0,2}}(?:mine|me|us)(?! (?:if|when|know|how))",
    "(?:i|we)(?:'d|'ll| would| will) then \\w+ (?:to |at |in )?(?:yours|your)",
    "{you}(?:'d| would|'ll)? (?:then )?(?:now )?(?:have|need) to \\w+ (?:[\\w']{1,15} ){0,3}(?:me|us|mine|ours|my|our)",
    "as a (?:small |little )?(?:thanks|thank(?: |-)?{you}),? (?:maybe |perhaps )?{you}(?:'d| could| can| might| would)",
)
# “If you …, I'll …”: a string when what they do is for me; none when it is what the gift needs.
_GOOD_FOR_ME = (
    r"(?:introduce|endorse|recommend|refer|hire|vote|sign|subscribe|invest|review|promote|mention|plug|retweet|repost|"
    r"upvote|sponsor|donate|buy|order|pay|return the|do the same|scratch|(?:bring|send|refer|find|invite|recruit|get) (?:me |us )?(?:\w+ ){0,2}(?:colleagues|friends|people|clients|"
    r"customers|guests|others)|cover (?:mine|my|for me)|post about|write about|spread|rate|like my|follow)"
)
# What they may have to do so that they get what is offered.
_NEEDED = (
    r"(?:let me know|let us know|trust|want|like|fancy|need|have|d|'d|would|'ve|haven't|love|know|think|find|see|saw|remember|prefer|"
    r"(?:tell|text|e ?mail|message|ping|call|ask|forward|drop|show|send|give|hand|pass|share)(?: it)?(?: with| to)? (?:me|us)"
    r"(?! (?:who|how|about|your (?:contacts?|client)|my|our|a (?:mention|credit|job|reference|hand|link|quote|lift|share|cut|discount))(?!\w))"
    r"(?: (?:the|{your}|a|an|when|where|which|what|whether|if|by|on|know|in|over|tonight|first|and)|(?= {0,2}[.,;!])))"
)
IF_YOU = phrases(
    rf"if (?:first )?{{you}}(?:'ll|'d)? (?:first |can |could |would |will |are willing to |'re willing to |were to |agree to |"
    rf"promise to |just )*(?!{_NEEDED}(?!\w))\w+ (?:[\w'-]{{1,20}} ){{0,5}}(?:{{self}})",
    rf"if {{you}} (?:can |could |would |will |'ll |'d )?{_GOOD_FOR_ME}",
    r"if {your} \w+ (?:would |could |can |will )?(?:becomes?|signs?|buys?|joins?|sponsors?|pays?|orders?|hires?|donates?|subscribes?)",
    r"if (?:i|we) (?:can|could|may|get to) (?:then )?(?:use|have|borrow|get|put|post|take|keep|stay|quote|mention) (?!{you} )\w+",
    r"if {you} get me",
    r"if {your} \w+ (?:would |could |can |will )?\w+ (?:\w+ ){0,3}(?:me|us|my|our|mine)",
)
CONDITION = phrases(
    "if|as long as|so long as|provided|providing|assuming|presuming|supposing|on (?:the )?condition|once|unless|only if|but only|not until|after|when|as soon as|"
    "but|though|although|just|only|make sure|don't|and"
)
BUT = re.compile(r"[,;–—-] ?but (?!only|just|not|i (?:don't|can't)|if|please)")
CLAUSE_END = re.compile(r"[.,;:?!\n–—]|\s-\s|$")
TAGS = phrases(r"(?:(?<=[.,!;:–—-] )|(?<=is that ))(?:deal|fair)(?= {0,2}\?)")
"""What gives a trade away where nothing else does."""
TRADES = phrases(
    "(?:but|though|in that case|then|and then) {i}(?:'d| would) (?:really |also )?(?:appreciate|love|like|be (?:\\w+ )?(?:glad|happy|grateful|pleased))(?: it)? if {you}(?:'d| could| would)? \\w+"
)
"""A condition put as a wish."""
NO_STRINGS = phrases(
    (
        "(?:nothing|not|any ?thing|nothing at all|without any ?thing|no favou?rs?|not asking for any ?thing|"
        "never) (?:expected |wanted |needed |asked )?(?:in (?:return|exchange)|back)"
    ),
    (
        "(?:don't|do not|not|never|no need to|needn't) (?:have to |need to |want |expect |ask(?:ing)? for |"
        "need )(?:[\\w']{1,15} ){0,4}in (?:return|exchange)"
    ),
    (
        "in (?:return|exchange) for (?:all |everything|{your} (?:help|kindness|advice|support|time|patience|"
        "hospitality)|the (?:help|kindness|advice|intro|lift|hospitality|time))"
    ),
    "in return (?:for|as thanks for) (?:your|the|all|that|what you)",
    "{you}(?:'ve| have)? (?:don't|do not|won't|never) owe me",
    "(?:don't|doesn't) owe (?:me|us)",
    # A request, and no condition.
    "(?:amazing|great|grateful|lovely|appreciate|helpful|wonderful|happy|kind|nice|cool|awesome|brilliant|fantastic|good|"
    "delighted|thankful|mean a lot|mean the world|help|honou?r|favou?r|pleasure|treat|dream|privilege|over the moon)(?: it| for (?:us|me))? if (?:{you}(?:'d|'ll)?|{your} \\w+) [^.?!\\n]{1,80}",
    "in (?:turn|return) (?:of|to)|in (?:return|exchange) for (?:nothing|no)",
)
