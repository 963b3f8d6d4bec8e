import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { GoalLine } from '#client/features/report/figures/goal-line.tsx';
import type { Report } from '#contract/report.ts';
import { clean, renderAt } from '#tests/client/fixtures/page.tsx';

afterEach(clean);

const goal = (met: NonNullable<Report['goal']>['met']): Report['goal'] => ({
  ...{ title: '第一句就碰到问题', advice: '', family: 'late', from: { drill: 'd0', endedAt: 1 }, met },
  ...{
    before: { count: 3, chances: 8 },
    now: { count: 1, chances: 6 },
    text: '上次 8 句里 3 次，这次 6 句里 1 次，少了。',
  },
});

describe('the last goal', () => {
  it.each([
    ['met', '做到了'],
    ['better', '好些了'],
    ['not-met', '还没做到'],
    ['not-tried', '没碰上'],
  ] as const)('[M5] %s is shown by its own word', (met, word) => {
    renderAt('/', '/', <GoalLine goal={goal(met)} />);
    expect(screen.getByRole('heading', { name: '上次的目标' })).toBeTruthy();
    expect(screen.getByText(word)).toBeTruthy();
    expect(screen.getByText(/这次 6 句里 1 次/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '看上一场' }).getAttribute('href')).toBe('/drills/d0/report');
  });

  it('is not shown where there was none', () => {
    renderAt('/', '/', <GoalLine goal={null} />);
    expect(screen.queryByText('上次的目标')).toBeNull();
  });
});
