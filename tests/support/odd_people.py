"""People in the middle of a form, and presses that no button asks for."""

from tests.support.phone import Phone


async def at_question(office, place, *, name="Budi", language="id"):
    """Somebody who has come to a question of the form."""
    phone = Phone(office, await office.guest(name, language=language))
    items = office.procedure.items_of(None)
    await phone.begins()
    await phone.fills_in(items[:place])
    await phone.finds(items[place].ask[:60] if place < len(items) else "Periksa kembali")
    return phone


def drafts_of(office, phone):
    return office.rows(
        "SELECT d.at, d.answers, d.closed_at FROM drafts d JOIN people p ON p.id = d.person_id"
        " WHERE p.telegram_id = ? ORDER BY d.id",
        phone.id,
    )


async def pressed(phone, data, *, message_id=None):
    """Press with data that no button carries; the answer."""
    people = phone.office.people
    at = message_id or (await phone.chat())[-1]["message_id"]
    [update_id] = await people.press(phone.id, at, data=data)
    return await people.answer(phone.id, update_id)
