import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { CertificatePage } from '#client/features/certificates/certificate-page.tsx';
import { CertificateSheet } from '#client/features/certificates/certificate-sheet.tsx';
import { CheckPage } from '#client/features/certificates/check-page.tsx';
import { IssuePage } from '#client/features/certificates/issue-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Certificate, CertificateRow, RunCertificates } from '#contract/exams/certificates.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const row = (seat: string, name: string, more: Partial<CertificateRow> = {}): CertificateRow => ({
  ...{ seat, no: seat, name, score: 81, passes: true, unsure: 0, certificate: null, withdrawn: [] },
  ...more,
});
const ROWS = [
  row('01', '陈小雨', { unsure: 2 }),
  row('02', '李小雨', { score: 41, passes: false }),
  row('03', '王子涵', { certificate: { code: '4F7K92QXM3TD', at: 1_764_000_000_000, score: 77, changed: true } }),
];
const certificate = (over: Partial<Certificate> = {}): Certificate => ({
  code: '4F7K92QXM3TD',
  at: 1_764_000_000_000,
  facts: {
    ...{ school: '一中', exam: '期末考核', className: '电商一班', name: '王子涵', no: '03', examAt: 1_763_900_000_000 },
    ...{ minutes: 20, customers: 3, score: 77, passMark: 60, grade: 'pass', standard: '1+X（初级）' },
    dimensions: [
      { name: '响应时效', percent: 92 },
      { name: '复盘', percent: null },
    ],
    ...{ firstResponseS: 12, meanResponseS: 18.5, answerRate: 100 },
  },
  withdrawn: null,
  ...over,
});

const COPC = { id: 'copc', name: 'COPC', words: { response: '响应及时', customers: '接待' } };

const open = async (over: Partial<RunCertificates> = {}, role?: 'mentor') => {
  const body: RunCertificates = {
    refused: null,
    standard: '1+X（初级）',
    standards: [COPC],
    of: 'customers',
    rows: ROWS,
    ...over,
  };
  const asked = serve({
    'GET /api/me': ok(signedIn(role)),
    'GET /api/runs/r1/certificates': ok(body),
    'POST /api/runs/r1/certificates': ok(body),
    'POST /api/runs/r1/certificates/4F7K92QXM3TD/withdraw': ok(body),
  });
  renderAt('/runs/r1/certificates', '/runs/:id/certificates', <IssuePage />);
  await screen.findByText('陈小雨');
  return asked;
};

describe('the certificates of an exam, as a teacher issues them', () => {
  it('[A23] a standard of the school’s list is chosen in place of words, and its lines are printed', async () => {
    const asked = await open();
    fireEvent.change(screen.getByRole('combobox', { name: '对应的标准' }), { target: { value: 'copc' } });
    expect(screen.queryByRole('textbox', { name: '自己写一句' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /发证书/ }));
    await waitFor(() => expect(asked.at(-2)?.body ?? asked.at(-1)?.body).toMatchObject({ standardId: 'copc' }));
    clean();
    const { facts } = certificate();
    const standardLines = [{ target: 'response' as const, words: '响应及时', mark: 92 }];
    render(<CertificateSheet certificate={certificate({ facts: { ...facts, standard: 'COPC', standardLines } })} />);
    const lines = within(screen.getByRole('region', { name: '对照「COPC」' }));
    expect(lines.getByRole('listitem').textContent).toBe('响应及时响应时效 92');
  });

  it('offers them to those who passed, with the standard written last, and sends whom was left ticked', async () => {
    const asked = await open({ rows: [...ROWS, row('04', '赵一')] });
    expect(screen.getByRole('textbox', { name: '自己写一句' })).toHaveProperty('value', '1+X（初级）');
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    fireEvent.click(screen.getByRole('checkbox', { name: /赵一/ }));
    fireEvent.click(screen.getByRole('button', { name: '发证书（1 人）' }));
    await waitFor(() =>
      expect(asked).toContainEqual({
        path: 'POST /api/runs/r1/certificates',
        body: { standard: '1+X（初级）', seats: ['01'] },
      }),
    );
  });

  it('says whose marks have changed, who hasn’t passed and what is open, and withdraws one for a reason', async () => {
    const asked = await open();
    expect(screen.getByText('发的时候 77 分，成绩后来变了')).toBeTruthy();
    expect(screen.getByText('没及格')).toBeTruthy();
    expect(screen.getByText('待核 2 处')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '撤回 王子涵 的证书' }));
    const dialog = await screen.findByRole('dialog');
    const withdraw = within(dialog).getByRole('button', { name: BUTTON.withdraw });
    expect(withdraw).toHaveProperty('disabled', true);
    fireEvent.change(within(dialog).getByRole('textbox', { name: '原因' }), { target: { value: '名字写错了' } });
    fireEvent.click(withdraw);
    await waitFor(() =>
      expect(asked).toContainEqual({
        path: 'POST /api/runs/r1/certificates/4F7K92QXM3TD/withdraw',
        body: { why: '名字写错了' },
      }),
    );
  });

  it('[F2] has no button while none can be issued, and says why; nor has a mentor', async () => {
    await open({ refused: 'report-not-published' });
    expect(screen.getByText(/先在成绩表上发布/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /发证书/ })).toBeNull();
    clean();
    forgetMe();
    await open({}, 'mentor');
    expect(screen.queryByRole('button', { name: /发证书/ })).toBeNull();
  });
});

