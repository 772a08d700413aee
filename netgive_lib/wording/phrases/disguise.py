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
    "(?:job|house|flat)-? ?hunting|between jobs|(?:any ?thing|something) (?:comes|crops|opens) up",
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
    "(?<!ll )(?<!i can )(?<!i could )(?<!i will )(?:have|put in) a (?:quick |little )?word (?:with|for)",
    "(?:investing|invest|dibs|stake|shares|buy in|buying) (?:on |in |into )*(?:investing in )?(?:me|my|our)",
    (
        "(?:i|we)(?:'m|'re| am| are|'d| was| were|'ve been| had been)? ?(?:also |just |really |kind of |"
        "sort of |kinda )?(?:hoping|wondering) (?:that |if |whether )?{you} (?:can|could|would|might|may|'d|"
        "'ll)"
    ),
    (
        "(?<!how )(?:could|would|can|will|might|cld|cud|wld|wud) {you} (?:please |also |maybe |perhaps |possibly |just |kindly |then |ever |be (?:able|willing|happy|ready|prepared) to |"
        "be (?:up|game) for |be open to |be so kind as to |mind |consider |think about )*(?!like|want|prefer|fancy|care|be|use|make|do|come|have (?!an? (?:\\w+ )?(?:look|word|think|read|go|listen))|join|let (?:me|us) know|"
        "tell (?:me|us) (?:which|what size|when|where|if|whether)|send (?:me |us )?(?:it|the|{your}|over)|see|need|say|drop|pop|pick|please|also|maybe|just|imagine|believe|possibly|"
        "kindly|perhaps|then|manage|find|get (?:to|there|here)|eat|still|help yourself|read (?:it|this)|enjoy|benefit|accept|take (?:it|them|one)|choose|bring (?:a|your|an)|"
        "coming|joining|having|using|taking|mind if|mind me)\\w+"
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
        "(?:a few|some|a couple of|many|lots of|loads of|tons of|plenty of|heaps of|a ton of|a bunch of|a list of|so many|several|a million|one or two) questions (?:for {you}|"
        "about|on|i)"
    ),
    "(?:ask {you} (?:a few|some|a couple of|about|for)|(?:want|like|love) to ask {you})",
    (
        "{you} (?:can|could|might|may|would|should|'d) (?:also |then |maybe |perhaps |possibly |even |"
        "just )?(?:be able to )?(?:introduce|connect|recommend|refer|hire|forward my|pass my|pass me|"
        "put (?:me|us|in)|share (?:it|my|our|this)|help (?:me|us)|endorse|support|mention (?:me|us|my|our)|"
        "sponsor|invest|get me|vote|use my services|write me|vouch)"
    ),
    "introduce (?:me|us) to",
    "(?<!ll )(?<!i can )(?<!i could )(?<!i will )put (?:in )?a (?:good )?word(?: in)?(?: for me)?",
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
        "in case {you}(?:'re| are| ever)? (?:hear|know|come across|see|need|have|looking|hiring|"
        "happen|spot) (?:of |for )?(?:any ?thing|any|any ?one|some ?one|some ?body|something|an? (?:opening|role|"
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
    "(?<!to )(?:share|spread|repost|retweet) (?:it|this|the word|my \\w+) (?:with|to|among|on) {your}",
    (
        "(?:chance|opportunity|privilege|honou?r|option) (?:to|of) (?:mentor|mentoring|invest|investing|"
        "support|supporting|sponsor|sponsoring|hire|hiring|donate|donating|back|backing|fund|funding|"
        "help(?:ing)? (?:me|us)|work(?:ing)? with me|join our round|be (?:my|our)|get in early)"
    ),
    (
        "(?:talk|chat|speak|discuss|hear|tell {you}|about|discussing|pitch) (?:to {you} |"
        "with {you} )?(?:about |over )?(?:you |{your} |an? |the |possible |potential )*(?:investing|investment|hiring me|joining our|"
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
    "(?:be a|make a) (?:great|good|perfect|strong) (?:fit|match) (?:for|to) {your}",
    "(?:leave|give) (?:us |me |it )?an? (?:rating|review|like|five-? ?star)",
    (
        "(?:sign|vote for|donate to|back|fund|sponsor|support) (?:my|our) (?:\\w+ )?(?:fundraiser|petition|"
        "campaign|kickstarter|crowdfunder|crowdfunding|charity|run|marathon|entry|round)"
    ),
)
# What they would do is for me, whatever it is: “so that you can walk me through …”. What they may do with my things
# is no ask: “you can use my desk”.
_FOR_THEM = (
    r"(?:use|borrow|take|keep|have|join|find|see|stay|visit|enjoy|read|watch|wear|eat|like|want|need|hear|come|go|sit|sleep|"
    r"drive|follow|be|let|trust|count|rely|call|text|ring|ask|reach|contact|message|ping|tell me (?:which|when|where|if|whether|what)|"
    r"send me (?:the|{your}|it|a)|give me (?:the|{your}|a (?:shout|ring|call))|return|turn|meet|know|thank|always|ignore|pay|buy|order|book|download|subscribe|check|visit|try)"
)
_WISH = "(?:need|want|like|love|value|appreciate|get|have|hear|use|seeking|ask for|asking for|do with|for|after|welcome|curious about)"
_VIEW = (
    "(?:advice|guidance|input|support|wisdom|insights?|expertise|two cents|help|feedback|thoughts|opinions?|take|views?|eyes?|"
    "comments|perspective|verdict|blessing|signature|vote|approval|recommendation|endorsement|impressions?|reaction|ideas|"
    "judg(?:e)?ment|mentorship|tips)"
)
_CAREER = (
    "(?:career|job|role|path|journey|story|work|firm|company|agency|team|industry|business|time (?:at|in|with)|start|beginnings|"
    "secrets?|success|experiences?|background|process|route|approach|clients|contacts)"
)
FAVOURS = phrases(
    r"(?:would|are|might) {you} (?:also |ever )?(?:be )?(?:interested in|open to|up for|considering|keen on|willing to|consider) (?:ever )?"
    r"(?:hiring|hire|taking on|employing|employ|sponsoring|backing|funding|investing|commissioning|representing|publishing|buying (?:my|our)|stocking|mentoring)",
    r"(?:if|when|whenever|should) {you} (?:ever |do )*(?:have|get|hear of|see|know of) (?:an? |any |some )?(?:\w+ )?(?:openings?|vacanc(?:y|ies)|jobs? going|work for me|spots? (?:on|in) {your} team|internships?)",
    r"(?:chance|opportunity|privilege|option) (?:to become|of becoming|to be) (?:an? |one of )?(?:our |my )?(?:\w+ )?(?:distributors?|resellers?|ambassadors?|investors?|sponsors?|backers?|donors?|patrons?|affiliates?|agents?|beta testers?|testers?|franchisees?|clients?|customers?|retailers?|stockists?)",
    r"(?:up for|love to|like to|happy to|open to|available (?:for|to)|keen (?:on|to)|thrilled to|delighted to|honou?red to) (?:be|appear|appearing|feature|being) (?:an? )?(?:guest )?(?:on|in) (?:it|{your} (?:\w+ )?(?:show|podcast|channel|programme|panel|stage|cover|magazine|blog|stream|radio))",
    r"(?:honou?red|privileged|grateful|humbled|eager) to (?:discuss|join|be considered|work|interview|apply)",
    rf"{{you}}(?:'d|'ll)? (?:can|could|might|may|would|should|will|must|'d|'ll) (?:also |then |maybe |perhaps |possibly |even |just |please |kindly )*"
    rf"(?!{_FOR_THEM}(?!\w))\w+ (?:[\w']{{1,15}} ){{0,4}}(?:me|us|my|our|mine)",
    r"(?<!how ){you}(?:'d)? (?:kept|keep|put|looked|gave|passed|shared|spread|told (?:people|others|{your})) (?:[\w']{1,15} ){0,4}(?:for|about|to|on) (?:me|us|my|our)",
    rf"{_WISH} (?:to (?:get|have|hear) )?(?:some of |a bit of )?{{your}} (?:\w+ ){{0,2}}{_VIEW}(?! (?:back|again))",
    rf"(?:love|like|want|need|ask|get) (?:for )?{{you}} to (?!{_FOR_THEM}(?!\w))\w+ (?:[\w']{{1,15}} ){{0,4}}(?:me|us|my|our|mine)",
    r"(?:so|and|then) (?:that )?{i} can (?:ask|learn|hear|pick|find out|quiz|grill|interview|see how {you})",
    rf"if {{you}} (?:can|could|would|might) (?!{_FOR_THEM}(?!\w))\w+ (?:it|this|them|that) (?:to|on|with|along|in|into|at) (?:{{your}}|any ?one|others|people|friends)",
    r"(?:person|people|one|choice|guy|woman|man|mentor) to (?:advise|help|guide|mentor|introduce|teach|ask|tell|show|coach|support|answer) ?(?:me|us|about)?",
    r"(?:send|point|pass|steer|push) (?:them|it|people|any ?one|clients|customers|work|some|him|her|\w+) my way|(?:any ?one|some ?one|people) {you} know (?:who )?(?:needs?|wants?|is looking)|"
    r"if {you} or (?:any ?one|some ?one)",
    r"(?<!to )(?<!ll )(?<!can )(?<!could )(?:put|play|share|post|feature|mention|run|show|sell|stock|list|plug|push) (?:it|this|me|us|(?:my|our) \w+) (?:on|in|at|to|with|by) {your} (?:\w+ )?(?:show|radio|blog|channel|"
    r"podcast|page|site|website|newsletter|feed|stor(?:y|ies)|insta\w*|linkedin|paper|magazine|column|playlist|shop|store|gallery|caf[eé]|agent|boss|editor|followers|audience|"
    r"network|list|team|colleagues|friends|clients|readers|students)",
    r"(?:taking|take) (?:me|us) on",
    r"(?:hoping|wondering|wonder|ask|asking|grateful|thankful|appreciate it|happy|glad|delighted|honou?red|thrilled|great|kind|mean (?:a lot|the world)) (?:if|whether) "
    r"(?:{you}|{your} \w+)(?:'d|'ll)? (?:could |can |would |might )?(?!(?:came|come|took|take|accept|accepted|join(?:ed)? us|had|have|use|used|like|liked|want|wanted|enjoy|enjoyed|kept|keep)(?!\w))\w+",
    r"(?:hoping|hope) {you} (?:can|could|would|might|will) (?!(?:come|take|accept|join us|have|use|like|want|enjoy|keep|make|get|see|find|be|feel|rest|relax)(?!\w))\w+",
    r"(?:need|want|looking for|missing) (?:some ?one|some ?body|people|a person|a \w+) like {you}",
    r"(?:have|having|get|see|want|welcome|feature|be) {you} (?:as|on|for|be) (?:my|our|an?|the) (?:\w+ ){0,3}(?:speaker|mentor|advis[eo]r|judge|host|sponsor|panel(?:l?ist)?|ambassador|"
    r"patron|jury|investor|client|customer|partner|coach|referee|trainer|author|contributor)",
    r"(?:would|'d|will|'ll|could) (?:really |also |actually |greatly )*(?:help|mean|benefit|do) (?:me|us|so much|a lot|the world)",
    r"if {your} \w+ (?:is |are |ever |also |happens to be )*(?:looking for|needs?|wants?|hiring|in need|searching|requires?)",
    r"(?:through|over|discuss|about|hear|see|consider|present|listen to|pitch|support|back|sign|promote) (?:my|our) (?:\w+ )?(?:pitch|cv|r[ée]sum[ée]|application|proposal|product|"
    r"services|start-?up|petition|campaign|business plan|funding|fund ?raiser|portfolio|idea for|deal)",
    r"(?:can|could|may|might) (?:i|we) (?:please |maybe |perhaps |just )*(?:crash|stay (?:at|with)|sleep at|borrow|park|use your|have your|get your|ask {you}|apply|list {you}|put {you} down|count on {you}|rely on {you})",
    r"(?:help|helps|supports?|means?|do|does) (?:me|us) (?:a lot|so much|enormously|out|hugely|a great deal|the world|no end)|(?:reviews?|ratings?|likes|shares|donations|votes|retweets) (?:on|are|is|would|help|welcome|appreciated|go a long)",
    r"offer myself as|as {your} next (?:\w+ )?(?:apprentice|intern|assistant|hire|trainee|student|pupil)",
    r"(?:could|can) (?:really )?(?:do with|use) (?:some |a bit of |{your} |a )(?:\w+ ){0,2}(?:support|advice|help|company|shoulder|ear|hand|opinion|input|push|lift|loan|perspective|guidance)",
    r"(?<!for )(?<!all )(?<!to ){your} (?:\w+ )?(?:advice|opinion|guidance|help|input|blessing) (?:about|on|with|regarding) my",
    r"(?:give|send|leave|share)(?: with)? (?:us|me) (?:{your} |some |honest |an? |any )*(?:feedback|thoughts|opinions?|reviews?|rating|input|comments|testimonial|endorsement)",
    r"{i}(?:'d| would) (?:\w+ ){1,5}if {you}(?:'d)? (?:could|would|can|might|were to) (?!(?:come|take|accept|join|have|use|like|want|enjoy|keep|make it|get|see|find)(?!\w))\w+",
    r"please (?:consider \w+ing|donate|support|vote|sign|spread|follow|subscribe|help (?:us|me))(?! (?:yourself|{you}))",
    r"keep (?:my|our) \w+ (?:on file|in mind|handy|to hand)|offer(?:ing)? (?:{you} )?(?:my|our) services",
    r"(?:would|'d|will|'ll) (?:also )?be (?:an? )(?:\w+ )?(?:help|honou?r|favou?r|pleasure|treat|boost|dream|privilege) (?:for (?:me|us) )?(?:if|to have) {you}",
    r"(?:chat|talk (?:to|with) {you}|conversation|word|catch-? ?up|brainstorm) (?:with {you} )?(?:about) (?:how (?:i|to|we)|my|me|our|getting|what it takes|becoming|breaking)",
    r"(?:tell|let) {your} (?:friends|colleagues|clients|network|followers|team|readers|students|mates|boss)",
    r"(?:run|bounce|try) (?:my|an|a few|some|our) (?:\w+ ){0,3}(?:by|past|off|on) {you}",
    r"(?:quiz|grill|interview) {you}|(?:run|bounce) (?:something|some(?: \w+)? things|an idea|some ideas|a few (?:things|ideas)) (?:past|by|off) {you}",
    rf"(?:find out|hear|learn|know|ask|curious|wonder|understand|talk|chat) (?:{{you}} )?(?:all |more |a bit |a little |everything )?(?:about )?(?:how to \w+|{{your}} (?:\w+ )?{_CAREER}|how {{you}} \w+ (?:from|into|to|your|the))",
    r"curious (?:about )?how {you} \w+",
    r"what {you}(?:'d| would) (?:advise|recommend|suggest|do) (?:\w+ ){0,2}(?:someone|somebody|me|us|a|in my)",
    r"(?:keep|have) (?:{your}|an|one) (?:eyes?|ears?) (?:out|open|peeled)|keep me (?:in the loop|in mind|updated if|posted if)",
    r"(?:on the look ?out|in the market|on the hunt) for",
    r"{i}(?:'m|'re| am| are) (?:also |still |currently )?(?:short of|in need of|desperate (?:for|to)|dying to (?:know|hear|find out))",
    r"(?:my|our) (?:\w+ )?(?:sister|brother|friend|mate|nephew|niece|cousin|son|daughter|partner|colleague|husband|wife|flatmate) (?:is|'s) (?:also |currently )?(?:looking for|searching|seeking|after)",
    r"if (?:any|one|some) of {your} \w+ (?:\w+ ){0,3}(?:needs?|wants?|looking|requires?)",
    r"(?:some |limited )?availability (?:from|in|this|next|for)|(?:should|if|whenever) {you} (?:ever )?need an? (?!hand|break|lift|friend|shoulder|rest|coffee|drink)(?:\w+ )?\w+(?:er|or|ist|ian|ant|dev|pa|va)",
    r"(?:would|'d|will|'ll) (?:also )?be (?:really |very |so |most |super |extremely )?(?:amazing|great|grateful|lovely|helpful|wonderful|kind|nice|cool|awesome|brilliant|fantastic|good|thankful|delighted|honoured|honored) (?:if {you}|for {you} to)(?:'d| would| could)?(?! (?:like|want|had|came|come|could (?:come|make|join)|joined|can (?:come|make|join)))",
    r"(?:would|do|could|have) {you} (?:have|got|spare) (?:\d+|a few|ten|five|fifteen|twenty|some|half) (?:\w+ ){0,2}(?:min(?:ute)?s?|hours?|time)",
    r"(?:also |really |kinda |kind of |desperately |urgently )need an? (?:\w+ )?(?:reference|letter|job|recommendation|favou?r|lift|loan|intro|introduction|referral|hand)",
    r"(?:love|like|want|wanted|invite|need) (?:for )?{you} to (?:\w+ )?(?:join|be (?:an?|our|my|one of)|back|support|invest|sponsor|donate|help|speak|buy|become|write|sign|share|promote|introduce|recommend|refer|mentor|hire)",
    r"(?:get|be|come) in on the ground floor|"
    r"(?:looking for|need|seeking|short of|one of (?:the|our)(?: very)? first|still (?:after|need)|become (?:one of )?our) (?:\w+ ){0,2}(?:backers?|investors?|sponsors?|donors?|donations?|pilots?|customers|testers|speakers)|raising (?:[£$€] ?)?\d|every (?:penny|little) helps|tables? start at",
    r"(?:great|good|perfect|ideal) (?:for {you} )?to have (?:an? )?(?:\w+ ){0,4}like me|(?:great|terrific|perfect|excellent|fantastic|ideal) (?:intern|hire|assistant|candidate|fit|employee)|have (?:him|her|them) send|when can i start",
    r"give (?:my|our|me|us) (?:\w+ )?(?:\w+ )?(?:first break|a chance|a shot|a break|a job|an interview|an internship)",
    r"(?:would|could|can|will) {you} (?:\w+ )?(?:post|tweet|share|write|blog|talk|speak|tell people|mention) (?:\w+ ){0,2}(?:about|on {your})|(?:a|{your}) (?:review|mention|shout-? ?out|write-? ?up) (?:in|on|from)",
    r"(?:maybe|perhaps|whether|if|so|thinking|hoping) (?:maybe |perhaps )?{i} (?:can|could|might) (?:dj|play|work|speak|perform|exhibit|sell|stay|join|come|use|get|do|have|show) (?:\w+ ){0,4}(?:your|at yours)",
    r"(?:is|are) {your} (?:company|firm|team|office|boss|school|shop) (?:maybe |perhaps |possibly )?(?:interested|hiring|able|looking)",
    r"(?:let|allow|have) {you} (?:to )?(?:review|read|test|try out|critique|edit|proofread|vet|look (?:at|over)) (?:my|our)",
    r"(?:opportunity|chance|honou?r|privilege) (?:to|of) (?:\w+ )?(?:mentor(?:ing)?|invest(?:ing)? in|sponsor(?:ing)?|back(?:ing)?|fund(?:ing)?|promot(?:e|ing)|review(?:ing)?) (?:me|my|us|our)",
    r"(?:opportunity|chance) to (?:speak|perform|play|write|work|teach|exhibit|contribute) [^.?!\n]{1,60} (?:for free|unpaid|without (?:a )?(?:fee|pay)|for exposure)",
    r"first (?:refusal|dibs) on (?:sponsoring|investing|backing|funding|supporting)",
    r"offer(?:ing)? to join {your} (?:board|team|company|firm|lab|staff|committee)",
)
_WANTED = (
    r"(?:trial|chance|job|shot|reference|discount|rating|review|mention|slot|lift|loan|leg up|quote|testimonial|interview|introduction|intro|referral|"
    r"placement|internship|role|recommendation|endorsement|raise|favou?r|apprenticeship|commission|contract|five stars)"
)
NEEDS = phrases(
    rf"{{i}}(?:'d| would) (?:really |also |just )*(?:love|like|appreciate|welcome|kill for|die for) (?:to (?:get|have) )?(?:an?|the|some|any|your) (?:\w+ )?{_WANTED}",
    rf"(?:give|grant|offer|find|write|get|allow) (?:me|us) (?:an?|the|some|your) (?:\w+ )?{_WANTED}",
    r"(?:grateful|thankful|obliged) for (?!{your} company)(?:an?|some|any|your|five|\d|the) (?:\w+ )?(?:stars?|reviews?|ratings?|referrals?|intros?|introductions?|mentions?|likes?|help|advice|comments|feedback|chance)",
    r"(?:want|love|like|need|after|hear|get) (?:to hear )?(?:all )?the (?:inside story|gossip|low-?down|insider|scoop|dirt|inside track)",
    r"{i}(?:'ve| have)(?: got)? an? (?:\w+ )?(?:interview|audition|exam|application) (?:at|with|for|in)",
    r"(?:bring|invite|tell|fetch) (?:along )?{your} \w+ (?:from|at|in) the (?:label|press|paper|agency|gallery|radio|publishers?|ministry|bank|board|council|magazine|bbc|studio|fund)",
    r"shadow(?:ing)? {you}|bring (?:along )?{your} (?:cheque-?book|check-?book|wallet|purse|credit card|card)",
    r"(?:would|could|will|does|might) {your} \w+ (?:ever |maybe |perhaps )?(?:stock|hire|buy|take|consider|publish|sponsor|carry|list|host|fund|back|be (?:interested|open|willing|looking))",
    r"are {you} (?:still |currently |also |guys |maybe )*(?:taking on|hiring|recruiting|looking for|accepting|taking (?:interns|apprentices|trainees|students|clients))",
    r"{i} (?:really |desperately |badly |just )*need to (?:get in front of|meet|reach|speak|talk|pitch|impress)(?! {you})",
    r"(?:trust|hope|hoping|sure) (?:that )?(?:my|our) \w+ (?:will|may|would|shall|gets?|receives?)",
    r"(?:speaking of which|incidentally|by the way|btw|that reminds me|while i have {you}|now that i have {you}|on another note),? (?:would|could|can|will|are|do|does|is) (?:{you}|{your} \w+) (?!(?:need|want|like|fancy|have|know that|still like|coming|free|up for|ok|okay)(?!\w))\w+",
    r"(?:does|do|is|are|has) {your} (?:uncle|aunt|boss|brother|sister|dad|father|mum|mother|wife|husband|cousin|friend|firm|company|office|team|school) (?:still )?(?:run|runs|own|hire|need|take|looking|work|know|hiring|involved)",
    r"{i}(?:'re|'m| are| am) (?:still )?(?:(?!(?:very|a|bit|too|quite)(?!\w))\w+ ){1,3}short(?= {0,2}[.,!]| {0,2}$| for| on)|hint,? hint",
    r"{i}(?:'m|'re| am| are|'ve been) (?:also |still |currently |really |now )*(?:trying|hoping|looking|planning|desperate|keen|aiming|dying) to (?:\w+ )?(?:move into|break into|get into|get (?:an?|my|our) (?!copy)|"
    r"land|switch|change (?:careers?|jobs?)|raise|fund|grow (?:my|our)|sell (?:my|our)|find (?:an?|my|our|new|more|some) (?:\w+ )?(?:jobs?|flat|room|work|clients?|customers|investors?|agent|publisher|internship|placement|home for (?:my|our)))",
    r"{you} know (?:everybody|everyone|half the|all the (?:right|people)|the right|so many (?:people|in)|lots of people|people (?:in|at|there))",
    r"(?:watch|watching|shadow|shadowing|observe|observing|learn|learning|see|seeing|study|studying) how {you}(?!'| (?:are|feel|get on|got on|like|liked|find|found|do(?:ing)?|did|look|have been)(?!\w))",
    r"(?:spend|come for|do) (?:an?|some|a few|the|my) (?:\w+ )?(?:day|week|month|morning|afternoon|time|placement|internship|summer)s? (?:in|at|with) {your}",
    r"(?:that|the|your) [^.?!\n]{1,30} of yours,? [^.?!\n]{0,30}(?:free|available|going|vacant|empty)(?= |\?)",
    r"(?:could|can) (?:really )?(?:do with|use) (?:some ?one|some ?body|an? \w+) (?:\w+ing|who|to|like)",
    r"(?:i|we) (?:really |also |still |desperately |badly )*need (?:new |more |some |a few |paying |better )*(?:clients|customers|investors|work|funding|money|cash|references?|contacts|sponsors|testers|users|followers|donations|votes|backers|leads|students|members)",
    r"{i} (?:\w+ )?(?:would )?(?:kindly )?(?:request|ask) {you} to|(?:kindly|please) (?:\w+ )?consider (?:me|us|my \w+|our \w+)(?! (?:an?|as an?|{your})(?!\w))",
)
"""Needs of the writer's own: where one is told beside a gift, the gift is there for it."""
OWN_WORK = phrases(
    r"(?:my|our) (?:\w+ ){0,2}(?:screenplay|script|novel|draft|deck|pitch|start-?up|business plan|manuscript|poems?|song|demo|story|essay|idea|"
    r"thesis|proposal|portfolio|website|app|film|short|album|plan|sketches|designs?|prototype|beta|book|cover letter|paper)"
)
VERDICTS = phrases(
    r"(?:what|how) {you} (?:think|make|thought|feel|reckon|find|found)(?: (?:of|about) (?:\w+ ?){1,3})?|(?:curious|keen|interested) (?:what|how) {you}|"
    r"tell me (?:honestly )?(?:what|if|whether|how|where|why)|(?:any|some|{your}) (?:honest )?(?:feedback|thoughts|comments|criticism)|(?:notes|comments|feedback|criticism|critique|thoughts|edits|tips) (?:are |is |very |always |all |most |more than )*(?:welcome|appreciated)"
)
"""Work of the writer's own, and a wish to hear about it: together they are an ask."""
# Wanting to hear how they are, or what they made of the gift, is no ask.
NO_ASKS = phrases(
    "(?:put|putting) (?:in )?an? (?:good )?word (?:in )?for {you}",
    "hear how {you}(?:'ve been|'re (?:getting|doing|finding)| are| got on| get on| found it| like| liked)",
    "hear how (?:it|that|things|the|your \\w+)",
    (
        "(?:i|we) (?:can|could|'ll|'d|will|would)? ?(?:gladly |happily |love to |like to |"
        "be happy to )?(?:introduce|recommend|refer) {you}"
    ),
    "(?:if|in case) {you} (?:know|see|hear) (?:any ?thing )?(?:wrong|missing)",
)
