"""The sandbox's office: the sample, with a post for each lane that an SOP brings along."""

from collections.abc import Sequence

import yaml

from bot.cli.lanes import unheld
from workflow.ids import JabatanId
from workflow.office import Jabatan, Office
from workflow.procedure import Procedure

# Whoever hears of the delays of an invented post, where the office has this one.
_SUPERIOR = JabatanId("sekretaris")


def with_every_lane(office: Office, procedures: Sequence[Procedure]) -> Office:
    """The same office, and an invented post of its own for each lane that nobody would hold."""
    superior = _SUPERIOR if _SUPERIOR in office.jabatan else None
    added = {
        jabatan: Jabatan(title=f"{column.title[:70]} (contoh)", superior=superior)
        for procedure in procedures
        for jabatan, column in unheld(procedure, office)
    }
    return office.model_copy(update={"jabatan": {**office.jabatan, **added}})


def office_text(office: Office) -> str:
    """An office as a file, for the bot to read."""
    told = office.model_dump(mode="json", exclude_defaults=True)
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False)
