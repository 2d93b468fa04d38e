### Layar atasan: apa yang terlambat, pada siapa, sejak kapan.

overview-title = <b>Pantauan</b>
# $late, $open (Number)
overview-late = { $late ->
    [100] Lebih dari 99
   *[other] { $late }
} terlambat dari { $open ->
    [100] lebih dari 99
   *[other] { $open }
} berkas yang berjalan.
# $open (Number)
overview-in-time = Tidak ada yang terlambat dari { $open ->
    [100] lebih dari 99
   *[other] { $open }
} berkas yang berjalan.
overview-none = Tidak ada berkas yang berjalan.
overview-asked = <b>Ditanyakan di luar langkah berkas</b>
# $number (Number); $case (String): nomor berkas
overview-asked-enquiry = { $number }. 💬 <code>{ $case }</code> · pertanyaan pemohon
# $number (Number); $case (String): nomor berkas
overview-asked-opinion = { $number }. 🗨 <code>{ $case }</code> · diminta pendapat
# $number (Number); $case, $short, $subject (String)
watched-line = { $number }. <b>{ $short }</b> · { $case }
    { $subject }
# $holder, $jabatan (String)
watched-holder = Di meja { $holder } ({ $jabatan })
watched-applicant = Menunggu pemohon
# $jabatan (String)
watched-nobody = Di meja { $jabatan }, yang belum ada pejabatnya
# $number (Number); $case (String)
remind = Ingatkan { $number } · { $case }
# $number (Number)
remind-short = Ingatkan { $number }
# $number (Number)
give = Alihkan { $number }

## Mengalihkan berkas

give-ask = <b>Alihkan berkas ini kepada siapa?</b>
give-nobody = Tidak ada rekan lain yang bertugas di meja ini.
# $name (String); $files (Number): berkas yang sudah dipegangnya
give-to = { $name } · memegang { $files }
give-stop = Tidak jadi
access-given = <b>Hak akses berkas ini sudah diberikan.</b>

## Ponsel yang hilang

lock-access = 🔒 Ponsel hilang
lock-access-ask = Ponsel siapa yang hilang atau dicuri? Satu tekanan <b>langsung mengunci</b> akses orang itu: kartunya ditarik, berkas yang terkirim diambil kembali, dan semua jabatannya lepas sampai dibuatkan tautan baru.
lock-access-nobody = Tidak ada pejabat di bawah Anda yang sedang bertugas.
# $number (Number); $name (String)
lock-access-of = 🔒 { $number } · { $name }
# $number (Number); $name, $jabatan (String)
lock-access-line = { $number }. <b>{ $name }</b> · { $jabatan }
lock-access-stop = Kembali ke pantauan
