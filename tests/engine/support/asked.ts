/** A customer who wants 30 yuan that only a 班长 may give: the report is due, and the desk may pay nothing by itself. */
import type { ContentData, Need, Scenario } from '#engine/model/content.ts';
import { beat, contentOf, ending, forbid, need, point, question, scenario } from './tiny.ts';

export const BOSS = question({
  id: 'q-boss',
  text: '赔我30块，找谁定',
  points: [point({ id: 'who', says: '这个数我报班长定', also: ['我报班长'], contradicts: ['我现在就赔您30元'] })],
});

export const REPORT: Need = need({ do: 'escalate', ground: [{ at: 'shop', words: '50元以内报班长' }] });

export const askedCase = (fields: Partial<Scenario> = {}, report: Partial<Need> = {}): Scenario =>
  scenario({
    id: 'complaint-escalation/asked',
    beats: [
      beat({
        id: 'ask',
        says: '赔我30块，找谁定',
        asks: [BOSS],
        needs: [{ ...REPORT, ...report }],
        then: { resolved: 'waits', failed: 'gone', silent: 'gone' },
      }),
    ],
    endings: [
      ending({ id: 'waits', says: '我等十分钟', outcome: 'escalated' }),
      ending({ id: 'gone', outcome: 'lost' }),
    ],
    forbids: [forbid({ do: 'refund', because: '这个数不归客服当场定' })],
    ...(fields as object),
  });

/** `escalate` reports to the 班长 and `escalate-up` to the manager. */
export const askedContent = (scenarios: readonly Scenario[]): ContentData => {
  const actions = ['remark', 'refund', 'request-photo', 'escalate', 'escalate-up'];
  const authority: ContentData['shops'][number]['authority'] = [
    { level: 'A', text: '10元以内的券', gives: { coupon: 1000 } },
    { level: 'B', text: '50元以内的退差，报班长，10分钟内回', gives: { money: 5000 } },
    { level: 'C', text: '50元以上，报主管，2小时内回', gives: { money: 30_000 } },
  ];
  const content = contentOf(scenarios, { shop: { actions, authority } });
  const report = content.actions.find(({ id }) => id === 'escalate');
  if (report === undefined) throw new Error('no report');
  return {
    ...content,
    actions: [
      ...content.actions.filter(({ id }) => id !== 'escalate'),
      { ...report, title: '报班长', done: '已报班长，10分钟内有回音', reports: 'B' },
      { ...report, id: 'escalate-up', title: '报主管', done: '已报主管，2小时内有回音', reports: 'C' },
    ],
  };
};
