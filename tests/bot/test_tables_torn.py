"""However a document was torn, the import writes a draft or says in a sentence why not."""

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.tables.files import read_lines
from tests.support.examples import examples
from tests.support.importing import SEEDS
from tests.support.workbook import a_workbook
from workflow.errors import ProcedureError
from workflow.importing.drafting import drafts
from workflow.procedure import Procedure

TEXTS = [one.read_text(encoding="utf-8") for one in sorted(SEEDS.glob("*.txt"))]
STRAY = [
    "\t",
    "\n",
    "  ",
    "5 menit",
    "-",
    "•",
    "1.",
    "<b>",
    "Panah balik",
    "Pemohon",
    "'",
    '"',
    ": ",
]
TABLE = [
    ["No", "Uraian", "Pelaksana", "", "Waktu"],
    ["", "", "Petugas", "Kepala Dinas", ""],
    [1, "Memeriksa berkas", "x", "", "5 menit"],
]
quick = settings(
    max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@st.composite
def torn(draw):
    """One of the five documents with pieces cut out and stray signs put in."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.sampled_from([0, 1, 3, 20, 200]))
        text = text[:at] + draw(st.sampled_from(STRAY) | st.text(max_size=3)) + text[at + gone :]
    return text


def made_of(file):
    """The drafts of a file; none when it is refused."""
    try:
        return drafts(read_lines(file), source=file.name)
    except ProcedureError:
        return []


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("torn") / "tabel"


@given(text=torn())
@quick
def test_a_torn_document_gives_a_draft_or_a_sentence(file, text):
    file.write_bytes(text.encode(errors="replace"))

    for draft in made_of(file):
        procedure = Procedure.model_validate(yaml.safe_load(draft.text))
        assert len(procedure.steps) == draft.steps
        assert draft.text.count("# PERTANYAAN ") >= len(draft.doubts)


@given(at=st.integers(0, 2_000), bits=st.integers(1, 255), cut=st.integers(0, 3_000))
@quick
def test_a_damaged_workbook_gives_a_draft_or_a_sentence(file, at, bits, cut):
    content = bytearray(a_workbook(TABLE, merged=["C1:D1"], shapes=[(2, 3, "rect", "")]))
    content[at % len(content)] ^= bits
    file.write_bytes(bytes(content[: len(content) - (cut if cut < 300 else 0)]))

    made_of(file)
