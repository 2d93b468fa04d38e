### Pengambilan di kantor: siapa yang datang mengambil jawaban.

collect-ask = Siapa yang mengambil? Periksa resi dan tanda pengenalnya, lalu pilih.
collect-self = Pemohon sendiri
collect-family = Keluarga pemohon
collect-proxy = Penerima kuasa
# $who (String): fam, rep
collect-ask-name = { $who ->
    [fam] Tulis sebagai pesan nama keluarga yang mengambil, dan hubungannya. Contoh: Siti Aminah, istri.
   *[rep] Tulis sebagai pesan nama penerima kuasa, dan nomor atau tanggal surat kuasanya. Contoh: Andi Wijaya, kuasa tanggal 1 Desember 2026.
}
# $number, $name (String): nomor berkas; nama; $who (String): fam, rep
collected-told = { $who ->
    [fam] Dokumen permohonan <code>{ $number }</code> sudah diambil di kantor oleh keluarga Anda: { $name }. Bila Anda tidak mengetahuinya, segera hubungi kantor.
   *[rep] Dokumen permohonan <code>{ $number }</code> sudah diambil di kantor oleh penerima kuasa: { $name }. Bila Anda tidak mengetahuinya, segera hubungi kantor.
}
# $title, $at (String): jabatan yang menyerahkan; saat
kartu-note-collected = Diserahkan oleh { $title } kepada pemohon sendiri, { $at }
# $title, $at (String)
kartu-note-collected-family = Diserahkan oleh { $title } kepada keluarga pemohon, { $at }
# $title, $at (String)
kartu-note-collected-proxy = Diserahkan oleh { $title } kepada penerima kuasa pemohon, { $at }
# $name (String)
tanda-terima-for-family = keluarga { $name }
# $name (String)
tanda-terima-for-proxy = kuasa { $name }
