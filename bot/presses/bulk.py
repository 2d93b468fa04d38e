"""Presses with which many files are gone through and decided together."""

from bot.errands import Desks
from bot.presses.rows import at_desk
from messages.actions.bulk import (
    BeginBulk,
    BulkBack,
    BulkFiles,
    BulkWords,
    DecideBulk,
    FinishBulk,
    GiveBulk,
    GiveBulkNow,
    GiveBulkTo,
    LeaveFileOut,
    StopBulk,
    TickFile,
)


def _tick(desks: Desks, press: TickFile) -> str | None:
    return None if desks.bulk.tick(press.task_id, press.version) else "bulk-changed"


ROWS = (
    at_desk(BeginBulk, lambda desks, press: desks.bulk.begin(press.task_id)),
    at_desk(TickFile, _tick),
    at_desk(LeaveFileOut, lambda desks, press: desks.bulk.leave_out(press.task_id)),
    at_desk(BulkFiles, lambda desks, press: desks.bulk.files(press.task_id)),
    at_desk(BulkBack, lambda desks, press: desks.bulk.back()),
    at_desk(FinishBulk, lambda desks, press: desks.bulk.finish()),
    at_desk(StopBulk, lambda desks, press: desks.bulk.stop()),
    at_desk(DecideBulk, lambda desks, press: desks.bulk.choose(press.outcome, press.ticked)),
    at_desk(GiveBulk, lambda desks, press: desks.bulk.choose_colleague(press.ticked)),
    at_desk(GiveBulkTo, lambda desks, press: desks.bulk.choose_word(press.to, press.ticked)),
    at_desk(GiveBulkNow, lambda desks, press: desks.bulk.give(press.to, press.ticked)),
    at_desk(
        BulkWords,
        lambda desks, press: desks.bulk.ready_made(press.outcome, press.words, press.ticked),
    ),
)
