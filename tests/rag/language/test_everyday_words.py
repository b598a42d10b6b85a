"""What families, practitioners and trainers type, and the idea of the field that they mean."""

import pytest

from rag.backends.plain_words import plain_words
from rag.language.vocabulary import Vocabulary, load_vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


def surely(vocabulary: Vocabulary, text: str) -> list[str]:
    return [mention.term for mention in vocabulary.read(text) if mention.certain]


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("was grandad able to take part", "participate"),
        ("aunties had no input? did they have any input", "participate"),
        ("were they let in or did they get refused entry", "entry refused"),
        ("the clinic was never told", "not informed"),
        ("had the school been told", "notify"),
        ("the nurse wasn't told straight away", "delay in notifying"),
        ("why does it take so long to come out", "delay in publication"),
        ("when was it made public", "publish"),
        ("was it dragged on for months", "drift and delay"),
        ("why were the twins taken away", "taken into care"),
        ("when did he go into care", "taken into care"),
        ("was he back with his parents by May", "return home"),
        ("toddler left with no adult", "left alone"),
        ("had she had her jabs and imms", "immunisation"),
        ("how often did they move house", "house move"),
        ("the couple fell out a lot", "conflict"),
        ("they had a row", "conflict"),
        ("what happened in the end", "outcome"),
        ("who leads on this", "lead responsibility"),
        ("is there a lead practitioner", "lead professional"),
        ("nobody in, no answer at the door", "no access visit"),
        ("they stopped coming to clinic", "disengagement"),
        ("she wouldn't work with them", "non-engagement"),
        ("skipped appointments at the hospital", "missed appointments"),
        ("the girl didn't turn up", "missed appointments"),
        ("it was never written down", "recording"),
        ("it was not written down", "not recorded"),
        ("agencies did not tell each other", "information sharing"),
        ("the letter was not passed on", "information not shared"),
        ("should have taken it further", "escalation"),
        ("were they asking difficult questions", "professional challenge"),
        ("nobody listened to the kids", "voice of the child"),
        ("they lost sight of the child", "child focus"),
        ("took her word for it", "self-report"),
        ("the school spotted it", "recognise"),
        ("bruises not picked up on", "not recognised"),
        ("any missed chances", "missed opportunity"),
        ("nothing was done", "failure to act"),
        ("who stepped in", "intervene"),
        ("was it chased up", "follow up"),
        ("never chased up", "not followed up"),
        ("too much work for one person", "workload"),
        ("not enough staff", "staffing"),
        ("was the case shut", "case closure"),
        ("not bad enough for them", "below threshold"),
        ("advice from a solicitor", "legal advice"),
        ("what went wrong", "shortcoming"),
        ("what was not done well", "shortcoming"),
        ("by when", "deadline"),
        ("roll out the new form", "implement"),
        ("his story kept changing", "inconsistent explanation"),
        ("was dad in trouble with the police", "known to the police"),
        ("had he been to jail, went to prison", "prison sentence"),
        ("any pets in the house", "pet"),
        ("born too early", "premature baby"),
        ("wasn't putting on weight", "faltering growth"),
        ("the boy was hungry", "hunger"),
        ("smelly and unwashed", "poor hygiene"),
        ("was the house mucky", "home conditions"),
        ("nits", "head lice"),
        ("shared a bed with the baby", "co-sleeping"),
        ("fell out of a window", "fall from a window"),
        ("dad's girlfriend", "stepmother"),
        ("mum's new boyfriend", "mother's partner"),
        ("were they struggling to cope", "not coping"),
        ("she could not speak English", "language needs"),
        ("someone to translate", "interpreter"),
        ("was he off school", "school attendance"),
        ("A and E", "accident and emergency"),
        ("tablets", "medication"),
    ],
)
def test_everyday_words_lead_to_the_idea(vocabulary: Vocabulary, typed: str, term: str) -> None:
    assert term in surely(vocabulary, typed)


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("was the GP not told", "notify"),
        ("what was not done well", "good practice"),
        ("it was not recorded", "recording"),
        ("it was not followed up", "follow up"),
        ("unsupervised contact", "supervised contact"),
        ("unsupervised contact", "left alone"),
        ("they did not engage", "engagement"),
        ("she was not invited", "invite"),
        ("he was unaware", "aware"),
        ("not referred", "referral"),
        ("no support at all", "support"),
        ("without a plan", "planning"),
        ("he contributed to the injury", "participate"),
        ("what was taken away from this review", "taken into care"),
        ("removed from the child protection plan", "taken into care"),
        ("came out of hospital", "publish"),
        ("when does a bruise come out", "publish"),
        ("fell out of the cot", "conflict"),
        ("he fell out with nan", "accidental fall"),
        ("a conflict of interest", "conflict"),
        ("an isolated incident", "isolation"),
        ("a heart attack", "assault"),
        ("she fed back to the team", "feeding"),
        ("feed into the plan", "feeding"),
        ("row 3 of the table", "conflict"),
        ("paternal grandparents", "maternal grandparents"),
        ("unable to attend to her needs", "attend"),
        ("failing to share", "shortcoming"),
        ("his mobile", "phone"),
        ("discharged from the service", "hospital discharge"),
        ("step down", "intervene"),
        ("an infant school", "baby"),
        ("known to the police", "criminal record"),
        ("tell me about dad", "notify"),
    ],
)
def test_other_senses_and_opposites_do_not(vocabulary: Vocabulary, typed: str, term: str) -> None:
    assert term not in surely(vocabulary, typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("notify", "not informed"),
        ("recording", "not recorded"),
        ("recognise", "not recognised"),
        ("supervised contact", "unsupervised contact"),
        ("taken into care", "return home"),
        ("invite", "not invited"),
        ("hospital admission", "hospital discharge"),
        ("weight loss", "obesity"),
        ("good practice", "shortcoming"),
        ("arrest", "in prison"),
    ],
)
def test_opposites_share_no_words(vocabulary: Vocabulary, one: str, other: str) -> None:
    assert not set(vocabulary.same(one)) & set(vocabulary.same(other))
    assert one not in vocabulary.narrower(other)


