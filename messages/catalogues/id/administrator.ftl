### Layar administrator: siapa memegang jabatan apa, dan apa yang dapat menghentikan kantor.

# $office (String)
office-title = <b>{ $office }</b>
# $held, $vacant (Number)
office-posts = Jabatan: { $held } terisi, { $vacant } kosong
office-vacant = <b>Jabatan kosong</b>
# $title (String)
office-post-invited = • { $title }: undangan terkirim
office-lanes = <b>Kolom SOP tanpa pejabat</b>
office-procedures = <b>SOP yang berlaku</b>
office-no-procedures = Belum ada SOP yang berlaku.
# $title, $version (String)
office-procedure = • { $title } (versi { $version })
office-closures = <b>Hari libur berikutnya</b>
# $day, $reason (String)
office-closure = • { $day }: { $reason }
# $day, $reason (String)
office-closure-estimated = • { $day }: { $reason } (perkiraan)
# $waiting (Number)
office-waiting =
    Pesan yang menunggu dikirim: { $waiting ->
        [100] lebih dari 99
       *[other] { $waiting }
    }
# $parked (Number)
office-parked = <b>Pesan masuk yang gagal diolah: { $parked }</b>. Lihat catatan sistem.
office-to-posts = Jabatan dan pejabat
# $title (String)
office-fill = Isi { $title }

# $title (String)
office-picture = Gambar: { $title }
# $number (String)
caption-sop = SOP { $number } dalam bentuk resmi

## Jabatan dan pejabat

posts-title = <b>Jabatan dan pejabat</b>
# $number (Number); $title, $holders (String)
posts-held = { $number }. { $title }: { $holders }
# $number (Number); $title (String)
posts-vacant = { $number }. { $title }: <b>kosong</b>
# $number (Number); $title (String)
posts-invited = { $number }. { $title }: kosong, undangan terkirim
to-posts = Semua jabatan

# $title (String): jabatan
post-title = <b>{ $title }</b>
# $files (Number)
post-files = Berkas di meja ini: { $files ->
    [100] lebih dari 99
   *[other] { $files }
}
post-nobody = Belum ada pejabatnya.
# $number (Number); $name, $first (String): tanggal mulai
post-held = { $number }. { $name }, sejak { $first }
# $number (Number); $name, $first, $last (String): tanggal mulai dan tanggal terakhir
post-held-until = { $number }. { $name }, { $first } s.d. { $last }
# $number (Number); $name, $first, $last (String): tanggal mulai dan tanggal terakhir
post-to-come = { $number }. { $name }, akan bertugas { $first } s.d. { $last }
# $number (Number); $name, $last (String): tanggal
post-link = { $number }. { $name }: undangan belum dipakai, berlaku sampai { $last }
# $sk (String): nomor surat keputusan
post-sk = Nomor SK: { $sk }
post-invite = Undang pejabat
post-name-acting = Tunjuk Plh. atau Plt.
# $number (Number); $name (String)
post-end = Akhiri { $number } · { $name }
post-lock = 🔒 Kunci
# $number (Number); $name (String)
post-cancel = Batalkan undangan { $number } · { $name }

## Mengakhiri penunjukan

# $name, $title (String)
ending-ask = Akhiri penunjukan <b>{ $name }</b> sebagai <b>{ $title }</b>?
ending-rights = Haknya di jabatan ini berakhir saat itu juga, dan kartu tugas di ponselnya ditutup.
# $files (Number)
ending-files = { $files ->
    [100] Lebih dari 99
   *[other] { $files }
} berkas yang dipegangnya kembali ke meja jabatan ini.
ending-vacant = Setelah itu jabatan ini kosong. Berkas menunggu sampai ada pejabatnya.
ending-yes = Ya, akhiri
ending-no = Tidak jadi

## Menunjuk Plh. atau Plt.

