"""The presses of the office's administrator: jabatan, mandates, days, SOPs."""

from bot.presses.rows import at_desk, on_screen
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
from workflow.screen_names import ScreenName

ROWS = (
    on_screen(
        OfficeScreen,
        ScreenName.OFFICE,
        lambda desks, press, fresh: desks.administrator.overview(fresh=fresh),
    ),
    on_screen(
        Posts,
        ScreenName.OFFICE,
        lambda desks, press, fresh: desks.administrator.posts(press.page, fresh=fresh),
    ),
    on_screen(
        Days,
        ScreenName.OFFICE,
        lambda desks, press, fresh: desks.calendar.show(press.page, fresh=fresh),
    ),
    at_desk(Post, lambda desks, press: desks.administrator.post(press.jabatan, press.page)),
    at_desk(SopPicture, lambda desks, press: desks.administrator.picture(press.procedure_id)),
    at_desk(Invite, lambda desks, press: desks.administrator.ask_invitation(press.jabatan)),
    at_desk(
        CancelInvitation,
        lambda desks, press: desks.administrator.cancel_invitation(press.invitation_id),
    ),
    at_desk(
        EndAppointment,
        lambda desks, press: desks.administrator.ask_end(press.appointment_id),
    ),
    at_desk(EndSurely, lambda desks, press: desks.administrator.end(press.appointment_id)),
    at_desk(NameActing, lambda desks, press: desks.mandates.begin(press.jabatan)),
    at_desk(MandatePage, lambda desks, press: desks.mandates.page(press.page)),
    at_desk(MandateChoose, lambda desks, press: desks.mandates.choose(press.wanted, press.value)),
    at_desk(AskClosure, lambda desks, press: desks.calendar.ask_closure()),
    at_desk(AskOpening, lambda desks, press: desks.calendar.ask_opening()),
    at_desk(AskRamadan, lambda desks, press: desks.calendar.ask_ramadan()),
    at_desk(RemoveDay, lambda desks, press: desks.calendar.remove(press.day_id)),
)