@pytest.mark.parametrize("term", ["food", "car", "participate", "money", "sleep", "phone", "pet"])
def test_what_is_in_anybodys_life_is_marked(vocabulary: Vocabulary, term: str) -> None:
    assert vocabulary.terms[term].everyday


@pytest.mark.parametrize("term", ["neglect", "taken into care", "criminal record", "injury"])
def test_what_shows_the_field_is_not(vocabulary: Vocabulary, term: str) -> None:
    assert not vocabulary.terms[term].everyday


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("mum and dad got nicked", "arrest"),
        ("someone rung the police", "calling the police"),
        ("her boyfriend was banged up", "in prison"),
        ("who took them in", "living with relatives"),
        ("when she moved out", "leaving home"),
        ("did they stay together", "staying together"),
        ("they went their separate ways", "separation"),
        ("she had a rough upbringing", "parental history"),
        ("a break from looking after the kids", "respite"),
        ("was he growing ok", "growth"),
        ("she was down in the dumps", "low mood"),
        ("at the end of her tether", "not coping"),
        ("it got redone", "update the assessment"),
        ("everybody sat round a table", "multi-agency meeting"),
        ("the paperwork from conferences", "minutes of meetings"),
        ("he kicked off at the nurse", "aggression"),
        ("front line staff", "practitioner"),
        ("mum fobbed them off", "non-engagement"),
        ("mum never answered the door", "no access visit"),
        ("it sounded dodgy", "inconsistent explanation"),
        ("gave her the benefit of the doubt", "rule of optimism"),
        ("they were run off their feet", "workload"),
        ("who gave the final nod", "approval"),
        ("kick off the review", "beginning of the review"),
        ("social care turned down the referral", "referral turned down"),
        ("SG leads", "designated safeguarding lead"),
        ("missed appts", "missed appointments"),
        ("mtgs", "multi-agency meeting"),
    ],
)
def test_plain_and_slangy_words_lead_to_the_idea(
    vocabulary: Vocabulary, typed: str, term: str
) -> None:
    assert term in surely(vocabulary, typed)


@pytest.mark.parametrize(
    "word",
    "nicked nan mardy kip skint dosh fobbed dodgy telly blagged shafted clocked narked bodge"
    " whinged stroppy bonkers chuffed decked".split(),
)
def test_slang_is_no_slip_of_the_pen(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.correct(word, plain_words()) is None


def test_opposites_answer_what_is_asked_of_them(vocabulary: Vocabulary) -> None:
    assert "separation" in vocabulary.narrower("staying together")
    assert "faltering growth" in vocabulary.narrower("growth")


@pytest.mark.parametrize("text", ["how was it done", "update the website", "who wrote hamlet"])
def test_common_words_are_no_terms(vocabulary: Vocabulary, text: str) -> None:
    assert not [m for m in vocabulary.read(text) if m.certain]
