"""AS4: how much it takes, and by when."""

from __future__ import annotations

from netgive_lib.wording.text import phrases

# AS4: how much, and by when.
_SOME = r"(?:short |quick |bullet |spare |very |brief |more |little |single |tiny )*"
_NOT_STORY = r"(?! (?:in (?:for|with)|for (?:me|us)|with (?:him|her|them|the|your)|ago|per|a (?:week|day|month)|s|of (?:experience|my))(?!\w)|-old)"
SIZE = phrases(
    rf"{{number}}(?: |-)?{_SOME}(?:minutes|mins|hrs?|hours?|seconds|lines?|liners?|words?|sentences?|bullets?|bullet points?|paragraphs?|names?|"
    rf"pages?|slides?|numbers?|figures?|word answer|sentence reply|tweets?|chapters?|links?|pics?|photos?|examples?|titles?|emojis?|"
    rf"clicks?|ticks?){_NOT_STORY}",
    # “Have you got a minute?” is no size.
    rf"(?:\d{{1,3}}|one|two|five|ten|fifteen|(?:just|only|takes|in|within|than|about) an?)(?: |-)?{_SOME}(?:minute|min|sec|second|moment)s?{_NOT_STORY}",
    rf"(?:one|two|three|half a|a single) {_SOME}(?:mornings?|afternoons?|evenings?|days?|sessions?|lessons?|rounds?|facts?|weekends?){_NOT_STORY}",
    r"\d(?:, ?\d){0,3} or \d",
    r"\w+ (?:is|are|would be|will be) (?:plenty|enough|more than enough|all (?:i|we)(?:'m| am|'d)? (?:need|ask|after|want))|\w+ (?:would|will|'ll) (?:do|suffice)|suffices",
    (r"(?:one|two|three|four|five|[1-5]|an?(?: single)?) (?!few )(?:\w+ )?(?:questions?|qs?)"),
    (
        r"(?:one|two|three|single|1|2|3|five|ten|fifteen|twenty|thirty)-(?:line|word|minute|min|sentence|page|"
        r"paragraph|hour)(?:r|s)?"
    ),
    r"\d{1,3} ?(?:m|h|mn)",
    "(?:just|only) (?:the |an? |one )(?:name|number|word|line|yes|date|figure|price|title|link)",
    "(?:one|single|two|three|[23]) (?:specific |quick |small |short |concrete )?(?:things?|points?|links?)",
    (
        "(?:page|slide|line|paragraph|section|chapter|question|figure|table|row|clause|verse|scene) (?:\\d+|"
        "one|two|three|four|i+)"
    ),
    (
        "(?:a )?(?:simple |quick |straight |plain )?(?:yes|yay|y|thumbs up)(?: ?/ ?|-or-?a?-?| or |"
        " or a )(?:an? )?(?:no|nay|n|down)"
    ),
    "(?:half|quarter)(?: an| of an|-an)?(?:-| )hours?",
    (
        "(?:a|one) (?:word|line|sentence|name|number|minute|yes)(?: or two)?(?: is| would| will| from|,|"
        " about| of| who| that| which| by| before| on| you| there)"
    ),
    "(?:short|quick|brief|one-line|one-word) (?:reply|replies|answers?|yes|no)|one-liner",
    (
        "(?:which (?:one|of (?:the|these|those|them|my|our)|single)|(?:the|one|single) (?:one|"
        "single) (?:thing|page|book|name|person|question|word|step|channel))"
    ),
    "(?:a|b|1) or (?:b|c|2)",
    (
        "(?:is|are|was|were|did|do|does|should|which|whether|pick|"
        "choose) [^.?!\\n;:]{1,80}?(?<!advice)(?<!tips)(?<!not) or [^.?!\\n;]{1,40}\\?"
    ),
    "[^.?!\\n;:]{0,80}: [^.?!\\n;:]{1,60} or [^.?!\\n;]{1,40}\\?",
    r"(?:name|names?|pick|choose|recommend|suggest|give|tell|send|list|point|share|show)(?: me| us)?(?: of| to)? (?:just )?(?:one|two|three|a single|one or two|[1-3]) \w+",
    "an? (?:rough|quick|single|simple|ballpark|short) (?:number|figure|guess|estimate|idea|word|name|line|answer|reply|yes|no)",
    "(?:yes|no),? ?/? ?(?:or )?(?:yes|no)",
    "(?:just|only) (?:the|a|an|one|his|her|their) \\w+(?: \\w+)?(?= {0,2}[.,!]| {0,2}$| please| would| will| is)",
    # “Boots or trainers?”, and nothing else in the sentence.
    r"^\W{0,3}(?!(?:any|some|do|does|have|has|got|can|could|would|will|is there|are there|advice|tips|thoughts|help|feedback|ideas|chat|talk|call|coffee|lunch|drinks?|dinner|beers?|tea|pint|breakfast|brunch|zoom|phone|fancy|up|free|keen|want|interested)(?!\w))"
    r"(?:[\w'-]{1,20} ){1,4}or [\w'-]{1,20}(?: [\w'-]{1,20}){0,3}(?: ?\([^)?\n]{1,30}\))?(?= {0,2}\?)",
    "(?:keep or kill|stay or go|before or after|one or the other|this or that|the first or the second)",
    "(?:ask(?: {you})?(?: for)?|want|need|after|for|use|give|name|recommend|suggest|have|get|tell (?:me|us)|say|send|share) (?:just |only )?(?:one|a single|two|three) (?!more|of|another|other|day|thing|last|half|years?|months?|weeks?|kids?|children)\\w+",
    r"^\W{0,3}(?:just |only )?(?:one|two|three|a single) (?!of|more|another|other|day|last|year|month|week|thing)\w+(?: \w+){0,5}(?= {0,2}[?,])",
    "(?:just|only) (?:the|a|an|one|his|her|their) \\w+(?= {0,2}\\?)|in (?:hours|minutes|days|weeks|euros|pounds|dollars|kilos|grams|miles|metres|a word|brief)(?= {0,2}[?.,])",
    "(?:just|only) (?:the|a|an|one|his|her|their) \\w+ and (?:the |an? )?\\w+(?= {0,2}[.,!?]| {0,2}$)",
    "(?:the name|the number|the title|the address|the e?mail address) (?:of|for)(?= (?:one|a single))",
    "no more than|at most|max(?:imum)?|up to \\d+",
)
_DAYS = (
    "(?:the |about |end of |early |late |mid-?|close of |cop |eod |noon |lunch |this |next |coming |say |"
    "a |any |around )*"
    "(?:{day}|{month}|tomorrow|tonight|weekend|noon|midday|midnight|end of|eod|cob|eow|christmas|easter|"
    r"\d{1,2}(?:st|nd|rd|th)?(?: of)?(?: {month}|[/.]\d)|\d{1,2}(?:st|nd|rd|th)|the \d{1,2}(?:st|nd|rd|"
    r"th)|q\d|term|deadline|"
    r"holidays|then|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|o'clock))(?!\d)"
)
AHEAD = phrases(
    f"(?:by|before|until|till|no later than|til|in the week of|w/c|week of) {_DAYS}",
    (
        "(?:this|next|the coming|some time this|sometime this|sometime next|later this|early next) (?:{day}|"
        "week|weekend|month|quarter|term|morning|afternoon|evening|autumn|summer|spring|winter|fall|"
        "fortnight)s?"
    ),
    "before (?!and|but|so|or|too|that|this|\\w+ing(?!\\w))\\w+",
    "(?:tomorrow|tonight|asap|end of (?:the )?(?:week|month|day|year))",
    (
        "(?:in|within|over) the (?:next|coming) (?:{number} )?(?:days?|weeks?|months?)|"
        "within {number} (?:days?|weeks?)"
    ),
    "any (?:day|time|morning|afternoon|evening) (?:this|next|before|until|in)",
)
DAY = phrases(
    f"(?:from|after|on|for|around|between|through|to|or|at|is) {_DAYS}",
    r"\d{1,2}(?:st|nd|rd|th)? (?:of )?{month}|{month} \d{1,2}(?:st|nd|rd|th)?",
    r"at \d{1,2}(?:[:.]\d\d)?(?= {0,2}[?.!,]| {0,2}$| (?:on|to|for|tomorrow|today|tonight|sharp|in the))",
    "(?:deadline|due|closes?) (?:is|on|by)",
    "(?:either|any|one|on) {day}|today|{day},? (?:at |from )?\\d{1,2}|{day} (?:morning|afternoon|evening|night|lunch|at|or|works)",
)
# A day in such a sentence belongs to the story, not to the ask.
PAST = phrases(
    "(?:ago|last (?:week|month|year|night|time|summer|spring|autumn|fall|winter|{day}|{month})|yesterday|"
    "(?<!would )(?<!could )(?<!can )(?<!will )(?:i|we|you|it|he|she|that) (?:met|saw|was|were|had|loved|"
    "enjoyed|heard|read|started|graduated|spoke|went|came|left|moved|joined|did|gave|attended|got|said|"
    "bumped|finished|began|worked|lived|studied)|great to (?:see|meet)|(?:good|nice|lovely|"
    "great) (?:to see|seeing|meeting|to meet))"
)
ENOUGH = phrases(
    "(?:(?:is|are|would be|'s) (?:ok|okay|fine|good|perfect|cool|all right|alright|plenty|enough|great)|would do|will do|is plenty|is enough|just an?|would be (?:enough|plenty|great|gold|perfect|ideal|"
    "fine|lovely|wonderful)|is all i|is fine|will be enough|are plenty|are enough|is soon enough|"
    "would be|be enough|suffices?|deadline|due|needed|takes?|no longer|promise|max|at most|any day|"
    "any time|no rush|needs to|job|before|by)"
)
