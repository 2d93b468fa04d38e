### Berkas yang ditunda: penundaan (Tunda), dan batas waktu yang menunggu.

## Kartu kendali di obrolan

# $by (String): jabatan; $at (String): saat; $words (String): sebab
kartu-held = ⏸ Ditunda { $by }, { $at }: { $words }
# $by (String): jabatan; $at (String): saat; $words (String): yang ditanyakan
kartu-asked = ⏸ Pemohon ditanyai { $by }, { $at }: { $words }
# $by (String): jabatan; $at (String): saat; $words (String): sebab
kartu-unstopped = ⏸ Ditunda { $by }, { $at }: { $words } (batas waktu tetap berjalan)
# $until (String): tanggal
kartu-held-until = Rencana sampai { $until }
# $by (String): jabatan; $at (String): saat
kartu-held-agreed = Disetujui { $by }, { $at }
# $by (String): jabatan; $at (String): saat
kartu-lifted = Dilanjutkan { $by }, { $at }
# $at (String): saat
kartu-held-decided = Berakhir dengan keputusan, { $at }
# $at (String): saat
kartu-held-taken-back = Berakhir karena berkas ditarik kembali, { $at }
kartu-still-held = Masih ditunda
# $whose (String): waktu siapa; $span (String): lama waktu
kartu-held-span = { $whose ->
    [system] Menunggu sistem di luar kantor { $span }; batas waktu tidak berjalan
    [applicant] Menunggu pemohon { $span }; batas waktu tidak berjalan
   *[office] Menunggu { $span }; batas waktu tidak berjalan
}
# $at (String): saat
kartu-went-on = Dilanjutkan { $at }
# $working (String): lama waktu
kartu-worked = Dikerjakan { $working }

## Kartu kendali di atas kertas

kendali-broken-off = dijeda
kendali-held = ditunda
kendali-asked = menunggu pemohon
# $words (String): sebab; $by (String): jabatan
kendali-held-words = Ditunda { $by }: { $words }.
# $words (String): sebab; $by (String): jabatan
kendali-unstopped-words = Ditunda { $by }, batas waktu tetap berjalan: { $words }.
# $words (String): yang ditanyakan; $by (String): jabatan
kendali-asked-words = Pemohon ditanyai { $by }: { $words }.
# $until (String): tanggal
kendali-held-until = Rencana sampai { $until }.
# $by (String): jabatan
kendali-held-agreed = Disetujui { $by }.
# $by (String): jabatan
kendali-lifted = Dilanjutkan { $by }.
kendali-held-decided = Berakhir dengan keputusan.
kendali-held-taken-back = Berakhir karena berkas ditarik kembali.
kendali-total-system = Jumlah pada sistem di luar kantor (jam kerja)
kendali-legend-paused = Selama berkas dijeda batas waktu tidak berjalan; waktu menunggu sistem di luar kantor dihitung tersendiri, menurut jam kerja.
# $life (String): jam:menit:detik; $parts (String): bagian-bagiannya, dihubungkan tanda tambah
kendali-life = Umur berkas { $life } = { $parts }.
# $span (String): jam:menit:detik
kendali-part-applicant = pada pemohon { $span }
# $span (String): jam:menit:detik
kendali-part-waiting = menunggu petugas { $span }
# $span (String): jam:menit:detik
kendali-part-working = dikerjakan { $span }
# $span (String): jam:menit:detik
kendali-part-system = pada sistem di luar kantor { $span }
# $span (String): jam:menit:detik
kendali-part-outside = di luar jam kerja { $span }
