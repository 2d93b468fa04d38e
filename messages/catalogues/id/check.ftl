# `disposisi check`: what is wrong with books and files, and what to do about it.
check-well = Semua baik: { $cases } berkas layanan, { $files } dari { $files_there } berkas simpanan dan { $letters } dari { $letters_there } surat bertanda tangan telah diperiksa.
check-unwell = Ditemukan { $faults } kesalahan. Diperiksa: { $cases } berkas layanan, { $files } dari { $files_there } berkas simpanan, { $letters } dari { $letters_there } surat bertanda tangan.
check-more = … dan { $count } lagi yang sama.

check-books-damaged = Basis data rusak: { $said }.
check-books-damaged-cure = Hentikan bot, biarkan berkas-berkas basis data seperti adanya, lalu pulihkan dari cadangan (disposisi restore).
check-table-missing = Tabel { $table } tidak ada dalam basis data.
check-table-missing-cure = Pulihkan basis data dari cadangan (disposisi restore); pemeriksaan lain tidak dapat dilakukan.
check-index-missing = Indeks { $index } pada tabel { $table } tidak ada; bot menjadi lambat.
check-index-missing-cure = Hentikan bot, lalu jalankan disposisi check --repair.
check-orphan = Baris { $row } pada tabel { $table } menunjuk { $column } { $named } yang tidak ada.
check-orphan-cure = Baris yang ditunjuk telah hilang. Ambil kembali dari cadangan terakhir yang baik, atau tanyakan kepada pembuat program sebelum menghapus apa pun.
check-sop-unreadable = SOP { $sop } versi { $version } tidak dapat dibaca lagi; berkas yang berjalan padanya menunggu.
check-sop-unreadable-cure = Pulihkan tabel procedures dari cadangan.
check-sop-changed = Naskah SOP { $sop } versi { $version } berubah sejak disimpan: sidik digitalnya tidak cocok.
check-sop-changed-cure = Versi yang sudah disimpan tidak boleh diubah. Pulihkan tabel procedures dari cadangan.
check-sop-missing = SOP { $sop } versi { $version } tidak ada dalam buku, padahal ada berkas yang memakainya.
check-sop-missing-cure = Pulihkan tabel procedures dari cadangan.
check-row-unreadable = Catatan berkas { $number } berisi nilai yang tidak dikenal dan tidak dapat dibaca.
check-row-unreadable-cure = Catatan itu diubah dari luar bot. Ambil kembali dari cadangan terakhir yang baik.
check-no-main-task = Berkas { $number } masih berjalan, tetapi tidak berada di meja siapa pun.
check-no-main-task-cure = Bandingkan dengan cadangan terakhir; langkah yang terbuka telah hilang. Sampaikan kepada pemohon bahwa berkasnya tertahan.
check-two-main-tasks = Berkas { $number } terbuka pada { $count } langkah utama sekaligus; seharusnya satu.
check-two-main-tasks-cure = Jangan putuskan berkas itu dahulu. Bandingkan dengan kartu kendalinya dan dengan cadangan terakhir.
check-task-after-end = Berkas { $number } sudah selesai, tetapi tugas { $task } padanya masih terbuka.
check-task-after-end-cure = Bandingkan dengan cadangan terakhir: keadaan berkas atau tugas itu diubah dari luar bot.
check-end-undated = Tanggal selesai berkas { $number } tidak sesuai dengan keadaannya: yang berjalan tidak punya tanggal selesai, yang selesai punya.
check-end-undated-cure = Ambil kembali catatan berkas itu dari cadangan terakhir yang baik.
check-card-broken = Kartu kendali berkas { $number } terputus: langkah-langkahnya tidak bersambung menurut SOP.
check-card-broken-cure = Satu langkah hilang atau diubah dari luar bot. Ambil kembali langkah-langkah berkas itu dari cadangan terakhir yang baik.
check-stands-elsewhere = Berkas { $number } tercatat pada langkah { $step } ({ $state ->
        [finished] selesai
        [refused] ditolak
        [withdrawn] dicabut
        [lapsed] gugur
       *[open] berjalan
    }), padahal menurut kartu kendalinya pada langkah { $card_step } ({ $card_state ->
        [finished] selesai
        [refused] ditolak
        [withdrawn] dicabut
        [lapsed] gugur
       *[open] berjalan
    }).
