"""A text in, the same without its web addresses out: their words are of the publisher's making, and
"...June-14.doc" is no doctor."""

import re

WEB_ADDRESS = re.compile(r"\b(?:https?:/|www\.)\S*[\w/]")


def without_web_addresses(text: str) -> str:
    return WEB_ADDRESS.sub(" ", text)
