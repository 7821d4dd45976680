"""Settings of the service, read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent
INSTANCE = ROOT / "instance"

DEVELOPMENT_SECRET_KEY = "development only: production refuses this key"  # noqa: S105
SHORTEST_SECRET_KEY = 32
LARGEST_PORT = 65535
SQLITE = "sqlite:///"
MAIL_SCHEMES = ("console", "file", "smtp", "smtps")


class SettingsError(ValueError):
    """A setting is missing or cannot be used; the message names it and says what to do."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that differs between one installation and another."""

    production: bool = False
    database_url: str = f"sqlite:///{INSTANCE / 'sankofa.db'}"
    secret_key: str = DEVELOPMENT_SECRET_KEY
    audit_key: str = ""
    audit_heads: Path | None = None
    master_key: str = ""
    master_key_file: Path | None = None
    key_store: str = ""
    documents: Path | None = None
    audit_mail: str = ""
    port: int = 5000
    service_name: str = "Sankofa"
    operator_name: str = "Programme Sankofa"
    contact_email: str = "help@sankofa.example"
    base_url: str = "http://127.0.0.1:5000"
    mail_url: str = f"file:{INSTANCE / 'mail'}"
    mail_sender: str = "Sankofa <no-reply@sankofa.example>"
    demo_sign_ins: bool = True
    rate_limits: bool = True
    read_only: bool = False
    json_logs: bool = False
    security_contact: str = ""

    def __post_init__(self) -> None:
        if self.production:
            self._check_production()
        if not 0 < self.port <= LARGEST_PORT:
            raise SettingsError(f"PORT must be between 1 and {LARGEST_PORT}, not {self.port}")
        if urlsplit(self.mail_url).scheme not in MAIL_SCHEMES:
            raise SettingsError(f"MAIL_URL must begin with one of {', '.join(MAIL_SCHEMES)}")

    @property
    def sealing_key(self) -> bytes:
        """What the audit is sealed with; without a key of its own, one that only it is used for."""
        return (self.audit_key or f"the audit, sealed with {self.secret_key}").encode()

    @property
    def heads_file(self) -> Path:
        """Where the heads of the audit are kept: of each database in a file of its own."""
        return self.audit_heads or self._beside_database("audit-heads.jsonl")

    @property
    def mailed_head_file(self) -> Path:
        """Which head of the audit was mailed last."""
        return self._beside_database("audit-mailed")

    @property
    def checked_audit_file(self) -> Path:
        """What the last check of the audit found, and how far it went."""
        return self._beside_database("audit-checked.json")

    @property
    def read_only_file(self) -> Path:
        """While this file is there nothing is written: `read-only on` makes it, `off` removes it."""
        return self._beside_database("read-only")

    @property
    def trusted_hosts(self) -> list[str]:
        """The names this installation answers to: that of BASE_URL, and while developing this machine."""
        here = [] if self.production else ["localhost", "127.0.0.1"]
        return [urlsplit(self.base_url).hostname or "", *here]

    @property
    def documents_folder(self) -> Path:
        """Where the files that people send are kept: of each database in a folder of its own."""
        return self.documents or self._beside_database("documents")

    @property
    def master_file(self) -> Path:
        """Where the key is kept that wraps everybody's keys, unless it comes from the environment."""
        return self.master_key_file or self._beside_database("master-key")

    @property
    def key_store_url(self) -> str:
        """The database of wrapped keys: another one than that of the data."""
        return self.key_store or f"{SQLITE}{self._beside_database('keys.db')}"

    def _beside_database(self, ending: str) -> Path:
        """Name a file that belongs to the database: beside an SQLite file, else in our own folder."""
        name = urlsplit(self.database_url).path.rpartition("/")[2]
        is_sqlite = self.database_url.startswith(SQLITE)
        folder = Path(self.database_url.removeprefix(SQLITE)).parent if is_sqlite else INSTANCE
        return folder / f"{Path(name).stem}.{ending}"

    def _check_production(self) -> None:
        if self.secret_key == DEVELOPMENT_SECRET_KEY or len(self.secret_key) < SHORTEST_SECRET_KEY:
            raise SettingsError(f"SECRET_KEY must be set to {SHORTEST_SECRET_KEY} random characters or more")
        if self.audit_key and len(self.audit_key) < SHORTEST_SECRET_KEY:
            raise SettingsError(f"AUDIT_KEY must be {SHORTEST_SECRET_KEY} random characters or more")
        if not self.master_key and self.master_key_file is None:
            raise SettingsError("MASTER_KEY or MASTER_KEY_FILE must be set: it opens everybody's data")
        if self.demo_sign_ins:
            raise SettingsError("DEMO_SIGN_INS must be off in production: their passwords are public")
        if not self.base_url.startswith("https://"):
            raise SettingsError("BASE_URL must be the https:// address people use: it goes into every mail")


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings from the environment; what is not set keeps its default."""
    production = _flag(environ, "PRODUCTION", default=False)
    port = _port(environ.get("PORT", "5000"))
    texts = {
        name: environ[name.upper()]
        for name in (
            *("database_url", "secret_key", "audit_key", "service_name", "operator_name", "contact_email"),
            *("mail_url", "mail_sender", "master_key", "key_store", "security_contact", "audit_mail"),
        )
        if environ.get(name.upper())
    }
    return Settings(
        production=production,
        port=port,
        audit_heads=_path(environ, "AUDIT_HEADS"),
        documents=_path(environ, "DOCUMENTS"),
        master_key_file=_path(environ, "MASTER_KEY_FILE"),
        base_url=environ.get("BASE_URL", f"http://127.0.0.1:{port}").rstrip("/"),
        demo_sign_ins=_flag(environ, "DEMO_SIGN_INS", default=not production),
        rate_limits=_flag(environ, "RATE_LIMITS", default=True),
        read_only=_flag(environ, "READ_ONLY", default=False),
        json_logs=_flag(environ, "JSON_LOGS", default=False),
        **texts,
    )


def _path(environ: Mapping[str, str], name: str) -> Path | None:
    return Path(environ[name]) if environ.get(name) else None


def _flag(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    text = environ.get(name, "").strip().lower()
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    if text:
        raise SettingsError(f"{name} must be on or off, not {text!r}")
    return default


def _port(text: str) -> int:
    if not text.isdecimal():
        raise SettingsError(f"PORT must be a whole number, not {text!r}")
    return int(text)
