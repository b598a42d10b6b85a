"""A made-up library of reports of several kinds: a coroner's, inspections, reviews, briefings."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from made_libraries import NOTHING, open_faked, review, write

from rag.index.indexing import add
from rag.index.library import Library

CORONER = """REGULATION 28 REPORT TO PREVENT FUTURE DEATHS

THIS REPORT IS BEING SENT TO:

1. The Chief Executive, Anyshire NHS Foundation Trust

1 CORONER

I am Dr Jane Mary BROWN, HM Assistant Coroner, for the coroner area of Inner North London.

3 INVESTIGATION and INQUEST

On 3 May 2021 I commenced an investigation into the death of Samuel Peter Green aged 16. The
investigation concluded at the end of the inquest on 4 April 2022.

4 CIRCUMSTANCES OF THE DEATH

Samuel died at home on the 28th April 2021 after a long illness that nobody had recognised.

5 CORONER’S CONCERNS

The MATTERS OF CONCERN are as follows.

A. Alder Hospital Trust

(i) The ward had no list of its visitors.

B. Alder Council

(i) Nobody told the school that he had stopped eating.

7 YOUR RESPONSE

You are under a duty to respond to this report within 56 days of its date, namely by 9 June 2022.

14 April 2022 Dr J Brown
"""
INSPECTION = """Inspection of Elmshire local authority children's services

Inspection dates: 3 to 7 March 2025

Lead inspector: Jane Smith

The experiences of children who need help Inadequate

The impact of leaders on social work Requires improvement to be good

Overall effectiveness Requires improvement to be good

Leaders have built a stable team. Foster carers give good support to children.

What needs to improve?

- The quality of plans.
- The supervision of social workers.
"""
LODGE = """# Larkfield Lodge: yearly report

Published March {year}

## The home

- The home cares for five children and the cook at the lodge bakes bread with them.
- Nobody at the lodge wrote down who came to the door.
"""
SLEEPING = """# Briefing: Safer sleeping in hot weather

## Learning

- A baby slept in a hot room and nobody had spoken of it.
- Midwives should look at the room where a baby sleeps.
"""
KEYHAM = review(
    "In Keyham the police knew of a weapon and told nobody.",
    "The school in Keyham was never asked about his anger.",
    "A neighbour in Keyham rang the police about shouting.",
    title="Serious Case Review: Child W",
)
CHILD_Z = review(
    "The father of Child Z was never met by the health visitor.",
    "A bruise was seen at the nursery and written down by nobody.",
    "The police and the school did not share their worries.",
)
CHILD_T = review(
    "The father of Child T was not asked about his drinking.",
    "The mother told the midwife of self-harm in her youth.",
    "The police did not speak with the health visitor.",
    title="Serious Case Review: Child T",
)
GREEN = "samuel-peter-green-inner-north-london-2022-coroner-report"
ELMSHIRE = "elmshire-2025-inspection-report"


@contextmanager
def open_reports(folder: Path) -> Iterator[Library]:
    given = write(
        folder / "given",
        child_w=KEYHAM,
        child_z=CHILD_Z,
        child_t=CHILD_T,
        sleeping=SLEEPING,
        lodge_2021=LODGE.format(year=2021),
        lodge_2023=LODGE.format(year=2023),
    )
    (given / "green.txt").write_text(CORONER, encoding="utf-8")
    (given / "elmshire.txt").write_text(INSPECTION, encoding="utf-8")
    with open_faked(folder / "data") as library:
        add(library, [given], register=NOTHING)
        yield library
