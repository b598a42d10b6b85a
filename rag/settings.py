"""Where the documents, the derived data and the models are: one frozen value.

A flag beats an environment variable, that beats the settings file, that beats the default.
The settings file is `finding-aid.toml` in the current folder, or else in the project's folder
(an editable install). It holds the fields of `Settings`, and a relative `corpus` or `data` counts
from the file's own folder.
"""

import hashlib
import tomllib
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import platformdirs
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from rag.backends.embeddings import BUNDLED
from rag.errors import BadSettings

SETTINGS_FILE = "finding-aid.toml"

_CHECKOUT = Path(__file__).resolve().parent.parent
_PATHS = ("corpus", "data")


def project_folder() -> Path | None:
    """The checkout that an editable install runs from; None for an installed wheel."""
    return _CHECKOUT if (_CHECKOUT / "pyproject.toml").is_file() else None


def _default_corpus() -> Path | None:
    project = project_folder()
    return project / "corpus" if project else None


def _default_data() -> Path:
    if project := project_folder():
        return project / ".data"
    return platformdirs.user_data_path("finding-aid", appauthor=False)


class Settings(BaseSettings):
    """Every value here is what the field's flag or environment variable `RAG_<FIELD>` says."""

    model_config = SettingsConfigDict(
        env_prefix="RAG_", env_ignore_empty=True, extra="forbid", frozen=True
    )

    corpus: Path | None = Field(default_factory=_default_corpus)
    """Folder of the source documents; None where nothing names one."""
    data: Path = Field(default_factory=_default_data)
    chroma_url: str | None = None
    """None: Chroma runs embedded, under `data`."""
    embedding_model: str = Field(BUNDLED, min_length=1)
    """`BUNDLED`, a local folder, or a hub name."""
    allow_host: str | None = None
    """Hosts, separated by commas, that documents may be fetched from though they are on this
    machine or its network."""
    llm: str = "none"
    """`none`: answers are composed of verbatim passages. Nothing else is supported yet."""

    @field_validator(*_PATHS, mode="after")
    @classmethod
    def _absolute(cls, path: Path | None) -> Path | None:
        return path and Path(path).expanduser().absolute()

    @field_validator("chroma_url")
    @classmethod
    def _web_address(cls, url: str | None) -> str | None:
        if url is not None and not _is_web_address(url):
            raise ValueError("expected an address such as http://localhost:8000")
        return url

    @field_validator("llm")
    @classmethod
    def _none(cls, text: str) -> str:
        if text != "none":
            raise ValueError("a language model is not supported yet; use none")
        return text

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """In lower case."""
        names = (name.strip().lower() for name in (self.allow_host or "").split(","))
        return frozenset(name for name in names if name)

    @property
    def required_corpus(self) -> Path:
        """Raises BadSettings where no corpus folder is set, or the one set is not there."""
        if self.corpus is None:
            raise BadSettings(
                "No corpus folder is set: pass --corpus DIR, or set RAG_CORPUS, or corpus in "
                f"{SETTINGS_FILE}."
            )
        if not self.corpus.is_dir():
            raise BadSettings(
                f"The corpus folder {self.corpus} is not there: make it, or pass --corpus DIR "
                "with the folder that holds the documents."
            )
        return self.corpus

    @property
    def index_fingerprint(self) -> str:
        """12 hexadecimal digits that change when vectors made under one setting would not
        fit those made under another: with the model's name and, of a local folder, with the
        size or time of any of its files."""
        folder = Path(self.embedding_model).expanduser()
        parts = [self.embedding_model]
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            state = path.stat()
            name = path.relative_to(folder).as_posix()
            parts.append(f"{name} {state.st_size} {state.st_mtime_ns}")
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]

    def as_environment(self) -> dict[str, str]:
        """What gives a process started from here the same settings."""
        values = self.model_dump(exclude_none=True)
        return {f"RAG_{name.upper()}": str(value) for name, value in values.items()}

    @classmethod
    def load(cls, **flags: str | Path | None) -> Self:
        """The settings under these flags (None: not given). Raises BadSettings."""
        given = {name: value for name, value in flags.items() if value is not None}
        try:
            return cls(**given)  # type: ignore[arg-type]  # pydantic parses them
        except ValidationError as error:
            raise BadSettings(_explain(error)) from error

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # pydantic-settings' own
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        from_file = InitSettingsSource(settings_cls, init_kwargs=_read_settings_file())
        return init_settings, env_settings, from_file


def _read_settings_file() -> dict[str, Any]:
    folders = (Path.cwd(), project_folder())
    paths = [folder / SETTINGS_FILE for folder in folders if folder is not None]
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        return {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(f"{path} is not valid TOML: {error}; mend or remove it.") from error
    for name in _PATHS:
        if isinstance(values.get(name), str):
            values[name] = path.parent / Path(values[name]).expanduser()
    return values


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _explain(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    name = str(first["loc"][0])
    reason = first["msg"].removeprefix("Value error, ")
    if name not in Settings.model_fields:
        return f"There is no setting {name!r}: the settings are {', '.join(Settings.model_fields)}."
    flag, variable = "--" + name.replace("_", "-"), f"RAG_{name.upper()}"
    return (
        f"{first['input']!r} is not a value for {name} ({reason}): correct {flag}, {variable} "
        f"or {SETTINGS_FILE}."
    )
