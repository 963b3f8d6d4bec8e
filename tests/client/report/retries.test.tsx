import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Attempt, DrillRetries, RetriedTurn } from '#contract/retries.ts';
import { drill } from '#tests/client/fixtures/cards.ts';
import { ok } from '#tests/client/fixtures/page.tsx';
import { report } from '#tests/client/fixtures/report.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(closeReport);

/** c1's second turn: f2 and f3 are its faults. */
const TURN = { conversation: 'c1', turn: 2, since: null };
const BETTER = report.findings.find((finding) => finding.id === 'f2')?.better ?? '';
const keysOf = (...ids: string[]) => report.findings.filter(({ id }) => ids.includes(id)).map(({ key }) => key);
const turn = (over: Partial<DrillRetries['places'][number]> = {}) => ({
  ...TURN,
  messages: ['m7'],
  findings: keysOf('f2', 'f3'),
  questions: ['q-size'],
  open: null,
  ...over,
});
const attempt = (over: Partial<Attempt> = {}): Attempt => ({
  silence: null,
  said: ['应该穿39或者39.5都可以'],
  did: [],
  seconds: 12,
  questions: [
    {
      question: 'q-size',
      text: '穿几码',
      answer: 'vague',
      points: [
        { id: 'size', text: '穿 39.5 码', must: true, state: 'missed' },
        { id: 'why', text: '脚背高，大半码', must: false, state: 'missed' },
      ],
    },
  ],
  faults: [{ title: '含糊：没有给尺码', unsure: false }],
  grade: 'weak',
  unsure: false,
  reaction: '差不多是多少',
  ...over,
});
const good: RetriedTurn['tries'][number] = {
  ...attempt({ said: ['穿39.5'], seconds: 6, faults: [], grade: 'excellent', reaction: '哦哦' }),
  questions: [
    {
      question: 'q-size',
      text: '穿几码',
      answer: 'partial',
      points: [
        { id: 'size', text: '穿 39.5 码', must: true, state: 'covered' },
        { id: 'why', text: '脚背高，大半码', must: false, state: 'wrong' },
      ],
    },
  ],
  drill: 'd2',
  endedAt: 1,
  than: 'better',
};
const silent: RetriedTurn['tries'][number] = {
  ...attempt({ said: [], seconds: null, faults: [], grade: 'fail', reaction: '' }),
  drill: 'd3',
  endedAt: 2,
  than: 'worse',
};
const retries = (over: Partial<DrillRetries> = {}): DrillRetries => ({
  places: [turn()],
  tried: [],
  own: true,
  refused: null,
  ...over,
});
const open = async (value: DrillRetries, address = '/drills/d1/report', answers = {}) => {
  const asked = openReport(report, { 'GET /api/drills/d1/tries': ok(value), ...answers }, address);
  await screen.findByText(report.verdict);
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/tries'))).toBe(true));
  return asked;
};
const block = (id: string) => within(document.getElementById(id) ?? document.body);
const where = () => screen.getByTestId('where').textContent;

