### Mengapa tidak, dan apa yang dapat dilakukan.

## Tugas

refusal-not-your-task = Berkas ini tidak di meja Anda. Buka /tugas untuk melihat tugas Anda.
# $done_by (String): jabatan; $done_at (DateTime)
refusal-task-already-done = Sudah diputus oleh { $done_by }, { $done_at }.
# $reminded_at, $again_at (DateTime)
refusal-already-reminded = Sudah diingatkan { $reminded_at }. Dapat diingatkan lagi mulai { $again_at }.
# $holder (String): jabatan
refusal-task-held = Berkas ini dipegang rekan Anda ({ $holder }). Tekan Ambil alih pada kartunya bila ia berhalangan.
refusal-task-moved = Berkas ini sudah berubah. Buka kartu yang terbaru dari /tugas.
refusal-unknown-outcome = Tombol ini sudah tidak berlaku. Buka kartu yang terbaru dari /tugas.
refusal-note-required = Tuliskan alasannya dahulu.
refusal-nothing-disposed = Belum ada lembar disposisi: berkas ini belum didisposisikan.
refusal-nothing-masked = Pada langkah ini tidak ada nomor yang dapat ditampilkan lengkap.
refusal-marks-required = Tandai dahulu apa yang perlu diperbaiki pemohon.
refusal-draft-required = Lengkapi dahulu yang diminta pada langkah ini, baru berkas dapat diteruskan.
refusal-work-unsaved = Isian langkah ini sedang dibuka dan belum disimpan. Tekan Simpan pada isian itu dahulu, atau batalkan dengan /batal.
refusal-own-access = Anda tidak dapat mengunci akses Anda sendiri dari ponsel ini. Minta atasan atau petugas TI.
refusal-nothing-to-lock = Orang ini sudah tidak mempunyai akses ke kantor.
refusal-verb-gone = Hal itu tidak dapat dilakukan lagi dengan berkas ini. Lihat tombol pada kartunya sekarang.
refusal-waits-already = Berkas ini sudah menunggu: sudah ditunda, atau menunggu pemohonnya. Lihat kartunya sekarang.
refusal-question-open = Masih ada pertanyaan yang belum dijawab pemohon. Tunggu jawabannya, atau tarik pertanyaan itu dahulu.
refusal-question-gone = Tidak ada pertanyaan yang dapat ditarik: sudah dijawab, atau sudah ditarik. Lihat kartunya sekarang.
refusal-waiting-not-chosen = Pilih dahulu pada kartu apakah batas waktu menunggu jawabannya, lalu tulis pertanyaannya.
refusal-question-withdrawn = Pertanyaan itu sudah ditarik oleh kantor. Tidak perlu dijawab lagi.
# $at (DateTime)
refusal-question-answered = Pertanyaan itu sudah dijawab { $at }.
refusal-question-ended = Berkasnya sudah dilanjutkan. Pertanyaan itu tidak perlu dijawab lagi.
refusal-answer-lacking = Belum ada jawaban. Tulis jawaban sebagai pesan, atau kirim berkasnya.
refusal-bulk-empty = Belum ada berkas yang dicentang.
refusal-bulk-running = Berkas yang dicentang masih diproses. Tunggu sebentar.
refusal-nothing-to-rate = Survei diisi untuk jawaban yang sudah disampaikan, dari pemohon tanpa Telegram.
refusal-survey-closed = Survei ini sudah ditutup. Jawaban hanya dapat diubah selama satu hari.
refusal-enquiry-open = Pertanyaan Anda sebelumnya belum dijawab. Tunggu jawabannya dahulu.
# $at (String)
refusal-case-withdrawn = Permohonan ini sudah dicabut pemohon, { $at }. Berkasnya ditutup.
# $at (String)
refusal-case-lapsed = Permohonan ini sudah ditutup, { $at }, karena tidak diperbaiki pemohon.
refusal-withdraw-too-late = Permohonan ini tidak dapat dicabut lagi: jawabannya sudah atau sedang ditandatangani, atau permohonannya sudah selesai.
refusal-not-lapsed = Permohonan ini tidak ditutup karena gugur, jadi tidak ada yang dibuka kembali.
# $until (String)
refusal-reopen-too-late = Permohonan ini hanya dapat dibuka kembali sampai { $until }. Silakan ajukan permohonan baru.
refusal-enquiry-too-late = Permohonan ini sudah selesai. Hubungi kantor lewat alamat pada /bantuan.
refusal-nothing-to-correct = Tidak ada jawaban yang dapat dikoreksi lewat obrolan ini. Hubungi kantor lewat alamat pada /bantuan.
# $number (String)
refusal-correction-open = Koreksinya sedang dikerjakan sebagai berkas { $number }.
# $number (String)
refusal-corrected-already = Jawaban ini sudah diganti lewat berkas { $number }. Ajukan koreksi dari berkas itu.
refusal-own-enquiry = Pertanyaan ini dari Anda sendiri. Rekan atau atasan yang menjawabnya.
refusal-nobody-to-ask = Saat ini tidak ada petugas yang dapat menjawab lewat obrolan ini. Hubungi kantor lewat alamat pada /bantuan.
refusal-hold-has-ended = Penundaan itu sudah berakhir. Lihat kartunya sekarang.
# $by (String): jabatan; $at (DateTime)
refusal-agreed-already = Sudah disetujui oleh { $by }, { $at }.
refusal-own-hold = Penundaan ini Anda sendiri yang meminta; atasan lain yang menyetujuinya.
refusal-being-signed = Berkas ini sedang ditandatangani. Tunggu sebentar.
# $by (String): jabatan; $at (DateTime)
refusal-task-taken-back = Berkas ini ditarik kembali oleh { $by }, { $at }, sebelum Anda menerimanya. Tidak ada yang perlu Anda lakukan.
refusal-no-decision-to-take-back = Tidak ada keputusan Anda di sini yang dapat ditarik kembali.
# $received_at (DateTime)
refusal-next-has-received = Tidak dapat ditarik kembali: pemegang berikutnya sudah menerima berkasnya, { $received_at }. Bicarakan dengan pemegang itu; ia dapat mengembalikan berkasnya.
refusal-decision-went-out = Tidak dapat ditarik kembali: tanda tangan, cap, nomor, arsip, atau dokumennya sudah keluar.
refusal-applicant-has-begun = Tidak dapat ditarik kembali: pemohon sudah mulai memperbaiki permohonannya.
# $until (DateTime)
refusal-too-late-to-take-back = Tidak dapat ditarik kembali: pemohon sudah diberi tahu, dan waktunya sampai { $until }.
refusal-own-request = Anda sendiri yang mengajukan permohonan ini, jadi pemeriksaan, paraf, dan tanda tangannya dilakukan pejabat lain.
refusal-own-paraf = Anda sudah membubuhkan paraf pada naskah ini, jadi tanda tangannya dibubuhkan pejabat lain.
refusal-nothing-to-take = Berkas ini sudah di meja Anda.

