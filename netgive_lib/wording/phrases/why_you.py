"""AS6: something they did, know, said or are."""

from __future__ import annotations

from netgive_lib.wording.text import phrases

# AS6: what they did, know, said or are.
_DID = (
    "(?:\\w{2,}ed(?<!wanted)(?<!needed)(?<!asked)(?<!liked)(?<!requested)(?<!missed)(?<!wondered)(?<!need)(?<!feed)(?<!indeed)|ran|"
    "made|built|wrote|gave|did|led|taught|spoke|said|told|sat|went|grew|"
    "chose|set|took|brought|sold|won|began|left|saw|knew|got (?:the|a|your|it|them|funding|"
    "into (?!design|it|this|tech|the))|found|came (?:from|through|to the)|put|kept|drew|drove|shot|sang|"
    "spent|met|bought|wrote|cut|held|fought|"
    "had (?:the|a|an|your)|were (?:the|a|an|at|in|on|one|with|my|our|there|once|part)|used to|quit|dealt|"
    "rebuilt|rewrote|ship|swam|rode|"
    "understood|showed|thought up|broke|stood|became|sent me|flew|read)"
)
_DO = (
    "(?:run|work|catalogue|curate|audit|mark|code|fish|sail|farm|brew|garden|sew|weld|dance|conduct|"
    "examine|assess|publish|report on|teach|lead|manage|speak|own|edit|chair|judge|sit|live|write|make|"
    "sell|design|play|coach|"
    "represent|train|advise|organi[sz]e|host|"
    "build|restore|grow|paint|translate|drive|practi[sc]e|specialise|specialize|deal|review|head|produce|"
    "direct|study|import|keep the|do the|do your|do this|go to|shoot|swim|cook|bake|fix|handle|follow|"
    "research|mentor|publish|hire|oversee|serve|commission|use)"
)
_NOT_ASKED = (
    "(?<!chance )(?<!do )(?<!would )(?<!could )(?<!can )(?<!if )(?<!will )(?<!what )(?<!did )(?<!should )(?<!whether "
    ")(?<!have )(?<!hope )(?<!might )(?<!wish )"
)
_WORKS = (
    "(?:talk|keynote|article|piece|post|posts|book|thesis|paper|essay|interview|work (?:on|at|with|for|"
    "in)|projects?|course|workshops?|move|shop|launch|tips?|intro|introduction|lecture|seminar|"
    "class|podcast|newsletter|episode|blog|exhibition|show|film|designs?|campaign|case study|review|"
    "panel|research|study|presentation|speech|video|game|song|album|portfolio|garden|time (?:at|in|with|"
    "as)|"
    "years (?:at|in|with|as|of)|days (?:at|in|as)|stint|role (?:as|at|in)|switch|transition|journey from|"
    "path from|guide|thread|tool|library|recipe|method|checklist|reading list|onboarding|"
    "group|lab|experience (?:with|in|at|of|as|on|running|building|leading|moving|working)(?! the (?:industry|field|sector|business|area|space|company|job|market))|"
    "expertise (?:in|on|with)|background (?:in|as|at)|knowledge of|translation|"
    "restaurant|bakery|studio|café|cafe|festival|tutorial|column|report|dissertation|photos?|"
    "photographs?|paintings?|poems?|novel|stories|drawings?|posters?|maps?|code|repo|package|plugin|"
    "pricing|prices|rebrand|redesign|rollout|migration|merger|campaigns|merch|kickstarter|webinar|"
    "ted talk|tedx|lightning talk|startup|company'?s? (?:move|launch|switch)|shop's|team's \\w+|comment|"
    "remark|advice (?:on|in|about|to|last|got|that)|edit|note|idea|trick|feedback (?:on|last|got|helped)|"
    "survey|dataset|data ?set|textbook|manual|handbook|monograph|sermon|op-?ed|documentary|catalogue|spreadsheet|theorem|proof|patch|"
    "eye for|ear for|sense of)"
)
WHY = phrases(
    (
        "(?<!act )(?<!serve )(?<!me )(?<!it )(?<!name )(?<!this )(?<!down )as (?:an? (?!favou?r|result|start|thank|reminder|gift|heads|rule|first|junior|student|young|fellow|"
        "recent|newcomer)(?:\\w+ ){0,3}(?:who|with|of|at|for|in|on|myself|yourself|you)|someone|somebody|"
        "one of|our|my (?:former|old|first)|the (?:person|one|only|former|author|designer|founder|head|"
        "editor|lead|organiser|organizer|\\w+ (?:of|who|behind|at)))"
    ),
    "as (?:an? |the |our )?(?!soon|well|far|long|much|if|for|i|we|per|you|ever|always|promised|requested|discussed)\\w+(?: \\w+){0,3},? {you}(?!r)(?:'\\w+)?(?! (?:can|may|asked))",
    "{your} \\w+ (?:also |once |just |already |both )*(?<!your time )(?<!your help )(?<!your message )(?<!your mail )(?<!your email )(?<!your website )(?:went (?:from|over|through|to)|switched|swapped|gave up|adopted|dropped|tried|built|made|ran|wrote|led|taught|designed|won|sold|founded|created|launched|shipped|organi[sz]ed|fixed|painted|restored|hired|published|set up|started|moved|worked|did|hosts?|runs?|teaches|leads)",
    "(?:admired?|adored?|attended|took|joined|watched|read|heard|saw|seen|loved|enjoyed|followed|finished|listened to|subscribe to|used|tried|studied|cited|follow|re-?read) {your} "
    "(?!(?:e?mail|message|note|reply|invitation|invite|advert|ad|job|profile|advice|text)(?!\\w))\\w+",
    "as {you}(?! (?:liked?|wanted|asked|wished|needed|love|can|may|might|would|will|could|like|wish|see|please|prefer)(?!\\w))(?:'ve|'re| have| are| were|'d| did| do| run| know| work| just| also| said| \\w+ed| \\w+)",
    (
        "(?:since|because|given that|given|seeing as|seeing that|now that|knowing|considering|"
        "with(?= {you}(?:'re|'ve| having| being))) {you}(?!'re (?:busy|free|around|swamped))(?:'(?:re|ve|d|ll))? (?!(?:are|have) (?:busy|"
        "no time))\\w+"
    ),
    "given {your} (?!time|busy|schedule)\\w+",
    (
        f"(?:{_NOT_ASKED})(?<!did ){{you}}(?:'ve| have) (?:also |just |already |recently |always |long |"
        "probably |clearly )?(?!time|any|an?|some|the (?:time|chance)|questions|ten|five|no|got (?:time|a|"
        "any|no)|two|fifteen|other|too|better|more|read this|to|time)\\w+"
    ),
    (
        f"(?:{_NOT_ASKED}){{you}}(?:'re| are) (?:the|one of|our|at|with|running|known|good|great|brilliant|"
        "an expert|friends|mates|close|married|related|in touch|neighbours|neighbors|involved|on the|a \\w+er|an? \\w+ (?:who|in|at|with)|so good|speaking|working|building|teaching|leading|"
        "hiring|from|part of|among|someone|somebody|really good|the only|such)(?! (?:best!|man|star|legend|"
        "busy|middle|mood|position|busy|thick|right frame))"
    ),
    (
        f"(?:{_NOT_ASKED}){{you}} (?:also |once |recently |just |personally |both |actually |clearly |"
        f"already |always |originally |kindly |first |successfully |'d )*{_DID}"
    ),
    (
        f"how {{you}} (?:first |personally |actually )?(?!got|get|became|become|started|can|could|would|do it|"
        f"did it|made it|think|feel|see|are|like)(?:{_DID}|handle|run|manage|price|hire|organi[sz]e|deal)"
    ),
    (
        f"(?:{_NOT_ASKED})(?<!who )(?<!anyone ){{you}} (?:also |often |still |always |clearly |both |"
        f"probably |really |currently |now )*{_DO}(?! me)"
    ),
    (
        f"(?:{_NOT_ASKED}){{you}}(?:'d| would)? (?:also |both |really |probably |clearly |certainly |"
        "obviously )?know (?!if|any|of any|a good|what i|that i|how busy|where i|the drill|some ?one|who|"
        "whether|when|i)\\w+"
    ),
    (
        "(?:with|from|in|by|on|of|loved|enjoyed|read|saw|heard|watched|used|using|after|at|through|about|to|"
        "for|into|remember|re|admire|love|like|following|follow|finished|reading|"
        f"rereading)? ?(?<!see )(?<!visit )(?<!use )(?<!borrow )(?<!share )(?<!join )(?<!attend )(?<!have )(?<!get )(?<!buy )(?<!for )(?<!at )"
        f"{{your}} (?!(?:talk|work|time|experience) (?:to|"
        f"with) me)(?:(?!(?:own|my|our|the|me|us|about|on|for|with|to|and|or|in|at|of|brains?|advice|thoughts|"
        f"help|take|time|views?|opinion|feedback)(?!\\w))[\\w'-]{{1,20}} ){{0,3}}{_WORKS}"
    ),
    (
        "(?:(?:i|we) )?(?:saw|heard|noticed|read|see|hear|remember|know|gather|understand|think|believe|spotted|"
        "found|learned|learnt)(?: that| from \\w+(?: that)?)? (?:{you} (?!an? |the |your |some |might|may|"
        "could|would|are busy|'re busy|can|have a lot|'ve a lot)|{you}'(?:ve|re|d) (?!busy|got a lot|be))\\w+"
    ),
    (
        "(?:saw|see|seeing|heard|hearing|watched|met) {you} (?:speak|speaking|on|in|at|talk|play|present|"
        "give|through|when|perform|live)"
    ),
    (
        "(?:nobody|no one|no-one|anyone|anybody|person|one) (?:i know |else )?(?:who )?(?:knows|better|more|"
        "else)(?: about| than you)?"
    ),
    (
        "(?:suggested|said|told me|recommended|thought|mentioned|reckons|says|reckoned|"
        "thinks) (?:that )?(?:i|we) (?:should |could |might |ought to )?(?:write|speak|talk|contact|"
        "get in touch|ask|reach|drop|try|message|approach|e?mail)(?: to)?(?: with)? ?(?:you)?"
    ),
    (
        "(?:said|told me|mentioned|says|reckons|tells me|thinks|thought) (?:that )?{you}(?:'re|'d|'ve| are|"
        " were| know| have| had| might know| would know| did| ran| run)"
    ),
    "(?:recommended|referred|pointed) (?:me to )?(?:{you}|by)",
    (
        "(?:thought|think|thinking) of {you}|{you} came to mind|(?:first|only|right|best) person|(?:ask|"
        "asking|writing to|come to|coming to|turning to|turn to) {you} because|(?:that's|this is|"
        "which is) why (?:i'm|i|you)"
    ),
    "(?:because of|thanks to|from|remember) (?:what )?{you}(?:r(?! (?:\\w+ )?(?:experiences?|expertise|advice|knowledge|wisdom|insights?|perspective|side|end|network|help|career|journey|success|path|story)(?!\\w))| taught| said| told| showed| did| wrote)",
    "{you} (?:two|both|and \\w+) (?:know|work|worked|are|were|sit|sat|go|went)",
    "like {you}(?:,)? (?:i|we)|(?:both|we both|the two of us|{you} and i) (?:\\w+)",
    (
        "{you}(?:r|'re)? (?:are |'re )?(?:the )?(?:go-to|expert|authority|best at|best person|wizard|guru|"
        "pro) ?(?:on|in|at|with|for|when)?"
    ),
    (
        "(?<!is )(?<!are )(?<!does )(?<!has )(?<!did ){your} (?:old |former |best |good )?(?:mate|friend|colleague|brother|sister|neighbour|neighbor|"
        "cousin|husband|wife|partner|uncle|aunt|flatmate|classmate)"
    ),
    "following {your}|(?:after|having) (?:all )?(?:\\w+ed|been|run|done|led|built|written|made|taught|won|shot|sold|taken|seen|read|"
    "heard|gone|got|grown|had|known|lived|spent|sat|set|put|held|given) (?!to |a (?:question|chat|look))\\w+",
    "when {you} (?:\\w+ed|ran|were|built|made|wrote|led|did|went|left|began|chose|took|taught|set|sold|started)",
    "{your} (?!help |advice |reply |answer |support |time |feedback |opinion |input |company |firm |team |career |profile |job |office |brand |business |school |experience )(?:[\\w'-]{1,20} ){1,6}(?:is|was|are|were) (?:still |by far |easily |always |really )*"
    "(?:the (?:only|best|first|clearest|reason|nicest|most)|one of the)",
    "(?:i|we) (?:was|were|worked|studied|trained|served|interned|played|sang) (?:\\w+ ){0,3}(?:on|in|at|under|with|for|by) {your} "
    "(?!(?:website|site|page|profile|area|neighbou?rhood|city|town|shoes|position|inbox|country|channel)(?!\\w))\\w+",
    "{you} must (?:have|be|know)",
    "{you} (?:only|alone|first|kindly|once) (?:told|taught|gave|sent|showed|introduced|helped|recommended)",
    "{your} (?!(?:message|mail|e?mail|website|ad|advert|job|letter|office|company|firm)(?!\\w))(?:[\\w'-]{1,20} ){1,3}(?:has|have) (?:already |since |now |all )*(?:\\w+ed|fed|kept|got|made|grown|become|been|won|taught|brought)",
    "admire (?:how|the way) {you}|the way {you}",
)
STATED = phrases(
    "(?:so |and |well |but )?(?:{you}(?:'re| are)|ur) (?:also |still |actually )?(?:an?|the|our|in|at|from|with|one of|on) (?!(?:star|legend|gem|lifesaver|saint|hero|"
    "busy|best|great|lovely|good|middle|thick|doing)(?!\\w))\\w+",
    "(?:so |and |well |as |since |but |because |hi |hey )?{you}(?:'ve| have)? (?:also |always |still |once |just |already |both |really |actually |obviously |clearly )*"
    "(?!(?:take (?:care|your time)|make (?:me|my)|looks?(?! after)|seem|are|'re|can|could|may|might|would|will|should|must|need|don't|dont|do|did|didn't|won't|can't|cannot|only|just|probably|see|get|decide|choose|have|be|busy|"
    "free|welcome|under|not|no|my|a (?:star|legend|gem|lifesaver|saint|hero)|amazing|great|awesome|the best(?! at)|too|so (?:kind|busy|sweet|nice)|doing|"
    "must|ok|okay|well|all|asked|want|like|guys|there|around|never|enjoy|had|having|name|owe|"
    "look(?! after)|seem|know what|know how busy|know i|might|probably|missed|win|rock|deserve|made my)(?!\\w))\\w+",
)
"""A plain statement that begins with what they do or are: “You maintain the plugin.”"""
GIFTED = phrases(
    "(?:the|that|those|an?|some) (?:\\w+ ){1,2}(?:that )?{you}(?:'d|'ve| have| had)? (?:\\w+ )?(?:bought|wanted|lost|left|liked|ordered|asked|needed|lent|missed|missing|forgot|looking)"
)
"""Of what they are given, “the shelf you bought” says nothing of why they are asked."""
THANKED = phrases(
    "(?:thank\\w*|thx|ta|cheers|grateful|congrat\\w*|well done|admire\\w*|known|famous|love|loved) (?:{you} )?(?:so much |again |very much |a lot )?"
    "(?:for|on) {your} (?!time|help|reply|answer|support|patience|consideration|attention)\\w+"
)
"""Thanks or praise for something of theirs."""
HOPE = phrases(r"(?:hope|hoping|trust|wish) [^.?!\n]{0,120}")
