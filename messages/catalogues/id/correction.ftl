### Koreksi: jawaban yang sudah disampaikan diperbaiki lewat berkas tersendiri.

correction-begin = Ajukan koreksi jawaban
correction-begin-for = Ajukan koreksi atas nama pemohon
# $number (String)
correction-ask = Tulis sebagai pesan apa yang keliru pada jawaban berkas <code>{ $number }</code>, dan bagaimana seharusnya. Isian dan berkas Anda dipakai lagi, tidak perlu dikirim ulang. /batal bila tidak jadi.
# $number, $old (String): nomor berkas koreksi; nomor berkas yang dikoreksi
correction-begun = Koreksi atas berkas <code>{ $old }</code> tercatat dengan nomor <code>{ $number }</code>.
# $number (String)
case-corrects = ✏️ Koreksi atas jawaban berkas <code>{ $number }</code>.
# $number (String)
case-corrected-by = ✏️ Jawaban ini dikoreksi lewat berkas <code>{ $number }</code>.
# $title, $to, $at (String): jabatan loket, atau none; nomor berkas; saat
kartu-note-corrects = { $title ->
    [none] Koreksi atas berkas { $to } diminta pemohon, { $at }
   *[other] Koreksi atas berkas { $to } diminta pemohon lewat { $title }, { $at }
}
# $title, $to, $at (String): jabatan loket, atau none; nomor berkas; saat
kartu-note-corrected = { $title ->
    [none] Pemohon meminta koreksi: berkas { $to }, { $at }
   *[other] Pemohon meminta koreksi lewat { $title }: berkas { $to }, { $at }
}
# $kind, $number, $day, $office, $other, $since (String): jenis surat, nomor, tanggal, kantor, nomor dan tanggal penggantinya
genuine-corrected = ✗ Surat ini tercatat pada { $office }, tetapi tidak berlaku lagi: sudah dikoreksi dan diganti.
    { $kind }
    Nomor <code>{ $number }</code>
    Tanggal { $day }
    Diganti dengan surat nomor <code>{ $other }</code> tanggal { $since }
# $number, $reason (String)
task-corrects =
    ✏️ <b>Koreksi atas berkas <code>{ $number }</code></b>, diminta pemohon:
    <blockquote>{ $reason }</blockquote>