## Isian

# $most (Number)
refusal-too-many-open = Permohonan Anda yang masih berjalan sudah { $most }, paling banyak sekaligus. Tunggu sampai ada yang selesai; lihat di /status.
refusal-no-open-form = Tidak ada isian yang terbuka. Mulai dari /start.
# $number (String): nomor registrasi
refusal-form-handed-in = Isian ini sudah diserahkan, nomor <code>{ $number }</code>. Kedudukannya ada di /status.
# $number (String): nomor registrasi
refusal-form-saved = Isian ini sudah tersimpan pada berkas <code>{ $number }</code>. Berkas yang menunggu Anda ada di /tugas.
refusal-form-closed = Isian ini sudah ditutup. Tombolnya tidak berlaku lagi.
refusal-form-moved-on = Tombol ini milik pertanyaan yang sudah lewat. Jawab pertanyaan yang terakhir.
refusal-list-moved = Daftar pada tombol ini sudah berubah. Pilih lagi dari kartu yang tampil sekarang.
refusal-service-unknown = Layanan ini tidak tersedia. Lihat layanan yang ada di /start.
# $missing (String)
refusal-form-incomplete = Masih kurang: <b>{ $missing }</b>. Lengkapi dahulu.

## Jawaban

# $example (String)
refusal-answer-empty = Jawaban ini tidak berisi huruf atau angka. Tulis seperti contoh: <i>{ $example }</i>
# $longest, $length (Number): jumlah huruf
refusal-answer-too-long = Jawaban terlalu panjang: { $length } huruf, paling banyak { $longest }. Tulis lebih singkat.
# $most, $lines (Number): jumlah baris
refusal-too-many-lines = Terlalu banyak baris: { $lines }, paling banyak { $most }. Gabungkan barisnya, lalu kirim lagi.
# $lowest, $highest (Number); $example (String)
refusal-not-a-number = Tulis satu angka antara { $lowest } dan { $highest }. Contoh: <i>{ $example }</i>
# $example (String)
refusal-not-a-date = Tulis tanggal, bulan, dan tahun yang ada di kalender. Contoh: <i>{ $example }</i>
# $earliest, $latest (DateTime)
refusal-date-out-of-range = Tanggal harus antara { $earliest } dan { $latest }. Periksa tahunnya.
# $title, $other (String); $day, $earliest (DateTime); $than (String): today, answer, day
refusal-day-too-early =
    { $than ->
        [today] <b>{ $title }</b>: { $day } sudah lewat; paling awal hari ini, { $earliest }. Bila tanggalnya memang itu, permohonan belum dapat diajukan.
        [answer] <b>{ $title }</b>: { $day } mendahului <b>{ $other }</b>, { $earliest }. Periksa kedua tanggal itu.
       *[day] <b>{ $title }</b>: paling awal { $earliest }, bukan { $day }. Periksa tanggalnya.
    }
