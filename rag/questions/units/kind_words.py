"""The one table of the words by which people ask for kinds of unit."""

KIND_WORDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("finding",), r"(?:key |main |systems? )?findings?"
     r"|wh(?:at|ich) (?:was|were|did (?:they|it|the review)) f(?:ou|i)nd"
     r"|(?<=what did )(?:[\w'’]+ ){0,6}?(?:reviews?|scrs?|reports?|(?:baby|child|family) \w{1,3})"
     r" f(?:ou|i)nd(?=[ ?.!]*$)"),
    (("lesson",), r"lessons?(?: (?:to be )?learn(?:ed|t))?"),
    (("recommendation",), r"(?:rec+om+[ae]n?dations?|recs?|rec+om+[ae]nd(?:s|ed)?)"),
    (("learning_point",), r"(?:key )?learning points?|practice points?|LPs?(?= ?\d)"),
    (("key_message",), r"key (?:messages?|msgs?)|messages? for|key areas?(?: for improvement)?"),
    (("key_message", "required_action"),
     r"areas? (?:for|to|of) (?:improve(?:ments?)?|development)"
     r"|(?:things|areas) (?:that )?(?:need|needed) (?:to improve|improving|improvement)"
     r"|improvements (?:needed|required)"
     r"|(?:tell|told|ask|asked) (?:[\w'’]+ ){1,3}to improve(?=[ ?.!]*$)"),
    (("required_action",),
     r"(?:statutory )?requirements?|(?:put|putting) (?:things )?right"
     r"|(?:must|needs?|has|have|had)(?: [\w'’]+){0,3}?(?: to)? (?:improve|do better)"),
    (("concern",), r"(?:coroner['’]?s? |main |key )?(?:matters? of )?concerns?"
     r"|(?<=coroner )(?:raised?|report(?:ed)?|flag(?:ged)?|put|wr[io]te|worr(?:y|ied))"
     r"(?: (?:with|to|about))?"),
    (("good_practice",), r"good practice|went well|worked well|strengths|prais(?:e[sd]?|ing)"),
    (("indicator",), r"(?:risk )?indicators?|risk factors|(?:warning|danger) signs|red flags"
     r"|signs of (?:risk|vulnerability)(?: (?:and|or) (?:risk|vulnerability))?"),
    (("measure",), r"how (?:(?:will|would|do|are|can) (?:they|we|you|it|the (?:board|partnership))"
     r"|will (?:the )?(?-i:[A-Z])[\w'’]+)\b"
     r".{0,24}\b(?:know|tell|measure|check|test)\w*"
     r"|how will (?!(?:parents|families|we|i)\b)(?:[\w'’]+ ){1,3}?(?:know|measure|be sure)\b"
     r"|what will (?:show|prove|tell (?:us|them|you))\b"
     r"|success measures?|measures? of success|evidence of impact|how many measures"
     r"|(?:list|all) (?:of )?(?:the )?measures(?! (?:taken|put)\b)"),
    (("question",), r"reflect(?:ive|ion) (?:questions?|qs)|time to reflect"
     r"|questions? (?:for reflection|to use(?: (?:in|with|for) (?:(?:my|our|the) )?"
     r"(?:supervision|teams?|staff|training))?|for|to|about|i can|we can)"
     r"|(?<=what )questions(?= (?:does|do|did|are|is|should)\b)|reflect on"
     r"|(?:points|things) (?:to|for) (?:consider\w*|reflect\w*|discuss\w*)"
     r"|(?:asks?|asked|wants?) (?:us|you|me|[a-z]+s|staff) to (?:think about|reflect|consider)"),
    (("action_row",), r"action plan(?: rows?)?|rows? (?:of|in|about)"),
    (("action", "action_row"), r"actions?(?! plan)"),
    (("theme",), r"themes?"),
    (("resource",), r"resources?|links?|further reading|web ?sites"),
    (("point",), r"(?:bullet )?points?(?= ?\d)"),
    (("paragraph",), r"para(?:graph)?s?"),
    (("section",), r"sections?|(?:sub-?)?headings|(?:key (?:practice )?|care )episodes?|KPE"),
    (("footnote",), r"footnotes?"),
)  # fmt: skip
"""Kinds of unit, and the words by which people ask for them."""
SOME_HAVE = frozenset({"concern", "required_action"})
"""Kinds whose words are everyday ones: only documents that have such units are asked for them."""
ALIKE = {
    "recommendation": ("required_action", "action", "concern"),
    "concern": ("required_action",),
}
"""What is asked for instead of a kind that a document has none of: a coroner recommends nothing,
and an inspection asks for improvements."""