describe('a certificate by its code', () => {
  const show = (reply: Parameters<typeof serve>[0][string]) => {
    serve({ 'GET /api/certificates/4F7K92QXM3TD': reply });
    renderAt('/certificates/4F7K92QXM3TD', '/certificates/:code', <CertificatePage />);
  };

  it('shows what was examined and the figures, the code in groups and a QR picture of the address', async () => {
    show(ok(certificate()));
    expect(await screen.findByText('有效')).toBeTruthy();
    expect(screen.getByText('4F7K-92QX-M3TD')).toBeTruthy();
    expect(screen.getByText('参加「期末考核」考试，在 20 分钟里接待 3 位客户，成绩合格。')).toBeTruthy();
    expect(screen.getByText('77 / 100（60 分及格）')).toBeTruthy();
    expect(screen.queryByText('复盘')).toBeNull();
    expect(screen.getByRole('img', { name: '核对这张证书的二维码' })).toBeTruthy();
  });

  it('[F4] says first that it was withdrawn, and why, and is not printed', async () => {
    show(ok(certificate({ withdrawn: { at: 1_764_100_000_000, why: '名字写错了' } })));
    expect(await screen.findByText('已撤回')).toBeTruthy();
    expect(screen.getByText(/撤回：名字写错了/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: BUTTON.print })).toBeNull();
  });

  it('says what to do where there is none', async () => {
    show({ ok: false, error: { code: 'unknown-certificate', message: '没有这个编号的证书。' } });
    expect(await screen.findByText('没有查到')).toBeTruthy();
    expect(screen.getByRole('link', { name: '查别的证书' })).toBeTruthy();
  });

  it('is found by typing the code; one that is too short is told so', async () => {
    serve({});
    renderAt('/certificates', '/certificates', <CheckPage />);
    const field = screen.getByRole('textbox', { name: '证书编号' });
    fireEvent.change(field, { target: { value: '4f7k-92qx' } });
    fireEvent.click(screen.getByRole('button', { name: '查' }));
    expect(await screen.findByText('编号是十二位字母和数字，现在是 8 位。')).toBeTruthy();
  });
});

it('[F5] a written paper’s says how many questions it had, and its topics; the way back leads to the paper', async () => {
  const { facts } = certificate();
  const of = { ...facts, questions: 25, customers: 0, dimensions: [{ name: '价格', percent: 80 }] };
  serve({ 'GET /api/certificates/4F7K92QXM3TD': ok(certificate({ facts: of })) });
  renderAt('/certificates/4F7K92QXM3TD', '/certificates/:code', <CertificatePage />);
  await screen.findByText('参加「期末考核」笔试，25 道题 20 分钟，成绩合格。');
  expect(screen.getByRole('region', { name: '各专题（百分比）' }).textContent).toContain('价格80');
  clean();
  await open({ of: 'paper' });
  expect(screen.getByRole('link', { name: '成绩表' }).getAttribute('href')).toBe('/runs/r1/paper');
});
