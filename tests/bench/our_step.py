"""One approval by OfficerDesk through the writer: `python -m tests.bench.our_step FILES`.

What one step does here: find the person and their appointments, check the right to act, load task
and case, decide, close the task and open the next with its limit in office time, keep who held the
file, count what else lies on the desk, and put two messages into the outbox. Prints JSON: steps a
second with many officers at once (one commit for those that meet), and one after the other.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections import defaultdict

from bot.files import read_office
from bot.opening import context_for
from storage.database import writing_engine
from storage.unit_of_work import SqlUnitOfWork
from storage.writer import Writer
from tests.bench import offices
from workflow.desk.officer import OfficerDesk


def pressed(context, telegram_id, data):
    """What the worker hands to the writer for one press."""
    _, task_id, outcome = data.split(":")

    def do(connection):
        work = SqlUnitOfWork(connection, context, offices.NOON)
        me = work.people.find_by_telegram(telegram_id)
        OfficerDesk(work, me).acting(int(task_id)).press(outcome)

    return do


async def main(files):
    with tempfile.TemporaryDirectory() as folder:
        presses = offices.with_files(folder, 2 * files)
        settings = offices.settings_of(folder)
        context = context_for(read_office(settings), now=offices.NOON)
        writer = Writer(writing_engine(settings.database))

        async def one_officer(steps):
            for step in steps:
                await writer.run(step)

        steps = [(chat, pressed(context, chat, data)) for chat, data in presses]
        by_officer = defaultdict(list)
        for chat, step in steps[:files]:
            by_officer[chat].append(step)
        began = time.perf_counter()
        await asyncio.gather(*(one_officer(theirs) for theirs in by_officer.values()))
        together = files / (time.perf_counter() - began)
        began = time.perf_counter()
        await one_officer(step for _, step in steps[files:])
        alone = files / (time.perf_counter() - began)
        writer.close()
    print(json.dumps({"together": together, "alone": alone}))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
