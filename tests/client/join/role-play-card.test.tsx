/** A seat's page in a lesson of role plays: who plays whom, and the way there. */
import '#client/app/i18n.ts';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Seat } from '#client/features/join/seat-page.tsx';
import { initialSeat, useSeat } from '#client/lib/seat/seat-store.ts';
import type { SeatBody } from '#contract/runs.ts';
import type { SeatPlay } from '#contract/together/role-plays.ts';
import { shop, startCard } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { seatBody, seatLine } from '#tests/client/fixtures/seat.ts';

beforeEach(() => {
  useSeat.setState(initialSeat, true);
  useShops.setState({ byId: { suibu: shop }, errors: {} });
});
afterEach(clean);

const MATE = { no: '2', name: '陈思远' };
const SERVE: SeatPlay = { part: 'serve', mate: MATE, drill: 'd1', state: 'waits', round: 1, mateIn: null };
const PLAY: SeatPlay = { part: 'play', mate: MATE, drill: null, state: 'waits', round: 2, mateIn: null };
const body = (parts: SeatPlay[], over: Partial<SeatBody> = {}): SeatBody => ({
  ...seatBody({ run: { stage: 'drill' }, state: 'serving', drill: 'd1' }),
  rolePlay: { parts },
  ...over,
});
const open = async (shown: SeatBody) => {
  serve({
    'GET /api/start-card?scenarios=promotion%2Fa&seat=s1': ok(startCard),
    'POST /api/seats/s1/role-play': ok({ code: 'abcd2345' }),
  });
  const fake = seatLine(ok(shown));
  renderAt('/seats/s1', '/seats/:id', <Seat id="s1" createTransport={() => fake.transport} />);
  await act(async () => fake.line.up());
};

it('[J106] stays here while the player isn’t ready, and says both rounds', async () => {
  await open(body([SERVE, PLAY]));
  const [first, second] = screen.getAllByRole('listitem');
  expect(first?.textContent).toContain('第 1 轮你接待，陈思远演客户还没开始');
  expect(second?.textContent).toContain('第 2 轮你演客户，陈思远接待');
  expect(screen.getByRole('link', { name: '去等客户' }).getAttribute('href')).toBe('/role-play/wait/d1');
});

it('[J106] one press takes the card and leads to it', async () => {
  await open(body([PLAY, SERVE]));
  fireEvent.click(screen.getByRole('button', { name: '拿角色卡' }));
  await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/role-play/abcd2345'));
});

it('[J117] numbers the rounds by the group, and says until when the mate is busy', async () => {
  const third: SeatPlay = { ...SERVE, mate: { no: '1', name: '林可欣' }, round: 3, mateIn: 1 };
  await open(body([{ ...PLAY, mateIn: 1 }, third]));
  const [first, second] = screen.getAllByRole('listitem');
  expect(first?.textContent).toContain('第 2 轮你演客户，陈思远接待陈思远先在第 1 轮演客户，聊完轮到你们');
  expect(second?.textContent).toContain('第 3 轮你接待，林可欣演客户还没开始');
  expect(screen.queryByRole('button', { name: '拿角色卡' })).toBeNull();
  expect(screen.getByRole('button', { name: '先看角色卡' }).className).not.toMatch(/bg-accent-solid/);
  clean();
  await open(body([PLAY, { ...third, mateIn: null }]));
  expect(screen.getByRole('button', { name: '拿角色卡' }).className).toMatch(/bg-accent-solid/);
});

it('[J106] a talk that goes on is the desk’s, and whoever is in no pair reads what to do', async () => {
  await open(body([{ ...PLAY, state: 'going' }, SERVE]));
  expect(screen.getByRole('button', { name: '接着演' })).toBeTruthy();
  clean();
  await open(body([{ ...SERVE, mate: null }]));
  expect(screen.getByText(/没有排到搭档/)).toBeTruthy();
  clean();
  await open(body([{ ...SERVE, state: 'going' }, PLAY]));
  await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/drills/d1'));
});

it('[J107] in the debrief the card is found again, to settle what the judge doubted', async () => {
  const parts: SeatPlay[] = [
    { ...SERVE, drill: null, state: 'over' },
    { ...PLAY, state: 'over' },
  ];
  const shown = body(parts, { state: 'done', drill: null });
  await open({ ...shown, run: { ...shown.run, stage: 'debrief' } });
  fireEvent.click(screen.getByRole('button', { name: '对一对我演的那场' }));
  await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/role-play/abcd2345'));
});
