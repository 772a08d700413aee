"""OF1: help offered without saying which."""

from __future__ import annotations

from netgive_lib.wording.text import phrases

# OF1. What may follow “happy to help” without saying with what.
_ANYHOW = (
    r"(?:whatever|any ?thing|any ?way|any ?time|any of|however|whenever|wherever|where i can|where {you}|"
    r"if {you}|if i can|as {you}|while {you}|when {you}|during|"
    "if needed|in any|in whatever|at any|as needed|as and when|as best|going forward|with (?:any|what)|"
    "with stuff|"
    "with things|x{1,3}|whatsoever|in what|any|and|but|so|or)"
)
_STOPS = rf"(?= {{0,2}}(?:[.!?,;:)\n(–—-]|[^\w\s'\"]|$)| {_ANYHOW})"
_HELPING = (
    "(?:{help}|helping|supporting|assisting|assistance|here(?: for {you}|(?=,? (?:if|always|any))| whenever)|there for {you}|"
    "(?:lean|count|rely|call) on|call (?:me|us)|to call|(?:got|have) {your} back|a hand|do (?:some ?thing|stuff|things|any ?thing)|"
    "i can do|at {your} (?:service|disposal)|(?:phone call|call|text|message|e-?mail|shout|ring|dm) away|round the corner|(?:ring|text|e-?mail|ping|message|dm|phone) (?:me|us)|(?:turn|talk|come) to me|lighten|in need of|{i} can (?:give|do)|(?:got|have) my number|use me|rooting for {you}|in {your} corner|holler|shout|yell|favou?r|hesitate|"
    "{you} (?:need|want) (?:me|some ?one|some ?body|to talk)|easier|only have to ask|just ask|twice about asking)"
)
_OPEN = (
    "(?:any(?: ?(?:thing|time|way|how|where))?|whatever(?! {you} do)|whenever|wherever|however {i}|ever|always(?! been)|all matters|"
    "everything|day or night|at all times|24/7|if {i} (?:can|could|may)|i can do|{lmk}|say so|say the word|just ask|please ask|"
    "inform me|feel free|only have to ask|think twice|be (?:shy|afraid|a stranger)|hesitate|in (?:the )?future|in need|"
    "{you} know (?:who|where|that|right)|if {you} need|there's stuff)"
)
_HELPFUL = (
    "(?:{help}|lend (?:{you} )?a hand|make (?:[\\w']+ ){0,4}(?:easier|difference|better|lighter)|do (?:any ?thing|"
    "something|more )?(?:for {you}|to \\w+ {you}|to help|to support)|improve|ease|lighten)"
)
_WHO = "(?:{you}(?: two| both| all| guys| lot| folks)?|any ?(?:one|body)|any of {you}|y'all|{your} team)"
_HANDS = (
    "(?:back-?up|(?:an? |some )?(?:pair|set) of (?:\\w+ )?hands|an? (?:extra|spare|second|helping|friendly|listening) (?:pair of (?:hands|eyes)|set of (?:hands|eyes)|hands?|ear|shoulder|face)|"
    "(?:extra|more|spare|helping) hands|reinforcements?|moral support|a shoulder(?: to cry on| to lean on)?|an ear|company|a (?:friend|break|favou?r|hand))"
)
QUESTIONS = phrases(
    "is there any (?:manner|fashion|respect|capacity) in which {i} (?:can|could|may|might) [^.?!\\n]{1,40}",
    "(?:can|could|may|should) {i} do (?:any ?thing|something)(?: at all| for {you}| to help)*" + _STOPS,
    "what is it (?:that )?{i} (?:can|could) do(?: for {you}| to help)?",
    (
        "(?:how|where|what|in (?:what|which) ways?|which ways?) (?:else |exactly )?(?:can|could|may|might|do|should|would) (?:{i}|(?:my|our) \\w+) "
        "(?:at (?:\\w+ ){1,3})?(?:best |possibly |actually |be able to |most |ever )*"
        + _HELPFUL
        + "(?: {you})?"
    ),
    (
        "what (?:else )?(?:can|could|may|might) {i} (?:possibly |actually )?(?:do|offer|bring|take care of|handle|help with|assist with|contribute)(?: for {you}|"
        " to help| to support)?(?: {you})?"
    ),
    "is there (?:any ?thing|something|any ?ways?|some ?way|aught)(?: else| at all| specific|"
    " in particular)? (?:that )?"
    "{i} (?:can|could|might|may) (?:ever )?(?:do|{help}|offer|bring)(?: for {you}| to help)?(?: {you})?",
    "(?:do|did|would) {you} (?:need|want|like|care for) (?:any ?thing|any help|some help|help|a hand|any support|my help)"
    "(?: from me)?" + _STOPS,
    "(?:need|want) (?:any help|a hand|any ?thing|any support)(?: from me)?(?= {0,2}\\?)",
    "any help (?:needed|wanted|required)",
    "is there (?:any ?thing|something)(?: on my (?:side|end)| from me| i have)? (?:that )?(?:would|could|might) be (?:good|useful|helpful|of (?:use|help|value)|valuable) (?:for|to) {you}",
    "(?:can|could|may) {i} (?:be of (?:any )?(?:help|use|service|assistance)|help|assist|support|"
    "do (?:any ?thing|something) for)(?: {you})?(?: out)?(?: at all| in any way| with any ?thing)?" + _STOPS,
)
PROMISES = phrases(
    "whatever it takes|{you}(?:'ve| have)? got (?:me|us)(?= {0,2}[.!,]| {0,2}$| if| when| whenever| always)|{i}(?:'m|'re|'ll be| am| are) (?:right |always )?there(?= {0,2}[.!]| {0,2}$)",
    "if {you} (?:ever )?(?:need|want) (?:me|us)" + _STOPS,
    "(?:if|when|whenever|should) (?:things|it|life|times?|any ?thing|stuff) (?:ever |should )?(?:gets?|goes|go|turns?|becomes?) (?:rough|tough|hard|bad|wrong|difficult|too much|hairy|pear-shaped|on top of {you})",
    "any ?thing (?:at all )?(?:that )?{i} (?:can|could) (?:ever )?(?:lift|take|carry|handle|sort|fix|organi[sz]e|lighten|ease)",
    "{you} (?:ever )?need (?:any ?thing|something|some ?one|help),? (?:just |and |then |so )?{you} (?:just )?(?:call|ring|text|ask|shout|holler|tell|come|know)",
    "my \\w+ (?:is|are) {your} \\w+|(?:{you} )?(?:only |just )(?:have to |need to )?(?:ask|say|shout)(?= {0,2}[.!]| {0,2}$)",
    "(?:if|should) there(?:'s| is| be)? (?:ever )?(?:be )?(?:any|some|a) ?(?:ways?|thing|means)(?: \\w+)? (?:for (?:me|us) to|in which {i} (?:can|could|may)) {help}",
    "(?:lend|give|provide|extend) (?:{you} )?(?:some |any |my |our |a )(?:help|support|assistance|helping hand|backing)(?: (?:to|for|with|in) {your} \\w+(?: \\w+)?)?"
    + _STOPS,
    "always (?:just |only |right )*(?:down|up|across|along|over) the (?:corridor|hall|hallway|road|street|stairs|landing|lane|way)|always (?:just |only |right )*(?:next door|upstairs|downstairs)",
    "(?:only|just|never more than) an? (?:phone call|call|text|message|e-?mail|shout|ring|dm|whatsapp) away",
    f"(?:if|should|when|whenever) {_WHO} (?:ever |do |should )?(?:needs?|wants?|requires?|could use|could do with) {_HANDS}(?: today| tomorrow| this \\w+| next \\w+| at all| now| some ?time)*"
    + _STOPS,
    "here for (?:any ?thing|whatever)",
    "(?:just|only) (?:shout|call|ask|whistle|holler|ring|yell|text|say) (?:and |, )?(?:i'll|i will|we'll|i'm) (?:be |come )?(?:there|running|over|come|right|on my way|help|round|straight)",
    "(?:give|gimme) (?:me|us) a (?:shout|call|ring|bell) if there(?:'s| is)? (?:any ?thing|owt|some ?thing)",
    "(?:around|available) (?:all \\w+ )?if {you} (?:need|want) (?:me|us)",
    "if {i} (?:can|could|may) (?:ever )?{help}(?: {you})?(?: whatsoever| at all| in any way)?" + _STOPS,
    (
        "(?:ask|see|know|wonder|wondering|curious|learn|hear) (?:how|if|whether|where|what) {i} (?:can|could|"
        "might|may) (?:best )?(?:do|{help})(?: {you})?"
    ),
    "(?:use|see|think of|treat) me (?:as|like) an? (?:resource|sounding board|shoulder|safety net)",
    "(?:open to|up for|offering|available for) (?:helping|assisting|supporting|help)(?: {you})?(?: out)?"
    + _STOPS,
    "in whatever capacity",
    "i'm (?:all )?(?:{your} (?:man|woman|girl|guy|gal|person)|all ears)",
    "{lmk} (?:if|whether|should|when|whenever) (?:and when )?there(?:'s|'d| is| was| are| might be| ever|"
    " be) (?:ever )?"
    "(?:any|some)(?:thing|way|ways| way| ways)?(?: at all| else)?(?: (?:that )?{i} (?:can|could|"
    "might) (?:ever )?(?:do|{help}))?(?: for {you})?",
    (
        "(?:if|should) there(?:'s|'d| is| was| were| be)? (?:ever )?(?:be )?any ?(?:thing|"
        "ways?)(?: at all)?(?: (?:that )?{i} (?:can|could|might|may) (?:ever )?(?:do|{help}))?(?: for {you})?"
    ),
    "{lmk} (?:if|whether|when) {i} (?:can|could|might|may) (?:ever )?(?:do any ?thing|{help})(?: {you})?"
    + _STOPS,
    (
        "{lmk} (?:how|where|what|whenever|however|which ways?) (?:else )?{i} (?:can|could|might|"
        "may) (?:ever |best |be able to )?(?:do|{help}|offer|bring)"
    ),
    "{lmk} (?:if|when|whenever|should) (?:and when )?{you} (?:ever |do )?(?:need|want|could use|"
    "could do with|fancy|require|run into)"
    "(?: a hand| any ?thing| any (?:help|support|assistance)| some (?:help|support)| help| support|"
    " assistance| me| my help| someone| somebody| advice)?(?: with any ?thing)?" + _STOPS,
    "(?:if|should|whenever|when|anything) {you} (?:ever |do |should )?(?:need|want|require|could use|"
    "could do with)"
    "(?: any ?thing| any (?:help|support|assistance)| some (?:help|support)| help| support| assistance|"
    " me| a hand| a favou?r| someone| somebody| a friend)"
    "(?: from me| at all| with any ?thing| or other)?" + _STOPS,
    "any ?thing (?:at all )?(?:that )?{i} (?:can|could|might|may) (?:ever )?(?:do|{help})(?: for {you})?",
    "any ?thing {you} (?:ever |might |may |could )?(?:need|want|like|require)(?: from (?:me|us|my (?:end|side)|our (?:end|side)|this end)| at all| done)?"
    + _STOPS,
    "any ?(?:ways?|manner|fashion|respect|capacity) (?:in which |that )?{i} (?:can|could|might|may) (?:ever )?(?:{help})",
    (
        "in (?:any|whatever|whichever|every) (?:possible )?way(?: (?:that )?(?:{i} (?:can|could|may)|"
        "possible|{you} (?:like|need|want)))?"
    ),
    "(?:however|wherever|whenever) (?:{i} (?:can|could|may)|{you} (?:need|want|like)|possible|needed)",
    "(?:with )?whatever (?:it is )?(?:that )?{you} (?:may |might )?(?:need|want|require|like)",
    (
        "(?:help|helping|assist|assisting|support|supporting|hand|"
        "assistance) (?:{you} )?(?:out )?(?:with )?(?:whatever|any ?thing)(?: at all| else)?"
    ),
    "(?:always |still |right )?here (?:for {you}|to (?:help|support|assist)(?: {you})?(?: out)?|"
    "if {you} (?:ever )?(?:need|want)(?: me| any ?thing| a hand| help)?|whenever {you})" + _STOPS,
    "(?:happy|glad|honou?red|thrilled|keen|willing|delighted|eager|ready|pleased|able|available|here|"
    "around|like|love|want|wanted|mean|hope) to "
    "(?:{help}|be a resource|be there|be supportive|offer (?:{you} )?(?:some |any |my )?(?:help|support|"
    "assistance))"
    "(?: {you}| {your} team)?(?: out)?" + _STOPS,
    "offer(?:ing)? (?:{you} )?my (?:help|support|assistance|services)" + _STOPS,
    "(?:be|as) a resource",
    "my door(?:'s| is) (?:always )?open",
    (
        "(?:reach out|get in touch|contact (?:me|us)|call (?:me|us)|call on me|give me a (?:call|shout|ring)|"
        "ping me|message me|text me) (?:any ?time|whenever|with any|for any|if and when|day or night)"
    ),
    (
        "(?:do not|don't) (?:ever )?(?:hesitate|be afraid|be shy)(?: to (?:reach out|contact (?:me|us)|"
        "get in touch|ask|call|shout|ask for help))?"
    ),
    (
        "feel free to (?:reach out|contact (?:me|us)|get in touch|call on me|ask(?: me)?(?: for)? any ?thing|"
        "come to me)"
    ),
    "(?:just )?say the word",
    "(?:be )?(?:of|at {your}) (?:any |some )?(?:service|assistance|disposal)",
    "(?:count|rely|lean|call) on (?:me|us)",
    "{you} know where (?:i am|to find me|i live|we are)",
    "(?:return|repay) the (?:kindness|favou?r)" + _STOPS,
    # Help of some kind, and no limit to it, in one sentence: either may come first.
    f"{_HELPING} (?:[^.?!\\n]{{0,80}} )?{_OPEN}",
    f"{_OPEN} (?:[^.?!\\n]{{0,80}} )?{_HELPING}",
    "any ?thing,? any ?time|any ?time,? any ?(?:where|thing)",
)
SEEING = phrases(
    "(?:i'll|i will|i can|let me) (?:then )?(?:see|check|look at|work out) (?:what|where|how) {i} (?:can|could) (?:do|{help}|offer)"
)
"""Said after “tell me what you need”, which is OF2 alone."""
NOT_GENERIC = phrases(
    "(?:here's|here is|this is|that's|that is|shows|about) how {i} (?:can|could) (?:best )?help",
    r"\w{1,20}[\s,:]{1,3}\(?\"[^\"\n]{1,60}\"",
)
