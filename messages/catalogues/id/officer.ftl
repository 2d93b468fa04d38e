### Meja petugas: semua yang perlu untuk memutus, dalam satu pesan.

## Kartu tugas

# $procedure (String): judul SOP; $number (String): nomor berkas seperti pada resi
task-title = <b>{ $procedure }</b> · <code>{ $number }</code>
# $position, $short (String): nama singkat langkah
task-step = { $position }: <b>{ $short }</b>
# $subject (String): tentang siapa atau apa berkas ini
task-subject = { $subject }
# $reason (String)
task-returned =
    ↩ Dikembalikan:
    <blockquote>{ $reason }</blockquote>
# $titles (String): yang diperbaiki, dipisahkan titik koma
task-repaired = ✓ Baru diperbaiki pemohon: { $titles }
# $title, $value (String): satu isian permohonan
task-fact = <i>{ $title }:</i> { $value }
# $title, $value (String): tanggal yang tidak boleh lewat, dan belum lewat
task-fact-valid = <i>{ $title }:</i> { $value } ✓ belum lewat
# $title, $value (String): tanggal yang tidak boleh lewat, tetapi kini sudah lewat
task-fact-lapsed = <i>{ $title }:</i> { $value } ⚠️ <b>sudah lewat</b>
task-facts-cut = <i>Isian panjang dipotong. Seluruhnya: tombol Lihat isian lengkap.</i>
# $title (String): jabatan; $at (String); $note (String): petunjuk atau alasan
task-trail = <i>{ $title }, { $at }:</i> { $note }
# $count (Number)
task-files = <b>Berkas ({ $count })</b>
# $title (String): persyaratan; $name (String): nama berkas
task-file = • { $title }: { $name }
# $title (String): nama naskah
task-letter = Naskah: { $title }, konsep
# $title (String): nama naskah
task-letter-signed = Naskah: { $title }, sudah ditandatangani
# $at (String)
task-received = Anda terima { $at }.
task-not-received = Belum diterima. Menekan salah satu tombol berarti Anda menerima berkas ini.
task-told = Diberitahukan kepada { $names }; yang lain melihatnya di /tugas.
task-own-request-barred = 🚫 Anda sendiri yang mengajukan permohonan ini; pejabat lain yang memutuskannya.
task-own-paraf-barred = 🚫 Anda sudah membubuhkan paraf pada naskah ini; pejabat lain yang menandatanganinya.
task-own-request-waived = ⚠️ Pemohon dan pemeriksa berkas ini orang yang sama; kantor mengecualikan pemisahan tugas.
task-own-paraf-waived = ⚠️ Paraf dan tanda tangan berkas ini dari orang yang sama; kantor mengecualikan pemisahan tugas.
# $lane (String)
task-helping = Menunggu keputusan di meja { $lane }. Anda membantu melengkapi isian dan lampirannya.
# $holder (String): nama rekan; $at (String)
task-held = Dipegang <b>{ $holder }</b> sejak { $at }.
task-signing = Sedang ditandatangani. Kartu ini diperbarui otomatis setelah selesai.
task-sealing = Sedang dinomori dan distempel. Kartu ini diperbarui otomatis setelah selesai.
# $text (String): petunjuk yang biasa
task-instruction =
    Petunjuk:
    <blockquote>{ $text }</blockquote>
# $text (String): catatan yang biasa
task-usual-note =
    Catatan:
    <blockquote>{ $text }</blockquote>
task-work-first = Isi dan lampirkan dahulu, baru berkas dapat diteruskan.
task-work-first-words = Isi dahulu, baru berkas dapat diteruskan.
task-work-first-files = Lampirkan berkasnya dahulu, baru dapat diteruskan.
# $label, $title, $name, $at (String): keputusan, jabatan, nama, waktu
task-done = ✓ <b>{ $label }</b> · { $title } ({ $name }) · { $at }
# Sama dengan task-done, dicoret
task-done-struck = <s>✓ { $label } · { $title } ({ $name }) · { $at }</s>
# $at (String): waktu
task-undone = ↩️ Ditarik kembali { $at }
# $title, $at (String): jabatan, waktu
task-recalled = ↩️ Ditarik kembali oleh { $title }, { $at }, sebelum diterima.
# $note (String)
task-note =
    Catatan:
    <blockquote>{ $note }</blockquote>
