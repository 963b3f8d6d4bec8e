/** 投诉判定 in a class: asked of who marks a drill, wanted before it is handed in, told with the comparison. */
import { expect, test } from 'vitest';
import { createClassInspections } from '#classroom/inspections/class-inspections.ts';
import type { Marking } from '#contract/practice/inspections.ts';
import { scorecardForm } from '#drills/inspections/scorecard-form.ts';
import type { Complaint } from '#library/schema/complaints.ts';
import { content, eventsOf } from '#tests/classroom/support/golden-class.ts';
import { post, resultsServer } from '#tests/http/support/results-world.ts';

const [shop] = content.shops;
const [first = '', second = '', third = ''] = shop?.policies.map(({ id }) => id) ?? [];
const COMPLAINT: Complaint = {
  about: '两张券没叠上，要退差价。',
  responsible: 'shop',
  rules: { right: second, from: [first, second, third] },
  remedies: {
    right: 'diff',
    from: [
      { id: 'none', name: '解释清楚，不退' },
      { id: 'diff', name: '按卡上的退差额' },
      { id: 'all', name: '整单退' },
    ],
  },
  why: '卡上写了怎么叠。',
};
const marking = (complaint: Marking['complaint']): Marking => ({
  dimensions: Object.fromEntries(
    scorecardForm(content.rubric).dimensions.map(({ id }) => [id, { level: 'full', faults: [] }]),
  ) as unknown as Marking['dimensions'],
  redLine: { crossed: false, code: null, line: null },
  complaint,
});

/** The marking of the first seat, of the other seat's drill; the questions are asked from when `ask` is called. */
const room = async () => {
  const server = await resultsServer(
    [
      { name: '林可欣', drills: [eventsOf('poor')] },
      { name: '陈思远', drills: [eventsOf('model')] },
    ],
    'published',
  );
  await post(server, 'runs/r1/publish', server.teacher, { published: true });
  let asked: Complaint | null = null;
  const inspections = createClassInspections({
    storage: server.storage,
    runner: server.application.runner,
    clock: { now: () => Date.now() },
    complaintOf: () => Promise.resolve(asked),
  });
  const picks = await inspections.pick('r1', ['d1-1', 'd2-1']);
  const no = picks.ok ? (picks.value.drills.find(({ seatName }) => seatName === '陈思远')?.no ?? 0) : 0;
  return { inspections, no, seat: { seat: 'seat1' }, ask: () => (asked = COMPLAINT) };
};
const codeOf = (reply: { ok: boolean; error?: { code: string } }) => (reply.ok ? 'ok' : reply.error?.code);

test('a marking without its answers isn’t handed in, and with them they are told with what is right [I5]', async () => {
  const { inspections, no, seat, ask } = await room();
  ask();
  const opened = await inspections.open(seat, no);
  expect(opened.ok && opened.value.inspected.complaint).toEqual(COMPLAINT);
  await inspections.save(seat, no, marking(null));
  expect(codeOf(await inspections.handIn(seat, no))).toBe('marking-incomplete');
  await inspections.save(seat, no, marking({ responsible: 'shop', rule: first, remedy: null }));
  expect(codeOf(await inspections.handIn(seat, no))).toBe('marking-incomplete');
  await inspections.save(seat, no, marking({ responsible: 'shop', rule: first, remedy: 'diff' }));
  const handed = await inspections.handIn(seat, no);
  expect(handed.ok && handed.value.complaint).toMatchObject({
    responsible: { isRight: true },
    rule: { isRight: false, right: shop?.policies[1]?.title },
    remedy: { isRight: true },
    why: COMPLAINT.why,
  });
});

test('what was handed in before the questions were asked stays whole and compared [I5]', async () => {
  const { inspections, no, seat, ask } = await room();
  await inspections.save(seat, no, marking(null));
  expect(codeOf(await inspections.handIn(seat, no))).toBe('ok');
  ask();
  const opened = await inspections.open(seat, no);
  expect(opened.ok && [opened.value.inspected.complaint, opened.value.comparison?.complaint]).toEqual([null, null]);
  expect(opened.ok && opened.value.comparison?.parties.length).toBe(2);
});
