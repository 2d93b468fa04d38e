### Tanya pemohon: petugas bertanya, pemohon menjawab, berkas tetap di tempatnya.

verb-ask = Tanya pemohon
verb-unask = Tarik pertanyaan
ask-own = Tulis pertanyaan sendiri
ask-which = Apa yang ditanyakan kepada pemohon? Berkas tetap pada Anda.
# $words (String): pertanyaan atau jawaban
ask-quote = <blockquote>{ $words }</blockquote>
ask-whether-waits = Apakah batas waktu menunggu jawabannya? Selama menunggu, waktunya tercatat sebagai waktu pemohon.
ask-waits = Ya, batas waktu menunggu
ask-runs = Tidak, batas waktu tetap berjalan
ask-words = Tulis pertanyaannya sebagai pesan. Pertanyaan langsung dikirim kepada pemohon.
# $words, $at (String): pertanyaan; saat
asked-line = ❓ Ditanyakan kepada pemohon { $at }: { $words }
asked-open = Belum dijawab.
asked-withdrawn = Pertanyaan ditarik.
# $at (String): saat
asked-answer = ✉ <b>Jawaban pemohon</b> { $at }:
# $at (String): saat; $by (String): jabatan loket
asked-answer-through = ✉ <b>Jawaban pemohon</b> lewat { $by } { $at }:
# $count (Number)
asked-files = 📎 { $count } berkas jawaban, di antara berkas permohonan
question-title = ❓ <b>Pertanyaan dari kantor</b>
# $title, $number (String): layanan; nomor berkas
question-case = { $title } · <code>{ $number }</code>
# $subject (String)
question-for = Pemohon tanpa Telegram: { $subject }. Tanyakan kepadanya, lalu jawab atas namanya.
# $title, $at (String): jabatan; saat
question-by = { $title }, { $at }
question-answer = Jawaban Anda:
# $count (Number); $names (String)
question-files = 📎 Berkas ({ $count }): { $names }
question-begin = Jawab pertanyaan
question-waits = Permohonan Anda menunggu jawaban ini. Berkasnya tetap di kantor; Anda tidak perlu mengajukan ulang.
# $most (Number)
question-how = Tulis jawaban sebagai pesan, atau kirim foto atau PDF (paling banyak { $most } berkas).
question-send-how = Bila sudah lengkap, tekan <b>Kirim jawaban</b>.
question-send = Kirim jawaban
# $at (String): saat
question-answered = ✓ Jawaban terkirim { $at }.
# $at (String): saat
question-is-withdrawn = Pertanyaan ini ditarik { $at } dan tidak perlu dijawab lagi.
# $at (String): saat
question-is-overtaken = Langkah itu berakhir { $at }; pertanyaan ini tidak perlu dijawab lagi.
# $number (String)
question-withdrawn = Pertanyaan tentang berkas <code>{ $number }</code> ditarik oleh kantor. Tidak perlu dijawab lagi.
# $number (String)
question-overtaken = Berkas <code>{ $number }</code> sudah dilanjutkan tanpa jawaban; pertanyaannya tidak perlu dijawab lagi.
# $number (String)
question-out-of-reach = Pemohon berkas <code>{ $number }</code> tidak dapat dihubungi lewat Telegram (bot diblokir). Pertanyaannya belum sampai: tarik pertanyaan itu, atau hubungi pemohon dengan cara lain.
case-question = ❓ <b>Kantor menunggu jawaban Anda</b> atas sebuah pertanyaan.
# $title, $at (String): jabatan; saat
kartu-note-asked = { $title } bertanya kepada pemohon, { $at }
# $title, $at (String): jabatan loket bila dijawab atas nama pemohon; saat
kartu-note-answered = { $title ->
    [none] Dijawab oleh pemohon, { $at }
   *[other] Dijawab lewat { $title }, { $at }
}
# $title, $at (String)
kartu-note-withdrawn = Pertanyaan ditarik oleh { $title }, { $at }
# $at (String)
kartu-note-overtaken = Berakhir tanpa jawaban, { $at }
