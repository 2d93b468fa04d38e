### Cabut permohonan, permohonan yang gugur, dan yang dibuka kembali.

withdraw-begin = Cabut permohonan
withdraw-begin-for = Cabut atas nama pemohon
withdraw-ask = <b>Cabut permohonan ini?</b> Berkasnya ditutup tanpa jawaban, dan tidak dapat dibuka kembali. Bila masih diperlukan, Anda harus mengajukan dari awal.
withdraw-ask-for = <b>Cabut permohonan ini atas nama pemohon?</b> Berkasnya ditutup tanpa jawaban, dan tidak dapat dibuka kembali.
withdraw-sure = Ya, cabut
withdraw-keep = Tidak jadi
lapse-reopen = Buka kembali
lapse-reopen-for = Buka kembali untuk pemohon
# $number (String)
case-withdrawn-told = ✗ Pemohon mencabut permohonan <code>{ $number }</code>. Berkasnya ditutup; tidak ada yang perlu Anda lakukan.
# $at (String): saat
case-withdrawn = ✗ <b>Dicabut</b> { $at }, atas permintaan Anda.
# $at (String): saat
case-lapsed = ✗ <b>Ditutup</b> { $at }, karena tidak diperbaiki.
case-lapsed-how = Dapat dibuka kembali dalam 30 hari sejak ditutup; tinggal memperbaiki yang diminta.
# $day (String): hari dan jam
case-closes = Bila belum diperbaiki, permohonan ini ditutup mulai { $day }.
cases-withdrawn = ✗ Dicabut
cases-lapsed = ✗ Ditutup, tidak diperbaiki
# $day (String)
search-withdrawn = ✗ Dicabut pemohon { $day }
# $day (String)
search-lapsed = ✗ Gugur { $day }
# $at (String): saat
task-left-withdrawn = ✗ Permohonan dicabut pemohon · { $at }
# $at (String): saat
task-left-lapsed = ✗ Permohonan gugur, tidak diperbaiki pemohon · { $at }
today-withdrawn = Dicabut atas nama pemohon
# $at (String): saat
kartu-left-withdrawn = Hasil: permohonan dicabut, { $at }
# $at (String): saat
kartu-left-lapsed = Hasil: gugur karena tidak diperbaiki, { $at }
kendali-left-withdrawn = Permohonan dicabut
kendali-left-lapsed = Gugur, tidak diperbaiki
# $title, $at (String): jabatan loket, atau none; saat
kartu-note-pulled = { $title ->
    [none] Dicabut pemohon, { $at }
   *[other] Dicabut pemohon lewat { $title }, { $at }
}
# $title, $at (String): jabatan loket, atau none; saat
kartu-note-reopened = { $title ->
    [none] Dibuka kembali oleh pemohon, { $at }
   *[other] Dibuka kembali untuk pemohon lewat { $title }, { $at }
}
