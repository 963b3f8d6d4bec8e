import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NewRunPage } from '#client/features/classroom/new-run/new-run-page.tsx';
import { chinaInput, fromChinaInput } from '#client/lib/due-words.ts';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Plan } from '#contract/runs.ts';
import { card } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { classRow, plan, run, signedIn, template } from '#tests/client/fixtures/people.ts';
import { RUN } from '#tests/support/labels.ts';

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const DAY = 24 * 3600_000;
const open = async () => {
  const asked = serve({
    'GET /api/me': ok(signedIn()),
    'GET /api/scenarios': ok([card({ id: 'promotion/a' })]),
    'GET /api/classes': ok([classRow()]),
    'GET /api/templates': ok([template({ plan: plan({ scenarios: ['promotion/a'] }) })]),
    'GET /api/incidents': ok([]),
    'GET /api/rush': ok({ profiles: [], factors: [1, 1, 1], closingMinutes: 5, shops: [] }),
    'POST /api/runs': ok(run({ id: 'r9' })),
  });
  renderAt('/runs/new', '/runs/new', <NewRunPage />);
  await screen.findByRole('button', { name: RUN.open });
  fireEvent.click(screen.getByRole('radio', { name: '作业' }));
  return asked;
};
const press = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } });
const go = () => fireEvent.click(screen.getByRole('button', { name: '布置作业' }));

describe('new homework', () => {
  it('is called so until somebody names it', async () => {
    await open();
    const name = () => screen.getByLabelText<HTMLInputElement>('名称', { selector: 'input' }).value;
    expect(name()).toMatch(/^周.作业$/);
    press('课堂');
    expect(name()).toMatch(/^周.(上午|下午|晚上)场$/);
    fill('名称', '双11 前的作业');
    press('作业');
    expect(name()).toBe('双11 前的作业');
  });

  it('[H1] shows nothing that a lesson alone has, and offers no exam', async () => {
    await open();
    for (const name of ['时间表', '突发', '模板']) expect(screen.queryByRole('group', { name })).toBeNull();
    expect(screen.queryByRole('radio', { name: '考试' })).toBeNull();
    expect(screen.getByRole('group', { name: '开放和截止' })).toBeTruthy();
    press('课堂');
    expect(screen.getByRole('radio', { name: '考试' })).toBeTruthy();
    expect(screen.queryByRole('group', { name: '开放和截止' })).toBeNull();
  });

  it('[H5] sends its window, attempts, what counts and the late rule, and leads to its page', async () => {
    const asked = await open();
    const due = chinaInput(Date.now() + 2 * DAY);
    const until = chinaInput(Date.now() + 4 * DAY);
    fill('截止', due);
    press('不限');
    press('平均分');
    press('收，按天扣分');
    fill('最晚收到', until);
    fill('每迟 1 天扣', '4');
    fill('最多扣', '15');
    go();
    await waitFor(() => expect(asked.some(({ path }) => path === 'POST /api/runs')).toBe(true));
    const [sent] = asked.flatMap(({ path, body }) =>
      path === 'POST /api/runs' ? [(body as { plan: Plan }).plan] : [],
    );
    expect(sent?.homework).toMatchObject({
      ...{ dueAt: fromChinaInput(due), attempts: null, counts: 'mean' },
      late: { until: fromChinaInput(until), off: { perDay: 4, most: 15 } },
    });
    expect(sent).toMatchObject({ stages: [], incidents: [], mode: 'lesson' });
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/runs/r9/homework'));
  });

  it('[H2] sends no window that is wrong, and says beside the field what is', async () => {
    const asked = await open();
    fill('截止', chinaInput(Date.now() - DAY));
    press('收，标迟交');
    fill('最晚收到', chinaInput(Date.now() - 2 * DAY));
    go();
    expect(screen.getByText('截止要在现在和开放之后，一年以内')).toBeTruthy();
    expect(screen.getByText('要比截止晚')).toBeTruthy();
    expect(asked.some(({ path }) => path === 'POST /api/runs')).toBe(false);
  });
});
