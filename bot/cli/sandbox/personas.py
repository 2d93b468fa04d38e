"""The invented people of the sandbox: one for each jabatan, an applicant, the IT person."""

from dataclasses import dataclass

from workflow.ids import JabatanId
from workflow.office import Office


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody with a phone in the sandbox; invented, as is the office."""

    id: int
    name: str
    role: str
    jabatan: JabatanId | None = None
    administrator: bool = False
    nip: str = ""
    rank: str = ""


APPLICANT = Persona(1001, "Rina Wulandari", "Pemohon")
IT_PERSON = Persona(1002, "Bayu Pratama", "Petugas TI", administrator=True)
FIRST_OFFICER = 1011

_NAMES = (
    ("Dr. Hj. Ratna Kusumawati, M.Si", "197003121995032001", "Pembina Utama Muda (IV/c)"),
    ("Drs. Agus Hermawan, M.M", "197208171997031002", "Pembina Tingkat I (IV/b)"),
    ("Sri Mulyani Rahayu, S.Kom, M.T", "197811052003122003", "Pembina (IV/a)"),
    ("Dedi Kurniawan, S.Si", "198304222008011004", "Penata Tingkat I (III/d)"),
    ("Maya Puspitasari, S.Kom", "199001152014022001", "Penata (III/c)"),
    ("Dewi Anggraini, A.Md", "199207092016012002", "Penata Muda (III/a)"),
    ("Yusuf Maulana, S.Stat", "198612302010011003", "Penata (III/c)"),
    ("Lestari Handayani, S.E", "198809182012022004", "Penata Muda Tingkat I (III/b)"),
    ("Hendra Wijaya, S.Sos, M.AP", "197506142000031005", "Pembina (IV/a)"),
    ("Nurul Hidayati, S.Kom", "198402272009022006", "Penata Tingkat I (III/d)"),
    ("Rudi Hartono, S.T", "197909092005011007", "Penata Tingkat I (III/d)"),
    ("Fitriani Siregar, S.Kom", "199103182015032008", "Penata Muda Tingkat I (III/b)"),
    ("Drs. Bambang Sutrisno", "197011051993031009", "Pembina Tingkat I (IV/b)"),
    ("Yuliana Pratiwi, S.H", "198006212006042010", "Penata Tingkat I (III/d)"),
    ("Arif Rahman Hakim, S.IP", "198212012008011011", "Penata (III/c)"),
    ("Siti Aminah Lubis, S.H", "198508152011012012", "Penata (III/c)"),
    ("Eko Prasetyo, S.Sos", "198704102012011013", "Penata Muda Tingkat I (III/b)"),
    ("Wahyu Nugroho, A.Md", "199405222018011014", "Pengatur (II/c)"),
)


def officers_of(office: Office) -> list[Persona]:
    """One invented officer for each jabatan, in the order of the office file."""
    found = []
    for index, (jabatan, post) in enumerate(office.jabatan.items()):
        name, nip, rank = _NAMES[index % len(_NAMES)]
        found.append(Persona(FIRST_OFFICER + index, name, post.title, jabatan, nip=nip, rank=rank))
    return found
