### Yang dipakai di semua obrolan: waktu, daftar, perintah, kabar singkat, keterangan naskah.

## Sisa waktu

span-moment = kurang dari 1 menit
# $span (String): lama waktu selama kantor buka, bila di antaranya kantor tutup
span-working = { $span } kerja
# $at, $span (String)
due-left = Batas { $at } (sisa { $span })
# $at, $span (String)
due-late = Batas { $at } (<b>terlambat { $span }</b>)
# $at (String): sejak atau sampai saat itu kantor tutup
due-at = Batas { $at }
# $at (String)
due-passed = Batas { $at } (<b>terlambat</b>)
due-none = Tanpa batas waktu
# $span (String)
due-none-since = Tanpa batas waktu · sudah { $span }
# $clock (String): jam; $zone (String): WIB, WITA, atau WIT
due-today = hari ini { $clock } { $zone }

## Perkenalan

# $office (String)
bot-introduction = Layanan resmi { $office } lewat Telegram. Tekan Mulai untuk mengajukan layanan, mengirim berkas, dan memantau permohonan Anda. Semua layanan gratis.
# $office (String)
bot-profile = Ajukan dan pantau layanan { $office }. Gratis.

## Daftar

# $number (Number); $text (String)
list-line = { $number }. { $text }
# $text (String)
list-item = • { $text }
# $number (Number); $text (String)
list-button = { $number } · { $text }
# $count (Number)
list-more = … dan { $count } lagi

## Tombol

to-home = Ke layar pertama
to-queue = Tugas saya
to-cases = Permohonan saya
to-form = Lanjutkan isian
to-office = Kantor
refresh = Muat ulang
page-before = ← Sebelumnya
page-after = Berikutnya →
speak-other = English

## Perintah

command-start = Layar pertama dan layanan
command-tugas = Tugas saya menurut batas waktu
command-hariini = Yang saya putuskan hari ini
command-pantau = Apa yang terlambat, pada siapa
command-kantor = Jabatan, undangan, dan keadaan kantor
command-status = Status permohonan saya
command-batal = Batalkan yang sedang ditulis
command-bahasa = Ganti bahasa
command-privasi = Pelindungan data pribadi
command-bantuan = Bantuan
help-title = <b>Bantuan</b>
help-applicant = Ajukan layanan dari layar pertama, jawab satu per satu, lalu serahkan. Kabar tentang permohonan Anda, juga pertanyaan dari kantor, datang ke obrolan ini; setelah jawabannya sampai Anda ditanya sekali tentang pelayanannya. Lewat /status Anda dapat bertanya kepada petugas yang memegang berkasnya, mencabut permohonan selama jawabannya belum ditandatangani, dan meminta koreksi atas jawaban yang keliru; resi, isian, berkas, jawaban dan tanda terima dapat dikirim ulang dari sana. Semua layanan gratis.
help-officer = Tugas datang sendiri ke obrolan ini. Satu kartu memuat semua yang perlu untuk memutus; satu tekanan memutuskannya. Selama berkasnya belum diterima pemegang berikutnya, keputusan itu dapat Anda tarik kembali dari kartu yang sama. Di balik tombol Lainnya, berkas dapat ditunda (misalnya saat SIAK terganggu) lalu dilanjutkan, dan pemohon dapat ditanya tanpa mengembalikan berkasnya. Di balik tombol yang sama, pendapat jabatan lain dapat diminta. Beberapa berkas pada langkah yang sama dapat diputus bersama dari /tugas, setelah dilihat satu per satu. /skm memuat hasil survei kepuasan. Resi yang Anda pindai membuka berkasnya; di loket, kartu kendali memuat yang dapat dilakukan untuk pemohon tanpa Telegram atau dengan ponsel baru. /hariini memuat semua yang Anda putuskan hari ini.
help-auditor = Anda pemeriksa. Lewat /cari Anda menemukan berkas mana pun dan membuka kartu kendalinya; /log memuat yang terjadi pada berkas di luar putusan, dan siapa yang melihat NIK utuh; /skm memuat hasil survei kepuasan. Anda tidak dapat memutus atau mengubah apa pun.
# $name (String): nama perintah; $what (String)
help-command = /{ $name } · { $what }
# $office (String): nama kantor
help-office = <b>{ $office }</b>
# $address (String): alamat kantor
help-address = { $address }
# $contact (String): nomor telepon, surel
help-contact = { $contact }
# $hours (String)
help-hours = Jam pelayanan: { $hours }

