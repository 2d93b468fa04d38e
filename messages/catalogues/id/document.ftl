### Naskah dinas: resi, lembar disposisi, surat jawaban, kartu kendali, tanda terima, SK Tim.

## Setiap naskah

# Tanda air pada naskah latihan
paper-sample = CONTOH
# Tanda air pada naskah yang belum ditandatangani
paper-draft = KONSEP
paper-sample-warning = CONTOH · naskah latihan, tidak berlaku sebagai naskah dinas
# $code (String): kode verifikasi
paper-check = Keaslian naskah ini dapat diperiksa dengan memindai kode QR. Kode verifikasi: <b>{ $code }</b>
# $code (String): kode verifikasi
paper-code = Kode verifikasi: <b>{ $code }</b>
# $procedure (String): nama dan versi SOP; $page, $pages (Number)
paper-page = Prosedur { $procedure } · halaman { $page } dari { $pages }
# $number (String): nomor naskah
paper-number = No. { $number }
paper-service = Layanan
paper-applicant = Pemohon
paper-nik = NIK
# $nip (String)
paper-nip = NIP { $nip }
# $at (String): hari, tanggal, dan jam
paper-signed = <b>Ditandatangani secara elektronik</b><br/>{ $at }
paper-vacant = (jabatan ini sedang kosong)
# $office (String): name of the office; $at (String): tanggal dan jam
paper-sealed = <b>Segel elektronik</b><br/>{ $office }<br/>{ $at }
paper-paraf = Paraf
paper-paraf-jabatan = Jabatan
paper-paraf-name = Nama
paper-enclosed = Berkas yang menyertai surat ini
paper-sha256 = Sidik SHA-256
paper-tembusan = Tembusan:

## Resi

resi-title = RESI PERMOHONAN
resi-number = Nomor registrasi
resi-received = Diterima
resi-position = Diteruskan ke
# $position, $lane (String): jabatan yang memegang berkas
resi-step = { $position } · { $lane }
resi-due = Batas langkah ini
resi-no-due = tanpa batas waktu
# Bila setiap batas waktu yang tersisa dipenuhi
resi-expected = Perkiraan selesai
resi-not-expected = belum dapat diperkirakan
resi-handed-in = Berkas yang diserahkan
resi-free = Layanan ini gratis.
resi-how = Simpan resi ini. Perkembangan berkas disampaikan melalui Telegram.
resi-how-at-counter = Simpan resi ini dan jangan berikan kodenya kepada orang lain.
resi-scan = Pindai untuk memeriksa keaslian resi ini.
resi-scan-to-follow = Pindai untuk mengikuti berkas ini di Telegram.

## Lembar disposisi

disposisi-title = LEMBAR DISPOSISI
disposisi-from = Surat dari
disposisi-number = No. surat
disposisi-letter-on = Tgl. surat
disposisi-received = Diterima tgl.
disposisi-agenda = No. agenda
disposisi-sifat = Sifat
disposisi-perihal = Perihal
disposisi-forwarded = Diteruskan kepada Sdr.:
disposisi-instructions = Dengan hormat harap:
disposisi-no = No.
disposisi-giver = Dari
disposisi-to = Kepada
disposisi-text = Isi disposisi
disposisi-at = Tanggal
disposisi-paraf = Paraf

## Lembar isian

isian-title = LEMBAR ISIAN
# Jam dibuatnya lembar ini: isian dapat berubah sesudahnya
isian-as-of = Keadaan pada
isian-asked = Isian dan berkas permohonan
isian-added = Isian dan berkas kantor
isian-no = No.
isian-question = Pertanyaan atau persyaratan
isian-answer = Jawaban atau berkas

## Surat jawaban

letter-number = Nomor
letter-sifat = Sifat
letter-lampiran = Lampiran
letter-hal = Hal
letter-to = Yth.

## Kartu kendali

