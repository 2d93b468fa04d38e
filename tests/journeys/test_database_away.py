"""The database is taken away from a bot at work: nothing is decided, and nothing is lost."""

from functools import partial

import pytest

from tests.support.phone import Phone, hand_on, until

pytestmark = pytest.mark.asyncio(loop_scope="module")


def books(office):
    folder = office.settings.data_dir
    return [folder / f"disposisi.db{ending}" for ending in ("", "-wal", "-shm")]


def moved(office, folder):
    for one in books(office):
        one.rename(folder / one.name)


async def says(office, words):
    return words in office.log()


async def test_a_database_moved_away_is_waited_for_and_what_came_meanwhile_is_handled(
    office, tmp_path
):
    budi = Phone(office, await office.guest("Budi"))
    await budi.writes("/start")
    await budi.reads("Layanan")
    moved(office, tmp_path)

    await budi.writes("/status")
    await until(partial(says, office, "is not there any more"))
    assert not any(one.exists() for one in books(office)), "no new, empty office is made"

    for one in books(office):
        (tmp_path / one.name).rename(one)
    await budi.reads("permohonan")
    await until(partial(says, office, "is there again"))

    number = await Phone(office, await office.guest("Rina")).hands_in()
    await hand_on(office, number)