check-stands-elsewhere-cure = Ambil kembali catatan berkas itu dari cadangan terakhir yang baik; kartu kendali yang benar.
check-sum-wrong = Jumlah waktu pada kartu kendali berkas { $number } adalah { $counted }, padahal umur berkas { $life }.
check-sum-wrong-cure = Waktu serah terima diubah dari luar bot, atau satu langkah hilang. Bandingkan dengan cadangan terakhir.
check-time-backwards = Pada tugas { $task } dari berkas { $number } waktu berjalan mundur: diterima atau selesai sebelum dibuka.
check-time-backwards-cure = Bandingkan waktu-waktu tugas itu dengan cadangan terakhir.
check-time-torn = Tugas { $task } dari berkas { $number } tidak dibuka pada saat tugas sebelumnya selesai: ada waktu yang hilang atau dihitung dua kali.
check-time-torn-cure = Waktu serah terima diubah dari luar bot, atau satu langkah hilang. Bandingkan dengan cadangan terakhir.
check-beside-astray = Tugas sampingan { $task } dari berkas { $number } menempel pada langkah yang bukan milik berkas itu.
check-beside-astray-cure = Bandingkan dengan cadangan terakhir; tugas itu diubah dari luar bot.
check-pause-astray = Penundaan pada tugas { $task } dari berkas { $number } tidak cocok dengan tugasnya.
check-pause-astray-cure = Bandingkan dengan cadangan terakhir; batas waktu tugas itu mungkin salah hitung.
check-mirror-wrong = Tugas { $task } dari berkas { $number } tidak muncul di meja yang benar: salinan SOP atau pemohonnya berbeda dari berkas.
check-mirror-wrong-cure = Hentikan bot, lalu jalankan disposisi check --repair.
check-number-missing = Nomor { $called } tahun { $year } yang pernah diberikan tidak ada lagi dalam buku: { $which }.
check-number-missing-cure = Nomor tidak boleh hilang. Cari berkas atau suratnya pada cadangan; bila memang dihapus, catat sebabnya pada buku agenda.
check-number-of-before = Nomor { $called } tahun { $year } tidak ada dalam buku: { $which }. Kantor ini pernah dipulihkan dari cadangan, dan nomor itu keluar sesudahnya.
check-number-of-before-cure = Tidak perlu diperbaiki. Catat pada buku agenda surat mana yang memakai nomor itu.
check-counter-behind = Penghitung nomor { $called } tahun { $year } berada pada { $counter }, padahal nomor { $given } sudah diberikan: nomor yang sama akan diberikan dua kali.
check-counter-behind-cure = Hentikan bot sekarang juga, lalu jalankan disposisi check --repair.
check-file-missing = Berkas simpanan { $digest } tidak ada. Pemiliknya: { $number ->
        [form] sebuah formulir yang sedang diisi
        [nobody] tidak ada
       *[other] berkas { $number }
    }.
check-file-missing-cure = Kembalikan dari cadangan dengan nama yang sama, ke folder vault.
check-file-misnamed = Berkas { $number } menunjuk berkas simpanan dengan nama yang tidak mungkin.
check-file-misnamed-cure = Sidik digital itu diubah dari luar bot. Ambil kembali baris lampiran atau suratnya dari cadangan terakhir yang baik.
check-file-damaged = Berkas simpanan { $digest } rusak atau diubah; isinya tidak dapat dibuka. Pemiliknya: { $number ->
        [form] sebuah formulir yang sedang diisi
        [nobody] tidak ada
       *[other] berkas { $number }
    }.
