"""What time does by itself: reminders and alerts, in office hours, together, and never twice."""

import re
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from messages.actions.supervisor import Remind
from tests.support.phone import Phone, hand_on, hand_on_to, until

pytestmark = pytest.mark.asyncio(loop_scope="module")

WIB = ZoneInfo("Asia/Jakarta")
REMINDER = "menunggu Anda"  # before the limit, and past it
OVERDUE = "Lewat batas dalam pantauan Anda"


async def at(office, hour, minute=0, *, days=0):
    now = (await office.people.now()).astimezone(WIB)
    day = now.date() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=WIB)


def clerk_of(office):
    return Phone(office, office.officer("petugas"))


def superior_of(office):
    return Phone(office, office.officer("sekretaris"))


async def told(phone, words):
    return [one for one in await phone.chat() if not one["out"] and words in one["text"]]


async def has(phone, words, count):
    return len(await told(phone, words)) >= count


async def quiet_until(office, moment):
    """Travel to a moment; whatever was to be said on the way is said by then."""
    await office.people.travel_to(moment)
    await until(partial(settled, office))


async def settled(office):
    """No alarm is due any more, and nothing waits to be sent."""
    [(due,)] = office.rows(
        "SELECT count(*) FROM tasks WHERE done_at IS NULL AND next_alarm_at <= ?",
        (await office.people.now()).astimezone(ZoneInfo("UTC")).strftime("%Y-%m-%d %H:%M:%S.%f"),
    )
    [(waiting,)] = office.rows(
        "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'claimed') AND not_before IS NULL"
    )
    return due == waiting == 0


async def test_an_officer_is_reminded_before_and_at_the_limit_and_then_the_superior_hears(office):
    clerk, superior = clerk_of(office), superior_of(office)
    number = await Phone(office, await office.guest("Budi")).hands_in()
    opened_at = office.task(number).opened_at

    await quiet_until(office, opened_at + timedelta(minutes=11))
    assert len(await told(clerk, REMINDER)) == 0
    await quiet_until(office, opened_at + timedelta(minutes=11, seconds=20))
    await until(partial(has, clerk, REMINDER, 1))
    assert number in (await told(clerk, REMINDER))[0]["text"]
    assert await told(superior, OVERDUE) == []

    # The limit itself comes four minutes later, and does not wait for the reminder before it.
    await quiet_until(office, opened_at + timedelta(minutes=15, seconds=20))
    await until(partial(has, clerk, REMINDER, 2))
    assert "Lewat batas: 1 dari 1" in (await told(clerk, REMINDER))[1]["text"]
    assert await told(superior, OVERDUE) == []

    await quiet_until(office, opened_at + timedelta(minutes=31))
    await until(partial(has, superior, OVERDUE, 1))
    assert number in (await told(superior, OVERDUE))[0]["text"]
    assert len(await told(clerk, REMINDER)) == 2

    await hand_on(office, number)


async def test_the_superior_sends_a_reminder_with_one_press(office):
    clerk, superior = clerk_of(office), superior_of(office)
    number = await Phone(office, await office.guest("Budi")).hands_in()
    await quiet_until(office, office.task(number).opened_at + timedelta(minutes=45))
    await until(partial(has, superior, number, 1))
    before = len(await told(clerk, REMINDER))

    answer = await superior.presses(Remind, task_id=office.task(number).id)

    assert answer.text == "Sudah diingatkan."
    await until(partial(has, clerk, REMINDER, before + 1))

    again = await superior.presses(Remind, task_id=office.task(number).id)

    assert again.alert
    assert re.match(r"Sudah diingatkan \w{3} \d\d\.\d\d WIB\.", again.text)
    await hand_on(office, number)
    assert len(await told(clerk, REMINDER)) == before + 1


