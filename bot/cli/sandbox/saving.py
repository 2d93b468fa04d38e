"""What a play leaves behind: the case's papers, out of the chats of those who got them."""

import json
from pathlib import Path
from typing import Any

from bot.cli.sandbox.personas import Persona
from bot.cli.sandbox.playing import Player
from bot.cli.sandbox.pressing import PATIENCE, PlayFailed
from messages.actions.officer import Kartu, ShowLetter
from workflow.ids import PaperId
from workflow.papers import PAPERS, PaperKind


async def save_papers(player: Player, folder: Path) -> None:
    """Leave the case's kartu kendali in *folder*, each letter as it was signed, and an SK."""
    if not player.ends_in_refusal:
        for step in player.procedure.steps:
            if step.signs is not None:
                await _save_letter(player, folder, step.signs, player.officer(step.lane))
            if step.appoints is not None:
                await _save_sheet(player, folder, PaperKind.SK_TIM, player.officer(step.lane).id)
    clerk = player.last
    if clerk is None:
        raise PlayFailed("no officer had the case, so nobody can show its kartu kendali")
    await player.presser.tap(clerk.id, Kartu)
    await player.presser.tap(clerk.id, Kartu, lambda action: action.paper)
    await _save_sheet(player, folder, PaperKind.KARTU_KENDALI, clerk.id)


async def _save_sheet(player: Player, folder: Path, kind: PaperKind, person: int) -> None:
    await _save(player, folder, kind, person, PAPERS[kind].title)


async def _save_letter(player: Player, folder: Path, kind: PaperId, signatory: Persona) -> None:
    """A letter as whoever asked for it got it; else as its signatory sees it."""
    title = player.procedure.papers[kind].title
    if _sends_its_answer(player):
        await _save(player, folder, kind, player.applicant.id, title)
        return
    seen = (await player.people.last(signatory.id))["message_id"]
    await player.presser.tap(signatory.id, ShowLetter)
    await _save(player, folder, kind, signatory.id, title, after=seen)


def _sends_its_answer(player: Player) -> bool:
    """True where the applicant gets the letters in the chat."""
    released = any(step.releases for step in player.procedure.steps)
    collected = player.procedure.pickup_of(player.route.service) is not None
    return player.procedure.started_by_applicant and released and not collected


async def _save(
    player: Player, folder: Path, kind: str, person: int, name: str, *, after: int = 0
) -> None:
    """The newest file of this name in somebody's chat."""
    found = await player.people.wait_for_file(person, name, PATIENCE, after=after)
    content = await player.people.file(person, found["message_id"])
    (folder / f"{kind}.pdf").write_bytes(content)


def write_case(folder: Path, told: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(told, ensure_ascii=False, indent=2, default=str)
    (folder / "case.json").write_text(text + "\n", encoding="utf-8")
