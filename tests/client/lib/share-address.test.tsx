import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ADDRESS_KEY, shareOrigin, useShareLink } from '#client/lib/hooks/share-address.ts';
import { clean, ok, serve } from '#tests/client/fixtures/page.tsx';

afterEach(() => {
  localStorage.clear();
  clean();
});

const LAN = { network: 'WLAN', url: 'http://192.168.1.5:3000' };
const WIRED = { network: '以太网', url: 'http://10.0.0.9:3000' };
const HERE = 'http://localhost:3000';

it('[N30] a link holds the address chosen at the lobby, else the public one, else the first, else this page’s', () => {
  expect(shareOrigin({ publicUrl: null, addresses: [LAN, WIRED] }, null, HERE)).toBe(LAN.url);
  expect(shareOrigin({ publicUrl: null, addresses: [LAN, WIRED] }, '以太网', HERE)).toBe(WIRED.url);
  expect(shareOrigin({ publicUrl: 'https://drill.school.cn', addresses: [LAN] }, null, HERE)).toBe(
    'https://drill.school.cn',
  );
  expect(shareOrigin({ publicUrl: 'https://drill.school.cn', addresses: [LAN] }, 'WLAN', HERE)).toBe(LAN.url);
  expect(shareOrigin({ publicUrl: null, addresses: [] }, 'WLAN', HERE)).toBe(HERE);
});

it('[N30] codes that are printed lead there, too', async () => {
  const Link = () => <p>{useShareLink()('/certificates')}</p>;
  localStorage.setItem(ADDRESS_KEY, JSON.stringify('WLAN'));
  serve({ 'GET /api/addresses': ok({ publicUrl: null, addresses: [LAN] }) });
  render(<Link />);
  await waitFor(() => expect(screen.getByText('http://192.168.1.5:3000/certificates')).toBeTruthy());
});
