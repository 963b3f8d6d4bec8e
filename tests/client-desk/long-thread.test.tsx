/** A day's talk: only the end of it is drawn, and who scrolls up gets the rest at its place. */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { DRAWN_ROWS } from '#client/drill/thread/use-drawn-rows.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { arrived, fakeServer, OPENED, replied, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** One row each for a line and its reply. */
const ROUNDS = 200;
const ROW_PX = 30;

const openLongDesk = async () => {
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : SUMMARY }))),
  );
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  const { server, transport } = fakeServer();
  server.log.push(OPENED, arrived('c1', 1));
  for (let round = 1; round <= ROUNDS; round++)
    server.log.push(said('c1', round * 10, `问 ${round}`), replied('c1', round * 10 + 5, `答 ${round}`));
  const open = () => transport;
  render(
    <MemoryRouter>
      <Desk id="d1" createTransport={open} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await act(async () => {});
  const log = screen.getByRole('log');
  // The page of these tests has no layout: a row is as high as a row, and what is read stays where it was scrolled to.
  let top = 0;
  const rows = () => within(log).getAllByText(/^[问答] \d+$/).length;
  Object.defineProperties(log, {
    scrollHeight: { get: () => rows() * ROW_PX },
    clientHeight: { get: () => 600 },
    scrollTop: {
      get: () => top,
      set: (px: number) => {
        top = px;
      },
    },
  });
  const scrollTo = (px: number) => {
    top = px;
    fireEvent.scroll(log);
  };
  return { server, log, rows, scrollTo, top: () => top };
};

it('a long thread draws its end, earlier rows come where the reader is, and leave when they are back at the end', async () => {
  const { server, log, rows, scrollTo, top } = await openLongDesk();
  expect(rows()).toBeLessThanOrEqual(DRAWN_ROWS);
  expect(screen.queryByText('问 1')).toBeNull();
  screen.getByText(`答 ${ROUNDS}`);
  expect(log.getAttribute('aria-live')).toBeNull();

  scrollTo(rows() * ROW_PX - 700);
  const drawn = rows();
  scrollTo(100);
  expect(rows()).toBeGreaterThan(drawn);
  expect(top()).toBe(100 + (rows() - drawn) * ROW_PX);
  expect(log.getAttribute('aria-live')).toBe('off');
  // A customer's line moves nothing that is read.
  const before = rows();
  await act(async () => server.push(said('c1', 99_990, '新的一句')));
  expect(rows()).toBe(before);

  for (let i = 0; i < 20; i++) scrollTo(0);
  screen.getByText('问 1');
  scrollTo(rows() * ROW_PX - 600);
  expect(rows()).toBeLessThanOrEqual(DRAWN_ROWS);
  expect(log.getAttribute('aria-live')).toBeNull();
});

it('a search leads to a message that isn’t drawn yet', async () => {
  await openLongDesk();
  expect(screen.queryByText('问 93')).toBeNull();
  fireEvent.keyDown(document.body, { code: 'KeyK', key: 'k', ctrlKey: true });
  const field = within(screen.getByRole('dialog')).getByRole('combobox');
  fireEvent.change(field, { target: { value: '问 93' } });
  const options = within(screen.getByRole('dialog')).getAllByRole('option');
  const option = options.find((one) => one.textContent?.includes('问 93'));
  expect(option).toBeDefined();
  if (option) fireEvent.click(option);
  await vi.waitFor(() => screen.getByText('问 93'));
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('问 93'));
});
