"""OF4: what is about the writer, and what is about them."""

from __future__ import annotations

import re

from netgive_lib.wording.text import phrases

# OF4.
_NEWS_OF = (
    "(?:company|startup|start-up|business|agency|firm|studio|app|product|products|platform|newsletter|"
    "podcast|book|novel|blog|blog post|website|site|portfolio|channel|show|episode|course|services?|software|"
    "solutions?|team|career|journey|conference|event|clients?|mba|degree|practice|shop|store|band|album|"
    "exhibition|video|consultancy|collection|release|trip|promotion|job|role|wedding|house|phd|thesis|brand|"
    "range|feature|tool|system|organi[sz]ation|morning routine|achievements?|milestone|prices|menu)"
)
SELF = phrases(
    "(?:been|was|got) made (?:a )?(?:partner|director|head|team lead|manager|redundant|permanent|professor)",
    f"(?:my|our) (?:\\w+ ){{0,3}}{_NEWS_OF}",
    (
        "(?:{i}'ve|{i} have|{i}|just|recently|finally|'m|am|{i}'re|are) (?:just |recently |finally |now |"
        "officially |also |been )*(?:launched|launching|promoted|started|starting|published|raised|won|"
        "opened|finished|graduated|moved|joined|released|landed|hired|doubled|grown|leaving|completed|earned|"
        "achieved|certified|appointed|expanded|rebranded|celebrating|named|selected|passed|running|become|"
        "became|founded|built|shipped)"
    ),
    "(?:my|our) (?:brand )?(?:new|latest|first|own|debut|upcoming|second) \\w+",
    "{i} (?:\\w+ed|ran|got|had|did|won|hit|beat) (?:my|our)",
    (
        "(?:proud|excited|thrilled|delighted|pleased|happy|honou?red|pumped|stoked|humbled) (?:to (?:share|"
        "announce|present|say|report|tell|have|introduce our|introduce my|launch|be joining|be starting|"
        "reveal|let)|of|that|about)"
    ),
    "(?:big|great|exciting|huge|some|personal) news",
    "i'm an? |i am an? ",
    (
        "(?:we|i) (?:offer|provide|specialise|specialize|deliver|help (?:companies|businesses|people|clients|"
        "brands))"
    ),
    (
        "(?:subscribe|buy now|sign up|order now|check (?:it|us|me) out|follow (?:me|us)|book a demo|"
        "pre-?order|on sale|use (?:the |my |our )?(?:\\w+ )?code|(?:go |have a )listen|listen (?:to (?:it|my|our)|here|now))"
    ),
)
FIRST_PERSON = phrases(
    "i|we|i'm|i'd|i'll|i've|we're|we've|we'll|my|our|me|us|just (?:\\w+ed|got|back)|finally|proud|thrilled|excited|humbled|honou?red to have|delighted to have|pleased to have|privileged to have|chuffed|over the moon|stoked|feeling|guess (?:who|what)|grateful|what an? (?:\\w+ )?(?:journey|ride|year|week|night|day|time)"
)
PLANS = phrases(
    "could|would|might|can|may|will|'ll|i'd|we'd|hope|hoping|let's|how about|what if|should|like to|love to|want to|if|wish|some|any"
)
"""A sentence with one of these is about what may be, and no news."""
YOU = phrases("{you}(?:'(?:re|ve|d|ll))?|{your}s?")
STOCK_YOU = phrases(
    (
        "(?:hope|hoping|trust|wish)(?:ing)?(?: that)?(?: all is well with)? (?:{you}|this|the|everything|"
        "{your}|all)(?:'re| are| is| had| have|'ve)?(?: \\w+){0,5}"
    ),
    "how (?:are|r|have) {you}(?: been| doing)?",
    "(?:thank|thanks to|thanking) {you}",
    (
        "(?:let|tell|show|inform|update|send|bring|give|offer|present|share (?:it|this|that|the news|my news|"
        "our) with|sharing (?:this|it|that) with|keep|wanted) {you}(?: to)?(?: know)?(?: about|"
        " that)? ?(?:my|our|the news|that (?:i|we|my|our)|(?:about|that)?)?"
    ),
    (
        "(?:thought|think|guess) {you}(?:'d| would| might| may)? (?:be |like |want |love |"
        "enjoy )?(?:to )?(?:know|hear|interested|check|see)(?: about| in| that| this)?"
    ),
    (
        "{you} (?:can|could|may|might|should|must|have to|need to|will|'ll|won't) (?:now |also |all |really |"
        "want to |like to |love to )*(?:find|buy|get|see|read|download|order|subscribe|sign|book|check|watch|"
        "listen|visit|follow|use|try|learn|be (?:interested|amazed|happy|pleased|surprised)|want|like|love|"
        "regret|enjoy|help|know|hear|join|come|pre|save|contact|reach|support)"
    ),
    (
        "(?:if|in case) {you}(?:'re| are|'d| would|'ve| have)? (?:interested|want|like|fancy|need|curious|"
        "ever|know any ?one)(?: to)?"
    ),
    "for {you}(?: to (?:read|see|check|try|buy))?",
    (
        "(?:see|meet|meeting|seeing|catch|hearing from|hear from|talk to|love to have) {you}(?: there| soon|"
        " again| all)?"
    ),
    (
        "all of {you}|{you} all|{you} guys|dear \\w+|{you} know|with {you}|love {you}|{your} (?:support|time|"
        "network|inbox|copy|friends|feeds?|tickets?|calendars?|attention|interest|day|week|weekend)"
    ),
    "(?:do|would|are|will) {you} (?:want|like|fancy|know|interested|be interested|believe)(?: to| in)?",
    "like you|(?:people|compan(?:y|ies)|business(?:es)?|organi[sz]ations?|firms?|teams?|leaders?|professionals?|"
    "brands?|founders?|managers?|agenc(?:y|ies)|start-?ups?|clients?|customers?|stores?|shops?) like yours",
    # What a product does for anyone.
    "(?:app|tool|platform|product|service|software|course|book|site|website|newsletter|podcast|guide|programme|program) (?:that|which|to) (?:\\w+ ){1,2}(?:{you}|{your})(?: \\w+)?",
    "(?:start|claim|book|reserve|order|try|download|secure) {your} (?:\\w+ )?\\w+|(?:get|grab|pick up) {your} (?:free|tickets?|copy|spot|place|seats?)",
)
SERVED = (
    "{i}(?:'ve| have)? (?:just |also |already |went and |quickly )*(?:printed|marked|copied|scanned|photocopied|checked|asked|rang|phoned|looked|"
    "picked|put|saved|kept|noted|highlighted|underlined|typed|transcribed|booked|reserved|collected|labelled|measured|compared|drew|"
    "summari[sz]ed|listed|ordered|fetched|wrapped|ironed|sharpened|carried)(?: out| up| down| aside| in| into| off| round| around| by| through)? "
    "(?:the|{your}|those|these|all|both|two|three|about|whether|if|for {you})(?! (?:best|most|question|time)(?!\\w))"
)
"""A service already done for them, though it isn't said for whom: “I printed the programme”."""
INVITING = phrases(
    SERVED,
    "(?:do |please )?(?:take|have|borrow|keep) (?:my|our|his|her|their) (?!word)\\w+|use (?:my|our) (?!code|link|discount|promo|referral|app|service|services|platform|product|affiliate)\\w+",
    "if {you}(?:'d| ever)? (?:need|want|like|fancy)",
    "(?:come|join us|join me|are you in|fancy it)(?= {0,2}\\?)",
    (
        "(?:want|fancy|wanna|care|would {you} (?:like|care|want|fancy)|do {you} (?:want|fancy)|like) (?:to |"
        "a |an |it|one|in|me to|them|the|my|some|along)\\w*"
    ),
    (
        "(?:shall|should) i|(?:use|take|borrow|have|try|grab) (?:mine|ours|one of (?:mine|ours))|{you} in|(?:join|come with|coming with) (?:me|us)|come along|(?:one|it|they|both|"
        "this|that|the \\w+) (?:is|are|'s|'re) (?:yours|for {you})|yours if|just say|interested\\?|for {you}|"
        "need (?:some ?one|some ?body|an?|any) [^.?!\\n]{1,60}\\?|plus one|you're (?:welcome|invited)|(?:so|but|and) (?:do )?(?:ring|call|phone|apply|register|go|get in|be there) (?:early|now|today|soon|quick|quickly|fast|first thing|before)"
    ),
    "(?:wanna|care to|coming|keen|up for|interested|tempted|down for) ?[^.?!\\n]{0,40}\\?|on me|my treat|my shout|heads-? ?up|just so",
    (
        "(?:bring|brought|make|made|send|sent|lend|give|get|got|buy|save|saved|kept|keep|show|teach|take|"
        "treat|invite|introduce|introducing|connect|put|drop|post|offer|cook) (?:u|{you})"
    ),
)
THEM = phrases(
    "congrat\\w*|well done|good luck|(?:we're|we are) both|we both|both of us|{you}(?:'(?:re|ve|d|ll))?|"
    "youre|youve|{your}s?|yourself|(?:remembered|remember|thought|knew|know|heard) (?:that )?\\w+ (?:wanted|wants|needs|needed|likes|loves|asked|was looking|is looking)|"
    # What is said of someone else's trouble is why it is offered: “I heard the choir's lost its hall.”
    "(?:i|we) (?:just )?(?:heard|hear|saw|see|gather|read) (?:that )?the \\w+(?:'s| has| have| is| are|'re|'ve)? (?:been |being |just )*"
    "(?:lost|losing|short|closed|closing|closes|stuck|looking|needs?|searching|without|missing|broken|struggling|homeless|out of|after)"
)
NAMED = re.compile(
    r"(?:(?:hi|hey|hello|dear|morning)\s+)?(?!\w{1,20}ly,)(?!(?:hi|hey|hello|dear|all|everyone|everybody|folks|team|guys|friends|today|tomorrow|tonight|finally|also|well|so|now|"
    r"yes|no|ok|okay|please|sorry|thanks|congratulations|great|sure|registration|sale)\b)[^\W\d_]{2,15}(?:\s[^\W\d_]{2,15})?,\s"
)
"""How a text begins that speaks to one person by name."""
