import pytest

from tests.support.builders import MINUTE, a_file
from tests.support.fakes import MONDAY_MORNING
from workflow.case import CasePaper, PaperState


@pytest.fixture
def case(add_case):
    return add_case()


@pytest.fixture
def cases(work):
    return work.cases


def names(cases, case):
    return [file.name for file in cases.attachments(case.id)]


def test_files_are_read_as_they_were_handed_in(cases, case, rina):
    file = a_file("surat.pdf", size=12345)
    cases.attach(case.id, "surat_permohonan", [file], by=rina.id)
    [kept] = cases.attachments(case.id)
    assert (kept.item, kept.digest, kept.name) == ("surat_permohonan", file.digest, "surat.pdf")
    assert (kept.media_type, kept.size, kept.uploaded_at) == ("pdf", 12345, MONDAY_MORNING)
    assert (kept.uploaded_by, kept.replaced_at) == (rina.id, None)


def test_files_lie_in_the_order_in_which_they_came(cases, case, rina):
    cases.attach(case.id, "identitas", [a_file("b.jpg"), a_file("a.jpg")], by=rina.id)
    cases.attach(case.id, "surat_permohonan", [a_file("surat.pdf")], by=rina.id)
    assert names(cases, case) == ["b.jpg", "a.jpg", "surat.pdf"]


def test_a_replaced_file_stays_in_the_books(cases, connection, case, rina):
    cases.attach(case.id, "surat", [a_file("old.pdf"), a_file("kept.pdf")], by=rina.id)
    cases.attach(case.id, "identitas", [a_file("ktp.jpg")], by=rina.id)
    new = a_file("new.pdf", at=MONDAY_MORNING + 5 * MINUTE)
    cases.attach(case.id, "surat", [a_file("kept.pdf"), new], by=rina.id)
    assert names(cases, case) == ["kept.pdf", "ktp.jpg", "new.pdf"]
    books = "SELECT name FROM attachments WHERE replaced_at IS NOT NULL"
    assert connection.exec_driver_sql(books).scalars().all() == ["old.pdf"]


def test_the_same_file_handed_in_again_is_kept_once(cases, case, rina):
    for _ in range(2):
        cases.attach(case.id, "surat", [a_file("surat.pdf")], by=rina.id)
    assert names(cases, case) == ["surat.pdf"]


def test_a_file_that_comes_back_counts_again(cases, case, rina):
    for name in ("a.pdf", "b.pdf", "a.pdf"):
        cases.attach(case.id, "surat", [a_file(name)], by=rina.id)
    assert names(cases, case) == ["a.pdf"]


def test_one_file_may_lie_in_two_slots_and_two_cases(cases, add_case, rina):
    here, there = add_case(), add_case()
    for case, item in ((here, "surat"), (here, "identitas"), (there, "surat")):
        cases.attach(case.id, item, [a_file("surat.pdf")], by=rina.id)
    assert len(cases.attachments(here.id)) == 2
    assert len(cases.attachments(there.id)) == 1


def put(cases, case, state, **changed):
    usual = {
        "id": 0,
        "case_id": case.id,
        "kind": "surat_jawaban",
        "state": state,
        "digest": f"digest of the {state} letter",
        "number": "470/1/DUKCAPIL/XI/2026",
        "made_at": MONDAY_MORNING,
    }
    cases.put_paper(CasePaper(**(usual | changed)))


def test_a_letter_is_the_newest_of_its_states(cases, case):
    assert cases.paper(case.id, "surat_jawaban") is None
    put(cases, case, PaperState.SIGNED)
    put(cases, case, PaperState.SEALED)
    paper = cases.paper(case.id, "surat_jawaban")
    assert (paper.state, paper.digest) == (PaperState.SEALED, "digest of the sealed letter")
    assert (paper.number, paper.released_at) == ("470/1/DUKCAPIL/XI/2026", None)
    assert cases.paper(case.id, "resi") is None


def test_only_what_is_signed_is_released(cases, add_case):
    here, there = add_case(), add_case()
    put(cases, here, PaperState.DRAFT, kind="lampiran")
    put(cases, here, PaperState.SEALED)
    put(cases, there, PaperState.SEALED)
    cases.release_papers(here.id, at=MONDAY_MORNING)
    assert cases.paper(here.id, "surat_jawaban").released_at == MONDAY_MORNING
    assert cases.paper(here.id, "lampiran").released_at is None
    assert cases.paper(there.id, "surat_jawaban").released_at is None
