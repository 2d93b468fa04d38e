### Putuskan bersama: banyak berkas pada satu langkah.

# $short, $count (String)
bulk-begin = Putuskan bersama: { $short } ({ $count })
# $title, $short (String)
bulk-title =
    <b>Putuskan bersama</b> · { $title }
    Langkah: <b>{ $short }</b>
# $at, $total, $ticked (String)
bulk-where = <b>Putuskan bersama</b> · Berkas { $at } dari { $total } · dicentang { $ticked }
bulk-tick = ✓ Centang, lanjut
bulk-leave-out = Lewati
bulk-back = ‹ Sebelumnya
# $count (String)
bulk-finish = Cukup ({ $count })
# $count, $total (String)
bulk-ticked = Dicentang { $count } dari { $total } berkas.
# $count (String)
bulk-choose = Pilih putusan untuk { $count } berkas yang sudah Anda lihat dan centang. Setiap berkas diputus sendiri-sendiri.
bulk-none-ticked = Belum ada yang dicentang. Kembali untuk melihat berkasnya, atau tutup.
# $label, $count (String)
bulk-decide = { $label } ({ $count })
bulk-stop = Tutup tanpa memutus
# $label, $count (String)
bulk-instruct = <b>{ $label }</b> untuk { $count } berkas. Pilih satu instruksi untuk semuanya, atau tulis sebagai pesan.
# $label, $count (String)
bulk-reason = <b>{ $label }</b> untuk { $count } berkas. Pilih satu alasan untuk semuanya, atau tulis sebagai pesan.
bulk-other-way = Pilih putusan lain
# $label, $done, $total (String)
bulk-done = ✓ { $label }: { $done } dari { $total } berkas.
# $left (String)
bulk-left = Masih diproses: { $left }. Pesan ini diperbarui sendiri.
# $count (String)
bulk-refused = <b>Tidak diputus: { $count }</b>
# $number, $why (String)
bulk-refused-line = <code>{ $number }</code> · { $why }
bulk-stopped = Ditutup; tidak ada yang diputus.
bulk-changed = Berkas ini berubah sejak Anda lihat. Lihat sekali lagi.
# $count (String)
bulk-give = Berikan ke rekan ({ $count })
# $count (String)
bulk-give-whom = Kepada rekan semeja yang mana { $count } berkas ini diberikan?
# $name, $count (String)
bulk-give-to = { $name } (memegang { $count })
# $name, $count (String)
bulk-give-word = { $count } berkas untuk <b>{ $name }</b>. Tulis satu pesan pengantar untuk semuanya, atau berikan tanpa pesan.
bulk-give-now = Berikan tanpa pesan
# $label, $done, $total (String)
bulk-given = ✓ Diberikan kepada { $label }: { $done } dari { $total } berkas.
# $count (String)
bulk-not-given = <b>Tidak diberikan: { $count }</b>
