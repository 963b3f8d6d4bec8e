import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ReportPage } from '#client/features/report/report-page.tsx';
import { card, drill } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { report } from '#tests/client/fixtures/report.ts';
import { BUTTON, REPORT } from '#tests/support/labels.ts';

afterEach(clean);

const served = (answer: Parameters<typeof serve>[0][string]) =>
  serve({
    'GET /api/drills/d1/report': answer,
    'GET /api/drills/d1': ok(drill({ id: 'd1' })),
    'GET /api/scenarios': ok([card({ id: 'product-advice/shoe-half-size', title: '脚背高，买多大' })]),
  });
const open = (address = '/drills/d1/report') => renderAt(address, '/drills/:id/report', <ReportPage />);
const findings = () => [...document.querySelectorAll('[data-finding]')].map((element) => element.id);

const PRACTISE = `练「${report.findings.find(({ family }) => family === report.first?.family)?.familyName}」一类`;

describe('report page', () => {
  it('opens with the verdict, the score, its range and the one thing to change', async () => {
    served(ok(report));
    open();
    expect(await screen.findByText(report.verdict)).toBeTruthy();
    expect(screen.getByText('68.5')).toBeTruthy();
    expect(screen.getByText('待核定下来后 66.5–68.5')).toBeTruthy();
    const first = within(screen.getByRole('region', { name: '查到再答，只给一个结论' }));
    // [M196] The case was chosen against the family, which the button names.
    expect(first.getByRole('link', { name: PRACTISE }).getAttribute('href')).toBe(
      '/start?scenarios=product-advice/shoe-half-size',
    );
    expect(first.getAllByRole('link').map((link) => link.textContent)).toEqual([PRACTISE, '第 1 条', '第 2 条']);
    // Beside the sentence that ends with a stop, not behind a quoted line that has none.
    const goal = report.first?.goal ?? 'none';
    expect(first.getByText(new RegExp(`^这件约 \\d+ 分。${goal}`))).toBeTruthy();
  });

  it('says beside each case’s title what it teaches, which nothing said before the drill', async () => {
    served(ok({ ...report, conversations: report.conversations.map((row) => ({ ...row, teaches: '先问两个事实' })) }));
    open();
    const lessons = within(await screen.findByRole('region', { name: '这场练的' }));
    expect(lessons.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      ...new Set(report.conversations.map(({ title }) => `${title}先问两个事实`)),
    ]);
  });

  it('sends nobody to a case that is no longer offered', async () => {
    served(ok(report));
    open();
    const next = within(await screen.findByRole('region', { name: '接下来练' }));
    await waitFor(() => expect(next.getAllByRole('listitem')).toHaveLength(1));
    expect(next.getByRole('link', { name: /脚背高，买多大/ }).getAttribute('href')).toBe(
      '/start?scenarios=product-advice/shoe-half-size',
    );
  });

  it('says that a red line capped the total only where the cap lowered it', async () => {
    const line = report.findings[0]?.code ?? '';
    const title = report.findings[0]?.title ?? '';
    served(ok({ ...report, cappedBy: line, capAt: 59, capBites: true }));
    open();
    expect(await screen.findByText(`碰了${title}，总分封顶 59。`)).toBeTruthy();
    clean();
    served(ok({ ...report, cappedBy: line, capAt: 59, capBites: false }));
    open();
    expect(await screen.findByText(`碰了${title}。`)).toBeTruthy();
    expect(screen.queryByText(/封顶/)).toBeNull();
  });

  it.each([
    ['ended-early', 59, '没做完的一场不算及格，总分封顶 59。'],
    ['walked-out', 49, '有客户后来没人理，总分封顶 49。'],
    ['customer-left', 49, '有客户后来没人理，总分封顶 49。'],
    ['impatient', 55, '有难听的话，总分封顶 55。'],
    ['hostile', 55, '有难听的话，总分封顶 55。'],
  ])('[M3] says in words what keeps the total down: %s', async (cappedBy, capAt, words) => {
    served(ok({ ...report, cappedBy, capAt, capBites: true }));
    open();
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByText('待核定下来后 66.5–68.5')).toBeTruthy();
  });

  it('[M12] says that a drill is unfinished, and gives as its range what going on to the end could bring', async () => {
    served(ok({ ...report, cappedBy: 'unfinished', capAt: 59, capBites: false }));
    open();
    expect(await screen.findByText('没做完：走到的太少，不给及格。')).toBeTruthy();
    expect(screen.getByText('走完可能 66.5–68.5')).toBeTruthy();
    clean();
    served(ok({ ...report, cappedBy: 'unfinished', capAt: 59, capBites: true, doubts: 2 }));
    open();
    expect(await screen.findByText('没做完：走到的太少，不给及格，总分封顶 59。')).toBeTruthy();
    expect(screen.getByRole('link', { name: '2 处待核' }).parentElement?.textContent).toBe(
      '走完可能 66.5–68.5，2 处待核',
    );
  });

  it('underlines the faulty words in place and numbers them', async () => {
    served(ok(report));
    open();
    await screen.findByText(report.verdict);
    const quotes = [...document.querySelectorAll('q')].map((q) => q.textContent);
    expect(quotes).toContain('应该穿39或者39.5都可以1');
    expect(quotes).toContain('一般来说大一点没事2');
  });

  it('shows a better wording once, and leads to it from each finding that shares it', async () => {
    const faults = report.findings.filter((finding) => finding.severity !== 'merit' && finding.better !== null);
    const [first, again] = faults;
    if (!first || !again) throw new Error('the fixture has too few findings');
    const same = { ...again, better: first.better, betterIn: first.id };
    served(ok({ ...report, findings: report.findings.map((finding) => (finding === again ? same : finding)) }));
    open();
    await screen.findByText(report.verdict);
    const blocks = [...document.querySelectorAll<HTMLElement>('[data-finding]')];
    const block = blocks.find((element) => element.id === again.id);
    expect(blocks.filter((element) => element.textContent?.includes(first.better ?? ''))).toHaveLength(1);
    const link = within(block as HTMLElement).getByRole('link', { name: /^第 \d+ 条$/ });
    expect(link.getAttribute('href')).toContain(`#${first.id}`);
  });

  it('shows faults, merits or everything', async () => {
    served(ok(report));
    open();
    await screen.findByText(report.verdict);
    const faults = report.findings.filter((finding) => finding.severity !== 'merit').length;
    expect(findings()).toHaveLength(faults);
    fireEvent.click(screen.getByRole('radio', { name: '做到的 2' }));
    expect(findings()).toHaveLength(2);
    fireEvent.click(screen.getByRole('radio', { name: /^全部/ }));
    expect(findings()).toHaveLength(report.findings.length);
  });

  it('moves between findings with J and K', async () => {
    served(ok(report));
    open();
    await screen.findByText(report.verdict);
    const [firstFinding, two] = findings();
    fireEvent.keyDown(document.body, { code: 'KeyJ' });
    expect(document.activeElement?.id).toBe(firstFinding);
    fireEvent.keyDown(document.body, { code: 'KeyJ' });
    expect(document.activeElement?.id).toBe(two);
    fireEvent.keyDown(document.body, { code: 'KeyK' });
    expect(document.activeElement?.id).toBe(firstFinding);
  });

  it('goes to the finding of the address, even one the filter hides', async () => {
    served(ok(report));
    const merit = report.findings.find((finding) => finding.severity === 'merit');
    open(`/drills/d1/report#${merit?.id}`);
    await waitFor(() => expect(document.activeElement?.id).toBe(merit?.id));
  });

  it('marks a doubtful point 待核 instead of taking marks for it', async () => {
    served(ok(report));
    open();
    await screen.findByText(report.verdict);
    const unsure = report.findings.find((finding) => finding.unsure);
    const block = within(document.getElementById(unsure?.id ?? '') ?? document.body);
    expect(block.getByText('待核')).toBeTruthy();
    expect(block.queryByText('−2')).toBeNull();
  });

  it('[T11] names a bystander, in a broken line, among the customer’s words', async () => {
    // The bystander stands beside faulty words, as exchanges without a finding are folded away.
    const quoted = report.findings.find((finding) => finding.severity !== 'merit' && finding.quoteAt !== null)?.quoteAt
      ?.message;
    const at = report.transcript.findIndex(({ id }) => id === quoted);
    const customer = report.transcript.slice(0, at).findLast(({ by }) => by === 'customer');
    const reply = report.transcript[at];
    if (!customer || !reply) throw new Error('the fixture has no words at fault');
    const line = { ...customer, id: 'b1', at: reply.at, by: 'bystander' as const, name: '美美妈', text: '我家也是' };
    served(ok({ ...report, transcript: report.transcript.toSpliced(at, 0, line) }));
    open();
    await screen.findByText(report.verdict);
    const shown = document.getElementById('line-b1');
    expect(shown?.textContent).toBe('旁人 美美妈我家也是');
    expect(shown?.className).toContain('border-dashed');
    expect(shown?.nextElementSibling).toBe(document.getElementById(`line-${reply.id}`));
    expect(document.getElementById(`line-${customer.id}`)?.className).not.toContain('border-dashed');
  });

  it('says for each stretch of words whether it was public, and where it went private', async () => {
    const spoken = report.transcript.filter(({ by }) => by === 'customer' || by === 'trainee');
    const own = spoken.filter(({ conversation }) => conversation === spoken[0]?.conversation);
    const first = own.findIndex(({ by }) => by === 'trainee');
    const next = own.find(({ by }, index) => index > first && by === 'customer');
    if (first < 1 || next === undefined) throw new Error('the fixture has no second burst');
    const inPublic = own.slice(0, own.indexOf(next)).map(({ id }) => id);
    const transcript = report.transcript.map((line) =>
      inPublic.includes(line.id) ? { ...line, place: 'public' as const } : line,
    );
    served(ok({ ...report, transcript }));
    open();
    await screen.findByText(report.verdict);
    fireEvent.click(screen.getByRole('radio', { name: /^全部/ }));
    const lineOver = (id: string) => document.getElementById(`line-${id}`)?.previousElementSibling?.textContent;
    expect(lineOver(own[0]?.id ?? '')).toBe('公屏：直播间的人都看得见');
    expect(lineOver(next.id)).toBe('转到私聊');
    expect(screen.getAllByText('公屏', { exact: true }).length).toBeGreaterThan(0);
  });

  it('says that the drill still runs, and leads back to the desk', async () => {
    served({ ok: false, error: { code: 'report-not-ready', message: '演练还没结束，报告要等结束后才有。' } });
    open();
    const link = await screen.findByRole('link', { name: REPORT.toDesk });
    expect(link.getAttribute('href')).toBe('/drills/d1');
  });

  it('says that the conversation is safe when the report failed, and computes it again', async () => {
    const asked = served({ ok: false, error: { code: 'internal', message: '服务器出错了' } });
    open();
    expect(await screen.findByText('报告没有算出来')).toBeTruthy();
    expect(screen.getByText(/对话都在，没有丢.*internal/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '再算一次' }));
    await waitFor(() => expect(asked.filter((request) => request.path.endsWith('/report'))).toHaveLength(2));
  });
});

describe('the way on from a report', () => {
  const ways = (): string[] => {
    const links = screen.queryAllByRole('link').map((link) => link.textContent ?? '');
    return ['同样的客户再来一场', '再接一轮'].filter((name) => links.includes(name));
  };
  const openAfter = (short: boolean) => {
    const scenario = report.conversations[0]?.scenario ?? '';
    serve({
      'GET /api/drills/d1/report': ok(report),
      'GET /api/drills/d1': ok(
        drill({
          id: 'd1',
          scenarios: [{ id: scenario, title: '几点能发', typeName: '催单', shop: 'suibu', short, trains: '' }],
        }),
      ),
      'GET /api/scenarios': ok([card({ id: 'promotion/other' })]),
    });
    open();
  };

  it('leads from a round of short customers to the next round, and to the same customers again', async () => {
    openAfter(true);
    await waitFor(() => expect(ways()).toEqual(['同样的客户再来一场', '再接一轮']));
  });

  it('offers no round after a case, and not the case where it can be practised no more', async () => {
    openAfter(false);
    await screen.findByRole('button', { name: BUTTON.print });
    await waitFor(() => expect(ways()).toEqual([]));
  });
});
