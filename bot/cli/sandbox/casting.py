"""Whose phones an SOP concerns: the page shows these, and not the whole office at once."""

from collections.abc import Iterable, Sequence

from bot.cli.sandbox.personas import Persona
from workflow.ids import JabatanId, LaneId
from workflow.office import Office
from workflow.procedure import Procedure


def cast_of(
    procedure: Procedure, office: Office, applicant: Persona, officers: Sequence[Persona]
) -> list[int]:
    """The Telegram ids of those who act, in the order of the steps, then of who hears of delays."""
    acting = _seats(procedure, office, _lanes(procedure))
    hearing = [alert for one in acting if one and (alert := office.alerted_for(one)) is not None]
    return _phones([*acting, *hearing], applicant, officers)


def beginners_of(
    procedure: Procedure, office: Office, applicant: Persona, officers: Sequence[Persona]
) -> list[int]:
    """Those on whose phones a case begins."""
    first = _seats(procedure, office, [procedure.steps[0].lane])
    return _phones(first, applicant, officers)


def _lanes(procedure: Procedure) -> list[LaneId]:
    """Lanes as the steps come to them; then those which only one of the services has."""
    in_steps = [step.lane for step in procedure.steps]
    return list(dict.fromkeys([*in_steps, *procedure.lanes]))


def _seats(procedure: Procedure, office: Office, lanes: Iterable[LaneId]) -> list[JabatanId | None]:
    """The jabatan of each lane; None for the applicant's."""
    return [
        None if procedure.lanes[lane].applicant else office.holder_of(procedure.id, lane)
        for lane in lanes
    ]


def _phones(
    seats: Iterable[JabatanId | None], applicant: Persona, officers: Sequence[Persona]
) -> list[int]:
    phones = {None: applicant.id} | {one.jabatan: one.id for one in officers}
    return list(dict.fromkeys(phones[seat] for seat in seats if seat in phones))
