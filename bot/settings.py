"""The environment, read once: everything an office may set from outside."""

import re
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, SecretStr, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LOG_FORMATS = ("text", "json")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # Bot API, setWebhook


class Settings(BaseSettings):
    """Names are these with DISPOSISI_ in front; `.env` in the working folder is read too."""

    model_config = SettingsConfigDict(
        env_prefix="DISPOSISI_", env_file=".env", env_file_encoding="utf-8", extra="ignore"
    )

    bot_token: SecretStr = SecretStr("")
    telegram_api_base: str = "https://api.telegram.org"
    data_dir: Path = Path("data")
    database_url: str = ""
    office_file: Path | None = None
    procedures_dir: Path | None = None
    procedures: Annotated[tuple[str, ...], NoDecode] = ()
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_listen: str = "127.0.0.1:8081"
    health_listen: str = ""
    backup_dir: Path | None = None
    backup_recipient: str = ""
    signing_dir: Path | None = None
    signing_passphrase: SecretStr = SecretStr("")
    vault_key_file: Path | None = None
    messages_per_second: Annotated[int, Field(ge=0, le=1000)] = 30
    reminder_floor_minutes: Annotated[int, Field(ge=1, le=480)] = 15
    clock_url: str = ""
    # For tests: each change is made twice, the first time taken back.
    rehearse_writes: bool = False
    log_level: str = "INFO"
    log_format: str = "text"

    @field_validator("procedures", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("telegram_api_base", "webhook_url", "clock_url")
    @classmethod
    def _is_address(cls, value: str) -> str:
        if value and not _ADDRESS.fullmatch(value):
            raise ValueError("write an address that begins with https:// or http://")
        return value

    @field_validator("database_url")
    @classmethod
    def _is_kept(cls, value: str) -> str:
        if value.startswith("sqlite") and (":memory:" in value or value.endswith("://")):
            raise ValueError("name a file, like sqlite:////var/lib/disposisi/disposisi.db")
        return value

    @field_validator("log_level")
    @classmethod
    def _is_level(cls, value: str) -> str:
        if value.upper() not in LOG_LEVELS:
            raise ValueError(f"write one of {', '.join(LOG_LEVELS)}")
        return value.upper()

    @field_validator("log_format")
    @classmethod
    def _is_format(cls, value: str) -> str:
        if value.lower() not in LOG_FORMATS:
            raise ValueError(f"write one of {', '.join(LOG_FORMATS)}")
        return value.lower()

    @field_validator("webhook_listen", "health_listen")
    @classmethod
    def _is_host_and_port(cls, value: str, info: ValidationInfo) -> str:
        if not value and info.field_name == "health_listen":
            return value
        host, _, port = value.rpartition(":")
        if not (host and port.isascii() and port.isdecimal() and int(port) < 1 << 16):
            raise ValueError("write a host and a port, like 127.0.0.1:8081")
        return value

    @model_validator(mode="after")
    def _webhook_has_its_secret(self) -> Self:
        secret = self.webhook_secret.get_secret_value()
        if self.webhook_url and not _WEBHOOK_SECRET.fullmatch(secret):
            raise ValueError(
                "DISPOSISI_WEBHOOK_URL needs a DISPOSISI_WEBHOOK_SECRET of 1 to 256 letters, "
                "digits, - and _"
            )
        return self

    @field_validator(
        "backup_dir",
        "office_file",
        "procedures_dir",
        "signing_dir",
        "vault_key_file",
        mode="before",
    )
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if value == "" else value

    @property
    def database(self) -> str:
        """The database's URL; without one, a file in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'disposisi.db'}"

    @property
    def vault_key(self) -> Path:
        return self.vault_key_file or self.data_dir / "keys" / "vault.key"

    @property
    def signing(self) -> Path:
        return self.signing_dir or self.data_dir / "keys" / "signing"