# $title, $other (String); $day, $latest (DateTime); $than (String): today, answer, day
refusal-day-too-late =
    { $than ->
        [today] <b>{ $title }</b>: { $day } belum tiba; paling akhir hari ini, { $latest }. Periksa tanggalnya.
        [answer] <b>{ $title }</b>: { $day } melewati <b>{ $other }</b>, { $latest }. Periksa kedua tanggal itu.
       *[day] <b>{ $title }</b>: paling akhir { $latest }, bukan { $day }. Periksa tanggalnya.
    }
# $example (String)
refusal-not-a-name = Tulis nama lengkap dengan huruf. Contoh: <i>{ $example }</i>
# $example (String)
refusal-not-a-letter-number = Tulis nomor surat seperti yang tercetak pada suratnya. Contoh: <i>{ $example }</i>
# $example (String)
refusal-not-sixteen-digits = Nomor harus 16 angka. Anda menulis { $digits } angka. Contoh: <i>{ $example }</i>
refusal-number-among-words = Tulis nomornya saja, 16 angka, tanpa kata di antaranya. Contoh: <i>{ $example }</i>
refusal-number-day-unknown = Tanggal lahir di dalam NIK itu (angka ke-7 sampai ke-12) tidak sah. Cocokkan lagi dengan KTP-el atau KK. Contoh: <i>{ $example }</i>
refusal-number-ends-empty = Empat angka terakhir NIK tidak pernah 0000. Cocokkan lagi dengan KTP-el atau KK. Contoh: <i>{ $example }</i>
# $example (String)
refusal-not-a-phone = Nomor telepon itu belum benar. Contoh: <i>{ $example }</i>
# $example (String)
refusal-not-an-email = Alamat surel itu belum benar. Contoh: <i>{ $example }</i>
refusal-not-a-choice = Tekan salah satu tombol pada pertanyaan di atas.
refusal-text-wanted = Di sini diminta tulisan, bukan berkas atau stiker. Tulis jawabannya, atau tekan tombol pada kartu.

