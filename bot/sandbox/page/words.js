/** What the page itself says, in two languages; what a bot says is left as it is. */
const STORE = "sandbox.language";

const WORDS = {
  id: {
    sandbox: "bak pasir / sandbox",
    clockGroup: "Jam kantor",
    clockMenu: "Majukan jam",
    clock5: "+5 menit",
    clock1: "+1 jam",
    clockNext: "Jam buka berikutnya",
    officeOpen: "Buka",
    officeClosed: "Tutup",
    language: "Bahasa halaman",
    starting: "Bot sedang dinyalakan…",
    stopped: "Bot berhenti. Pesan yang dikirim akan dijawab setelah bot menyala kembali.",
    lost: "Sandbox tidak menjawab. Masih berjalankah? Halaman ini menyambung kembali sendiri.",
    officeTrouble: "Kantor contoh tidak dapat dibuka.",
    officeMend: "Perbaiki hal di atas, hentikan sandbox dengan Ctrl-C, lalu jalankan lagi.",
    botTrouble: "Bot berhenti sendiri dan sedang dicoba dinyalakan kembali. Kata terakhirnya:",
    botMend: "Catatan lengkapnya ada di {log}. Pesan yang dikirim akan dijawab setelah bot menyala.",
    troubleSaid: "Kata terakhir sebelum berhenti",
    guide: "Cara memulai",
    guideWho: "Anda memerankan semua orang di kantor ini.",
    guideAsk: "Ajukan permohonan dari ponsel pemohon.",
    guideTurn: "Lanjutkan di ponsel yang bertanda Giliran.",
    guideClock: "Majukan jam untuk melihat batas waktu dan pengingat.",
    guideBegin: "Mulai dari ponsel {name}",
    guideClose: "Tutup petunjuk",
    turn: "Giliran",
    turnOf: "Giliran {name}",
    beginWith: "Mulai dari {name}",
    pickProcedure: "SOP yang dimainkan",
    others: "Orang lain",
    othersNews: "Orang lain, {count} pesan baru",
    samples: "Berkas contoh",
    people: "Orang-orang",
    person: "{name}, {role}",
    personNews: "{name}, {role}, {count} pesan baru",
    addPerson: "Tambah orang",
    personName: "Nama",
    personRole: "Peran",
    rolePlaceholder: "misalnya Pemohon",
    add: "Tambah",
    cancel: "Batal",
    close: "Tutup",
    nobody: "Belum ada orang di bak pasir ini.",
    procedure: "Alur pelayanan",
    showSteps: "Tampilkan alur",
    hideSteps: "Sembunyikan alur",
    pickCase: "Berkas",
    stepOf: "Langkah {n} dari {total}",
    noCase: "Belum ada berkas",
    ended: "Selesai {time}",
    left: "sisa {time}",
    late: "terlambat {time}",
    due: "batas {time}",
    days: "{days} hari {time}",
    hours: "{time} jam",
    noLimit: "tanpa batas waktu",
    done: "selesai",
    now: "sedang dikerjakan",
    ahead: "belum",
    returned: "dikembalikan",
    doneAt: "selesai {time}",
    visits: "{count} kali",
    goesBack: "{label}: kembali ke langkah {to}",
    chat: "Percakapan {name}",
    phone: "Ponsel {name}",
    write: "Tulis pesan",
    send: "Kirim",
    attach: "Lampirkan",
    asFile: "Kirim sebagai berkas",
    asPhoto: "Kirim sebagai foto",
    fileChoice: "Berkas",
    photoChoice: "Foto",
    sendAs: "Kirim sebagai",
    dropFile: "Lepaskan di sini untuk mengirim sebagai berkas",
    dropPhoto: "Lepaskan di sini untuk mengirim sebagai foto",
    sticker: "Kirim stiker",
    voice: "Kirim pesan suara",
    location: "Kirim lokasi",
    contact: "Kirim kontak",
    animation: "Kirim animasi",
    commands: "Perintah",
    keyboard: "Tombol balasan",
    start: "Mulai",
    more: "Pilihan lain",
    block: "Blokir bot",
    unblock: "Buka blokir",
    blocked: "Bot diblokir oleh orang ini.",
    typing: "bot sedang mengetik",
    toBottom: "Ke pesan terbaru",
    newMessages: "{count} pesan baru, ke pesan terbaru",
    staged: "Kirim {count} berkas",
    caption: "Keterangan (tidak wajib)",
    removeFile: "Hapus {name} dari kiriman",
    tooMany: "Paling banyak 10 berkas sekali kirim, seperti di Telegram. Hapus sebagian.",
    tooLarge: "Paling banyak 100 MB sekali kirim di sandbox ini. Hapus sebagian, atau perkecil berkasnya.",
    edited: "diedit",
    deleted: "Pesan dihapus",
    forwarded: "Diteruskan",
    reply: "Balasan atas",
    openFile: "Buka {name}",
    downloadFile: "Unduh {name}",
    photo: "Foto",
    download: "Unduh",
    newTab: "Buka di tab baru",
    protected: "Dilindungi: tidak dapat diunduh atau diteruskan",
    noPreview: "Bila isi tidak tampil, gunakan Unduh atau Buka di tab baru.",
    other_sticker: "Stiker",
    other_voice: "Pesan suara",
    other_location: "Lokasi",
    other_contact: "Kontak",
    other_animation: "Animasi",
    other: "Pesan lain: {kind}",
    copied: "Disalin",
    notCopied: "Peramban tidak mengizinkan penyalinan.",
    unanswered: "Bot belum menjawab tekanan ini.",
    pinned: "Pesan disematkan",
    ok: "Oke",
    failed: "Tidak berhasil: {reason}",
    unreachable: "bak pasir tidak dapat dihubungi",
    no_empty: "pesan harus berisi teks",
    no_tooLong: "teks paling panjang {most} huruf",
    no_files: "satu sampai {most} berkas sekali kirim",
    no_tooMuch: "paling banyak {most} MB sekali kirim",
    no_emptyFile: "berkas itu kosong",
    no_noPhoto: "berkas itu bukan foto; kirim sebagai berkas",
    no_photoShape: "ukuran foto itu tidak diterima Telegram; kirim sebagai berkas",
    no_photoTooBig: "foto itu terlalu besar; kirim sebagai berkas",
    no_blocked: "orang ini memblokir bot; buka blokirnya dahulu",
    no_noMessage: "pesan itu sudah tidak ada",
    no_noButton: "tombol itu sudah tidak ada pada pesannya",
    no_silentButton: "tombol itu tidak mengirim apa pun kepada bot",
    no_notOwn: "hanya pesan sendiri yang dapat diedit",
    no_noName: "orang itu perlu nama",
    no_backwards: "jam hanya dapat dimajukan",
  },
  en: {
    sandbox: "bak pasir / sandbox",
    clockGroup: "Office clock",
    clockMenu: "Move the clock forward",
    clock5: "+5 minutes",
    clock1: "+1 hour",
    clockNext: "Next opening",
    officeOpen: "Open",
    officeClosed: "Closed",
    language: "Language of the page",
    starting: "The bot is starting…",
    stopped: "The bot has stopped. What you send is answered when it is back.",
    lost: "The sandbox does not answer. Is it still running? This page reconnects by itself.",
    officeTrouble: "The sample office cannot be opened.",
    officeMend: "Mend what is said above, stop the sandbox with Ctrl-C, and start it again.",
    botTrouble: "The bot stopped by itself and is being started again. Its last words:",
    botMend: "All of it is in {log}. What you send is answered when the bot is back.",
    troubleSaid: "The last words before it stopped",
    guide: "How to begin",
    guideWho: "You play everybody in this office.",
    guideAsk: "Ask for a service on the applicant's phone.",
    guideTurn: "Go on with the phone that is marked Turn.",
    guideClock: "Move the clock to see limits and reminders.",
    guideBegin: "Begin on the phone of {name}",
    guideClose: "Close this guide",
    turn: "Turn",
    turnOf: "Turn: {name}",
    beginWith: "Begin with {name}",
    pickProcedure: "The SOP that is played",
    others: "Others",
    othersNews: "Others, {count} new messages",
    samples: "Sample files",
    people: "People",
    person: "{name}, {role}",
    personNews: "{name}, {role}, {count} new messages",
    addPerson: "Add a person",
    personName: "Name",
    personRole: "Role",
    rolePlaceholder: "for example Applicant",
    add: "Add",
    cancel: "Cancel",
    close: "Close",
    nobody: "There is nobody in this sandbox yet.",
    procedure: "Procedure",
    showSteps: "Show the steps",
    hideSteps: "Hide the steps",
    pickCase: "Case",
    stepOf: "Step {n} of {total}",
    noCase: "No case yet",
    ended: "Finished {time}",
    left: "{time} left",
    late: "late by {time}",
    due: "due {time}",
    days: "{days} d {time}",
    hours: "{time} h",
    noLimit: "no limit",
    done: "done",
    now: "in progress",
    ahead: "ahead",
    returned: "returned",
    doneAt: "done {time}",
    visits: "{count} times",
    goesBack: "{label}: back to step {to}",
    chat: "Chat of {name}",
    phone: "Phone of {name}",
    write: "Write a message",
    send: "Send",
    attach: "Attach",
    asFile: "Send as a file",
    asPhoto: "Send as a photo",
    fileChoice: "File",
    photoChoice: "Photo",
    sendAs: "Send as",
    dropFile: "Drop here to send as a file",
    dropPhoto: "Drop here to send as a photo",
    sticker: "Send a sticker",
    voice: "Send a voice message",
    location: "Send a location",
    contact: "Send a contact",
    animation: "Send an animation",
    commands: "Commands",
    keyboard: "Reply buttons",
    start: "Start",
    more: "More",
    block: "Block the bot",
    unblock: "Unblock",
    blocked: "This person has blocked the bot.",
    typing: "bot is typing",
    toBottom: "To the newest message",
    newMessages: "{count} new messages, to the newest",
    staged: "Send {count} files",
    caption: "Caption (optional)",
    removeFile: "Remove {name}",
    tooMany: "At most 10 files at a time, as in Telegram. Remove some.",
    tooLarge: "At most 100 MB at a time in this sandbox. Remove some, or make the file smaller.",
    edited: "edited",
    deleted: "Message deleted",
    forwarded: "Forwarded",
    reply: "In reply to",
    openFile: "Open {name}",
    downloadFile: "Download {name}",
    photo: "Photo",
    download: "Download",
    newTab: "Open in a new tab",
    protected: "Protected: cannot be downloaded or forwarded",
    noPreview: "If nothing shows here, use Download or Open in a new tab.",
    other_sticker: "Sticker",
    other_voice: "Voice message",
    other_location: "Location",
    other_contact: "Contact",
    other_animation: "Animation",
    other: "Other message: {kind}",
    copied: "Copied",
    notCopied: "The browser does not allow copying.",
    unanswered: "The bot has not answered this press yet.",
    pinned: "Pinned message",
    ok: "OK",
    failed: "That did not work: {reason}",
    unreachable: "the sandbox cannot be reached",
    no_empty: "a message needs text",
    no_tooLong: "at most {most} characters",
    no_files: "one to {most} files at a time",
    no_tooMuch: "at most {most} MB at a time",
    no_emptyFile: "the file is empty",
    no_noPhoto: "that is no photo; send it as a file",
    no_photoShape: "Telegram does not take a photo of that shape; send it as a file",
    no_photoTooBig: "the photo is too big; send it as a file",
    no_blocked: "this person has blocked the bot; unblock it first",
    no_noMessage: "that message is gone",
    no_noButton: "that button is no longer on its message",
    no_silentButton: "that button tells the bot nothing",
    no_notOwn: "only an own message can be edited",
    no_noName: "a person needs a name",
    no_backwards: "the clock only goes forward",
  },
};

