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
    f"(?! (?:(?:you|it|me|over|with|to|a link to|a copy of) )*(?:{_MINE}|more (?:details|info)|further|"
    "details|an? (?:agenda|invite|calendar|message|note (?:last|before)|mail|email|few (?:messages|mails|"
    "times)|calendly|zoom|reminder|follow|couple of (?:messages|mails|times)|connection|request)|questions|"
    "some (?:times|questions|dates)|calendar|more|times|dates|it over|an email|a dm|the link to my)(?!\\w))"
)
_MADE = (
    "(?:attached|sent|put (?:together|aside|up|in|down|you|the)|written (?:up|down|you|out|a)|"
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
    (
        "{you} (?:gave|sent|showed|told|taught|lent) (?:me|us) [^.?!\\n]{1,60} (?:and|so) (?:i|it|we|now|"
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
GIFT = phrases(
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
        f"(?:{{i}}'ve|{{i}} have|i|we|my \\w+|i also|just|also|already|and) (?:also |just |already |even |"
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
        "of course |all |definitely |totally )?(?:on (?:me|us)|my (?:treat|shout)|mine)"
    ),
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
        "(?:early|advance|free|signed|spare|first) (?:copy|draft|access|ticket|seat|login|pass|licence|"
        "license|proof)s?"
    ),
    (
        "(?:would|do) {you} (?:like|want) (?:me to|my|the|a copy|one of|tickets|it|a (?:seat|ticket|look|"
        "copy))|(?:want|shall|should) (?:me to|i) (?:send|bring|share|introduce|put|get|forward|show)"
    ),
    "(?:might|may|could|should|will|to|would) (?:also )?(?:save|spare|interest|amuse|help) (?:you|your team)",
    (
        "(?:did {you} (?:see|hear|know)|have {you} (?:seen|heard)|in case {you} (?:missed|haven't|hadn't|"
        "didn't)|{you} may not have (?:seen|heard)|before it's (?:public|announced|out)|word (?:is|has it)|"
        "rumou?r has it|heads-? ?up)"
    ),
)
