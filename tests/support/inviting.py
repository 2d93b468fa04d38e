"""Somebody new comes to a jabatan, by a link that the administrator makes in the chat."""

from messages.actions.office import Invite, Post, Posts
from tests.support.phone import Phone


def it_person(office):
    return Phone(office, office.it_person)


async def opens(office, jabatan):
    """The administrator finds a jabatan among all of them."""
    it = it_person(office)
    await it.writes("/kantor")
    await it.presses(Posts, page=0)
    await it.finds("Halaman 1 dari 2")
    if jabatan not in list(office.office.jabatan)[:8]:
        await it.presses(Posts, page=1)
        await it.finds("Halaman 2 dari 2")
    await it.presses(Post, jabatan=jabatan)
    await it.finds(f"{office.office.jabatan[jabatan].title}\nBerkas di meja ini")
    return it


async def invites(office, jabatan, name):
    """Somebody new joins a jabatan by a link made in the chat; their phone."""
    it = await opens(office, jabatan)
    await it.presses(Invite, jabatan=jabatan)
    await it.writes(name)
    link = (await it.reads("https://t.me/"))["text"].partition("start=")[2].split()[0]
    phone = Phone(office, await office.guest(name))
    await phone.writes(f"/start {link}")
    await phone.reads("Selamat bertugas")
    return phone
