import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ExamTypingPage } from '#client/features/typing/exam-typing-page.tsx';
import type { TypingSeat } from '#contract/exams/typing.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(clean);

const NOW = Date.parse('2026-11-26T08:00:00Z');
const seat: TypingSeat = {
  ...{ phase: 'open', seat: { id: 's1', name: '甲' }, exam: '期末模拟考', minutes: 2, ms: 120_000, begunAt: NOW },
  ...{ texts: [{ id: 'one', text: '亲，您好' }], typed: ['亲，'], left: 0, pasted: 0, now: NOW },
};

it('is handed in early only once that was asked, and going on leads back into the field', async () => {
  const asked = serve({
    'GET /api/seats/s1/typing': ok(seat),
    'POST /api/seats/s1/typing/typed': ok({ ...seat, phase: 'over' }),
  });
  renderAt('/exams/seats/s1/typing', '/exams/seats/:id/typing', <ExamTypingPage />);
  const sent = () => asked.filter(({ path }) => path.startsWith('POST'));
  fireEvent.click(await screen.findByRole('button', { name: '不打了，交' }));
  await screen.findByText(/^还剩 (2:00|1:59)。/);
  expect(sent()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: '接着打' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('在这里打')));
  fireEvent.click(screen.getByRole('button', { name: '不打了，交' }));
  fireEvent.click(await screen.findByRole('button', { name: '现在交' }));
  await screen.findByText('打字这部分做完了');
  expect(sent().map(({ body }) => body)).toEqual([{ typed: ['亲，'], left: 0, pasted: 0, done: true }]);
});
