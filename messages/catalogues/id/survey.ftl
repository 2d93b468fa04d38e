### Survei Kepuasan Masyarakat (SKM): sembilan unsur, dan hasilnya.

# $number, $title (String)
survey-title =
    <b>Survei Kepuasan Masyarakat</b> · <code>{ $number }</code>
    { $title }
survey-why = Sembilan pertanyaan singkat tentang pelayanan tadi. Boleh dilewati. Jawaban dapat diubah selama satu hari; sesudah itu tidak ada yang tahu siapa yang menjawab.
# $at, $total (String)
survey-where = Pertanyaan { $at } dari { $total }
survey-u1 = <b>Bagaimana kesesuaian persyaratan dengan jenis pelayanannya?</b>
survey-u2 = <b>Bagaimana kemudahan prosedur pelayanannya?</b>
survey-u3 = <b>Bagaimana kecepatan waktu pelayanannya?</b>
survey-u4 = <b>Bagaimana kewajaran biayanya? Layanan ini gratis.</b>
survey-u5 = <b>Bagaimana kesesuaian hasilnya dengan yang Anda minta?</b>
survey-u6 = <b>Bagaimana kemampuan petugas yang melayani?</b>
survey-u7 = <b>Bagaimana kesopanan dan keramahan petugas?</b>
survey-u8 = <b>Bagaimana penanganan pengaduan, saran, dan masukan?</b>
survey-u9 = <b>Bagaimana kualitas sarana dan prasarananya, termasuk bot ini?</b>
survey-name-u1 = Persyaratan
survey-name-u2 = Sistem, mekanisme, dan prosedur
survey-name-u3 = Waktu penyelesaian
survey-name-u4 = Biaya/tarif
survey-name-u5 = Produk pelayanan
survey-name-u6 = Kompetensi pelaksana
survey-name-u7 = Perilaku pelaksana
survey-name-u8 = Penanganan pengaduan
survey-name-u9 = Sarana dan prasarana
survey-value-1 = 1 · Tidak baik
survey-value-2 = 2 · Kurang baik
survey-value-3 = 3 · Baik
survey-value-4 = 4 · Sangat baik
survey-skip = Lewati
survey-finish = Selesai
survey-change = Ubah jawaban
# $name, $value (String)
survey-line = { $name }: { $value }
# $until (String)
survey-thanks = ✓ Terima kasih. Jawaban dapat diubah sampai { $until }.
# $until (String)
survey-nothing = Tidak ada yang dijawab. Bila berubah pikiran, jawab sampai { $until }.
survey-closed = ✓ Survei ini sudah ditutup. Terima kasih.
survey-enter = Isi survei (SKM) dari kertas
satisfaction-none = Belum ada jawaban Survei Kepuasan Masyarakat. Pemohon ditanya sekali setelah jawabannya disampaikan, dan jawabannya dihitung sehari kemudian.
# $month (String)
satisfaction-title = <b>Survei Kepuasan Masyarakat</b> · { $month }
# $count (String)
satisfaction-count = Responden: { $count }
# $index, $grade (String)
satisfaction-index = <b>IKM { $index }</b> · mutu <b>{ $grade }</b>
satisfaction-incomplete = IKM belum dapat dihitung: ada unsur yang belum dijawab siapa pun.
# $name, $value (String)
satisfaction-line = { $name }: { $value }
satisfaction-how = Nilai rata-rata 1 sampai 4; setiap unsur berbobot sepersembilan (PermenPAN-RB 14/2017).
satisfaction-older = Bulan sebelumnya
satisfaction-newer = Bulan berikutnya
# $whole, $part (String)
satisfaction-number = { $whole },{ $part }
command-skm = Hasil survei kepuasan (SKM)
# $title, $at (String): jabatan loket; saat
kartu-note-surveyed = Survei (SKM) pemohon di kertas diisikan oleh { $title }, { $at }
