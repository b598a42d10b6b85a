"""What a test does in the window, and what it sees there."""

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlencode

from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[1] / "ui" / "app.py"
BULLETIN = """# Learning bulletin: Child Zed

## Findings

- The nursery wrote down <3 bruises & told nobody.
- Housing officers were not asked what they had seen.

## Learning points

- A voice on the telephone is no visit.
"""
QUESTION = "What were the findings about Child Zed?"


def shown(window: AppTest) -> str:
    """Everything that stands in the page as a text of ours or of a document."""
    bodies = [str(part.proto.body) for part in window.get("html")]
    return "\n".join(body for body in bodies if not body.startswith("<style>"))


def page(name: str, **query: str) -> AppTest:
    """A page by itself, run once, with this in its address."""
    code = f"from ui import {name}\n{name}.show()"
    opened = AppTest.from_string(code, default_timeout=60)
    for key, value in query.items():
        opened.query_params[key] = value
    opened.run()
    assert not opened.exception
    return opened


def ask(window: AppTest, question: str) -> AppTest:
    return window.chat_input[0].set_value(question).run()


def links(window: AppTest) -> list[str]:
    """To units, in the order of the page, each as often as it stands there."""
    return [html.unescape(link) for link in re.findall(r'href="(\?doc=[^"]*)"', shown(window))]


def at(window: AppTest, link: str) -> AppTest:
    """The window at this address, not run yet."""
    window.query_params.clear()
    for name, values in parse_qs(link.removeprefix("?")).items():
        window.query_params[name] = values[0]
    return window


def new_visit(link: str = "?") -> AppTest:
    return at(AppTest.from_file(str(APP), default_timeout=60), link)


def address(window: AppTest) -> str:
    return "?" + urlencode(dict(window.query_params), doseq=True)
