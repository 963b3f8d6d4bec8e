import '#client/app/i18n.ts';
import { expect, it } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import { responseStateOf, responseStateWord } from '#client/drill/status/response-state.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, OPENED, replied, said } from '#tests/client-desk/fake-server.ts';

const FIRST = [arrived('c1', 1000), said('c1', 2000, '在吗')];
const ANSWERED = [...FIRST, replied('c1', 9000, '在的')];
const to = (status: 'waiting' | 'away' | 'closed', at: number): WireEvent => ({
  kind: 'status-changed',
  at,
  conversation: 'c1',
  status,
});
const ENDED = { kind: 'drill-ended', at: 50_000, why: 'trainee' } as const;
/** The words, or since when the customer has been waiting. */
const responseState = (events: readonly WireEvent[]) => {
  const view = [OPENED, ...events].reduce((before, event, index) => foldDrill(before, event, index + 1), emptyView);
  const conversation = view.conversations.c1;
  if (conversation === undefined) throw new Error('nobody came');
  const found = responseStateOf(conversation);
  return found.kind === 'waiting' ? found.since : responseStateWord(found);
};

it.each<[string, readonly WireEvent[], string | number]>([
  ['who has said nothing yet has just come', FIRST.slice(0, 1), '刚进线'],
  ['who waits has their seconds', FIRST, 2000],
  ['who got a reply is answered', ANSWERED, '已回复'],
  ['who went without a reply was left unanswered', [...FIRST, to('away', 40_000)], '不在线，没回'],
  ['who went after a reply is away', [...ANSWERED, to('away', 40_000)], '不在线'],
  [
    'who asked again and went was not answered',
    [...ANSWERED, said('c1', 12_000, '人呢'), to('away', 40_000)],
    '不在线，没回',
  ],
  [
    'who was written to after they had gone has an answer to read',
    [...FIRST, to('away', 40_000), replied('c1', 41_000, '在的')],
    '不在线',
  ],
  ['who is closed after a reply has ended', [...ANSWERED, to('closed', 40_000)], '已结束'],
  ['who is closed long after the limit has ended unanswered', [...FIRST, to('closed', 90_000)], '已结束，没回'],
  ['whose wait the end cut short has ended: nothing was missed', [...FIRST, to('closed', 9000)], '已结束'],
  ['who had waited too long at the drill’s end was not answered by it', [...FIRST, { ...ENDED, at: 90_000 }], '没回'],
  ['who had just spoken at the drill’s end isn’t called answered', [...FIRST, { ...ENDED, at: 9000 }], '已结束'],
  ['who had a reply at the drill’s end is answered', [...ANSWERED, ENDED], '已回复'],
  [
    'who came back and has said nothing yet isn’t answered',
    [...FIRST, to('away', 40_000), { ...arrived('c1', 60_000), returning: true } as WireEvent, to('waiting', 60_000)],
    '刚进线',
  ],
])('%s', (_, events, expected) => {
  expect(responseState(events)).toBe(expected);
});