## Kabar singkat

joined-administrator = Anda kini administrator kantor ini.
# $name, $jabatan (String)
joined-jabatan = Selamat bertugas, <b>{ $name }</b>. Anda kini tercatat sebagai <b>{ $jabatan }</b>. Tugas datang sendiri ke obrolan ini.
# $number, $service, $office (String)
genuine-known = ✓ Kode ini milik berkas yang tercatat pada { $office }.
    Nomor berkas <code>{ $number }</code>
    { $service }
    Kode berkas tidak menyatakan bahwa suratnya sudah ada: surat yang ditandatangani berkode sendiri.
# $kind, $number, $day, $office, $state (String): jenis surat, nomor surat, tanggal, kantor, keadaan
genuine-letter = { $state ->
    [in-force] ✓ Surat ini sah tercatat pada { $office } dan berlaku.
    [unregistered] ⚠ Surat ini tercatat pada { $office }: sudah ditandatangani, tetapi belum diregistrasi.
    [refused] ✗ Surat ini tercatat pada { $office }, tetapi tidak berlaku: permohonannya kemudian ditolak.
   *[replaced] ✗ Surat ini tercatat pada { $office }, tetapi tidak berlaku lagi: ditarik atau diganti setelah ditandatangani.
}
    { $kind }
    Nomor <code>{ $number }</code>
    Tanggal { $day }
genuine-unknown = ✗ Kode ini tidak tercatat pada kantor kami. Periksa lagi kodenya, atau tanyakan ke loket.
# $lane, $number (String)
office-lane-unheld = Berkas <code>{ $number }</code> menunggu di meja <b>{ $lane }</b>, yang belum ada pejabatnya. Undang pejabatnya dari layar Kantor.
# $number (String): nomor berkas
link-ask-nik = Berkas <code>{ $number }</code> diterima di loket. Agar hanya pemiliknya yang dapat mengikuti, tulis <b>6 angka tengah NIK pemohon</b>: angka ke-7 sampai ke-12. Jangan tulis NIK seluruhnya.
# $number (String): nomor berkas
link-ask-phone = Berkas <code>{ $number }</code> diterima di loket. Agar hanya pemiliknya yang dapat mengikuti, tulis <b>4 angka terakhir nomor telepon</b> yang diberikan di loket.
# $left (Number): kesempatan yang tersisa
link-wrong = Angkanya tidak cocok dengan yang diberikan di loket. Kesempatan yang tersisa: { $left }.
# $number (String): nomor berkas
link-locked-at-counter = Resi berkas <code>{ $number }</code> dikunci: tiga jawaban salah saat ditautkan. Bila pemohonnya datang, buka kunci dari kartu kendali berkas ini (Lepaskan tautan pemohon) dan serahkan resi baru.
# $number (String): nomor berkas
link-undone = Berkas <code>{ $number }</code> tidak lagi ditautkan dengan obrolan ini. Bila berkas ini milik Anda, datanglah ke loket dengan identitas Anda.
# $names (String): nama pejabat, dengan kode jabatannya
posts-lost = Jabatan berikut tidak ada lagi dalam berkas kantor, sehingga pejabatnya tidak dapat memproses berkas apa pun: { $names }. Kembalikan jabatannya ke berkas kantor, atau akhiri penunjukannya dan undang pejabatnya ke jabatan yang baru.
# $names (String)
sops-set-aside = SOP berikut tidak dapat dibaca lagi dalam versi yang dipakai berkas yang sedang berjalan: { $names }. Berkasnya tersimpan dan menunggu; berkas SOP lain tetap berjalan. Jalankan disposisi doctor untuk sebabnya, dan hubungi pengelola sistem.
# $name, $jabatan (String)
officer-out-of-reach = <b>{ $name }</b> ({ $jabatan }) tidak dapat dihubungi: bot diblokir, atau akun Telegram-nya sudah tidak ada. Minta yang bersangkutan membuka blokir lalu menekan /start. Bila tidak bisa, berkas dapat diserahkan kepada pejabat lain.
# $hours, $minutes (Number)
clock-behind = Jam server bot tertinggal { $hours } jam { $minutes } menit dari waktu terakhir dalam pembukuan; mungkin jam itu disetel mundur. Bot tetap bekerja menurut waktu pembukuan, sehingga tidak ada putusan atau penunjukan yang berlaku kembali. Mohon setel jam server, sebaiknya dengan NTP.
# $number (String): nomor registrasi; $digest (String): nama di brankas; $how (String)
vault-damaged = Berkas pada <code>{ $number }</code> { $how ->
    [missing] hilang dari
   *[damaged] rusak di
} penyimpanan kantor: <code>{ $digest }</code>. Mohon kembalikan dari cadangan; <code>disposisi doctor</code> menyebutkan semua yang demikian.
# $name (String): nama berkas atau naskah
file-damaged = ⚠ <b>{ $name }</b> tidak dapat dibuka: berkas itu hilang atau rusak di penyimpanan kantor. Administrator diberi tahu. Minta lagi setelah dipulihkan.
# $faults (Number): yang ditemukan pada malam hari
check-night = Pemeriksaan malam ini menemukan { $faults } kesalahan pada buku atau berkas kantor. Mohon jalankan <code>disposisi check</code> di server bot: di sana tertulis apa yang salah dan apa yang perlu dilakukan.
backup-good = ✓ Cadangan malam ini baik: sudah dicoba dipulihkan, dan isinya sama dengan buku kantor.
backup-lacking = Cadangan malam ini baik, tetapi ada berkas yang sudah tidak ada di penyimpanan kantor sebelum dicadangkan. Mohon jalankan <code>disposisi check</code> di server bot: di sana tertulis berkas yang mana dan apa yang perlu dilakukan.
# $wrong (String): kata-kata perintah; $folder (String); $nights (Number): malam berturut-turut
backup-bad = ⚠ Malam ini tidak ada cadangan yang baik{ $nights ->
    [1] .
   *[other] , sudah { $nights } malam berturut-turut.
} Sebabnya: <code>{ $wrong }</code>

    Setelah dibenahi, jalankan <code>disposisi backup { $folder }</code> di server bot; bila tidak, bot mencobanya lagi malam nanti.
