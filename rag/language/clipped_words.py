"""A question in, the same out with the clipped words of notes and messages written in full."""

import re

_CLIPPED = {
    "yr": "year", "yrs": "years", "mth": "month", "mths": "months", "wk": "week", "wks": "weeks",
    "hrs": "hours", "mins": "minutes", "msg": "message", "msgs": "messages", "svc": "service",
    "svcs": "services", "mtg": "meeting", "mtgs": "meetings", "appt": "appointment",
    "appts": "appointments", "assmt": "assessment", "assmts": "assessments", "dept": "department",
    "mgr": "manager", "mgrs": "managers", "mgmt": "management", "hosp": "hospital",
    "preg": "pregnant", "prof": "professional", "profs": "professionals", "rel": "relationship",
    "rels": "relationships", "govt": "government", "abt": "about", "bc": "because",
    "thru": "through", "ppl": "people", "btw": "by the way", "recd": "received",
    "prev": "previous", "poss": "possible", "diff": "difference", "diffs": "differences",
    "pls": "please", "plz": "please", "bday": "birthday", "meds": "medication",
    "sibs": "siblings", "sib": "sibling", "obs": "observations", "comms": "communication",
    "docs": "documents", "qs": "questions", "invs": "investigations", "inv": "investigation",
}  # fmt: skip
"""What has one reading in this field; short forms with several stand in the vocabulary."""
_WORD = re.compile(rf"(?<![\w'’.-])(?:{'|'.join(_CLIPPED)})(?![\w'’-])")


def write_in_full(question: str) -> str:
    """In lower case only: QS and WK may be names."""
    return _WORD.sub(lambda found: _CLIPPED[found[0]], question)
