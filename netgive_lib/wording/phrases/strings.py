"""OF5: given only if something comes back."""

from __future__ import annotations

from netgive_lib.wording.text import phrases

STRINGS = phrases(
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
    "scratch (?:my|mine|each other's|your) (?:backs?)?",
    (
        "(?:on (?:the )?condition|provided|providing|so long|as long|on the understanding|"
        "under the condition)(?: as| that)? (?:{you}|{your}|i get|we get)"
    ),
    "as long as (?:{you}|{your}|i get|we get)",
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
    "{you} (?:can |could )?(?:owe|'ll owe|will owe|would owe|'d owe) (?:me|us)(?: one| a \\w+)?",
    "{you}(?:'d| would|'ll| will)? (?:be )?(?:owing|in my debt|return the favou?r|pay me back|repay me)",
    "(?:can|could|hope {you}|hoping {you}|to|you) (?:'ll |will )?(?:return|repay) (?:the|this) favou?r",
    "(?:it's|it is) your turn",
    (
        "(?:once|after|when|as soon as|the moment) {you}(?:'ve|'d| have)? (?:left|leave|signed|sign|filled|"
        "fill|given|give|posted|post|shared|share|written|write|introduced|introduce|bought|buy|paid|pay|"
        "endorsed|endorse|voted|vote|reviewed|review|recommended|recommend|referred|refer|joined|join|"
        "subscribed|subscribe|mentioned|mention|helped|help) (?:me|us|my|our|up|mine|in my|for (?:me|us|my|"
        "our)|to (?:my|our))"
    ),
    (
        "(?:unless|only if|but only if|not until) {you} (?!like|want|need|prefer|think|would like|have time|"
        "are free|fancy)\\w+"
    ),
    "(?:win-? ?win|mutually beneficial|help each other out|mutual favou?r|make it worth my while)",
)
# “If you …, I'll …”: a string when what they do is for me; none when it is what the gift needs.
IF_YOU = phrases(
    r"if {you}(?:'ll|'d)? (?:can |could |would |will |are willing to |'re willing to |were to |agree to |"
    r"promise to |just )?"
    r"(?!let me know|tell me|mention me and|send me (?:the|{your}|a)|show me (?:the|{your})|"
    r"give me (?:the|{your}|"
    r"a (?:shout|ring|call|date|day|time|copy))|text me|e ?mail me|forward me|message me|ping me|call me|"
    r"ask me|want me|like me|need me|trust me|have me|d like me|'d like me|would like me|"
    r"drop me|let us know|tell us|share {your}|send {your})"
    r"(?:(?!like|want|need|fancy|haven't|love|know|think|find|see|saw|"
    r"remember)\w+) (?:[\w'-]{1,20} ){0,4}{self}",
    (
        r"if {you} (?:can |could |would |will |'ll |'d )?(?:introduce|endorse|recommend|refer|hire|vote|sign|"
        r"subscribe|invest|review|promote|mention|plug|retweet|repost|upvote|sponsor|donate|buy|return the|"
        r"do the same|scratch)"
    ),
)
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
    "in (?:turn|return) (?:of|to)",
)
