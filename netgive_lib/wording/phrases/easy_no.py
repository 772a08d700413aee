"""AS5: ways of making it easy to decline."""

from __future__ import annotations

from netgive_lib.wording.text import phrases

# AS5
_FINE = (
    "(?:(?:that's |it's |that is |it is |that'd be |that would be |would be |is |i'm |i am |we're |"
    "that will be )?(?:totally |completely |absolutely |perfectly |quite |really |also |just |very |"
    "entirely |all |equally |more than |of course |just as )*(?:fine|ok|okay|cool|all good|good|no problem|"
    "no worries|no problem at all|not a problem|alright|all right|understandable|a fine answer|no bother|"
    "no biggie|no big deal|grand|np|nw|no drama|no harm|fair enough|understood|no hard feelings))"
)
_UNABLE = (
    "(?:not|you (?:can't|cannot|can not|couldn't|don't|do not|won't|haven't|aren't|are not|'re not|'d rather|"
    "would rather|prefer|'re too|are too|'re busy|are busy|'re swamped|are swamped|'ve no time|have no time|"
    "'re short|are short|'re in|are away|'re away|'re on|are on|pass|decline|have other|have too|have better|"
    "feel|say no|'re flat|'re up to|'re snowed|are snowed|'re tied|are tied|'re stretched)|ur|u (?:can't|"
    "don't|r|are)|it(?:'s| is|'d be| would be| feels| isn't| is not| doesn't| does not|'ll be)(?: a| too|"
    " not| at all)*|this (?:is|isn't|doesn't|feels)|that(?:'s| is|'d be| isn't| doesn't| feels)|none|neither|"
    "now(?:'s| is)(?: not)?|time is|term is|nothing comes|you|there's no|any of)"
)
EASY_NO = phrases(
    (
        "(?:entirely|totally|completely|absolutely|of course|all) (?:up to|your call|your choice)(?: {you})?|"
        "your call"
    ),
    "(?:it'll|it will|that'll|this can|it can|that can) (?:keep|wait)",
    "none of my business|too (?:personal|private|cheeky|nosy|forward)",
    "(?:is|are|'s) an? (?:\\w+ )?(?:good|fine|ok|okay|acceptable|perfect|valid|decent) answer(?: too)?",
    "(?:totally |entirely |completely |of course |absolutely |purely )?optional",
    (
        "(?:silence|no reply|nothing|a shrug|not answering) (?:is|works|will do|would be)(?: \\w+)? (?:fine|"
        "ok|okay|good|cool|too|all right|answer)"
    ),
    "(?:ignore|skip|pass) if|(?:doesn't|does not|won't|wouldn't|don't) matter",
    (
        "(?:absolutely |really |honestly |of course |seriously )?(?:no|zero|nae|without|not any|0|"
        "never any) (?:worries|worry|pressure|problem|probs?|stress|bother|obligation|rush to say yes|"
        "hard feelings|offen[cs]e|drama|biggie|big deal|sweat|harm|guilt|issue|issues|hassle|"
        "need to (?:reply|answer|respond|explain|say yes|give)|expectations?|reply (?:needed|necessary|"
        "required|expected)|answer (?:needed|necessary|required)|response (?:needed|necessary|required)|"
        "explanation|reason needed|fuss)(?: at all| whatsoever| if| either| here| of course| though)?"
    ),
    "(?:np|nw|no probs?|no prob|all good|nbd) (?:if|at all|either)",
    (
        "(?:don't|do not|dont|needn't|pls don't|please don't) (?:you )?(?:worry|fret|feel|sweat|stress|"
        "hesitate to (?:say no|decline)|bother|think twice|let it)(?: (?:if|about|that|obliged|bad|you|under|"
        "pressured|guilty|at all|any|a thing))?"
    ),
    (
        "(?:please |do |just |and |of course |so )*(?:feel|you're|you are) (?:free|welcome|"
        "under no obligation|more than welcome|entirely free)(?: to)?(?: \\w+)? (?:ignore|pass|decline|say|"
        "skip|refuse|delete|disregard|leave|turn|not|no|bin|let|opt|reject)"
    ),
    "feel (?:no obligation|no pressure|under no|absolutely free|no need)",
    (
        "if {you}'d (?:rather|prefer)|(?:i'll|i can) (?:ask|do|find|check|manage|"
        "sort) (?:\\w+ ){0,3}(?:myself|elsewhere)"
    ),
    "(?:under )?no obligation",
    (
        '(?:no|a no-?|"no" ?)(?: |-)?(?:answer|reply|response) (?:is|will be|would be|=|means|too|'
        "is also) ?(?:\\w+ )?(?:ok|okay|fine|good|answer|cool|all right|no)?"
    ),
    "(?:be|give|send) a no(?:-| )?answer|so is (?:none|no|a no)|and so is (?:silence|nothing)",
    "should {you} (?:not|prefer|rather|be (?:too )?(?:busy|unable)|decide (?:not|against)|find it|have no)",
    "(?:i'd|i would|i'll|i will|we'd) (?:not|never) (?:be (?:offended|upset|hurt|cross)|mind|hold it|take it)",
    (
        "if it's (?:a (?:hassle|pain|bother|no|problem|stretch|lot|big ask)|too much|awkward|inconvenient|"
        "not (?:convenient|possible|for you|on))"
    ),
    (
        "(?:quite|perfectly|totally|completely|absolutely|entirely) (?:all right|alright|ok|okay|"
        "fine) to (?:say|refuse|pass|decline|ignore)"
    ),
    (
        "(?:just |please |simply |do |by all means )?(?:ignore|skip|disregard|delete|bin|forget) (?:this|it|"
        "me|my|that)(?: (?:if|message|mail|email|one|note))?"
    ),
    f"if {_UNABLE} (?:[^.?!\\n]{{0,80}}? )?{_FINE}",
    (
        f"if {_UNABLE} (?:[^.?!\\n]{{0,80}}? )?(?:(?:i|we)(?:'d|'ll| would| will| can| could)? (?:totally |"
        "completely |of course |quite |fully |also |just |still |perfectly |happily )*(?:understand|manage|"
        "ask|find|figure|look|try|go|get|cope|leave|not mind|see|check|work it|read|won't mind)|just (?:say|"
        "ignore|tell|leave|skip|let|delete|pass)|say (?:so|no)|tell me|never mind|nevermind|ignore|forget|"
        "leave it|leave this|skip|pass|let me know|please (?:just )?(?:say|ignore|don't|tell|feel|let)|don't|"
        "do not|no |np|nw|thanks anyway|that's that|so be it|so it goes|another time)"
    ),
    (
        "(?:i|we)(?:'d|'ll| would| will| do| can)? (?:of course |quite |totally |completely |fully |"
        "perfectly |also |certainly |absolutely |really |entirely |very well |100% )*understand (?:if|"
        "that you may|that you might|should|it if|entirely if|completely if|either way|fully)"
    ),
    (
        "(?:totally|completely|fully|of course|quite|absolutely|perfectly|entirely) (?:understand|"
        "understandable|get it)(?: if| should)?"
    ),
    "(?:understand|understandable|get it|get that) if",
    (
        "(?:i|we) (?:won't|will not|wouldn't|don't|shan't) (?:mind|be (?:offended|hurt|upset|cross|sad|"
        "disappointed)|take (?:it personally|offen[cs]e)|hold it)"
    ),
    f"{_FINE} (?:to (?:say|decline|pass|ignore|refuse|skip)|if|with (?:a no|no)|either way|should)",
    '(?:happy|fine|ok|okay|good|cool) with (?:a )?(?:no|neither|"neither"|"no"|no answer|silence|either)',
    (
        '(?:a |an? "?|the |your |silent |simple |quick )*(?:no|"no") (?:is|will be|would be|is also|'
        "is just as) (?:\\w+ ){0,2}(?:fine|ok|okay|good|answer|welcome|enough|understood|helpful|useful|"
        "all right|alright|cool|too)"
    ),
    '(?:say|saying|hear|take|accept|decline|said) (?:no|a no|"no"|no for an answer|no answer as a no)',
    "(?:please |just |do )(?:say|tell me|shout)(?: so| no)? if (?:it|you|this|that|i|ur|not)",
    "just (?:say|tell me|decline|pass|shout)(?: so| no)?(?: if| and i'll)?",
    "only if (?:you|u|it|that|this|there)",
    (
        "if (?:and only if )?you (?:feel like it|have a (?:spare |free )?(?:moment|minute)|'re up for it|"
        "fancy)(?= {0,2}[.!]|, and only)"
    ),
    (
        "(?:i|we)(?:'ll| will|'d|can| can| could)? (?:just |also |happily |gladly |easily )?(?:manage|"
        "find out elsewhere|ask (?:someone|somebody|elsewhere|around)|figure it out|find (?:it|another|"
        "someone|a way)|work it out) (?:without|with|elsewhere|otherwise|if|else|another|myself|who)?"
    ),
    (
        "(?:either way|whatever you decide|whatever you say|whichever way|whether or not you (?:can|reply|do|"
        "answer)|regardless of your answer|yes or no,? (?:thanks|thank))"
    ),
    "(?:won't|will not|not) (?:chase|follow up|nag|pester|ask again|bug|mention it again)",
    "(?:never ?mind|nvm)(?: if)?",
    "(?:if )?not (?:your|ur|a) (?:thing|cup of tea|priority)",
    "leave (?:it|this|me)(?: be| unanswered| out)?(?= {0,2}[.!,]| {0,2}$)",
    "(?:decline|turn (?:me|this|it) down|opt out|back out|pass on this|give (?:it|this) a miss|say nothing)",
    "hope (?:this|it) isn't (?:too )?(?:cheeky|much),? (?:but )?(?:say|ignore)",
    "you can (?:always |of course |just |simply |also )*(?:say no|pass|decline|ignore|refuse)",
    "no is (?:fine|ok|okay|a|an|also|absolutely|totally|completely|perfectly|always|just)",
    "if not,? (?:we|i|that|it|no|then|all|don't|never|just|fine|ok|okay|another|cool|np|nw|thanks|leave)",
    "(?:might|may) (?:well )?(?:be too|not be)(?: able| possible| the right)?.{0,40}(?:fine|understand|ok|worr)",
)
