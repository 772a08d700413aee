"""OF3: what counts as a thing, a fact or a person that they would get."""

from __future__ import annotations

from netgive_lib.wording.text import phrases

ENOUGH_WORDS = 2
"""How many words that name something make a thing, a fact or a person. Ours: it parts the corpus best."""

_MEAL = (
    "(?:coffee|lunch|dinner|drinks?|breakfast|brunch|supper|beers?|pints?|pizza|sushi|curry|cake|cuppa|tea|wine|"
    "cocktails?|meal|bite|ice cream|round|matcha|chai|smoothie|ramen|tacos|burgers?|pho|picnic|treat|cinema|movie)"
)
GIFTS = phrases(
    "(?:i can|i could|i'll|let me|happy to|glad to|shall i|can i) (?:sit with|stay with|look after|drive|take|walk|feed|mind|pick up|collect|fetch|watch) {your} (?!(?:place|time|word|team|call|lead)(?!\\w))\\w+",
    rf"there(?:'s|'ll be| is| will be) (?:\w+ )?{_MEAL}",
    r"(?:the|an?|my|our|that|one) \w+(?: \w+){0,3} (?:is|are|'s) (?:all )?yours",
    rf"(?:how|what) about an? (?:\w+ )?{_MEAL}(?= {{0,2}}[?.!]| on| at| in| next| this| tomorrow)",
    rf"{_MEAL}(?:'s|s| is| are|'re)? (?:\w+ ){{0,3}}(?:on (?:me|us)|my (?:treat|shout)|mine)",
    rf"(?:buy|take|treat|get|invite|cook|make|stand) (?:{{you}}|{{your}} \w+) (?:\w+ ){{0,3}}{_MEAL}",
    r"\d+ (?:pounds |euros |dollars )?(?:an?|per) (?:month|hour|year|day|week|night|person|head)",
    r"\d+ ?% (?:off|discount|cheaper)",
    "(?:good )?word (?:in )?for {you}(?! )|(?:good )?word (?:in )?for {you} (?:with|at|to)|selling|for sale|asking price|shout-? ?out|my (?:treat|shout)|{i}(?:'m|'re| am| are) (?:buying|paying|cooking)|(?:as|be) my guest|first round",
    (
        "(?:introduc(?:e|ed|ing)|connect(?:ed|ing)?|nominat(?:e|ed|ing)|recommend(?:ed|ing)?|intro|refer|quote[sd]?|"
        "credit(?:ed)?|mention(?:ed)?|endorse) (?:{you}|{your}|the two of you|both of you)"
        "(?! (?:around|to (?:(?:some|a few|quite a few|a couple of|many|loads of|lots of|the|my|our|really|very) )*(?:\\w+ )?(?:people|folks?|others|lots|contacts|network|circle|friends)))"
    ),
    "{you}(?:'re| are) (?:always |more than |very )*(?:welcome|invited) to (?:use|stay|join|have|take|borrow|come|my|our)",
    "put(?:ting)? (?:{you}|the two of you|{you} (?:two|both)) in (?:touch|contact)",
    "(?:attached|enclosed)",
    "(?:i'll|i will|i can|i could|i've|i) (?:put|have|had) (?:in )?a (?:good |quick )?word (?:in )?(?:for {you}|with)",
    "(?:the|my|our|{your}|these|those|raw|send {you}) (?:minutes|notes|figures)",
    "(?:my|our|a) contacts? (?:at|in) (?:the )?\\w+|guest list|help {you} (?:move|pack|paint|carry|build|hang)",
    "(?:show|teach|walk) {you} (?:how|through)",
    "told (?:him|her|them|the \\w+|my \\w+|our \\w+) (?:about|it was|that) (?:{you}|{your})",
    "(?:here(?:'s| is| are)|share|review|endorse) (?:yours|the one)",
    "[\\w.]{1,30}@[\\w.]{1,30}|0\\d{3,4} ?\\d{3}",
    (
        "(?:i|we)(?:'ve| have)? (?:just |already |finally )?(?:proofread|typed up|transcribed|mended|repaired|indexed|"
        "marked up|translated|cleaned up|recorded) (?:the |{your} )?\\w+"
    ),
    "(?:an?|one) (?:table|place|chair|bed|berth|bunk|spot) (?:for|at|in|on) (?:the|our|my) \\w+",
)
"""Said in so many words: a treat, an introduction, something attached."""

