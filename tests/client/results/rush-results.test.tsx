import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { sortSeats } from '#client/features/results/model/results-table.ts';
import { ResultsPage } from '#client/features/results/results-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { RunResults } from '#contract/results.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { plan, runBody, signedIn } from '#tests/client/fixtures/people.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { drillResult, results, seat } from './class.ts';

afterEach(() => {
  onDesktop();
  clean();
  forgetMe();
});

const rush = (served: number, lost: number, p80FirstS: number | null) => ({
  result: drillResult({ rush: { came: served + lost, served, lost, p80FirstS } }),
});
const plain = results();
const rushed: RunResults = {
  ...plain,
  seats: [
    seat(1, rush(6, 0, 21.4)),
    seat(2, rush(3, 4, 48)),
    seat(3, rush(0, 7, null)),
    seat(4, { joined: false, drill: null, result: null, attempts: [] }),
  ],
  figures: { ...plain.figures, rush: { served: 3, lost: 3.7, p80FirstS: 34.7, mostAtOnce: 1 } },
};
const PATH = '/api/runs/r1';
const open = async (body: RunResults) => {
  serve({
    'GET /api/me': ok(signedIn('teacher')),
    [`GET ${PATH}/results`]: ok(body),
    [`GET ${PATH}`]: ok(runBody({ id: 'r1', plan: plan() })),
    [`GET ${PATH}/rulings`]: ok([]),
  });
  renderAt('/runs/r1/results', '/runs/:id/results', <ResultsPage />);
  return await screen.findByText('学员1');
};

describe('the results of a rush', () => {
  it('[Q24] have who was served and lost, the first responses and the most at once, each to sort by', async () => {
    await open(rushed);
    const row = screen.getByText('学员2').closest('tr') as HTMLElement;
    expect(within(row).getByRole('button', { name: /丢掉的客户（位）/ }).textContent).toBe('4');
    expect(within(row).getByRole('button', { name: /首响 P80（秒）/ }).textContent).toBe('48.0');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '丢掉的客户（位）' })));
    const names = screen.getAllByRole('row').flatMap(({ textContent }) => /学员\d/.exec(textContent ?? '') ?? []);
    expect(names.map(String)).toEqual(['学员3', '学员2', '学员1', '学员4']);
    expect(document.body.textContent).not.toMatch(/undefined|NaN/);
  });

  it('[Q24] put who has no figure last, whichever way they are sorted', () => {
    for (const descending of [true, false]) {
      const order = sortSeats(rushed.seats, { key: { kind: 'rush', column: 'p80FirstS' }, descending });
      expect(order.slice(2).map(({ seat: id }) => id)).toEqual(['s3', 's4']);
    }
  });

  it('[Q24] can be sorted by who lost most on a phone', async () => {
    onPhone();
    await open(rushed);
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'lost' } });
    const names = screen.getAllByRole('link', { name: /学员\d/ }).map(({ textContent }) => textContent);
    expect(names).toEqual(['学员3', '学员2', '学员1']);
  });

  it('[Q24] are in no other run’s table', async () => {
    await open(plain);
    expect(screen.queryByRole('button', { name: '丢掉的客户（位）' })).toBeNull();
  });
});
