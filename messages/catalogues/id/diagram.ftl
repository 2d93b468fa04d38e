### SOP dalam bentuk resmi menurut PermenPAN-RB 35/2012: Bagian Identitas dan Bagian Flowchart.

diagram-sop = STANDAR OPERASIONAL PROSEDUR
# $procedure (String): id SOP; $version (Number)
diagram-origin = Prosedur { $procedure } versi { $version }
# $page, $pages (Number)
diagram-page = halaman { $page } dari { $pages }

## Bagian Identitas

diagram-sop-number = Nomor SOP
diagram-made-on = Tanggal Pembuatan
diagram-revised-on = Tanggal Revisi
diagram-approved-on = Tanggal Pengesahan
diagram-effective-on = Tanggal Efektif
diagram-approved-by = Disahkan oleh
diagram-nip = NIP
diagram-title = Nama SOP
diagram-legal-basis = Dasar Hukum
diagram-qualifications = Kualifikasi Pelaksana
diagram-related = Keterkaitan
diagram-equipment = Peralatan/Perlengkapan
diagram-warning = Peringatan
diagram-recording = Pencatatan dan Pendataan
# $note (String): apa yang disimpulkan dari naskah asli

## Bagian Flowchart

diagram-number = No
diagram-what = Uraian Prosedur
diagram-lanes = Pelaksana
diagram-quality = Mutu Baku
diagram-materials = Kelengkapan
diagram-limit = Waktu
diagram-output = Output
diagram-note = Keterangan
diagram-start = Mulai
diagram-end = Selesai
# Jawaban di samping panah yang keluar dari sebuah keputusan
diagram-yes = Ya
diagram-no = Tidak
