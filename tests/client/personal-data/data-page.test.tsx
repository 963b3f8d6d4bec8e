import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { DataPage } from '#client/features/personal-data/data-page.tsx';
import { OwnDataPage } from '#client/features/personal-data/own-data-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { AuditRow } from '#contract/personal-data/audit.ts';
import type { ErasurePreview } from '#contract/personal-data/erasing.ts';
import type { DataBody } from '#contract/personal-data/retention.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const AT = 1_763_600_000_000;
const data: DataBody = {
  school: '云溪职校',
  settings: { days: { practice: 30, runs: null, signIns: null, sessions: null }, officer: null },
  staff: [{ id: 'li', name: '李导师' }],
  ...{ doneAt: null, nextAt: AT, due: [{ kind: 'practice', n: 12 }] },
};
const preview: ErasurePreview = {
  name: '电商三班',
  password: true,
  gone: [
    { what: 'people', n: 45 },
    { what: 'drills', n: 90 },
  ],
  stays: [{ what: 'figures', n: 3 }],
};
const row: AuditRow = {
  ...{ n: 7, at: AT, kind: 'run-made', what: '建了场次', actor: '王老师', subject: 'r1', hash: 'h' },
  details: { mode: 'exam' },
};
const answers = {
  'GET /api/me': ok(signedIn('admin')),
  'GET /api/data': ok(data),
  'GET /api/people': ok([]),
  'GET /api/classes': ok([{ id: 'k1', name: '电商三班', members: 45, runs: 1, archived: false }]),
  'GET /api/audit': ok({ rows: [row], more: false }),
  'GET /api/audit/check': ok({ rows: 7, brokenAt: null, head: 'h' }),
  'GET /api/classes/k1/erasure': ok(preview),
};
const choose = (label: string, at: number, value: string) => {
  const select = screen.getAllByLabelText(label)[at];
  if (select !== undefined) fireEvent.change(select, { target: { value } });
};

describe('the page of people’s data', () => {
  it('says who looks after it, what goes next, and saves what was set', async () => {
    const asked = serve({ ...answers, 'POST /api/data/settings': ok(data) });
    renderAt('/data', '/data', <DataPage />);
    expect(await screen.findByText('练习 12 场')).toBeTruthy();
    choose('个人信息负责人', 0, 'li');
    fireEvent.change(screen.getByRole('textbox', { name: '登录记录' }), { target: { value: '90' } });
    expect(screen.getByText('至少 184 天')).toBeTruthy();
    expect(screen.getByRole('button', { name: BUTTON.save }).hasAttribute('disabled')).toBe(true);
    fireEvent.change(screen.getByRole('textbox', { name: '登录记录' }), { target: { value: '200' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() =>
      expect(asked.find(({ path }) => path === 'POST /api/data/settings')?.body).toEqual({
        days: { practice: 30, runs: null, signIns: 200, sessions: null },
        officer: 'li',
      }),
    );
  });

  it('shows in figures what goes and what stays, and deletes nothing before the name is typed', async () => {
    const asked = serve({ ...answers, 'POST /api/classes/k1/erase': ok({ gone: preview.gone, stays: [] }) });
    renderAt('/data', '/data', <DataPage />);
    await screen.findByText('练习 12 场');
    choose('删什么', 0, 'class');
    await screen.findAllByRole('option', { name: '电商三班' });
    await waitFor(() => expect(within(screen.getByLabelText('哪一个')).getAllByRole('option')).toHaveLength(2));
    choose('哪一个', 0, 'k1');
    fireEvent.click(screen.getByRole('button', { name: '看看会删什么' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('45')).toBeTruthy();
    expect(dialog.getByText(/班级成绩不变/)).toBeTruthy();
    const erased = () => asked.filter(({ path }) => path === 'POST /api/classes/k1/erase');
    fireEvent.change(dialog.getByLabelText('写上「电商三班」确认'), { target: { value: '电商二班' } });
    fireEvent.change(dialog.getByLabelText('你的密码'), { target: { value: 'pinecone' } });
    fireEvent.click(dialog.getByRole('button', { name: '永远删除' }));
    expect(erased()).toEqual([]);
    fireEvent.change(dialog.getByLabelText('写上「电商三班」确认'), { target: { value: '电商三班' } });
    fireEvent.click(dialog.getByRole('button', { name: '永远删除' }));
    await waitFor(() => expect(erased().map(({ body }) => body)).toEqual([{ name: '电商三班', password: 'pinecone' }]));
  });

  it('shows the audit trail and checks it', async () => {
    serve(answers);
    renderAt('/data', '/data', <DataPage />);
    expect(await screen.findByText('建了场次')).toBeTruthy();
    expect(screen.getByText('r1 · mode=exam')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '核对' }));
    expect(await screen.findByText('7 条都对得上')).toBeTruthy();
  });
});

describe('the page of one’s own data', () => {
  it('exports, and deletes practice once its name is typed', async () => {
    const own = { ...preview, name: '我的练习', password: false };
    const asked = serve({
      'GET /api/me/practice/erasure': ok(own),
      'POST /api/me/practice/erase': ok({ gone: [], stays: [] }),
    });
    renderAt('/my-data', '/my-data', <OwnDataPage />);
    expect(screen.getByRole('button', { name: '导出我的数据' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '删除我的练习' }));
    fireEvent.change(await screen.findByLabelText('写上「我的练习」确认'), { target: { value: '我的练习' } });
    fireEvent.click(screen.getByRole('button', { name: '永远删除' }));
    await waitFor(() => expect(asked.some(({ path }) => path === 'POST /api/me/practice/erase')).toBe(true));
  });
});
