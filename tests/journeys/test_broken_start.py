"""An office that cannot be opened says in one sentence what to mend."""

import base64
import sqlite3
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from bot.signing.development import make_development_certificates
from storage.vault import Vault
from tests.support.bot_process import BotProcess
from tests.support.phone import until
from tests.support.running import TOKEN

HERE = Path(__file__).parents[2]
SOP = (HERE / "workflow/procedures/jakarta-data.yaml").read_text(encoding="utf-8")
OFFICE = (HERE / "workflow/procedures/office/sample-office.yaml").read_text(encoding="utf-8")


@pytest.fixture
async def address(tmp_path):
    sandbox = Sandbox(folder=tmp_path / "telegram", token=TOKEN)
    async with sandbox.listening() as address:
        yield address


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "office"
    folder.mkdir()
    return folder


@pytest.fixture
def opened(address, folder):
    """Try to open the office; the exit code and what was said."""

    async def opening(**settings):
        given = {
            "bot_token": TOKEN,
            "telegram_api_base": address,
            "data_dir": str(folder / "data"),
            **settings,
        }
        bot = BotProcess(
            {f"DISPOSISI_{name.upper()}": value for name, value in given.items()},
            folder / "bot.log",
        )
        bot.start()

        async def ended():
            return not bot.is_running

        try:
            await until(ended, 30)
            said = bot.told()
            assert "Traceback" not in said, said
        finally:
            code = bot.kill()
        return code, said

    return opening


def written(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


async def test_a_wrong_token_is_named_with_the_setting_that_holds_it(opened):
    code, said = await opened(bot_token="43:ELSEWHERE")

    assert code == 1
    assert "Telegram refuses the token" in said
    assert "DISPOSISI_BOT_TOKEN" in said


@pytest.mark.parametrize("token", ["", "nonsense", "abc:def", "42: "])
async def test_without_a_token_it_is_said_where_to_write_one(opened, token):
    code, said = await opened(bot_token=token)

    assert code == 1
    assert "DISPOSISI_BOT_TOKEN" in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SOP.replace("{label: Lengkap, to: '3'}", "{label: Lengkap, to: '33'}"), "33"),
        (SOP.replace("limit: 15 menit", "limit: 1:30", 1), "limit"),
        (SOP.replace("kind: verify", "kind: verifi"), "kind"),
        (SOP.replace("id: jakarta-data", "id: [jakarta"), "line"),
        ("", "jakarta.yaml"),
    ],
    ids=["unknown step", "limit", "kind", "not yaml", "empty"],
)
async def test_a_broken_procedure_is_named_with_its_fault(opened, folder, text, told):
    file = written(folder / "sops" / "jakarta.yaml", text)

    code, said = await opened(procedures_dir=str(file.parent))

    assert code == 1
    assert "jakarta.yaml" in said
    assert told in said


async def test_a_procedure_file_that_is_not_text_is_named(opened, folder):
    file = folder / "sops" / "jakarta.yaml"
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00id")

    code, said = await opened(procedures_dir=str(file.parent))

    assert code == 1
    assert "jakarta.yaml" in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OFFICE.replace("zone: Asia/Jakarta", "zone: Asia/Jakarto"), "zone"),
        (OFFICE.replace("superior: kasi", "superior: kasii"), "kasii"),
        (OFFICE + "\nletterhed: {}\n", "letterhed"),
        ("- 1\n- 2\n", "office.yaml"),
    ],
    ids=["zone", "superior", "unknown key", "list"],
)
async def test_a_broken_office_file_is_named_with_its_fault(opened, folder, text, told):
    file = written(folder / "office.yaml", text)

    code, said = await opened(office_file=str(file))

    assert code == 1
    assert "office.yaml" in said
    assert told in said


async def test_an_office_file_that_is_not_there_is_named(opened, folder):
    code, said = await opened(office_file=str(folder / "nowhere.yaml"))

    assert code == 1
    assert "nowhere.yaml" in said
    assert "DISPOSISI_OFFICE_FILE" in said


