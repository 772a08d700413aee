"""OF2: they are told to find what they need, or asked for it."""

from __future__ import annotations

from netgive_lib.wording.text import phrases

_NEED = (
    "(?:need|want|require|lack|after|looking for|look for|short of|missing|stuck on|stuck with|stuck|"
    "struggling with|struggling|"
    "struggle with|finding hard|find hard|wrestling with|trying to solve|trying to achieve|hoping for|"
    "having trouble with|"
    "prefer me to do|want me to do|need from me|up against|worried about|like help with|like me to do|"
    "like support with|"
    "hope to get|like to get|like from me|expect from me)"
)
_THEIR_NEEDS = (
    r"(?:challenges?|problems?|pain ?points?|priorities|needs|headaches?|bottlenecks?|struggles?|goals|frustrations?|dreams?|hopes|gripes|woes|niggles|annoyances|"
    r"wish ?list|obstacles?|worries)"
)
# Words for giving them a task: “jot down the three things that …”.
_ASKED_TO = "(?:jot|write|note|list|send|mail|e?mail|name|tell|share|give|text|put|message|think|pick|choose|describe)"
_TROUBLES = (
    "(?:bugs?|annoys?|bothers?|slows?|frustrates?|drives?|troubles?|worries|costs?|eats?|irritates?|stresses|drains?|"
    "hurts?|takes?|wastes?|keeps?|holds?)"
)
_USEFUL = (
    r"(?:useful|helpful|valuable|handy|of use|of help|of value|of interest|beneficial|interesting|good|best|"
    r"great|welcome)"
)
QUESTIONS = phrases(
    "what (?:(?:should|shall) (?:i|we)|would {you} like me to|do {you} want me to) (?:build|make|cook|write|design|fix|organi[sz]e|bring|sort|teach|draw|paint|bake) (?:for )?{you}",
    "(?:where are the|what are the|are there any|any|what) (?:\\w+ )?(?:gaps|holes|weak (?:spots|points)|bottlenecks)(?: (?:in|on|at|with|for) [^.?!\\n]{1,40})?(?= {0,2}[?]| right now| at the moment| these days)",
    "(?:is there||are there|do {you} have|have {you}(?: got)?) (?:an?|any|some) (?:\\w+ )?(?:jobs?|tasks?|chores?|things?|errands?|work|areas?|problems?) (?:that |which )?(?:needs?|wants?|requires?) (?:\\w+ing|to be)",
    "what do {you} wish",
    "(?:is there|are there|do {you} have|have {you} got) (?:an?|any|some) (?:\\w+ )?\\w+ (?:that |which |where |with which |in which )?{you}(?:'d| would)? (?:like|want|need) (?:me|us|help|a hand|support)",
    "any ideas? (?:what|which|where|how|who) {you}(?:'d| would)? (?:like|want|need|prefer|love)",
    "what(?:'s| is) it (?:that )?{you} (?:most |really )?(?:need|want)",
    "what (?:are {you}|do {you}) (?:hoping|hope|trying|aiming|planning) to",
    "what keeps {you} up",
    (
        "what(?:'s| is| would be)? (?:the )?(?:one|single|best|most useful|first) thing (?:that )?{i} (?:can|"
        "could|might)"
    ),
    "(?:which|what) (?:areas?|parts?|bits?|tasks?|aspects?) (?:of \\w+ \\w+ )?(?:do|would|could|are) {you}",
    (
        "(?:any|what) (?:particular |specific )?(?:areas?|problems|tasks) (?:where|in which|"
        "that) {you}(?:'d)? (?:need|could use|want|would like|like)"
    ),
    r"what (?:would|could|might|'d|can|will|is|'s|do you think would) (?:really |actually |most |"
    rf"i do that would |i bring that would )?(?:be )?(?:the )?(?:most |more |really |actually )?{_USEFUL}"
    r"(?: thing)?(?: right now| for {you}| to {you})?(?! (?:time|day|date|place|way to reach|number|"
    r"address|e?mail))",
    (
        "what(?:'d| would| could| might| will) (?:really |actually |most )?(?:help|make (?:{your}|"
        "a difference|things|life))(?: {you})?(?: most| the most)?"
    ),
    (
        r"what (?:exactly |else |is it |kind of \w+ |sort of \w+ |type of \w+ )?(?:that )?(?:do|are|r|would|"
        rf"did|is it|could|'re) {{you}} (?:most |currently |actually |really |guys )?{_NEED}"
    ),
    (
        rf"what(?:'re| are|'s| is| were)? (?:{{you}} )?(?:the |{{your}} )?(?:biggest |main |current |greatest |"
        rf"top |most pressing |key |number one )?{_THEIR_NEEDS}"
    ),
    rf"what {_THEIR_NEEDS}",
    (
        "what(?:'s| is)(?: on {your} plate| keeping {you} (?:up|busy)| top of mind| holding {you} back|"
        " the (?:one )?thing {you}| on {your} (?:to ?do )?list| blocking {you}|{your} wish)"
    ),
    (
        r"what(?:'s| is)? {your} (?:biggest |main |number one )?(?:challenge|problem|need|priority|wish ?list|"
        r"pain ?point|headache|goal|bottleneck)"
    ),
    (
        "what (?:sort|kind|type)s? of (?:help|support|people|person|thing|things|intros?|introductions?|"
        "contacts|assistance|resources|advice|opportunit(?:y|ies))"
    ),
    "where (?:could|do|would|might|can) {you} (?:most )?(?:use|need|want|like|do with)",
    (
        "where (?:are {you} (?:stuck|struggling|short)|would i (?:be|fit|make)|do {you} see me|"
        "should i (?:start|come in))"
    ),
    (
        "(?:which|what) (?:area|part|parts|areas|bits?|tasks?) (?:of … )?(?:do|would|could|"
        "are) {you} (?:need|like|use|want|struggling)"
    ),
    "how (?:would|do) {you} (?:like|want) me to (?:help|support|contribute)",
    "who (?:would|do) {you} (?:most )?(?:like|want|need) to (?:meet|know|be introduced to)",
)
TELLING = phrases(
    f"{_ASKED_TO} (?:[\\w']{{1,15}} ){{0,5}}(?:things?|stuff|jobs?|tasks?|problems?|bits?|what|whatever|everything|something|any ?thing) (?:that |which )?(?:most |really |currently |always )*{_TROUBLES} (?:up )?(?:most of |all |so much of )?(?:{{you}}|{{your}})",
    rf"(?:pop|put|drop|stick|send|throw|mail|e?mail|write|note|jot) (?:me |us |down )*{{your}} (?:\w+ )?{_THEIR_NEEDS}",
    "which (?:one|of them|job|task)? ?(?:shall|should|can|could) {i} (?:do|take on|tackle|start|begin)(?= {0,2}\\?| with| first)",
    "(?<!to )(?:dream|think) up (?:an?|some|something|ideas?|ways?|any ?thing)",
    "(?:see|decide|work out|say|think) (?:what|where|how) {you} (?:can|could|might|may) use (?:me|us)",
    "(?:revert|get back|come back|reply|respond|write back)(?: to (?:me|us))? with (?:the |{your} |any |all |a list of )*(?:pain|needs?|requirements?|wishes|concerns|issues)",
    "(?:send|tell|share|write|bring|give)(?: (?:me|us|over|down))* (?:what|what ?ever|any ?thing)(?:'s| is) (?:on {your} (?:mind|plate|list|desk)|bothering|bugging|blocking|troubling|worrying)(?: {you})?",
    "(?:give|find|tell|send|name) (?:me|us) (?:(?:a|one|two|three|some|any|\\d) )?(?:tasks?|things?|jobs?|chores?|something|any ?thing) (?:that )?{you}(?:'d| would)? (?:rather not|like to (?:drop|lose|be rid)|dread|never|don't|can't|loathe|avoid|put off|keep putting)",
    "{your} thinking (?:cap|hat)|(?:rack|wrack) {your} brains?",
    "(?:reply|respond|come back|write back|answer|get back)(?: to (?:me|us))? with (?:the |{your} |any |some |all |a list of )*(?:jobs|tasks|things|areas|ideas|needs|requirements|topics|suggestions|priorities|what|where|how)",
    "(?:jobs|tasks|things|areas|bits|chores) (?:that |which |where |with which )?(?:{you}|they|people|everyone)(?:'d| would)? (?:most )?(?:like|want|need) (?:me|us|help|done|doing)",
    "see (?:if|whether|what) (?:any ?thing|something|some ideas?|an idea)? ?(?:(?:springs|comes|pops) (?:to mind|up)|occurs to|resonates|strikes|inspires)",
    f"(?:write|set|spell|map|lay|draw|note|jot|sketch|type|scope) (?:it |me )?(?:up|out|down) (?:exactly )?(?:what|which|how|where) (?:\\w+ )?{{you}}(?:'d|'re|'ve| would| are)? (?:most |really )?(?:{_NEED}|like)",
    "when(?:ever)? {you}(?:'ve| have) (?:worked out|figured out|decided|thought of|found|identified|come up with) (?:what|how|where|which|something|some ?where|a way|a task)",
    "(?:list|overview|summary|rundown|run-?down|inventory|outline|survey|catalogue) of (?:[\\w']{1,15} ){0,4}{you}(?:'d| would| might| may|'re| are)? (?:struggl\\w+|need|want|like|require|lack|missing|stuck)",
    "{you} (?:decide|choose|pick)(?= {0,2}[.!]| {0,2}$)",
    "(?:think|thought) of (?:an?|any|some|the) (?:\\w+ )?(?:projects?|tasks?|areas?|jobs?|ways?|things?|situations?|occasions?|roles?|topics?)(?: (?:where|in which|that|for which|{i}))?",
    "(?:send|give|tell|share|let)(?: with)? (?:me|us) (?:have )?(?:{your} (?:ideas|thoughts|suggestions|wishes|wish list)|(?:a few|some|any|a couple of|two or three|one or two) (?:ideas|suggestions|thoughts) (?:as to |on |about |of |for )?(?:how|what|where))",
    "(?:pick|choose|select|name) (?:something|any ?thing|one thing|a task|any task|one of {your})",
    "(?:list|listing|name|naming|writing down|telling me|drafting|suggest|suggesting|proposing) (?:me |out |the |all |any |some |a few )*(?:tasks|things|areas|jobs|ways|ideas|projects|topics) "
    "(?:where|that|which|{you}|{i}|for me)",
    "(?:give|find|tell|send|name) (?:me|us) (?:a |some |any |more |two |three |five |one |\\d )?(?:tasks?|things?|jobs?|something|any ?thing|chores?) (?:to do|that |{i} (?:can|could)|{you} (?:want|need|hate))",
    "(?:explain|describe|tell|outline|share|state|specify|list|send|let (?:me|us) know|write)(?: (?:to|with))?(?: me| us)? (?:down )?(?:exactly )?(?:what )?(?:exactly )?{your} (?:\\w+ )?"
    "(?:needs|requirements|wishes|wish ?list|pain ?points|challenges|difficulties|priorities|problems|bottlenecks)",
    "(?:what|which|where|how|who) {you}(?:'d| would)? (?:want|like|need|see|prefer|expect|love) (?:me|us)(?: to \\w+)?",
    (
        "(?:tell me|let me know|write down|note down|jot down|list|message me|text me|"
        "email me) (?:exactly )?(?:what|where) (?:{you}(?:'d|'re| would| are)? (?:most |really |"
        "currently )?(?:need|want|require|struggl\\w+|stuck|lack|hope|hoping|like (?:to get|from|me|help|"
        "done)|after)|it hurts|the pain)"
    ),
    "(?:tell|let) (?:me|us) (?:know )?(?:which|what) (?:areas?|parts?|bits?|tasks?|topics?|things?) {you}",
    "(?:tell|show) me (?:what|where) to (?:do|start|help|begin)",
    (
        r"(?:tell|show|send|give|share with|let) (?:me|us) (?:know )?(?:a (?:bit|little) |something |more |"
        rf"what )?(?:about )?(?:what |where |which |how )?(?:{{you}}(?:'d|'re| are| would| could)? |"
        rf"{{your}} (?:\w+ ){{0,3}})(?:need|require|stuck|struggling|find (?:most |really )?{_USEFUL}|"
        rf"like help|benefit|appreciate|welcome|{_THEIR_NEEDS})"
    ),
    rf"(?:list|form|survey|overview|note) (?:of|about|on|with) {{your}} (?:\w+ )?{_THEIR_NEEDS}",
    "(?:think|thought) of (?:(?:a few |some |two |three |five |\\d )?(?:things|ways|ideas)|how|something|any ?thing|a way|some way|what)",
    r"(?:tell|let|show|text|message|e ?mail|send|drop|ping|write|give) (?:me|us) (?:a (?:note|line|"
    r"message|mail|text|list) )?(?:know )?(?:with |about |of |on )?(?:exactly )?"
    rf"(?:what(?:ever)?|where|which|the things?|how) (?:exactly |it is |else )?(?:that )?{{you}}(?: are|"
    rf"'re| would|'d)? (?:most |currently |really |ever )?(?:{_NEED}|like(?= {{0,2}}[.!,\n]| {{0,2}}$|"
    r" from me| me to)|could use|need)",
    (
        r"(?:tell|let|text|message|drop|send|give) (?:me|us) (?:a (?:note|line|message) )?(?:know )?(?:with |"
        r"about )?what (?:would|might|could|'d|will) (?:be |make |help|really |most |actually )"
    ),
    (
        r"(?:tell|let|text|message|drop|send|give) (?:me|us) (?:a (?:note|line|message) )?(?:know )?(?:with |"
        r"about )?what (?:kind|sort|type)s? of"
    ),
    (
        rf"(?:tell|send|give|share|show) (?:me|us) (?:about |with me )?{{your}} (?:biggest |main |current |"
        rf"top )?{_THEIR_NEEDS}"
    ),
    (
        "(?:have|give) (?:it )?(?:a|some|this some|this a|it a) (?:little |bit of |good |quick )?(?:think|"
        "thought)(?: about)?(?: (?:how|what|where|which|who|whether))?"
    ),
    (
        "(?:please )?(?:think|reflect|brainstorm) (?:about|on|of|over) (?:how|what|where|which|ways|"
        "something|any ?thing|a way)"
    ),
    (
        "(?:make|write|draft|send|draw up|put together|give|e ?mail|prepare)(?: me| us| down)? (?:a |"
        "your )?(?:short |quick )?(?:wish ?list|list of (?:the |any |all )?(?:things|what|tasks|your|people|"
        "topics|areas|needs|problems|jobs)|brief)"
    ),
    (
        "{you} (?:can |could |should |might |may )?(?:decide|choose|pick|work out|figure out|define) (?:what|"
        "how|where)"
    ),
    "(?:it's |that's |is )?(?:entirely |totally |all )?up to {you} (?:what|how|where)",
    "(?:work|figure|find|map|sort|suss) out (?:how|what|where) (?:i|we|{you}|my|our)",
    (
        "(?:come up with|suggest|propose|identify) (?:something|some ideas|ideas|ways|a way|any ?thing|a few|"
        "how|what|where|a project|an area)"
    ),
    (
        "(?:give|assign|find|hand) me (?:a |some |any )?(?:task|tasks|job|jobs|brief|something|any ?thing|"
        "work|homework)(?: to do)?"
    ),
    "get back to me (?:with|on|about) (?:what|how|where|any|some|{your}|ideas|a list)",
    "(?:just )?name (?:it|it and|any ?thing|{your} (?:wish|poison|pick|needs?))",
    "what (?:can|could|should) i take off {your} (?:plate|hands|desk)",
    "{you}'ll know (?:best )?(?:what|how|where)",
    "(?:put|set) me to work",
    "what's on {your} plate",
    r"(?:pick|choose|take|select) (?:\w+ )?(?:whatever|whichever|anything|what) (?:{you}|seems|looks|fits|suits|works)",
    r"(?:fill|filling) (?:in |out )?(?:this|the|my|our|a) (?:\w+ )?(?:form|survey|questionnaire|typeform)",
    r"brief (?:me|us) (?:on|about)",
    r"let (?:me|us) know what {you}(?:'re| are) (?:currently |now )?(?:working on|up to|building|planning)",
)

