import asyncio
import base64
import contextlib
import json
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine
from typer.testing import CliRunner

from bot.cli.main import app
from bot.cli.procedures import listed
from bot.clock import SystemClock
from bot.files import read_procedures
from bot.opening import StartFailed, naming_what_to_mend
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.signing.development import make_development_certificates
from storage.database import writing_engine
from storage.vault import Vault
from tests.support.command import HERE

SOPS = HERE / "workflow" / "procedures"
SOP = (SOPS / "jakarta-data.yaml").read_text(encoding="utf-8")
TOKEN = "42:SANDBOX"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder of its own, without anybody's .env or settings."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("DISPOSISI_")]:
        monkeypatch.delenv(name)


@dataclass(frozen=True)
class Ran:
    returncode: int
    stdout: str
    stderr: str


def disposisi(folder, *arguments, **settings):
    """The command line in this process: starting Python costs more than what is tried."""
    given = {"data_dir": str(folder / "data"), **settings}
    environment = {f"DISPOSISI_{name.upper()}": value for name, value in given.items()}
    ran = CliRunner().invoke(app, arguments, env=environment)
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return Ran(ran.exit_code, ran.stdout, ran.stderr)


def told(ran):
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def refused(ran):
    assert ran.returncode == 1, ran.stdout
    return ran.stdout + ran.stderr


def test_the_list_names_every_sop_with_its_steps(tmp_path):
    said = told(disposisi(tmp_path, "sop", "list"))

    assert "jakarta-data" in said
    assert "11 steps" in said


def test_the_list_fits_a_terminal_and_leaves_no_word_out():
    for procedure, _ in read_procedures(Settings(_env_file=None)):
        lines = listed(procedure, 80)
        assert max(map(len, lines)) <= 80
        assert " ".join(lines).split() == " ".join(listed(procedure, None)).split()
        assert len(listed(procedure, None)) == 3
        assert listed(procedure, 20)


def test_the_list_for_a_machine_is_json(tmp_path):
    found = {
        one["id"]: one for one in json.loads(told(disposisi(tmp_path, "sop", "list", "--json")))
    }

    assert found["jakarta-data"]["steps"] == 11
    assert found["jakarta-data"]["paths"] == ["lurus", "kembali-2", "kembali-7"]
    assert found["bengkulu-semester"]["begun_by"].endswith("by the calendar on 01-01, 07-01")
    assert found["jakarta-data"]["title"] == "Pelayanan Data dan Informasi Kependudukan"


def test_an_sop_is_shown_step_by_step_with_its_limits_and_arrows(tmp_path):
    said = told(disposisi(tmp_path, "sop", "show", "jakarta-data"))

    assert "Petugas Pengadministrasi" in said
    assert "15 menit" in said
    assert "Kembalikan → 1" in said


def test_an_sop_for_a_machine_is_json(tmp_path):
    shown = json.loads(told(disposisi(tmp_path, "sop", "show", "jakarta-data", "--json")))

    assert [step["number"] for step in shown["steps"]] == [str(n) for n in range(1, 12)]


def test_an_sop_that_is_not_there_is_named_with_the_way_to_find_those_that_are(tmp_path):
    said = refused(disposisi(tmp_path, "sop", "show", "jakarta-dota"))

    assert "jakarta-dota" in said
    assert "pekanbaru-sipenduduk" in said


def test_an_sop_names_the_paths_that_a_play_takes(tmp_path):
    said = told(disposisi(tmp_path, "sop", "show", "pekanbaru-sipenduduk"))
    shown = json.loads(told(disposisi(tmp_path, "sop", "show", "pekanbaru-sipenduduk", "--json")))

    assert "kembali-3            step 3 goes back to 3a once: Ke Operator Editor" in said
    assert "tolak-2              step 2 ends the case: Tolak" in said
    assert "ktp_el               the service KTP-el" in said
    names = [path["name"] for path in shown["paths"]]
    assert names[:5] == ["lurus", "kembali-2", "tolak-2", "kembali-3", "kembali-4"]
    assert len(names) == 11


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--play", "jakarta-dota"), "jakarta-data"),
        (("--play", "jakarta-data", "--path", "kembali-9"), "lurus, kembali-2, kembali-7"),
        (("--path", "kembali-2"), "--play"),
    ],
)
def test_a_play_of_what_is_not_there_starts_nothing_and_names_what_is(tmp_path, arguments, named):
    ran = disposisi(tmp_path, "sandbox", *arguments)

    assert named in refused(ran)
    assert "http://" not in ran.stdout
    assert not (tmp_path / "data").exists()


