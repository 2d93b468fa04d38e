"""Pairs of requests that are one person's, and pairs that only look so, made by a seed.

The spellings are those of forms, cards and older papers; they are written down here without the
rules of the product, so that the one can be held against the other.
"""

import random

from workflow.duplicates import Claimant

FIRST = (
    *("Muhammad", "Ahmad", "Siti", "Rina", "Budi", "Dewi", "Joko", "Sri", "Agus", "Nur", "Yusuf"),
    *("Rizki", "Fitri", "Zainal", "Syarif", "Khairul", "Eko", "Wahyu", "Putri", "Dian", "Fajar"),
    *("Aisyah", "Fatimah", "Abdul", "Hendra", "Indra", "Lestari", "Ratna", "Sulastri", "Taufik"),
)
LAST = (
    *("Santoso", "Wulandari", "Hidayat", "Suryani", "Kusuma", "Nugroho", "Rahman", "Setiawan"),
    *("Cahyono", "Wijaya", "Saputra", "Maharani", "Nasution", "Siregar", "Handayani", "Rahayu"),
    *("Purnomo", "Sukarno", "Suyono", "Firmansyah", "Azzahra", "Ramadhan", "Aminah", "Hartono"),
    *("Anggraini", "Permata", "Pratama", "Yulianti", "Gunawan", "Sutrisno", "Mulyani", "Halim"),
)
# How the same is written elsewhere: on a birth certificate of 1950, by a clerk, by the family.
SPELLINGS = (
    *(("u", "oe"), ("c", "tj"), ("j", "dj"), ("y", "j"), ("sy", "sj"), ("kh", "ch"), ("z", "s")),
    *(("f", "v"), ("i", "ie"), ("d", "dh"), ("k", "q"), ("r", "rr"), ("n", "nn"), ("t", "th")),
    *(("ti", "ty"), ("ni", "ny"), ("ri", "ry"), ("ks", "x"), ("z", "dz"), ("ah ", "a ")),
)
FORMS_OF_MUHAMMAD = ("Moh.", "Muh.", "Mohd", "Mhd.", "Mochammad", "Mohammad", "Muhamad", "M.")
BEFORE = ("H.", "Hj.", "Drs.", "Dr.", "Ir.", "Bapak", "Ibu")
BEHIND = (", S.Kom", ", S.H., M.H.", ", S.Pd", " S.E", ", A.Md", " M.Si")
# Names of twins, as families make them.
TWINS = (
    *(("Hasan", "Husein"), ("Rina", "Rini"), ("Dewi", "Dewa"), ("Ahmad Fauzan", "Ahmad Fauzi")),
    *(("Putra", "Putri"), ("Aisyah", "Aisyi"), ("Rizka", "Rizki"), ("Dian", "Dina")),
    *(("Nakula", "Sadewa"), ("Yanto", "Yanti"), ("Andi", "Anda"), ("Salsa", "Salma")),
    *(("Muhammad Hasan", "Muhammad Husein"), ("Siti Aisyah", "Siti Asiyah")),
)


