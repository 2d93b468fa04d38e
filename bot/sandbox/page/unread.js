/** How many messages of the bot a person has not looked at; the sandbox counts, for every tab alike. */
import * as api from "./api.js";

/** `id`: whose phone. `count(person)` and `read(person)` take the person as the server gives it. */
export function makeNews(id) {
  let seen = 0;

  function unseen(person) {
    const incoming = person.messages.filter((message) => !message.out);
    const news = person.unread > 0 ? incoming.slice(-person.unread) : [];
    return news.filter((message) => !message.deleted && message.message_id > seen);
  }

  function read(person) {
    const newest = unseen(person).at(-1);
    if (!newest) return;
    seen = newest.message_id;
    // Should it get lost, the badge comes back with the next page: no harm done.
    api.read(id).catch(() => {});
  }

  return { count: (person) => unseen(person).length, first: (person) => unseen(person)[0], read };
}
