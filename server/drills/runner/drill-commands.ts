import type { Acked } from '#contract/commands.ts';
import { failure, type Reply, refused as refusedAs } from '#contract/errors.ts';
import { decideWith } from '#drills/judging/judge.ts';
import type { Command, Rejection, Result } from '#engine/model/commands.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { storageRefusal } from '#storage/health/storage-health.ts';
import { createCommandQueue, type Job } from './command-queue.ts';
import type { DrillMemory } from './drill-memory.ts';
import type { DrillNeeds } from './drill-needs.ts';
import type { CommitError } from './group-commit.ts';
import { entryOf, outcomeOf, storedAnswer } from './outcome.ts';
import { commandFor, type RequestState } from './requests.ts';

type Hooks = {
  attended(): boolean;
  frozen(): boolean;
  /** Whether the drill isn't this process's any more. */
  isDropped(): boolean;
  /** The storage says that another node has the drill. */
  notLeased(): void;
  /** Called after an error that would come again at once if the timer fired at once. */
  holdOff(): void;
  /** Nothing is in flight and nothing waits. */
  idle(): void;
};

/**
 * Carries out a drill's commands one by one.
 * Order, always: decide (and ask the judge) → append → after COMMIT evolve → present → publish → acknowledge.
 */
export function createDrillCommands(
  needs: DrillNeeds,
  content: Content,
  memory: DrillMemory,
  { attended, frozen, isDropped, notLeased, holdOff, idle }: Hooks,
) {
  const { engine, storage, commit, logger } = needs;
  const { id } = memory.row();
  const queue = createCommandQueue({ run, failed, idle });

  /** The answer the command got when it came before (RULES N2); null when it is new. */
  const earlierAnswer = async ({ commandId }: Job): Promise<Reply<Acked> | null> => {
    const stored = commandId === null ? null : await storage.ackOf(id, commandId);
    return stored === null ? null : storedAnswer(stored);
  };

  /** Does `rest` with what `asked` comes to, before any other command of the drill is begun. */
  function afterwards<T>(job: Job, asked: Promise<T>, rest: (answer: T) => void): void {
    const goOn = queue.hold(job);
    asked.then(
      (answer) => goOn(() => rest(answer)),
      (error: unknown) => goOn(() => failed(job, error)),
    );
  }

  function run(job: Job) {
    if (isDropped()) return job.done(refusedAs('drill-moving'));
    // Not even an answer given before is repeated while nobody would find what it acknowledges.
    if (storage.health.refusal() === 'storage-gone') {
      holdOff();
      return job.done(refusedAs('storage-gone'));
    }
    if (memory.isDoubted()) return afterwards(job, memory.refresh(), () => decide(job));
    decide(job);
  }

  /**
   * Answers a command of which nothing is to be stored; one that came before is answered as it was then (RULES N2). Where
   * something is to be stored, the append says that it came before: new commands, which are nearly all, aren't looked
   * for twice.
   */
  function answer(job: Job, reply: Reply<Acked>) {
    if (job.commandId === null) return job.done(reply);
    afterwards(job, earlierAnswer(job), (known) => job.done(known ?? reply));
  }

  function decide(job: Job) {
    const { drill } = memory.snapshot();
    const at = memory.timeAt(job.receivedAt);
    const scene = { ...sceneOf(memory, job.receivedAt), content, frozen: frozen(), attended: attended() };
    const command = commandFor(job.request, at, scene);
    if (command === null) return answer(job, { ok: true, value: { seq: drill.seq, now: at } });
    const decided = decideWith(needs, content, drill, command);
    if (!(decided instanceof Promise)) return carryOut(job, command, decided);
    afterwards(job, decided, (late) => carryOut(job, command, late));
  }

  function carryOut(job: Job, command: Command, decided: Result<DrillEvent[], Rejection>) {
    if (!decided.ok) return answer(job, { ok: false, error: failure(decided.error.code, decided.error.detail) });
    if (decided.value.length > 0) return append(job, command, decided.value);
    if (command.kind === 'tick') holdOff();
    answer(job, { ok: true, value: { seq: memory.snapshot().drill.seq, now: command.at } });
  }

  function append(job: Job, command: Command, events: readonly DrillEvent[]): void {
    // It may have been lost while the judge was asked.
    if (isDropped()) {
      job.done(refusedAs('drill-moving'));
      return;
    }
    const before = memory.snapshot();
    const outcome = outcomeOf({ engine, content }, before, job, command, events);
    const goOn = queue.hold(job);
    commit.add(entryOf(id, before.drill.seq, job, events, outcome), (result) =>
      goOn(() => {
        try {
          if (result.ok) memory.settle(events, outcome);
        } catch (error) {
          // It is stored, so it is acknowledged; who missed it hears it on joining again.
          logger.error({ err: error, drill: id }, 'publish failed');
        }
        if (result.ok) job.done({ ok: true, value: outcome.acked });
        else refuse(job, result.error);
      }),
    );
  }

  function failed(job: Job, error: unknown): void {
    logger.error({ err: error, drill: id }, 'command failed');
    memory.doubt();
    holdOff();
    // A database that can't be read just now is no fault of the program: what was sent may be sent again.
    job.done({ ok: false, error: failure(storageRefusal(error) ?? 'internal') });
  }

  /** A command that came before wasn't stored twice: it is answered as it was then. */
  function refuse(job: Job, error: CommitError): void {
    // The drill is as it was: nothing is read anew, as after an append that failed.
    if (error === 'duplicate-command') {
      answer(job, refusedAs('storage-failed'));
      return;
    }
    if (error === 'not-leased') {
      notLeased();
      job.done(refusedAs('drill-moving'));
      return;
    }
    logger.error({ drill: id, error }, 'append refused');
    memory.doubt();
    holdOff();
    const code = error === 'not-stored' ? storage.health.refusal() : 'storage-failed';
    if (code === 'storage-gone') job.done(refusedAs(code));
    else afterwards(job, earlierAnswer(job), (known) => job.done(known ?? refusedAs(code)));
  }

  const { submit, submitFirst, busy } = queue;
  return { submit, submitFirst, busy };
}

/** The part of a request's scene that the drill itself tells. */
function sceneOf(memory: DrillMemory, wall: number): Pick<RequestState, 'drill' | 'stoppedMs' | 'startsItself'> {
  const { drill, map } = memory.snapshot();
  const { place } = memory.row();
  return {
    drill,
    stoppedMs: map.running ? 0 : Math.max(0, Math.round(wall - map.wallAt)),
    // A run's drill needs no button; a replay task starts on 开始 (RULES N7).
    startsItself: place !== null && place.redo === null,
  };
}
