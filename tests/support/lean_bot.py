"""What every bot of the tests is forked from: the product, imported as `disposisi run` does."""

from bot.cli.lean_start import lean_start

with lean_start():
    import bot.app  # noqa: F401