# What follows holds only while nothing else is named: then any open question leaves the finding to them.
_LOGISTIC = (
    r"(?:when|what (?:time|day|date|size|colou?r|number|address|name|kind of milk)|which (?:day|date|time|one|of (?:these|those|them))|"
    r"how (?:many|much|long|old|far|are|is|was|were|did|have|has|about|come|does that)|how's|where (?:should|shall|can|do) i (?:send|drop|post|leave|meet)|"
    r"what do {you} (?:think|say|reckon)|who's (?:coming|in))"
)
HOW_I_HELP = phrases("(?:how|where|what|if|whether|ways) {i} (?:can|could|might|may)")
"""Such as “let me know how I can help”, which is generic and no homework."""
OPEN_QUESTIONS = phrases(
    rf"(?!{_LOGISTIC}(?!\w))(?:what|(?<!of )which|where|who|whose|how)(?:'s|'re|'d)?(?!\w)(?=[^.?!\n]{{0,200}}\?)(?![^.?!\n]{{0,200}} or )"
    r"[^.?!\n]{0,120}?(?<!\w)(?:{you}|{your}|me|i|my|we|us|our)(?:'\w{1,3})?(?!\w)[^.?!\n]{0,120}",
    rf"(?!{_LOGISTIC}(?!\w))(?![^.?!\n]{{0,200}} or )(?:what|which|where|who)(?:'s| is| are)?(?! (?:up|new|going on|not to|a)(?!\w))"
    r"[^.?!\n]{1,120}(?=\?)",
    r"{you} [^.?!\n]{1,100}, (?:what|which|where|who) (?:would|could|might|should) (?:it|that|they) be",
    r"(?:any|got any|have {you} (?:got )?any) (?:ideas?|thoughts|wishes|suggestions|preferences|requests)(?= {0,2}\?)",
)
_THEY_SAY = (
    r"(?<!if you )(?<!if u )(?<!made a )(?<!have a )(?<!have the )(?<!got a )(?<!wrote a )(?<!kept a )(?<!s a )(?<!s my )(?<!s the )(?:tell|let|inform|send|share|write|jot|list|describe|explain|state|text|drop|show|message|e ?mail|think|"
    r"figure|work out|find out|find|decide|choose|suggest|propose|name|specify|outline|consider|identify|point out|advise|clarify|indicate|detail)"
)
_NEEDS = (
    rf"(?:requirements?|needs?|wish(?:es|list)?|goals?|aims|{_THEIR_NEEDS}|difficult(?:y|ies)|plans|to-?do ?list|"
    r"wants|expectations|preferences)"
)
I_TELL = phrases(
    "(?:i'll|we'll|i will|we will|i can|we can|i could|we could|i'd|shall i|should i|let me|want me to|(?:happy|glad|pleased|delighted|able) to|like me to)"
    "(?: (?:just|also|gladly|happily|quickly|then|be (?:happy|glad|able) to))? {0,2}$"
)
"""Said before “explain how it works”, it makes that a thing given and no homework."""
OPEN_TELLING = phrases(
    rf"{_THEY_SAY} (?:[\w']{{1,15}} ){{0,5}}(?!{_LOGISTIC}(?!\w))(?:in )?(?:what|which|where|how|who)(?:ever)?"
    r" (?:[\w']{1,15} ){0,6}(?:{you}|{your}|me|i|my|we|us|our|fits?|{help}|needs?)(?!\w)(?:[^\w.?!\n,]{1,3}[\w']{1,15}){0,4}",
    rf"{_THEY_SAY} (?:[\w']{{1,15}} ){{0,5}}{{your}} (?:[\w']{{1,15}} ){{0,3}}{_NEEDS}",
    rf"{_THEY_SAY} (?:[\w']{{1,15}} ){{0,4}}(?:areas?|tasks?|things?|ways?|projects?|fields?|problems?) (?:(?:in|with|for) which |that |where |to )?(?:{{you}}|i|we|me|do)",
    r"(?:give|find|get|assign|hand) (?:me|us) (?:a |some |any |more )?(?:task|tasks|job|jobs|work|something|anything)",
    r"(?<!if ){you} tell (?:me|us)|{you} (?:decide|choose|name it|pick)|(?:figure|work) (?:it )?out (?:what|where|how)",
)
