### Loket pemohon: di mana Anda berada, dan apa yang diminta sekarang.

## Layar pertama

# $office (String)
welcome-office = <b>{ $office }</b>
# $name (String)
welcome-name = Selamat datang, { $name }.
# $title (String): jabatan
welcome-jabatan = Jabatan Anda: <b>{ $title }</b>
# $count (Number)
welcome-tasks = Tugas menunggu: { $count ->
    [100] lebih dari 99
   *[other] { $count }
}
# $title (String): nama layanan
welcome-draft = Isian yang belum diserahkan: <b>{ $title }</b>
# $title (String): nama layanan; $number (String): nomor berkas
welcome-draft-of = Isian untuk <code>{ $number }</code> yang belum disimpan: <b>{ $title }</b>
welcome-offers = Yang dapat diajukan di sini:
# $title (String)
welcome-offer = • <b>{ $title }</b>
# $title, $intro (String)
welcome-offer-intro = • <b>{ $title }</b>: { $intro }
welcome-free = Semua layanan gratis.
welcome-how = Tekan salah satu layanan untuk memulai. Setiap jawaban langsung tersimpan dan dapat dilanjutkan kapan saja.
# $title (String)
welcome-begin = { $title }
# $count (Number)
welcome-queue = Tugas saya ({ $count })
welcome-overview = Pantauan
# $count (Number)
welcome-cases = Permohonan ({ $count })

## Pelindungan data pribadi

# $office (String)
privacy-title = <b>Pelindungan data pribadi</b>
    { $office }
# $text (String): sebagian dari pemberitahuan
privacy-part = { $text }
# $version (String)
privacy-version = <i>Versi { $version }</i>
# $day (String): tanggal
privacy-accepted = ✓ Anda setujui pada { $day }.
privacy-accept = Setuju dan lanjutkan

## Isian

# $procedure (String); $place, $places (Number)
form-place = { $procedure }
    <b>Pertanyaan { $place } dari { $places }</b>
# $titles (String): nama berkas persyaratan
form-needed = Siapkan: { $titles }
# $titles (String): nama berkas persyaratan
form-needed-sometimes = Bila diperlukan: { $titles }
# $day (String)
form-expected = Perkiraan selesai bila diserahkan sekarang: { $day }
# Tidak ada berkas persyaratan pada layanan ini.
form-needed-nothing = Persyaratan: tidak ada berkas yang perlu disiapkan.
form-free = Biaya: gratis.
# $count (Number); $steps (String): satu langkah sebaris
form-steps = Langkahnya ({ $count }):
    <blockquote expandable>{ $steps }</blockquote>
# $number, $short, $lane (String): nama singkat langkah, dan siapa yang mengerjakannya
form-step = { $number }. { $short } · { $lane }
# $procedure (String); $place, $places (Number)
form-repairing = Perbaikan: { $procedure }
    <b>Pertanyaan { $place } dari { $places }</b>
# $procedure (String)
form-changing = { $procedure }
    <b>Mengubah satu isian</b>
# $number, $subject (String)
form-of-case = Berkas <code>{ $number }</code> · { $subject }
form-received = ✓ Berkas diterima dan tersimpan di kantor; salinan di obrolan dihapus.
# $title (String): isian yang diragukan
form-doubt-province = ⚠ { $title }: dua angka pertama bukan kode provinsi yang dikenal. Cocokkan sekali lagi; bila memang demikian, lanjutkan saja.
form-doubt-day = ⚠ { $title }: tanggal di dalamnya (angka ke-7 sampai ke-12) tidak lazim. Cocokkan sekali lagi; bila memang demikian, lanjutkan saja.
form-doubt-order = ⚠ { $title }: empat angka terakhirnya 0000. Cocokkan sekali lagi; bila memang demikian, lanjutkan saja.
# $reason (String)
form-why =
    ↩ Diminta diperbaiki:
    <blockquote>{ $reason }</blockquote>