# $nights (Number)
backup-nights = ⚠ Sudah { $nights } malam berturut-turut kantor tidak mempunyai cadangan yang baik. Bila server rusak, berkas dan keputusan sejak cadangan terakhir hilang. Administrator bot sudah diberi tahu sebabnya; mohon pastikan hal ini ditangani hari ini.
# $folder (String); $megabytes (Number)
little-room = Ruang penyimpanan di server bot hampir habis: tersisa <b>{ $megabytes } MB</b> di <code>{ $folder }</code>. Mohon kosongkan ruang di sana atau perbesar penyimpanannya. Bila sampai penuh, bot menunggu hingga ada ruang lagi: sementara itu tidak ada yang dijawab, tetapi tidak ada yang hilang.
# $number (String)
form-handed-in = ✓ Diserahkan dengan nomor <code>{ $number }</code>.
edit-taken = ✓ Kata-kata Anda diganti dengan pesan yang baru saja disunting.
edit-first-stands = Pesan yang disunting tidak mengubah apa yang sudah kami terima. Yang berlaku tetap kata-kata yang pertama.
edit-changes-nothing = Menyunting pesan itu tidak mengubah apa pun. Bila ada yang perlu disampaikan, tulis pesan baru.
edit-file-stands = Menyunting pesan tidak mengganti berkas yang sudah kami terima. Keluarkan berkas itu dari isian, lalu kirim yang baru.
beginning-ask =
    <b>{ $title }</b>

    Begitu dimulai, berkas baru langsung terdaftar, dengan langkah pertama: { $step }. Mulai sekarang?