@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("messages_per_second", "many", "DISPOSISI_MESSAGES_PER_SECOND"),
        ("reminder_floor_minutes", "0", "DISPOSISI_REMINDER_FLOOR_MINUTES"),
        ("log_level", "LOUD", "DISPOSISI_LOG_LEVEL"),
        ("procedures", "jakarta-data,palembang", "palembang"),
        ("procedures_dir", "/nowhere/at/all", "DISPOSISI_PROCEDURES_DIR"),
        ("database_url", "postgres//wrong", "DISPOSISI_DATABASE_URL"),
        ("database_url", "sqlite://", "DISPOSISI_DATABASE_URL"),
        ("database_url", "sqlite:////nowhere/at/all/x.db", "DISPOSISI_DATABASE_URL"),
        ("telegram_api_base", "not a url", "DISPOSISI_TELEGRAM_API_BASE"),
    ],
)
async def test_a_bad_setting_is_named(opened, setting, value, told):
    code, said = await opened(**{setting: value})

    assert code == 1
    assert told in said


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"webhook_url": "https://kantor.example/hook"}, "DISPOSISI_WEBHOOK_SECRET"),
        (
            {
                "webhook_url": "https://kantor.example/hook",
                "webhook_secret": "rahasia",
                "webhook_listen": "here",
            },
            "DISPOSISI_WEBHOOK_LISTEN",
        ),
        (
            {
                "webhook_url": "https://kantor.example/hook",
                "webhook_secret": "with spaces!",
                "webhook_listen": "127.0.0.1:0",
            },
            "DISPOSISI_WEBHOOK_SECRET",
        ),
    ],
    ids=["no secret", "no port", "a bad secret"],
)
async def test_a_webhook_needs_a_secret_and_a_port(opened, settings, told):
    code, said = await opened(**settings)

    assert code == 1
    assert told in said


async def test_a_port_that_somebody_else_has_is_named(opened, address):
    port = address.rpartition(":")[2]

    code, said = await opened(
        webhook_url="https://kantor.example/hook",
        webhook_secret="rahasia",
        webhook_listen=f"127.0.0.1:{port}",
    )

    assert code == 1
    assert "DISPOSISI_WEBHOOK_LISTEN" in said


async def test_a_data_folder_that_cannot_be_written_is_named(opened, folder):
    written(folder / "data", "a file where a folder should be")

    code, said = await opened()

    assert code == 1
    assert "DISPOSISI_DATA_DIR" in said


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
async def test_a_database_that_another_program_holds_is_waited_for_and_then_opened(
    address, folder, mode
):
    database = folder / "data" / "disposisi.db"
    database.parent.mkdir()
    other = sqlite3.connect(database, isolation_level=None)
    other.execute(f"PRAGMA journal_mode={mode}")
    other.execute("BEGIN EXCLUSIVE")
    bot = BotProcess(
        {
            "DISPOSISI_BOT_TOKEN": TOKEN,
            "DISPOSISI_TELEGRAM_API_BASE": address,
            "DISPOSISI_DATA_DIR": str(folder / "data"),
        },
        folder / "bot.log",
    )
    bot.start()
    try:

        async def waits():
            return "held locked by another program" in bot.told()

        async def is_open():
            return "is open" in bot.told()

        await until(waits, 30)
        assert str(database) in bot.told()
        assert "end that program" in bot.told()
        other.execute("ROLLBACK")
        await until(is_open, 30)
        assert bot.told().count("held locked") == 1
        assert "Traceback" not in bot.told()
    finally:
        other.close()
        bot.kill()


async def test_a_vault_key_that_is_none_is_named(opened, folder):
    written(folder / "data" / "keys" / "vault.key", "not a key at all")

    code, said = await opened()

    assert code == 1
    assert "vault.key" in said


async def test_a_vault_without_its_key_is_not_given_a_new_one(opened, folder):
    Vault(folder / "data" / "vault", bytes(range(32))).put(b"surat")

    code, said = await opened()

    assert code == 1
    assert "put it back from your backup" in said
    assert not (folder / "data" / "keys" / "vault.key").exists()


async def test_a_vault_key_of_another_office_is_named(opened, folder):
    Vault(folder / "data" / "vault", bytes(range(32))).put(b"surat")
    written(
        folder / "data" / "keys" / "vault.key",
        base64.b64encode(bytes(32)).decode(),
    )

    code, said = await opened()

    assert code == 1
    assert "do not open with the vault's key" in said


async def test_signing_keys_of_another_passphrase_are_named(opened, folder):
    keys = folder / "keys"
    make_development_certificates(keys, "benar", office_name="Dinas", at=SystemClock().now())

    code, said = await opened(signing_dir=str(keys), signing_passphrase="salah")

    assert code == 1
    assert "passphrase" in said


async def test_a_missing_half_of_the_signing_keys_is_named(opened, folder):
    keys = folder / "keys"
    make_development_certificates(keys, "benar", office_name="Dinas", at=SystemClock().now())
    (keys / "seal.p12").unlink()

    code, said = await opened(signing_dir=str(keys), signing_passphrase="benar")

    assert code == 1
    assert "seal.p12 is missing" in said


async def test_a_database_that_is_none_is_named(opened, folder):
    written(folder / "data" / "disposisi.db", "this is no database " * 100)

    code, said = await opened()

    assert code == 1
    assert "disposisi.db" in said