describe('[N7] 重来这一句', () => {
  it('stands in every finding whose turn has words, and opens the desk of the new drill', async () => {
    const asked = await open(retries(), undefined, {
      'POST /api/drills/d1/redos': ok(drill({ id: 'd2', retry: { drill: 'd1', ...TURN } })),
    });
    const button = await block('f2').findByRole('button', { name: /^重来这一句：/ });
    expect(block('f3').getByRole('button', { name: /^重来这一句：/ })).toBeTruthy();
    // A finding that can't be done again has no button and no word about it.
    expect(block('f9').queryByRole('button', { name: /^重来/ })).toBeNull();
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(where()).toBe('/drills/d2'));
    const posts = asked.filter(({ path }) => path.startsWith('POST'));
    expect(posts).toEqual([{ path: 'POST /api/drills/d1/redos', body: TURN }]);
  });

  it('isn’t offered under what went well', async () => {
    await open(retries({ places: [turn({ findings: report.findings.map(({ key }) => key) })] }));
    await block('f2').findByRole('button', { name: /^重来这一句：/ });
    const offered = () => document.querySelectorAll('[data-finding] [data-retry]').length;
    expect(offered()).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('radio', { name: /^做到的/ }));
    expect(document.querySelectorAll('[data-finding]').length).toBeGreaterThan(0);
    expect(offered()).toBe(0);
  });

  it('is pressed by R on the focused finding, and on no other', async () => {
    await open(retries(), undefined, {
      'POST /api/drills/d1/redos': ok(drill({ id: 'd2', retry: { drill: 'd1', ...TURN } })),
    });
    await block('f2').findByRole('button', { name: /^重来这一句：/ });
    fireEvent.keyDown(document.body, { code: 'KeyR' });
    expect(where()).toBe('/drills/d1/report');
    document.getElementById('f2')?.focus();
    fireEvent.keyDown(document.body, { code: 'KeyR', ctrlKey: true });
    expect(where()).toBe('/drills/d1/report');
    fireEvent.keyDown(document.body, { code: 'KeyR' });
    await waitFor(() => expect(where()).toBe('/drills/d2'));
  });

  it('shows the server’s own words beside the button when it is refused, and can be pressed again', async () => {
    await open(retries(), undefined, {
      'POST /api/drills/d1/redos': { ok: false, error: { code: 'unknown-turn', message: '没有这个回合。' } },
    });
    fireEvent.click(await block('f2').findByRole('button', { name: /^重来这一句：/ }));
    expect((await block('f2').findByRole('alert')).textContent).toBe('没有这个回合。');
    expect(block('f2').getByRole<HTMLButtonElement>('button', { name: /^重来这一句：/ }).disabled).toBe(false);
  });

  it('is replaced by one line with the reason while a lesson forbids it', async () => {
    await open(retries({ refused: { code: 'retry-not-now', message: '课还在进行，先跟着课堂走。' } }));
    expect(await screen.findByText('课还在进行，先跟着课堂走。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^重来这一句/ })).toBeNull();
  });

  it('is offered to the drill’s own trainee alone; other readers see the tries only', async () => {
    await open(retries({ own: false, tried: [{ ...TURN, original: attempt(), tries: [good] }] }));
    expect(await screen.findByRole('article', { name: /^所有尝试/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /重来|再来/ })).toBeNull();
  });

  it('says that the tries could not be loaded, and asks for them again', async () => {
    const asked = openReport(report, { 'GET /api/drills/d1/tries': 'offline' });
    fireEvent.click(await screen.findByRole('button', { name: '再取一次' }));
    await waitFor(() => expect(asked.filter(({ path }) => path.endsWith('/tries'))).toHaveLength(2));
  });
});

describe('[N7] while a retry is open', () => {
  it('the model wording is covered wherever it stands, and the button leads to the retry', async () => {
    await open(retries({ places: [turn({ open: 'd2' })] }));
    const link = await block('f2').findByRole('link', { name: /^接着重来：/ });
    expect(link.getAttribute('href')).toBe('/drills/d2');
    const covered = screen.getAllByText(BETTER);
    expect(covered.length).toBeGreaterThan(0);
    for (const words of covered) expect(words.closest('details')?.open).toBe(false);
    expect(block('f2').getByText('看参考说法')).toBeTruthy();
    // The model wording for another turn stays open.
    expect(block('f7').queryByText('看参考说法')).toBeNull();
  });
});