# $title (String): jabatan
mandate-title = <b>Pejabat sementara: { $title }</b>
# $holders (String)
mandate-holders = Pejabat sekarang: { $holders }
mandate-vacant = Jabatan ini sekarang kosong.
# $acting (String): Plh. atau Plt.
mandate-acting = Sebagai: <b>{ $acting }</b>
# $name (String)
mandate-name = Yang ditunjuk: <b>{ $name }</b>
# $first (String): tanggal
mandate-first = Mulai: { $first }
# $last (String): tanggal; $working_days (Number)
mandate-last = Sampai dengan: { $last } ({ $working_days } hari kerja)
mandate-ask-acting = Pilih sebutannya.
mandate-about-plh = <b>Plh.</b>: pejabatnya berhalangan sementara, lazimnya sekurang-kurangnya 7 hari kerja.
mandate-about-plt = <b>Plt.</b>: jabatannya kosong; lazimnya 3 bulan dan dapat diperpanjang.
mandate-ask-person = Siapa yang ditunjuk? Pilih pejabat yang sudah bertugas, atau undang orang baru dengan tautan.
mandate-ask-name = Tulis dalam satu pesan, satu baris masing-masing: nama dan gelar, NIP, pangkat. NIP dan pangkat boleh dikosongkan.
# $example (String): tanggal
mandate-ask-first = Mulai kapan? Pilih tanggalnya, atau tulis, misalnya <i>{ $example }</i>.
# $example (String): tanggal
mandate-ask-last = Sampai kapan? Hari terakhir masih termasuk. Pilih tanggalnya, atau tulis, misalnya <i>{ $example }</i>.
# $example (String): nomor surat keputusan
mandate-ask-sk = Tulis nomor SK penunjukannya, misalnya <i>{ $example }</i>, atau lanjutkan tanpa nomor.
mandate-ask-sure = Penunjukan berlaku sejak hari pertama dan berakhir sendiri setelah hari terakhir. Yang bersangkutan diberi tahu.
mandate-ask-link = Tautan hanya untuk yang ditunjuk. Penunjukan berakhir sendiri setelah hari terakhir.
mandate-short-plh = <i>Kurang dari 7 hari kerja: untuk waktu sependek ini Plh. lazimnya belum ditunjuk.</i>
mandate-long-plt = <i>Lebih dari 3 bulan: Plt. lazimnya ditunjuk 3 bulan, lalu diperpanjang.</i>
mandate-plh-of-vacant = <i>Jabatan ini kosong: untuk jabatan kosong lazimnya ditunjuk Plt.</i>
mandate-plt-of-held = <i>Jabatan ini masih ada pejabatnya: bila hanya berhalangan sementara, lazimnya ditunjuk Plh.</i>
# $name, $title (String)
mandate-person = { $name } · { $title }
mandate-by-link = Orang baru, dengan tautan
# $day (String)
mandate-today = Hari ini, { $day }
# $weekday, $day (String)
mandate-day = { $weekday }, { $day }
# $day (String); $days (Number)
mandate-working-days = { $days } hari kerja: { $day }
# $day (String); $months (Number)
mandate-months = { $months } bulan: { $day }
mandate-no-sk = Tanpa nomor SK
mandate-appoint = Tunjuk
mandate-issue-link = Buat tautan
mandate-stop = Batal

## Kabar tentang penunjukan

# $jabatan (String); $first, $last (DateTime): tanggal
acting-named = Anda ditunjuk sebagai <b>{ $jabatan }</b>, { $first } s.d. { $last }. Pada hari pertama Anda diberi tahu lagi.
# $name, $jabatan (String); $first, $last (DateTime): tanggal
acting-named-for = <b>{ $name }</b> ditunjuk sebagai <b>{ $jabatan }</b>, { $first } s.d. { $last }. Selama itu tugas jabatan ini dikirim kepadanya; Anda tetap dapat memutus dari /tugas.
# $jabatan (String); $last (DateTime): tanggal
acting-begun = Mulai sekarang Anda <b>{ $jabatan }</b>, s.d. { $last }. Tugas jabatan itu datang ke obrolan ini.
# $name, $jabatan (String); $last (DateTime): tanggal
acting-begun-for = <b>{ $name }</b> kini <b>{ $jabatan }</b>, s.d. { $last }. Selama itu tugas jabatan ini dikirim kepadanya; Anda tetap dapat memutus dari /tugas.
# $jabatan (String)
appointment-ended = Penunjukan Anda sebagai <b>{ $jabatan }</b> telah berakhir. Tugas jabatan itu tidak lagi datang ke obrolan ini.
access-locked = Akses Anda ke kantor ini dikunci, karena ponsel Anda dilaporkan hilang. Minta tautan baru dari petugas TI bila ponsel ini benar milik Anda.
# $name (String): pejabat; $jabatan (String): jabatannya
access-locked-of = 🔒 Akses <b>{ $name }</b> ({ $jabatan }) sudah dikunci. Berkas di mejanya kembali ke jabatannya. Ia masuk lagi hanya dengan tautan baru dari /kantor.
# $name, $jabatan (String)
acting-ended-for = Penunjukan <b>{ $name }</b> sebagai <b>{ $jabatan }</b> telah berakhir. Tugas jabatan ini kembali dikirim kepada Anda.
# $name, $jabatan (String)
acting-ended-vacant = Penunjukan <b>{ $name }</b> sebagai <b>{ $jabatan }</b> telah berakhir, dan jabatan itu kini kosong. Tunjuk penggantinya dari layar Kantor.

