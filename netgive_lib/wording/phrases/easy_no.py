"""AS5: ways of making it easy to decline."""

from __future__ import annotations

from netgive_lib.wording.text import phrases

_VERY = (
    "(?:totally |completely |absolutely |perfectly |quite |really |also |just |very |entirely |all |equally |more than |"
    "of course |fully |certainly |honestly |seriously |still |100% |obviously |naturally |purely )*"
)
_FINE = (
    rf"(?:(?:that's |it's |that is |it is |that'd be |that would be |it'd be |would be |is |i'm |i am |we're |that will be |also )?{_VERY}"
    "(?:fine|ok|okay|k|cool|all good|good|no problem|no problem at all|not a problem|no worries|alright|all right|understandable|"
    "no bother|no biggie|no big deal|grand|np|nw|nbd|no drama|no harm|no harm done|fair enough|understood|no hard feelings|no stress|"
    "no matter|not to worry|no trouble|no sweat|no fuss|no prob|no probs))"
)
# What may stand in the way, said or hinted at.
_HINDRANCE = (
    r"(?:\w+n't|\w+nt|not|cannot|no|none|never|nothing|nobody|neither|rather|prefer|too|busy|busier|swamped|snowed|flat|away|short|tied|stretched|awkward|"
    "uncomfortable|forgotten|forgot|lost|gone|pain|hassle|bother|stretch|(?:a|big) (?:lot|ask)|much|problem|inconvenient|private|personal|confidential|"
    "secret|cheeky|nosy|full|bad|hard|difficult|impossible|enough|out of|sick|pass|decline|leave|holiday|driving|travelling|traveling|"
    "meetings?|deadline|offline|yourself|sensitive|other|mid|out|ill|under|on the road|buried|drowning|rushed|term|now|easier|sooner|"
    "in the thick|in two minds|unsure|reluctant|annoying|tricky|weird|silly|stupid|inappropriate|unable|moved|changed|sold)"
)
_DECLINE = (
    "(?:ignore|pass|decline|say no|say so|say you|say it|say that|say if|say|skip|refuse|delete|disregard|leave|turn|not|bin|let me know|opt|reject|close|"
    "tell me|point me|forget|drop|shout|let it|keep it|give)"
)
_RELEASE = (
    rf"(?:{_FINE}|(?:please |just |do |simply |then |by all means )*{_DECLINE}|(?:please |just )*(?:don't|do not|never|no)|"
    rf"(?:i|we)(?:'d|'ll| would| will| can| could|'m| am)? {_VERY}\w+|so be it|that's that|thanks anyway|another time|it doesn't matter|"
    "it'll keep|never ?mind|nvm|np|nw|whenever|of course that|feel free|so it goes|also fine|either is)"
)
EASY_NO = phrases(
    # No pressure.
    (
        "(?:no|zero|nae|without|not any|0|never any) (?:\\w+ )?(?:worries|worry|pressure|problem|probs?|trouble|stress|bother|obligation|"
        "rush to say yes|hard feelings|offen[cs]e|drama|biggie|big deal|sweat|harm|guilt|issues?|hassle|fuss|"
        "need to (?:reply|answer|respond|explain|say yes|give)|expectations?|(?:reply|answer|response|explanation|reason) (?:needed|necessary|"
        "required|expected))(?: at all| whatsoever| either| here| of course| though| taken)?(?: if)?"
    ),
    "(?:np|nw|nbd|dw|all good|all cool|its cool|it's cool) (?:if|at all|either)",
    "(?:under )?no obligation|(?:totally |entirely |completely |of course |absolutely |purely |strictly |it's |this is |is )+(?:optional|voluntary)(?= {0,2}[.!,)]| {0,2}$)",
    # If you can't, that's fine. If it's a bad week, just say.
    rf"(?:if|in case|should|unless) (?!{{you}} don't (?:mind|hear)|it's not too much)(?:[\w'’,/-]{{1,20}}{{gap}}){{0,10}}?{_HINDRANCE}"
    rf"(?!\w)[^.?!\n]{{0,60}}?(?<!\w){_RELEASE}",
    rf"(?:if|should) {{you}}(?:'ve|'re|'d|'ll)? (?!could|can |would (?!rather)|might|may|will|know |have (?:a |time|the|any))[^.?!\n]{{1,80}}? {_FINE}",
    rf"if {{you}}(?:'re| are) (?!able|free|around|happy|up for|ok|okay|willing|interested|keen|there|coming|going|the)[^.?!\n]{{1,60}}? {_RELEASE}",
    "if not,? (?:we|i|that|it|no|then|all|don't|never|just|fine|ok|okay|another|cool|np|nw|thanks|leave)",
    "(?:and |but )?if (?:{you}'d (?:rather|prefer)|it's (?:gone|lost))",
    # That's fine if you can't; fine to say no.
    rf"(?:{_FINE}|happy|glad) (?:to (?:say|hear|decline|pass|ignore|refuse|skip|take|leave)|if|with (?:a |an? \"|\")?(?:no|neither|silence|either|that)|either way|"
    "should|too|as well|whatever)",
    rf"(?:i|we)(?:'d|'ll| would| will| do| can)? {_VERY}(?:understand|get it|get that|see why|not mind)(?! (?:you|how|why|what|that you (?:know|work|are the)))",
    "(?:totally|completely|fully|of course|quite|absolutely|perfectly|entirely) (?:understand\\w*|get it)|understandable|understand if|(?:get it|get that) if",
    # Say no, ignore this.
    (
        "(?:feel|you're|you are|be) (?:\\w+ )?(?:free|welcome|under no obligation|entirely free)(?: to)?(?: \\w+)? (?:ignore|pass|decline|say|skip|refuse|"
        "delete|disregard|leave|turn|not|no|bin|let|opt|reject|close|tell)"
    ),
    "feel (?:no|under no|absolutely free|no need)|(?:you )?can (?:always |of course |just |simply |also )*(?:say no|decline|ignore|refuse)",
    "(?:ignore|skip|disregard|delete|bin|forget) (?:this|it|me|my|that)(?: (?:if|message|mail|email|one|note))?|(?:ignore|skip|pass) if",
    "(?:say|saying|hear|take|accept|said|answer) (?:a )?\\W?no\\W?(?: to either)?(?! (?:more|one|longer))|no for an answer|decline|turn (?:me|this|it) down|opt out|back out",
    "pass on this|give (?:it|this) a miss|say nothing|leave (?:it|this|me)(?: be| unanswered| out| alone)?(?= {0,2}[.!,]| {0,2}$| if)",
    "(?:say|tell me|shout|say so|let me know) if (?:it|you|this|that|i|ur|not)(?:'s|'re|'d|'m| is| am| are| would)? (?:\\w+ ){0,3}"
    + _HINDRANCE,
    "(?:just|please|do) (?:say|tell me|decline|shout)(?: so| no)?(?= {0,2}[.!]| {0,2}$| and i'll| if {you}'ve)",
    # Don't worry about it.
    (
        "(?:don't|do not|dont|needn't|need not|no need to|pls don't|without) (?:you )?(?:worry|fret|sweat|stress|bother|think twice|let it|"
        "(?:feel|be) (?:\\w+ ){0,3}(?:obliged|obligated|bad|pressured?|guilty|must|have to|under|shy to)|feel|hesitate to (?:say no|decline))"
    ),
    "(?:don't|do not|needn't|no need to|without|never) (?:[\\w']{1,15} ){0,4}(?:trouble|second thought|another thought|any bother|twice|reply|replying|"
    "answer|answering|respond|responding|obliged|obligated|to say yes)",
    "(?:no need|needn't feel|not obliged|never obliged)(?: to| at all| whatsoever)",
    # “I've drafted it so you don't have to” is a gift.
    "(?<!so )(?<!that ){you} (?:really |certainly |absolutely |honestly |of course )?(?:don't|do not) (?:\\w+ )?have to",
    "(?:i|we) (?:won't|will not|wouldn't|don't|shan't|'d not|would not|'d never|would never) (?:mind|be (?:\\w+ )?(?:offended|hurt|upset|cross|sad|disappointed)|"
    "take (?:it personally|offen[cs]e)|hold it)",
    "(?:i'd|i would|i'll|i will|we'd) (?:not|never) (?:be (?:offended|upset|hurt|cross)|mind|hold it|take it)",
    "(?:won't|will not|not) (?:chase|follow up|nag|pester|ask again|bug|mention it again)",
    # A no is an answer too.
    "(?:\\W?no\\W?|silence|no reply|no answer|nothing|a shrug|not answering|none|neither|a pass)(?: at all)?(?:'s| is| works| will do| would be| will be|=| =) (?:also |just |quite |\\w+ly )?(?:as )?"
    "(?:fine|ok|okay|good|cool|too|all right|alright|answer|an answer|an? \\w+ answer|no|enough|understood|welcome|helpful|useful|no problem|no hard feelings)",
    "(?:no|a no-?) ?(?:answer|reply|response) (?:=|means)|(?:be|give|send) a no(?:-| )?answer|(?:so|as) is (?:none|no answer|no|a no|silence|nothing)|no answer as a no",
    "(?:is|are|'s) an? (?:\\w+ )?(?:good|fine|ok|okay|acceptable|perfect|valid|decent) answer(?: too)?",
    "(?:it's|it is|that's) (?:of course |entirely |totally |completely |all )*up to {you}(?= {0,2}[.!,]| {0,2}$)|up to {you},? (?:of course|entirely|really|obviously|though|either way)|either (?:answer|one|way)? ?(?:helps|works|is (?:fine|ok|good))|so does \\W?(?:no|none|nothing|silence)|"
    "(?:a|an|your) (?:\\w+ )?(?:refusal|rejection|decline)|entirely understood|(?:either way|whatever you decide|whatever you say|whichever way|whether or not you (?:can|reply|do|answer)|regardless of your answer)",
    rf"(?:declining|refusing|saying no|passing|turning (?:me|this|it) down|ignoring (?:me|this|it)) (?:is|would be|will be|'s) {_VERY}{_FINE}",
    "(?:don't|do not|no need to|needn't) (?:chase|hunt|dig|rack|go out of|put yourself|spend|waste|look it|go looking|lose)",
    "\\w+ if not(?= {0,2}[.!)]| {0,2}$)|no skin off",
    "(?:\\W?no\\W?|silence|a shrug|neither|none) (?:will|would) (?:also )?do",
    "if {you}(?!r)(?:'\\w+)? [^.?!\\n]{1,60}, (?:then )?(?:say no more|just say|say so|don't|no reply|leave it|forget it|skip it|enjoy|bin it|drop it)",
    # Only if you like.
    "only if (?:you|u|it|that|this|there)|only (?:answer|reply|respond|do (?:it|this|so)|say yes) if",
    "if (?:and only if )?you (?:feel like it|have a (?:spare |free )?(?:moment|minute)|'re up for it|fancy(?: it)?|want(?: to)?)(?= {0,2}[.!]|, and only)",
    "(?:entirely|totally|completely|absolutely|of course|all) (?:up to|your call|your choice)(?: {you})?|your call",
    "(?:it'll|it will|that'll|this can|it can|that can) (?:keep|wait)|(?:doesn't|does not|won't|wouldn't|don't) matter",
    "(?:i'll|i can|i could) (?:also |always |just |easily |happily |well )*(?:ask|do|find|check|manage|sort|try|go|look) (?:\\w+ ){0,3}(?:myself|elsewhere|some ?(?:one|body) else)|"
    "(?<!all )or (?:just )?(?:nothing(?: at all)?|not at all)(?= {0,2}[.!,]| {0,2}$)|find out elsewhere|manage without",
    "if (?:it|that|the \\w+)(?:'s| is) (?:in use|taken|booked|spoken for|not free|needed|busy)",
    "none of my business|too (?:personal|private|cheeky|nosy|forward)",
    "(?:forget|pretend) (?:that )?i (?:ever )?asked|(?:(?:think|say) no more|think nothing(?: more| further)?) (?:of|about) it|fair enough|never ?mind|nvm",
    "not (?:your|ur|a) (?:thing|cup of tea|priority)|(?:might|may) (?:well )?(?:be too|not be)(?: able| possible| the right)[^.?!\\n]{0,40}(?:fine|understand|ok|worr)",
)