_WHICH = r"(?:an?|the|{your}|my|our|this|that|these|those|both|each|two|three|four|five|ten|\d+|half|some|one of \w+)"
GIVING = phrases(
    (
        "(?P<verb>giv(?:e|ing)|send(?:ing)?|sent|bring(?:ing)?|brought|lend(?:ing)?|mak(?:e|ing)|made|get|(?<!you )got|buy|bought|"
        "find|found|sav(?:e|ed|ing)|keep|kept|show|leav(?:e|ing)|left|post(?:ing|ed)?|tak(?:e|ing)|have|has|had|"
        "shar(?:e|ed|ing)|cover|read|offer(?:ing)?|pass(?:ed|ing)?|forward|book(?:ed)?|i've|we've|wr[io]te|written|"
        "put together|use|borrow|enjoy|here(?:'s| is| are)|is|there's|there is) (?!over (?:the phone|coffee|zoom|lunch))"
        "(?:{you} |out |up |down |over |together |to {you} |for {you} |him |her |them |also |aside )*"
        rf"{_WHICH} (?P<named>\w+(?: \w+){{0,2}})"
    ),
)
SHOWING = ("here", "shar", "there", "use")
"""A verb of giving or having and what follows; whether that names anything is for the words to say."""
DOING = phrases(
    (
        "(?:{ill}|happy to|glad to|gladly|willing to|like to|love to|want me to|shall i|offer to) "
        "(?:just |also |gladly |happily |be (?:happy|glad|able) to |like to |love to )*"
        r"(?P<named>(?!introduce|intro|connect)\w+) (?:out |up |down |over |through |for |to )?(?:{you}|{your}|an?|the|my|this|those|both)"
    ),
)
"""A piece of work that the writer could do, such as “proofread”."""

_TRADE_IN = (
    "(?:we|i) (?:at [^.?!,\\n]{1,30} )?(?:now |also )*(?:offer|provide|sell|stock|supply|serve|deliver) (?!not|some|any|every|it|that|this|hope|think|know|understand|appreciate|apologi[sz]e|love|have|see|want|need|{you}|you)\\w+|"
    "(?:my|our) (?:\\w+ ){1,2}(?:now |also )*(?:offers|provides|sells|stocks|supplies|serves|delivers|does|makes) \\w+"
)
"""What a business says of itself: “we provide packing”, “our bakery now does rye”."""
WARES = phrases(
    _TRADE_IN,
    "clinics?|surgery|salon|gym|nursery|threads?|essays?|lectures?|talks?",
    "(?:books?|bookshops|novel|album|mix|mixtape|remix|playlist|zine|merch|single|ep|track|podcast|episode|newsletter|blog|blog post|(?:medium |linkedin |new |latest )post|suite|channel|videos?|film|documentary|"
    "hampers?|candles?|gift boxes|prints|merchandise|(?:we|i) (?:make|produce|bake|brew|supply|import|roast)|app|platform|software|tool|system|crm|products?|website|site|shop|store|restaurant|caf[eé]|course|workshops?|"
    "webinar|conference|event|launch|tour|exhibition|show(?! {you})|gig|collection|range|menu|services?|solutions?|catalogue|"
    "brochure|portfolio|pdf|e-?books?|checklists?|templates?|cheat ?sheets?|playbook|toolkit|worksheets?|white ?papers?|infographic|prompts|guide|reports?|papers?|articles?|publications?|case studies|slides|tickets?|rooms?|sale|discount|session|call|consultation|class(?:es)?|lessons?|"
    "trial|demo|quotes|prices|offers|location|branch|agency|studio|consultancy|scheme|returns|talk|product|features?)",
)
ON_OFFER = phrases(
    _TRADE_IN,
    "has (?:tips|news|articles|recipes|offers)|registration|enrol\\w*|closes|{i}(?:'ve)? (?:wrote|written|recorded|filmed|made)",
    "comes? out|coming out|update|version \\d|in (?:the )?(?:stores?|shops?)|here(?:'s| is| are|'re| it is| they are)|is (?:up|live|here)|up now|attached|below|out (?:now|today)|just out|available|on sale|book (?:at|now|here|via|a)|"
    r"buy|order|pre-?order|shop now|subscribe|download|watch|listen|stream|check|visit|see (?:it|us|our)|try|give it a try|"
    r"sign up|from [£$€]|\d+ ?%|[£$€] ?\d+|\d+ (?:dollars|pounds|euros)|free|tickets?|launch(?:ed|ing)|landed|dropped|opened|"
    "opens|released|published|offers?|offering|provides?|now has|has (?:an? )?new|hosting|in this issue|on my (?:site|website|channel)|"
    "(?:my|our) (?:latest|brand-? ?new|new|first|upcoming)|show {you}|link in|present|i do|we do|sharing|finished|\\w+\\.(?:com|org|net|io|co|uk|de|fr)",
)
"""What the writer has to sell or show, and that it is to be had: a thing, though it may not be about them."""

