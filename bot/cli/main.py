"""`disposisi`: the command line of the office's IT person."""

import typer

from bot.cli import archives, database, doctor, people, procedures, running, sandbox

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Runs the SOPs of an Indonesian civil-registry office in Telegram.",
)
app.command(name="sandbox")(sandbox.sandbox)
app.command(name="run")(running.run)
app.command(name="doctor")(doctor.doctor)
app.add_typer(database.app, name="db")
app.add_typer(procedures.app, name="sop")
app.add_typer(people.app, name="people")
app.add_typer(archives.app, name="archive")


def main() -> None:
    app()
