"""Citations of made-up documents, for tests of how they are shown."""

from dataclasses import replace

from rag.types import Citation

ORIGINAL = Citation(
    n=1,
    document="child-zed-northmoor",
    title="Learning bulletin: Child Zed",
    subject="Child Zed",
    publisher="Northmoor Safeguarding Children Board",
    area="Northmoor",
    published="2019-03",
    provenance="original",
    unit="police-recommendation-2",
    kind="recommendation",
    label="Police, recommendation 2",
    path=("Recommendations", "Police"),
    agency="POLICE",
    page=7,
    page_label="5",
    quote="Officers should look at each room.",
    start=100,
    end=134,
    spans=((100, 134),),
    match="exact",
    link="?doc=child-zed-northmoor&unit=police-recommendation-2&start=100&end=134",
    source_url=None,
    speaker="recommendation to the Police",
)
DIGEST = replace(ORIGINAL, provenance="digest", match=None)
