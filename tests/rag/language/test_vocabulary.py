from collections import Counter
from pathlib import Path

import pytest

from rag.errors import BadSettings
from rag.language.lexicon import key_of
from rag.language.vocabulary import Mention, Vocabulary, load_vocabulary

CORPUS = Counter(
    {"compliance": 6, "bruises": 5, "brushes": 1, "supervision": 9, "separated": 2, "supported": 4}
    | {"delays": 2, "plan": 30, "clan": 1, "cumbria": 8, "changed": 3, "involved": 7, "charged": 0}
)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


def terms_in(vocabulary: Vocabulary, text: str) -> list[str]:
    return [m.term + ("" if m.certain else "?") for m in vocabulary.read(text)]


def written(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "words.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_no_variant_is_the_same_as_two_terms(vocabulary: Vocabulary) -> None:
    claims = Counter(
        key for name in vocabulary.terms for key in {key_of(v) for v in vocabulary.same(name)}
    )
    assert [key for key, count in claims.items() if count > 1] == []


def test_every_theme_has_a_title_of_its_own(vocabulary: Vocabulary) -> None:
    titles = [term.title for term in vocabulary.themes()]
    assert len(titles) > 40
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_nothing_is_both_a_synonym_and_a_neighbour(vocabulary: Vocabulary) -> None:
    for name, term in vocabulary.terms.items():
        own = {key_of(variant) for variant in vocabulary.same(name)}
        below = {key_of(each) for each in vocabulary.narrower(name)}
        assert not (own | below) & {key_of(each) for each in term.related}, name


def test_no_term_is_narrower_than_itself(vocabulary: Vocabulary) -> None:
    for name in vocabulary.terms:
        assert not any(name in vocabulary.narrower(below) for below in vocabulary.narrower(name))


def test_every_variant_is_read_as_its_term(vocabulary: Vocabulary) -> None:
    for name in vocabulary.terms:
        for variant in vocabulary.same(name):
            assert vocabulary.read(f"what about {variant}?") == (
                Mention(name, 11, 11 + len(variant), variant),
            )


def test_spellings_lead_to_other_words(vocabulary: Vocabulary) -> None:
    for typed, meant in vocabulary.spelling.items():
        assert typed not in vocabulary.words
        assert meant not in vocabulary.spelling


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("did dad take part", ["father", "participate"]),
        ("DADS, daddies and Fathers’ groups", ["father"] * 3),
        ("her nan's house", ["grandmother"]),
        ("was PGM at the ICPC", ["paternal grandmother", "initial child protection conference"]),
        ("GPs not invited", ["general practitioner", "not invited"]),
        ("the S.C.R and both SCRs", ["serious case review"] * 2),
        ("childrens services / Children's Services", ["children's social care"] * 2),
        ("s.47, S47 and section 47 enquiries", ["section 47 enquiry"] * 3),
        ("non accidental\ninjuries", ["non-accidental injury"]),
        ("non- mobile babies", ["non-mobile baby"]),
        ("recs for the s/w", ["recommendation", "social worker"]),
        ("taken to A&E", ["accident and emergency"]),
        ("children in need", ["child in need"]),
        ("she didnt engage, won't engage, did not engage", ["non-engagement"] * 3),
        ("mum couldn't cope", ["mother", "not coping"]),
        ("did not read", []),
        ("see http://www.example.org/forms/list-14.doc or www.mum.example", []),
    ],
)
def test_reads_everyday_writing(vocabulary: Vocabulary, text: str, terms: list[str]) -> None:
    assert terms_in(vocabulary, text) == terms


def test_a_mention_says_where_and_how_it_was_typed(vocabulary: Vocabulary) -> None:
    text = "was baby O with her Nan's sister"
    first, second = vocabulary.read(text)
    assert first == Mention("grandmother", 20, 25, "Nan's")
    assert (second.term, text[second.start : second.end]) == ("sister", "sister")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("child protection plan", ["child protection plan"]),
        ("risk assessment", ["risk assessment"]),
        ("the mother's partner", ["mother's partner"]),
        ("include the father /mother's partner", ["father", "mother's partner"]),
        ("the father. Mother left", ["father", "mother"]),
        ("the father\n\nMother left", ["father", "mother"]),
    ],
)
def test_the_longest_variant_holds_within_a_sentence(
    vocabulary: Vocabulary, text: str, terms: list[str]
) -> None:
    assert terms_in(vocabulary, text) == terms


@pytest.mark.parametrize("text", ["dadaism", "a mumbling prank", "grandstand", "record2", ""])
def test_a_part_of_a_word_is_no_mention(vocabulary: Vocabulary, text: str) -> None:
    assert terms_in(vocabulary, text) == []


@pytest.mark.parametrize("text", ["Baby O", "baby o", "Child Ks", "baby M's", "Child C", "child b"])
def test_the_name_of_a_review_is_no_mention(vocabulary: Vocabulary, text: str) -> None:
    assert terms_in(vocabulary, f"tell me about {text} please") == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("on what date did they meet", "period under review"),
        ("in what year was he born", "period under review"),
        ("did time pressure play a part", "in prison"),
    ],
)
def test_how_a_question_begins_is_no_mention(vocabulary: Vocabulary, text: str, term: str) -> None:
    assert term not in {mention.term for mention in vocabulary.read(text)}


