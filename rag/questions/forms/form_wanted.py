"""What the words of a question name first, and the fitted form, in; the form and the scope of the
answer that is wanted out."""

from collections.abc import Mapping

from rag.questions.forms.answer_form import Wants
from rag.questions.forms.form import Form
from rag.trace import Chances

SURE = 0.7
"""From this chance on the fitted decision stands against the words."""
_GOES_WITH: Mapping[str, tuple[Wants, ...]] = {
    "unit": ("plain", "list", "who", "when", "quote", "locate"),
    "list": ("list", "plain", "who", "when"),
    "count": ("count",),
    "fact": ("plain", "who", "when", "count", "yes_no", "locate"),
    "yes_no": ("yes_no",),
    "why": ("reason",),
    "quote": ("quote", "locate"),
    "summary": ("summary", "timeline"),
    "theme": ("theme", "list", "who", "when", "compare"),
    "compare": ("compare",),
    "role": ("plain", "list", "who"),
    "explain": ("plain", "list", "reason"),
}
"""What each form may be called more closely; the first is taken where the words say another."""


def form_wanted(said: Wants, form: Form) -> Wants:
    """`said`: what the first words that ask for a form name."""
    names = _GOES_WITH.get(form.name or "", ())
    return names[0] if names and said not in names and _is_sure(form.forms) else said


def is_of_several(form: Form, *, said: bool) -> bool:
    """`said`: its words ask several documents, or all."""
    fitted = form.scope != "one"
    return fitted if _is_sure(form.scopes) else said


def _is_sure(chances: Chances) -> bool:
    return bool(chances) and chances[0][1] >= SURE
