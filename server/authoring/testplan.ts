/** Plays a case's testplan through the engine and says where a trainee's result isn't what its author expects. */

import type { Report } from '#contract/report.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { say } from '#i18n/say.ts';
import type { Code } from '#library/diagnostics/codes.ts';
import { type Diagnostic, diagnose } from '#library/diagnostics/diagnostics.ts';
import { contentFor, type Library } from '#library/load.ts';
import type { Reply, Trainee } from '#library/schema/testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { playDrill } from './play-drill.ts';

/** The trainee who does all of it. */
export const MODEL = 'model';

const endingOf = (events: readonly DrillEvent[]): string | null => {
  const last = events.findLast((e) => e.kind === 'ending-reached');
  return last?.kind === 'ending-reached' ? last.ending : null;
};

type Complaint = { code: Code; path: readonly string[]; message: string };

const complaints = (
  name: string,
  expect: Trainee['expect'],
  { score, least }: { score: number; least: number },
  codes: ReadonlySet<string>,
  ending: string | null,
): Complaint[] => {
  const [lowest, highest] = expect.score;
  const list: Complaint[] = [];
  if (score < lowest || score > highest)
    list.push({
      code: 'testplan-score',
      path: ['score'],
      message: say('school:testplan.score', { name, score, low: lowest, high: highest }),
    });
  else if (score < least)
    list.push({
      code: 'testplan-score',
      path: ['score'],
      message: say('school:testplan.card-score', { name, score, least }),
    });
  for (const code of expect.findings.filter((c) => !codes.has(c)))
    list.push({
      code: 'testplan-finding',
      path: ['findings'],
      message: say('school:testplan.finding', { name, code }),
    });
  for (const code of expect.absent.filter((c) => codes.has(c)))
    list.push({ code: 'testplan-absent', path: ['absent'], message: say('school:testplan.absent', { name, code }) });
  if (expect.ending !== null && ending !== expect.ending)
    list.push({
      code: 'testplan-ending',
      path: ['ending'],
      message:
        ending === null
          ? say('school:testplan.no-ending', { name, expected: expect.ending })
          : say('school:testplan.ending', { name, ending, expected: expect.ending }),
    });
  return list;
};

/** A drill of a testplan's trainee, played to its end and scored. */
export type PlayedPlan = { events: readonly DrillEvent[]; report: Report };

/** Who plays, and the least score of `model` where that is more than its author asks for. */
export type Wanted = { isWanted: (trainee: string) => boolean; modelLeast: number };
const EVERYBODY: Wanted = { isWanted: () => true, modelLeast: 0 };

/**
 * Codes `testplan-score`, `testplan-finding`, `testplan-absent`, `testplan-ending`, at the trainee's place in the testplan.
 * `play` is given where the same drills are known already: with seed 1, as a lesson.
 */
export const runTestplans = (
  library: Library,
  scenarioId: string,
  play: (replies: readonly Reply[]) => PlayedPlan = playOn(library, scenarioId),
  { isWanted, modelLeast }: Wanted = EVERYBODY,
): Diagnostic[] => {
  const source = [...library.files.cases, ...library.files.short, ...library.files.parts].find(
    (c) => c.scenario.value?.id === scenarioId,
  )?.testplan;
  const plan = library.testplans.get(scenarioId);
  if (!source || !plan) return [];
  const trainees = Object.entries(plan).filter(([name]) => isWanted(name));
  return trainees.flatMap(([name, trainee]) => {
    const { events, report } = play(trainee.replies);
    const codes = new Set(report.findings.map((f) => f.code));
    const least = name === MODEL ? modelLeast : 0;
    return complaints(name, trainee.expect, { score: report.score, least }, codes, endingOf(events)).map(
      ({ code, path, message }) =>
        diagnose(code, source.file, source.source.locate([name, 'expect', ...path]), message),
    );
  });
};

/** Plays replies on the usual card of one case; its content is prepared when the first are played. */
const playOn = (library: Library, scenarioId: string): ((replies: readonly Reply[]) => PlayedPlan) => {
  let ready: { data: ContentData; hash: string; content: Content } | null = null;
  const prepared = () => {
    const { data, hash } = contentFor(library, [scenarioId]);
    return { data, hash, content: prepare(data) };
  };
  return (replies) => {
    ready ??= prepared();
    const { data, hash, content } = ready;
    const events = playDrill(content, { scenarios: [scenarioId], replies, seed: 1, mode: 'lesson', contentHash: hash });
    return { events, report: makeReport(data, events) };
  };
};
