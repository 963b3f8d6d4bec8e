import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClassPage } from '#client/features/classroom/class-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import { Toasts } from '#client/ui/layout/toasts.tsx';
import type { RosterPreview } from '#contract/people.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { classBody, member, signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON, RUN } from '#tests/support/labels.ts';

beforeEach(() => useToasts.setState({ toasts: [] }));
afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const CLASS = '/api/classes/c1';
const PREVIEW: RosterPreview = {
  rows: [
    { line: 2, no: '1', name: '陈小雨', errors: [] },
    { line: 3, no: '2', name: '', errors: ['no-name'] },
    { line: 4, no: '1', name: '李明', errors: ['same-no'] },
  ],
  good: 1,
  columns: { no: '学号', name: '姓名' },
  leftOut: 0,
};

const open = (body: ReturnType<typeof classBody>, more: Parameters<typeof serve>[0] = {}, me = signedIn()) => {
  const asked = serve({ 'GET /api/me': ok(me), [`GET ${CLASS}`]: ok(body), ...more });
  renderAt(
    '/classes/c1',
    '/classes/:id',
    <>
      <ClassPage />
      <Toasts />
    </>,
  );
  return asked;
};
const bodies = (asked: ReturnType<typeof serve>, path: string) =>
  asked.filter((request) => request.path === `POST ${path}`).map(({ body }) => body);

describe('roster import', () => {
  const look = async (more: Parameters<typeof serve>[0] = {}) => {
    const asked = open(classBody([]), { [`POST ${CLASS}/roster/preview`]: ok(PREVIEW), ...more });
    fireEvent.change(await screen.findByLabelText('粘贴名单'), { target: { value: '学号 姓名\n1 陈小雨' } });
    fireEvent.click(screen.getByRole('button', { name: '先看一遍' }));
    await screen.findByText('3 行，1 行可以用');
    return asked;
  };

  it('shows the rows it read with the fault of each, and writes nothing', async () => {
    const asked = await look();
    expect(screen.getByText('学号取自「学号」，姓名取自「姓名」')).toBeTruthy();
    expect(screen.getByText('没有姓名')).toBeTruthy();
    expect(screen.getByText('学号和别的行一样')).toBeTruthy();
    for (const line of [3, 4, 3]) {
      fireEvent.click(screen.getByRole('button', { name: '看下一处错' }));
      expect(document.activeElement).toBe(screen.getByLabelText(`第 ${line} 行的姓名`));
    }
    expect(bodies(asked, `${CLASS}/roster`)).toEqual([]);
  });

  it('adds the right rows once others are corrected or dropped', async () => {
    const asked = await look({ [`POST ${CLASS}/roster`]: ok(classBody([member('m1'), member('m2')])) });
    fireEvent.change(screen.getByLabelText('第 4 行的学号'), { target: { value: '3' } });
    expect(screen.getByText('3 行，2 行可以用')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /去掉第 3 行/ }));
    expect(screen.getByText('2 行，2 行可以用')).toBeTruthy();
    const add = screen.getByRole('button', { name: '加入 2 人' });
    fireEvent.click(add);
    fireEvent.click(add);
    await waitFor(() =>
      expect(bodies(asked, `${CLASS}/roster`)).toEqual([
        {
          rows: [
            { no: '1', name: '陈小雨' },
            { no: '3', name: '李明' },
          ],
        },
      ]),
    );
    expect(await screen.findByText('加入了 2 人')).toBeTruthy();
  });

  it('reads a file at once, or says why it could not', async () => {
    const asked = open(classBody([]), {
      [`POST ${CLASS}/roster/preview`]: {
        ok: false,
        error: {
          code: 'file-unreadable',
          message: '读不出这个文件：名单.doc。用 .xlsx 或 .csv，或者把名单直接粘贴进来。',
        },
      },
    });
    const file = new File(['x'], '名单.doc');
    fireEvent.change(await screen.findByLabelText('名单文件'), { target: { files: [file] } });
    expect((await screen.findByRole('alert')).textContent).toContain('读不出这个文件');
    expect(bodies(asked, `${CLASS}/roster/preview`)).toHaveLength(1);
  });
});