kendali-title = KARTU KENDALI
kendali-number = No. registrasi
kendali-opened = Dibuka
kendali-closed = Ditutup
kendali-open = belum selesai
kendali-no = No.
kendali-step = Langkah
kendali-holder = Jabatan dan petugas
kendali-from = Diserahkan oleh, pada
kendali-received = Diterima
kendali-done = Selesai
kendali-limit = Batas
kendali-waiting = Menunggu
kendali-working = Dikerjakan
kendali-over = Selisih
kendali-outcome = Hasil
kendali-in-hand = sedang dikerjakan
kendali-not-taken = belum diterima
# $outcome (String): yang ditarik kembali
kendali-undone = <strike>{ $outcome }</strike> ditarik kembali
kendali-recalled = ditarik kembali sebelum diterima
kendali-paraf = Paraf
# $step (String): nomor seperti tercetak pada SOP, juga "3a"
kendali-step-number = Langkah { $step }
kendali-total-applicant = Jumlah pada pemohon (waktu sebenarnya)
kendali-total-office = Jumlah pada petugas (jam kerja)
# $span (String): jam:menit:detik
kendali-late = <b>lewat { $span }</b>
# $span (String): jam:menit:detik
kendali-in-time = sisa { $span }
kendali-no-limit-mark = –
# $mark (String): paraf petugas
kendali-paraf-in = terima { $mark }
# $mark (String): paraf petugas
kendali-paraf-out = serah { $mark }
# $late, $rows (Number)
kendali-late-rows = Lewat batas waktu: { $late } dari { $rows } langkah petugas.
# $zone (String): WIB, WITA, atau WIT
kendali-legend = Lama waktu ditulis jam:menit:detik; pada petugas dihitung menurut jam kerja, pada pemohon menurut waktu sebenarnya. Tanggal dan jam dalam { $zone }. Paraf dibubuhkan secara elektronik saat berkas diterima dan diserahkan.
# $zone (String)
kendali-legend-office = Lama waktu ditulis jam:menit:detik dan dihitung menurut jam kerja. Tanggal dan jam dalam { $zone }. Paraf dibubuhkan secara elektronik saat berkas diterima dan diserahkan.
# $number (Number): nomor baris
kendali-see-note = catatan { $number } di bawah
# $title (String): what was asked for
kendali-mark-missing = { $title }: tidak ada
# $title (String): what was asked for
kendali-mark-unclear = { $title }: buram
# $title (String): what was asked for
kendali-mark-wrong = { $title }: salah
kendali-notes = Catatan
kendali-own-request = Pemohon dan pemeriksa orang yang sama; pemisahan tugas dikecualikan.
kendali-own-paraf = Paraf dan tanda tangan dari orang yang sama; pemisahan tugas dikecualikan.
# $number (Number): nomor baris; $lane (String): jabatan
kendali-note-of = Catatan { $number } · { $lane }

## Tanda terima

tanda-terima-title = TANDA TERIMA
tanda-terima-number = Nomor registrasi
tanda-terima-at = Diterima pada
tanda-terima-items = Telah diterima:
tanda-terima-item-no = No.
tanda-terima-item = Naskah
tanda-terima-item-number = Nomor
tanda-terima-giver = Yang menyerahkan
tanda-terima-taker = Yang menerima
tanda-terima-electronic = Penyerahan dan penerimaan dinyatakan secara elektronik melalui Telegram.
tanda-terima-at-counter = Penyerahan di kantor dicatat secara elektronik oleh petugas; penerimaannya ditandatangani di atas.

## SK Tim

# $decider (String): jabatan dengan huruf kapital
sk-title = KEPUTUSAN { $decider }
# $number (String)
sk-number = NOMOR { $number }
sk-about = TENTANG
# $decider (String): jabatan dengan huruf kapital
sk-by = { $decider },
sk-considering = Menimbang
sk-remembering = Mengingat
sk-decides = MEMUTUSKAN:
sk-stipulating = Menetapkan
# $decider (String): jabatan dengan huruf kapital
sk-decision = KEPUTUSAN { $decider } TENTANG
sk-members = Susunan tim
sk-member-no = No.
sk-member-name = Nama
sk-member-jabatan = Jabatan
sk-member-role = Kedudukan dalam tim
# $place (String)
sk-decided-in = Ditetapkan di { $place }
# $day (String): tanggal
sk-decided-on = pada tanggal { $day }
# $service, $subject (String): layanan dan pokok berkas, dengan huruf kapital
sk-on = PEMBENTUKAN TIM { $service } { $subject }
# $service, $subject (String)
sk-need = bahwa untuk melaksanakan { $service } { $subject } perlu dibentuk tim;
sk-fit = bahwa pegawai yang namanya tercantum dalam keputusan ini dipandang mampu melaksanakan tugas tersebut.
sk-form = Membentuk tim dengan susunan sebagaimana tercantum dalam keputusan ini.
# Bunyi langkah dalam SOP mengikuti
sk-work = Tim sebagaimana dimaksud dalam diktum KESATU bertugas
sk-from-today = Keputusan ini mulai berlaku pada tanggal ditetapkan.
sk-role-leader = Ketua
sk-role = Anggota
# $at (String): hari, tanggal, dan jam
sk-decided = <b>Ditetapkan secara elektronik</b><br/>{ $at }<br/>tanpa sertifikat elektronik
