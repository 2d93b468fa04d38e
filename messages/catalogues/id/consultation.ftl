# Minta pendapat

verb-consult = Minta pendapat
consult-ask-whom = Pendapat siapa yang diminta? Boleh lebih dari satu. Berkas tetap di meja Anda.
# $title (String): jabatan
consult-option = { $title }
consult-chosen = ✓ { $title }
# $titles: semua jabatan yang dipilih
consult-ask-words = Pendapat diminta dari <b>{ $titles }</b>. Tulis pertanyaannya sekarang; /batal untuk tidak jadi.

# $number: nomor permohonan
consultation-title = <b>Permintaan pendapat</b> · { $number }
# $procedure: layanan
consultation-about = { $procedure }
# $name, $title: siapa yang bertanya; $at: kapan
consultation-asked = { $name } ({ $title }) bertanya, { $at }:
consultation-words = <blockquote>{ $words }</blockquote>
opinion-give = Beri pendapat
opinion-write = Tulis pendapat Anda dalam satu pesan; /batal untuk nanti saja.
consultation-given = Pendapat diberikan oleh { $name } ({ $title }), { $at }:
consultation-overtaken = Tidak perlu dijawab lagi: langkah itu sudah berakhir, { $at }.

# $title: jabatan; $at: kapan ditanya
task-opinion-asked = Pendapat { $title } diminta { $at }, belum ada: <i>{ $question }</i>
# $name: siapa yang menjawab
task-opinion = Pendapat { $title } ({ $name }, { $at }): <i>{ $opinion }</i>

# $number: nomor permohonan; $title: jabatan yang ditanya
opinion-late = { $title } belum memberi pendapat tentang berkas { $number }. Batas waktunya sudah lewat; { $title } sudah diingatkan.
# $number: nomor permohonan; $title: jabatan yang ditanya
opinion-unheard = { $title } belum memberi pendapat tentang berkas { $number }. Batas waktunya sudah lewat, dan tidak ada pejabat di jabatan itu yang dapat dihubungi.

# $title (String), $to (String): jabatan; $at (String): saat
kartu-note-consulted = Pendapat { $to } diminta oleh { $title }, { $at }
# $title (String): jabatan; $to (String): nama; $at (String): saat
kartu-note-advised = Pendapat { $title } ({ $to }), { $at }

disposisi-opinions = Pendapat yang diminta:
# $title (String): jabatan; $name (String): nama; $at (String): saat; $opinion (String): isi pendapat
disposisi-opinion = { $title } ({ $name }, { $at }): { $opinion }