describe('[N7] 所有尝试', () => {
  const tried = [{ ...TURN, original: attempt(), tries: [good, silent] }];

  it('stand side by side: words, seconds, points told, grade, better or not, and the model wording', async () => {
    await open(retries({ tried }));
    const all = within(await screen.findByRole('article', { name: /^所有尝试/ }));
    const column = (name: string) => within(all.getByRole('article', { name }));
    expect(column('原来').getByText('偏弱')).toBeTruthy();
    expect(column('原来').getByText('回复：12 秒')).toBeTruthy();
    expect(column('原来').getByText('含糊：没有给尺码')).toBeTruthy();
    const first = column('第 1 次');
    expect(first.getByText('更好')).toBeTruthy();
    expect(first.getByText('穿39.5')).toBeTruthy();
    expect(first.getByText('回复：6 秒')).toBeTruthy();
    expect(first.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '穿39.5',
      '说到了：穿 39.5 码',
      '说错了：脚背高，大半码（加分点）',
    ]);
    expect(first.getByText('哦哦')).toBeTruthy();
    const second = column('第 2 次');
    expect(second.getByText('没有回复')).toBeTruthy();
    expect(second.getByText('不如原来')).toBeTruthy();
    expect(second.queryByText(/^回复：/)).toBeNull();
    expect(all.getByText('参考说法')).toBeTruthy();
    expect(all.getByText(BETTER).closest('details')).toBeNull();
    expect(block('f2').getByRole('button', { name: /^再来一次：/ })).toBeTruthy();
  });

  it('are shown when the desk of a retry leads back, whatever the filter hides', async () => {
    await open(retries({ tried }), '/drills/d1/report?turn=c1:2');
    await waitFor(() => expect(document.activeElement?.id).toBe('tries-c1-2'));
    closeReport();
    // m9's only finding is a merit, hidden at first.
    const merit = { ...TURN, turn: 3 };
    const place = turn({ ...merit, messages: ['m9'], findings: [] });
    const value = retries({ places: [place], tried: [{ ...merit, original: attempt(), tries: [good] }] });
    await open(value, '/drills/d1/report?turn=c1:3');
    await waitFor(() => expect(document.activeElement?.id).toBe('tries-c1-3'));
  });

  it('are shown in the first drill’s report when somebody asks for the retry’s own', async () => {
    openReport(
      report,
      {
        'GET /api/drills/d2': ok(drill({ id: 'd2', retry: { drill: 'd1', ...TURN } })),
        'GET /api/drills/d2/report': { ok: false, error: { code: 'retry-no-report', message: '没有单独的报告' } },
        'GET /api/drills/d1/tries': ok(retries({ tried })),
      },
      '/drills/d2/report',
    );
    await waitFor(() => expect(where()).toBe('/drills/d1/report?turn=c1:2'));
    await waitFor(() => expect(document.activeElement?.id).toBe('tries-c1-2'));
  });
});

describe('[N7] 重来这一段', () => {
  const SILENCE = { conversation: 'c1', turn: 2, since: 48_000 };
  const silence = (over: Partial<DrillRetries['places'][number]> = {}) =>
    turn({ ...SILENCE, messages: [], findings: keysOf('f9'), questions: [], ...over });
  const first = attempt({
    silence: { seconds: 60, nudges: 2, how: 'left' },
    ...{ said: [], seconds: null, questions: [], faults: [], grade: 'fail', reaction: '在吗 算了' },
  });
  const BETTER_THERE = report.findings.find((finding) => finding.id === 'f9')?.better ?? '';

  it('stands in a finding of a silence, and the turn of the same number keeps its own button', async () => {
    const asked = await open(retries({ places: [turn(), silence()] }), undefined, {
      'POST /api/drills/d1/redos': ok(drill({ id: 'd3', retry: { drill: 'd1', ...SILENCE } })),
    });
    expect(await block('f2').findByRole('button', { name: /^重来这一句：/ })).toBeTruthy();
    fireEvent.click(await block('f9').findByRole('button', { name: /^重来这一段：/ }));
    await waitFor(() => expect(where()).toBe('/drills/d3'));
    const posts = asked.filter(({ path }) => path.startsWith('POST'));
    expect(posts).toEqual([{ path: 'POST /api/drills/d1/redos', body: SILENCE }]);
  });

  it('shows its tries beside the silence, and its desk leads back there', async () => {
    const tried = [{ ...SILENCE, original: first, tries: [good] }];
    await open(retries({ places: [turn(), silence()], tried }), '/drills/d1/report?turn=c1:2:48000');
    await waitFor(() => expect(document.activeElement?.id).toBe('tries-c1-2-48000'));
    const all = within(await screen.findByRole('article', { name: /^所有尝试/ }));
    const before = within(all.getByRole('article', { name: '原来' }));
    expect(before.getByText('没有回复，等了 1 分钟，客户走了。中间客户催过 2 次。')).toBeTruthy();
    expect(before.getByText('在吗 算了')).toBeTruthy();
    expect(all.getByText(BETTER_THERE)).toBeTruthy();
    expect(document.getElementById('tries-c1-2')).toBeNull();
  });

  it('covers the better wording while the retry is open', async () => {
    await open(retries({ places: [turn(), silence({ open: 'd3' })] }));
    await block('f9').findByRole('link', { name: /^接着重来：/ });
    expect(block('f9').getByText('看参考说法')).toBeTruthy();
    expect(block('f9').getByText(BETTER_THERE).closest('details')?.open).toBe(false);
    expect(block('f2').queryByText('看参考说法')).toBeNull();
  });
});
