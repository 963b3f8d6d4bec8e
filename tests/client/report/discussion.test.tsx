import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Appeal, Comment, Discussion } from '#contract/discussion.ts';
import type { Report } from '#contract/report.ts';
import { drill } from '#tests/client/fixtures/cards.ts';
import { ok } from '#tests/client/fixtures/page.tsx';
import { report } from '#tests/client/fixtures/report.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { type Answers, closeReport, openReport, posted, staff } from './run-report.tsx';

afterEach(closeReport);

const [fault] = report.findings.filter((finding) => finding.severity !== 'merit' && finding.marks > 0);
const merit = report.findings.find((finding) => finding.severity === 'merit');
if (fault === undefined || merit === undefined) throw new Error('the fixture lacks a fault or praise');
const place = { kind: 'finding', finding: fault.key } as const;
const AT = new Date(2026, 10, 20, 14, 5).getTime();

const nothing: Discussion = { as: 'trainee', comments: [], appeals: [], audit: [] };
const comment = (over: Partial<Comment> = {}): Comment => ({
  ...{ id: 'n1', place, text: '这里先核对订单', by: '王老师', at: AT, editedAt: null, own: false },
  ...over,
});
const appeal = (over: Partial<Appeal> = {}): Appeal => ({
  ...{ id: 'q1', place, title: fault.title, text: '我报了价', by: '林可欣', at: AT, end: null },
  ...over,
});
const PATH = 'GET /api/drills/d1/discussion';
const open = (discussion: Partial<Discussion>, answers: Answers = {}, address?: string) =>
  openReport(report, { [PATH]: ok({ ...nothing, ...discussion }), ...answers }, address);
const openAsStaff = (discussion: Partial<Discussion>, answers: Answers = {}, address?: string) =>
  open({ as: 'staff', ...discussion }, { ...staff, ...answers }, address);