check-file-damaged-cure = Kembalikan dari cadangan dengan nama yang sama, ke folder vault. Bila semua berkas rusak, kunci vault.key bukan kuncinya.
check-file-other-size = Ukuran berkas simpanan { $digest } berbeda dari yang tercatat pada berkas { $number }.
check-file-other-size-cure = Berkas itu terpotong atau diganti. Kembalikan dari cadangan dengan nama yang sama.
check-file-unreferred = Berkas simpanan { $digest } tidak dipakai oleh berkas mana pun, dan tidak dihapus pada malam hari.
check-file-unreferred-cure = Jalankan disposisi check --repair untuk menghapusnya.
check-file-foreign = { $path } bukan berkas simpanan bot ini.
check-file-foreign-cure = Pindahkan dari folder vault bila Anda yang menaruhnya di sana.
check-signature-lacking = Surat { $paper } dari { $number } tercatat bertanda tangan, tetapi tidak ada tanda tangan di dalamnya.
check-signature-lacking-cure = Ambil kembali surat itu dari cadangan; jangan kirimkan lagi yang ada sekarang.
check-signature-broken = Tanda tangan pada surat { $paper } dari { $number } tidak sah: isinya berubah sesudah ditandatangani.
check-signature-broken-cure = Ambil kembali surat itu dari cadangan; jangan kirimkan lagi yang ada sekarang.
check-open-to-others = { $path } dapat dibaca oleh semua pengguna komputer ini.
check-open-to-others-cure = Jalankan disposisi check --repair, atau chmod o-rwx pada berkas itu.
check-post-lost = { $name } memegang jabatan { $jabatan }, yang tidak ada dalam berkas kantor; haknya tidak berlaku.
check-post-lost-cure = Tulis kembali jabatan itu ke berkas kantor, atau akhiri dengan disposisi people end.

# `disposisi check --repair`: what it would do, before it does it.
check-repair-nothing = Tidak ada yang dapat diperbaiki secara otomatis.
check-repair-plan = Yang akan dilakukan dengan --repair (bot harus berhenti):
check-repair-index-missing = membuat kembali { $count } indeks yang hilang
check-repair-mirror-wrong = menyamakan { $count } tugas dengan berkasnya, agar muncul di meja yang benar
check-repair-counter-behind = memajukan { $count } penghitung nomor ke nomor terakhir yang sudah diberikan
check-repair-file-unreferred = menghapus { $count } berkas simpanan yang tidak dipakai siapa pun
check-repair-open-to-others = menutup { $count } berkas atau folder bagi pengguna lain komputer ini
check-repair-copy = Sebelum buku diubah, salinannya disimpan dalam folder { $folder }.
check-repair-ask = Lakukan sekarang?
check-repair-not-done = Belum ada yang diubah. Tambahkan --yes untuk melakukannya.
check-repair-done = Selesai. Pemeriksaan sesudah perbaikan:
check-repair-kept = Buku sebelum perbaikan: { $file }

# `disposisi upgrade --rehearse`: an upgrade on a copy of the books.
check-migration-failed = Buku tidak dapat dinaikkan ke bentuk versi ini: { $said }.
check-migration-failed-cure = Jangan naikkan. Simpan pesan ini dan sampaikan kepada pembuat program; kantor tetap berjalan pada versi sekarang.
check-rows-gone = Tabel { $table } berisi { $before } baris sebelumnya dan { $after } sesudahnya.
check-rows-gone-cure = Lihat CHANGELOG: versi ini mungkin memang tidak menyimpannya lagi.
check-message-unreadable = Pesan { $message } ({ $kind }) yang menunggu dikirim tidak dapat dibaca oleh versi ini.
check-message-unreadable-cure = Tunggu sampai pesan itu terkirim oleh versi sekarang, lalu ulangi gladi ini.
check-form-unreadable = Formulir { $form } yang sedang diisi tidak dapat dibaca oleh versi ini.
check-form-unreadable-cure = Sampaikan kepada pembuat program sebelum menaikkan; isinya akan hilang bagi pemohon.
check-card-undrawn = Kartu kendali berkas { $number } tidak dapat digambar oleh versi ini ({ $said }).
check-card-undrawn-cure = Sampaikan kepada pembuat program sebelum menaikkan.
rehearsal-migrated = Salinan buku ({ $megabytes } MB) dinaikkan dari { $before } ke { $after } dalam { $seconds } detik; selama itu bot akan berhenti.
rehearsal-read = Dibaca oleh versi ini: { $sops } versi SOP, { $running } berkas berjalan diputar ulang dari kartu kendalinya, { $messages } pesan yang menunggu, { $forms } formulir yang sedang diisi.
rehearsal-well = Gladi berhasil: versi ini dapat dipasang. Buku kantor tidak diubah.
rehearsal-unwell = Gladi menemukan { $faults } kesalahan. Jangan pasang versi ini dahulu; jalankan disposisi check pada versi sekarang untuk melihat mana yang sudah ada sebelumnya. Buku kantor tidak diubah.
