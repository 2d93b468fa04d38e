"""Every button there is or ever was has its row in the table of presses."""

import ast
from collections import Counter
from pathlib import Path

import pytest

import messages.cards
from bot.presses.table import ROWS, action_of
from messages.actions import outdated
from messages.actions.action import Action
from messages.actions.officer import DigitNotKept
from tests.support.builders import COUNTER_SOP, an_office
from tests.support.buttons import ACTIONS
from tests.support.office import open_office
from tests.support.window import Window
from workflow.errors import UnknownOutcome

# As they lie on phones: a line may be added, none may be changed.
EVER_SENT = (
    "fr:5:0:17",
    "d:81:lengkap",
    "su:81:lengkap:9f86d081",
    "mi:81:lengkap:identitas",
    "r:81:lengkap",
    "i:81:lengkap",
    "rd:81:lengkap:9f86d081",
    "w:81:lengkap",
    "p:81",
    "tb:81",
    "qa:91",
    "qs:91",
    "eq:17",
    "sr:17:u1:4",
    "sx:17:u9",
    "sc:17",
    "sf:17",
    "se:17",
    "sm:1",
    "lg:1",
    "bb:81",
    "bt:81:3",
    "bl:81",
    "bf:81",
    "bk",
    "bz",
    "bx",
    "bd:paraf:9f86d081",
    "bw:perbaiki:9f86d081:9f86d081",
    "bg:9f86d081",
    "bp:7140233658:9f86d081",
    "bo:7140233658:9f86d081",
    "wd:17",
    "wk:17",
    "wy:17",
    "wr:17",
    "ck:17",
    "er:91",
    "oa:91",
    "lk:0",
    "lx:12",
    "mo:81",
    "vb:81:give",
    "vc:81:give:12",
    "vd:81:give:12",
    "ha:81:4",
    "hi:0",
    "ht:81:0",
    "op:93",
    "vb:81:opin",
    "vc:81:opin:kabid_piak",
    "he:81:4",
    "o:81",
    "k:81",
    "f:81",
    "l:81",
    "h:81",
    "aw:81",
    "nk:81",
    "ul:17",
    "us:17",
    "g:17:0",
    "t:81",
    "gp:81:lengkap:12",
    "cm:81:lengkap:12:1",
    "ft:81:lengkap:4e07408b",
    "kt:81:7:0",
    "kn:81",
    "kc:81",
    "km:81:lengkap:1",
    "q:2",
    "a:81:lengkap",
    "cs",
    "c:17",
    "cp:17:resi",
    "b:jakarta-data:pelayanan",
    "bs:jakarta-data",
    "bn:jakarta-data",
    "fb:5:3",
    "fn:5:3",
    "fo:5:3:ef2d127d",
    "fc:5:3:1",
    "fg:5:2",
    "fx:5",
    "fd:5",
    "fk:5",
    "fs:5",
    "rs",
    "ov:2",
    "gv:81:2",
    "gi:81:12",
    "rm:81",
    "of",
    "ps:2",
    "po:2:kasi_data",
    "ea:9",
    "es:9",
    "ix:4",
    "na:kasi_data",
    "mp:2",
    "mc:capacity:plh",
    "dy:2",
    "dc",
    "do",
    "dr",
    "dx:6",
    "pi:jakarta-data",
    "iv:kasi_data",
    "ac:2026-07:jakarta-data:pelayanan",
    "sp:id",
    "sn:id:jakarta-data:pelayanan",
    "hm",
    "cf:417",
    "ct:c2VhcmNo:416::0",
    "m:81:lengkap:3",
    "cl:81:diterima:fam",
    "y:81:lengkap:3",
    "gt:81:lengkap:3",
    "tm:81:lengkap:3",
    "td:81:lengkap",
    "s:81:lengkap",
    "kd:81:7",
    "ka:81:lengkap",
    "fe:5:3",
    "g:17:1",
    "kt:81:0:1",
    "km:81:lengkap:0",
    "cm:81:lengkap:12:0",
    "b:jakarta-data:",
    "ac:2026-07::",
    "ac:2026-07:jakarta-data:",
    "sp:en",
    "sn:en::",
    "d:999999999999999:lengkap",
)
OUTDATED = {*outdated.ALL}
WRITTEN_BY_THE_INBOX = {DigitNotKept}


def on_cards():
    """The names of all actions that a card puts on a button."""
    [folder] = messages.cards.__path__
    calls = [
        node
        for path in Path(folder).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
    ]
    named = [one for call in calls for one in (call.func, *call.args)]
    return {one.id for one in named if isinstance(one, ast.Name)}


def test_every_action_has_exactly_one_row():
    assert Counter(row.action for row in ROWS) == Counter(ACTIONS)


def test_every_row_is_of_a_button_on_a_card_or_of_an_earlier_release():
    drawn = on_cards()
    shown = {row.action for row in ROWS if row.action.__name__ in drawn}
    assert {row.action for row in ROWS} - shown == OUTDATED | WRITTEN_BY_THE_INBOX


@pytest.mark.parametrize("data", EVER_SENT)
def test_a_button_that_was_ever_sent_is_read_and_written_alike(data):
    action = action_of(data)
    assert isinstance(action, Action)
    assert action.encode() == data


def test_of_every_button_there_is_one_that_was_sent():
    assert {type(action_of(data)) for data in EVER_SENT} == set(ACTIONS)


NEVER_SENT = (
    "",
    ":",
    "zz:81",
    "d",
    "d:81",
    "d:81:lengkap:1",
    "d::lengkap",
    "d:-1:lengkap",
    "d:٨١:lengkap",
    "d:1e3:lengkap",
    "d:1000000000000000:lengkap",
    "g:17:2",
    "sp:fr",
    "sp:",
    "sn:fr::",
)


@pytest.mark.parametrize("data", NEVER_SENT)
async def test_a_button_that_was_never_sent_does_nothing(data):
    with open_office(office=an_office(), sops=(COUNTER_SOP,)) as office:
        before = office.books()
        handled = await Window(office).presses("petugas", data)
        assert isinstance(handled.refusal, UnknownOutcome)
        assert office.books() == before
