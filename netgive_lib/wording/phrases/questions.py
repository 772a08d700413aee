"""AS1, AS2: what asks for something, and the questions that need no answer."""

from __future__ import annotations

import re

from netgive_lib.wording.text import phrases

_AUX = "(?:can|could|cd|would|wd|will|do|does|did|is|are|was|were|should|shall|have|has|might|may|am|wud|cud)"
_WH = "(?:what|how|who|whom|which|where|when|why|whose)"
# AS1, AS2. What is a request without a question mark.
REQUESTS = phrases(
    "yes ?/ ?no|y/n|help(?= {0,2}!)",
    "let's (?:do|get) (?:lunch|coffee|dinner|drinks|together)",
    "(?:can|could|would|will|cld|cud|wld|wud|might) {you} (?!see|imagine|believe|say|think)\\w+",
    (
        "(?:can|could|may|might) i (?:please |just |possibly |maybe |also |quickly )?(?:ask|pick|get|have|"
        "borrow|call|ring|use|book|take|come|watch|sit|join|visit|trouble|talk|speak|see|meet|shadow|"
        "give {you} a (?:call|ring))"
    ),
    (
        "(?:can|could|shall|might) we (?:please |just |possibly |maybe |also )?(?:talk|meet|chat|grab|have|"
        "speak|catch|jump|hop|do|get|find|set|schedule|arrange)"
    ),
    "(?:do|would|wd) {you} mind",
    "(?:would|is|might) it be (?:at all |somehow )?(?:possible|ok|okay|all right|alright|feasible|too much)",
    "(?:is there )?any chance (?:{you}|{i}|of|that)",
    (
        "(?:i'm|i am|i was|i've been|was|am|just|we were|we are)? ?(?:wondering|hoping) (?:if|whether|{you}|"
        "that {you}|we|i could|for|to (?:get|ask|hear|meet|talk|have))"
    ),
    "i wonder (?:if|whether)",
    (
        "(?:i|we)(?:'d| would)?(?: be)? (?:really |very |so |most |extremely |greatly |much |truly |also |"
        "be )*(?:grateful|thankful|appreciate|appreciative|welcome|obliged|delighted|happy|pleased|glad|"
        "thrilled|honou?red|over the moon|value) (?:if|for|it if|{your}|any|some|a|an|hearing|it greatly if|"
        "the (?:chance|opportunity))"
    ),
    (
        "(?:i'd|we'd|i would|would|wd|id|we would) (?:really |rly |so |super |very much |absolutely |also |be |totally |just )*(?:love|like|"
        "appreciate|value|welcome|be keen|be interested) (?:to (?:connect|hear|get|ask|pick|have|know|talk|understand|see how|find|explore|use|borrow|visit|shadow|watch|interview|run|bounce|book|schedule|arrange|set up|know|come|"
        "chat|learn|meet|discuss|speak|catch|be introduced|grab|hop|jump|sit down|get together|link up|compare notes|explore|invite {you} to (?:review|speak))|"
        "{your}|some|any|an? (?:intro|introduction|chat|call|quick|referral|reference|recommendation))"
    ),
    "(?:keen|eager|hoping|curious|love) to (?:hear|learn|know|get) (?:{your}|what {you}|how {you}|more)",
    (
        "(?:i|we)(?:'d)? (?:also |really |just |would )?need (?:{your} (?:help|signature|advice|vote|input|"
        "feedback|opinion|okay|approval)|{you} to|a (?:reference|recommendation|favou?r|referral|letter|"
        "hand)|an? (?:intro|introduction)|some (?:help|advice))"
    ),
    (
        "(?:i|we)(?:'d)? (?:also |really |just |would |rather )*(?:want|wanted|would like|like|'d like|need) (?:to ask (?:{you}|for|if|whether|a)|"
        "{you} to|{your} (?:help|advice|opinion|feedback|vote|support|input|thoughts))"
    ),
    "let's (?:meet|grab|chat|catch|talk|jump|hop|connect|have a|set up|schedule|do a|find)",
    (
        "(?:please|pls|plz|kindly) (?:also |do |could |can |kindly )?(?!find|see|note|don't|do not|feel|ignore|accept|excuse|"
        "forgive|say no|just|no|give my|disregard|know|be)\\w+"
    ),
    "(?:help|mentor|endorse|recommend|refer|hire|introduce|connect) (?:me|us)(?: with| to| for| out)?",
    (
        "any (?:advice|tips?|thoughts|ideas|pointers|suggestions|leads|recommendations|feedback|"
        "help)(?= {0,2}[?.!]| {0,2}$| on| for| about| (?:would|is|are|you|welcome|appreciated))"
    ),
    (
        "(?:tell|send|give|lend|show|teach) (?:me|us) (?!a bad|if you (?:can't|don't|are too))(?:your|the|a|"
        "an|some|how|what|which|who|where|when|whether|if|in|everything|about|more)"
    ),
    (
        "(?:my|one|a|the|here's my|small|quick) (?:one |only |small |quick )?(?:question|ask|request|"
        "favou?r)(?: is| for you)? ?(?: to| whether| if| how| what| which)"
    ),
    "(?<!you )(?<!u )(?:want|wanted|like|love|curious|need|keen|good|helpful|great) to (?:ask|know|find out|hear|check|see) "
    "(?:if|whether|who|what|which|how|when|where|about|for|a)",
    "(?:would|'d|will|wd) be (?:really |so |super |very )?(?:great|lovely|good|nice|wonderful|amazing|fantastic|cool|awesome|"
    "brilliant|helpful|useful|grand|fab|keen|grateful|interested|delighted|happy|glad|up for) (?:to (?:have|get|hear|chat|talk|meet|catch|know|pick|connect|speak|learn|see {you})|"
    "if {you}|if we|for an?|about)",
    "(?:could|can|would) (?:really |rly |definitely |totally |just |so )*(?:use|do with) (?:some|{your}|a|any|an)",
    "(?:that's|that is|is|are|it's) all (?:i|we)(?:'m| am|'d|'re)? (?:need|want|ask|asking|after)",
    "(?:appreciate|love|value|welcome|grateful for|thankful for) (?:a|an|your|any|some|if|it if)",
    "if {you}(?:'d)? (?:could|can|would|might|be able to|be willing to|be so kind) [^.?!\\n]{1,80} (?:great|good|lovely|nice|wonderful|amazing|fantastic|cool|awesome|"
    "brilliant|helpful|appreciated|grateful|super|perfect|fab|thankful|mean a lot)",
    "(?:love|like|want|need) (?:it if |for )?{you} to",
    "(?:love|like) to [^.?!\\n]{1,60} (?:hear|know|see) (?:if|whether|what|how)",
    "point me (?:to|towards|in)",
    "put (?:me|us) in (?:touch|contact)",
    "requesting|(?:i|we) (?:hereby |kindly )?(?:request|ask) (?:{you}|{your}|that {you}|for|an?)",
    "lmk (?:if|what|which|when|whether|how) (?!{you} (?:need|want|can't))",
    (
        "let me know (?:what|which|whether|how|who|where|your|if {you} (?:can|could|would|know|are able|"
        "have (?:time|any)))(?! {i} can)"
    ),
    (
        "(?:looking|asking|hoping|reaching out|writing|here|keen) (?:for|to ask|to see if|to request|"
        "to find out) (?:{your}|for|if|whether|{you}|an intro|an introduction|a referral|some advice)"
    ),
)
_IMPERATIVE = (
    "(?:send|tell|give|introduce|endorse|read|answer|fill|sign|vote|share|forward|recommend|look|check|take|"
    "review|help|write|call|ask|join|come|pick|point|have a look|teach|show|guide|lend|bring|explain|connect|put|refer|mentor|"
    "reply|choose|rate|rank|click|confirm|pass|get|find|like|follow|support|donate|nominate|spread|keep|consider|let|add|hire|"
    "talk|meet|advise|drop|email|message|text|ring|phone|back|fund|watch|test|try|buy|book)"
)
IMPERATIVE_START = phrases(
    rf"(?:please |pls |plz |kindly )?{_IMPERATIVE} (?:me|us|my|our|this|at my|out my|through my|the|in my|"
    rf"for my|over my|{{your}})"
)
UNMARKED = phrases(
    "(?:is|are|was|do|does|did|has|can|could|will|would) (?:the|it|there|{you}|{your}|they|i|we|any ?one) (?!(?:be|have|see)(?!\\w))\\w+",
    "(?:who|what|where|how|which|when)(?: \\w+)? (?:do|can|should|would|could) (?:i|{you})(?! (?:say|remember|miss|know|begin|thank|do|put|forget|be|ever|even|possibly|explain)(?!\\w)) \\w+",
)
"""A question that was typed without its mark."""
# AS2. Questions that need no answer, or belong to the request beside them.
PLEASANTRIES = phrases(
    (
        "how(?:'s| is| are| r|'ve| have| was| were)(?: {you}| {your} \\w+| it| things| life| the \\w+|"
        " everything(?: going)?| business| work| all)?(?: both| all)?(?: {you})?(?: (?:been|doing|going|"
        "keeping|getting on|treating you|holding up|settling in|today|these days|lately|go|with you))?"
    ),
    "how about {you}",
    "how did (?:it|that|the \\w+|your \\w+|things) (?:go|turn out)",
    "what(?:'s| is) (?:up|new|going on)",
    "(?:do {you} )?(?:still )?remember",
    (
        "(?:do|did|have|will|would) {you} (?:still )?(?:remember|recall|see the|hear (?:about|that)|had a|"
        "have a (?:good|nice|great|lovely)|enjoy|get (?:my|a chance)|received|seen (?:the|this|that|it)|"
        "heard (?:about|that|the)|saw)"
    ),
    (
        "(?:isn't|aren't|wasn't|weren't|doesn't|don't|didn't|hasn't|wouldn't|couldn't|ain't|shouldn't|"
        "haven't) (?:it|that|this|they|we|you|he|she|the|time|life|i|\\w+)"
    ),
    "(?:can|could) {you} (?:believe|imagine)",
    "(?:do|don't) {you} (?:ever |still |also |sometimes |not )*(?:miss|think of|dream of|laugh about)",
    "(?:who|what) (?:would have|would've|'d have) (?:thought|known|guessed)",
    (
        "(?:who knew|what do you know|guess what|right|eh|huh|you know|hey|hi|remember me|all good|"
        "everything ok|all well|ok|okay|sounds good|deal|well)(?= {0,2}[?!.]| {0,2}$)|long time no see"
    ),
    "(?:hope|hoping|trust) .{0,80}",
    (
        "(?:are|r) {you} (?:well|ok|okay|keeping well|good|enjoying|still (?:in|at|with|enjoying|working|"
        "living|playing))"
    ),
    "(?:still|all|busy|enjoying|having|back|settled|settling|surviving|keeping|not too|recovered|survived)(?: [\\w']+){0,4}(?= {0,2}\\?)",
    "where does the time go|where did the (?:time|year|summer) go",
    "why (?:am i|do i|are we) (?:asking|ask|telling|writing|you)",
    "(?:so |and |but )?why (?:you|me|now|this)",
)
OFFERING = phrases(
    (
        "(?:would|wd|do|did) {you} (?:like|want|fancy|care for|prefer) (?:me to|my|the|a|an|one|it|"
        "to (?:have|come|see|join|borrow|read)|some)"
    ),
    "(?:want|fancy|like|need) (?:me to|it|one|a|an|to (?:come|join|see|have)|my|the|some|them)",
    (
        "(?:shall|should) i (?:send|bring|get|share|introduce {you}|put {you}|drop|post|forward|book|buy|"
        "connect {you}|pass)"
    ),
    (
        "(?:can|could|may|might) i (?:(?:get|take) {you}|(?:buy|bring|send|offer|give|treat|repay|return|lend|"
        "introduce {you}|cook|make|show|forward|invite|share) (?:{you}|it|them|this|the|an?|my|over))"
    ),
    (
        "(?:is|was|would) (?:it|that|this|any of (?:it|this|that)) (?:be )?(?:of (?:any )?use|useful|helpful|"
        "any good|of interest)(?: to you)?"
    ),
    "interested",
)
_WHEN = (
    "(?:{day}|{month}|tomorrow|today|tonight|next week|this week|next month|the \\d|\\d|morning|afternoon|"
    "evening|weekend|noon|lunch(?:time)?|then|either|any|one of (?:those|these))"
)
LOGISTICS = phrases(
    (
        r"(?:would|does|do|is|could|might|how about|what about|shall we say|say|maybe|perhaps|or|will|and|are|"
        rf"can {{you}} do|could {{you}} do|how's|how is) … {_WHEN} (?:.{{0,40}} )?(?:work|suit|ok|okay|fine|"
        r"good|possible|do|be|better|best|free|convenient|for you|fit|all right|alright|too (?:late|soon|"
        r"early))"
    ),
    (
        rf"(?:how about|what about|shall we say|say|maybe|perhaps|or|are {{you}} (?:free|around|available|in|"
        rf"about)|can {{you}} do|could {{you}} do) (?:on |at |the |in |next |this )*{_WHEN}"
    ),
    (
        "(?:when|what (?:time|day|date)|which (?:day|time|date|slot)|where)(?: \\w+)? (?:would (?:{you}|it|be|suit|that|work|we)|works?|suits?|"
        "(?:is|are) (?:it )?(?:best|good|better|convenient|easiest|ok|okay|{you}|a good)|(?:could|might|can|should|shall) (?:we (?:meet|do|talk|speak|call|come|start|begin)|{you} (?:do|meet|make))|does it)"
        "(?: {you}| it| best| for| be| suit| work| good)*"
    ),
    (
        "(?:is|would|does|will) (?:that|this|it|either|any of (?:these|those|that)) (?:be |sound |at all |"
        "seem )?(?:ok|okay|all right|alright|possible|fair|doable|feasible|work|suit|make sense|good|"
        "reasonable|too much|manageable|realistic|something {you})(?: to ask| with you| for you| by you|"
        " you)?(?= {0,2}[?.!,]| {0,2}$)"
    ),
    "(?:does|do) (?:that|this|these|those) (?:work|suit|sound|fit)",
    (
        "(?:make|makes) sense|possible|doable|would that be|in person or|by (?:phone|e?mail|zoom)|phone or|"
        "zoom or|over (?:coffee|lunch|zoom|the phone)|(?:call|e?mail) or"
    ),
    "(?:yes or no|yes or a no|yay or nay|yes / no|good or bad|y/n)",
    "(?:are {you}|{you}) (?:around|free|available)",
)
WRAPPERS = phrases(
    (
        "(?:can|could|may|might) i (?:please |just |quickly |perhaps )?(?:ask|run|trouble|"
        "bother) (?:{you} )?(?:(?:for |with )?(?:something|a (?:quick |small |little |tiny |short |"
        "single )?(?:question|favou?r|thing)|one (?:quick |small |little )?(?:thing|question|favou?r)|"
        "a favou?r|{your} help)|by you)(?: of {you})?(?: about \\w+(?: \\w+)?)?"
    ),
    "(?:mind|would {you} mind) if i (?:ask|asked|pick)",
    (
        "(?:a |one |got a |have a |just a |just one )?(?:quick|small|short|tiny|little) (?:one|question|q|"
        "favou?r|ask|thing)(?: for {you})?"
    ),
    "(?:have {you} )?got (?:a (?:minute|sec|second|moment|mo)|two minutes|five minutes)",
    (
        "(?:can|could|would) {you} (?:please |maybe |possibly |perhaps )?(?:help me(?: out)?|"
        "do me a (?:small |quick |huge |big |little )?favou?r|help)(?: with (?:something|one thing|"
        "a (?:quick )?(?:question|thing)|this))?"
    ),
    (
        "(?:would|are) {you} (?:be )?(?:up for|open to|willing to|happy to|ok with|able to)(?: (?:a (?:quick|"
        "short)|one|answer|answering|help|helping)) .{0,40}"
    ),
    "may i|can i|question for {you}|so here's the question|one favou?r|a question|one question",
)
# A second question inside one sentence: “… and would you …”, “…, how long did …”.
SECOND_IN_SENTENCE = phrases(
    f"(?:and|&|n) (?:also )?{_WH} (?:do|does|did|are|were|will|can) \\w+",
    "(?:and|&) (?:please also|also please|also) (?!let|tell|say|reply|confirm|get|send|if|by|how|what|why|when|a|an|the|to|i|it|is|don't|feel|ignore|thank|add|include|cc)\\w+ "
    "(?:me|us|my|our|the|an?|some|them|{your})",
    f"(?:and|&|also|plus) (?:also |then )?{_WH}(?:'s|'re| is| are) (?:an?|the|{{your}}|it|that|this|their|there|my|our|{{you}})",
    r"(?:and|&) (?:also )?who (?!{you}|i )\w+",
    (
        r"(?:and|n|or|plus|also|then|but|&|\+) (?:also |then |maybe |perhaps |if so |if not |possibly |"
        rf"secondly |second |finally |lastly |so )?(?:(?:can|could|would|will|do|did|have|are|cld|cud) {{you}}|"
        r"(?:is|are|was|were) (?:it|there|they|he|she|{your} \w+)|(?:does|do|did|is|are|has|will) (?:the|an?|it|they|he|she|any ?one|that|this|{your}) \w+|(?:should|can|could|shall|may) i|"
        rf"{_WH} (?:\w+ ){{0,2}}{_AUX} (?:{{you}}|i|we|it|they|the|there|he|she|your|a|my|this|that|one|"
        r"someone|people))"
    ),
    (
        rf"(?<=, ){_WH} (?:\w+ ){{0,2}}(?:can|could|would|will|do|does|did|is|are|was|were|should) (?:{{you}}|"
        r"i|we|it|they|the|there|your|a|my|one|someone|people)"
    ),
    (
        "(?:and|&) (?:also |maybe |perhaps |then |possibly |please )*(?:(?:introduce|connect|forward|refer|lend|recommend|endorse|nominate) (?:me|us|my|the|it)|put (?:me|us) in (?:touch|contact)|"
        "write me|pass my|help me (?:find|get)|"
        "mentor me|proofread my|review my|share my|get me (?:in|an?|into))"
    ),
)
# “Is it A) the chair or B) the clerk?” is one question, and “page 2)” is none.
ENUMERATED = phrases(r"(?<!or )(?<!or \()\(?(?:2|b|ii)[).](?![^.?!\n]{0,80} or \(?(?:3|c|iii)[).]) \w+")
FIRST_OF_THEM = phrases(r"\(?(?:1|a|i)[).] \w+")
LET_ME_KNOW = phrases(
    r"(?:and|&|\+) (?:also |then |please |maybe )*(?:send|give|bring|lend|book|print|explain|share|e?mail|text) (?:me|us|my|the|{your}) "
    r"(?!(?:an? )?(?:yes|no|thumbs|line|word|short|quick|note|two|one|{your} (?:thoughts|view|verdict|comments|answer))(?!\w))\w+",
    r"(?:and|&|\\+) (?:also |then |please |maybe )*(?:let me know|tell me|lmk|say) (?:also )?(?:if|whether|what|who|how|when|where|about)"
    r"(?! (?:it|this|that|they|i|{you} (?:can|could|think|would|are able)|to|not)(?!\\w))",
)
"""One question more, unless what comes before is there to be judged: “read this and tell me whether …”."""
JUDGING = phrases(
    "(?:read|look|check|review|watch|listen|test|try|see|go|click|flick|run|have a|proofread|glance|compare|skim|judge|"
    "eyes|rate|taste|ask|call|find out|pick|choose|decide)"
)
ALSO_MARK = phrases(
    "(?<!you can )also|and also|another|second(?:ly)?|one (?:more|last) (?:thing|question|favou?r)|oh|by the way|btw|"
    "in addition|additionally|as well|while {you}'re at it|plus|furthermore|on top of that|finally|"
    "lastly|and finally|moreover|ps|p\\.s"
)
ON_TOP = phrases(
    "also|another|one more|oh|by the way|btw|as well|plus|on top of that|and (?:can|could|would|do|is|are|what|who|how)"
)
CLAUSE_END = re.compile(r"[.,;:?!\n–—]")
TAG = re.compile(
    r", ?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)n['’]?t (?:it|you|they|he|she|we|that)\s?\?|, ?(?:right|eh|huh|innit|no)\s?\?"
)
CHECKING = phrases(
    f"(?:(?!(?:{_AUX}|{_WH}|if|because|since|as)(?!\\w))\\w+ )?(?:so |and |but |well )?(?:{{you}}|{{your}}|it|that|they|he|she|we)(?:'\\w{{1,2}})?(?! (?:know|think|reckon|say) {_WH}) [^.?!:\\n]{{1,150}} "
    r"(?:right|yeah|innit|eh|huh|correct|(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should)n't (?:it|you|they|he|she|we|that))(?= {0,2}\?)"
)
"""A statement that they need only nod to: “you set this up, right?”."""
LEAD_IN = phrases(
    r"(?:(?:hi|hey|hello|dear|good (?:morning|afternoon|evening)|yo|morning|oh|so|and|but|well|also|"
    r"anyway|ps|now|first|second|thanks|ok) ?(?:\w+ ){0,2}?[,:–—-]? ?){1,2}(?=how|what|who|where|when|is|"
    r"are|did|do|does|would|could|can|will|may|might|have|remember|isn't|wasn't|hope|if|any|quick|shall|"
    r"want|why|which)"
)
QUESTION_START = phrases(
    f"(?:{_AUX} (?:{{you}}|i|we|it|there)|{_WH} (?:\\w+ ){{0,2}}{_AUX}|is there|any chance|do {{you}}|quick (?:question|one))"
)
SHORT_QUESTION = phrases(
    f"(?:is|are|does|do|did|was|were|has|have|will) (?:he|she|they|there|the|{{your}})|any|thoughts|help|advice|{_WH}|can|could|would"
)
