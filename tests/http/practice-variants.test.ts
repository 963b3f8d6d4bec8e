import { expect, test } from 'vitest';
import type { VariantMark } from '#engine/model/content.ts';
import { engine } from '#server/engine-parts.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import { ask, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';

const CASE = 'return-dispute/seventh-day';
const OTHER = 'order-change/move-tomorrow';

type Opened = { cookie: string | null; marks: (VariantMark | undefined)[] };

/** Opens a practice by the request of the page's 开始, as this device or as a new one. */
const practise = async (
  { url, storage }: TestServer,
  { cookie = null, scenarios = [CASE], seed }: { cookie?: string | null; scenarios?: string[]; seed?: number } = {},
): Promise<Opened> => {
  const answer = await ask(`${url}/api/drills`, {
    method: 'POST',
    cookie,
    body: { scenarios, mode: 'practice', seed },
  });
  const { id } = valueIn(answer) as { id: string };
  const { contentHash } = (await storage.drill(id)) ?? { contentHash: '' };
  const { scenarios: cases } = JSON.parse((await storage.content(contentHash)) ?? '{"scenarios":[]}') as {
    scenarios: { variant?: VariantMark }[];
  };
  return { cookie: cookie ?? answer.cookie, marks: cases.map(({ variant }) => variant) };
};
const drawn = ({ marks }: Opened): string => JSON.stringify(marks.map((mark) => mark?.drawn));

test('practice meets no variant again before the others of the deck came, and two devices have different decks [K5]', async () => {
  const server = await testServer({ catalog: shipped().catalog, engine });
  const first = await practise(server);
  const { cookie } = first;
  const opened = [first];
  for (let count = 1; count < 6; count += 1) opened.push(await practise(server, { cookie }));
  expect(opened.map(({ marks }) => marks[0]?.card)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(new Set(opened.map(drawn)).size).toBe(opened.length);
  const stranger = await practise(server);
  expect(stranger.marks[0]?.card).toBe(0);
  expect(stranger.marks[0]?.deck).not.toBe(first.marks[0]?.deck);
});

test('two cases practised together get the card after that of the case practised more often [K5]', async () => {
  const server = await testServer({ catalog: shipped().catalog, engine });
  const { cookie } = await practise(server);
  await practise(server, { cookie });
  const both = await practise(server, { cookie, scenarios: [OTHER, CASE] });
  expect(both.marks.map((mark) => mark?.card)).toEqual([2, 2]);
});

test('a seed that is named has its card of the common deck [K5]', async () => {
  const server = await testServer({ catalog: shipped().catalog, engine });
  const { cookie, marks } = await practise(server, { seed: 4 });
  expect(marks).toMatchObject([{ deck: '', card: 4 }]);
  expect(drawn(await practise(server, { cookie, seed: 4 }))).toBe(drawn({ cookie, marks }));
});
