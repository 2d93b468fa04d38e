### Berkas yang ditunda: penundaan (Tunda), dan batas waktu yang menunggu.

## Kartu kendali di obrolan

# $by (String): jabatan; $at (String): saat; $words (String): sebab
kartu-held = ⏸ Ditunda { $by }, { $at }: { $words }
# $by (String): jabatan; $at (String): saat; $words (String): yang ditanyakan
kartu-asked = ⏸ Pemohon ditanyai { $by }, { $at }: { $words }
# $by (String): jabatan; $at (String): saat; $words (String): sebab
kartu-unstopped = ⏸ Ditunda { $by }, { $at }: { $words } (batas waktu tetap berjalan)
# $until (String): tanggal
kartu-held-until = Rencana sampai { $until }
# $by (String): jabatan; $at (String): saat
kartu-held-agreed = Disetujui { $by }, { $at }
# $by (String): jabatan; $at (String): saat
kartu-lifted = Dilanjutkan { $by }, { $at }
# $at (String): saat
kartu-held-decided = Berakhir bersama langkah ini, { $at }
# $at (String): saat
kartu-held-taken-back = Berakhir karena berkas ditarik kembali, { $at }
# $at (String): saat
kartu-held-answered = Dijawab, { $at }
kartu-still-held = Masih ditunda
kartu-still-asked = Belum dijawab
# $whose (String): waktu siapa; $span (String): lama waktu
kartu-held-span = { $whose ->
    [system] Menunggu sistem di luar kantor { $span }; batas waktu tidak berjalan
    [applicant] Menunggu pemohon { $span }; batas waktu tidak berjalan
   *[office] Menunggu { $span }; batas waktu tidak berjalan
}
# $at (String): saat
kartu-went-on = Dilanjutkan { $at }
# $working (String): lama waktu
kartu-worked = Dikerjakan { $working }

## Kartu kendali di atas kertas

kendali-broken-off = dijeda
kendali-held = ditunda
kendali-asked = menunggu pemohon
# $words (String): sebab; $by (String): jabatan
kendali-held-words = Ditunda { $by }: { $words }.
# $words (String): sebab; $by (String): jabatan
kendali-unstopped-words = Ditunda { $by }, batas waktu tetap berjalan: { $words }.
# $words (String): yang ditanyakan; $by (String): jabatan
kendali-asked-words = Pemohon ditanyai { $by }: «{ $words }»
# $until (String): tanggal
kendali-held-until = Rencana sampai { $until }.
# $by (String): jabatan
kendali-held-agreed = Disetujui { $by }.
# $by (String): jabatan
kendali-lifted = Dilanjutkan { $by }.
kendali-held-answered = Dijawab.
kendali-held-decided = Berakhir bersama langkah ini.
kendali-held-taken-back = Berakhir karena berkas ditarik kembali.
kendali-total-system = Jumlah pada sistem di luar kantor (jam kerja)
kendali-legend-paused = Selama berkas dijeda batas waktu tidak berjalan; waktu menunggu sistem di luar kantor dihitung tersendiri, menurut jam kerja.
# $life (String): jam:menit:detik; $parts (String): bagian-bagiannya, dihubungkan tanda tambah
kendali-life = Umur berkas { $life } = { $parts }.
# $span (String): jam:menit:detik
kendali-part-applicant = pada pemohon { $span }
# $span (String): jam:menit:detik
kendali-part-waiting = menunggu petugas { $span }
# $span (String): jam:menit:detik
kendali-part-working = dikerjakan { $span }
# $span (String): jam:menit:detik
kendali-part-system = pada sistem di luar kantor { $span }
# $span (String): jam:menit:detik
kendali-part-outside = di luar jam kerja { $span }

## Tunda: tombol dan pertanyaannya

verb-hold = Tunda
verb-lift = Lanjutkan
hold-own = Alasan lain
hold-open = Sampai dilanjutkan
# $day (String): tanggal
hold-until-day = Sampai { $day }
hold-ask-reason = Tunda berkas ini karena apa? Dengan alasan dari daftar, batas waktu langsung berhenti. Dengan alasan lain, batas waktu baru berhenti setelah atasan setuju.
hold-ask-day = Ditunda sampai kapan? Pilih harinya, atau tulis tanggalnya sebagai pesan. Lewat hari itu Anda dan atasan Anda diingatkan.
hold-ask-words = Tulis alasannya sebagai pesan biasa di bawah ini. Alasan itu dikirim ke atasan; sampai ia setuju, batas waktu tetap berjalan.

## Tunda: pada kartu, daftar tugas, dan pantauan

# $since (String): saat; $words (String): sebab
hold-since = ⏸ <b>Ditunda</b> sejak { $since }: { $words }
# $since (String): saat; $words (String): yang ditanyakan
hold-asking = ⏸ <b>Menunggu jawaban pemohon</b> sejak { $since }: { $words }
# $until (String): tanggal
hold-until = Rencana sampai { $until }
# $until (String): tanggal
hold-outlasted = Rencana sampai { $until }, ⚠️ <b>sudah lewat</b>
# $span (String): lama waktu
hold-limit-waits = Batas waktu berhenti, sisa { $span } kerja
# $span (String): lama waktu
hold-limit-late = Batas waktu berhenti, <b>terlambat { $span } kerja</b> saat ditunda
hold-limit-runs = Batas waktu tetap berjalan
hold-no-limit = Langkah ini tanpa batas waktu

## Tunda: yang ditanyakan kepada atasan

hold-agree-title = <b>Permintaan penundaan</b>
# $number, $short, $subject (String)
hold-file = <code>{ $number }</code> · { $short }
    { $subject }
# $holder, $jabatan, $at, $words (String)
hold-asked-for = { $holder } ({ $jabatan }) menunda berkas ini sejak { $at }:
    <blockquote>{ $words }</blockquote>
hold-agree-ask = Setujukah Anda batas waktunya berhenti selama itu? Sampai Anda setuju, batas waktu tetap berjalan.
hold-agree = Setuju, batas waktu berhenti
hold-end = Akhiri penundaan
# $title, $at (String)
hold-agreed-by = ✓ Disetujui { $title }, { $at }. Batas waktu berhenti.
# $title, $at (String)
hold-ended = Penundaan diakhiri { $title }, { $at }.
# $at (String)
hold-ended-decided = Penundaan berakhir { $at }: berkasnya sudah diputus atau ditarik kembali.

## Tunda: kabar

# $number (String)
hold-asked = Berkas <code>{ $number }</code> ditunda. Atasan Anda sudah dimintai persetujuan; sampai ia setuju, batas waktu tetap berjalan.
# $number (String)
hold-nobody-to-ask = Berkas <code>{ $number }</code> ditunda, tetapi tidak ada atasan yang dapat dimintai persetujuan sekarang. Batas waktunya tetap berjalan.
# $number, $title (String)
hold-agreed = Penundaan berkas <code>{ $number }</code> disetujui { $title }. Batas waktunya berhenti sejak sekarang.
# $number, $title (String)
hold-lifted = Penundaan berkas <code>{ $number }</code> diakhiri { $title }. Berkas itu dilanjutkan, dan batas waktunya berjalan.

## Tunda: pada status pemohon

# $words (String): sebab dari daftar kantor; $since (String): saat
case-held-system = ⏸ Sejak { $since } langkah ini menunggu sistem di luar kantor kami: { $words }. Kapan selesainya belum dapat dipastikan.
# $since (String): saat
case-held = ⏸ Langkah ini ditunda sementara oleh kantor sejak { $since }. Kapan dilanjutkannya belum dapat dipastikan.
