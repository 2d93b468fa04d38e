from datetime import timedelta
from zoneinfo import ZoneInfo

from inline_snapshot import snapshot

from messages.actions.officer import OpenTask, Queue
from messages.actions.supervisor import Giving, Locking, Overview, Remind
from messages.cards.queue import alarms_card, queue_card
from messages.cards.supervisor import giving_card, overview_card
from messages.localizer import localizer_for
from tests.support.views import (
    MINUTE,
    a_due,
    a_giving_view,
    a_queue_line,
    a_queue_view,
    a_watched_line,
    an_alarms_view,
    an_overview_view,
    shown,
)
from workflow.ids import TaskId

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def actions_of(card):
    return [button.action for row in card.rows for button in row]


def due_of(due):
    return next(
        line
        for line in queue_card(a_queue_view(lines=(a_queue_line(due=due),)), SAY).text.splitlines()
        if line.startswith("Batas")
    )


def test_work_lies_in_the_order_of_its_limits():
    assert shown(queue_card(a_queue_view(), SAY)) == snapshot("""\
<b>Tugas Anda: 3 berkas</b>
1 terlambat

1. ↩ <b>Verifikasi permohonan</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Batas Sen 07.50 WIB (<b>terlambat 20 menit</b>)

2. <b>Verifikasi permohonan</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Batas Sen 08.25 WIB (sisa 15 menit)

3. <b>Verifikasi permohonan</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Tanpa batas waktu
---
[1 · PDK-2026-00017 · Verifikasi permohonan](o:80)
[2 · PDK-2026-00017 · Verifikasi permohonan](o:81)
[3 · PDK-2026-00017 · Verifikasi permohonan](o:82)
[Muat ulang](q:0)\
""")


def test_the_queue_in_english():
    assert shown(queue_card(a_queue_view(), SAY_ENGLISH)) == snapshot("""\
<b>Your tasks: 3 files</b>
1 late

1. ↩ <b>Verifikasi permohonan</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Due Mon 07:50 WIB (<b>20 minutes late</b>)

2. <b>Verifikasi permohonan</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Due Mon 08:25 WIB (15 minutes left)

3. <b>Verifikasi permohonan</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
No limit
---
[1 · PDK-2026-00017 · Verifikasi permohonan](o:80)
[2 · PDK-2026-00017 · Verifikasi permohonan](o:81)
[3 · PDK-2026-00017 · Verifikasi permohonan](o:82)
[Refresh](q:0)\
""")


def test_forty_files_are_turned_like_pages():
    middle = queue_card(a_queue_view(page=1, pages=3, total=40), SAY)
    last = queue_card(a_queue_view(page=2, pages=3, total=40), SAY)

    assert "Halaman 2 dari 3" in middle.text
    assert actions_of(middle)[-3:] == [Queue(0), Queue(1), Queue(2)]
    assert actions_of(last)[-2:] == [Queue(1), Queue(2)]


def test_of_more_than_a_hundred_files_the_list_says_only_that_there_are_more():
    card = queue_card(a_queue_view(page=4, pages=0, total=100, late=100), SAY)
    assert "lebih dari 99 berkas" in card.text
    assert "Lebih dari 99 terlambat" in card.text
    assert "Halaman 5" in card.text
    assert "dari 0" not in card.text
    assert Queue(5) in [button.action for row in card.rows for button in row]


def test_an_empty_desk_is_said_calmly():
    card = queue_card(a_queue_view(lines=(), total=0, late=0), SAY)

    assert card.text.startswith("Tidak ada tugas menunggu.")
    assert actions_of(card) == [Queue(0)]


def test_what_time_has_to_say_comes_in_one_message():
    card = alarms_card(an_alarms_view(), SAY)

    assert shown(card) == snapshot("""\
<b>Pengingat: 1 berkas menunggu Anda</b>
1. <b>Verifikasi permohonan</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Batas Sen 08.25 WIB (sisa 15 menit)

<b>Lewat batas dalam pantauan Anda: 1 berkas</b>
2. <b>Memeriksa dan paraf</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Di meja Budi Santoso (Kepala Seksi)
Batas Sen 06.05 WIB (<b>terlambat 2 jam 5 menit</b>)
---
[1 · PDK-2026-00017 · Verifikasi permohonan](o:81)
[Ingatkan 2 · PDK-2026-00017](rm:90)\
""")
    assert actions_of(card) == [OpenTask(81), Remind(90)]


