"""A fault of our own: the update is set aside after three tries, and nobody waits behind it."""

import pytest
import pytest_asyncio

from tests.support.phone import Phone
from tests.support.running import an_office_at_work

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def office(tmp_path_factory):
    async with an_office_at_work(tmp_path_factory.mktemp("office")) as office:
        yield office


@pytest_asyncio.fixture(loop_scope="module")
async def budi(office):
    """Somebody whose form is damaged: whatever touches it breaks."""
    budi = Phone(office, await office.guest("Budi"))
    await budi.begins()
    office.write(
        "UPDATE drafts SET asks = '[\"gone\"]' WHERE person_id ="
        " (SELECT id FROM people WHERE telegram_id = ?)",
        budi.id,
    )
    return budi


async def test_the_person_is_told_something_true_and_the_chat_goes_on(office, budi):
    await budi.writes("Dinas Kesehatan")
    await budi.writes("/bantuan")

    await budi.reads("Bantuan")
    said = [one["text"] for one in await budi.chat() if not one["out"]][-2:]

    assert said[0].startswith("Diterima, sedang kami periksa")
    assert "Traceback" not in await budi.said()
    assert office.inbox()["parked"] >= 1


async def test_the_administrator_sees_that_something_was_set_aside(office, budi):
    await budi.writes("Dinas Kesehatan")
    await budi.reads("sedang kami periksa")
    it_person = Phone(office, office.it_person)

    await it_person.writes("/kantor")

    await it_person.reads(f"gagal diolah: {office.inbox()['parked']}")


async def test_others_do_not_wait_behind_it(office, budi):
    await budi.writes("Dinas Kesehatan")
    sari = Phone(office, await office.guest("Sari"))

    await sari.writes("/start")
    await sari.reads("Selamat datang")

    assert "sedang kami periksa" not in await budi.said()
