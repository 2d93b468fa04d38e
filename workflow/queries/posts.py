"""What a jabatan is called, as the office file has it now."""

from workflow.ids import JabatanId
from workflow.people import Appointment
from workflow.ports import UnitOfWork


def title_of(work: UnitOfWork, appointment: Appointment) -> str:
    """The jabatan as it is signed: "Plh. Kepala Dinas"."""
    return f"{appointment.acting} {post_title(work, appointment.jabatan)}".strip()


def post_title(work: UnitOfWork, jabatan: JabatanId) -> str:
    """A jabatan in the office's words; one that left the office file by its name there."""
    post = work.office.jabatan.get(jabatan)
    return jabatan if post is None else post.title