let language = remembered();
const listeners = new Set();

function remembered() {
  try {
    return localStorage.getItem(STORE) === "en" ? "en" : "id";
  } catch {
    return "id";
  }
}

export const inLanguage = () => language;
export const locale = () => (language === "id" ? "id-ID" : "en-GB");
export const has = (key) => key in WORDS[language];

export function words(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** Puts a sentence into a node, now and after every change of language. */
export function worded(node, key, values = {}) {
  node.dataset.say = JSON.stringify([key, values]);
  node.textContent = words(key, values);
}

/** The same for what a node is called: its accessible name and its tooltip. */
export function labelled(node, key, values = {}) {
  node.dataset.label = JSON.stringify([key, values]);
  const name = words(key, values);
  if (node.tagName === "TEXTAREA" || node.tagName === "INPUT") node.placeholder = name;
  else if (node.tagName === "BUTTON" || node.tagName === "A") node.title = name;
  node.setAttribute("aria-label", name);
}

export function setLanguage(chosen) {
  language = chosen;
  try {
    localStorage.setItem(STORE, chosen);
  } catch {
    // A browser that keeps nothing still shows the chosen language until it is closed.
  }
  reword();
  for (const listener of listeners) listener();
}

export function onLanguage(listener) {
  listeners.add(listener);
}

export function reword() {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-say]")) {
    worded(node, ...JSON.parse(node.dataset.say));
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    labelled(node, ...JSON.parse(node.dataset.label));
  }
}