beginning-yes = Ya, mulai
beginning-no = Tidak jadi
beginning-begun = ✓ <b>{ $title }</b> dimulai dengan nomor <code>{ $number }</code>.
beginning-dropped = <b>{ $title }</b> tidak jadi dimulai.
form-still-open = Masih ada isian yang belum diserahkan. Lanjutkan isian itu, atau batalkan dengan /batal.
stamp-failed = Tanda tangan atau stempel belum dapat dibubuhkan. Berkas masih di meja Anda; tekan tombolnya sekali lagi. Bila tetap gagal, hubungi administrator.
# $number (String): nomor berkas
# $lane (String): jabatan
access-to-give = Berkas <code>{ $number }</code> berada di meja <b>{ $lane }</b>, dan tidak ada lagi yang memegang hak aksesnya. Tunjuk petugas lain di bawah ini; hak akses ikut diberikan kepadanya.
# $number (String): nomor berkas
# $lane (String): jabatan
office-lane-barred = Berkas <code>{ $number }</code> menunggu di meja <b>{ $lane }</b>, tetapi pejabatnya sendiri yang mengajukan permohonan ini atau sudah membubuhkan paraf, sehingga tidak boleh memutuskannya. Tunjuk Plh. dari layar Kantor.
# $number (String): nomor berkas
# $lane (String): jabatan
office-lane-closed = Berkas <code>{ $number }</code> menunggu di meja <b>{ $lane }</b>, yang hanya melihat berkas dengan hak akses, tetapi tidak ada pejabat yang dapat memberikannya. Isi jabatan yang memberi hak akses dari layar Kantor.
# $number, $name, $title (String): nomor registrasi, nama penerima, jabatan yang memberikan
file-given = Berkas <code>{ $number }</code> yang tadinya di meja Anda diberikan kepada <b>{ $name }</b> oleh { $title }.
# $number (String): nomor berkas
stamp-right-gone = Tanda tangan atau stempel pada berkas <code>{ $number }</code> tidak jadi dibubuhkan: wewenang atau isi naskah berubah setelah tombol ditekan. Berkas kembali ke meja jabatan itu; belum ada naskah yang terbit.
# $number (String): nomor berkas
reason-put-aside = Alasan atau petunjuk untuk <code>{ $number }</code> belum ditulis, dan belum ada yang diputuskan. Bila masih perlu, tekan lagi tombol pada kartunya.
# $jabatan (String)
invitation-ask = Undangan untuk <b>{ $jabatan }</b>. Tulis dalam satu pesan, satu baris masing-masing: nama dan gelar, NIP, pangkat. NIP dan pangkat boleh dikosongkan.

    <i>Contoh:
    Ir. Sari Kusuma, M.Si
    197204121998032001
    Pembina (IV/a)</i>
# $jabatan, $name, $link (String)
invitation-link = Undangan untuk <b>{ $name }</b> sebagai <b>{ $jabatan }</b>. Teruskan tautan ini hanya kepadanya; berlaku sekali, selama 7 hari.

    { $link }
crash-parked = Diterima, sedang kami periksa. Yang sudah Anda isi tidak hilang.
file-waits = Berkas Anda sudah sampai, dan disimpan begitu ada ruang di server kantor. Tidak perlu dikirim lagi.
not-understood-help = Saya belum memahami pesan itu. Pilih salah satu di bawah, atau tekan /bantuan.
nothing-to-stop = Tidak ada isian yang sedang terbuka, jadi tidak ada yang dibatalkan. Pilih salah satu di bawah, atau tekan /bantuan.
uncertain-paper = Sambungan terputus saat naskah dikirim, sehingga naskah mungkin tidak sampai. Bila tidak ada di atas, minta lagi dari kartunya.
# $number (String): nomor berkas
card-moved = <code>{ $number }</code>: lihat pesan terbaru di bawah ↓
reminded = Sudah diingatkan.
reminded-administrators = Meja itu kosong; administrator sudah diberi tahu.

## Keterangan naskah

# $title (String): nama persyaratan
caption-attachment = <b>{ $title }</b>
# $number (String)
caption-resi = <b>Resi</b> <code>{ $number }</code>. Simpan sebagai bukti penerimaan.
# $number (String)
caption-kartu-kendali = <b>Kartu kendali</b> <code>{ $number }</code>
# $number (String)
caption-lembar-disposisi = <b>Lembar disposisi</b> <code>{ $number }</code>
# $number (String)
caption-lembar-isian = <b>Lembar isian</b> <code>{ $number }</code>
# $number (String)
caption-tanda-terima = <b>Tanda terima</b> <code>{ $number }</code>. Terima kasih, permohonan ini selesai.
# $number (String)
caption-tanda-terima-open = <b>Tanda terima</b> <code>{ $number }</code>. Terima kasih.
# $number (String)
caption-tanda-terima-office = <b>Tanda terima</b> <code>{ $number }</code>. Cetak, lalu minta yang mengambil menandatanganinya.
# $title (String): nama naskah; $number (String)
caption-letter = <b>{ $title }</b> <code>{ $number }</code>, sudah ditandatangani.
# $title (String): nama naskah; $number (String)
caption-letter-draft = <b>{ $title }</b> <code>{ $number }</code>: konsep, belum ditandatangani.
# $number (String)
caption-sk = <b>SK Tim</b> <code>{ $number }</code>, sudah ditetapkan.
# $number (String)
caption-sk-draft = <b>SK Tim</b> <code>{ $number }</code>: konsep, belum ditetapkan.