# $number (String)
task-away = Berkas <code>{ $number }</code> tidak lagi di meja Anda.
task-nothing-else = Tidak ada tugas lain.

## Wajah lain kartu tugas

task-ask-marks = Tandai yang perlu diperbaiki. Tiap kali ditekan, tandanya berganti: <b>buram</b> (hanya berkas), <b>salah</b>, <b>tidak ada</b>, lalu kembali baik.
# $label (String): bunyi tombol keputusan
task-ask-reason = <b>{ $label }</b>: pilih alasannya, atau tulis sendiri sebagai pesan.
# $label (String): bunyi tombol keputusan
task-ask-instruction = <b>{ $label }</b>: pilih petunjuknya, atau tulis sendiri sebagai pesan.
# $label (String): bunyi tombol keputusan
task-ask-note = <b>{ $label }</b>: pilih catatannya, atau tulis sendiri sebagai pesan.
# $words (String): apa yang harus disebut, dalam kata-kata SOP
task-words-wanted = <i>{ $words }</i>
task-words-decide = Begitu dipilih atau terkirim, keputusan berlaku.
task-words-ask-again = Sesudah itu Anda ditanya sekali lagi.
# $label (String): bunyi tombol keputusan
task-write-reason = Tulis alasannya sebagai pesan biasa di bawah ini. Begitu terkirim, keputusan berlaku: <b>{ $label }</b>.
# $label (String): bunyi tombol keputusan
task-write-instruction = Tulis petunjuknya sebagai pesan biasa di bawah ini. Begitu terkirim, keputusan berlaku: <b>{ $label }</b>.
# $label (String): bunyi tombol keputusan
task-write-note = Tulis catatannya sebagai pesan biasa di bawah ini. Begitu terkirim, keputusan berlaku: <b>{ $label }</b>.
task-write-instruction-first = Tulis petunjuknya sebagai pesan biasa di bawah ini. Sesudah itu Anda ditanya sekali lagi.
task-write-note-first = Tulis catatannya sebagai pesan biasa di bawah ini. Sesudah itu Anda ditanya sekali lagi.
task-write-refusal = Tulis alasannya sebagai pesan biasa di bawah ini. Sesudah itu Anda ditanya sekali lagi.
# $label (String): bunyi tombol keputusan
task-ask-sure = Keputusan Anda: <b>{ $label }</b>. Ini tidak dapat ditarik kembali. Yakin?
# $title (String): nama naskah
task-ask-sign = Anda akan menandatangani <b>{ $title }</b> secara elektronik. Ini tidak dapat ditarik kembali. Yakin?
# $label (String): bunyi tombol keputusan
task-ask-sign-nothing = Keputusan Anda: <b>{ $label }</b>. Pada langkah ini bot tidak membubuhkan tanda tangan; yang dicatat hanya keputusan Anda. Ini tidak dapat ditarik kembali. Yakin?

## Tombol kartu tugas

task-work = Isi dan lampirkan
task-work-words = Isi
task-work-files = Lampirkan
task-work-again = Ubah isian
task-instruct = Petunjuk lain
task-other-note = Catatan lain
# $count (Number)
task-open-files = Buka { $count } berkas
task-open-answers = Lihat isian lengkap
task-open-letter = Lihat surat
task-open-sheet = Lembar disposisi
task-open-numbers = Lihat nomor lengkap
task-kartu = Kartu kendali
task-take = Ambil alih
task-take-back = ↩️ Tarik kembali
task-plain = Batal
task-choose-reason = Lanjut: alasan
task-write = Tulis sendiri
# $label (String): bunyi tombol keputusan
task-sure = Ya, { $label }
# $waiting (Number)
task-next = { $waiting ->
    [100] Berikutnya (lebih dari 99 menunggu)
   *[other] Berikutnya ({ $waiting } menunggu)
}

## Tanda pada isian dan persyaratan

# $title (String)
mark-good = ✓ { $title }
# $title (String)
mark-missing = ✗ { $title }: <b>tidak ada</b>
# $title (String)
mark-unclear = ✗ { $title }: <b>buram</b>
# $title (String)
mark-wrong = ✗ { $title }: <b>salah</b>
# $title (String)
mark-button-good = ✓ { $title }
# $title (String)
mark-button-missing = ✗ tidak ada · { $title }
# $title (String)
mark-button-unclear = ✗ buram · { $title }
# $title (String)
mark-button-wrong = ✗ salah · { $title }

## Daftar tugas

