### Log untuk pemeriksa (auditor).

log-title = <b>Log</b> · yang terjadi pada berkas di luar putusan, dan siapa yang melihat NIK utuh
log-empty = Log masih kosong.
# $at, $number, $what, $name (String)
log-line =
    { $at } · <code>{ $number }</code>
    { $what } · { $name }
log-numbers = Melihat NIK dan nomor KK secara utuh
log-given = Memberikan berkas kepada rekan
log-withdrawn = Mencabut permohonan
log-reopened = Membuka kembali permohonan yang gugur
log-noted = Mencatat pada kartu kendali
log-linked = Menautkan permohonan ke telepon
log-unlinked = Melepas tautan telepon
log-link-wrong = Gagal menautkan: jawaban salah
command-log = Log pemeriksaan
log-surveyed = Mengisikan survei pemohon dari kertas
