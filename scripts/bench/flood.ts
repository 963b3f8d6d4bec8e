/**
 * Ten quiet trainees beside one hostile device. Each round measures their acknowledgements twice for each attack: while it
 * goes against their own server, and while it goes against a second one on the same machine, so that what the attacker
 * itself takes of the machine is in both. A figure is the 99th percentile of the first in ratio to that of the second,
 * over all rounds of the same run.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ZodType } from 'zod';
import { builtProgram } from '#scripts/built-server/built-server.mjs';
import { ATTACKS, type Attack, attackedSchema, type Order } from './attacks.ts';
import { percentile, rounded, type Size } from './figures.ts';
import { connectSeats, disconnectSeats, type Seat, steady } from './load.ts';
import { lengthenedSchema, processorSchema, type ServerOrder } from './long-turns.ts';
import { cookieOf, type ServerProcess, startServer, stopServer } from './server-process.ts';

export type FloodFigures = { [A in Attack as `${A}P99ToElsewhere`]: number } & {
  /** Processor seconds a second that the trainees' server spends more while it is attacked. */
  processorS: number;
  /** Commands of the attacker that their server carried out, a second. */
  servedPerS: number;
  /** The trainees' connections that were lost. */
  lost: number;
};

const TOP = join(import.meta.dirname, '..', '..');
const ATTACKER = 'scripts/bench/attacker.ts';
const TRAINEES = 10;
/** Milliseconds until the first customer has come, which is five seconds after the start. */
const ARRIVAL_MS = 5600;
/** Length of a phase, in those of an even load. */
const PHASE = 2;
/** Messages of the long drill, in those of a seat at full speed: at the limit of commands, five minutes of them. */
const LONG = 100;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const order = async <T>(child: ChildProcess, what: ServerOrder | Order, answer: ZodType<T>): Promise<T> => {
  child.send(what);
  const [message] = await once(child, 'message');
  return answer.parse(message);
};

type Attacked = { server: ServerProcess; attacker: ChildProcess };

/** A server with a long drill, and the device that has it. */
const startAttacked = async (folder: string, messages: number, ends: (() => Promise<void>)[]): Promise<Attacked> => {
  const server = await startServer('drill-server.ts', [folder, 'group', String(TRAINEES + 1)]);
  ends.push(() => stopServer(server));
  const [own = '', foreign = ''] = server.drills;
  const { events } = await order(server.child, { kind: 'lengthen', drill: own, messages }, lengthenedSchema);
  if (events < messages) throw new Error(`the long drill of the bench has ${events} events`);
  const built = await builtProgram(TOP, ATTACKER);
  const attacker = fork(built ?? join(TOP, ATTACKER), [server.url, cookieOf(server, own), own, foreign], {
    execArgv: built === null ? ['--import', 'tsx'] : [],
  });
  ends.push(async () => void attacker.kill('SIGKILL'));
  await once(attacker, 'message');
  return { server, attacker };
};

type Phase = { took: number[]; served: number; processorS: number };

/** One message a trainee and second while `against` is attacked; `processorS` is of the trainees' own server. */
const phase = async (
  seats: readonly Seat[],
  own: Attacked,
  against: Attacked,
  attack: Attack,
  seconds: number,
): Promise<Phase> => {
  const processor = () => order(own.server.child, { kind: 'processor' }, processorSchema);
  const before = await processor();
  against.attacker.send(attack);
  const took = await steady(seats, seconds, new Map());
  const { done } = await order(against.attacker, 'stop', attackedSchema);
  const after = await processor();
  return { took, served: done, processorS: after.processorS - before.processorS };
};

export const benchFlood = async (size: Size): Promise<FloodFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'));
  const ends: (() => Promise<void>)[] = [];
  try {
    const messages = LONG * size.messages;
    const [own, other] = await Promise.all([
      startAttacked(join(folder, 'own'), messages, ends),
      startAttacked(join(folder, 'other'), messages, ends),
    ]);
    const seats = await connectSeats(own.server, own.server.drills.slice(1));
    let lost = 0;
    for (const { socket } of seats) socket.on('disconnect', () => lost++);
    await pause(ARRIVAL_MS);
    const seconds = PHASE * size.steadyS;
    const here: Record<Attack, number[]> = { joins: [], garbage: [], connects: [] };
    const elsewhere: Record<Attack, number[]> = { joins: [], garbage: [], connects: [] };
    let [served, processorS] = [0, 0];
    for (let round = 0; round < size.rounds; round++) {
      for (const attack of ATTACKS) {
        // Which of the two is attacked first changes from round to round.
        for (const against of round % 2 === 0 ? [own, other] : [other, own]) {
          const measured = await phase(seats, own, against, attack, seconds);
          (against === own ? here : elsewhere)[attack].push(...measured.took);
          if (against === own) served += measured.served;
          processorS += (against === own ? 1 : -1) * measured.processorS;
          await pause(size.restMs);
        }
      }
    }
    const lostByNow = lost;
    disconnectSeats(seats);
    const ratio = (attack: Attack): number =>
      rounded(percentile(here[attack], 0.99) / percentile(elsewhere[attack], 0.99));
    const attackedS = size.rounds * ATTACKS.length * seconds;
    return {
      joinsP99ToElsewhere: ratio('joins'),
      garbageP99ToElsewhere: ratio('garbage'),
      connectsP99ToElsewhere: ratio('connects'),
      processorS: rounded(processorS / attackedS),
      servedPerS: rounded(served / attackedS),
      lost: lostByNow,
    };
  } finally {
    for (const end of ends.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  }
};
