"""What a command changes in the books, in one transaction, as a desk would."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from bot.cli.reporting import fail
from bot.clock import SteadyClock, SystemClock
from bot.files import read_procedures
from bot.opening import StartFailed, context_for, naming_what_to_mend, prepare
from bot.settings import Settings
from storage.database import writing_engine
from storage.private import make_private
from storage.reading.moments import latest_moment
from storage.unit_of_work import SqlUnitOfWork
from workflow.errors import ProcedureError
from workflow.office import Office

Result = TypeVar("Result")


def in_the_books(
    settings: Settings, office: Office, do: Callable[[SqlUnitOfWork, datetime], Result]
) -> Result:
    """Do it in one transaction; whom it concerns is told by the bot, within seconds if it runs."""
    clock = SteadyClock(SystemClock())

    def done(connection: Connection) -> Result:
        prepare(connection, read_procedures(settings), at=clock.now())
        latest = latest_moment(connection)
        if latest is not None:
            clock.not_before(latest)
        now = clock.now()
        return do(SqlUnitOfWork(connection, context_for(office, now=now), now), now)

    try:
        with naming_what_to_mend(settings):
            make_private(settings.data_dir)
            with writing_engine(settings.database).begin() as connection:
                return done(connection)
    except (StartFailed, ProcedureError) as error:
        fail(str(error))