def test_words_with_other_meanings_are_uncertain(vocabulary: Vocabulary) -> None:
    assert terms_in(vocabulary, "did she DNA") == ["missed appointments?", "DNA test?"]
    assert {"child practice review?", "child protection register?"} <= set(
        terms_in(vocabulary, "on the CPR")
    )
    assert terms_in(vocabulary, "C moved; point c") == ["father?", "transfer between areas?"]


def test_same_starts_with_the_name(vocabulary: Vocabulary) -> None:
    assert vocabulary.same("general practitioner")[:2] == ("general practitioner", "GP")


@pytest.mark.parametrize(
    ("found", "asked"),
    [
        ("paternal grandmother", "grandmother"),
        ("paternal grandmother", "extended family"),
        ("fracture", "injury"),
        ("alcohol misuse", "substance misuse"),
        ("post-natal depression", "parental mental health"),
        ("conviction", "criminal charge"),
    ],
)
def test_the_particular_is_below_the_general(
    vocabulary: Vocabulary, found: str, asked: str
) -> None:
    assert found in vocabulary.narrower(asked)
    assert asked not in vocabulary.narrower(found)


@pytest.mark.parametrize(
    ("found", "asked"),
    [
        ("Care Quality Commission", "Ofsted"),
        ("bruise", "fracture"),
        ("male carer", "father"),
        ("paternal grandmother", "maternal grandmother"),
        ("alcohol misuse", "drug misuse"),
        ("arrest", "prison sentence"),
        ("child sexual exploitation", "child sexual abuse"),
        ("review child protection conference", "initial child protection conference"),
    ],
)
def test_relatives_are_not_below(vocabulary: Vocabulary, found: str, asked: str) -> None:
    assert found not in vocabulary.narrower(asked)


def test_neighbours_and_ambiguous_words_widen(vocabulary: Vocabulary) -> None:
    assert "CQC" in vocabulary.related("Ofsted")
    assert vocabulary.related("missed appointments")[-2:] == ("DNA", "DNA'd")


def test_an_unknown_name_raises(vocabulary: Vocabulary) -> None:
    with pytest.raises(KeyError):
        vocabulary.same("quidditch")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("complience", "compliance"),
        ("Reccomendation", "recommendation"),
        ("reccomendation", "recommendation"),
        ("bruses", "bruises"),
        ("suprevision", "supervision"),
        ("practioner", "practitioner"),
        ("cumrbia", "cumbria"),
        ("wot", "what"),
        ("dont", "don't"),
    ],
)
def test_mends_misspellings(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    assert vocabulary.correct(typed, CORPUS) == meant


@pytest.mark.parametrize(
    "word",
    [
        "compliance",  # known
        "delay",  # its plural is known
        "bruise’s",
        "BF4.2",
        "2016",
        "BRUSES",  # capitals may be an abbreviation
        "SCRs",
        "pla",  # too short to tell
        "supervising",  # another form of a known word
        "unsupported",  # the opposite of one
        "charged",  # right, by its count of 0
        "Kumbrian",  # a name, two letters off
        "zzzzzzzz",
    ],
)
def test_leaves_alone(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.correct(word, CORPUS) is None


def test_ties_go_to_the_first_letter_then_to_the_corpus(vocabulary: Vocabulary) -> None:
    assert vocabulary.correct("clqn", {"clan": 1, "clun": 2}) == "clun"
    assert vocabulary.correct("clqn", {"clan": 1, "xlqn": 9}) == "clan"
    assert vocabulary.correct("clqn", ["clun", "clan"]) == "clan"


def test_reads_another_file(tmp_path: Path) -> None:
    path = written(
        tmp_path, '[[term]]\nname = "owl"\nsame = ["hooter"]\n[spelling]\nowwl = "owl"\n'
    )
    vocabulary = load_vocabulary(path)
    assert terms_in(vocabulary, "two Hooters") == ["owl"]
    assert vocabulary.correct("owwl", []) == "owl"
    assert load_vocabulary(path) is vocabulary


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('[[term]]\nname = "owl"\nsame = "hooter"', "owl"),
        ('[[term]]\nname = "owl"\nsynonyms = ["hooter"]', "synonyms"),
        ('[[term]]\nsame = ["hooter"]', "hooter"),
        ('[[term]]\nname = "owl"\n[[term]]\nname = "owl"', "owl"),
        ('[[term]]\nname = "owl"\nsame = ["kite"]\n[[term]]\nname = "kites"', "kite"),
        ('[[term]]\nname = "owl"\nambiguous = ["kite"]\n[[term]]\nname = "kite"', "owl"),
        ('[[term]]\nname = "owl"\nnarrower = ["kite"]', "kite"),
        ('[[term]]\nname = "owl"\ntheme = true', "owl"),
        ('[[term]]\nname = "owl"\ntitle = "Owls"', "owl"),
        ("[spelling]\nowwl = 1", "owwl"),
        ('[terms]\nname = "owl"', "terms"),
        ('term = "owl"', "words.toml"),
        ('term = ["owl"]', "words.toml"),
        ('spelling = ["owl"]', "words.toml"),
        ("[[term]\n", "words.toml"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, content: str, named: str) -> None:
    with pytest.raises(BadSettings, match=named):
        load_vocabulary(written(tmp_path, content))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="nowhere"):
        load_vocabulary(tmp_path / "nowhere.toml")
