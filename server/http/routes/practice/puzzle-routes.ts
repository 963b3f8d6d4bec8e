import type { SealsByCase } from '#classroom/exams/seals.ts';
import type { Principal } from '#common/access.ts';
import { createTokenBucket, type TokenBucket } from '#common/token-bucket.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Judge } from '#drills/judging/judge.ts';
import type { OpenPuzzle, Puzzles } from '#drills/puzzles/puzzles.ts';
import type { Api } from '#http/routes/api.ts';
import { type DrillRouteNeeds, limitByAddress } from '#http/routes/drill-routes.ts';

import type { PuzzleRatings } from './puzzle-ratings.ts';

type Needs = Pick<DrillRouteNeeds, 'storage' | 'catalogs' | 'clock' | 'seals'> & {
  engine: DrillEngine;
  judge: Pick<Judge, 'judge'>;
  areLimitsLifted?: boolean;
};

/** Answers of one device at once, and in the long run: somebody quick writes one in ten seconds. */
const ANSWER_BURST = 20;
const ANSWERS_PER_SECOND = 0.2;
const MAX_DEVICES = 10_000;

/** Routes of the puzzles. What they need is loaded with the first request. */
export const puzzleRoutes = (api: Api, needs: Needs): void => {
  const { storage, catalogs, clock, seals, engine, judge } = needs;
  let loadingRatings: Promise<PuzzleRatings> | null = null;
  const ratings = (): Promise<PuzzleRatings> => {
    loadingRatings ??= import('./puzzle-ratings.ts').then(({ createPuzzleRatings }) => createPuzzleRatings(storage));
    return loadingRatings;
  };
  let loading: Promise<Puzzles> | null = null;
  const puzzles = (): Promise<Puzzles> => {
    loading ??= import('#drills/puzzles/puzzles.ts').then(({ createPuzzles }) =>
      createPuzzles({ catalog: catalogs, engine, judge }),
    );
    return loading;
  };
  const bodies = () => import('#http/bodies/puzzle-bodies.ts');
  const perAddress = limitByAddress(clock);
  const buckets = new Map<string, TokenBucket>();
  /** Also for opening one: the first of a case compiles it in the judge's thread. */
  const mayAsk = (guest: string | null, address: string): boolean => {
    if (needs.areLimitsLifted === true) return true;
    if (!perAddress(address)) return false;
    if (guest === null) return true;
    if (buckets.size > MAX_DEVICES) buckets.clear();
    const bucket = buckets.get(guest) ?? createTokenBucket(ANSWER_BURST, ANSWERS_PER_SECOND, clock.now);
    buckets.set(guest, bucket);
    return bucket.take(1);
  };
  const opened = async (
    id: string,
    { principal, address }: { principal: Principal; address: string },
  ): Promise<Reply<OpenPuzzle & { sealed: SealsByCase }>> => {
    const all = await puzzles();
    const known = all.all().find((puzzle) => puzzle.id === id);
    if (known === undefined) return { ok: false, error: failure('unknown-puzzle') };
    const sealed = await seals.sealsFor(principal);
    if (sealed.has(known.case)) return { ok: false, error: failure('case-in-exam') };
    if (!mayAsk(principal.guest, address)) return { ok: false, error: failure('too-many-requests') };
    const open = await all.open(id);
    return open === null ? { ok: false, error: failure('unknown-puzzle') } : { ok: true, value: { ...open, sealed } };
  };

  api('GET /api/puzzles', async ({ principal }) => ({
    ok: true,
    value: (await bodies()).puzzleMenu(
      catalogs.data,
      (await puzzles()).all(),
      await seals.sealsFor(principal),
      clock.now(),
      { ratings: await (await ratings()).all(), own: await (await ratings()).own(principal) },
    ),
  }));
  api('GET /api/puzzles/:id', async ({ params, principal, address }) => {
    const open = await opened(params.id, { principal, address });
    if (!open.ok) return open;
    const value = (await bodies()).puzzleBody(
      catalogs.data,
      open.value,
      open.value.sealed,
      await (await ratings()).all(),
    );
    return value === null ? { ok: false, error: failure('unknown-puzzle') } : { ok: true, value };
  });
  api('POST /api/puzzles/own', async ({ principal, body }) => {
    const all = (await puzzles()).all();
    const day = (await bodies()).dayOf(catalogs.data, all, clock.now());
    return { ok: true, value: await (await ratings()).takeDevice(principal.person.id, body, all, day) };
  });
  api('POST /api/puzzles/:id/answers', async ({ params, principal, address, body }) => {
    const open = await opened(params.id, { principal, address });
    if (!open.ok) return open;
    const answered = await (await puzzles()).answer(open.value, body);
    if (!answered.ok) return { ok: false, error: failure(answered.refused, answered.detail) };
    const { dayOf, puzzleResultBody } = await bodies();
    const day = dayOf(catalogs.data, (await puzzles()).all(), clock.now());
    const { id, rating } = open.value.puzzle;
    const { credit } = answered.value;
    const told = { credit, seconds: body.seconds, player: body.player };
    const own = await (await ratings()).note(principal, { id, rating }, told, day);
    return { ok: true, value: puzzleResultBody(open.value, answered.value, own) };
  });
};
