"""The number printed before a text in, whether it carries on a count out."""


def parts_of(number: str) -> tuple[int, ...]:
    """ "2.9.3" is (2, 9, 3)."""
    return tuple(int(part) for part in number.split("."))


def code_follows(text: str, last: str) -> bool:
    """Does it open with "R2" where the last text opens with "R1"?"""
    code, before = (words.split(" ", 1)[0].rstrip(".:)") for words in (text, last))
    letters, own = code.rstrip("0123456789"), before.rstrip("0123456789")
    if not letters.isupper() or letters != own or letters == code or own == before:
        return False
    return int(code[len(letters) :]) == int(before[len(own) :]) + 1


def follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Is 2.9.3 the next number after 2.9.2, is 2.10, 2.9.2.1, 3 or 3.1?"""
    if number == (*last, 1):
        return True
    same = next((i for i, (a, b) in enumerate(zip(number, last, strict=False)) if a != b), -1)
    return same >= 0 and number[same] == last[same] + 1 and set(number[same + 1 :]) <= {1}
