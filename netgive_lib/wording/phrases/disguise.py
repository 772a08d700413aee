"""OF6: an ask dressed as an offer."""

from __future__ import annotations

from netgive_lib.wording.text import phrases

_MY_NEEDS = (
    "(?:cv|cover letter|r[ée]sum[ée]|résumé|deck|pitch|start ?up|business|company|portfolio|job search|"
    "search|career|project|product|app|idea|manuscript|plan|launch|website|site|novel|script|application|"
    "campaign|services)"
)
ASKS = phrases(
    "(?:hear|know|think) of (?:some ?one|any ?one|somebody|anybody) (?:who|looking|in need)",
    "(?:job|house|flat)-? ?hunting|between jobs|(?:any ?thing|something) (?:comes|came|crops|opens) up",
    (
        "(?:tell|show|teach) (?:me|us) (?:a bit |more |all |everything )?(?:about )?(?:how (?:{you}|to|i)|"
        "{your} (?:\\w+ )?(?:secrets?|story|journey|career|tricks|contacts)|what it takes|what {you} did)"
    ),
    "(?:secrets?|recipe) (?:of|to|for|behind) {your}",
    (
        "(?:available for (?:hire|work|projects|freelance|new)|(?:i'm|i am|back|be|"
        "now) on the (?:job )?market|taking on (?:new )?(?:clients|work)|have capacity for)"
    ),
    "(?:my |our )?(?:cv|r[ée]sum[ée]|résumé) (?:is )?(?:below|attached|enclosed|here)",
    "(?:have|put in) a (?:quick |little )?word (?:with|for)",
    "(?:investing|invest|dibs|stake|shares|buy in|buying) (?:on |in |into )*(?:investing in )?(?:me|my|our)",
    (
        "(?:i|we)(?:'m|'re| am| are|'d| was| were|'ve been| had been)? ?(?:also |just |really |kind of |"
        "sort of |kinda )?(?:hoping|wondering) (?:that |if |whether )?{you} (?:can|could|would|might|may|'d|"
        "'ll)"
    ),
    (
        "(?:could|would|can|will|cld|cud|wld) {you} (?:please |also |maybe |perhaps |possibly |just |kindly |"
        "then )*(?!like|want|prefer|fancy|care|be (?:free|around|up|interested|there|keen|happy|in|able)|use|"
        "make|do|come|have (?:it|one|them|this|a use|any use|use)|join|let me know|tell me (?:which|"
        "what size|when|where|if)|send (?:me )?(?:it|the|{your}|over)|see|need|say|drop|pop|pick|please|also|"
        "maybe|just|imagine|believe|possibly|kindly|perhaps|then|manage|find|get (?:to|there)|eat|still|"
        "help yourself|read (?:it|this))\\w+"
    ),
    (
        r"(?:hear|learn|ask|find out|know|understand|talk|chat|listen to|discover) (?:{you} )?(?:a bit |"
        r"a little |more |all |some )?(?:about )?how (?:did )?{you}(?:'ve| have)? (?:got|get|became|made|"
        r"landed|broke|built|managed|started|found|did|do|switched|moved|ended|came|climbed|grew|raised|won|"
        r"went|secured|transitioned|run|work)"
    ),
    (
        "(?:hear|learn|ask|know|find out) (?:{you} )?(?:a bit |a little |more |all |some )?(?:about |"
        "of )?(?:{your} (?:career|journey|path|story|experiences?|role|job|work at|secrets?|background|"
        "company|time at|team's|approach|success|process|route|industry)|what {you} do|working (?:at|in|for))"
    ),
    "(?:learn|benefit|soak up|absorb) … from (?:{you}|{your})",
    "learn from (?:{you}|{your})(?: experience| expertise| journey)?",
    "pick {your} brains?",
    (
        "(?:get|have|hear|love|value|appreciate|for|want|seek|like|need|ask) (?:some of |to hear |to get |"
        "to have |your honest |a bit of )?{your} (?:honest |valuable |expert |kind )?(?:advice|guidance|"
        "input|support|wisdom|insights?|expertise|two cents|help)"
    ),
    (
        r"{your} (?:honest |valuable |expert )?(?:feedback|thoughts|opinion|take|views?|eyes?|comments|"
        r"notes) (?:on|about|of|regarding) (?:it|my|our|mine|me|this idea|the (?:deck|draft|pitch|plan|idea))"
    ),
    "love (?:{your} |some )(?:honest )?feedback",
    (
        "(?:a few|some|a couple of|many|lots of|so many|several|a million|one or two) questions (?:for {you}|"
        "about|on|i)"
    ),
    "(?:ask {you} (?:a few|some|a couple of|about|for)|(?:want|like|love) to ask {you})",
    (
        "{you} (?:can|could|might|may|would|should|'d) (?:also |then |maybe |perhaps |possibly |even |"
        "just )?(?:be able to )?(?:introduce|connect|recommend|refer|hire|forward my|pass my|pass me|"
        "put (?:me|us|in)|share (?:it|my|our|this)|help (?:me|us)|endorse|support|mention (?:me|us|my|our)|"
        "sponsor|invest|get me|vote|use my services|buy|write me|vouch)"
    ),
    "introduce (?:me|us) to",
    "put (?:in )?a (?:good )?word(?: in)?(?: for me)?",
    "put in a good word",
    "(?:refer|recommend|hire|endorse|mentor|sponsor|shadow) (?:me|us)",
    "keep (?:me|us|my cv|my name) (?:in mind|posted (?:on|about|of) (?:any|open)|on file|on {your} radar)",
    "(?:bear|have) (?:me|us) in mind",
    (
        "if {you} (?:ever )?(?:hear|know|come across|see|happen to (?:hear|know)|"
        "can think) (?:of )?(?:any ?thing|any|any ?one|some ?one|some ?body|something|of an? |a (?:suitable|"
        "good) )(?:who |that )?(?:[\\w'-]{1,15} )?(?:opening|openings|roles?|positions?|jobs?|opportunit(?:y|"
        "ies)|vacanc(?:y|ies)|needs|is looking|looking|hiring|might|for me|suitable|suits|going)?"
    ),
    (
        "in case {you} (?:ever )?(?:hear|know|come across|see|need|have|are looking|are hiring|'re hiring|"
        "happen|spot) (?:of )?(?:any ?thing|any|any ?one|some ?one|some ?body|something|an? (?:opening|role|"
        "job|vacancy|designer|developer|writer|freelancer|photographer|pair)|openings)"
    ),
    "(?:my|our) (?:up ?dated |new |latest |current )?(?:cv|r[ée]sum[ée]|résumé)",
    (
        "(?:{i}'m|{i} am|{i}'re|{i} are|currently|am|actively) (?:also |currently |actively |now |still |"
        "just )?(?:looking for|seeking|searching for|on the look ?out for|in the market for|hunting for|"
        "open to) (?:an? |my |some |new |any |the next |other |the right |freelance |full-? ?time |more |"
        "paid )*(?:[\\w'-]{1,15} )?(?:roles?|jobs?|position|work|opportunit(?:y|ies)|clients?|customers|"
        "investors?|gigs?|internship|placement|co-? ??founder|mentor|challenge|investment|funding|projects)"
    ),
    (
        "(?:pass|forward|send|share|spread) (?:it|this|them|my (?:details|name|cv|number|profile)|"
        "the word)(?: on| along| around)? (?:to|with|among) (?:{your}|any ?one|others|people|friends)"
    ),
    "(?:share|spread|repost|retweet) (?:it|this|the word|my \\w+) (?:with|to|among|on) {your}",
    (
        "(?:chance|opportunity|privilege|honou?r|option) (?:to|of) (?:mentor|mentoring|invest|investing|"
        "support|supporting|sponsor|sponsoring|hire|hiring|donate|donating|back|backing|fund|funding|"
        "help(?:ing)? (?:me|us)|work(?:ing)? with me|join our round|be (?:my|our)|get in early)"
    ),
    (
        "(?:talk|chat|speak|discuss|hear|tell {you}|about|discussing|pitch) (?:to {you} |"
        "with {you} )?(?:about |over )?(?:you |{your} )?(?:investing|investment|hiring me|joining our|"
        "funding|sponsor(?:ing|ship)|becoming (?:a|an|our|my) (?:client|customer|investor|mentor|partner))"
    ),
    (
        r"(?:help|advice|advise|guidance|feedback|opinion|input|thoughts) (?:me |us )?(?:with|on|about|"
        rf"regarding|for) my {_MY_NEEDS}"
    ),
    (
        "(?:would|could|will|can) {you} (?:be able to |be willing to |be open to |mind |also |maybe |"
        "possibly |please )+(?:refer|introduc|recommend|look|review|read|endors|forward|pass|help|shar|writ|"
        "giv|mentor|giving|hir)\\w*"
    ),
    (
        "(?:could|can|would|will) {you} (?:refer|introduce|recommend|look (?:at|over)|review|read|endorse|"
        "forward|help me|give me|write me|mentor|hire|get me|put me|connect me)"
    ),
    (
        "{i}(?:'d| would) (?:really |greatly |very much )?appreciate (?:it if|{your}|any|an? (?:intro|"
        "introduction|referral|recommendation|like|share))"
    ),
    "(?:be a|make a) (?:great|good|perfect|strong) (?:fit|addition|match|asset) (?:for|to) {your}",
    "(?:leave|give) (?:us |me |it )?an? (?:rating|review|like|five-? ?star)",
    (
        "(?:sign|vote for|donate to|back|fund|sponsor|support) (?:my|our) (?:\\w+ )?(?:fundraiser|petition|"
        "campaign|kickstarter|crowdfunder|crowdfunding|charity|run|marathon|entry|round)"
    ),
)
# Wanting to hear how they are, or what they made of the gift, is no ask.
NO_ASKS = phrases(
    "hear how {you}(?:'ve been|'re (?:getting|doing|finding)| are| got on| get on| found it| like| liked)",
    "hear how (?:it|that|things|the|your \\w+)",
    (
        "(?:i|we) (?:can|could|'ll|'d|will|would)? ?(?:gladly |happily |love to |like to |"
        "be happy to )?(?:introduce|recommend|refer) {you}"
    ),
    "(?:if|in case) {you} (?:know|see|hear) (?:any ?thing )?(?:wrong|missing)",
)
