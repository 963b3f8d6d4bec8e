/** A person's own quick replies (我的话术): stored, changed, deleted, put into order (RULES Q80, Q81). */
import { failure, type Reply, refused } from '#contract/errors.ts';
import {
  PERSONAL_LIMITS,
  PERSONAL_REPLIES_MAX,
  type PersonalRepliesBody,
  type PersonalWording,
} from '#contract/practice/personal-replies.ts';
import type { Shop } from '#engine/model/shop.ts';
import { listed } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';
import type { StoredPersonalReply } from '#storage/together/personal-replies.ts';
import { placeholdersOf, strayBrace, unknownPlaceholders } from './check-rows.ts';

type Needs = {
  storage: Pick<Storage, 'personalReplies' | 'locks'>;
  shops: readonly Shop[];
  now: () => number;
};
type Replies = readonly StoredPersonalReply[];
type NewReply = PersonalWording & { id: string; place?: number | undefined };
type Changed = Promise<Reply<PersonalRepliesBody>>;

export type PersonalReplies = {
  body(person: string): Promise<PersonalRepliesBody>;
  store(person: string, reply: NewReply): Changed;
  change(person: string, id: string, wording: PersonalWording & { rev: number }): Changed;
  /** One that is gone already is no fault. */
  remove(person: string, id: string): Changed;
  move(person: string, id: string, place: number): Changed;
};

/** What a desk fills as it inserts a reply (client/drill/model/quick-replies.ts). */
const FILLED = ['买家昵称', '店铺', '客户'];

export const createPersonalReplies = ({ storage, shops, now }: Needs): PersonalReplies => {
  const { personalReplies, locks } = storage;
  const known = [...new Set([...FILLED, ...placeholdersOf(shops)])];
  const variables = { filled: FILLED, gaps: known.filter((name) => !FILLED.includes(name)) };
  const bodyOf = (replies: Replies): PersonalRepliesBody => ({
    replies: replies.map(({ id, code, title, text, rev }) => ({ id, code, title, text, rev })),
    most: PERSONAL_REPLIES_MAX,
    ...{ limits: PERSONAL_LIMITS, variables },
  });

  /** Two tabs that change the list do so one after the other, each on what the other has left. */
  const changing = (person: string, change: (replies: Replies) => Reply<Replies>): Changed =>
    locks.hold(`personal replies ${person}`, async () => {
      const before = await personalReplies.ofPerson(person);
      const after = change(before);
      if (!after.ok) return after;
      if (after.value !== before) await personalReplies.put(person, after.value);
      return { ok: true, value: bodyOf(after.value) };
    });

  const faultOf = (replies: Replies, id: string, { title, text }: PersonalWording) => {
    const stray = strayBrace(text);
    const unknown = [...unknownPlaceholders(text, known), ...(stray === null ? [] : [stray])];
    if (unknown.length > 0) return failure('personal-reply-variable', listed(unknown));
    const isTaken = replies.some((reply) => reply.id !== id && sameTitle(reply.title, title));
    return isTaken ? failure('personal-reply-title', title) : null;
  };

  return {
    body: async (person) => bodyOf(await personalReplies.ofPerson(person)),
    store: (person, { id, code, title, text, place }) =>
      changing(person, (replies) => {
        const there = replies.find((reply) => reply.id === id);
        // The same request once more: its answer was lost on the way.
        if (there !== undefined)
          return hasWording(there, { code, title, text })
            ? { ok: true, value: replies }
            : refused('personal-reply-changed');
        if (replies.length >= PERSONAL_REPLIES_MAX) return refused('personal-replies-full', `${PERSONAL_REPLIES_MAX}`);
        const error = faultOf(replies, id, { code, title, text });
        if (error !== null) return { ok: false, error };
        const reply = { id, code, title, text, rev: 1, at: now() };
        return { ok: true, value: replies.toSpliced(place ?? replies.length, 0, reply) };
      }),
    change: (person, id, { rev, code, title, text }) =>
      changing(person, (replies) => {
        const there = replies.find((reply) => reply.id === id);
        if (there === undefined) return refused('unknown-personal-reply');
        if (hasWording(there, { code, title, text })) return { ok: true, value: replies };
        if (there.rev !== rev) return refused('personal-reply-changed');
        const error = faultOf(replies, id, { code, title, text });
        if (error !== null) return { ok: false, error };
        const next = { id, code, title, text, rev: rev + 1, at: now() };
        return { ok: true, value: replies.map((reply) => (reply.id === id ? next : reply)) };
      }),
    remove: (person, id) =>
      changing(person, (replies) => ({
        ok: true,
        value: replies.some((reply) => reply.id === id) ? replies.filter((reply) => reply.id !== id) : replies,
      })),
    move: (person, id, place) =>
      changing(person, (replies) => {
        const there = replies.find((reply) => reply.id === id);
        if (there === undefined) return refused('unknown-personal-reply');
        return { ok: true, value: replies.filter((reply) => reply.id !== id).toSpliced(place, 0, there) };
      }),
  };
};

const sameTitle = (a: string, b: string): boolean => folded(a) === folded(b);
const folded = (title: string): string => title.normalize('NFKC').toLowerCase();

const hasWording = (reply: StoredPersonalReply, { code, title, text }: PersonalWording): boolean =>
  reply.code === code && reply.title === title && reply.text === text;
