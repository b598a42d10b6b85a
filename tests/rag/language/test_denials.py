"""What a text denies is not what it tells."""

import pytest

from rag.language.denials import without_denied

DENIED = [
    "There was no history of domestic violence in the family.",
    "There is no evidence to suggest domestic violence.",
    "No concerns about drug use, alcohol or domestic violence were raised.",
    "Father denied any domestic violence.",
    "Domestic violence was not a feature of this case.",
    "They lived without any known incidents of domestic violence.",
    "There was no history of drugs, or drink, but violence was not a feature.",
    "There were no recorded or reported incidents of domestic violence",
]
TOLD = [
    "No agency asked about the domestic violence.",
    "There was no tool for recording domestic violence.",
    "The domestic violence was not recognised.",
    "There was no record of weight, but domestic violence was known.",
    "There was no history of drug use. Domestic violence was known to all.",
    "Mother had not told anyone of the domestic violence.",
]


@pytest.mark.parametrize("text", DENIED)
def test_denied(text: str) -> None:
    assert "violence" not in without_denied(text)


@pytest.mark.parametrize("text", TOLD)
def test_told(text: str) -> None:
    assert "violence" in without_denied(text)
