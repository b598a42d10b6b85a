from rag.language.tokens import tokenise


def test_words_stand_where_they_were_typed() -> None:
    text = "Baby O's nurses didn't visit"
    tokens = tokenise(text)
    assert [text[a:b] for a, b in tokens.spans] == ["Baby O's", "nurses", "didn't", "visit"]
    assert tokens.folded[1:] == ("nurse", "not", "visit")


def test_words_of_a_web_address_are_left_out() -> None:
    assert tokenise("see www.board.org.uk/June-14.doc now").folded == ("see", "now")


def test_a_text_is_tokenised_once() -> None:
    assert tokenise("who knew of it") is tokenise("who knew of it")
