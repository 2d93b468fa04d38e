"""The environment, read once: everything an office may set from outside."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


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
    signing_dir: Path | None = None
    signing_passphrase: SecretStr = SecretStr("")
    vault_key_file: Path | None = None
    messages_per_second: Annotated[int, Field(ge=0, le=1000)] = 30
    reminder_floor_minutes: Annotated[int, Field(ge=1, le=480)] = 15
    clock_url: str = ""
    log_level: Annotated[str, Field(pattern="^(DEBUG|INFO|WARNING|ERROR)$")] = "INFO"

    @field_validator("procedures", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator(
        "office_file", "procedures_dir", "signing_dir", "vault_key_file", mode="before"
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