## Berkas

# $title, $accepted (String)
refusal-file-wanted = Di sini diminta berkas: <b>{ $title }</b>. Kirim sebagai foto atau dokumen ({ $accepted }).
# $megabytes (Number)
refusal-file-too-big = Berkas terlalu besar; paling besar { $megabytes } MB. Perkecil, atau kirim per halaman.
# $name (String)
refusal-file-empty = Berkas { $name } kosong. Kirim lagi berkas yang berisi.
# $name, $accepted (String)
refusal-file-wrong-type = Isi berkas { $name } tidak termasuk jenis yang diterima ({ $accepted }). Simpan atau foto sebagai salah satunya, lalu kirim lagi.
# $name (String)
refusal-file-broken = Berkas { $name } rusak dan tidak dapat dibuka. Kirim lagi, atau kirim fotonya.
# $name (String)
refusal-file-encrypted = Berkas { $name } meminta kata sandi. Kirim PDF tanpa kata sandi.
# $name (String); $what (String): yang ada di dalamnya
refusal-file-active = Berkas { $name } tidak diterima karena memuat { $what ->
    [javascript] JavaScript. Cetak menjadi PDF biasa (“Print to PDF”), lalu kirim lagi.
    [launch] perintah untuk membuka program lain. Cetak menjadi PDF biasa (“Print to PDF”), lalu kirim lagi.
    [sends] perintah untuk mengirim isinya ke alamat lain. Cetak menjadi PDF biasa (“Print to PDF”), lalu kirim lagi.
    [visits] perintah yang membuka alamat lain begitu berkas dibuka. Cetak menjadi PDF biasa (“Print to PDF”), lalu kirim lagi.
    [macro] makro. Simpan sebagai buku kerja tanpa makro (.xlsx), lalu kirim lagi.
   *[program] program. Cetak menjadi PDF biasa (“Print to PDF”), lalu kirim lagi.
}
# $name (String)
refusal-file-polyglot = Berkas { $name } berisi dua jenis berkas sekaligus, sehingga tidak diterima. Buka, simpan ulang sebagai berkas baru, lalu kirim lagi.
# $name (String)
refusal-file-heavy = Berkas { $name } terlalu rumit untuk diperiksa dengan aman. Cetak atau simpan ulang menjadi berkas yang lebih sederhana, lalu kirim lagi.
# $most (Number)
refusal-slot-full = Sudah ada { $most } berkas, paling banyak untuk bagian ini. Tekan Lanjut, atau Hapus berkas terakhir untuk menggantinya.
# $name (String)
refusal-archive-lacking = Arsip tidak dibuat: { $name } hilang atau rusak di penyimpanan kantor. Administrator diberi tahu; buat arsipnya setelah berkas itu dipulihkan.
# $megabytes (Number)
refusal-too-much-today = Hari ini Anda sudah mengirim { $megabytes } MB berkas, paling banyak untuk satu hari. Isian Anda tetap tersimpan; lanjutkan besok.

## Tautan dan hak

