import { expect, test } from 'vitest';
import { pathTo } from '#client/lib/endpoints.ts';

test('the names in an address are filled in and escaped', () => {
  expect(pathTo('GET /api/runs')).toBe('/api/runs');
  expect(pathTo('GET /api/runs/:id/results', { id: 'a/b?c' })).toBe('/api/runs/a%2Fb%3Fc/results');
  expect(pathTo('GET /api/quick-replies/:id/versions/:version', { version: 3, id: 'suibu' })).toBe(
    '/api/quick-replies/suibu/versions/3',
  );
});

test('values that the path doesn’t name follow the question mark, lists with commas', () => {
  expect(pathTo('GET /api/start-card', { scenarios: 'a/b,c/d', seat: 's&1' })).toBe(
    '/api/start-card?scenarios=a%2Fb,c%2Fd&seat=s%261',
  );
  expect(pathTo('GET /api/start-card', { scenarios: 'a/b', seat: undefined })).toBe('/api/start-card?scenarios=a%2Fb');
  expect(pathTo('GET /api/drills/:id/report', { id: 'd1' })).toBe('/api/drills/d1/report');
});
