"""OF3: what counts as a thing, a fact or a person that they would get."""

from __future__ import annotations

import re

from netgive_lib.wording.text import phrases

# OF3: what counts as a thing they would get.
_THINGS = (
    "(?:tickets?|seats?|plus-? ?one|invitations?|invites?|playlist|mixtape|articles?|reports?|templates?|"
    "spreadsheets?|slides|deck|drafts?|copy of|recipes?|book|books|voucher|recordings?|screenshots?|link|"
    "links|maps?|guide|"
    "one-pager|cheat ?sheet|video|videos|photos?|photographs|phone number|number is|notes on|my notes|"
    "notes from|proofread|checklist|discount|fund|grant|vacancy|scholarship|prize|award (?:for|since|"
    "because)|screening|preview|premiere|opening night|"
    "newsletter|platform|app|podcast|software|portfolio|blog|blog post|episode|web design|conference|"
    "exhibition|workshop|webinar|course|desk|meeting room|spare room|monitor|camera|laptop|book club|"
    "benchmark|survey|research report|(?:new|latest|debut) (?:single|track|ep|collection|range)|"
    "testimonial|guest list|name of the|contact details|login|script|contract|feedback on (?:{your}|the)|"
    "comments (?:on|in)|minutes|script|code|call for|magazine|poster|archive|demo|whitepaper|white paper|"
    "paper|study|data set|dataset|database|"
    "internship|van|bike|table|piece on|review of {your}|sofa|spare|keys|song|album|film|novel|essay|"
    "talk|cake|bread|jam|wine|plants?|seeds|cuttings?)"
)
_VAGUE = (
    "(?:some|any|few|lot|lots|load|loads|really|bit|couple|bunch|ton|tons|hand|free|real|something|"
    "anything|things?|stuff|help|support|value|ideas?|thoughts?|opportunit(?:y|ies)|question|questions|"
    "favou?r|chance|people|contacts|boost|call|shout|look|great|good|nice|"
    "lovely|hello|time|feeling|sense|wonderful|blast|update|news|news|ways?|way|assistance|huge|big|"
    "perspective|insights?|advice|experience|knowledge|shot|go|think|second|best|new (?:job|role|"
    "position)|first|job|role|pleasure|honou?r|"
    "solution|solutions|edge|lift|push|leg|heads|leads|skills?|network|background|difference|resource|"
    "partner|expertise|potential|lots of|few things|proposal|proposition|offer|sounding|pleasure|message|"
    "note|line|chat|catch|conversation|much|better|world|moment|"
    "house|baby|promotion|degree|mba|seed|round|raise|award|awards|three awards|journey|ride|summer|year|"
    "weekend|life|right|same|most|needed|warm|fresh|different|unique|special|amazing|exciting|"
    "interesting|helpful|useful|valuable|various|many|several|"
    "relevant|right)"
)
_GIVING = (
    "(?:give|send|sent|sending|bring|lend|make|made|write|wrote|written|found|find|got|get|have|has|had|"
    "booked|book|saved|save|putting|put|keep|kept|recorded|record|translated|translate|drafted|draft|buy|"
    "buying|bought|cook|fix|fixed|"
    "designed|design|review|take|print|printed|drop|test|testing|tested|edit|edited|check|checked|"
    "noticed|forward|collect|host|read|share|offer|pass|passed|cover|drive|baked|bake|knit|know|spotted|"
    "seen|saw|came across|come across|nominated|reserved|filmed|scanned|"
    "compiled|collected|picked up|paint|build|built|set up|proofread|summarised|summarized|dug out|"
    "dug up|put together|put aside|ordered|left|post|carry|babysit|feed|walk|look after|treat|invite|"
    "show|teach|prepare|prepared|mark|listed|wrote down|written down|writing down|written up|wrote up)"
)
NAMED = phrases(
    "(?:coffee|lunch|dinner|drinks?|breakfast|brunch|supper) my (?:treat|shout)",
    (
        "(?:lend|send|bring|show|leave|post) {you} (?:my|our) (?!thoughts|ideas|help|support|services|value|"
        "cv|r[ée]sum[ée]|portfolio|pitch)\\w+"
    ),
    "(?:she|he|they) (?:always|usually|only|never) \\w+",
    "told (?:him|her|them|the \\w+|my \\w+) (?:about|it was|that) (?:{you}|{your})",
    (
        "there(?:'s| is| are) (?:an?|two|three|some|one) [^.?!\\n]{1,50}? (?:for {you}|(?:on|at|in|with|"
        "outside|by) {your})"
    ),
    "heads-? ?up",
    "found one",
    "here(?:'s| is) (?:what|how|who|where) (?!{i} (?:can|could|might) (?:best )?help)\\w+",
    "{your} \\w+ (?:in \\w+ )?(?:has|have) (?:just |now )?\\w+ed",
    (
        f"(?:{{ill}}|happy to|gladly|i've|we've|i|we) (?:just |also |already |gladly |happily |even |{{you}} |"
        "be happy to )*(?!help|support|assist|be|add|bring|contribute|want|wanted|think|thought|hope|know|do|"
        "did|saw|was|am|have|had|like|love|won|ran|got|made|need|would|could|can|will|should|really|learn|"
        "finally|open|offer|give|move|grow|really|definitely|certainly|wrote|came|come|share|see|say|connect|"
        "just|also|started|launched|finished|enjoyed|loved|met|missed|passed|feel|felt|got|left|opened|moved|"
        "joined|quit|hit|reached|celebrated|take care|keep|bet|wish)\\w+ (?:up |out |down |over |off |round |"
        f"together |through )?(?:{{you}} |them |it )?(?:an?|the|{{your}}|{{number}}|those|these|that|"
        f"both)(?: of)? (?!{_VAGUE}(?!\\w))[\\w'-]{{2,}}"
    ),
    "(?:cover|shoot|list|babysit|photograph|host) (?:for {you}|reception|them|it|{your})",
    "(?:get|got|put|getting) {you} (?:in|on|into|onto)(?! (?:touch|front))",
    "(?:pulled|cut|put) together",
    "the way {you} \\w+",
    "(?:share|shared|repost|review|write|endorse) yours|{you} me one|my \\w+ list",
    "{you} can (?:use|have|borrow|keep|take|stay) (?:my|our|the|it|one)",
    (
        "(?:'s|is) (?:an? |one |some )?(?:\\w+ ){0,3}(?:going spare|to give away|for sale|up for grabs|left|"
        "going free)|free (?:until|of charge)"
    ),
    "[\\w.]{1,30}@[\\w.]{1,30}|0\\d{3,4} ?\\d{3}",
    (
        "meet (?!{you}|{self}|up|soon|some|at|for|in|on|the|a|with|again|many|new|lots|people|next|over|to|"
        "and|your|anyone)\\w{2,}"
    ),
    (
        "(?:an?|the|my|our|two|three|four|this|that|your|spare|extra|free|some|one|new|these|those|of|\\d+%?|"
        f"here's|as)? ?(?:\\w+ )?{_THINGS}"
    ),
    (
        f"{_GIVING} (?!(?:\\w+ ){{0,4}}(?:boost|hand|push|lift|edge|help|support|"
        f"value)(?!\\w)(?! with))(?:{{you}} |out |up |down |over |off |together |across |to {{you}} |"
        f"for {{you}} |him |her |them |also |aside )*(?:an?|the|{{your}}|{{number}}|\\d+|this|"
        "that(?! (?:might|would|could|may|is|will|you|i|we)(?!\\w))|these|those|half|our|each|both|"
        f"every)(?: of)? (?!{_VAGUE}(?!\\w))[\\w'-]{{2,}}"
    ),
    (
        "here(?:'s| is| are)? (?:an?|the|{your}|my|our|some|that|two|three|\\d+) (?!thing|situation|idea|"
        "deal)[\\w'-]{2,}"
    ),
    (
        "(?:introduce|introducing|connect|connecting) (?:{you}|the two|both|{you} two|him|her|them|"
        "{you} and)(?: both| two)? ?(?:to|with|and)?(?! (?:people|some|my network|others|the right))"
    ),
    "put (?:{you}|the two of you|{you} two|{you} both) in (?:touch|contact)",
    "(?:is|are|it's|'s|they're|see|find|also)? ?(?:attached|enclosed)",
    "(?:nominated?|recommend(?:ed)?|credited|mentioned|quoted|passed) (?:{you}|{your}|it on)",
    "(?:coffee|lunch|dinner|drinks?|breakfast|beer|pint|brunch)s? (?:is |are )?on (?:me|us)",
    (
        "(?:buy|take|treat|get|invite|cook|make|grab) {you} (?:to |for |out for |out to |a |an )*(?:coffee|"
        "lunch|dinner|drinks?|breakfast|beer|pint|brunch|meal|curry|cuppa|tea)"
    ),
    "grab a beer on me",
    (
        "(?:is|are|has|have) (?:\\w+ )?(?:hiring|looking for (?:a|an|people|someone|volunteers|speakers|"
        "submissions)|opening|closing|retiring|leaving|about to|planning to|recruiting|selling|giving away|"
        "moving to|merging)"
    ),
    (
        "(?:heard|hear|rumou?r has it|word is|saw|noticed|read) (?:that )?(?!(?:you|about|from|so|"
        "the (?:news|great)|of|your)(?!\\w))[^.?!\\n]{2,40}? (?:is|are|has|have|just|was|were|will|opened|"
        "launched|closed|announced|put)"
    ),
    "(?:show|teach) {you} how",
    (
        "(?:{i}'ll|{i} will|{i} can|{i} could|let me|{i}'d|{i} would|willing to|happy to|glad to|like to|"
        "love to|gladly|offer(?:ed|ing)? to) (?:gladly |happily |also |be glad to |like to |love to |"
        "just )*(?:proofread|edit|translate|mentor|babysit|nominate|redesign|photograph|film|record|review|"
        "test|host|drive|pick {you} up|print|paint|cook|bake|water|feed|introduce|walk {your}|endorse|"
        "mark up|look over|check|go through|read|share {your}|send {you} (?!something|some|more)\\w+)"
    ),
    (
        "(?:thank you|thanks) for {your} (?:talk|piece|article|advice)|{your} (?:\\w+ ){1,3}(?:was|"
        "is) (?:the best|brilliant|the reason|the clearest)|(?:is|one) yours"
    ),
    "took {your}|edited {your}|used the \\w+",
    "(?:{your}|the) \\w+ (?:was|is|got) mentioned",
)

DETAIL = re.compile(r"\d|(?<=[a-z,] )[A-Z][a-z]+")
"""A number, or a name inside a sentence; for the text as written."""
NO_DETAIL = phrases(
    (
        "(?:great|lovely|good|nice|wonderful|pleasure) (?:to (?:see|meet|hear|catch)|seeing|meeting|catching|"
        "hearing)"
    ),
    (
        "(?:hope|hoping|thank you|thanks|happy birthday|merry|sorry to hear|long time|see you|wanted to say|"
        "checking in|dear)"
    ),
    (
        "(?:help|support|value|something|ideas?|thoughts|opportunit(?:y|ies)|synerg(?:y|ies)|collaborat\\w+|"
        "stuff|work together|contribute)"
    ),
    (
        "(?:assist|assistance|asset|advice|contacts|catch up|stay in touch|keep in touch|experience|"
        "interesting|useful|great things)"
    ),
)
"""What a sentence says when a name or a number in it is no gift: “great to meet you in Leeds”."""
