"""The turns of a play: what somebody does, and what is then seen."""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from bot.cli.sandbox.samples import sample_file
from tests.support.builders import at
from tests.support.lexicon import patterns
from tests.support.pdf_text import words_of
from workflow.forms import Slot
from workflow.procedure import StepKind, Way

# Takes the stage, and who does or sees it.
Turn = Callable[[Any, Any], Any]

# Deeds


def writes(text: str) -> Turn:
    async def turn(stage, who):
        await stage.writes(who, stage.filled(text))

    return turn


def press(*words: str, note: str = "", refused: str = "") -> Turn:
    """Press the newest button that says so, or any of this.

    A little note answers it, or a window that has to be closed, where it is refused.
    """

    async def turn(stage, who):
        button = await _button(stage, who, words)
        said = await stage.presses(who, button, refused=bool(refused))
        wanted = stage.filled(note or refused)
        assert _says(who, wanted, said), f"{said!r} does not say {wanted!r}"

    return turn


def picks(words: str) -> Turn:
    """Press a button of a list, on whichever of its pages it stands."""

    async def turn(stage, who):
        newest = await stage.sees(who, lambda chat: chat[-1:], "a list")
        while not _found(who, stage.filled(words), newest):
            await press("Berikutnya")(stage, who)
            newest = await stage.sees(who, lambda chat: chat[-1:], "a page", new=True)
        await press(words)(stage, who)

    return turn


def opens(words: str, *, of: Any) -> Turn:
    """Follow the link in a message of somebody else's."""

    async def turn(stage, who):
        message = await _message(stage, of, words, new=False)
        payload = re.search(r"start=(\S+)", message["text"])
        assert payload, message["text"]
        await stage.writes(who, f"/start {payload[1]}")

    return turn


def passes(**span: float) -> Turn:
    """Time goes by, and whoever has to be told by then is told."""

    async def turn(stage, who):
        await stage.moves_to(stage.now() + timedelta(**span))

    return turn


def comes_to(clock: str, *, days: int = 0) -> Turn:
    """It is so late ("07.31") on today's date or so many days later."""

    async def turn(stage, who):
        await stage.moves_to(at(stage.today() + timedelta(days=days), clock))

    return turn


def fills_in(*, up_to: str = "", **answers: str) -> Turn:
    """Answer what is asked, with the SOP's examples or with *answers*, up to an item or all."""

    async def turn(stage, who):
        for item in await stage.items(who):
            if item.id == up_to:
                await _message(stage, who, item.ask[:60])
                return
            await _answers(stage, who, item, answers.get(item.id))

    return turn


def begins() -> Turn:
    """Come in for the service of the office, through the privacy notice."""

    async def turn(stage, who):
        await writes("/start")(stage, who)
        await press(stage.procedure.title)(stage, who)
        await press("Setuju dan lanjutkan")(stage, who)

    return turn


def hands_in(**answers: str) -> Turn:
    """A whole request, from the first word to its resi."""

    async def turn(stage, who):
        await begins()(stage, who)
        await fills_in(**answers)(stage, who)
        await press("Serahkan")(stage, who)
        await gets_resi()(stage, who)

    return turn


def hands_on(*, to: str) -> Turn:
    """Everybody does the usual at his desk, until the file lies at a step."""

    async def turn(stage, who):
        while (task := stage.task()).step != to:
            await _the_usual(stage, task)
            await stage.until(partial(stage.has_left, task), f"an end of step {task.step}")

    return turn


async def _the_usual(stage, task):
    step, who = stage.procedure.step(task.step), stage.whoever_has(task)
    if step.items and step.kind is not StepKind.SUBMIT:
        await press("Isi", "Lampirkan", "Ubah isian")(stage, who)
        await fills_in()(stage, who)
        await press("Simpan")(stage, who)
    await press(step.outcomes[step.outcome_for(Way.FORWARD)].label)(stage, who)
    if step.signs:
        await press("Ya, ")(stage, who)


async def _answers(stage, who, item, text):
    await _message(stage, who, item.ask[:60])
    if isinstance(item, Slot):
        await stage.uploads(who, *sample_file(item))
        await press("Lanjut")(stage, who)
    elif item.choices:
        await press(text or item.choices[0])(stage, who)
    else:
        await stage.writes(who, text or item.example)


# What is seen


def reads(words: str) -> Turn:
    """A message says so since the last deed."""

    async def turn(stage, who):
        await _message(stage, who, words)

    return turn


def paper(name: str, *, saying: str = "") -> Turn:
    """A file with this in its name comes; what it says, when it is a PDF."""

    async def turn(stage, who):
        message = await _file(stage, who, stage.filled(name))
        if saying:
            assert stage.filled(saying) in words_of(await stage.opens(who, message))

    return turn


def gets_resi() -> Turn:
    """A resi comes; from now on its number is `{number}`."""

    async def turn(stage, who):
        resi = await _file(stage, who, "Resi")
        stage.number = resi["file"]["name"].removeprefix("Resi ").removesuffix(".pdf")
        stage.applicant = who

    return turn


def asks(item: str) -> Turn:
    """The form that somebody fills in stands at this item."""

    async def turn(stage, who):
        items = await stage.items(who)
        assert items[0].id == item, items[0]

    return turn


def lies_at(step: str) -> Turn:
    """The request that was handed in last comes to lie at a step."""

    async def turn(stage, who):
        await stage.until(lambda: stage.task().step == step, f"step {step}")

    return turn


def in_menu(words: str, *, without: str) -> Turn:
    """The menu of commands describes one so, and none so."""

    async def turn(stage, who):
        async def look():
            listed = "\n".join(await stage.menu(who))
            return words in listed and without not in listed

        await stage.until_true(look, f"a menu with {words!r}")

    return turn


def nothing(words: str) -> Turn:
    """No message in the chat says so, once everything was told."""

    async def turn(stage, who):
        wanted = stage.filled(words)

        def look(chat):
            return not any(_says(who, wanted, one["text"]) for one in chat)

        await stage.sees(who, look, f"a chat without {wanted!r}", settled=True)

    return turn


async def _message(stage, who, words, *, new=True):
    wanted = stage.filled(words)

    def look(chat):
        return next((one for one in reversed(chat) if _says(who, wanted, one["text"])), None)

    return await stage.sees(who, look, f"a message with {wanted!r}", new=new)


async def _file(stage, who, name):
    def look(chat):
        files = (one for one in reversed(chat) if one["file"])
        return next((one for one in files if name in one["file"]["name"]), None)

    return await stage.sees(who, look, f"a file {name!r}", new=True)


async def _button(stage, who, words):
    wanted = [stage.filled(one) for one in words]

    def look(chat):
        return next((found for one in wanted if (found := _found(who, one, chat))), None)

    return await stage.sees(who, look, f"a button {wanted!r}")


def _found(who, words, chat):
    """Message and data of the newest button that says so."""
    for message in reversed(chat):
        for button in (one for row in message["buttons"] for one in row):
            if _says(who, words, button["text"]):
                return message["message_id"], button["data"]
    return None


def _says(who, words, text):
    return any(one.search(text) for one in patterns(words, who.language))
