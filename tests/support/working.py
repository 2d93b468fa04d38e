"""A worker over real books, whose dispatcher the test plays."""

from bot.intake.handling import UpdateHandler
from bot.intake.worker import Worker
from tests.support.fakes import CountedBytes, FixedClock


def a_worker(writer, context, dispatcher, nursery):
    async def answer(query_id, handled):
        raise AssertionError("nobody pressed")

    return Worker(
        dispatcher=dispatcher,
        bot=None,
        writer=writer,
        handler=UpdateHandler(context, FixedClock(), CountedBytes(), lambda: "bot"),
        tools={},
        answer=answer,
        nursery=nursery,
        committed=lambda: None,
    )
