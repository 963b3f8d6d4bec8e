import type { JudgeRequest } from '#engine/model/judge-request.ts';

/** A request to judge one turn of one message, with nothing said before it; `more` sets the rest. */
export const oneTurn = (scenario: string, text: string, more: Partial<JudgeRequest> = {}): JudgeRequest => ({
  contentHash: '',
  conversation: 'c1',
  turn: 1,
  scenario,
  words: { text, said: [{ id: 'm1', text, start: 0 }] },
  customer: '',
  points: [],
  questions: [],
  awaits: [],
  facts: [],
  deeds: { named: [], open: [] },
  latest: [],
  secrets: [],
  owner: null,
  others: [],
  ...more,
});
