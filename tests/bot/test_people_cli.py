import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.server import Sandbox
from storage.database import writing_engine
from tests.bot.test_cli import TOKEN, disposisi, here, refused, told  # noqa: F401

NOW = datetime.now(UTC)  # noqa: TID251  # the command line lives by the wall clock
IN_A_MONTH = f"{NOW + timedelta(days=30):%d-%m-%Y}"
A_WEEK_AGO = f"{NOW - timedelta(days=7):%d-%m-%Y}"


@pytest.fixture
async def bot(tmp_path):
    """Telegram, at which the bot is called @disposisi_sandbox_bot."""
    sandbox = Sandbox(
        folder=tmp_path / "telegram", token=TOKEN, starts_at=datetime(2026, 11, 23, 2, tzinfo=UTC)
    )
    async with sandbox.listening() as address:
        yield {"bot_token": TOKEN, "telegram_api_base": address}


@pytest.fixture
def office(tmp_path):
    """The sample office with Siti and Dewi in office, and Bayu as administrator."""
    told(disposisi(tmp_path, "db", "upgrade"))
    engine = writing_engine(f"sqlite:///{tmp_path / 'data' / 'disposisi.db'}")
    people = (("Siti", "kasi", 0), ("Dewi", "petugas", 0), ("Bayu", "", 1))
    with engine.begin() as connection:
        for number, (name, jabatan, administrator) in enumerate(people, start=1):
            connection.exec_driver_sql(
                "INSERT INTO people (id, telegram_id, name, language, administrator, reachable,"
                " joined_at) VALUES (?, ?, ?, 'id', ?, 1, '2026-01-05 00:00:00.000000')",
                (number, 1000 + number, name, administrator),
            )
            if jabatan:
                connection.exec_driver_sql(
                    "INSERT INTO appointments (person_id, jabatan, name, nip, rank, acting,"
                    " begins_at) VALUES (?, ?, ?, '', '', '', '2026-01-05 00:00:00.000000')",
                    (number, jabatan, name),
                )
    engine.dispose()
    return tmp_path


def listed(folder):
    return json.loads(told(disposisi(folder, "people", "list", "--json")))


def messages(folder):
    engine = writing_engine(f"sqlite:///{folder / 'data' / 'disposisi.db'}")
    with engine.begin() as connection:
        rows = connection.exec_driver_sql("SELECT person_id, kind, body FROM outbox").all()
    engine.dispose()
    return [(row.person_id, row.kind, json.loads(row.body)) for row in rows]


def test_the_list_shows_who_holds_which_jabatan_and_what_is_vacant(office):
    said = told(disposisi(office, "people", "list"))

    assert "1  kasi: Siti, from 2026-01-05" in said
    assert "Vacant: kepala_dinas" in said
    assert "3  Bayu" in said


def test_the_list_for_a_machine_is_json(office):
    found = listed(office)

    assert [(one["number"], one["name"]) for one in found["appointments"]] == [
        (1, "Siti"),
        (2, "Dewi"),
    ]
    assert found["appointments"][0]["until"] is None
    assert "kepala_dinas" in found["vacant"]
    assert found["administrators"] == [{"number": 3, "name": "Bayu"}]


def test_a_list_of_nothing_makes_no_database(tmp_path):
    assert "no database yet" in refused(disposisi(tmp_path, "people", "list"))
    assert not (tmp_path / "data").exists()


def test_an_appointment_is_ended_without_sql_and_the_person_is_told(office):
    assert "Siti is no longer" in told(disposisi(office, "people", "end", "1"))

    assert [one["name"] for one in listed(office)["appointments"]] == ["Dewi"]
    told_of = {kind: (person, body) for person, kind, body in messages(office)}
    assert told_of.keys() == {"ListCommands", "TakeBack", "Tell"}
    assert {person for person, _ in told_of.values()} == {1}
    assert told_of["Tell"][1]["message_id"] == "appointment-ended"


