import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { NewProjectPage } from '#client/features/project-task/new-project-page.tsx';
import { ProjectBoardPage } from '#client/features/project-task/project-board-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { HandOver, ProjectBoard } from '#contract/plans/projects.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const seat = (n: number, name: string) => ({ id: `s${n}`, no: `0${n}`, name });
const handOver: HandOver = {
  note: '脚长24.5',
  items: [
    { id: 'foot', says: '脚长24.5、脚背高', promise: false, held: true },
    { id: 'freight', says: '首次换码来回运费店里出', promise: true, held: false },
  ],
  again: [{ says: '22号要跑半马', quote: '您哪天比赛', held: false }],
  broken: [{ says: '首次换码来回运费店里出', quote: '运费您出' }],
  waitedMs: 20_000,
};
const board: ProjectBoard = {
  run: { id: 'r1', name: '周三项目任务' },
  roles: ['售前', '售后', '仓库'],
  groups: [
    {
      group: 0,
      seats: [seat(1, '王小明'), seat(2, '李静'), null],
      tasks: [
        {
          ...{ task: 'race-shoes', title: '半马前的那双鞋', customer: '阿栗要破二' },
          parts: [
            {
              ...{ role: '售前', seat: seat(1, '王小明'), state: 'handed', heldMs: 65_000, score: 92 },
              ...{ place: { drill: 'd1', conversation: 'c1' }, handOver: null },
            },
            {
              ...{ role: '售后', seat: seat(2, '李静'), state: 'here', heldMs: 5000, score: null },
              ...{ place: { drill: 'd2', conversation: 'c1' }, handOver },
            },
            { role: '仓库', seat: null, state: 'waits', heldMs: null, score: null, place: null, handOver: null },
          ],
        },
      ],
    },
  ],
  free: [seat(4, '赵敏')],
  now: 0,
};

it('[J44] [J45] the board says where each customer is, and a role is given to somebody without one', async () => {
  const asked = serve({
    'GET /api/me': ok(signedIn('teacher')),
    'GET /api/runs/r1/project': ok(board),
    'POST /api/runs/r1/project/role': ok(board),
  });
  renderAt('/runs/r1/project', '/runs/:id/project', <ProjectBoardPage />);
  await screen.findByText('第 1 组');
  expect(screen.getByText('交出去了')).toBeTruthy();
  expect(screen.getByText('正在接待')).toBeTruthy();
  expect(screen.getByText('在手 1:05')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '换人 仓库' }));
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('席位'), { target: { value: 's4' } });
  fireEvent.click(dialog.getByRole('button', { name: '交给他' }));
  await waitFor(() =>
    expect(asked).toContainEqual({
      path: 'POST /api/runs/r1/project/role',
      body: { group: 0, role: 2, seat: 's4' },
    }),
  );
});

it('[J43] a note opens to what it held and lacked, and the words of whoever asked again', async () => {
  serve({ 'GET /api/me': ok(signedIn('mentor')), 'GET /api/runs/r1/project': ok(board) });
  renderAt('/runs/r1/project', '/runs/:id/project', <ProjectBoardPage />);
  const note = await screen.findByRole('button', { name: /售前 的交接/ });
  expect(note.textContent).toContain('写到了 1 / 2');
  expect(note.textContent).toContain('1 样没兑现');
  fireEvent.click(note);
  expect(screen.getByText('承诺 · 首次换码来回运费店里出')).toBeTruthy();
  expect(screen.getByText('22号要跑半马：「您哪天比赛」')).toBeTruthy();
  // A mentor looks on.
  expect(screen.queryByRole('button', { name: /^换人/ })).toBeNull();
});

it('[J38] a task is set for the class that was asked for, and two of other roles are not set together', async () => {
  const choice = (id: string, roles: string[]) => ({
    ...{ id, title: `任务 ${id}`, teaches: '交接写全', shopName: '燧步运动', roles, minutes: 13 },
  });
  const asked = serve({
    'GET /api/me': ok(signedIn('teacher')),
    'GET /api/project-tasks': ok([choice('a', ['售前', '售后']), choice('b', ['售前', '仓库'])]),
    'GET /api/classes': ok([]),
    'POST /api/projects': ok({ id: 'r9' }),
  });
  renderAt('/projects/new?class=k1', '/projects/new', <NewProjectPage />);
  fireEvent.click(await screen.findByRole('checkbox', { name: /任务 b/ }));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '新建' }).disabled).toBe(true);
  fireEvent.click(screen.getByRole('checkbox', { name: /任务 b/ }));
  fireEvent.change(screen.getByRole('textbox', { name: '名称' }), { target: { value: '第一次' } });
  fireEvent.click(screen.getByRole('button', { name: '新建' }));
  await waitFor(() =>
    expect(asked).toContainEqual({
      path: 'POST /api/projects',
      body: { name: '第一次', classId: 'k1', tasks: ['a'], minutes: 26, results: 'published' },
    }),
  );
});

it('[X29] where the classes could not be loaded, it says so, and another try loads them and nothing else', async () => {
  const answers: Parameters<typeof serve>[0] = {
    'GET /api/me': ok(signedIn('teacher')),
    'GET /api/project-tasks': ok([
      { ...{ id: 'a', title: '任务 a', teaches: '交接写全', shopName: '燧步运动', roles: ['售前'], minutes: 13 } },
    ]),
    'GET /api/classes': 'offline',
  };
  const asked = serve(answers);
  renderAt('/projects/new', '/projects/new', <NewProjectPage />);
  expect(await screen.findByText('班级没有取到')).toBeTruthy();
  expect(screen.queryByRole('combobox', { name: '班级' })).toBeNull();
  answers['GET /api/classes'] = ok([{ id: 'k1', name: '电商 1 班', members: 30, archived: false }]);
  fireEvent.click(screen.getByRole('button', { name: BUTTON.again }));
  expect((await screen.findByRole<HTMLSelectElement>('combobox', { name: '班级' })).value).toBe('k1');
  expect(asked.filter(({ path }) => path === 'GET /api/project-tasks')).toHaveLength(1);
});
