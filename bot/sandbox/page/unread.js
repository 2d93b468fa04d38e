/** How many messages of the bot a person has not seen yet, remembered by this browser. */

/** `id`: whose phone. `count(person)` and `read(person)` take the person as the server gives it. */
export function makeNews(id) {
  const store = `sandbox.seen.${id}`;
  let seen = null;

  function last(person) {
    return person.messages.at(-1)?.message_id ?? 0;
  }

  function begin(person) {
    const stored = Number(sessionStorage.getItem(store) ?? Number.NaN);
    // Ids begin anew when a sandbox forgets everything, and an old mark would hide all news.
    if (stored <= last(person)) return stored;
    const incoming = person.messages.filter((message) => !message.out);
    return incoming.at(-1 - person.unread)?.message_id ?? 0;
  }

  function count(person) {
    seen ??= begin(person);
    if (seen > last(person)) seen = 0;
    const unseen = (message) => !message.out && !message.deleted && message.message_id > seen;
    return person.messages.filter(unseen).length;
  }

  function read(person) {
    seen = last(person);
    sessionStorage.setItem(store, String(seen));
  }

  return { count, read };
}