# $total (Number)
queue-title = <b>Tugas Anda: { $total ->
    [100] lebih dari 99
   *[other] { $total }
} berkas</b>
# $late (Number)
queue-late = { $late ->
    [100] Lebih dari 99
   *[other] { $late }
} terlambat
# $page, $pages (Number)
queue-page = { $pages ->
    [0] Halaman { $page }
   *[other] Halaman { $page } dari { $pages }
}
queue-empty = Tidak ada tugas menunggu. Tugas baru datang sendiri ke obrolan ini.
# $number (Number); $case, $short, $subject (String)
queue-line = { $number }. <b>{ $short }</b> · { $case }
    { $subject }
# $number (Number); $case, $short, $subject (String)
queue-line-returned = { $number }. ↩ <b>{ $short }</b> · { $case }
    { $subject }
# $number (Number); $case, $short (String)
queue-open = { $number } · { $case } · { $short }

## Pengingat

# $count (Number)
alarms-due = <b>Pengingat: { $count } berkas menunggu Anda</b>
# $count (Number)
alarms-overdue = <b>Lewat batas dalam pantauan Anda: { $count } berkas</b>
# $late, $count (Number)
alarms-due-late = <b>Lewat batas: { $late } dari { $count } berkas yang menunggu Anda</b>
# $count (Number)
alarms-watched = <b>Perlu perhatian dalam pantauan Anda: { $count } berkas</b>
# $count (Number)
alarms-unheard =
    <b>{ $count } berkas perlu perhatian, tanpa atasan yang dapat diberi tahu</b>
    Jabatan di atasnya kosong, tidak terjangkau, atau tidak ada; administrator mengaturnya lewat /kantor.

## Kartu kendali

# $number (String)
kartu-title = <b>Kartu kendali</b> · <code>{ $number }</code>
# $title, $subject (String)
kartu-of = { $title } · { $subject }
# $count (Number)
kartu-older = <i>{ $count } baris yang lebih lama ada dalam PDF.</i>
# $step, $lane (String)
kartu-row = <b>{ $step } · { $lane }</b>
# $giver, $at (String)
kartu-given = Diserahkan { $giver }, { $at }
# $at (String)
kartu-begun = Dimulai { $at }
# $taker, $at (String)
kartu-received = Diterima { $taker }, { $at }
kartu-not-received = Belum diterima
# $outcome, $at (String)
kartu-done = Hasil: { $outcome }, { $at }
# $outcome, $at (String)
kartu-done-struck = <s>Hasil: { $outcome }, { $at }</s>
# $at (String)
kartu-undone = ↩️ Ditarik kembali, { $at }
# $at (String)
kartu-recalled = ↩️ Ditarik kembali sebelum diterima, { $at }
# $waiting, $working (String): lama waktu
kartu-times = Menunggu { $waiting }, dikerjakan { $working }
# $waiting (String)
kartu-waited = Menunggu { $waiting }
# $span, $limit (String)
kartu-over = <b>Lewat { $span } dari batas { $limit }</b>
# $limit (String)
kartu-kept = Dalam batas { $limit }
# $limit (String)
kartu-running = Masih dalam batas { $limit }
# $limit (String): kata-kata SOP yang tidak dapat dihitung
kartu-limit = Batas: { $limit }
kartu-no-limit = Tanpa batas
# $note (String)
kartu-note = Catatan: { $note }
# $at (String): saat
kartu-linked = 🔗 Ditautkan ke Telegram pemohon, { $at }
# $at (String): saat; $name (String): petugas loket
kartu-unlinked = ✂️ Tautan dilepas oleh { $name }, { $at }
# $at (String): saat
kartu-link-wrong = ⚠️ Jawaban untuk menautkan resi salah, { $at }
kartu-unlink = Lepaskan tautan pemohon
kartu-unlink-sure = Ya, lepaskan dan cetak resi baru
kartu-move = Pindahkan ke ponsel baru pemohon
kartu-move-sure = Ya, lepaskan ponsel lama dan cetak resi baru
kartu-unlink-ask = ⚠️ Periksa dahulu tanda pengenal pemohon. Sesudah ini ponsel yang lama tidak lagi melihat permohonan; pemohon memindai resi baru dengan ponselnya dan menjawab satu pertanyaan.
kartu-paper = Unduh PDF

## Hak akses, tim, arsip

