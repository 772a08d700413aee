"""AS3: asks without an end."""

from __future__ import annotations

from netgive_lib.wording.text import phrases

# AS3
_OPEN_HELP = (
    "(?:advice|steer|tips?|thoughts|help|feedback|guidance|insights?|pointers|suggestions|ideas|input|"
    "words? of wisdom|wisdom|recommendations|opinions?|support|assistance|information|info|direction|leads?|"
    "perspective|comments|knowledge|learnings)"
)
_YOUR_VIEW = (
    "(?:thoughts|advice|take|opinions?|feedback|inputs?|insights?|perspective|wisdom|guidance|views?|"
    "two cents|expertise|story|journey|experiences?|help|knowledge|support|ideas|suggestions|impressions|"
    "reaction|mentorship|secrets?|career|path|background)"
)
_TALK = (
    "(?:chat|talk|conversation|catch-? ?up|call|coffee|meeting|zoom|drink|beer|lunch|natter|word|chinwag|"
    "brainstorm|discussion|meet|speak|connect|meet up|virtual coffee|video call|phone call|video chat|"
    "intro call|informational interview|quick one|sync|cuppa|bite|dinner|meal)"
)
_SOMETIME = (
    "(?:some ?time|some day|at some point|one of these days|one day|soon|whenever|any ?time|"
    "in (?:the )?near future|again|when(?:ever)? {you}(?:'re| are| have| can| get|'ve)|some time soon|"
    "over the coming|in the coming|down the line)"
)
_BROAD = (
    "(?:my (?:career|future|life|options|business|startup|start-up|job|work|plans|situation|idea|ideas|path|"
    "prospects|next (?:steps?|move)|project)|life|stuff|things|everything|opportunities|synergies|"
    "possibilities|what {you}|what i|your|the (?:industry|business|field|market|future)|all of this|"
    "how (?:we|things|the|i|you)|working (?:in|at|with)|career|careers|ways|where)"
)
_ABOUT = "(?:about|on|regarding|re|concerning|over|around|to ask|as to|with|whether|how|which|what|if|for)"
UNBOUNDED = phrases(
    (
        "(?:how about|what about|up for|fancy) an? (?:quick |short |little )?(?:call|chat|coffee|catch-? ?up|"
        "meeting) to (?:get|chat|talk|catch|connect|introduce)"
    ),
    "what (?:advice|tips|wisdom|guidance)(?: (?:would|do|can|could|might))? {you}",
    "do (?:lunch|coffee|dinner|drinks) some ?time",
    "(?:tell|say|share|explain|talk|know|hear|learn|ask) (?:(?:to |with )?(?:me|us|{you}) )?(?:a bit|a little|more|something|all|everything|a few words) (?:about|on|of how)",
    "(?:in general|generally|all things \\w+)(?= {0,2}[?.!]| {0,2}$)",
    "help me (?:to )?(?:find|get|land|secure) (?:an? |any |some |my )?(?:\\w+ )?(?:job|work|role|position|internship|clients?)",
    f"{_TALK} (?:with {{you}} |to {{you}} |this \\w+ |next \\w+ |on \\w+ |in \\w+ |soon |tomorrow |some ?time )*to (?:brainstorm|discuss (?:my|this|that|it|things|ideas|options|"
    "ways)|explore|catch up|talk|chat|connect|exchange|learn|hear|pick|get to know|see (?:if|how|where|what))",
    "(?:talk|chat|speak|catch up|call|meet) (?:with {you} |to {you} )?about (?:work|uni|school|career|job|life|life after \\w+|the (?:phd|degree)|business)(?: stuff| things)?(?= {0,2}[?.!,]| {0,2}$| after| in| with)",
    "(?:guide|advise|coach) me(?= {0,2}[?.!,]| {0,2}$| on| in| about| how| with| through)",
    "(?:discuss|talk (?:about|through|over)|go over|explore|chat about|think through) my (?:options|career|future|situation|plans|ideas|next (?:steps?|moves?)|life|path|prospects)",
    "(?:talk|chat|speak|call|conversation|word) (?:with {you} |to {you} )?(?:about|on) (?:breaking|getting|moving|working|going|transitioning|switching|careers?|starting|making) (?:in|into|out|it|a|my|to|up)",
    "(?:could|can|may|might) (?:we|i) (?:please |just |maybe |possibly )?(?:talk|chat|speak|meet|connect|catch up)(?: with {you}| to {you})?(?= {0,2}[?.!,]| {0,2}$| some ?time| soon| again)",
    "how to (?:get|find|grow|build|become|make|improve|succeed|break|attract|win|scale|market|sell|start) (?:more|my|in|into|better|out|it|a (?:career|business|company|brand|job)|clients|customers|rich|investors|an audience)",
    "what should i (?:do|know|learn|study|read|look for|consider|think about|avoid)(?= before| when| if| as| first)",
    # To meet or to talk, with no word on what about.
    r"(?:could|can|may|might|shall|should|let's|love to|like to|keen to|hoping to|up for|fancy|free (?:for|to)|time (?:for|to)|chance|possible to|great to|good to|nice to|willing to|open to|able to|happy to|"
    r"want to|wanna) (?:\w+ ){0,4}(?:talk|chat|speak|meet(?: up)?|connect|catch up|coffee|call|lunch|beer|drink|zoom|sit down|hang out|get together)(?: (?:with|to) (?:{you}|me|us|an? \w+))?"
    r"(?: (?:some ?time|soon|again|this \w+|next \w+|on \w+|tomorrow|when \w+ \w+|at some point|one day|properly|over \w+|for (?:a )?\w+))*(?= {0,2}[?.!,;]| {0,2}$| and| so| because)",
    "(?:what(?:'s| is| are)|know) (?:the )?(?:best|right|secret|easiest|fastest|quickest|smartest) (?:ways?|route|path|approach|strategy) (?:to|into|of|for)",
    "(?:talk|go|run|work|think) (?:through|over) (?:a few|some|several|a couple of|one or two|my|all my)? ?(?:things|stuff|ideas|issues|points|questions|thoughts)",
    "(?:help|helping) (?:me|us)(?: out)? (?:with|w) (?:my |our |the )?(?:maths?|physics|chemistry|biology|english|french|spanish|german|homework|stud(?:y|ies|ying)|thesis|dissertation|coursework|revision|uni|marketing|branding|strategy)",
    "teach me",
    "(?:tell|teach|show) (?:me|us) (?:everything|all)(?= {0,2}[?.!]| {0,2}$)|help(?= {0,2}!)|(?:provide|extend|render|impart|lend)(?: me| us)?(?: with)? {your} (?:\\w+ )?(?:guidance|advice|support|wisdom|help|inputs?|suggestions)",
    "(?:an?|some) (?:bit of )?(?:steer|guidance|wisdom)(?: on| about| with|(?= {0,2}[?.!]| {0,2}$))",
    "learn (?:\\w+ )?(?:\\w+ )?from (?:{you}|{your})",
    "pick(?:ing)? (?:{your}|at {your}) brains?",
    f"any (?:other |more |and all |kind of |sort of |general |sage |career |specific |and every )?{_OPEN_HELP}",
    (
        "(?:some|a bit of|a little|a piece of|bits of|a few|a couple of|lots of|as much|words of) (?:your |"
        f"more |general |career |good |honest |quick |words of )?{_OPEN_HELP}"
    ),
    (
        "(?:for|need|want|seeking|asking|get|getting|give me|offer|share|have) (?:general |career |honest |"
        f"your |good |some )?{_OPEN_HELP}(?= {{0,2}}[?.!,]| {{0,2}}$| about| on| for| from| with| regarding|"
        " as)"
    ),
    (
        "(?:get|getting|hear|hearing|have|having|know|love|value|appreciate|like|welcome|share|ask|asking|"
        "(?:asking|hoping|looking|grateful|reaching out|keen|ask|hope) for|want|need|me|offer|after|seek|"
        "seeking|some of|gain|give|what's|what is|what are|know) (?:to (?:get|"
        "hear|have|know) |some of |all |more |a bit |about |for |on |me |"
        f"from )*{{your}} (?:\\w+ )?(?:\\w+ )?{_YOUR_VIEW}"
    ),
    f"{{your}} {_YOUR_VIEW} (?:on|about|would|is|are|please)",
    "questions (?:now and then|from time to time|along the way|as they|as i go|every (?:now|once)|when(?:ever)? (?:i|they)|here and there)",
    "^{your} thoughts|thoughts(?= {0,2}\\?)",
    f"{_TALK} … {_SOMETIME}",
    f"{_SOMETIME} … (?:for |over |have |grab )?{_TALK}",
    (
        "(?:have|for|up for|grab|set up|arrange|schedule|do|get|having|hop on|jump on|get on|on|over|"
        "find time for|possible to|time to|like to|love to|can we|could we|can i|could i|let's|open to|"
        "let us|meet for) (?:have )?(?:an? )?(?:quick |brief |short |little |proper |informal |friendly |"
        f"virtual |nice |good |long )?{_TALK}(?: with you| to you| together|"
        f" up)?(?! … {_ABOUT})(?= {{0,2}}[?.!,]| {{0,2}}$| so| and| or| to (?:discuss|see|explore|talk|learn|"
        "hear|get|catch))"
    ),
    (
        f"{_TALK} (?:with you |to you |together |next \\w+ |this \\w+ |on \\w+ )*(?:{_ABOUT}|to discuss|"
        f"discussing) {_BROAD}"
    ),
    "(?:be|become|being) (?:my|a) (?:mentor|sponsor|adviser|advisor|coach|sounding board)",
    "mentor(?:ing)? me|(?:be|being|as) (?:my |a |our )(?:mentor|guide|coach)",
    (
        "(?:help|helping|assist|assisting|support) (?:me|us)(?: out)?(?= {0,2}[?.!]| {0,2}$|"
        " with my (?:career|startup|start-up|business|job|life|project|search|work|company|future|studies)|"
        " find (?:a|my|some) | (?:get|to get) (?:a job|into|ahead|started)| figure| navigate| understand|"
        " grow| succeed)"
    ),
    (
        "(?:everything|anything|all|whatever|as much as) (?:that )?(?:i (?:need|should|ought)|there is|about|"
        "{you} (?:know|can|think|could|learned|learnt|have))"
    ),
    (
        "(?:tell|teach|show) me (?:more )?(?:about )?(?:{your} (?:career|story|journey|job|work|company|life|"
        "experiences?|path)|yourself|what {you} do|(?:working|life|living) (?:in|at|as)|the (?:industry|"
        "business|ropes))"
    ),
    (
        "(?:learn|know|find out|hear|understand) (?:a bit |a lot |a little )?more (?:about )?(?:what {you}|"
        "how {you}|{your}|the|about|from)"
    ),
    (
        "(?:hear|learn|know) (?:all )?(?:about )?{your} (?:story|journey|career|experiences?|path|background|"
        "secrets?)"
    ),
    "what it(?:'s| is) like (?:to|there|at|in|being|working|for)|what(?:'s| is) it like (?:to|there|at|in|being|working)",
    "(?:tell me|let me know|lmk|say|see) what {you}(?:'d)? (?:think|reckon|make of (?:it|them|this)|feel)(?= {0,2}[?.!]| {0,2}$)",
    "what {you} think (?:about|of) (?:my|our|the idea|it|this)",
    (
        "(?:what|wdyt) (?:do|did|would) {you} think(?= {0,2}[?.!]| {0,2}$| about (?:it|this|that|my|the)|"
        " of (?:it|this|that|my (?:idea|business|plan|work|cv|career|startup|start-up|app|website|site|"
        "portfolio|novel|project)))"
    ),
    "wdyt|your thoughts\\?|thoughts\\?",
    (
        "how (?:do|can|could|would|should|does|did) (?:i|{you}|one|someone|we) (?:get|break|start|become|"
        "make it|succeed|got|grow|build a career|be successful|move) (?:in|into|started|out|a career|"
        "successful|to where|ahead|my|to the)"
    ),
    "how (?:did|do|have|can) (?:{you}|i) (?:become|became|get so|manage|make it|do it|be so|succeed|done it)",
    (
        "how (?:(?:the|this|that|{your}|things|it all) )?(?:\\w+ )?(?:(?:industry|business|field|world|company|sector|trade|"
        "market)(?: works| really works)?|(?:it|things|everything|all of this|it all) (?:all )?works?)"
    ),
    "walk me through",
    (
        "(?:so many|a few|some|lots of|several|many|a lot of|a bunch of|a million|tons of|all my|"
        "a couple of) (?:quick |more )?(?:questions|things i)"
    ),
    (
        "(?:meet up|meet|catch up|connect|get together|touch base|sit down|hang out|"
        "link up)(?: with you)?(?= {0,2}[?.!]| {0,2}$| soon| some ?time| at some| and (?:learn|see|talk|chat|"
        "hear|discuss|get|pick|explore|share)| one of| again)"
    ),
    (
        "(?:discuss|explore|talk about|see|chat about|look at|brainstorm) (?:any |potential |possible |some |"
        "future |the |about )*(?:synergies|opportunities|possibilities|collaborations?|ways|options|where|"
        "how we|if there|partnership|working together|ideas|things)"
    ),
    "what should i (?:do|know|study|look out)(?= {0,2}[?.!]| {0,2}$| with my| about| next| in)",
    "where (?:do|should) i (?:even )?(?:start|begin)",
    "(?:words of|pearls of|share {your}) wisdom",
    (
        "(?:help|assist|support) (?:me|us) (?:out )?with (?:my|our) (?:\\w+ )?(?:website|business|career|job (?:search|hunt)|"
        "start-?up|project|marketing|thesis|app|studies|company|brand|branding|social media|finances)(?= {0,2}[?.!])"
    ),
)
