"""`python -m tests.support.keep_books`: keep today's books before a migration changes their shape.

Plays one office with the code at hand, in every state that a file can be in, and writes what then
lies in its tables, and which buttons on its phones, to `tests/data/books`.
"""

import gzip
import json
from datetime import date, datetime, timedelta

from sqlalchemy import MetaData, select

from bot.delivery.claiming import Claiming
from bot.delivery.screens.rows import CardScreen
from bot.delivery.screens.table import row_of
from messages.localizer import localizer_for
from storage import migrating
from tests.support.books import is_sent
from tests.support.builders import shipped_text
from tests.support.office import open_office
from tests.support.old_books import FOLDER
from workflow.people import Acting
from workflow.shown import digest_of
from workflow.verbs import Verb

SOPS = ("pekanbaru-sipenduduk", "bengkulu-semester", "kemendagri-data")


def played():
    """The office, with files at every desk and in every state."""
    with open_office(sops=[shipped_text(one) for one in SOPS]) as office:
        _requests(office)
        _holds(office)
        _signatures(office)
        office.colleague("joko", "petugas")
        in_three_days = office.clock.now() + timedelta(days=3)
        office.appoint("sekretaris", "kepala_dinas", acting=Acting.PLH, until=in_three_days)
        _other_sops(office)
        _half_done(office)
        office.clock.wait(hours=2)
        office.ticks()
        yield office


def _requests(office):
    office.applies("rina")  # waits to be looked at
    office.clock.wait(minutes=3)
    office.applies("budi")
    office.decides("petugas", "kembalikan")
    office.applies("rina")
    office.decides("petugas", "kembalikan")
    office.repairs("rina")
    office.presses("petugas", "kembalikan")  # a verifier is still marking
    office.marks("petugas", "kembalikan", "identitas", 2)
    office.applies("rina")
    office.goes_to("7")
    office.decides("kasi", "perbaiki")


def _holds(office):
    """One file waits for SIAK, one in own words that nobody has agreed to yet."""
    for chosen, words in (("gangguan-siak", "25-11-2026"), ("-@", "Menunggu arsip lama")):
        office.applies("rina")
        task = office.task
        office.does(
            "petugas",
            lambda desks, it=task, one=chosen: desks.verbs.choose(it.id, Verb.HOLD, one),
        )
        office.says("petugas", words)


def _signatures(office):
    office.applies("budi")
    office.goes_to("9")
    task = office.task
    office.presses("kepala_dinas", "tandatangani")  # ordered, and not yet set
    words = office.words_on("kepala_dinas")
    office.does(
        "kepala_dinas", lambda desks: desks.officer.acting(task.id).sure("tandatangani", words)
    )
    office.silence()
    office.applies("rina")
    office.goes_to("10")
    office.applies("budi")
    office.goes_to("11")
    office.applies("rina")
    office.goes_to("11")
    office.goes_on()


def _other_sops(office):
    office.applies("rina", "pekanbaru-sipenduduk", "ktp_el")
    office.goes_on()
    office.begins("petugas", "pekanbaru-sipenduduk", "ktp_el")  # at the counter
    office.fills("petugas")
    office.submits("petugas")
    office.begins("kepala_dinas", "bengkulu-semester")
    office.goes_to("2")
    task, adb = office.task, office.ids["adb"]
    office.presses("kabid_piak", "bentuk")
    for call in (
        lambda desks: desks.officer.choosing(task.id).choose_member("bentuk", adb, member=True),
        lambda desks: desks.officer.choosing(task.id).appoint("bentuk", digest_of(adb)),
    ):
        office.does("kabid_piak", call)
    office.applies("budi", "kemendagri-data")
    office.goes_to("3")
    task, granted = office.task, office.ids["pengelola_data"]
    office.presses("kasi_pengolahan", "beri_akses")
    office.does(
        "kasi_pengolahan",
        lambda desks: desks.officer.choosing(task.id).grant("beri_akses", granted),
    )


def _half_done(office):
    office.applies("rina")
    office.goes_to("4")
    task = office.task
    office.does("kabid_bdi", lambda desks: desks.officer.acting(task.id).write("disposisi"))
    office.work.cards.lay(f"task:{task.id}", office.ids["kabid_bdi"], 41, at=office.clock.now())
    office.begins("budi")
    office.answers_until("budi", "identitas")
    office.does("it", lambda desks: desks.administrator.ask_invitation("kasi"))
    office.says("it", "Wulan Sari, S.E\n198811222012012003\nPenata")


def buttons(office):
    """Chat and data of every button that lies on a phone once everything was told."""
    connection, found = office.work.connection, set()
    claiming = Claiming(office.context, office.clock)
    with connection.begin_nested() as telling:
        while told := claiming.claim(connection, "disposisi_bot"):
            for one in told:
                found |= {(one.claimed.chat_id, data) for data in _on_card(office, one)}
                is_sent(connection, one.claimed, at=office.clock.now())
        telling.rollback()
    return sorted(found)


def _on_card(office, told):
    row = row_of(told)
    if told.view is None or not isinstance(row, CardScreen):  # a paper, or a message taken away
        return []
    card = row.draws(told.view, localizer_for(told.claimed.language, office.context.calendar.tz))
    return [button.action.encode() for row in card.rows for button in row]


def books(connection):
    tables = MetaData()
    tables.reflect(connection)
    found = {
        table.name: [
            {name: _plain(value) for name, value in row.items()}
            for row in connection.execute(select(table)).mappings()
        ]
        for table in tables.sorted_tables
        if table.name != "alembic_version"
    }
    return {name: rows for name, rows in found.items() if rows}


def _plain(value):
    return value.isoformat() if isinstance(value, date | datetime) else value


def main():
    for office in played():
        connection = office.work.connection
        revision = migrating.revision(connection)
        kept = {"revision": revision, "buttons": buttons(office), "books": books(connection)}
        text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        file = FOLDER / f"{revision}.json.gz"
        file.write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main()