# $title (String)
form-title = <b>{ $title }</b>
# $ask (String): pertanyaan
form-ask = { $ask }
# $example (String)
form-example = <i>Contoh: { $example }</i>
# $answer (String)
form-answer = Jawaban sekarang: <b>{ $answer }</b>
form-number-removed = Pesan Anda dihapus dari obrolan setelah nomor tersimpan di kantor.
form-how-write = Tulis jawaban Anda sebagai pesan.
form-how-choose = Pilih salah satu.
# $number (String)
form-known = Sudah ada di kantor, dari permohonan Anda <code>{ $number }</code>:
# $title, $value (String)
form-known-line = • <i>{ $title }:</i> { $value }
# $label (String)
form-how-known = Tekan <b>{ $label }</b> untuk mengisi semuanya sekaligus; tiap isian tetap dapat diubah.
form-recall = Pakai data ini
# $accepted (String): jenis berkas
form-accepted = Jenis: { $accepted }, paling besar 20 MB tiap berkas.
# $most (Number)
form-how-file = { $most ->
    [1] Kirim satu berkas.
   *[other] Boleh beberapa berkas, satu per satu atau sebagai album, paling banyak { $most }.
}
form-how-next = Bila lengkap, tekan <b>Lanjut</b>.
# $count (Number)
form-files = <b>Berkas diterima ({ $count })</b>
form-next = Lanjut
form-skip = Lewati
# $count (Number)
form-take-out = { $count ->
    [1] Hapus berkas
   *[other] Hapus berkas terakhir
}
form-back = ← Kembali
form-to-review = ← Ke ringkasan
form-changed = Selesai, ke ringkasan
form-cancel = Batalkan
# $procedure (String)
form-review = { $procedure }
    <b>Periksa kembali</b>
# $titles (String): pertanyaan, dipisahkan titik koma; $stands (String)
form-not-printed = Di naskah, huruf yang tidak tersedia (emoji, aksara lain) dicetak sebagai “{ $stands }”: { $titles }. Ubah jawabannya bila perlu.
# $number (Number); $title, $value (String)
form-line = { $number }. <i>{ $title }:</i> { $value }
form-line-empty = (kosong)
# $number, $day (String)
form-twice-open = ⚠ Permohonan layanan ini atas nama yang sama sudah Anda serahkan pada { $day } dan belum selesai: <code>{ $number }</code>. Bila ini permohonan yang sama, tidak perlu diserahkan lagi; batalkan isian ini.
# $number, $day (String)
form-twice-answered = ⚠ Permohonan layanan ini atas nama yang sama sudah Anda serahkan pada { $day } dan sudah selesai: <code>{ $number }</code>. Serahkan lagi hanya bila Anda memerlukan yang lain.
# $number (String)
form-see-before = Lihat { $number }
form-missing = <b>Masih kurang:</b>
form-how-change = Tekan nomor untuk mengubah isiannya.
# $label (String): bunyi tombol
form-how-submit = Bila sudah benar, tekan <b>{ $label }</b>.
contact-offer = Atau tekan tombol di bawah kolom pesan untuk membagikan nomor telepon Anda.
contact-share = Bagikan nomor telepon saya
# $number (Number)
form-change = { $number }
form-save = Simpan
# $procedure (String)
form-cancelling = { $procedure }
    <b>Batalkan isian ini?</b>

    Semua jawaban dan berkas yang sudah masuk dalam isian ini akan dihapus.
# $procedure, $number (String)
form-cancelling-repair = Perbaikan: { $procedure }
    <b>Batalkan isian perbaikan ini?</b>

    Yang sudah Anda isi dalam perbaikan ini dihapus. Permohonan <code>{ $number }</code> sendiri tetap ada dan tetap menunggu perbaikan Anda.
# $procedure, $number (String)
form-cancelling-work = { $procedure }
    <b>Batalkan isian ini?</b>

    Yang belum disimpan dalam isian ini dihapus. Yang sudah disimpan sebelumnya untuk berkas <code>{ $number }</code> tetap ada.
form-drop = Ya, hapus isian
form-keep = Lanjut mengisi
# $procedure, $number (String): nomor registrasi
form-ended = ✓ { $procedure }
    Isian ini sudah diserahkan, nomor <code>{ $number }</code>.
# $procedure, $number (String)
form-saved = ✓ { $procedure } · <code>{ $number }</code>
    Isian sudah tersimpan, tetapi berkas masih di meja Anda. Teruskan dari kartu berkas ini, atau dari /tugas.
