### /cari: yang dicari, yang ditemukan, dan ke mana pencarian dapat diteruskan.

command-cari = Cari berkas: nama, nomor, tanggal
search-ask = Apa yang dicari? Tulis nama atau kata dari perihal, nomor permohonan (sebagian pun boleh), nama layanan, tanggal masuk, atau kode pada surat. Boleh digabung, misalnya <i>Rina November 2026</i> atau <i>akta selesai</i>. /batal untuk berhenti.
search-title = <b>Hasil pencarian</b>
# $sought (String): sebagaimana dipahami
search-for = Dicari: <i>{ $sought }</i>
# $progress (String): open, closed, refused, withdrawn, lapsed
search-progress = { $progress ->
    [open] masih berjalan
    [closed] sudah ditutup
    [withdrawn] dicabut
    [lapsed] gugur
   *[refused] ditolak
}
# $day (String): tanggal atau bulan
search-day = masuk { $day }
search-alike = Termasuk ejaan lain yang bunyinya mirip.
# $number (Number); $case, $subject (String)
search-line = { $number }. <b>{ $case }</b> · { $subject }
# $title, $day (String)
search-service = { $title } · masuk { $day }
# $day (String)
search-finished = ✓ Selesai { $day }
# $day (String)
search-refused = ✗ Ditolak { $day }
# $position (String)
search-with-applicant = { $position } · menunggu pemohon

## Bila tidak ada, atau belum semuanya

search-none = Tidak ada permohonan Anda yang cocok. Coba satu kata saja, atau nomor pada resi; semua permohonan Anda ada di /status.
search-none-officer = Tidak ada yang cocok di antara berkas yang boleh Anda lihat. Coba bagian nama yang lebih pendek, satu kata saja, nomor permohonan, atau tanggal masuk.
search-none-yet = Belum ada yang cocok sejauh ini.
search-no-more = Tidak ada lagi yang cocok.
search-unfinished = Berkas yang lebih lama belum diperiksa. Teruskan ke belakang, atau cari lagi dengan kata, nomor, atau tanggal yang lebih khas.
search-filling = Sebagian berkas lama belum dapat ditemukan; coba lagi nanti.

## Tombol

search-newer = ← Lebih baru
search-older = Lebih lama →
search-further = Teruskan →
search-by-sound = Cari juga yang bunyinya mirip
