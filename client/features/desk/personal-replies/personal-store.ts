/** 我的话术 of whoever is signed in, as the server has it: each change is answered with the whole list. */

import { create } from 'zustand';
import { type Answer, call, type Trouble } from '#client/lib/api.ts';
import { say } from '#client/lib/messages.ts';
import type { PersonalRepliesBody, PersonalReply } from '#contract/practice/personal-replies.ts';
import { usePersonalList } from './personal-list.ts';

type State = {
  /** Whose it is; null: nobody's list is loaded or on its way. */
  person: string | null;
  body: PersonalRepliesBody | null;
  /** Why it couldn't be loaded. What was loaded before stays. */
  error: Trouble | null;
};
const NOBODY: State = { person: null, body: null, error: null };
export const usePersonalReplies = create<State>(() => NOBODY);
const get = usePersonalReplies.getState;
const set = usePersonalReplies.setState;

/** Answers of changes so far: a list that was asked for before one of them is older. */
let changes = 0;

const show = (body: PersonalRepliesBody): void => {
  set({ body, error: null });
  const group = say('personal-replies:group');
  usePersonalList.setState({
    replies: body.replies.map(({ id, code, title, text }) => ({
      ...{ id: `mine:${id}`, code, title, text, group, mine: true as const },
    })),
  });
};

/** Nobody's replies stand on the desk from now on. */
export const hidePersonalReplies = (): void => {
  set(NOBODY, true);
  if (usePersonalList.getState().replies.length > 0) usePersonalList.setState({ replies: [] });
};

/** Asks again; the old list stands meanwhile. */
export const loadPersonalReplies = async (person: string): Promise<void> => {
  if (get().person !== person) {
    hidePersonalReplies();
    set({ person });
  }
  const before = changes;
  const answer = await call('GET /api/personal-replies');
  if (get().person !== person || before !== changes) return;
  if (answer.ok) show(answer.value);
  else set({ error: answer.error });
};

const changed = async (request: Promise<Answer<PersonalRepliesBody>>): Promise<Answer<PersonalRepliesBody>> => {
  const { person } = get();
  const answer = await request;
  if (!answer.ok || get().person !== person) return answer;
  changes += 1;
  show(answer.value);
  return answer;
};

export type Wording = Pick<PersonalReply, 'code' | 'title' | 'text'>;
/** `place`: where it stood; left out: last. Sent again with its id, it is stored once (RULES Q81). */
export const storePersonalReply = (id: string, { code, title, text }: Wording, place?: number) =>
  changed(call('POST /api/personal-replies', {}, { id, code, title, text, ...(place !== undefined && { place }) }));
export const changePersonalReply = (id: string, rev: number, { code, title, text }: Wording) =>
  changed(call('POST /api/personal-replies/:id', { id }, { rev, code, title, text }));
export const removePersonalReply = (id: string) => changed(call('POST /api/personal-replies/:id/remove', { id }));
export const movePersonalReply = (id: string, place: number) =>
  changed(call('POST /api/personal-replies/:id/move', { id }, { place }));
