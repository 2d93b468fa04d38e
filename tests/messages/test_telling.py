from dataclasses import fields
from datetime import date
from typing import get_type_hints
from zoneinfo import ZoneInfo

import pytest
from inline_snapshot import snapshot

from messages.actions.form import Resume
from messages.actions.office import OfficeScreen
from messages.cards.fitting import cut, plain, visible_length
from messages.cards.telling import (
    attachment_caption,
    paper_caption,
    paper_file,
    refused,
    refused_short,
    told,
    told_card,
)
from messages.localizer import LANGUAGES, MissingMessage, localizer_for
from tests.support.views import MONDAY, NUMBER, shown
from workflow import errors
from workflow.errors import NotSixteenDigits
from workflow.ids import OutcomeId, PaperId, TaskId
from workflow.papers import PaperKind

JAKARTA = ZoneInfo("Asia/Jakarta")
SAY = localizer_for("id", JAKARTA)
SAY_ENGLISH = localizer_for("en", JAKARTA)
LONG = "<b>&" * 300
VALUES = {
    "date": date(2026, 11, 23),
    "datetime": MONDAY,
    "int": 1234,
    "str": "Rina <R> & Co",
    "OutcomeId": OutcomeId("lengkap"),
    "TaskId": TaskId(81),
}
REFUSALS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.Refusal) and kind is not errors.Refusal
]


def a_refusal(kind, **changes):
    hints = get_type_hints(kind)
    told = {field.name: VALUES[hints[field.name].__name__] for field in fields(kind)}
    return kind(**told | changes)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_every_refusal_is_said_in_words(kind, language):
    say = localizer_for(language, JAKARTA)

    full = refused(a_refusal(kind), say)
    short = refused_short(a_refusal(kind), say)

    assert full.endswith((".", "</i>"))
    assert 10 < len(short) <= 200
    assert "<b>" not in short
    assert "{" not in full


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_a_refusal_about_a_long_value_still_fits(kind, language):
    say = localizer_for(language, JAKARTA)
    texts = {name: LONG for name, hint in get_type_hints(kind).items() if hint is str}

    refusal = a_refusal(kind, **texts)

    assert visible_length(refused(refusal, say)) <= 1024
    assert len(refused_short(refusal, say)) <= 200


def test_a_refusal_says_what_to_do():
    too_long = errors.AnswerTooLong(longest=200, length=1234)
    range_of_days = errors.DateOutOfRange(earliest=date(1900, 1, 1), latest=date(2036, 12, 31))

    assert refused(too_long, SAY) == snapshot(
        "Jawaban terlalu panjang: 1.234 huruf, paling banyak 200. Tulis lebih singkat."
    )
    assert refused(range_of_days, SAY) == snapshot(
        "Tanggal harus antara 1 Januari 1900 dan 31 Desember 2036. Periksa tahunnya."
    )
    assert refused(range_of_days, SAY_ENGLISH) == snapshot(
        "The date must lie between 1 January 1900 and 31 December 2036. Check the year."
    )


def test_an_alert_carries_no_markup():
    refusal = errors.FileWanted(title="KK & KTP", accepted="PDF")

    assert refused_short(refusal, SAY) == snapshot(
        "Di sini diminta berkas: KK & KTP. Kirim sebagai foto atau dokumen (PDF)."
    )


def test_a_welcome_to_the_desk_names_person_and_jabatan():
    arguments = {"name": "Ir. Sari <M.Si>", "jabatan": "Kepala Dinas"}

    assert shown(told_card("joined-jabatan", arguments, SAY)) == snapshot("""\
Selamat bertugas, <b>Ir. Sari &lt;M.Si&gt;</b>. Anda kini tercatat sebagai <b>Kepala
    Dinas</b>. Tugas datang sendiri ke obrolan ini.
---\
""")


def test_an_open_form_is_pointed_to_with_a_button():
    card = told_card("form-still-open", {}, SAY)

    assert shown(card) == snapshot("""\
Masih ada isian yang belum diserahkan. Lanjutkan isian itu, atau batalkan dengan /batal.
---
[Lanjutkan isian](rs)
[Ke layar pertama](hm)\
""")
    assert card.rows[0][0].action == Resume()


def test_a_lane_nobody_holds_leads_to_the_office_screen():
    arguments = {"lane": "Kepala Seksi", "number": NUMBER}

    card = told_card("office-lane-unheld", arguments, SAY_ENGLISH)

    assert shown(card) == snapshot("""\
File <code>PDK-2026-00017</code> waits on the desk of <b>Kepala Seksi</b>, a post nobody
    holds. Invite its officer from the Office screen.
---
[Office](of)\
""")
    assert card.rows[0][0].action == OfficeScreen()


def test_little_room_says_how_much_is_left_where_and_what_to_do():
    told = told_card("little-room", {"folder": "/srv/disposisi", "megabytes": 1000}, SAY)
    assert told.text == snapshot("""\
Ruang penyimpanan di server bot hampir habis: tersisa <b>1.000 MB</b> di \
<code>/srv/disposisi</code>. Mohon kosongkan ruang di sana atau perbesar penyimpanannya. \
Bila sampai penuh, bot menunggu hingga ada ruang lagi: sementara itu tidak ada yang dijawab, \
tetapi tidak ada yang hilang.\
""")
    assert told.rows == ()


