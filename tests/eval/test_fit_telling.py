"""The weights by which told danger is found are fitted on messages, and kept for every sign."""

from eval.concerns.messages import Message, load_messages
from eval.fit_telling import fit, sign_matrix
from rag.safety.danger_told import read_told, sign_names
from rag.safety.unforeseen_concerns import score, weights

TOLD = "hes got a knife and the baby is screaming in the flat now"
ASKED = "what do the reviews say about babies and knives"


def test_weights_tell_apart_what_they_were_fitted_on() -> None:
    messages = [
        Message((TOLD,), danger=True, part="cases"),
        Message((ASKED,), danger=False, part="cases"),
    ] * 20
    columns = sign_matrix([read_told(message.turns) for message in messages])
    constant, *of_signs = fit(messages, columns)
    told, asked, *_ = columns @ of_signs + constant
    assert told > 0 > asked


def test_weights_are_kept_for_every_sign() -> None:
    names = {"constant", *sign_names()}
    assert set(weights().words) == set(weights().signs) == names
    assert score(read_told([TOLD]), weights().words) > score(read_told([ASKED]), weights().words)


def test_no_message_stands_on_both_sides() -> None:
    sides: dict[tuple[str, ...], set[bool]] = {}
    for message in load_messages():
        sides.setdefault(message.turns, set()).add(message.danger)
    assert [turns for turns, danger in sides.items() if len(danger) > 1] == []
