"""Presses and commands of supervisors and of the office's administrator."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.errands import Desks, Errand
from bot.filters import Pressed
from messages.actions import Invite, OfficeScreen, Overview, Remind, SopPicture
from workflow.ids import JabatanId, ProcedureId, TaskId

router = Router(name="office")


@router.message(Command("pantau"))
async def watch(message: Message) -> Errand:
    return lambda desks: desks.supervisor.overview(fresh=True)


@router.callback_query(Pressed(Overview))
async def refresh(query: CallbackQuery, action: Overview) -> Errand:
    return lambda desks: desks.supervisor.overview(fresh=False)


@router.callback_query(Pressed(Remind))
async def remind(query: CallbackQuery, action: Remind) -> Errand:
    def errand(desks: Desks) -> str:
        desks.supervisor.remind(TaskId(action.task_id))
        return "reminded"

    return errand


@router.message(Command("kantor"))
async def show_office(message: Message) -> Errand:
    return lambda desks: desks.administrator.overview(fresh=True)


@router.callback_query(Pressed(OfficeScreen))
async def refresh_office(query: CallbackQuery, action: OfficeScreen) -> Errand:
    return lambda desks: desks.administrator.overview(fresh=False)


@router.callback_query(Pressed(SopPicture))
async def picture(query: CallbackQuery, action: SopPicture) -> Errand:
    return lambda desks: desks.administrator.picture(ProcedureId(action.procedure_id))


@router.callback_query(Pressed(Invite))
async def invite(query: CallbackQuery, action: Invite) -> Errand:
    return lambda desks: desks.administrator.ask_invitation(JabatanId(action.jabatan))