/** All three answers are there. Asked by text: roles of a whole report take long to find. */
const ready = async (as: 'trainee' | 'staff' = 'trainee') => {
  await screen.findByText('改动记录');
  if (as === 'staff') await screen.findByText('改总分');
};
const block = (id = fault.id) => within(document.getElementById(id) ?? document.body);
const record = () => within(screen.getByText('改动记录').closest('section') as HTMLElement);
const write = (label: string, words: string) => {
  const field = screen.getByLabelText<HTMLTextAreaElement>(label);
  fireEvent.change(field, { target: { value: words } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  return field;
};
const refused = (code: 'appeal-settled' | 'words-missing', message: string) => ({
  ok: false as const,
  error: { code, message },
});

describe('a comment', () => {
  it('is shown in its place with name and date, and a trainee can’t write one', async () => {
    open({ comments: [comment({ editedAt: AT + 60_000 })] });
    expect(await screen.findByText('这里先核对订单')).toBeTruthy();
    expect(block().getByText(/王老师 11-20 14:05，11-20 14:06 改过/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /写评语/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^改评语/ })).toBeNull();
  });

  it('is shown whatever the filter, on praise and on a turn without a fault too', async () => {
    const turn = { kind: 'turn', message: report.transcript[0]?.id ?? '' } as const;
    const onMerit = comment({ id: 'n2', place: { kind: 'finding', finding: merit.key }, text: '说得好' });
    open({ comments: [onMerit, comment({ id: 'n3', place: turn, text: '开场可以更快' })] });
    expect(await screen.findByText('说得好')).toBeTruthy();
    expect(screen.getByText('开场可以更快')).toBeTruthy();
    expect(screen.getByRole('radio', { name: /要改的/ }).getAttribute('data-state')).toBe('on');
  });

  it('of staff is written where it belongs, closed until pressed', async () => {
    const asked = openAsStaff(
      {},
      { 'POST /api/drills/d1/comments': ok({ ...nothing, as: 'staff', comments: [comment()] }) },
    );
    await ready('staff');
    expect(screen.queryByLabelText('评语')).toBeNull();
    const button = block().getByRole('button', { name: `写评语：${fault.title}` });
    fireEvent.click(button);
    expect(document.activeElement).toBe(screen.getByLabelText('评语'));
    expect(screen.getByRole('button', { name: '写上' }).hasAttribute('disabled')).toBe(true);
    write('评语', ' 这里先核对订单 ');
    expect(await block().findByText('这里先核对订单')).toBeTruthy();
    expect(posted(asked)).toEqual([{ path: 'POST /api/drills/d1/comments', body: { place, text: '这里先核对订单' } }]);
    expect(screen.queryByLabelText('评语')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('that isn’t stored stays in the field, says why there and in a toast, and is still there after closing', async () => {
    openAsStaff({}, { 'POST /api/drills/d1/comments': 'offline' });
    const name = `写评语：${fault.title}`;
    await ready('staff');
    fireEvent.click(block().getByRole('button', { name }));
    const field = write('评语', '先核对');
    await waitFor(() => expect(screen.getAllByText(/连不上服务器/)).toHaveLength(2));
    expect(field.value).toBe('先核对');
    fireEvent.click(screen.getByRole('button', { name: '先不写' }));
    fireEvent.click(block().getByRole('button', { name }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('评语').value).toBe('先核对');
  });

  it('is changed and deleted by its author, and deleting asks once more', async () => {
    const own = comment({ own: true });
    const asked = openAsStaff(
      { comments: [own, comment({ id: 'n9', text: '别人的' })] },
      {
        'POST /api/drills/d1/comments/n1/edit': ok({
          ...nothing,
          as: 'staff',
          comments: [{ ...own, text: '先看订单' }],
        }),
        'POST /api/drills/d1/comments/n1/delete': ok({ ...nothing, as: 'staff' }),
      },
    );
    await ready('staff');
    fireEvent.click(block().getByRole('button', { name: '改评语：这里先核对订单' }));
    expect(screen.queryByRole('button', { name: '改评语：别人的' })).toBeNull();
    expect(screen.getByLabelText<HTMLTextAreaElement>('改评语').value).toBe('这里先核对订单');
    write('改评语', '先看订单');
    // The field it was written in holds the same words until it is stored.
    fireEvent.click(await block().findByRole('button', { name: '删掉评语：先看订单' }));
    expect(posted(asked)).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: '删掉' }));
    await waitFor(() => expect(screen.queryByText('先看订单')).toBeNull());
    expect(posted(asked).map(({ path }) => path.split('/').at(-1))).toEqual(['edit', 'delete']);
  });
});

/** From now on the server answers so. */
const serveNow = (path: string, answer: ReturnType<typeof ok>): void => {
  const before = globalThis.fetch;
  globalThis.fetch = async (input, init) =>
    `${init?.method} ${String(input)}` === path
      ? new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
      : before(input, init);
};

describe('an appeal', () => {
  it('of the trainee is one for each place, is shown as waiting, and can be withdrawn', async () => {
    const asked = open(
      {},
      {
        'POST /api/drills/d1/appeals': ok({ ...nothing, appeals: [appeal()] }),
        'POST /api/drills/d1/appeals/q1/withdraw': ok(nothing),
      },
    );
    const name = `不同意，请老师看：${fault.title}`;
    await ready();
    fireEvent.click(block().getByRole('button', { name }));
    write('为什么不同意，写一句', '我报了价');
    expect(await block().findByText('等老师看')).toBeTruthy();
    expect(screen.queryByRole('button', { name })).toBeNull();
    expect(posted(asked)[0]?.body).toEqual({ place, text: '我报了价' });
    fireEvent.click(block().getByRole('button', { name: '撤回申诉：我报了价' }));
    expect(await block().findByText('不同意，请老师看')).toBeTruthy();
  });

  it('shows its answer at its place; a finding without lost marks has no button for one', async () => {
    const end = { how: 'kept', by: '王老师', at: AT, reason: '没有报满减价', undone: false } as const;
    open({ appeals: [appeal({ end })] });
    await ready();
    expect(await block().findByText('王老师维持：')).toBeTruthy();
    expect(block().getByText(/没有报满减价/)).toBeTruthy();
    expect(block().getByRole('button', { name: `再请老师看：${fault.title}` })).toBeTruthy();
    expect(screen.queryByRole('button', { name: `不同意，请老师看：${merit.title}` })).toBeNull();
    expect(screen.queryByRole('button', { name: /撤回申诉/ })).toBeNull();
  });

  it('is answered by staff with a reason; whoever answers second keeps their words and sees the first answer', async () => {
    const end = { how: 'changed', by: '李导师', at: AT, reason: '报全了', undone: false } as const;
    const answers: Answers = {
      'POST /api/drills/d1/appeals/q1/settle': refused('appeal-settled', '这条申诉已经有结果：李导师改判，报全了。'),
    };
    const asked = openAsStaff({ appeals: [appeal()] }, answers);
    await ready('staff');
    fireEvent.click(block().getByRole('button', { name: '维持，答复申诉：我报了价' }));
    const field = screen.getByLabelText<HTMLTextAreaElement>('为什么维持');
    const settledNow = ok({ ...nothing, as: 'staff', appeals: [appeal({ end })] });
    serveNow(PATH, settledNow);
    fireEvent.change(field, { target: { value: '没有报' } });
    fireEvent.submit(field.closest('form') as HTMLFormElement);
    expect(await screen.findByText('李导师改判')).toBeTruthy();
    expect(posted(asked)[0]?.body).toEqual({ outcome: 'kept', reason: '没有报' });
    expect(screen.getByLabelText<HTMLTextAreaElement>('为什么维持').value).toBe('没有报');
    expect(screen.getAllByText(/已经有结果/)).toHaveLength(2);
  });

  it('is answered by the ruling itself, with the trainee’s words in the dialog', async () => {
    const ruled: Report = { ...report, score: report.score + fault.marks };
    const asked = openAsStaff(
      { appeals: [appeal()] },
      { 'POST /api/drills/d1/appeals/q1/settle': ok({ ...nothing, as: 'staff' }) },
    );
    await ready('staff');
    fireEvent.click(block().getByRole('button', { name: '改判，答复申诉：我报了价' }));
    const dialog = within(screen.getByRole('dialog', { name: '改判这一条' }));
    expect(dialog.getByText('我报了价')).toBeTruthy();
    serveNow('GET /api/drills/d1/report', ok(ruled));
    write('理由', '报全了');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(posted(asked)).toEqual([
      {
        path: 'POST /api/drills/d1/appeals/q1/settle',
        body: { outcome: 'changed', ruling: { finding: fault.key, verdict: 'dismissed', reason: '报全了' } },
      },
    ]);
    expect(await screen.findByText(`改判前机器给 ${report.machineScore} 分`)).toBeTruthy();
  });

  it('is reached at its place by the link from the results', async () => {
    openAsStaff({ appeals: [appeal()] }, {}, '/drills/d1/report#appeal-q1');
    await waitFor(() => expect(document.activeElement?.id).toBe('appeal-q1'));
  });
});

describe('the record of changes', () => {
  const counted = { kind: 'finding', state: 'counted', marks: 4 } as const;
  const dismissed = { kind: 'finding', state: 'dismissed', marks: 0 } as const;
  const base = { by: '王老师', title: fault.title, change: null, total: null, words: null, reason: '' };

  it('shows who did what, when, before and after, and why', async () => {
    open({
      audit: [
        {
          ...base,
          at: AT,
          kind: 'ruled',
          change: { from: counted, to: dismissed },
          total: { from: 70, to: 74 },
          reason: '说清了',
        },
        { ...base, at: AT + 1, kind: 'comment-edited', words: { before: '旧', after: '新' } },
        { ...base, at: AT + 2, kind: 'comment-deleted' },
        { ...base, at: AT + 3, kind: 'published', title: '' },
      ],
    });
    await ready();
    const list = record();
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      `2026-11-20 14:05 王老师改判${fault.title}算错 −4 → 不算错总分 70 → 74理由：说清了`,
      `2026-11-20 14:05 王老师改评语${fault.title}原来：旧新`,
      `2026-11-20 14:05 王老师删评语${fault.title}内容已删`,
      '2026-11-20 14:05 王老师发布成绩',
    ]);
  });

  it('is empty in words, and a failure can be tried again', async () => {
    open({});
    expect(await screen.findByText('还没有人改过这份报告')).toBeTruthy();
    closeReport();
    open({}, { [PATH]: 'offline' });
    await ready();
    const list = record();
    serveNow(PATH, ok(nothing));
    fireEvent.click(list.getByRole('button', { name: BUTTON.again }));
    expect(await screen.findByText('还没有人改过这份报告')).toBeTruthy();
  });

  it('shows the latest entries first', async () => {
    const audit = Array.from({ length: 11 }, (_, n) => ({
      ...base,
      at: AT + n,
      kind: 'ruled' as const,
      reason: `第${n}`,
    }));
    open({ audit });
    await ready();
    fireEvent.click(screen.getByText('前面还有 3 条'));
    expect(screen.queryByText(/前面还有/)).toBeNull();
  });
});

it('a practice drill loads no discussion and has none of its controls', async () => {
  const asked = open({}, { 'GET /api/drills/d1': ok(drill({ id: 'd1', run: null })) });
  await screen.findByText(report.verdict);
  await screen.findByText(/练习/);
  expect(asked.map(({ path }) => path)).not.toContain(PATH);
  expect(screen.queryByRole('button', { name: /不同意/ })).toBeNull();
  expect(screen.queryByText('改动记录')).toBeNull();
});
