"""What goes into the encrypted archive of a case."""

from dataclasses import dataclass

from bot.archiving import Archiver
from tests.support.builders import LETTER_SOP, an_office
from tests.support.office import open_office


@dataclass
class Taken(Exception):
    """What would have been packed."""

    stored: tuple


async def packed(office, tmp_path):
    """The files that lie in the archive of the case at hand."""

    async def run(read):
        raise Taken(read(office.work.connection).stored)

    archiver = Archiver(
        run, office.context, office.clock, None, tmp_path, lambda: "bot", None, None
    )
    try:
        await archiver(office.case_id, "246810")
    except Taken as taken:
        return [name for name, _ in taken.stored]


async def test_an_archive_holds_a_letter_while_its_signature_is_in_force(tmp_path):
    with open_office(office=an_office(), sops=(LETTER_SOP,)) as office:
        office.begins("pengelola_data", "surat-berparaf")
        office.goes_to("5")
        assert await packed(office, tmp_path) == ["naskah/surat.pdf"]
        office.decides("pengelola_data", "ke_kasi", reason="Salah tujuan")
        assert await packed(office, tmp_path) == []