def test_a_bad_backup_says_why_and_what_to_do():
    told = {"wrong": "/backup: no room is left", "folder": "/backup", "nights": 1}
    assert told_card("backup-bad", told, SAY).text == snapshot("""\
⚠ Malam ini tidak ada cadangan yang baik. Sebabnya: <code>/backup: no room is left</code>

Setelah dibenahi, jalankan <code>disposisi backup /backup</code> di server bot; \
bila tidak, bot mencobanya lagi malam nanti.\
""")
    assert told_card("backup-bad", told | {"nights": 2}, SAY_ENGLISH).text == snapshot("""\
⚠ There is no good backup of last night, nor of the nights before: 2 in a row. \
The reason: <code>/backup: no room is left</code>

Once that is mended, run <code>disposisi backup /backup</code> on the bot’s server; \
otherwise the bot tries again tonight.\
""")
    assert told_card("backup-nights", {"nights": 3}, SAY).text == snapshot("""\
⚠ Sudah 3 malam berturut-turut kantor tidak mempunyai cadangan yang baik. \
Bila server rusak, berkas dan keputusan sejak cadangan terakhir hilang. \
Administrator bot sudah diberi tahu sebabnya; \
mohon pastikan hal ini ditangani hari ini.\
""")


def test_an_invitation_can_be_forwarded():
    arguments = {
        "name": "Ir. Sari Kusuma, M.Si",
        "jabatan": "Kepala Dinas",
        "link": "https://t.me/disposisi_bot?start=jabc_DEF-123",
    }

    assert shown(told_card("invitation-link", arguments, SAY)) == snapshot("""\
Undangan untuk <b>Ir. Sari Kusuma, M.Si</b> sebagai <b>Kepala Dinas</b>. Teruskan tautan
    ini hanya kepadanya; berlaku sekali, selama 7 hari.

https://t.me/disposisi_bot?start=jabc_DEF-123
---
[Semua jabatan](ps:0)
[Kantor](of)\
""")


def test_a_sentence_nobody_wrote_is_loud():
    with pytest.raises(MissingMessage):
        told("goodbye", {}, SAY)


@pytest.mark.parametrize("unfinished", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_paper_has_its_caption_and_its_file(language, unfinished):
    say = localizer_for(language, JAKARTA)
    letters = [PaperId("surat_jawaban")]

    captions = [
        paper_caption(kind, NUMBER, say, unfinished=unfinished) for kind in (*PaperKind, *letters)
    ]

    assert len(set(captions)) == len(PaperKind) + 1
    assert all(NUMBER in text for text in captions)
    assert len({paper_file(kind, NUMBER) for kind in PaperKind}) == len(PaperKind)


def test_a_letter_goes_by_its_own_title_and_says_what_it_is():
    kind, title = PaperId("pengesahan"), "Pengesahan Laporan"
    signed = paper_caption(kind, NUMBER, SAY, title=title)
    draft = paper_caption(kind, NUMBER, SAY, title=title, unfinished=True)
    assert plain(signed) == f"Pengesahan Laporan {NUMBER}, sudah ditandatangani."
    assert plain(draft) == f"Pengesahan Laporan {NUMBER}: konsep, belum ditandatangani."


def test_a_decision_that_was_made_is_no_draft():
    made = paper_caption(PaperKind.SK_TIM, NUMBER, SAY)
    assert plain(made) == f"SK Tim {NUMBER}, sudah ditetapkan."


def test_a_tanda_terima_of_a_case_that_goes_on_does_not_say_that_it_is_finished():
    given = paper_caption(PaperKind.TANDA_TERIMA, NUMBER, SAY, unfinished=True)
    assert plain(given) == f"Tanda terima {NUMBER}. Terima kasih."


def test_an_attachment_is_called_what_it_was_asked_as():
    assert attachment_caption("KK & KTP", SAY) == "<b>KK &amp; KTP</b>"


def test_a_paper_is_saved_under_its_name_and_number():
    named = paper_file(PaperKind.KARTU_KENDALI, NUMBER)
    letter = paper_file(PaperId("surat_jawaban"), "470/12/DKPS", title="Surat Jawaban")
    assert named == "Kartu kendali PDK-2026-00017.pdf"
    assert letter == "Surat Jawaban 470-12-DKPS.pdf"
    assert paper_file(PaperId("surat_jawaban"), "1") == "Surat jawaban 1.pdf"


def test_a_value_is_cut_on_one_line():
    assert cut("satu\n dua  tiga", 20) == "satu dua tiga"
    assert cut("satu dua tiga", 9) == "satu dua…"


def test_a_nik_among_somebodys_words_is_masked():
    assert cut("Budi, NIK 3175034708900023", 40) == "Budi, NIK 3175••••••••0023"


def test_the_example_of_a_nik_stands_as_it_is():
    say = localizer_for("id", JAKARTA)

    assert "3175034708900001" in refused(
        NotSixteenDigits(digits=3, example="3175034708900001"), say
    )


def test_a_hidden_change_of_direction_is_taken_out():
    assert cut("surat\u202efdp.exe", 20) == "suratfdp.exe"


def test_bare_words_have_neither_tags_nor_entities():
    assert plain("<b>A &amp; B</b>") == "A & B"
    assert visible_length("<b>😀</b>") == 2
