"""Every SOP and every named way through it, pressed on phones, over real HTTP."""

import json

import pytest

from bot.archiving import ArchiveUnreadable, open_archive
from bot.cli.paths import all_returns, routes
from bot.cli.sandbox.personas import Persona, officers_of
from bot.cli.sandbox.playing import PASSPHRASE, Player
from bot.files import read_procedures
from bot.settings import Settings
from workflow import kartu_kendali
from workflow.case import CaseState
from workflow.procedure import Way

pytestmark = pytest.mark.asyncio(loop_scope="module")

SOPS = {str(one.id): one for one, _ in read_procedures(Settings(_env_file=None))}
OTHERS = [name for name in SOPS if name != "jakarta-data"]
# What a case over all returns does not pass, of each kind one: a refusal, and another service.
SHORT = [
    ("pekanbaru-sipenduduk", "tolak-2"),
    ("pekanbaru-sipenduduk", "akta_lahir"),
    ("pekanbaru-sipenduduk", "kia"),  # collected at the counter
]
PATHS = [
    pytest.param(name, path, marks=[] if (name, path) in SHORT else pytest.mark.soak)
    for name, sop in SOPS.items()
    for path in routes(sop)
]


async def played(office, sop, route):
    """Play one case by its own applicant; the case and its rows, as the books have them."""
    phone = await office.guest("Rina Wulandari")
    player = Player(
        office.people,
        sop,
        office.office,
        officers_of(office.office),
        True,
        route,
        lambda pdf: office.signer().sign(
            pdf,
            signatory_name="SIAK",
            jabatan="Kepala Dinas",
            reason="contoh",
            at=office.clock.now(),
        ),
        applicant=Persona(phone, "Rina Wulandari", "Pemohon"),
    )
    await player.play()
    return office.case(player.number), office.tasks(player.number)


def the_way_the_document_says(sop, route):
    """The steps a case must pass: straight on, with each detour taken once."""
    detours = dict(route.detours)
    step = sop.first
    while True:
        outcome = detours.pop(step.id, None) or step.outcome_for(Way.FORWARD)
        yield step.number, step.outcomes[outcome].label
        to = step.outcomes[outcome].to
        if to is None:
            return
        step = sop.step(to)


@pytest.mark.parametrize("name", OTHERS)
async def test_an_sop_runs_over_all_its_returns_as_its_table_says(office, name):
    sop, route = SOPS[name], all_returns(SOPS[name])

    case, tasks = await played(office, sop, route)

    assert case.state is CaseState.FINISHED
    passed = [(task.step, sop.step(task.step).outcomes[task.outcome].label) for task in tasks]
    assert passed == list(the_way_the_document_says(sop, route))
    assert kartu_kendali.replay(tasks, sop) == (None, CaseState.FINISHED)
    for task in tasks:
        assert task.lane == sop.lane_of(sop.step(task.step), case.service)
        limit = sop.limit_of(sop.step(task.step), case.service)
        assert (task.due_at is None) == (limit is None)


@pytest.mark.parametrize(("name", "path"), PATHS)
async def test_a_named_way_ends_where_it_should(office, name, path):
    sop, route = SOPS[name], routes(SOPS[name])[path]

    case, tasks = await played(office, sop, route)

    refused = path.startswith("tolak-")
    assert case.state is (CaseState.REFUSED if refused else CaseState.FINISHED)
    assert [task.step for task in tasks] == [
        number for number, _ in the_way_the_document_says(sop, route)
    ]


async def test_the_archive_opens_with_its_passphrase_and_with_no_other(office, tmp_path):
    sop = SOPS["bengkulu-semester"]
    case, tasks = await played(office, sop, routes(sop)["lurus"])
    archive = office.settings.data_dir / "archives" / f"{case.number}.tar.gz.age"

    names = open_archive(archive, PASSPHRASE, tmp_path / "opened")

    assert tasks[-1].note == archive.name
    assert {"berkas.json", "kartu_kendali.pdf", "naskah/pengesahan.pdf"} <= set(names)
    told = json.loads((tmp_path / "opened" / "berkas.json").read_text(encoding="utf-8"))
    assert told["number"] == case.number
    with pytest.raises(ArchiveUnreadable):
        open_archive(archive, "000000", tmp_path / "shut")
    assert not (tmp_path / "shut").exists()
    for path in office.settings.data_dir.glob("disposisi.db*"):
        assert b"kt:" not in path.read_bytes(), f"{path.name} keeps a digit"
    assert PASSPHRASE not in office.log()