describe('members', () => {
  const two = [
    member('m1', { no: '1', name: '陈小雨', drills: 3 }),
    member('m2', { no: '2', name: '李明', login: 'li' }),
  ];

  it('can be taken out and put back from the toast', async () => {
    const asked = open(classBody(two), { [`POST ${CLASS}/members/m1`]: ok(null) });
    fireEvent.click(await screen.findByRole('button', { name: '把陈小雨移出班级' }));
    fireEvent.click(await screen.findByRole('button', { name: RUN.undo }));
    await waitFor(() => expect(bodies(asked, `${CLASS}/members/m1`)).toEqual([{ left: true }, { left: false }]));
  });

  it('get an account, or a new password with the one they have', async () => {
    const asked = open(classBody(two), { [`POST ${CLASS}/members/m2/account`]: ok(null) });
    const [, second] = await screen.findAllByRole('button', { name: /的账号$/ });
    expect(second?.textContent).toBe('换密码');
    if (second) fireEvent.click(second);
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'long-enough' } });
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '换密码' }));
    await waitFor(() =>
      expect(bodies(asked, `${CLASS}/members/m2/account`)).toEqual([{ login: 'li', password: 'long-enough' }]),
    );
  });

  it('can be corrected and added one by one, and a namesake is reported at the name', async () => {
    const asked = open(classBody(two), {
      [`POST ${CLASS}/members/m1`]: ok(null),
    });
    fireEvent.click(await screen.findByRole('button', { name: '修改陈小雨' }));
    fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '陈晓雨' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() => expect(bodies(asked, `${CLASS}/members/m1`)).toEqual([{ no: '1', name: '陈晓雨' }]));
    fireEvent.click(await screen.findByRole('button', { name: '加一位' }));
    fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '李明' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.add }));
    await screen.findByText('班里已经有了，同名的用学号分开');
    expect(bodies(asked, `${CLASS}/roster`)).toEqual([]);
    expect(screen.getByLabelText('姓名').getAttribute('aria-invalid')).toBe('true');
  });

  it('can be looked at by a mentor, but not changed', async () => {
    open(classBody(two), {}, signedIn('mentor'));
    await screen.findByRole('rowheader', { name: '陈小雨' });
    expect(screen.queryByRole('button', { name: /移出/ })).toBeNull();
    expect(screen.queryByRole('button', { name: '归档' })).toBeNull();
  });
});

describe('a class', () => {
  it('is renamed and archived', async () => {
    const asked = open(classBody([member('m1')]), { [`POST ${CLASS}`]: ok(null) });
    fireEvent.click(await screen.findByRole('button', { name: '改名' }));
    fireEvent.change(screen.getByLabelText('班级名称'), { target: { value: '电商 2404 班' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() => expect(bodies(asked, CLASS)).toEqual([{ name: '电商 2404 班' }]));
    fireEvent.click(await screen.findByRole('button', { name: '归档' }));
    await waitFor(() => expect(bodies(asked, CLASS)).toEqual([{ name: '电商 2404 班' }, { archived: true }]));
    expect(screen.getByRole('link', { name: RUN.add }).getAttribute('href')).toBe('/runs/new?class=c1');
  });

  it('of another school is treated as one that doesn’t exist', async () => {
    serve({
      'GET /api/me': ok(signedIn()),
      [`GET ${CLASS}`]: { ok: false, error: { code: 'unknown-class', message: '没有这个班。' } },
    });
    renderAt('/classes/c1', '/classes/:id', <ClassPage />);
    expect((await screen.findByRole('link', { name: '回上课' })).getAttribute('href')).toBe('/teach');
  });
});
