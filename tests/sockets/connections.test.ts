import { expect, test } from 'vitest';
import { type Connection, createConnections, MAX_PER_DEVICE } from '#sockets/connections.ts';
import type { SocketDevice } from '#sockets/socket-device.ts';

const phone: SocketDevice = { key: 'guest a', address: 'school', isKnown: true };

const opened = (count: number, device = phone) => {
  const connections = createConnections();
  const gone: number[] = [];
  const open = (n: number): Connection => {
    const connection = { usedAt: n, giveWay: () => void gone.push(n) };
    connections.add(device, connection);
    return connection;
  };
  const all = Array.from({ length: count }, (_, n) => open(n));
  return { connections, all, open, gone };
};

test('[N8] of nine pages the one that was used least lately gives way, never the new one', () => {
  const { all, open, gone } = opened(MAX_PER_DEVICE);
  expect(gone).toEqual([]);
  for (const [n, one] of all.entries()) one.usedAt = n === 3 ? 50 : 100 + n;
  open(-1);
  expect(gone).toEqual([3]);
  // The first page, still in use, outlasts those that a flapping phone leaves behind.
  const first = all[0];
  if (first === undefined) throw new Error('none');
  first.usedAt = 5000;
  for (let n = 1000; n < 1020; n++) open(n);
  expect(gone).not.toContain(0);
  expect(gone).toHaveLength(21);
});

test('a connection that has gone makes room, however often that is said', () => {
  const { connections, all, open, gone } = opened(MAX_PER_DEVICE);
  const first = all[0];
  if (first === undefined) throw new Error('none');
  connections.remove(phone, first);
  connections.remove(phone, first);
  open(100);
  expect(gone).toEqual([]);
  open(101);
  expect(gone).toEqual([1]);
});

test('pages without a cookie share the room of one device, which is wider', () => {
  const nobody: SocketDevice = { key: 'address school', address: 'school', isKnown: false };
  const { gone } = opened(61, nobody);
  expect(gone).toEqual([0]);
});

test('[N8] an address has room for 2,000 connections, whoever makes them', () => {
  const connections = createConnections();
  const add = (n: number) => {
    const device = { ...phone, key: `guest ${n % 300}` };
    const connection = { usedAt: n, giveWay: () => {} };
    connections.add(device, connection);
    return () => connections.remove(device, connection);
  };
  const close = Array.from({ length: 2000 }, (_, n) => {
    expect(connections.hasRoom(phone)).toBe(true);
    return add(n);
  });
  expect(connections.hasRoom(phone)).toBe(false);
  expect(connections.hasRoom({ ...phone, address: 'home' })).toBe(true);
  // Who is closed is told of twice: once when it gives way, once when its connection has gone.
  close[7]?.();
  close[7]?.();
  expect(connections.hasRoom(phone)).toBe(true);
  add(7);
  expect(connections.hasRoom(phone)).toBe(false);
});