task-ask-grant = Pilih petugas yang diberi hak akses atas data berkas ini. Hak itu berakhir sendiri setelah ia melapor.
task-ask-team = Pilih anggota tim untuk berkas ini; yang dipilih pertama menjadi ketua. Hanya mereka yang dapat mengerjakan langkah berikutnya.
task-ask-keypad = Ketik kata sandi arsip, paling sedikit 6 angka, lalu tekan tombol hijau. Kata sandi diketik dua kali dan tidak disimpan di mana pun: tanpa itu arsip tidak dapat dibuka lagi.
task-ask-keypad-again = Ketik kata sandi yang sama sekali lagi, lalu tekan tombol hijau.
task-keypad-typed =
    { $count ->
        [0] Belum ada angka yang diketik.
       *[other] Sudah diketik: { $dots } ({ $count } angka)
    }
# $name, $jabatan (String)
task-grant-to = { $name } · { $jabatan }
# $name, $jabatan (String)
task-member-in = ✓ { $name } · { $jabatan }
# $name, $jabatan (String)
task-member-leads = ✓ Ketua: { $name } · { $jabatan }
# $name, $jabatan (String)
task-member-out = { $name } · { $jabatan }
task-keypad-clear = Hapus
task-keypad-next = Lanjut: ketik sekali lagi
keypad-typed = { $dots } ({ $count } angka)
keypad-again = Sekarang ketik kata sandi yang sama sekali lagi.
keypad-cleared = Kata sandi dihapus. Ketik dari awal.
# $worth (String): nilai tanda tangan; $name (String): penandatangan
task-file-signature = { $worth ->
    [trusted] ✓ Ditandatangani { $name }: utuh, penerbit tepercaya
    [unjudged] ⚠ Ditandatangani { $name }: tidak dapat dinilai karena susunan berkasnya (rujukan hibrida); mintalah PDF asli yang baru
    [extended] ⚠ Ada tambahan sesudah tanda tangan terakhir
   *[unknown] ⚠ Ditandatangani { $name }: utuh, penerbit sertifikat belum dikenal kantor ini
}
# $number (String): nomor berkas
numbers-title = <b>{ $number }</b>
# $title (String): nama isian; $number (String): nomornya
numbers-line = { $title }: <code>{ $number }</code>
numbers-gone = Pesan ini terhapus sendiri dua menit lagi. Bahwa Anda membukanya sudah dicatat.

## Berkas yang ditinggalkan

# $count (Number); $jabatan (String)
files-given-back = { $count } berkas yang semula dipegang rekan Anda di { $jabatan } kembali ke meja jabatan itu. Semuanya ada di daftar tugas.

## Lainnya

task-more = Lainnya
verb-more-ask = Apa yang perlu dilakukan dengan berkas ini?
verb-give = Berikan ke rekan
verb-give-ask = Berikan berkas ini ke rekan yang mana?
# $title (String): nama; $count (Number): berkas di mejanya
verb-give-to = { $title } · { $count } berkas
# $title (String): nama
verb-give-words = Tulis pesan singkat untuk <b>{ $title }</b>, lalu berkas ini pindah ke mejanya. Tanpa pesan, tekan tombol di bawah.
# $title (String): nama
verb-give-do = Berikan ke { $title }
# $title, $name (String): jabatan dan nama; $at (String): waktu
task-given = Diberikan kepada Anda oleh { $title } ({ $name }), { $at }
# Sama, dengan $words (String): pesannya
task-given-words = Diberikan kepada Anda oleh { $title } ({ $name }), { $at }: <i>{ $words }</i>
# $title, $to, $at (String): jabatan pemberi, nama penerima, waktu
kartu-note-given = Diberikan oleh { $title } kepada { $to }, { $at }
# $words (String)
kartu-note-words = «{ $words }»

# /hariini

today-nothing = Belum ada yang Anda putuskan hari ini.
# $total (Number): jumlah keputusan, sampai 100
today-title = <b>Hari ini Anda memutuskan { $total ->
    [100] lebih dari 99 berkas
   *[other] { $total } berkas
}</b>
# $number (Number): urutan; $at (String): pukul; $case (String): nomor permohonan; $label (String): keputusan; $short (String): langkah; $subject (String): perihal
today-line = <b>{ $number }.</b> { $at } · { $label } · <code>{ $case }</code>
    { $short } · { $subject }
# $number (Number): urutan; $case (String): nomor permohonan
today-take-back = { $number } · Tarik kembali { $case }
