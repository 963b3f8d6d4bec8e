/** Where the notes of a talk's end stand, and when they don't come any more. */
import { expect, it } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import { threadRows } from '#client/drill/model/thread-rows.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, OPENED, replied, said } from '#tests/client-desk/fake-server.ts';

const TOLD = [OPENED, arrived('c1', 1), said('c1', 1000, '在吗'), replied('c1', 3000, '在')];
const OVER = { kind: 'story-over', conversation: 'c1', rating: 5 } as const;

const kindsOf = (...events: WireEvent[]): readonly string[] => {
  const { conversations } = [...TOLD, ...events].reduce((view, event, i) => foldDrill(view, event, i + 1), emptyView);
  const view = conversations.c1;
  return view ? threadRows(view).map((row) => (row.kind === 'note' ? row.item.kind : row.kind)) : [];
};

it('[X86] each note of the end stands where its time is, also the one before the last, and none comes once the talk is closed', () => {
  const lastWords = [said('c1', 5000, '没错'), said('c1', 7000, '不赶'), said('c1', 9000, '行吧')];
  // The note of 9000 reaches the view at 5000; after a goodbye at 40_000 the customer nods, and in that second it is closed.
  const parted: WireEvent[] = [
    ...[{ ...OVER, at: 5000, shownAt: 9000 }, ...lastWords, replied('c1', 40_000, '谢谢啦')],
    { ...OVER, at: 45_000, again: true, shownAt: 45_500 },
    { kind: 'status-changed', at: 45_000, conversation: 'c1', status: 'closed' },
  ];
  expect(kindsOf(...parted).slice(-4)).toEqual(['burst', 'over', 'reply', 'closed']);
  // What reaches the view after the closing doesn't come either.
  const late = { ...OVER, at: 45_000, again: true } as const;
  expect(kindsOf(...parted, late).slice(-1)).toEqual(['closed']);
  // Who went while they had more to say, and then says that it was all.
  const away: WireEvent = { kind: 'status-changed', at: 5000, conversation: 'c1', status: 'away', shownAt: 11_000 };
  const left = kindsOf(away, ...lastWords, replied('c1', 40_000, '谢谢啦'), { ...OVER, at: 45_000 });
  expect(left.slice(-4)).toEqual(['burst', 'away', 'reply', 'over']);
});
