"""Lanes of an SOP that nobody can hold in an office."""

from collections.abc import Iterator

from bot.cli.reporting import fail, read_settings
from bot.files import read_office
from workflow.errors import OfficeError
from workflow.ids import JabatanId
from workflow.office import Office
from workflow.procedure import Lane, Procedure


def unheld(procedure: Procedure, office: Office) -> Iterator[tuple[JabatanId, Lane]]:
    """The jabatan that the SOP's lanes want and this office does not have."""
    for lane, column in procedure.lanes.items():
        jabatan = office.holder_of(procedure.id, lane)
        if not column.applicant and not column.team and jabatan not in office.jabatan:
            yield jabatan, column


def lanes_without_jabatan(procedure: Procedure) -> list[str]:
    """Lanes that nobody can hold in this office; the sandbox invents somebody for the sample."""
    office, own = _office(), read_settings().office_file is not None
    whose = "this office" if own else "the sample office"
    mend = (
        f"write under lanes.{procedure.id} in the office file which jabatan sits there"
        if own
        else "the sandbox invents one; your own office file says under "
        f"lanes.{procedure.id} who sits there (DISPOSISI_OFFICE_FILE)"
    )
    return [
        f"lane '{column.title}': {whose} has no jabatan '{jabatan}'; {mend}"
        for jabatan, column in unheld(procedure, office)
    ]


def _office() -> Office:
    try:
        return read_office(read_settings())
    except OfficeError as error:
        fail(str(error))
