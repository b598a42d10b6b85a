"""The one table of labels of front matter: how each is printed, what its value must be."""

import re
from dataclasses import dataclass
from typing import Literal

Check = Literal["people", "post", "dates", "date", "place", "code", "addressee", "body", "any"]
"""What a value must be; see `rag.documents.front.values`."""


@dataclass(frozen=True, slots=True)
class Label:
    key: str
    check: Check
    pattern: re.Pattern[str]
    """Of the whole printed label, without number, colon or dash."""
    cover: bool = False
    """Says it among the first lines only: elsewhere the word means other things."""


def _label(key: str, check: Check, pattern: str, *, cover: bool = False) -> Label:
    return Label(key, check, re.compile(rf"(?:{pattern})", re.IGNORECASE), cover)


LABELS: tuple[Label, ...] = (
    _label("author", "people",
           r"(?:(?:independent|overview|report|lead|review|joint|chair|reviewer|and|&) )*authors?"
           r"(?: of (?:the |this )?(?:overview |review |serious case review )?report)?(?: name)?"
           r"|(?:report )?(?:written|compiled|prepared|authored|drafted) by|by"
           r"|(?:report )?writer|speakers?|researchers?", cover=True),
    _label("reviewer", "people",
           r"(?:(?:independent|lead|joint|external|overview|author|chair|and|&) )*reviewers?"
           r"(?: name)?"
           r"|(?:review )?(?:conducted|undertaken|led) by", cover=True),
    _label("chair", "people",
           r"(?:(?:independent|review|panel|inquiry|board|partnership|scr|inquiry) )*"
           r"chair(?:man|woman|person)?(?: of (?:the )?(?:\w+ ){0,5}(?:panel|board|review|inquiry"
           r"|partnership))?", cover=True),
    _label("inspector", "people",
           r"(?:(?:lead|reporting|name of) )*(?:(?:social care|regulatory|ofsted) )?inspectors?"
           r"(?: name)?"),
    _label("coroner", "people",
           r"(?:name of )?(?:hm )?(?:(?:senior|assistant|area|acting) )*"
           r"coroner(?:(?:[’']?s)? name)?"),
    _label("manager", "post", r"(?:name of )?registered manager(?:\(?s\)?)?(?: name)?"
                              r"|(?:service|home) manager"),
    _label("addressee", "addressee",
           r"this (?:report|letter) is (?:being )?(?:sent|addressed) to|(?:report )?sent to"
           r"|addressees?|for the attention of"),
    _label("reference", "code",
           r"(?:(?:unique|lscpr|scr|our|your|case|report|file|document|inquest|publication|ofsted|court"
           r"|registration) )*(?:ref(?:erence)?|urn)\.?(?: (?:no\.?|numbers?|code|id))?"
           r"|(?:report|document|case|publication) (?:no\.?|number|id)"),
    _label("date_of_death", "date", r"date of (?:the )?deaths?|died(?: on)?"),
    _label("date_of_event", "date",
           r"date of (?:the )?(?:(?:serious|significant|critical) )?(?:incident|events?|injury"
           r"|accident|harm)|incident date"),
    _label("date_of_inspection", "dates",
           r"(?:dates? of (?:the |this )?(?:inspection|visit)|(?:inspection|visit) dates?"
           r"|inspected (?:on|between)|date\(?s\)? of inspection)"),
    _label("reply_by", "date",
           r"(?:reply|respond|response)(?: (?:is |was )?(?:due|required|deadline|date))?(?: by)?"
           r"|date (?:of|for) (?:reply|response)|due date for response"),
    _label("date_of_report", "date",
           r"date of (?:the |this )?(?:report|publication|issue)|(?:report|issue|publication) date"
           r"|(?:(?:final|first|initial|re|report|review|date|originally|last)[ -]){0,3}"
           r"publi(?:shed|cation)(?: date)?(?: (?:by|on|in)\b[^\d\n.;:]{0,60}?)?"
           r"|(?:date )?issued?(?: on)?"),
    _label("date_of_report", "date",
           r"(?:date|report) completed|dated?|(?:last )?updated|final(?: report| version)?"
           r"|version(?: [\w.]+){1,3}|v\d[\w.]*"
           r"|(?:revised|amended|approved)(?: on)?", cover=True),
    _label("area", "place",
           r"coroner(?:[’']?s)? area|(?:name of )?(?:the )?(?:local )?authority(?: area| name)?"
           r"|(?:local )?area|council|applies to|region", cover=True),
    _label("publisher", "body",
           r"(?:report )?(?:published|produced|issued|prepared) by|publisher",
           cover=True),
    _label("deceased", "people", r"(?:name of )?(?:the )?deceased(?:[’']?s)?(?: name)?"),
    _label("title", "any", r"(?:document |report )?title", cover=True),
    _label("provider", "any", r"(?:registered )?provider"),
)  # fmt: skip
"""The first label that fits and whose value is what it must be counts. `deceased`, `title` and
`provider` are for the card and for what ends a cover: no unit has them as key."""
UNKEYED = frozenset({"deceased", "title", "provider"})
SEVERAL = frozenset({"author", "reviewer", "chair", "inspector", "addressee"})
"""Keys of which a document may print several values; of the others the first counts."""
NAMES = {key: key.replace("_", " ").capitalize() for key in (label.key for label in LABELS)}
"""How a person calls each key: "Date of report"."""
