"""What officers see: their files, the list of them, what is late, who held what."""

from datetime import timedelta

from bot.delivery.screens.rows import (
    OFFICERS,
    Arrived,
    CardScreen,
    Leaves,
    note_copy,
)
from messages.card import Card
from messages.cards.auditor import log_card
from messages.cards.bulk import bulk_card
from messages.cards.consultation import consultation_card
from messages.cards.hold import agreement_card
from messages.cards.kartu_kendali import kartu_kendali_card
from messages.cards.locking import locking_card
from messages.cards.numbers import numbers_card
from messages.cards.queue import alarms_card, queue_card
from messages.cards.supervisor import giving_card, overview_card
from messages.cards.task import task_card
from messages.cards.telling import moved_card
from messages.cards.today import today_card
from messages.localizer import Localizer
from storage.reading import (
    bulk,
    consultations,
    holds,
    kartu_kendali,
    locking,
    logged,
    numbers,
    queues,
    tasks,
    today,
)
from workflow.intents import (
    AskAgreement,
    ShowGiving,
    ShowKartuKendali,
    ShowLocking,
    ShowOverview,
    ShowQueue,
    ShowTask,
    TellAlarms,
    TellNumbers,
)
from workflow.officer_intents import ShowBulk, ShowConsultation, ShowLog, ShowToday
from workflow.screen_names import ScreenName
from workflow.views.closed_task import AnyTaskView, TaskAwayView
from workflow.views.queue import AlarmsView
from workflow.views.taking import Copied

# How long the whole number of a person stands in a chat.
NUMBERS_STAY = timedelta(minutes=2)


def _moved(view: AnyTaskView, say: Localizer) -> Card | Leaves:
    """Where a case lies is true on the newest card alone."""
    return Leaves.WORDS if isinstance(view, TaskAwayView) else moved_card(view.case_number, say)


def _note_alarms(it: Arrived[TellAlarms, AlarmsView]) -> None:
    for case_id in {it.work.cases.task(task).case_id for task in it.view.named}:
        note_copy(it, case_id, Copied.ALARMS)


ROWS = (
    CardScreen[ShowTask, AnyTaskView](
        intent=ShowTask,
        name=lambda one: ScreenName.TASK.of(one.task_id),
        reads=lambda look, one: tasks.task_view(
            look.work, one.task_id, look.person_id, now=look.now, dossiers=look.dossiers
        ),
        draws=task_card,
        leaves=_moved,
        precedence=OFFICERS,
    ),
    CardScreen(
        intent=ShowLog,
        name=lambda one: ScreenName.LOG,
        reads=lambda look, one: logged.log_view(look.work, look.person_id, one.page, now=look.now),
        draws=log_card,
    ),
    CardScreen(
        intent=ShowBulk,
        name=lambda one: ScreenName.BULK,
        reads=lambda look, one: bulk.bulk_view(
            look.work, look.person_id, now=look.now, dossiers=look.dossiers
        ),
        draws=bulk_card,
        precedence=OFFICERS,
    ),
    CardScreen(
        intent=ShowQueue,
        name=lambda one: ScreenName.QUEUE,
        reads=lambda look, one: queues.queue_view(
            look.work, look.person_id, one.page, now=look.now
        ),
        draws=queue_card,
        precedence=OFFICERS,
    ),
    CardScreen(
        intent=ShowToday,
        name=lambda one: ScreenName.TODAY,
        reads=lambda look, one: today.today_view(look.work, look.person_id, one.page, now=look.now),
        draws=today_card,
        precedence=OFFICERS,
    ),
    CardScreen(
        intent=ShowOverview,
        name=lambda one: ScreenName.OVERVIEW,
        reads=lambda look, one: queues.overview_view(
            look.work, look.person_id, one.page, now=look.now
        ),
        draws=overview_card,
        precedence=OFFICERS,
    ),
    CardScreen(
        intent=ShowLocking,
        name=lambda one: ScreenName.OVERVIEW,
        reads=lambda look, one: locking.locking_view(look.work, look.person_id, one.page),
        draws=locking_card,
        precedence=OFFICERS,
    ),
    CardScreen(
        intent=ShowGiving,
        name=lambda one: ScreenName.OVERVIEW,
        reads=lambda look, one: queues.giving_view(
            look.work, one.task_id, look.person_id, one.page, now=look.now
        ),
        draws=giving_card,
        precedence=OFFICERS,
    ),
    CardScreen(
        intent=AskAgreement,
        name=lambda one: ScreenName.HOLD.of(one.pause_id),
        reads=lambda look, one: holds.agreement_view(look.work, one.pause_id, now=look.now),
        draws=agreement_card,
        precedence=OFFICERS,
    ),
    CardScreen(
        intent=ShowConsultation,
        name=lambda one: ScreenName.CONSULTATION.of(one.consultation_id),
        reads=lambda look, one: consultations.consultation_view(
            look.work, one.consultation_id, look.person_id, now=look.now
        ),
        draws=consultation_card,
        precedence=OFFICERS,
    ),
    CardScreen(
        intent=ShowKartuKendali,
        name=lambda one: ScreenName.KARTU.of(one.case_id),
        reads=lambda look, one: kartu_kendali.kartu_kendali_view(
            look.work, one.case_id, look.person_id, now=look.now
        ),
        draws=kartu_kendali_card,
    ),
    CardScreen(
        intent=TellAlarms,
        reads=lambda look, one: queues.alarms_view(
            look.work, one.task_ids, one.overdue, one.unheard, now=look.now
        ),
        draws=alarms_card,
        keeps=_note_alarms,
    ),
    CardScreen(
        intent=TellNumbers,
        reads=lambda look, one: numbers.numbers_view(
            look.work, one.task_id, look.person_id, now=look.now
        ),
        draws=numbers_card,
        passing=NUMBERS_STAY,
        tried_again=False,  # a second one could not be taken away again
    ),
)
