from zoneinfo import ZoneInfo

from inline_snapshot import snapshot

from messages.actions.office import CancelInvitation, EndAppointment, EndSurely, Post, Posts
from messages.card import Style
from messages.cards.posts import ending_card, post_card, posts_card
from messages.localizer import localizer_for
from tests.support.views import a_post_view, a_posts_view, an_ending_view, shown

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))


def actions_of(card):
    return [button.action for row in card.rows for button in row]


def test_sixty_jabatan_are_read_page_by_page():
    assert shown(posts_card(a_posts_view(), SAY)) == snapshot("""\
<b>Jabatan dan pejabat</b>
Jabatan: 40 terisi, 20 kosong
Halaman 2 dari 8

9. Kepala Dinas: Ir. Sari Kusuma, M.Si, Plh. Budi Santoso
10. Kepala Seksi: <b>kosong</b>
11. Pengelola Data: kosong, undangan terkirim
---
[9 · Kepala Dinas](po:0:kepala_dinas)
[10 · Kepala Seksi](po:0:kasi)
[11 · Pengelola Data](po:0:pengelola_data)
[← Sebelumnya](ps:0)  [Berikutnya →](ps:2)
[Kantor](of)\
""")
    assert shown(posts_card(a_posts_view(), SAY_ENGLISH)) == snapshot("""\
<b>Posts and officers</b>
Posts (jabatan): 40 held, 20 vacant
Page 2 of 8

9. Kepala Dinas: Ir. Sari Kusuma, M.Si, Plh. Budi Santoso
10. Kepala Seksi: <b>vacant</b>
11. Pengelola Data: vacant, invitation sent
---
[9 · Kepala Dinas](po:0:kepala_dinas)
[10 · Kepala Seksi](po:0:kasi)
[11 · Pengelola Data](po:0:pengelola_data)
[← Previous](ps:0)  [Next →](ps:2)
[Office](of)\
""")


def test_the_first_page_leads_only_onward_and_the_last_only_back():
    first = actions_of(posts_card(a_posts_view(page=0, first=1), SAY))
    last = actions_of(posts_card(a_posts_view(page=7, first=57), SAY))

    assert [one for one in first if isinstance(one, Posts)] == [Posts(1)]
    assert [one for one in last if isinstance(one, Posts)] == [Posts(6)]


def test_a_jabatan_shows_who_holds_it_since_when_and_what_can_be_done():
    assert shown(post_card(a_post_view(), SAY)) == snapshot("""\
<b>Kepala Dinas</b>
Berkas di meja ini: 4

1. Ir. Sari Kusuma, M.Si, sejak 5 Januari 2026
2. Plh. Budi Santoso, 23 November 2026 s.d. 4 Desember 2026
Nomor SK: 800/123/2026
3. Plh. Dewi Anggraini, akan bertugas 7 Desember 2026 s.d. 18 Desember 2026
4. Agus: undangan belum dipakai, berlaku sampai 30 November 2026
---
[Undang pejabat](iv:kepala_dinas)
[Tunjuk Plh. atau Plt.](na:kepala_dinas)
[Akhiri 1 · Ir. Sari Kusuma, M.Si](ea:5)
[Akhiri 2 · Budi Santoso](ea:6)
[Akhiri 3 · Dewi Anggraini](ea:7)
[Batalkan undangan 4 · Agus](ix:3)
[Semua jabatan](ps:0)  [Kantor](of)\
""")
    assert shown(post_card(a_post_view(), SAY_ENGLISH)) == snapshot("""\
<b>Kepala Dinas</b>
Files on this desk: 4

1. Ir. Sari Kusuma, M.Si, since 5 January 2026
2. Plh. Budi Santoso, 23 November 2026 to 4 December 2026
Decree (SK): 800/123/2026
3. Plh. Dewi Anggraini, to serve 7 December 2026 to 18 December 2026
4. Agus: invitation not used yet, good until 30 November 2026
---
[Invite an officer](iv:kepala_dinas)
[Name a Plh. or Plt.](na:kepala_dinas)
[End 1 · Ir. Sari Kusuma, M.Si](ea:5)
[End 2 · Budi Santoso](ea:6)
[End 3 · Dewi Anggraini](ea:7)
[Cancel invitation 4 · Agus](ix:3)
[All posts](ps:0)  [Office](of)\
""")


def test_holders_can_be_ended_and_links_cancelled():
    actions = actions_of(post_card(a_post_view(), SAY))

    assert [one for one in actions if isinstance(one, EndAppointment)] == [
        EndAppointment(5),
        EndAppointment(6),
        EndAppointment(7),
    ]
    assert CancelInvitation(3) in actions


def test_a_vacant_jabatan_says_so():
    assert "Belum ada pejabatnya." in post_card(a_post_view(lines=()), SAY).text


def test_ending_says_what_ends_and_asks_once_more():
    card = ending_card(an_ending_view(), SAY)

    assert shown(card) == snapshot("""\
Akhiri penunjukan <b>Ir. Sari Kusuma, M.Si</b> sebagai <b>Kepala Dinas</b>?

Haknya di jabatan ini berakhir saat itu juga, dan kartu tugas di ponselnya ditutup.
3 berkas yang dipegangnya kembali ke meja jabatan ini.
Setelah itu jabatan ini kosong. Berkas menunggu sampai ada pejabatnya.
---
[Tidak jadi](po:0:kepala_dinas)
[Ya, akhiri](es:5) danger\
""")
    assert actions_of(card) == [Post(0, "kepala_dinas"), EndSurely(5)]
    assert card.rows[1][0].style is Style.DANGER
    assert shown(ending_card(an_ending_view(), SAY_ENGLISH)) == snapshot("""\
End the appointment of <b>Ir. Sari Kusuma, M.Si</b> as <b>Kepala Dinas</b>?

The rights of this post end at once, and the task cards on that phone are closed.
3 files go back to the desk of this post.
The post is vacant then. Files wait until somebody holds it.
---
[No, keep it](po:0:kepala_dinas)
[Yes, end it](es:5) danger\
""")


def test_ending_one_of_several_leaves_no_vacant_post():
    text = ending_card(an_ending_view(files=0, vacant=False), SAY).text

    assert "kosong" not in text
    assert "berkas yang dipegangnya" not in text
