"""The files of an office: its office file and its SOPs; errors that say the mend."""

from collections.abc import Sequence

from bot.settings import Settings
from storage import office_files, procedure_files
from storage.procedure_files import ProcedureFile
from workflow.errors import OfficeError, ProcedureError
from workflow.office import Office
from workflow.parsing import parse_office, parse_procedure
from workflow.procedure import Procedure


def read_office(settings: Settings) -> Office:
    """The office of the settings, or the sample; raises OfficeError."""
    if settings.office_file is None:
        return parse_office(office_files.sample_text(), source=office_files.SAMPLE)
    try:
        text = office_files.text_of(settings.office_file)
    except OSError as error:
        raise OfficeError(
            f"{settings.office_file}: cannot be read ({error.strerror}); "
            "correct DISPOSISI_OFFICE_FILE"
        ) from None
    return parse_office(text, source=settings.office_file.name)


def read_procedures(settings: Settings) -> list[tuple[Procedure, str]]:
    """Every SOP that the settings offer, with its text; raises ProcedureError at the first fault.

    A file of the office takes the place of the shipped one of the same id.
    """
    found: dict[str, tuple[Procedure, str]] = {}
    for file in _files(settings):
        procedure = parse_procedure(file.text, source=file.name)
        found[procedure.id] = (procedure, file.text)
    wanted: Sequence[str] = settings.procedures or list(found)
    unknown = [name for name in wanted if name not in found]
    if unknown:
        raise ProcedureError(
            f"DISPOSISI_PROCEDURES names {', '.join(unknown)}; "
            f"there are {', '.join(found) or 'none'}"
        )
    return [found[name] for name in wanted]


def _files(settings: Settings) -> list[ProcedureFile]:
    folder = settings.procedures_dir
    if folder is not None and not folder.is_dir():
        raise ProcedureError(f"{folder}: is not a folder; correct DISPOSISI_PROCEDURES_DIR")
    return [*procedure_files.shipped(), *(procedure_files.own(folder) if folder else ())]
