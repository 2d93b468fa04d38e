from datetime import date
from zoneinfo import ZoneInfo

from inline_snapshot import snapshot

from messages.actions.search import OpenFound, TurnFound
from messages.cards.found import found_card
from messages.localizer import localizer_for
from tests.support.views import MONDAY, a_found_line, a_found_view, shown
from workflow.case import CaseState
from workflow.seeking import Progress

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def actions_of(card):
    return [button.action for row in card.rows for button in row]


def test_what_was_found_says_where_each_file_lies():
    assert shown(found_card(a_found_view(), SAY)) == snapshot("""\
<b>Hasil pencarian</b>
Dicari: <i>dinas rina</i>

1. <b>PDK-2026-00017</b> · Dinas Kesehatan
Pelayanan Data dan Informasi Kependudukan · masuk 23 November 2026
Langkah 4 dari 11 · di meja Kepala Bidang BDI

2. <b>PDK-2026-00016</b> · Dinas Sosial
Pelayanan Data dan Informasi Kependudukan · masuk 23 November 2026
✓ Selesai 23 November 2026
---
[1 · PDK-2026-00017](cf:417)
[2 · PDK-2026-00016](cf:416)
[Lebih lama →](ct:c2VhcmNo:416::0)\
""")
    assert shown(found_card(a_found_view(), SAY_ENGLISH)) == snapshot("""\
<b>What was found</b>
Looked for: <i>dinas rina</i>

1. <b>PDK-2026-00017</b> · Dinas Kesehatan
Pelayanan Data dan Informasi Kependudukan · came in 23 November 2026
Step 4 of 11 · on the desk of Kepala Bidang BDI

2. <b>PDK-2026-00016</b> · Dinas Sosial
Pelayanan Data dan Informasi Kependudukan · came in 23 November 2026
✓ Finished 23 November 2026
---
[1 · PDK-2026-00017](cf:417)
[2 · PDK-2026-00016](cf:416)
[Older →](ct:c2VhcmNo:416::0)\
""")


def test_what_was_looked_for_is_said_as_it_was_understood():
    view = a_found_view(
        lines=(), words=("akta",), progress=Progress.CLOSED, day=date(2026, 11, 24), older=None
    )
    assert shown(found_card(view, SAY)) == snapshot("""\
<b>Hasil pencarian</b>
Dicari: <i>akta · sudah ditutup · masuk 24 November 2026</i>

Tidak ada yang cocok di antara berkas yang boleh Anda lihat. Coba bagian nama yang lebih
    pendek, satu kata saja, nomor permohonan, atau tanggal masuk.
---\
""")
    view = a_found_view(lines=(), words=(), month=date(2026, 11, 1), older=None, officer=False)
    assert shown(found_card(view, SAY)) == snapshot("""\
<b>Hasil pencarian</b>
Dicari: <i>masuk November 2026</i>

Tidak ada permohonan Anda yang cocok. Coba satu kata saja, atau nomor pada resi; semua
    permohonan Anda ada di /status.
---\
""")
    assert shown(found_card(view, SAY_ENGLISH)) == snapshot("""\
<b>What was found</b>
Looked for: <i>came in November 2026</i>

None of your requests fits. Try a single word, or the number on the resi; all your
    requests are at /status.
---\
""")


def test_a_page_names_the_cases_between_which_it_lies():
    view = a_found_view(newer=417, older=416, alike=True)
    search = view.search
    assert actions_of(found_card(view, SAY)) == [
        OpenFound(417),
        OpenFound(416),
        TurnFound(search, None, 417, alike=True),
        TurnFound(search, 416, None, alike=True),
    ]


def test_by_sound_is_searched_from_the_newest_on():
    view = a_found_view(older=None, may_sound=True)
    assert actions_of(found_card(view, SAY))[-1] == TurnFound(view.search, None, None, alike=True)


def test_how_far_was_looked_is_said_where_it_was_not_to_the_end():
    view = a_found_view(unfinished=True, alike=True, filling=True)
    assert shown(found_card(view, SAY)) == snapshot("""\
<b>Hasil pencarian</b>
Dicari: <i>dinas rina</i>
Termasuk ejaan lain yang bunyinya mirip.

1. <b>PDK-2026-00017</b> · Dinas Kesehatan
Pelayanan Data dan Informasi Kependudukan · masuk 23 November 2026
Langkah 4 dari 11 · di meja Kepala Bidang BDI

2. <b>PDK-2026-00016</b> · Dinas Sosial
Pelayanan Data dan Informasi Kependudukan · masuk 23 November 2026
✓ Selesai 23 November 2026

Berkas yang lebih lama belum diperiksa. Teruskan ke belakang, atau cari lagi dengan kata,
    nomor, atau tanggal yang lebih khas.
Sebagian berkas lama belum dapat ditemukan; coba lagi nanti.
---
[1 · PDK-2026-00017](cf:417)
[2 · PDK-2026-00016](cf:416)
[Teruskan →](ct:c2VhcmNo:416::1)\
""")
    nothing = a_found_view(lines=(), unfinished=True)
    assert shown(found_card(nothing, SAY)) == snapshot("""\
<b>Hasil pencarian</b>
Dicari: <i>dinas rina</i>

Belum ada yang cocok sejauh ini.
Berkas yang lebih lama belum diperiksa. Teruskan ke belakang, atau cari lagi dengan kata,
    nomor, atau tanggal yang lebih khas.
---
[Teruskan →](ct:c2VhcmNo:416::0)\
""")
    ended = a_found_view(lines=(), newer=12, older=None)
    assert "Tidak ada lagi yang cocok." in found_card(ended, SAY).text


def test_an_applicant_reads_that_a_file_waits_for_them_and_an_officer_for_whom():
    waits = a_found_line(with_applicant=True, step_number="1")
    refused = a_found_line(state=CaseState.REFUSED, ended_at=MONDAY)
    own = found_card(a_found_view(lines=(waits, refused), officer=False), SAY).text
    theirs = found_card(a_found_view(lines=(waits, refused)), SAY).text
    assert "menunggu Anda" in own
    assert "menunggu pemohon" in theirs
    assert "✗ Ditolak 23 November 2026" in own
