"""What the words of a question ask for in, the same in plain words out, for a trace."""

from rag.questions.said import Said


def words_of_said(said: Said) -> tuple[str, ...]:
    asks = {
        "a yes or no": said.point.yes_or_no,
        "whether something was done": said.point.of_past and said.point.yes_or_no,
        "what went wrong, or why": said.point.of_failing,
        "the reason of something done": said.deed is not None,
        "how many documents": said.count.of_reviews,
        "how many for each owner": said.count.by_owner,
        "which has most or fewest": said.count.most,
        "the grade": said.grade.asked,
        f"why it was graded {said.grade.supposed}": said.grade.supposed is not None,
        "what the documents have in common": said.shared_themes.asked,
        "what has been done since": said.response is not None,
        "whose task it is": said.task is not None,
        "an item of a list": said.item is not None,
        f"another document, the {said.other_document}": said.other_document is not None,
        "who somebody is": said.identity.asked or bool(said.identity.guesses),
        "who signed": said.front.signatures,
        f"front matter ({', '.join(map(_plain, said.front.keys))})": bool(said.front.keys),
        f"{said.quotes} quotations": said.quotes is not None,
        "fewer words": said.shorter,
    }
    return tuple(words for words, asked in asks.items() if asked)


def _plain(name: str) -> str:
    return name.replace("_", " ")
