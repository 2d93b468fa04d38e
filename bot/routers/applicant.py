"""An applicant's presses and commands."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.errands import Errand
from bot.filters import Pressed
from messages.actions.applicant import Acknowledge, CasePaper, MyCases, OpenCase
from messages.actions.form import (
    Begin,
    BeginNot,
    BeginSurely,
    FormBack,
    FormCancel,
    FormChange,
    FormChoose,
    FormDrop,
    FormKeep,
    FormNext,
    FormSubmit,
    FormTakeOut,
    Resume,
)
from workflow.ids import CaseId, DraftId, OutcomeId, ProcedureId, ServiceId, TaskId

router = Router(name="applicant")


@router.callback_query(Pressed(Begin))
async def begin(query: CallbackQuery, action: Begin) -> Errand:
    service = ServiceId(action.service) if action.service else None
    return lambda desks: desks.forms.begin(ProcedureId(action.procedure_id), service)


@router.callback_query(Pressed(BeginSurely))
async def begin_surely(query: CallbackQuery, action: BeginSurely) -> Errand:
    return lambda desks: desks.beginning.surely(ProcedureId(action.procedure_id))


@router.callback_query(Pressed(BeginNot))
async def begin_not(query: CallbackQuery, action: BeginNot) -> Errand:
    return lambda desks: desks.beginning.drop(ProcedureId(action.procedure_id))


@router.callback_query(Pressed(FormBack))
async def back(query: CallbackQuery, action: FormBack) -> Errand:
    return lambda desks: desks.forms.back(DraftId(action.draft_id), action.place)


@router.callback_query(Pressed(FormNext))
async def go_on(query: CallbackQuery, action: FormNext) -> Errand:
    return lambda desks: desks.forms.go_on(DraftId(action.draft_id), action.place)


@router.callback_query(Pressed(FormTakeOut))
async def take_out(query: CallbackQuery, action: FormTakeOut) -> Errand:
    return lambda desks: desks.forms.take_out(DraftId(action.draft_id), action.place, action.files)


@router.callback_query(Pressed(FormChoose))
async def choose(query: CallbackQuery, action: FormChoose) -> Errand:
    return lambda desks: desks.forms.choose(DraftId(action.draft_id), action.place, action.choice)


@router.callback_query(Pressed(FormChange))
async def change(query: CallbackQuery, action: FormChange) -> Errand:
    return lambda desks: desks.forms.change(DraftId(action.draft_id), action.item)


@router.callback_query(Pressed(FormCancel))
async def ask_cancel(query: CallbackQuery, action: FormCancel) -> Errand:
    return lambda desks: desks.forms.ask_cancel(DraftId(action.draft_id))


@router.callback_query(Pressed(FormKeep))
async def keep(query: CallbackQuery, action: FormKeep) -> Errand:
    return lambda desks: desks.forms.keep(DraftId(action.draft_id))


@router.callback_query(Pressed(FormDrop))
async def drop(query: CallbackQuery, action: FormDrop) -> Errand:
    return lambda desks: desks.forms.cancel(DraftId(action.draft_id))


@router.callback_query(Pressed(FormSubmit))
async def submit(query: CallbackQuery, action: FormSubmit) -> Errand:
    return lambda desks: desks.forms.submit(DraftId(action.draft_id))


@router.callback_query(Pressed(Resume))
async def resume(query: CallbackQuery, action: Resume) -> Errand:
    return lambda desks: desks.forms.resume()


@router.callback_query(Pressed(Acknowledge))
async def acknowledge(query: CallbackQuery, action: Acknowledge) -> Errand:
    return lambda desks: desks.applicant.acknowledge(
        TaskId(action.task_id), OutcomeId(action.outcome)
    )


@router.callback_query(Pressed(OpenCase))
async def open_case(query: CallbackQuery, action: OpenCase) -> Errand:
    return lambda desks: desks.applicant.show(CaseId(action.case_id))


@router.callback_query(Pressed(CasePaper))
async def paper(query: CallbackQuery, action: CasePaper) -> Errand:
    return lambda desks: desks.applicant.paper(CaseId(action.case_id), action.kind)


@router.callback_query(Pressed(MyCases))
async def my_cases(query: CallbackQuery, action: MyCases) -> Errand:
    return lambda desks: desks.reception.show_mine()


@router.message(Command("status"))
async def status(message: Message) -> Errand:
    return lambda desks: desks.reception.show_mine()
