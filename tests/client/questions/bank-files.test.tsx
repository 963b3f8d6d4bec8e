import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { QuestionsPage } from '#client/features/questions/questions-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Role } from '#contract/people.ts';
import type { QuestionMenu } from '#contract/questions.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { nobody, signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const level = (one: 1 | 3 | 5, count: number) => ({ level: one, count });
const menu: QuestionMenu = {
  topics: [
    { id: 'price', name: '价格', levels: [level(1, 4), level(3, 6)] },
    { id: 'returns', name: '退换货', levels: [level(1, 2), level(5, 0)] },
  ],
  ...{ own: [], general: [] },
};
const open = async (role: Role | null) => {
  serve({ 'GET /api/me': ok(role === null ? nobody() : signedIn(role)), 'GET /api/questions': ok(menu) });
  renderAt('/questions', '/questions', <QuestionsPage />);
  await screen.findByRole('heading', { name: '挑着练' });
};

describe('[B7] the question bank to take away', () => {
  it('is offered to staff, with how many questions are chosen', async () => {
    await open('teacher');
    expect(await screen.findByText(/上面挑出的 12 题/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('专题'), { target: { value: 'returns' } });
    expect(screen.getByText(/上面挑出的 2 题/)).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '权衡' }));
    for (const name of ['Excel 表格', 'Moodle（GIFT）'])
      expect(screen.getByRole('button', { name })).toHaveProperty('disabled', true);
  });

  it.each(['trainee', null] as const)('isn’t there for %s', async (role) => {
    await open(role);
    expect(screen.queryByText('带答案下载')).toBeNull();
  });
});
