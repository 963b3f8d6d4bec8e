/** What a trainee's path says of a condition that nothing counts for yet. */
import '#client/app/i18n.ts';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import { NextStep } from '#client/features/learning-path/next-step.tsx';
import { StageList } from '#client/features/learning-path/stage-list.tsx';
import '#client/features/learning-path/strings.ts';
import type { ConditionPosition, OwnPath } from '#contract/practice/learning-path.ts';

afterEach(cleanup);

const condition = (id: string, figure: number | null): ConditionPosition => ({
  ...{ id, name: id, measure: 'response-mean', needs: 40, share: null },
  ...{ figure, met: false, metAt: null, sources: [], of: 0 },
});
const pathOf = (...conditions: ConditionPosition[]): OwnPath => ({
  ...{ name: null, basis: 'class', withPractice: {}, waiting: 0, signedIn: false, current: 0, since: null },
  next: { condition: conditions[0]?.id ?? '', suggestion: null },
  stages: [{ id: 's1', name: '实战', about: '', weeks: 2, met: false, conditions }],
});
const show = (path: OwnPath) =>
  render(
    <MemoryRouter>
      <NextStep path={path} />
      <StageList position={path} withPractice={{}} />
    </MemoryRouter>,
  );

it('[X36] says in words that there is no result yet, and not by a dash in a sentence', () => {
  const { container } = show(pathOf(condition('平均响应', null), condition('首响', 52)));
  expect(screen.getByText('「平均响应」还没有成绩，不超过 40 秒。')).toBeTruthy();
  expect(screen.getByText('还没有成绩，不超过 40 秒')).toBeTruthy();
  expect(screen.getByText('52 秒，不超过 40 秒')).toBeTruthy();
  expect(container.textContent).not.toContain('—');
});

it('tells the figure where there is one', () => {
  show(pathOf(condition('平均响应', 52)));
  expect(screen.getByText('「平均响应」现在是 52 秒，不超过 40 秒。')).toBeTruthy();
});