def test_reminders_in_english():
    assert shown(alarms_card(an_alarms_view(), SAY_ENGLISH)) == snapshot("""\
<b>Reminder: 1 file waits for you</b>
1. <b>Verifikasi permohonan</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Due Mon 08:25 WIB (15 minutes left)

<b>Past the limit on desks you watch: 1 file</b>
2. <b>Memeriksa dan paraf</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
With Budi Santoso (Kepala Seksi)
Due Mon 06:05 WIB (<b>2 hours 5 minutes late</b>)
---
[1 · PDK-2026-00017 · Verifikasi permohonan](o:81)
[Remind 2 · PDK-2026-00017](rm:90)\
""")


def test_an_officer_without_late_colleagues_hears_of_own_work_alone():
    card = alarms_card(an_alarms_view(overdue=()), SAY)

    assert "Lewat batas" not in card.text


def test_many_reminders_point_to_the_list():
    lines = tuple(a_queue_line(task_id=TaskId(n)) for n in range(1, 16))

    card = alarms_card(an_alarms_view(due=lines, due_in_all=40, overdue=()), SAY)

    assert "… dan 25 lagi" in card.text
    assert actions_of(card)[-1] == Queue(0)


def test_a_superior_reads_what_is_late_with_whom_since_when():
    assert shown(overview_card(an_overview_view(), SAY)) == snapshot("""\
<b>Pantauan</b>
1 terlambat dari 12 berkas yang berjalan.

1. <b>Memeriksa dan paraf</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Di meja Budi Santoso (Kepala Seksi)
Batas Sen 06.05 WIB (<b>terlambat 2 jam 5 menit</b>)

2. <b>Memeriksa dan paraf</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Di meja Kepala Seksi, yang belum ada pejabatnya
Tanpa batas waktu · sudah 2 jam 20 menit
---
[Ingatkan 1 · PDK-2026-00017](rm:90)
[Ingatkan 2 · PDK-2026-00017](rm:91)
[Muat ulang](ov:0)  [🔒 Ponsel hilang](lk:0)\
""")


def test_the_overview_in_english():
    assert shown(overview_card(an_overview_view(), SAY_ENGLISH)) == snapshot("""\
<b>Overview</b>
1 of 12 open files late.

1. <b>Memeriksa dan paraf</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
With Budi Santoso (Kepala Seksi)
Due Mon 06:05 WIB (<b>2 hours 5 minutes late</b>)

2. <b>Memeriksa dan paraf</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
With Kepala Seksi, a post nobody holds
No limit · 2 hours 20 minutes so far
---
[Remind 1 · PDK-2026-00017](rm:90)
[Remind 2 · PDK-2026-00017](rm:91)
[Refresh](ov:0)  [🔒 Lost phone](lk:0)\
""")


def test_a_superior_whose_unit_is_in_time_reads_that():
    text = overview_card(an_overview_view(lines=(), late=0), SAY).text

    assert "Tidak ada yang terlambat dari 12 berkas yang berjalan." in text


def test_a_superior_with_nothing_to_watch_reads_that():
    text = overview_card(an_overview_view(lines=(), late=0, open=0), SAY).text

    assert "Tidak ada berkas yang berjalan." in text


def test_a_superior_opens_what_lies_on_the_own_desk():
    card = overview_card(an_overview_view(lines=(a_watched_line(own=True),)), SAY)

    assert actions_of(card)[0] == OpenTask(90)


def test_a_late_file_can_be_given_to_a_colleague_where_there_is_one():
    line = a_watched_line(givable=True)

    card = overview_card(an_overview_view(lines=(line,), first=7, page=1, pages=3), SAY)

    assert actions_of(card) == [
        Remind(90),
        Giving(90, 0),
        Overview(0),
        Overview(2),
        Overview(1),
        Locking(0),
    ]
    assert "Halaman 2 dari 3" in card.text
    assert "\n7. " in card.text


def test_a_file_that_is_given_goes_to_one_of_the_colleagues():
    assert shown(giving_card(a_giving_view(), SAY)) == snapshot("""\
<b>Alihkan berkas ini kepada siapa?</b>

1. <b>Memeriksa dan paraf</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Di meja Budi Santoso (Kepala Seksi)
Batas Sen 06.05 WIB (<b>terlambat 2 jam 5 menit</b>)
---
[Dewi Anggraini, A.Md · memegang 0](gi:90:7)
[Plh. Joko Susilo, A.Md · memegang 3](gi:90:8)
[Tidak jadi](ov:0)\
""")
    assert shown(giving_card(a_giving_view(), SAY_ENGLISH)) == snapshot("""\
<b>To whom is this file to be given?</b>

1. <b>Memeriksa dan paraf</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
With Budi Santoso (Kepala Seksi)
Due Mon 06:05 WIB (<b>2 hours 5 minutes late</b>)
---
[Dewi Anggraini, A.Md · holds 0](gi:90:7)
[Plh. Joko Susilo, A.Md · holds 3](gi:90:8)
[No, leave it](ov:0)\
""")