def test_an_appointment_that_is_over_or_unknown_is_not_ended(office):
    told(disposisi(office, "people", "end", "1"))

    assert "over already" in refused(disposisi(office, "people", "end", "1"))
    assert "people list" in refused(disposisi(office, "people", "end", "99"))


def test_an_administrator_is_dismissed_by_number(office):
    assert "no longer administrator" in told(
        disposisi(office, "people", "end", "3", "--administrator")
    )

    assert listed(office)["administrators"] == []
    sent = [(person, kind) for person, kind, _ in messages(office)]
    assert sent == [(3, "ListCommands"), (3, "TakeBack")]
    assert "no administrator 1" in refused(
        disposisi(office, "people", "end", "1", "--administrator")
    )


def test_an_officer_acts_in_another_jabatan_for_a_time(office):
    given = ("--acting", "plh", "--until", IN_A_MONTH, "--sk", "800/1/2026")

    said = told(disposisi(office, "people", "act", "kasi", "2", *given))

    assert "Dewi is Plh. Kepala Seksi" in said
    [_, acting, _] = listed(office)["appointments"]
    assert (acting["name"], acting["acting"], acting["sk"]) == ("Dewi", "Plh.", "800/1/2026")
    assert [
        (person, body.get("message_id"))
        for person, kind, body in messages(office)
        if kind == "Tell"
    ] == [(2, "acting-begun"), (1, "acting-begun-for")]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--acting", "pjs", "--until", IN_A_MONTH), "plh or plt"),
        (("--acting", "plt", "--until", "besok"), "A day is written like"),
        (("--acting", "plt", "--until", A_WEEK_AGO), "look at the year"),
        (("--acting", "plt", "--from", A_WEEK_AGO, "--until", IN_A_MONTH), "look at the year"),
    ],
)
def test_what_is_wrong_with_a_term_is_said(office, given, said):
    assert said in refused(disposisi(office, "people", "act", "kasi", "2", *given))
    assert len(listed(office)["appointments"]) == 2


def test_nobody_acts_for_himself_or_in_a_jabatan_that_is_not_there(office):
    given = ("--acting", "plt", "--until", IN_A_MONTH)

    assert "somebody else" in refused(disposisi(office, "people", "act", "kasi", "1", *given))
    assert "kepala_dinas" in refused(disposisi(office, "people", "act", "kasie", "1", *given))


async def run(folder, *arguments, **settings):
    """In a thread, since the server it speaks to runs here."""
    return await asyncio.to_thread(disposisi, folder, *arguments, **settings)


async def test_a_link_may_be_for_a_time_and_be_cancelled(office, bot):
    given = ("--name", "Joko", "--acting", "plt", "--until", IN_A_MONTH)

    link = told(await run(office, "people", "invite", "kepala_dinas", *given, **bot))

    assert "?start=j" in link
    [one] = listed(office)["invitations"]
    assert (one["jabatan"], one["name"], one["acting"]) == ("kepala_dinas", "Joko", "Plt.")
    assert "good until" in told(disposisi(office, "people", "list"))
    told(disposisi(office, "people", "cancel", str(one["number"])))
    assert listed(office)["invitations"] == []
    assert "no open link" in refused(disposisi(office, "people", "cancel", "1"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("kasi", "--name", "Joko", "--until", IN_A_MONTH), "belong to --acting"),
        (("kasi", "--name", "Joko", "--acting", "plh"), "--until is missing"),
        (("administrator", "--name", "Joko", "--acting", "plh"), "Nobody acts as administrator"),
    ],
)
def test_a_link_for_a_time_needs_all_that_belongs_to_it(office, given, said):
    assert said in refused(disposisi(office, "people", "invite", *given))


def test_without_a_token_no_link_is_made_and_the_token_is_named(office):
    said = refused(disposisi(office, "people", "invite", "kasi", "--name", "Joko", bot_token=""))
    assert "DISPOSISI_BOT_TOKEN is not set" in said
    assert listed(office)["invitations"] == []
