/** A testplan's shape: the trainees it must have, and everything they name. `authoring/testplan.ts` plays it. */
import type { FindingRule } from '#engine/model/rubric.ts';
import { listed, say } from '#i18n/say.ts';
import { missedMusts, quotedPoints } from '#library/checks/sentences/judged-sentences.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import type { AuthoredReply, AuthoredTestplan } from '#library/schema/testplan.ts';
import { toReplies } from '#library/schema/testplan.ts';
import type { CaseView } from '#library/view/case-view.ts';

/** The bands of marks in which trainees of these names must end (docs/writing-a-case.md §9). */
const BANDS: Readonly<Record<string, readonly [number, number]>> = {
  model: [90, 100],
  'second-model': [80, 100],
  middling: [60, 80],
  poor: [0, 60],
  silent: [0, 15],
  'paste-happy': [0, 50],
};
const REQUIRED = ['model', 'second-model', 'poor', 'silent', 'paste-happy'] as const;

export type PlanView = CaseView & { testplan: AuthoredTestplan; findings: readonly FindingRule[] };

export function* checkTestplan(view: PlanView): Iterable<Fault> {
  const missingTrainees = REQUIRED.filter((name) => view.testplan[name] === undefined);
  if (missingTrainees.length > 0)
    yield {
      code: 'testplan-trainee',
      path: [],
      message: say('checker:testplan.absent', { names: listed(missingTrainees) }),
    };
  for (const [name, trainee] of Object.entries(view.testplan)) {
    const [lowest, highest] = trainee.expect.score;
    const [minScore, maxScore] = BANDS[name] ?? [0, 100];
    if (lowest > highest || lowest < minScore || highest > maxScore)
      yield {
        code: 'testplan-band',
        path: [name, 'expect', 'score'],
        message: say('checker:testplan.band', { name, least: minScore, most: maxScore }),
      };
    yield* checkExpect(name, view);
    for (const [index, reply] of trainee.replies.entries()) yield* checkReply(reply, [name, 'replies', index], view);
  }
  if (view.testplan.model) yield* checkModel(view);
}

function* checkExpect(name: string, { testplan, findings, authored }: PlanView): Iterable<Fault> {
  const expect = testplan[name]?.expect;
  for (const key of ['findings', 'absent'] as const)
    for (const [index, code] of (expect?.[key] ?? []).entries())
      if (findings.length > 0 && !findings.some((rule) => rule.code === code))
        yield {
          code: 'unknown-id',
          path: [name, 'expect', key, index],
          message: say('checker:testplan.finding', { code }),
        };
  const ending = expect?.ending;
  if (ending !== undefined && !(ending in authored.endings))
    yield {
      code: 'unknown-id',
      path: [name, 'expect', 'ending'],
      message: say('checker:testplan.ending', { id: ending }),
    };
}

function* checkReply(reply: AuthoredReply, path: Path, { authored, shop, actions }: PlanView): Iterable<Fault> {
  const beat = reply.to.split('/').at(-1) ?? '';
  if (beat !== 'any' && beat !== 'end' && !authored.beats.some(({ id }) => id === beat))
    yield { code: 'unknown-id', path: [...path, 'to'], message: say('checker:testplan.beat', { id: beat }) };
  for (const [index, call] of (reply.do ?? []).entries()) {
    const { action, ...fields } = call;
    const spec = actions.get(action);
    if (!spec || (shop && !shop.actions.includes(action)))
      yield {
        code: 'unknown-id',
        path: [...path, 'do', index, 'action'],
        message: say('checker:testplan.action', { action }),
      };
    for (const name of Object.keys(fields))
      if (spec && !spec.fields.some((field) => field.name === name))
        yield {
          code: 'unknown-id',
          path: [...path, 'do', index, name],
          message: say('checker:testplan.field', { action, field: name }),
        };
  }
  for (const part of toReplies([reply])[0]?.say ?? [])
    if ('quickReply' in part && shop && !shop.quickReplies.some(({ id }) => id === part.quickReply))
      yield {
        code: 'unknown-id',
        path: [...path, reply.say === undefined ? 'quick-reply' : 'say'],
        message: say('checker:testplan.quick-reply', { id: part.quickReply }),
      };
}

/** All the model trainee says at a beat, taken together, must say every must point of it. */
function* checkModel({ testplan, authored, shop, exemplars }: PlanView): Iterable<Fault> {
  const replies = testplan.model?.replies ?? [];
  for (const beat of authored.beats) {
    const repliesHere = replies.filter(({ to }) => to.split('/').at(-1) === beat.id);
    const questions = (beat.asks ?? []).filter(({ waits }) => waits !== false);
    const texts = toReplies(repliesHere).flatMap(({ say }) =>
      say.map((part) =>
        'text' in part ? part.text : (shop?.quickReplies.find(({ id }) => id === part.quickReply)?.text ?? ''),
      ),
    );
    const firstReply = repliesHere[0];
    if (!firstReply || texts.length === 0) continue;
    const missedPoints = missedMusts(texts.join('\n'), beat, questions, { shop, exemplars });
    if (missedPoints.length > 0)
      yield {
        code: 'testplan-model',
        path: ['model', 'replies', replies.indexOf(firstReply)],
        message: say('checker:testplan.model', { beat: beat.id, points: quotedPoints(missedPoints) }),
      };
  }
}
