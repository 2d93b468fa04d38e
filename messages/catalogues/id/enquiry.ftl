### Tanya kantor: pemohon bertanya tentang permohonannya, petugas menjawab.

enquiry-begin = Tanya tentang permohonan ini
enquiry-begin-for = Tanya atas nama pemohon
# $number (String)
enquiry-ask = Tulis pertanyaan Anda tentang berkas <code>{ $number }</code> sebagai pesan. Pertanyaan dikirim kepada petugas yang memegang berkasnya. /batal bila tidak jadi.
enquiry-title = 💬 <b>Pertanyaan pemohon</b>
enquiry-own-title = 💬 <b>Pertanyaan Anda kepada kantor</b>
# $at (String): saat
enquiry-by = Dari pemohon, { $at }
# $title, $at (String): jabatan loket; saat
enquiry-through = Dari pemohon lewat { $title }, { $at }
# $title, $at (String): jabatan; saat
enquiry-to = Dikirim kepada { $title }, { $at }
# $title, $at (String): jabatan; saat
enquiry-answered = ✓ Dijawab oleh { $title }, { $at }:
enquiry-waits = Belum dijawab. Jawabannya datang ke obrolan ini.
# $day (String)
enquiry-waits-until = Jawabannya datang ke obrolan ini, paling lambat { $day }.
enquiry-write = Tulis jawaban sebagai pesan. Jawaban langsung dikirim kepada pemohon.
enquiry-reply = Jawab
enquiry-case = Lihat permohonan
# $number, $title (String): nomor berkas; jabatan
enquiry-late = ⏰ Pertanyaan pemohon tentang berkas <code>{ $number }</code> belum dijawab oleh { $title } dan sudah lewat batas waktunya.
# $at (String): saat
case-enquiry = 💬 Pertanyaan Anda terkirim { $at }; jawabannya datang ke obrolan ini.
# $to, $at (String): jabatan; saat
kartu-note-enquired = Pemohon bertanya kepada { $to }, { $at }
# $title, $at (String): jabatan; saat
kartu-note-replied = Dijawab oleh { $title }, { $at }
queue-asked = <b>Ditanyakan kepada Anda</b>
# $case, $due (String): nomor berkas; batas
queue-asked-enquiry = 💬 <code>{ $case }</code> · pertanyaan pemohon · { $due }
# $case, $due (String): nomor berkas; batas
queue-asked-opinion = 🗨 <code>{ $case }</code> · diminta pendapat · { $due }
# $case (String)
queue-open-asked = 💬 { $case }