async def test_nothing_is_said_to_a_desk_that_has_decided_in_time(office):
    chief = Phone(office, office.officer("kabid_bdi"))
    number = await Phone(office, await office.guest("Budi")).hands_in()
    await hand_on_to(office, number, "5")

    await quiet_until(office, await office.people.now() + timedelta(hours=1))

    assert await told(chief, REMINDER) == []
    await hand_on_to(office, number, "11")


async def test_what_is_late_at_closing_time_is_said_once_at_the_next_opening(office):
    clerk, superior = clerk_of(office), superior_of(office)
    await quiet_until(office, await at(office, 15, 50))
    numbers = [await Phone(office, await office.guest("Budi")).hands_in() for _ in range(3)]
    before = len(await told(clerk, REMINDER)), len(await told(superior, OVERDUE))

    await quiet_until(office, await at(office, 16, 1))
    said = len(await told(clerk, REMINDER))
    for hour in (18, 21):
        await quiet_until(office, await at(office, hour))
    await quiet_until(office, await at(office, 7, 0, days=1))
    assert len(await told(clerk, REMINDER)) == said
    assert len(await told(superior, OVERDUE)) == before[1]

    await quiet_until(office, await at(office, 7, 46))
    await until(partial(has, clerk, REMINDER, said + 1))
    last = (await told(clerk, REMINDER))[-1]["text"]
    assert all(number in last for number in numbers)
    assert len(await told(clerk, REMINDER)) == said + 1
    for number in numbers:
        await hand_on(office, number)


async def test_over_the_weekend_nobody_is_woken_and_on_monday_it_is_said_together(office):
    clerk, superior = clerk_of(office), superior_of(office)
    await quiet_until(office, await friday(office, 14, 0))
    numbers = [await Phone(office, await office.guest("Budi")).hands_in() for _ in range(2)]
    await quiet_until(office, await friday(office, 14, 20))
    before = len(await told(clerk, REMINDER)), len(await told(superior, OVERDUE))

    await quiet_until(office, await friday(office, 23, 0))
    evening = len(await told(clerk, REMINDER)), len(await told(superior, OVERDUE))
    for days in (1, 2):
        await quiet_until(office, await friday(office, 12, 0, days=days))
    assert (len(await told(clerk, REMINDER)), len(await told(superior, OVERDUE))) == evening

    await quiet_until(office, await friday(office, 8, 0, days=3))
    await until(partial(has, superior, OVERDUE, evening[1] + 1))
    assert evening[0] - before[0] <= 2
    last = (await told(superior, OVERDUE))[-1]["text"]
    assert all(number in last for number in numbers)
    for number in numbers:
        await hand_on(office, number)


async def friday(office, hour, minute, *, days=0):
    now = (await office.people.now()).astimezone(WIB)
    to_friday = (4 - now.weekday()) % 7 if now.weekday() <= 4 else now.weekday() - 4
    sign = 1 if now.weekday() <= 4 else -1
    return await at(office, hour, minute, days=sign * to_friday + days)


async def test_after_a_stop_what_was_missed_is_said_once(office):
    clerk, superior = clerk_of(office), superior_of(office)
    await quiet_until(office, await at(office, 9, 0, days=1))
    number = await Phone(office, await office.guest("Budi")).hands_in()
    before = len(await told(clerk, number)), len(await told(superior, number))

    office.kill()
    await office.people.advance(hours=2)
    await office.start()
    await until(partial(has, superior, number, before[1] + 1))
    await until(partial(settled, office))

    assert len(await told(superior, number)) == before[1] + 1
    assert len(await told(clerk, number)) == before[0] + 1
    await hand_on(office, number)


async def test_an_applicant_is_not_hurried(office):
    budi = Phone(office, await office.guest("Budi"))
    number = await budi.hands_in()
    await hand_on_to(office, number, "11")
    await until(partial(settled, office))
    before = len(await budi.chat())

    await quiet_until(office, await office.people.now() + timedelta(days=2))

    assert len(await budi.chat()) == before
