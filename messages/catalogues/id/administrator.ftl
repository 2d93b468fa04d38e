### Layar administrator: siapa memegang jabatan apa, dan apa yang dapat menghentikan kantor.

# $office (String)
office-title = <b>{ $office }</b>
office-posts = <b>Jabatan</b>
# $title (String): jabatan; $holders (String): nama-nama
office-post = • { $title }: { $holders }
# $title (String)
office-post-vacant = • { $title }: <b>kosong</b>
# $title (String)
office-post-invited = • { $title }: kosong, undangan terkirim
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
office-waiting = Pesan yang menunggu dikirim: { $waiting }
# $parked (Number)
office-parked = <b>Pesan masuk yang gagal diolah: { $parked }</b>. Lihat catatan sistem.
# $title (String)
office-invite = Undang { $title }
# $title (String)
office-invite-again = Undang lagi { $title }

# $title (String)
office-picture = Gambar: { $title }
# $number (String)
caption-sop = SOP { $number } dalam bentuk resmi