# $procedure, $number, $lane (String): jabatan yang memutus
form-saved-for-another = ✓ { $procedure } · <code>{ $number }</code>
    Isian sudah tersimpan. Berkas diteruskan oleh { $lane }.
# $procedure, $number (String)
form-saved-before = ✓ { $procedure } · <code>{ $number }</code>
    Isian sudah tersimpan, dan langkah ini sudah selesai.
# $procedure (String)
form-cancelled = { $procedure }
    Isian ini dibatalkan. Tidak ada yang diserahkan.
# $procedure (String)
form-lapsed = { $procedure }
    Isian ini tidak dilanjutkan selama 30 hari, sehingga ditutup dan isinya dihapus. Anda dapat memulai lagi dari /start.
# $procedure (String)
form-closed = { $procedure }
    Isian ini sudah ditutup.

## Kedudukan permohonan

# $title, $number (String)
case-title = <b>{ $title }</b> · <code>{ $number }</code>
# $subject (String)
case-subject = { $subject }
# $position, $lane (String): kedudukan, bukan nama orang
case-position = { $position } · di meja { $lane }
# $position, $lane, $day (String)
case-position-due = { $position } · di meja { $lane } · batas langkah ini: { $day }
# $position, $lane, $day (String)
case-position-late = { $position } · di meja { $lane } · <b>lewat batas langkah ini: { $day }</b>
# $short (String): nama singkat langkah
case-what = Sekarang: { $short }
# $day (String): bila setiap batas langkah yang tersisa dipenuhi
case-expected = Perkiraan selesai: { $day }
case-not-expected = Perkiraan selesai: belum dapat diperkirakan
# $position, $short (String): nama singkat langkah
case-with-you = { $position } · <b>menunggu Anda</b>: { $short }
case-wait = Anda tidak perlu berbuat apa-apa. Pesan ini diperbarui otomatis setiap kali berkas berpindah.
case-collect = Dokumen Anda sudah siap. Ambil di kantor; yang perlu dibawa, tempat, dan waktunya ada di bawah tombol Cara pengambilan.
# $reason (String)
case-returned =
    ↩ Dikembalikan untuk diperbaiki:
    <blockquote>{ $reason }</blockquote>
case-marks = Yang perlu diperbaiki:
# $since (String): sejak kapan
case-still-waits = <b>Permohonan ini masih menunggu Anda</b> sejak { $since }.
case-repair-how = Hanya itu yang ditanyakan lagi; selebihnya sudah diterima.
case-acknowledge-how = Jawaban sudah dikirim ke obrolan ini. Periksa, lalu tekan tombol di bawah sebagai tanda terima.
case-acknowledge-collected = Sesudah dokumennya Anda ambil di kantor, tekan tombol di bawah sebagai tanda terima.
case-acknowledge-given = Bila sudah Anda terima, tekan tombol di bawah sebagai tanda terima.
# $at (String)
case-finished = ✓ <b>Selesai</b> { $at }.
# $at (String)
case-refused = ✗ <b>Ditolak</b> { $at }.
# $reason (String)
case-reason =
    Alasan:
    <blockquote>{ $reason }</blockquote>
# $code (String)
case-code = Kode verifikasi: <code>{ $code }</code>
case-repair = Perbaiki sekarang
case-resi = Kirim resi lagi
case-answer = Kirim jawaban lagi
case-pickup = Cara pengambilan
case-told = Kirim lembar isian
case-files = Kirim berkas yang diserahkan
case-given = Kirim tanda terima lagi

## Daftar permohonan

cases-title = <b>Permohonan Anda</b>
cases-none = Belum ada permohonan.
# $number (Number); $case, $title (String)
cases-line = { $number }. <b>{ $case }</b> · { $title }
cases-finished = ✓ Selesai
cases-refused = ✗ Ditolak
# $position (String)
cases-with-you = { $position } · <b>menunggu Anda</b>

## Pengambilan di kantor

# $title, $number, $bring, $where, $when (String)
pickup-notice =
    <b>{ $title }</b> untuk permohonan <code>{ $number }</code> sudah selesai. Silakan ambil di kantor.
    Bawa: { $bring }
    Tempat: { $where }
    Waktu: { $when }
    Layanan ini gratis.
