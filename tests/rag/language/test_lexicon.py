from rag.language.lexicon import Index, Lexicon, Match, key_of
from rag.language.tokens import tokenise


def _table(*expressions: str) -> Index:
    return {key_of(each): ((each, True),) for each in expressions}


def _found(text: str, lexicon: Lexicon, table: str = "terms") -> list[tuple[str, str]]:
    found = lexicon.find_in(table, tokenise(text))
    return [(match.entry, text[match.start : match.end]) for match in found]


def test_the_longest_of_one_place_stands() -> None:
    lexicon = Lexicon({"terms": _table("case", "case review", "serious case review")})
    text = "serious case reviews and a case"
    assert _found(text, lexicon) == [
        ("serious case review", "serious case reviews"),
        ("case", "case"),
    ]


def test_the_first_of_a_table_stands_though_a_later_one_is_longer() -> None:
    lexicon = Lexicon({"terms": _table("child protection", "protection plan review")})
    text = "child protection plan review"
    assert _found(text, lexicon) == [("child protection", "child protection")]


def test_tables_do_not_push_one_another_aside() -> None:
    lexicon = Lexicon({"terms": _table("case review"), "nouns": _table("review")})
    assert _found("a case review", lexicon) == [("case review", "case review")]
    assert _found("a case review", lexicon, "nouns") == [("review", "review")]


def test_words_with_several_meanings_give_a_match_of_each() -> None:
    both: Index = {("cpr",): (("resuscitation", False), ("child practice review", False))}
    assert tuple(Lexicon({"terms": both}).find_in("terms", tokenise("CPR"))) == (
        Match("terms", "resuscitation", 0, 3, certain=False),
        Match("terms", "child practice review", 0, 3, certain=False),
    )


def test_a_mark_between_two_words_parts_them() -> None:
    lexicon = Lexicon({"terms": _table("health visitor")})
    assert not _found("health, visitor", lexicon)
    assert _found("health-visitor", lexicon)
