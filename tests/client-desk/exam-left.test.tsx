import { fireEvent, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useExamLeft } from '#client/features/desk/model/drill-run.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import type { DrillSummary } from '#contract/bodies.ts';
import type { SeatBody } from '#contract/runs.ts';
import { clean, ok, serve } from '#tests/client/fixtures/page.tsx';
import { seatBody } from '#tests/client/fixtures/seat.ts';

afterEach(() => {
  vi.restoreAllMocks();
  clean();
});

const RUN = { id: 'r1', name: '期末模拟考', seat: 's1', no: '01', seatName: '林可欣', redo: false };
/** How often the server is told that the desk was hidden once. */
const toldOf = (run: DrillSummary['run'], mode: DrillSummary['mode'], homework: object | undefined): number => {
  const asked = serve({ 'POST /api/seats/s1/left': ok(null) });
  useSeat.setState({ body: { ...seatBody(), ...(homework && { homework }) } as SeatBody });
  const { unmount } = renderHook(() => useExamLeft(run, mode));
  fireEvent(document, new Event('visibilitychange'));
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  fireEvent(document, new Event('visibilitychange'));
  vi.restoreAllMocks();
  unmount();
  return asked.filter(({ path, body }) => path.endsWith('/left') && JSON.stringify(body) === '{"part":"customers"}')
    .length;
};

it('tells that the desk was hidden in an exam with a window, and in nothing else [O23]', () => {
  expect(toldOf(RUN, 'exam', {})).toBe(1);
  expect(toldOf(RUN, 'exam', undefined)).toBe(0);
  expect(toldOf(RUN, 'lesson', {})).toBe(0);
  expect(toldOf(null, 'exam', {})).toBe(0);
  expect(toldOf({ ...RUN, redo: true }, 'exam', {})).toBe(0);
});
