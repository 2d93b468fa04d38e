"""The menu of commands that each person's phone shows, over HTTP, by the real bot."""

from functools import partial

import pytest

from tests.support.phone import Phone, until

pytestmark = pytest.mark.asyncio(loop_scope="module")


def officer(office, jabatan):
    return Phone(office, office.officer(jabatan))


async def lists(phone, words, *, without):
    """Whether a phone's menu offers a command so described, and does not offer another."""
    menu = (await phone.office.people.person(phone.id))["commands"]
    told = {one["command"]: one["description"] for one in menu}
    return words in told.values() and without not in told


async def test_everybodys_menu_offers_what_they_may_use_in_their_language(office):
    rina, clerk = Phone(office, office.applicant), officer(office, "petugas")
    await until(partial(lists, rina, "Status permohonan saya", without="tugas"))
    await until(partial(lists, clerk, "Tugas saya menurut batas waktu", without="pantau"))
    await until(partial(lists, officer(office, "sekretaris"), "Bantuan", without="kantor"))

    await clerk.writes("/bahasa")
    await until(partial(lists, clerk, "My tasks by due time", without="pantau"))

    await clerk.writes("/bahasa")
    await until(partial(lists, clerk, "Tugas saya menurut batas waktu", without="pantau"))