def test_a_good_file_has_nothing_wrong(tmp_path):
    assert "nothing wrong" in told(
        disposisi(tmp_path, "sop", "check", str(SOPS / "jakarta-data.yaml"))
    )


def test_a_bad_file_is_told_with_line_and_mend_and_so_is_every_other(tmp_path):
    bad = tmp_path / "salah.yaml"
    bad.write_text(SOP.replace("to: '3'}", "to: '33'}", 1), encoding="utf-8")
    arguments = ("sop", "check", str(bad), str(SOPS / "jakarta-data.yaml"))

    said = refused(disposisi(tmp_path, *arguments))
    listed = json.loads(disposisi(tmp_path, *arguments, "--json").stdout)

    assert "salah.yaml" in said
    assert "33" in said
    assert [one["ok"] for one in listed] == [False, True]
    assert listed[0]["faults"]


def test_a_file_that_is_not_there_is_named(tmp_path):
    ran = disposisi(tmp_path, "sop", "check", "nowhere.yaml")

    assert ran.returncode == 2
    assert "nowhere.yaml" in ran.stderr


def test_the_database_is_made_once_and_found_up_to_date_after(tmp_path):
    first = told(disposisi(tmp_path, "db", "upgrade"))
    second = told(disposisi(tmp_path, "db", "upgrade"))

    assert "from empty to" in first
    assert "up to date" in second


@pytest.mark.parametrize("url", ["postgres//wrong", "sqlite:////nowhere/at/all/x.db"])
def test_a_database_that_cannot_be_reached_is_named_with_its_setting(tmp_path, url):
    said = refused(disposisi(tmp_path, "db", "upgrade", database_url=url))

    assert "DISPOSISI_DATABASE_URL" in said


def test_a_data_folder_that_cannot_be_made_is_named_with_its_setting(tmp_path):
    (tmp_path / "data").write_text("a file")

    assert "DISPOSISI_DATA_DIR" in refused(disposisi(tmp_path, "db", "upgrade"))


def test_the_doctor_of_a_fresh_machine_says_what_to_do(tmp_path):
    ran = disposisi(tmp_path, "doctor")
    said = refused(ran)

    assert "DISPOSISI_BOT_TOKEN is not set" in said
    assert "→ ask @BotFather" in said
    assert "will be made at the first start" in said


def test_the_doctor_finds_keys_that_do_not_fit(tmp_path):
    Vault(tmp_path / "data" / "vault", bytes(range(32))).put(b"surat")
    keys = tmp_path / "data" / "keys"
    make_development_certificates(
        keys / "signing", "benar", office_name="Dinas", at=SystemClock().now()
    )
    (keys / "vault.key").write_text(base64.b64encode(bytes(range(32))).decode())

    found = findings(
        disposisi(tmp_path, "doctor", "--json", signing_passphrase="salah", bot_token="abc")
    )

    assert found["vault key"]["ok"]
    assert "passphrase" in found["signing keys"]["seen"]
    assert "not a token" in found["token"]["seen"]