## Hari libur dan Ramadan

to-days = Hari libur dan Ramadan
days-title = <b>Hari libur dan Ramadan</b>
days-none = Tidak ada hari libur yang tercatat untuk setahun ke depan.
# $day, $reason (String)
days-own = • { $day }: { $reason } (ditambahkan di sini)
# $name, $first, $last (String)
days-season = { $name }: { $first } s.d. { $last }, menurut berkas kantor
# $name, $first, $last (String)
days-season-own = { $name }: { $first } s.d. { $last }, ditetapkan di sini
days-no-ramadan = Tanggal Ramadan belum ditetapkan.
days-estimated = <i>Hari bertanda (perkiraan) belum pasti; tanggalnya mengikuti SKB tiga menteri.</i>
days-close = Tambah hari libur
days-ramadan = Tetapkan Ramadan
# $day, $name (String)
days-remove = Hapus { $day } · { $name }
# $example (String): tanggal
closure-ask = Tulis dalam satu pesan, satu baris masing-masing: tanggal kantor tutup, lalu alasannya.

    <i>Contoh:
    { $example }
    Cuti bersama tambahan</i>
# $example (String): tanggal
ramadan-ask = Tulis dalam satu pesan, satu baris masing-masing: hari pertama Ramadan, lalu hari terakhirnya. Pada hari-hari itu berlaku jam kerja Ramadan.

    <i>Contoh tanggal: { $example }</i>
# $count (Number): berkas dengan batas baru
days-reckoned = ✓ Kalender baru sudah berlaku untuk semua berkas: batas waktu { $count } berkas dihitung ulang.
# $day (DateTime); $name (String); $count (Number): berkas dengan batas baru, atau "later" bila masih dihitung
closure-added = ✓ Kantor tutup pada <b>{ $day }</b>: { $name }. { $count ->
    [later] Batas waktu berkas yang berjalan sedang dihitung ulang; Anda diberi tahu bila selesai.
   *[other] Batas waktu { $count } berkas yang berjalan dihitung ulang.
}
# $first, $last (DateTime); $count (Number): berkas dengan batas baru, atau "later" bila masih dihitung
ramadan-set = ✓ Ramadan: <b>{ $first }</b> s.d. <b>{ $last }</b>. { $count ->
    [later] Batas waktu berkas yang berjalan sedang dihitung ulang; Anda diberi tahu bila selesai.
   *[other] Batas waktu { $count } berkas yang berjalan dihitung ulang.
}
# $day (DateTime); $name (String); $count (Number): berkas dengan batas baru, atau "later" bila masih dihitung
day-removed = ✓ Dihapus: { $day }, { $name }. { $count ->
    [later] Batas waktu berkas yang berjalan sedang dihitung ulang; Anda diberi tahu bila selesai.
   *[other] Batas waktu { $count } berkas yang berjalan dihitung ulang.
}
# $day, $hours, $reason (String)
days-opening = • { $day }: buka { $hours }, { $reason }
# $day, $hours, $reason (String)
days-opening-own = • { $day }: buka { $hours }, { $reason } (ditambahkan di sini)
days-open = Tambah hari buka
# $example (String): tanggal
opening-ask = Tulis dalam satu pesan, satu baris masing-masing: tanggal, jam buka pada hari itu, lalu alasannya. Untuk layanan hari Sabtu atau setengah hari kerja.

    <i>Contoh:
    { $example }
    08.00-12.00
    Layanan Sabtu</i>
# $day (DateTime); $hours, $name (String); $count (Number): berkas dengan batas baru, atau "later" bila masih dihitung
opening-added = ✓ Pada <b>{ $day }</b> kantor buka pukul { $hours }: { $name }. { $count ->
    [later] Batas waktu berkas yang berjalan sedang dihitung ulang; Anda diberi tahu bila selesai.
   *[other] Batas waktu { $count } berkas yang berjalan dihitung ulang.
}
# $first (DateTime)
ramadan-missing = Ramadan diperkirakan mulai sekitar <b>{ $first }</b>, dan tanggalnya belum ditetapkan di sini. Selama belum ditetapkan, batas waktu dihitung dengan jam kerja biasa. Tekan tombol di bawah, lalu <i>Tetapkan Ramadan</i>; tanggalnya masih dapat diubah setelah sidang isbat.
