"""Bad days on request: floods, failures and cut lines."""

import pytest

from bot.sandbox.limits import FloodLimits
from tests.support.clients import CLIENTS, Lost, Refused, open_client


async def said(client, person, text="Halo"):
    return await client.call("sendMessage", chat_id=person.id, text=text)


async def heard(person):
    return [each["text"] for each in await person.messages() if not each["out"]]


async def test_a_flood_is_told_to_wait(client, town, rina):
    await town.fault("sendMessage", "429", times=2, retry_after=7)
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            await said(client, rina)
        assert refused.value.code == 429
        assert refused.value.description == "Too Many Requests: retry after 7"
        assert refused.value.parameters == {"retry_after": 7}
    assert await said(client, rina)
    assert await heard(rina) == ["Halo"]


@pytest.mark.parametrize("client", CLIENTS)
async def test_a_bot_that_writes_too_fast_is_told_to_wait(start, client):
    limits = FloodLimits(chat_per_second=0.1, chat_burst=2)
    async with start(flood_limits=limits) as hasty:
        rina = await hasty.people.add("Rina Wulandari", 1001)
        dewi = await hasty.people.add("Dewi Lestari", 1002)
        await hasty.people.text(rina, "/start")
        await hasty.people.text(dewi, "/start")
        async with open_client(client, hasty.address, hasty.token) as bot:
            for _ in range(2):
                await bot.call("sendMessage", chat_id=rina, text="Halo")
            with pytest.raises(Refused) as refused:
                await bot.call("sendMessage", chat_id=rina, text="Halo")
            assert 1 <= refused.value.parameters["retry_after"] <= 10
            assert await bot.call("sendMessage", chat_id=dewi, text="Halo")


async def test_a_flood_says_so_in_its_header_too(http, town, rina):
    await town.fault("sendMessage", "429", retry_after=7)
    response = await http.answer("sendMessage", chat_id=rina.id, text="Halo")
    assert (response.status, response.headers["Retry-After"]) == (429, "7")


async def test_a_fault_may_be_one_persons_alone(client, town, rina, dewi):
    await town.fault("sendMessage", "429", times=1, retry_after=3, chat_id=rina.id)
    assert await said(client, dewi)
    with pytest.raises(Refused):
        await said(client, rina)


async def test_a_server_may_fail(client, town, rina):
    await town.fault("sendMessage", "500")
    with pytest.raises(Refused) as refused:
        await said(client, rina)
    assert refused.value.code == 500
    assert refused.value.description.startswith("Internal Server Error")
    assert await heard(rina) == []


async def test_a_line_may_be_cut_before_the_deed(client, town, rina):
    await town.fault("sendMessage", "drop_before")
    with pytest.raises(Lost):
        await said(client, rina)
    assert await heard(rina) == []
    await said(client, rina)
    assert await heard(rina) == ["Halo"]


async def test_a_line_may_be_cut_after_the_deed(client, town, rina):
    await town.fault("sendMessage", "drop_after")
    with pytest.raises(Lost):
        await said(client, rina)
    assert await heard(rina) == ["Halo"]


async def test_a_slow_answer_is_an_answer(client, town, rina):
    await town.fault("sendMessage", "slow", seconds=0.05)
    assert (await said(client, rina))["text"] == "Halo"


async def test_faults_can_be_taken_back(client, town, rina):
    await town.fault("sendMessage", "500", times=100)
    await town.heal()
    assert await said(client, rina)
