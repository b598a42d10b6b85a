"""Web pages in, what they say of themselves and what they show that is not read out."""

import pytest

from rag.documents.page_properties import page_properties


def test_a_page_says_its_title_author_and_day() -> None:
    page = '<title>Child\n Zed</title><meta name="author" content="Jo"><meta'
    page += ' property="article:published_time" content="2019-05-03T10:00">'
    assert page_properties(page).properties == (
        ("title", "Child Zed"), ("author", "Jo"), ("created", "2019-05-03")
    )  # fmt: skip
    assert page_properties("<p>One").properties == ()


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ('<img src=a.png alt="How the services fit together">',
         "a picture (“How the services fit together”) under “Events” is not read"),
        ("<img src=chart.png width=640 height=480>", "a picture under “Events” is not read"),
        ("<svg><text>42</text></svg>", "the text of a drawing under “Events” is not read"),
        ("<canvas></canvas>", "a drawing under “Events” is not read"),
        ("<iframe src=a.html></iframe>", "a part that is another file under “Events” is not read"),
        ("<input type=checkbox checked> Yes", "which boxes are ticked under “Events” is not read"),
    ],
)  # fmt: skip
def test_what_is_shown_and_not_read_is_told_by_its_heading(shown: str, told: str) -> None:
    assert page_properties(f"<h2>Events</h2>{shown}").warnings == (told,)


@pytest.mark.parametrize(
    "shown",
    ["<img src=council-logo.png width=400 height=300>",
     "<img src=x.png alt=Map width=16 height=16>",
     '<nav><img src=a.png alt="How the services fit together"></nav>', "<img src=a.png alt=''>",
     "<svg><path d='M0 0'/></svg>", '<p hidden><canvas></canvas></p>'],
)  # fmt: skip
def test_ornaments_are_no_warning(shown: str) -> None:
    assert page_properties(f"<h2>Events</h2>{shown}").warnings == ()
