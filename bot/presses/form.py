"""The presses of whoever fills in a form."""

from bot.presses.rows import at_desk
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
    FormRecall,
    FormSubmit,
    FormTakeOut,
    Resume,
)

ROWS = (
    at_desk(
        Begin, lambda desks, press: desks.form_opening.begin(press.procedure_id, press.service)
    ),
    at_desk(BeginSurely, lambda desks, press: desks.beginning.surely(press.procedure_id)),
    at_desk(BeginNot, lambda desks, press: desks.beginning.drop(press.procedure_id)),
    at_desk(FormBack, lambda desks, press: desks.forms.back(press.draft_id, press.place)),
    at_desk(FormNext, lambda desks, press: desks.forms.go_on(press.draft_id, press.place)),
    at_desk(
        FormTakeOut,
        lambda desks, press: desks.forms.take_out(press.draft_id, press.place, press.files),
    ),
    at_desk(
        FormChoose,
        lambda desks, press: desks.forms.choose(press.draft_id, press.place, press.choice),
    ),
    at_desk(
        FormRecall,
        lambda desks, press: desks.forms.recall(press.draft_id, press.place, press.case_id),
    ),
    at_desk(FormChange, lambda desks, press: desks.forms.change(press.draft_id, press.item)),
    at_desk(FormCancel, lambda desks, press: desks.forms.ask_cancel(press.draft_id)),
    at_desk(FormKeep, lambda desks, press: desks.forms.keep(press.draft_id)),
    at_desk(FormDrop, lambda desks, press: desks.forms.cancel(press.draft_id)),
    at_desk(FormSubmit, lambda desks, press: desks.handing_in.submit(press.draft_id)),
    at_desk(Resume, lambda desks, press: desks.forms.resume()),
)