def test_the_doctor_finds_an_office_that_never_opens(tmp_path):
    office = tmp_path / "office.yaml"
    never = ", ".join(
        f"{day}: []"
        for day in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
    sample = (SOPS / "office" / "sample-office.yaml").read_text(encoding="utf-8")
    office.write_text(f"{sample}\nhours: {{{never}}}\n", encoding="utf-8")

    found = findings(disposisi(tmp_path, "doctor", "--json", office_file=str(office)))

    assert "does not open" in found["office file"]["seen"]


def test_the_doctor_misses_the_key_of_files_that_are_there(tmp_path):
    Vault(tmp_path / "data" / "vault", bytes(range(32))).put(b"surat")

    found = findings(disposisi(tmp_path, "doctor", "--json"))

    assert "put it back from your backup" in found["vault key"]["seen"]
    assert not (tmp_path / "data" / "keys").exists()


def test_the_doctor_names_whoever_holds_a_jabatan_that_the_office_file_lost(tmp_path):
    disposisi(tmp_path, "db", "upgrade")
    books = sqlite3.connect(tmp_path / "data" / "disposisi.db")
    with books:
        books.execute(
            "INSERT INTO people (id, telegram_id, name, language, administrator, reachable,"
            " joined_at) VALUES (1, 7, 'Dewi', 'id', 0, 1, '2026-01-01 00:00:00.000000')"
        )
        books.execute(
            'INSERT INTO appointments (person_id, jabatan, name, nip, "rank", acting, begins_at)'
            " VALUES (1, 'kasi_lama', 'Dewi', '', '', '', '2026-01-01 00:00:00.000000')"
        )
    books.close()

    found = findings(disposisi(tmp_path, "doctor", "--json"))

    assert not found["appointments"]["ok"]
    assert "Dewi (kasi_lama)" in found["appointments"]["seen"]


def test_the_doctor_sees_who_is_in_office_although_the_clock_was_set_back(tmp_path):
    disposisi(tmp_path, "db", "upgrade")
    with closing(sqlite3.connect(tmp_path / "data" / "disposisi.db")) as books, books:
        books.execute(
            "INSERT INTO people (id, telegram_id, name, language, administrator, reachable,"
            " joined_at) VALUES (1, 7, 'Dewi', 'id', 0, 1, '2099-01-01 00:00:00.000000')"
        )
        books.execute(
            'INSERT INTO appointments (person_id, jabatan, name, nip, "rank", acting, begins_at)'
            " VALUES (1, 'kasi_lama', 'Dewi', '', '', '', '2099-01-01 00:00:00.000000')"
        )
        books.execute(
            "INSERT INTO outbox (person_id, kind, body, urgency, state, created_at, error,"
            " attempts) VALUES (1, 'tell', '{}', 0, 'sent', '2099-01-02 00:00:00.000000', '', 1)"
        )

    found = findings(disposisi(tmp_path, "doctor", "--json"))

    assert "behind the latest moment in the books" in found["time"]["seen"]
    assert "Dewi (kasi_lama)" in found["appointments"]["seen"]


def test_the_doctor_names_each_damaged_and_each_missing_file(tmp_path):
    keys = tmp_path / "data" / "keys"
    keys.mkdir(parents=True)
    (keys / "vault.key").write_text(base64.b64encode(bytes(range(32))).decode())
    vault = Vault(tmp_path / "data" / "vault", bytes(range(32)))
    told(disposisi(tmp_path, "db", "upgrade"))
    whole, damaged = vault.put(b"surat"), vault.put(b"ktp")
    (tmp_path / "data" / "vault" / damaged[:2] / damaged).write_bytes(b"x" * 50)
    connection = sqlite3.connect(tmp_path / "data" / "disposisi.db")
    with contextlib.closing(connection), connection:
        connection.execute(
            "INSERT INTO cases (id, number, code, procedure_id, procedure_version, subject, state,"
            " answers, opened_at, version) VALUES"
            " (1, 'PDK-2026-00001', 'C', 'p', 1, 's', 'open', '{}', '2026-11-23', 1)"
        )
        connection.execute(
            "INSERT INTO papers (case_id, kind, state, digest, number, made_at)"
            " VALUES (1, 'surat', 'signed', ?, '1', '2026-11-23')",
            ("f" * 64,),
        )

    found = findings(disposisi(tmp_path, "doctor", "--json"))["files in the vault"]

    assert not found["ok"]
    assert f"{damaged} is damaged" in found["seen"]
    assert f"{'f' * 64} of PDK-2026-00001 is missing" in found["seen"]
    assert whole not in found["seen"]


def test_the_doctor_sees_what_other_users_of_the_machine_may_read(tmp_path):
    data = tmp_path / "data"
    data.mkdir(exist_ok=True)
    data.chmod(0o755)
    (data / "disposisi.db").touch(mode=0o644)
    (data / "disposisi.db").chmod(0o644)

    found = findings(disposisi(tmp_path, "doctor", "--json"))

    assert not found["modes of files"]["ok"]
    assert str(data / "disposisi.db") in found["modes of files"]["cure"]


def test_the_doctor_finds_an_overwritten_page(tmp_path):
    disposisi(tmp_path, "db", "upgrade")
    books = tmp_path / "data" / "disposisi.db"
    with books.open("r+b") as file:
        file.seek(2 * 4096)
        file.write(b"\xff" * 4096)

    found = findings(disposisi(tmp_path, "doctor", "--json"))

    assert found["database"]["seen"].startswith("is damaged: ")
    assert "backup" in found["database"]["cure"]


def test_the_doctor_finds_everything_wrong_in_one_round(tmp_path):
    office = tmp_path / "office.yaml"
    office.write_text("letterhed: {}", encoding="utf-8")
    found = findings(
        disposisi(
            tmp_path,
            "doctor",
            "--json",
            office_file=str(office),
            procedures="jakarta-data,palembang",
            bot_token=TOKEN,
            telegram_api_base="http://127.0.0.1:9",
            database_url="sqlite:////nowhere/at/all/x.db",
        )
    )

    bad = {name for name, one in found.items() if not one["ok"]}
    assert {"office file", "SOPs", "Telegram", "database"} <= bad
    assert all(found[name]["cure"] for name in bad)


def findings(ran):
    return {one["name"]: one for one in json.loads(ran.stdout)}


@pytest.fixture
async def address(tmp_path):
    sandbox = Sandbox(
        folder=tmp_path / "telegram", token=TOKEN, starts_at=datetime(2026, 11, 23, 2, tzinfo=UTC)
    )
    async with sandbox.listening() as address:
        yield address


async def run(tmp_path, *arguments, **settings):
    """In a thread, since the server it speaks to runs here."""
    return await asyncio.to_thread(disposisi, tmp_path, *arguments, **settings)


async def test_the_doctor_of_a_working_office_names_the_lanes_that_nobody_holds(tmp_path, address):
    given = {"bot_token": TOKEN, "telegram_api_base": address}
    told(await run(tmp_path, "db", "upgrade", **given))
    link = told(
        await run(
            tmp_path, "people", "invite", "petugas", "--name", "Dewi Anggraini, A.Md", **given
        )
    )

    found = findings(await run(tmp_path, "doctor", "--json", **given))

    assert link.startswith("https://t.me/")
    assert "?start=j" in link
    assert found["token"]["ok"]
    assert found["database"]["ok"]
    assert not found["lanes"]["ok"]
    assert "Petugas Pengadministrasi" in found["lanes"]["seen"]
    assert "people invite" in found["lanes"]["cure"]


async def test_the_doctor_says_that_a_token_is_refused(tmp_path, address):
    found = findings(
        await run(tmp_path, "doctor", "--json", bot_token="43:ELSEWHERE", telegram_api_base=address)
    )

    assert not found["token"]["ok"]
    assert "@BotFather" in found["token"]["cure"]


async def test_the_doctor_finds_an_old_database(tmp_path, address):
    given = {"bot_token": TOKEN, "telegram_api_base": address}
    told(await run(tmp_path, "db", "upgrade", **given))
    engine = writing_engine(f"sqlite:///{tmp_path / 'data' / 'disposisi.db'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
    engine.dispose()

    found = findings(await run(tmp_path, "doctor", "--json", **given))

    assert not found["database"]["ok"]
    assert "db upgrade" in found["database"]["cure"]


def test_a_database_that_another_program_holds_is_told_as_what_it_is(tmp_path):
    told(disposisi(tmp_path, "db", "upgrade"))
    url = f"sqlite:///{tmp_path / 'data' / 'disposisi.db'}"
    with contextlib.closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as other:
        other.execute("BEGIN EXCLUSIVE")

        found = findings(disposisi(tmp_path, "doctor", "--json"))

        assert not found["database"]["ok"]
        assert "locked by another program" in found["database"]["seen"]
        assert "end that program" in found["database"]["cure"]
        hasty = create_engine(url, connect_args={"timeout": 0.01})
        settings = Settings(_env_file=None, data_dir=tmp_path / "data")
        with pytest.raises(StartFailed, match="held locked"), naming_what_to_mend(settings):
            hasty.connect().exec_driver_sql("BEGIN IMMEDIATE")
        hasty.dispose()

    assert findings(disposisi(tmp_path, "doctor", "--json"))["database"]["ok"]


def test_a_database_of_a_later_version_is_left_alone_and_told(tmp_path):
    told(disposisi(tmp_path, "db", "upgrade"))
    engine = writing_engine(f"sqlite:///{tmp_path / 'data' / 'disposisi.db'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()

    said = refused(disposisi(tmp_path, "db", "upgrade"))
    found = findings(disposisi(tmp_path, "doctor", "--json"))

    assert "later version of Disposisi" in said
    assert "later version of Disposisi" in found["database"]["seen"]


async def test_an_invitation_of_nobody_is_not_issued(tmp_path, address):
    invited = ("people", "invite", "petugas", "--name", "-")
    said = refused(await run(tmp_path, *invited, bot_token=TOKEN, telegram_api_base=address))

    assert "--name is missing" in said


@pytest.mark.parametrize("nip", ["123", "19700312199503200l", "1970031219950320011"])
async def test_an_invitation_with_half_a_nip_is_not_issued(tmp_path, address, nip):
    said = refused(
        await run(
            tmp_path,
            "people",
            "invite",
            "petugas",
            "--name",
            "Dewi",
            "--nip",
            nip,
            bot_token=TOKEN,
            telegram_api_base=address,
        )
    )

    assert "18 digits" in said


async def test_an_invitation_to_a_jabatan_that_is_not_there_names_those_that_are(tmp_path, address):
    said = refused(
        await run(
            tmp_path,
            "people",
            "invite",
            "petugass",
            "--name",
            "Dewi",
            bot_token=TOKEN,
            telegram_api_base=address,
        )
    )

    assert "petugass" in said
    assert "kepala_dinas" in said
