"""Presses and commands of supervisors and of the office's administrator."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.errands import Desks, Errand, is_elsewhere
from bot.filters import Pressed
from messages.actions.office import (
    AskClosure,
    AskOpening,
    AskRamadan,
    CancelInvitation,
    Days,
    EndAppointment,
    EndSurely,
    Invite,
    MandateChoose,
    MandatePage,
    NameActing,
    OfficeScreen,
    Post,
    Posts,
    RemoveDay,
    SopPicture,
)
from messages.actions.supervisor import GiveTo, Giving, Overview, Remind
from workflow.desk.administrator import SCREEN
from workflow.ids import JabatanId, PersonId, ProcedureId, TaskId

router = Router(name="office")


@router.message(Command("pantau"))
async def watch(message: Message) -> Errand:
    return lambda desks: desks.supervisor.overview(fresh=True)


@router.callback_query(Pressed(Overview))
async def refresh(query: CallbackQuery, action: Overview) -> Errand:
    return lambda desks: desks.supervisor.overview(
        action.page, fresh=is_elsewhere(desks, query, "overview")
    )


@router.callback_query(Pressed(Remind))
async def remind(query: CallbackQuery, action: Remind) -> Errand:
    def errand(desks: Desks) -> str:
        heard = desks.supervisor.remind(TaskId(action.task_id))
        return "reminded" if heard else "reminded-administrators"

    return errand


@router.callback_query(Pressed(Giving))
async def choose_colleague(query: CallbackQuery, action: Giving) -> Errand:
    return lambda desks: desks.supervisor.choose(TaskId(action.task_id), action.page)


@router.callback_query(Pressed(GiveTo))
async def give(query: CallbackQuery, action: GiveTo) -> Errand:
    return lambda desks: desks.supervisor.give(TaskId(action.task_id), PersonId(action.person_id))


@router.message(Command("kantor"))
async def show_office(message: Message) -> Errand:
    return lambda desks: desks.administrator.overview(fresh=True)


@router.callback_query(Pressed(OfficeScreen))
async def refresh_office(query: CallbackQuery, action: OfficeScreen) -> Errand:
    return lambda desks: desks.administrator.overview(fresh=is_elsewhere(desks, query, SCREEN))


@router.callback_query(Pressed(SopPicture))
async def picture(query: CallbackQuery, action: SopPicture) -> Errand:
    return lambda desks: desks.administrator.picture(ProcedureId(action.procedure_id))


@router.callback_query(Pressed(Posts))
async def posts(query: CallbackQuery, action: Posts) -> Errand:
    return lambda desks: desks.administrator.posts(
        action.page, fresh=is_elsewhere(desks, query, SCREEN)
    )


@router.callback_query(Pressed(Post))
async def post(query: CallbackQuery, action: Post) -> Errand:
    return lambda desks: desks.administrator.post(JabatanId(action.jabatan), action.page)


@router.callback_query(Pressed(Invite))
async def invite(query: CallbackQuery, action: Invite) -> Errand:
    return lambda desks: desks.administrator.ask_invitation(JabatanId(action.jabatan))


@router.callback_query(Pressed(CancelInvitation))
async def cancel_invitation(query: CallbackQuery, action: CancelInvitation) -> Errand:
    return lambda desks: desks.administrator.cancel_invitation(action.invitation_id)


@router.callback_query(Pressed(EndAppointment))
async def ask_end(query: CallbackQuery, action: EndAppointment) -> Errand:
    return lambda desks: desks.administrator.ask_end(action.appointment_id)


@router.callback_query(Pressed(EndSurely))
async def end(query: CallbackQuery, action: EndSurely) -> Errand:
    return lambda desks: desks.administrator.end(action.appointment_id)


@router.callback_query(Pressed(NameActing))
async def name_acting(query: CallbackQuery, action: NameActing) -> Errand:
    return lambda desks: desks.mandates.begin(JabatanId(action.jabatan))


@router.callback_query(Pressed(MandatePage))
async def turn_candidates(query: CallbackQuery, action: MandatePage) -> Errand:
    return lambda desks: desks.mandates.page(action.page)


@router.callback_query(Pressed(MandateChoose))
async def choose(query: CallbackQuery, action: MandateChoose) -> Errand:
    return lambda desks: desks.mandates.choose(action.wanted, action.value)


@router.callback_query(Pressed(Days))
async def show_days(query: CallbackQuery, action: Days) -> Errand:
    return lambda desks: desks.calendar.show(action.page, fresh=is_elsewhere(desks, query, SCREEN))


@router.callback_query(Pressed(AskClosure))
async def ask_closure(query: CallbackQuery, action: AskClosure) -> Errand:
    return lambda desks: desks.calendar.ask_closure()


@router.callback_query(Pressed(AskOpening))
async def ask_opening(query: CallbackQuery, action: AskOpening) -> Errand:
    return lambda desks: desks.calendar.ask_opening()


@router.callback_query(Pressed(AskRamadan))
async def ask_ramadan(query: CallbackQuery, action: AskRamadan) -> Errand:
    return lambda desks: desks.calendar.ask_ramadan()


@router.callback_query(Pressed(RemoveDay))
async def remove_day(query: CallbackQuery, action: RemoveDay) -> Errand:
    return lambda desks: desks.calendar.remove(action.day_id)
