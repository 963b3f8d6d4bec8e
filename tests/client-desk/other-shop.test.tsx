import '#client/app/i18n.ts';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import { ConversationRow } from '#client/features/desk/conversations/conversation-row.tsx';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { arrived, OPENED, said } from './fake-server.ts';
import { SHOP } from './shop.ts';

beforeEach(() => {
  // The row asks for the drill, which no test here has a server for.
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  useShops.setState({
    byId: { 'd1/suibu': SHOP, 'd1/tinghe': { ...SHOP, id: 'tinghe', name: '汀禾护肤' } },
    errors: {},
  });
  const events = [
    OPENED,
    arrived('c1', 8000, '小鹿'),
    said('c1', 9000, '在吗'),
    { ...arrived('c2', 9000, '阿敏'), shop: 'tinghe' },
    arrived('c3', 9500, '大鹏'),
  ];
  const view = events.reduce((before, event, index) => foldDrill(before, event, index + 1), emptyView);
  useDrill.setState({ drillId: 'd1', view });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('a customer of another shop than the desk’s own says which on the row, the others don’t', () => {
  for (const id of ['c1', 'c2', 'c3']) render(<ConversationRow id={id} sign={null} />);
  const rows = screen.getAllByRole('button').map((row) => row.textContent ?? '');
  expect(rows.map((text) => text.includes('汀禾护肤'))).toEqual([false, true, false]);
  expect(rows.some((text) => text.includes(SHOP.name))).toBe(false);
});
