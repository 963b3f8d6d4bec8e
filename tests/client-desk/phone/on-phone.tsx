/** The desk on a phone over a server in memory, with a conversation open. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { onPhone } from '#tests/client/fixtures/viewport.ts';
import type { fakeServer } from '#tests/client-desk/fake-server.ts';
import { SUMMARY } from '#tests/client-desk/shop.ts';
import { DESK } from '#tests/support/labels.ts';
import { mountDesk } from './mount-desk.tsx';

export type PhoneServer = ReturnType<typeof fakeServer>['server'];

/** `customer`: whose conversation is opened out of the list; null: the list stays. */
export const openPhone = async (
  shop: ShopBody,
  log: readonly WireEvent[],
  customer: string | null,
): Promise<PhoneServer> => {
  onPhone();
  forgetLoaded();
  useShops.setState({ byId: { 'd1/suibu': shop }, errors: {} });
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? shop : SUMMARY }))),
  );
  const server = await mountDesk(log, Math.max(0, ...log.map(({ at }) => at)) + 1000);
  if (customer === null) return server;
  const list = within(screen.getByRole('region', { name: DESK.list }));
  await act(async () => fireEvent.click(list.getByRole('button', { name: new RegExp(`^\\d? ?${customer}`) })));
  return server;
};
