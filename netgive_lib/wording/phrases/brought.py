"""AS7: what the writer brings: a gift, or thanks that mean something."""

from __future__ import annotations

from netgive_lib.wording.text import phrases

# AS7: what the writer brings.
_MINE = (
    "(?:my|the|our) (?:\\w+ )?(?:cv|r[ée]sum[ée]|deck|portfolio|application|cover letter|pitch|draft|"
    "questions|details|essay|novel|script|manuscript|proposal|business plan|screenplay|statement|"
    "profile)"
)
_NOT_MINE = (
    f"(?! (?:(?:you|it|me|over|with|to|a link to|a copy of) )*(?:{_MINE}|(?:one|some|a few) of (?:mine|my|our)|mine|more (?:details|info)|further|"
    "details|an? (?:agenda|invite|calendar|message|note (?:last|before)|mail|email|few (?:messages|mails|"
    "times)|calendly|zoom|reminder|follow|couple of (?:messages|mails|times)|connection|request)|questions|"
    "some (?:times|questions|dates)|an? (?:stamped|self-addressed|sae|prepaid)|an? (?:\\w+ )?(?:photo|picture|pic|screenshot|sketch) of (?:it|them|the|my|our|a|one|mine)(?! \\w+ {you})|calendar|more|times|dates|it over|an email|a dm|the link to my)(?!\\w))"
)
_MADE = (
    "(?:attached|sent|worked out|filled (?:in|out)|put (?:it|them|together|aside|up|in|down|you|the)|written (?:up|down|you|out|a)|"
    "wrote (?:up|down|you)|made|drafted|saved|kept|found (?:you|a|the|your)|got (?:you|your|a (?:spare|"
    "plus|ticket|seat|free))|"
    "brought|nominated|introduced {you}|reserved|collected|prepared|recommended|booked|posted|left you|"
    "fixed|forwarded|passed|dropped|baked|enclosed|included|credited|shared|printed|recorded|"
    "listed|marked|translated|bought|set aside|tested|proofread|reviewed|left|scanned|ordered|"
    "pulled together|summari[sz]ed|noted|wrote it up|written it up|compiled|gathered|copied|"
    "mentioned (?:you|your)|cut together|re-?ran|looked up|grabbed|scanned|pulled|written|linked|"
    "told \\w+ about (?:you|your)|cleaned|dug (?:out|up)|tracked down|spotted|noticed (?:your|a|"
    "that your)|knitted|brewed)"
)
_WILL = (
    "(?:send|share|bring|buy|cook|credit|give|return|introduce|write (?:up|you|it up)|pay|treat|"
    "take (?:you|your|on|care|over|the)|help|lend|make (?:you|it|the|a|dinner|lunch)|repay|report|"
    "pass (?:on|it|you|your|along)|"
    "test|proofread|review|cover|host|design|fix|put (?:you|your|in a|up)|connect {you}|swap|"
    "let you have|mention|offer|translate|drop (?:off|it|you)|show you|teach you|drive|babysit|"
    "look after|dog-?sit|feed|print|"
    "tell you (?:how|what|who|which|about)|come and|carry|post|get (?:you|the (?:coffees?|drinks?|bill|"
    "lunch))|save you|sort|keep you (?:a|the)|stand you|add you|include|thank you in|acknowledge|feature|"
    "bake|set up|run|paint|photograph|do (?:your|the|your)|walk you|record|donate|trade|gladly|repair|"
    "edit|read yours|return the)"
)
# Thanks that say what came of their help: something brought, and a reason why them.
THANKS = phrases(
    "{your} (?:[\\w'-]{1,20} ){1,3}(?:has|have) (?:already |since |now |all )*(?:survived|fed|saved|helped|lasted|changed|kept|got|made|taught|paid|won|grown|brought|worked|doubled|halved)",
    "(?:thanks|thank you|thx|cheers|ta|grateful|merci|danke|gracias|obrigad[oa]|grazie) (?:\\w+ ){0,3}for (?!{your} (?:time|help in advance))[^.?!\\n]{2,90}(?:, |; | – | - )(?:i|we|she|he|they|it)(?:'s|'ve|'m|'re| has| have| is| was)? "
    "(?!would|could|hope|wonder|was wondering|am writing|wanted|know|love|'d)\\w+",
    (
        "{you} (?:only |kindly |first |once |alone )?(?:gave|sent|showed|told|taught|lent|introduced|recommended) (?:me|us) [^.?!\\n]{1,60} (?:and|so) (?:i|it|we|now|"
        "that) (?:used|got|won|made|passed|worked|helped|saved|landed|did|took|tried)"
    ),
    "(?:with|using|from) the \\w+ {you} (?:showed|gave|sent|taught|lent|made|recommended|mentioned)",
    "(?:thanks to|because of) (?:{you}|{your}|it|that|what {you})",
    (
        "(?:{your}|that|the) (?:[\\w'\"-]{1,20} ){0,6}?(?:advice|tips?|intro|introduction|note|trick|talk|"
        "post|article|course|book|edits?|idea|suggestions?|feedback|seminar|class|lecture|guide|checklist|"
        "thread|recommendation|reference|referral|template|method|lessons?|workshop|thesis|comments?|help|"
        "contact|lead|word|push|question|pep talk|encouragement|piece|paper|podcast|newsletter|recipe|video|"
        "tutorial|keynote|essay|map|list|email|mail|mock interview|coaching|mentoring|notes|playbook|"
        "spreadsheet|reading list) (?:[^.?!\\n]{0,60}? )?(?:got|helped|saved|led|doubled|landed|changed|"
        "worked|made|won|gave|brought|turned|paid|is why|was why|was the reason|is the reason|meant|"
        "convinced|taught|inspired|sold|cut|unlocked|fixed|solved|sorted|tripled|halved|is still|clinched|"
        "earned|kept|grew|did the trick|set me|put me|persuaded|opened|started)"
    ),
    (
        "(?:it was|was) {your} [^.?!\\n]{1,80} that (?:got|helped|saved|led|made|won|gave|brought|convinced|"
        "landed|sold)"
    ),
    (
        "(?:i|we) (?:\\w+ )?(?:used|tried|followed|applied|built on|redid|copied|took|implemented|adopted|"
        "acted on|put) (?:{your}|the \\w+ (?:\\w+ )?{you}|it here|what {you})"
    ),
    (
        "(?:thanks|thank you|thx|cheers|ta|grateful) (?:again |so much |very much |a lot |a million |a ton |"
        "once more |ever so much )*for (?:the|{your}|that|introducing|putting|recommending|telling|sending|"
        "pointing) [^?\\n]{2,90}? (?:we|i|it|she|he|they|which|that) (?:\\w+ )?(?:got|signed|won|landed|sold|"
        "passed|worked|saved|hired|started|had|made|closed|met|used|found|finished|led|turned|went|helped|"
        "doubled|now|was|were|have|raised|fixed|did|is|are)"
    ),
    "(?:what|everything|all) {you} taught (?:me|us)|{you} taught (?:me|us) [^.?!\\n]{1,60} and (?:i|it|now)",
    "(?:because|thanks to) of what {you}",
    r"thanks to (?!(?:all|advance|everyone)(?!\w))(?:\w+ ){1,4}{you} \w+|because {you} (?:told|taught|showed|warned|gave|sent|lent|introduced|let) (?:me|us)",
    (
        r"(?:the|that|those) \w+ (?:\w+ )?{you} (?:\w+ )?(?:me|us|made|started|set|built|wrote|gave|sent|recommended|suggested|warned|found|introduced|lent|showed|"
        r"taught|told|passed)[^.?!\n]{0,40} (?:hired|got|won|has|is|was|worked|saved|turned|landed|led|helped|passed|fixed|sold|sent|wrote|called|rang|ordered|became|made|changed|did)"
    ),
    r"(?:got|passed|won|made it|landed|survived|found|signed|finished|sold|saved) [^.?!\n]{1,60} (?:because of|bc of|thanks to|due to) (?:{you}|{your})",
    r"{your} (?:[\w'-]{1,20} ){1,4}(?:changed|doubled|halved|fixed|convinced|persuaded) (?:the|my|our|me|us)(?!\w)|{your} (?:[\w'-]{1,20} ){1,4}(?:got|landed|won|saved|earned|helped|kept) (?:me|us|my|our|him|her|them)(?!\w)|{you} [^.?!\n]{3,100}[,;] (?:so|and for that) (?:thank|thanks|ta|cheers)(?! in advance)|{your} (?:[\w'-]{1,20} ){1,5}(?:got me|gave me|got us|gave us|hired me|won me|won us|saved|worked|paid off|did the trick)",
)
_TREAT = (
    "(?:lunch(?:es)?|coffees?|drinks?|dinners?|breakfasts?|brunch|beers?|cakes?|pints?|tea|food|wine|pizza|sandwiches|sarnies|biscuits|cookies|"
    "brownies|do(?:ugh)?nuts|flapjacks?|snacks?|curry|pies?|soup|bbq|barbecue|ice cream|chocolates?|croissants?|bagels?|pastries|"
    "muffins?|scones|sushi|tacos|ramen|burgers?|prosecco|whisky|gin|bacon|refreshments|jam|honey)"
)
_OWN_STORY = (
    "(?:started|moved|launched|graduated|finished|applied|wanted|decided|worked|lived|admired|loved|"
    "enjoyed|followed|read|"
    "seen|heard|joined|looked|tried|studied|reached|changed|attended|received|accepted|missed|watched|"
    "learned|learnt|used|"
    "raised|asked|completed|lost|got|met|spent|noted|understood|hoped|wondered|needed|considered|visited|"
    "opened|contacted|"
    "founded|created|worked|developed|designed|gained|earned|ended|failed|passed)"
)
# What I do that is no gift, though “you” comes after it: “I saw your talk”, “I'm writing to you”.
_NO_GIVING = (
    r"(?:should|would|could|can|might|must|may|do|did|don't|use|using|imagine|see|saw|seen|seeing|need|want|like|love|wonder|hop(?:e|ing)|think|thought|thinking|know|knew|known|believe|guess|"
    r"understand|understood|remember|recall|hear|heard|hearing|read|reading|watch|watched|watching|follow|admire|enjoy|met|meet|meeting|"
    r"notice|noticed|find|found|learn|learned|learnt|talk|talked|talking|speak|spoke|spoken|ask|asked|asking|write|writing|wrote|written to|"
    r"contact|contacting|reach|reached|reaching|tried|try|trying|email|emailed|emailing|mail|message|messaged|messaging|call|called|calling|text|"
    r"texted|sat|sit|work|worked|working|study|studied|apply|applied|applying|join|joined|visit|visited|attend|attended|listen|listened|came|come|"
    r"coming|got|get|getting|owe|thank|appreciate|trust|assume|glad|happy|sorry|bother|bothering|trouble|disturb|value|respect|go|going|went|"
    r"had|have|been|was|am|look|looked|looking|interested|impressed|inspired|curious|approach|approaching|wait|waiting|keep|miss|missed|gather|"
    r"suspect|realise|realize|mention|mentioned|told|tell|said|say|explained|refer|consider|considering|prepare|research|researching|feel|felt|"
    r"fan|loved|liked|wanted|followed|admired|enjoyed|agree|wish|stumbled|picked|chose|hired|hire|grateful|about|just|also|already|even|now|"
    r"be|never|always|really|totally|sure|pretty|so|very|not|afraid|aware|able|hoping|new|at|in|on|from|a|an|the|one|your|connected|connect|booked|"
    r"signed|quote|quoted|cite|cited|grew|live|lived|moved|bought|started|borrow|borrowed|lost|graduated|sent you an?|subscribed|share your|shared your|"
    r"wondering|passing|bumped|ran|run|ended|took|take your|taking|start|starting|copy|copied|leaving|left|lean|rely|count|depend|copying)"
)
GIVEN = phrases(
    f"^(?:(?:also|just|already|ps|and) )*{_MADE} (?:[\\w']{{1,15}} ){{0,5}}(?:{{you}}|{{your}})",
    (
        "(?:early|advance|free|signed|spare|first) (?:copy|draft|access|ticket|seat|login|pass|licence|"
        "license|proof)s?"
    ),
    "(?:an?|two|three|{your}|some) free (?!slots?|moments?|hours?|days?|evenings?|minutes?|half|afternoons?|weekends?|mornings?|spots?|time|periods?|week|agent|rein)\\w+",
    "(?:that|which)(?:'ll| will|'d| would| should) (?:fit|suit|go with|match|work with) {your} (?!schedule|calendar|diary|needs|timetable|day|plans|agenda|availability|time)\\w+",
    "(?:leaving|giving|sending|bringing|making|lending|saving|keeping|baking|cooking|returning|posting|dropping off|handing) {you} (?!an? (?:message|mail|email|request))\\w+",
    (
        r"(?:he|she|they|who|(?:my|our) \w+)(?:'ll| will| has| have|'s|'ve|'d| would|'re| is| are)? (?:also |just |already |gladly |happily |love to |like to |"
        r"happy to )*(?:send|sent|sending|bring|brought|give|gave|giving|lend|lent|made|make|making|show|offer|offered|keep|kept|save|saved|cook|do|fix|host|help) {you}"
    ),
    (
        rf"(?<!if )(?<!can )(?<!could )(?<!may )(?<!should ){{i}}(?:'ve|'ll|'m|'re| have| will| am| are)? (?:also |just |already |even |now |gladly |happily |finally |then |since )*"
        rf"(?!{_NO_GIVING}(?!\w))\w+ (?!(?:if|whether|that|when|because) )(?:(?!(?:i|we|because|when|who|where)(?!\w))[\w']{{1,15}} ){{0,7}}(?<!if )(?<!whether )(?<!that )(?:{{you}}|{{your}})(?!\w)(?! (?:could|can|would|might|may|do|did|know|said|say))"
    ),
)
"""Outside the ask itself, whatever else I did or will do is for them where “you” follows."""
GIFT = phrases(
    "(?<!this )(?<!question )(?<!message )(?<!one )(?:is|are) (?:all )?for {you}(?! to (?:say|decide|judge))",
    "there(?:'s| is| are)(?: also)? [^.?!\\n]{1,60} (?:on|in|at|by|under|behind|outside) {your} (?!(?:website|site|page|cv|profile|article|talk|book)(?!\\w))\\w+",
    f"(?:fill|filling|refill) (?:up )?(?:the|{{your}}) tank|(?:i'll|we'll|i will|and|i'm) (?:bring|bringing|bake) (?:\\w+ )?{_TREAT}",
    f"{_TREAT} (?:will be |is |are |being )?(?:provided|included|supplied|waiting|guaranteed|promised|laid on|in it for {{you}})",
    f"(?:paid in|payment in|pay (?:you )?in|in exchange for|bribes?(?: of)?|reward(?:ed)? (?:is|with)|homemade|home-made) (?:\\w+ )?{_TREAT}",
    "(?:gonna|going to|will|'ll|'d|can) (?:\\w+ )?(?:hit|hook|set|sort|fix) {you} (?:up|with|right|out)",
    (
        "{you} can (?:also |always |just |of course )?(?:chuck|throw|park|store|borrow|crash|stay (?:at|in|with)|help yourself|"
        "keep (?:it(?! (?:short|brief|to|simple|quick|anonymous))|them|one|the)|have (?:it|them|my|our|mine|one|first)|"
        "(?:use|share) (?:my|our) (?!cv|posts?|details|name|link|number)|come (?:along|with|over|to my))"
    ),
    "waiting (?:there )?for {you} (?:at|in|on|with|behind|by|here|there)",
    "(?:i've|we've|i have|we have|there(?:'s| is| are)) (?:also |still )?(?:got )?(?:an?|some|two|three|{your}|the) "
    "(?!(?:\\w+ ){0,2}(?:questions?|requests?|favou?rs?|asks?|proposals?|proposition|message|idea|suggestion|problem)(?!\\w))(?:[\\w'-]{1,20} ){1,6}for {you}",
    r"in it for {you}|with {your} name on|so (?:that )?(?:all )?{you}(?:'ll|'d)? (?:only|just|don't|won't|needn't|wouldn't) (?:need|have)",
    "{you}(?:'re| are|'d be) (?:always |more than |very |most )*welcome to (?:it|them|one|some|any|my|our|use|have|borrow|keep|take (?:it|one|some|them))",
    "yours(?: to keep| for free)?,? if {you}(?:'d)? (?:want|like|fancy|need|can use)",
    f"(?:i|we) (?:also |herewith |hereby |therefore )?(?:enclose|attach){_NOT_MINE}",
    "(?<!can )(?<!could )(?<!may )(?<!should ){i}(?:'ve| have)(?: still)?(?: got)? (?:still )?{your} (?!advice|answer|opinion|blessing|ok|help|support|name|number|e?mail|address|contact|details|book|paper|cv|profile|message|note|letter|talk|podcast|article|website|card|file|application|post|permission|word)\\w+",
    (
        r"(?:is|are|'s|'re|s) (?:also |now |already |all )?(?:ready|waiting for {you}|on its way|on {your} \w+|(?:in|on|at|under|by|with) (?:{your}|the (?:shared |usual |same )?"
        r"(?:post|mail|folder|drive|link|inbox|channel|fridge|kitchen|reception|office|desk|pigeonhole|hall|door|shed|car|fridge|cloud))(?: \w+)?|yours)"
    ),
    r"there's (?:\w+ ){1,8}for {you}|has (?:an? )?(?:\w+ ){1,3}for {you}|for {your} (?:garden|files|records|collection|kids|archive|shelf|wall|team|students)",
    r"(?:tickets?|seats?|places?|copy|copies|jar|box|bottle|slice|bowl) (?:\w+ ){0,6}(?:is|are|'s) (?:yours|for {you})",
    r"(?:wants?|would like|asked|is keen|are keen|loved?|voted?) (?:me )?to (?:invite|hire|book|meet|pay|publish|feature|interview) {you}|voted? (?:for )?(?:{your}|{you})",
    (
        f"(?:i've|we've|i have|we have) (?:just |also |already |now )*(?!{_OWN_STORY}(?!\\w))\\w+(?:ed|ent|"
        f"elt|ought|ept|ung) (?:{{your}}|{{you}}|the|those|these|that){_NOT_MINE}"
    ),
    "(?:named|dedicated|baked|grown|painted) (?:an? )?(?:\\w+ )?(?:after|to|for) {you}",
    "first one's (?:free|on)|on the house|in the (?:folder|drive|post|mail)",
    (
        "(?:happy to|glad to|i'll|i can|i could|let me|we'll|gladly) (?:walk|water|watch|mind|house-?sit|"
        "collect|pick up|clean|mow|dig|shovel|wash) (?!me|my)\\w+"
    ),
    "(?:is|are|'s) (?:all )?yours|swapped|cleaned and",
    (
        f"(?:{{i}}'m|{{i}}'re|{{i}} am) (?:also )?(?:bringing|sending|making|giving|lending|baking|dropping|"
        f"posting|saving|taking you|sharing|introducing|putting (?:you|your)){_NOT_MINE}"
    ),
    "yours to keep|i owe {you} (?:a|one)(?: \\w+)?|{you}(?:'re| are) in it",
    (
        f"(?<!if )(?:{{i}}'ve|{{i}} have|i|we|my \\w+|i also|just|also|already|and) (?:also |just |already |even |"
        f"since |now |gladly |both )*{_MADE}{_NOT_MINE}"
    ),
    (
        "here(?:'s| is| are|'re)(?! (?:why|what i need|the (?:thing|question|situation|background|context|"
        f"ask|problem)|my (?:question|ask|situation))){_NOT_MINE}"
    ),
    (
        "(?:is|are|it's|see|find|you'll find|they're|all|'s) (?:also )?(?:attached|enclosed|in the (?:post|"
        "mail)|below for you|on its way|waiting for you|"
        "with reception)(?<!cv is attached)(?<!resume is attached)(?<!résumé is attached)"
    ),
    (
        f"(?<!you be )(?:{{ill}}|happy to|glad to|gladly|love to|pleased to|delighted to|willing to) (?:also |"
        "gladly |then |be glad to |be happy to |happily |of course |in (?:return|exchange)|be able to |"
        f"obviously |certainly |bring|love to |like to |happily )*(?:{_WILL})(?! (?:me|us)){_NOT_MINE}"
    ),
    (
        "(?:lunch|coffees?|drinks?|dinner|breakfast|beers?|cake|pints?|cocktails?|the first round|tea|"
        "the next \\w+|the bill|a pint|food|brunch|cuppa|wine|pizza)(?:'s|'re| is| are|) (?:obviously |"
        "of course |all |definitely |totally |still |also |always |naturally )?(?:on (?:me|us)|my (?:treat|shout)|mine)"
    ),
    "(?:coffees?|tea|lunch|dinner|drinks?|cakes?|croissants?|beers?|pints?|pizza|breakfast|brunch) (?:\\w+ ){0,4}on (?:me|us)",
    "(?:my (?:treat|shout|round)|on me(?= {0,2}[.!,?]| {0,2}$| and| of| at| by| in))",
    (
        "(?<!you )(?:made|grabbed|nabbed|saved|kept|found|got|reserved|put aside|brought|bought|booked|"
        "'ve got|have got|i have|photos i took|picked up|sent|baked|grew|collected|printed) (?:you|u|"
        "[^.?!\\n]{1,60} for (?:you|u|your))(?! (?:a|my) (?:message|mail|email|request|"
        "cv))(?<!question for you)(?<!questions for you)(?<!request for you)(?<!favour for you)"
    ),
    "(?:photos?|pictures?|video|notes|minutes) (?:that )?(?:i|we) (?:took|made|filmed|wrote|kept|shot)",
    "(?:of (?:any )?use|useful|handy|helpful|of interest) (?:to|for) (?:{you}|{your})",
    (
        "(?:as promised|{you} (?:asked|wanted|were (?:looking|asking|after|searching)|'ve been (?:looking|"
        "asking|searching)|requested|needed|said {you} (?:wanted|needed|were looking)|missed)(?: for|"
        " about)?)"
    ),
    (
        "(?:thought|figured|guessed|suspect|think) (?:that )?(?:it|this|they|{you})(?:'d| would| might| may|"
        " could|'ll| will)(?: be)? (?:like|want|enjoy|find|love|useful|interest|appreciate|help|amuse|save|"
        "handy|up your)"
    ),
    "(?:give|lend) {you} a hand|help {you} (?:with|out with|move|set|paint|pack|carry)",
    (
        "(?:in (?:return|exchange)|to (?:repay|thank) you|by way of thanks|as a thank you|as a small thanks|"
        "to say thanks)"
    ),
    (
        "(?:would|do) {you} (?:like|want) (?:me to|my|the|a copy|one of|tickets|it|a (?:seat|ticket|look|"
        "copy))|(?:want|shall|should) (?:me to|i) (?:send|bring|share|introduce|put|get|forward|show)"
    ),
    "(?:might|may|could|should|will|to|would) (?:also )?(?:save|spare|interest|amuse|help) (?:you|your team)",
    (
        "(?:did {you} (?:see|hear|know)|have {you} (?:seen|heard)|in case {you} (?:missed|haven't|hadn't|"
        "didn't)|{you} may not have (?:seen|heard)|before it's (?:public|announced|out)|(?<!one )(?<!a )(?<!single )word (?:is|has it)|"
        "rumou?r has it|heads-? ?up)"
    ),
)