def test_where_nobody_else_is_on_duty_that_is_said():
    card = giving_card(a_giving_view(colleagues=()), SAY)

    assert "Tidak ada rekan lain" in card.text
    assert actions_of(card) == [Overview(0)]


def test_how_late_a_file_is_counts_the_hours_of_the_office_as_its_limit_does():
    over_night = a_due(15 * MINUTE, late=True, apart=352 * MINUTE, unbroken=False)
    for_days = a_due(15 * MINUTE, late=True, apart=1000 * MINUTE, days=3, unbroken=False)
    round_the_clock = a_due(15 * MINUTE, late=True, apart=1000 * MINUTE, days=1)
    on_sunday = a_due(15 * MINUTE, late=True, apart=timedelta(), unbroken=False)

    assert "(<b>terlambat 5 jam 52 menit kerja</b>)" in due_of(over_night)
    assert "(<b>terlambat 3 hari kerja</b>)" in due_of(for_days)
    assert "(<b>terlambat 16 jam 40 menit</b>)" in due_of(round_the_clock)
    assert "(<b>terlambat</b>)" in due_of(on_sunday)


def test_what_is_left_counts_them_too():
    until_monday = a_due(15 * MINUTE, apart=12 * MINUTE, unbroken=False)
    no_office_hour = a_due(15 * MINUTE, apart=timedelta(), unbroken=False)

    assert "(sisa 12 menit kerja)" in due_of(until_monday)
    assert due_of(a_due(15 * MINUTE, apart=timedelta())).endswith("(sisa kurang dari 1 menit)")
    assert due_of(no_office_hour) == "Batas Sen 08.25 WIB"


def test_what_nobody_above_could_be_told_of_says_so_and_offers_no_reminder():
    line = a_watched_line(holder="")
    view = an_alarms_view(
        due=(), due_in_all=0, overdue=(), overdue_in_all=0, unheard=(line,), unheard_in_all=1
    )
    assert shown(alarms_card(view, SAY)) == snapshot("""\
<b>1 berkas perlu perhatian, tanpa atasan yang dapat diberi tahu</b>
Jabatan di atasnya kosong, tidak terjangkau, atau tidak ada; administrator mengaturnya
    lewat /kantor.
1. <b>Memeriksa dan paraf</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
Di meja Kepala Seksi, yang belum ada pejabatnya
Batas Sen 06.05 WIB (<b>terlambat 2 jam 5 menit</b>)
---\
""")
    assert shown(alarms_card(view, SAY_ENGLISH)) == snapshot("""\
<b>No superior can be told of 1 file</b>
The posts above are empty, out of reach, or not there; an administrator sees to it with
    /kantor.
1. <b>Memeriksa dan paraf</b> · PDK-2026-00017
Dinas Kesehatan Provinsi DKI Jakarta
With Kepala Seksi, a post nobody holds
Due Mon 06:05 WIB (<b>2 hours 5 minutes late</b>)
---\
""")


def test_a_message_about_what_is_over_is_called_no_reminder():
    late = a_queue_line(due=a_due(-3 * MINUTE))
    text = alarms_card(an_alarms_view(due=(late, a_queue_line()), due_in_all=2), SAY).text
    assert text.startswith("<b>Lewat batas: 1 dari 2 berkas yang menunggu Anda</b>")


def test_an_empty_desk_is_told_of_above_before_the_limit_without_calling_it_late():
    early = a_watched_line(holder="", due=a_due(4 * MINUTE))
    view = an_alarms_view(due=(), due_in_all=0, overdue=(early,), overdue_in_all=1)
    text = alarms_card(view, SAY).text
    assert text.startswith("<b>Perlu perhatian dalam pantauan Anda: 1 berkas</b>")
    assert "Lewat batas" not in text


def test_what_waits_for_the_applicant_is_seen_and_nobody_is_reminded():
    waiting = a_watched_line(with_applicant=True, due=None)
    card = overview_card(an_overview_view(lines=(waiting,), late=0), SAY)
    assert "Menunggu pemohon" in card.text
    assert len(card.rows) == 1
