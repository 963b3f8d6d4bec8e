/** A run and its seats as the server would send them, and a connection whose messages the test sends. */
import { act, render } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { LobbyPage } from '#client/features/wall/lobby/lobby-page.tsx';
import { RunPage } from '#client/features/wall/run-frame.tsx';
import { WallPage } from '#client/features/wall/wall-page.tsx';
import type { Transport, TransportHandlers } from '#client/lib/socket.ts';
import type { CommandName } from '#contract/commands.ts';
import type { RunBody } from '#contract/runs.ts';
import type { LiveFault, WallTile } from '#contract/wall.ts';

export const NOW = 1_800_000_000_000;
const MINUTE = 60_000;

export const STAGES: RunBody['plan']['stages'] = [
  { kind: 'join', minutes: 3 },
  { kind: 'card', minutes: 2 },
  { kind: 'drill', minutes: 12 },
  { kind: 'debrief', minutes: 10 },
  { kind: 'redo', minutes: 10 },
  { kind: 'close', minutes: 3 },
  { kind: 'spare', minutes: 5 },
];

export const TIERS: RunBody['tiers'] = [
  { upTo: 2, excellentS: 18, passS: 30, failS: 60 },
  { upTo: 5, excellentS: 30, passS: 45, failS: 75 },
];

export const body = (over: Partial<RunBody> = {}): RunBody => ({
  id: 'r1',
  name: '周三上午场',
  className: '电商 2403 班',
  createdAt: NOW - 10 * MINUTE,
  startedAt: NOW - 3 * MINUTE,
  endedAt: null,
  stage: 'drill',
  mode: 'lesson',
  seats: 3,
  joined: 3,
  published: false,
  code: '482913',
  locked: false,
  frozen: false,
  plan: {
    scenarios: ['a/b'],
    mode: 'lesson',
    arrivals: 'spaced',
    pace: 20,
    minutes: 12,
    seed: 'same',
    attempts: 1,
    results: 'at-once',
    incidents: ['i/a'],
    stages: STAGES,
  },
  titles: [],
  incidents: [{ id: 'i/a', title: '怒气冲冲的客户', notice: '仓库通知：今天已经售罄。' }],
  tiers: TIERS,
  tier: { excellentS: 18, passS: 30, failS: 60 },
  clock: { elapsedMs: 3 * MINUTE, totalMs: 12 * MINUTE, running: true },
  log: [
    { stage: 'join', at: NOW - 8 * MINUTE },
    { stage: 'card', at: NOW - 5 * MINUTE },
    { stage: 'drill', at: NOW - 3 * MINUTE },
  ],
  now: NOW,
  redo: null,
  publishedAt: null,
  by: '王老师',
  ...over,
});

export const fault = (over: Partial<LiveFault> = {}): LiveFault => ({
  id: 'f1',
  at: NOW - 12_000,
  code: 'vague',
  family: 'evading',
  grave: false,
  redLine: false,
  title: '含糊',
  quote: '应该可以',
  conversation: 'c1',
  message: 'm2',
  ...over,
});

export const customer = (over: Partial<WallTile['conversations'][number]> = {}): WallTile['conversations'][number] => ({
  key: 'c1',
  name: '老陈茶铺',
  status: 'active',
  waitMs: null,
  mood: 'calm',
  ...over,
});

export const tile = (n: number, over: Partial<WallTile> = {}): WallTile => ({
  seat: `s${n}`,
  no: String(n).padStart(2, '0'),
  name: `学员${n}`,
  link: 'online',
  lostMs: null,
  asking: false,
  drill: `d${n}`,
  state: 'running',
  conversations: [customer({ waitMs: 5000 })],
  rounds: 2,
  meanMs: 20_000,
  firstMs: 12_000,
  faults: 0,
  families: {},
  redLines: 0,
  left: 0,
  latest: [],
  lateMs: 0,
  attempt: 1,
  injected: 0,
  redo: 'none',
  ...over,
});

/** A line whose other end is the test. */
export const fakeLine = (run: RunBody, tiles: readonly WallTile[]) => {
  const sent: { name: CommandName; payload: unknown }[] = [];
  let handlers: TransportHandlers | null = null;
  let refusal: { code: 'not-signed-in' | 'unknown-run'; message: string } | null = null;
  const line: Transport = {
    open: (given) => {
      handlers = given;
    },
    retry: () => {},
    send: (name, payload) => {
      sent.push({ name, payload });
      const value =
        name === 'run:watch'
          ? { run, tiles: { runId: run.id, now: run.now, all: true, tiles } }
          : { seq: 0, now: 0, mine: false, running: true };
      return Promise.resolve((refusal === null ? { ok: true, value } : { ok: false, error: refusal }) as never);
    },
    close: () => {},
  };
  return {
    line,
    sent,
    refuse: (code: 'not-signed-in' | 'unknown-run') => {
      refusal = { code, message: '没有这个场次。' };
    },
    up: () => act(async () => handlers?.onUp()),
    down: () => act(async () => handlers?.onDown()),
    tiles: (changed: readonly WallTile[], now = run.now) =>
      act(async () => handlers?.onTiles?.({ runId: run.id, now, all: false, tiles: [...changed] })),
    run: (next: RunBody) => act(async () => handlers?.onRun?.(next)),
    events: (message: Parameters<TransportHandlers['onEvents']>[0]) => act(async () => handlers?.onEvents(message)),
  };
};

const Where = () => {
  const { pathname, search } = useLocation();
  return <output data-testid="where">{`${pathname}${search}`}</output>;
};

/** Opens the run's pages at an address, with the connection up. */
export const enter = async (address: string, line: ReturnType<typeof fakeLine>) => {
  const open = () => line.line;
  const page = render(
    <MemoryRouter initialEntries={[address]}>
      <Routes>
        <Route path="/runs/:id" element={<RunPage id="r1" createTransport={open} />}>
          <Route path="lobby" element={<LobbyPage />} />
          <Route path="wall" element={<WallPage />} />
        </Route>
        <Route path="*" element={null} />
      </Routes>
      <Where />
    </MemoryRouter>,
  );
  await line.up();
  return page;
};