class Planting:
    def __init__(self, seed):
        self._random = random.Random(seed)

    def positives(self, count):
        return [self._twice() for _ in range(count)]

    def negatives(self, count):
        kinds = (self._namesakes, self._twins, self._children, self._household, self._strangers)
        return [kinds[place % len(kinds)]() for place in range(count)]

    def _pick(self, among):
        return self._random.choice(among)

    def _name(self):
        words = [self._pick(FIRST), *self._random.sample(LAST, self._pick((1, 1, 2)))]
        return " ".join(words)

    def _nik(self):
        region = f"{self._pick((31, 32, 33, 35, 73))}{self._random.randint(101, 9999):04d}"
        day = self._random.randint(1, 28) + self._pick((0, 40))
        born = f"{day:02d}{self._random.randint(1, 12):02d}{self._random.randint(0, 99):02d}"
        return f"{region}{born}{self._random.randint(1, 40):04d}"

    def _phone(self):
        return f"+628{self._random.randint(10**8, 10**9 - 1)}"

    def _somebody(self, **known):
        usual = {"name": self._name(), "nik": self._nik(), "phone": self._phone()}
        return Claimant(**(usual | known))

    def _twice(self):
        one = self._somebody()
        name = self._varied(one.name)
        way = self._random.random()
        if way < 0.6:
            phone = self._pick((one.phone, self._phone()))
            return one, Claimant(name=name, nik=one.nik, phone=phone)
        if way < 0.8:
            name = self._varied(one.name)
            return one, Claimant(name=name, nik=self._slipped(one.nik), phone=one.phone)
        if way < 0.9:
            child = self._name()
            about = ((child,), (self._spelled(child),))
            return (
                Claimant(name=one.name, nik=one.nik, phone=one.phone, about=about[0]),
                Claimant(name=name, nik=one.nik, phone=one.phone, about=about[1]),
            )
        return one, Claimant(name=self._varied(one.name), phone=one.phone)

    def _varied(self, name):
        """One or two of these; titles come last, for nobody misspells them."""
        ways = (self._spelled, self._mistyped, self._shortened, str)
        return self._pick((self._dressed, str.upper, str))(self._pick(ways)(self._spelled(name)))

    def _spelled(self, name):
        if "Muhammad" in name:
            name = name.replace("Muhammad", self._pick(FORMS_OF_MUHAMMAD))
        known = [one for one in SPELLINGS if one[0] in name and "." not in name]
        return name.replace(*self._pick(known), 1) if known else name

    def _dressed(self, name):
        before, behind = self._pick((*BEFORE, "", "")), self._pick((*BEHIND, ""))
        return f"{before} {name}{behind}".strip()

    def _mistyped(self, name):
        word = max(name.split(), key=len)
        at = self._random.randrange(1, len(word) - 1)
        changed = self._pick(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + self._pick("aeinrs") + word[at:],
            )
        )
        return name.replace(word, changed, 1)

    def _shortened(self, name):
        words = name.split()
        return " ".join(words[:-1]) if len(words) > 2 else name

    def _slipped(self, nik):
        """A digit mistaken, or two changed over, where a thumb slips: not in the order."""
        at = self._random.randrange(11)
        if self._random.random() < 0.5 and nik[at] != nik[at + 1]:
            return nik[:at] + nik[at + 1] + nik[at] + nik[at + 2 :]
        return nik[:at] + str((int(nik[at]) + self._random.randint(1, 9)) % 10) + nik[at + 1 :]

    def _namesakes(self):
        one = self._somebody()
        known = self._pick(({}, {"nik": ""}, {"nik": one.nik[:6] + self._nik()[6:]}))
        return one, self._somebody(name=self._varied(one.name), **known)

    def _twins(self):
        (first, second), family = self._pick(TWINS), self._pick(LAST)
        one = self._somebody(name=f"{first} {family}")
        order = int(one.nik[12:]) + 1
        nik = self._pick((f"{one.nik[:12]}{order:04d}", ""))
        return one, Claimant(name=f"{second} {family}", nik=nik, phone=one.phone)

    def _children(self):
        """One parent asks for each of two."""
        one, (first, second), family = self._somebody(), self._pick(TWINS), self._pick(LAST)
        return tuple(
            Claimant(name=one.name, nik=one.nik, phone=one.phone, about=(f"{child} {family}",))
            for child in (first, second)
        )

    def _household(self):
        one = self._somebody()
        nik, name = self._pick((self._nik(), "")), self._of_the_same_house(one.name)
        return one, Claimant(name=name, nik=nik, phone=one.phone)

    def _of_the_same_house(self, name):
        first = self._pick([one for one in FIRST if one not in name])
        return f"{first} {name.split()[-1]}"

    def _strangers(self):
        return self._somebody(), self._somebody()