refusal-link-taken = Berkas pada resi ini sudah diikuti dari Telegram lain. Bila berkas ini milik Anda, datanglah ke loket dengan identitas Anda.
refusal-link-locked = Resi ini dikunci karena terlalu banyak jawaban salah. Datanglah ke loket dengan identitas Anda; petugas membukanya kembali.
refusal-resi-expired = Berkas pada resi ini sudah selesai, sehingga tidak dapat ditautkan lagi.
refusal-link-unknown = Tautan undangan ini tidak dikenal. Minta tautan baru kepada administrator.
refusal-link-spent = Tautan undangan ini sudah dipakai. Minta tautan baru kepada administrator.
refusal-link-expired = Tautan undangan ini sudah lewat masanya. Minta tautan baru kepada administrator.
refusal-not-for-you = Ini bukan untuk Anda. Mulai dari /start.
refusal-not-open-to-you = Perintah ini hanya untuk petugas yang berwenang. Lihat /bantuan.
# $jabatan (String)
refusal-already-holds = Anda sudah memegang jabatan { $jabatan }. Pejabat sementara adalah orang lain.
# $day (DateTime)
refusal-day-already-closed = Pada { $day } kantor memang sudah tutup.
# $day (DateTime); $hours (String)
refusal-day-already-open = Pada { $day } kantor memang buka pukul { $hours }.
# $example (String)
refusal-hours-unclear = Jam buka belum dapat dibaca. Tulis jam buka dan tutup, dua jam dengan tanda koma bila ada istirahat. Contoh: <i>{ $example }</i>
# $example (String): tanggal
refusal-name-missing = Tulis juga alasannya pada baris kedua. Contoh: <i>{ $example }, lalu Cuti bersama tambahan</i>
# $shortest, $longest (Number): hari
refusal-ramadan-length = Ramadan lamanya { $shortest } sampai { $longest } hari. Periksa kedua tanggalnya.
refusal-paper-not-released = Jawaban belum diserahkan. Anda menerimanya di obrolan ini begitu selesai.
refusal-paper-not-there = Belum ada yang dapat dikirim untuk pilihan ini pada permohonan tersebut.
refusal-collector-unnamed = Tulis nama orang yang mengambil, misalnya Siti Aminah, istri.
refusal-case-not-found = Tidak ada berkas bernomor { $number } yang dapat Anda lihat di sini. Periksa lagi nomornya.
refusal-search-empty = Belum ada yang dapat dicari; satu huruf saja tidak cukup. Tulis nama, kata dari perihal, nomor, atau tanggal. Contoh: <i>Rina Wulandari</i>
# $most, $longest (Number)
refusal-search-too-long = Terlalu panjang untuk dicari: paling banyak { $most } kata dan { $longest } huruf. Pilih kata yang paling khas.
refusal-search-by-number-of-person = Berkas tidak dicari dengan NIK atau nomor KK, agar nomor itu tidak tertinggal di obrolan. Cari dengan nama atau nomor permohonan.
refusal-search-moved-on = Tombol ini milik pencarian yang sudah lewat. Ketik /cari untuk mencari lagi.
refusal-not-understood = Pesan itu belum dapat dipahami. Tekan /start untuk layanan, atau /bantuan.

## Tanda tangan, hak akses, tim, arsip

# $name (String)
refusal-file-not-signed = Berkas { $name } tidak memuat tanda tangan elektronik. Lampirkan PDF asli dari SIAK.
# $name (String)
refusal-file-altered = Tanda tangan elektronik pada berkas { $name } rusak: isinya berubah setelah ditandatangani. Unduh lagi PDF asli dari SIAK dan lampirkan tanpa diubah.
refusal-access-not-granted = Data berkas ini tidak terbuka bagi Anda sekarang. Hak akses diberikan pada langkah yang menentukannya.
refusal-team-empty = Pilih paling sedikit satu anggota tim.
# $shortest (Number)
refusal-passphrase-too-short = Kata sandi terlalu pendek, paling sedikit { $shortest } angka. Yang tadi diketik sudah dihapus. Ketik dari awal.
refusal-passphrase-too-long = Kata sandi terlalu panjang, paling banyak { $longest } angka. Yang tadi diketik sudah dihapus. Ketik dari awal.
refusal-passphrases-differ = Kata sandi yang kedua tidak sama dengan yang pertama. Keduanya sudah dihapus. Ketik dari awal.
refusal-passphrase-forgotten = Angka yang tadi diketik sudah tidak ada, karena tidak disimpan di mana pun. Ketik kata sandi dari awal.
# $procedure (String), $version (Number)
refusal-sop-set-aside = Berkas ini berjalan menurut { $procedure } versi { $version }, yang tidak dapat dibaca lagi. Berkasnya tersimpan utuh, dan administrator kantor sudah diberi tahu.
refusal-nobody-chosen = Pilih dulu pendapat siapa yang diminta, lalu kirim pertanyaannya lagi.