TOPIC = phrases(
    "watch this space",
    "(?:ideas?|thoughts|suggestions|pointers|skills?|experience|expertise|background|knowledge|opportunit(?:y|ies)|something|"
    "connections?|contacts|stuff|things?|help|support|addition|asset|contribution|advice|insights?|value) (?:in|at|for|about|on|with|around|regarding|to|(?:that|which) (?:made|makes|reminds?|reminded|may|might|could|would|concerns?|should)) [^.?!:\\n]{1,60}",
    "(?:right )?(?:up|down) {your} (?:street|alley)|{your} cup of tea|on {your} radar|music to {your} ears|tick(?:s)? (?:all )?{your} boxes",
)
"""A vague word and what it is about: “some ideas for your new shop” gives no shop."""
SMALL_TALK = phrases(
    "(?:sending |with )?(?:big |many |warm(?:est)? |lots of |all (?:my|our) |fond(?:est)? |best |kind(?:est)? )*(?:hugs?|love|kisses|greetings|regards|wishes|thoughts|prayers|condolences|congratulations)(?: and \\w+)? (?:from|to)",
    (
        "(?:it was |it's |it is |so |such |what )*(?:an? )?(?:great|lovely|good|nice|wonderful|pleasure|fun|amazing) "
        "(?:to (?:see|meet|e-?meet|virtually meet|connect|reconnect|hear|catch|run)|seeing|meeting|catching|hearing|running|chatting|talking)"
    ),
    (
        "(?:i |we )?(?:just )?(?:hope|hoping|thank you|thanks|happy (?:birthday|new|monday|friday)|merry|sorry|"
        "long time|see you|wanted to say|checking in|congrat\\w*|(?:great|nice|good|amazing|fantastic) (?:work|job)|well done|good luck|wishing|welcome|"
        "thinking of|best of luck|heard about)"
    ),
    (
        "(?:i |we )?(?:just |only |have )*(?:saw|heard|see|hear|noticed|read)(?: that| from \\w+(?: that)?)? {you}(?:'ve|'re| have| are)? (?:just |recently |finally |now |been )*"
        "(?:got|made|promoted|landed|started|starting|joined|joining|become|became|moved|moving|won|passed|graduated|retired|retiring|launched|opened|appointed|elected)"
    ),
    "(?:i'm |i am |i've been )?(?:an? )?(?:big|huge|long-?time|great|massive|real|avid) (?:fan|admirer|follower|listener|reader)",
    (
        "(?:i |we )?(?:just |really |also )*(?:saw|read|loved|enjoyed|liked|watched|listened to|came across) {your} (?:\\w+ ){0,2}"
        "(?:posts?|article|talk|piece|interview|news|update|podcast|thread|video|story|profile|page|comments?)"
    ),
)
"""How a sentence begins whose names and numbers are no gift: “great to meet you in Leeds”."""
