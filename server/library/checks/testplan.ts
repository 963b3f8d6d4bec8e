/** A testplan's shape: the trainees it must have, and everything they name. Playing it is `authoring/testplan.ts`'s. */
import type { FindingRule } from '#engine/model/rubric.ts';
import { missedMusts } from '#library/checks/words/language.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import type { AuthoredReply, AuthoredTestplan } from '#library/schema/testplan.ts';
import { toReplies } from '#library/schema/testplan.ts';
import type { CaseView } from '#library/view/case-view.ts';

/** docs/writing-a-case.md §9: the bands a trainee of that name must lie in. */
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
  const absent = REQUIRED.filter((name) => view.testplan[name] === undefined);
  if (absent.length > 0)
    yield { code: 'testplan-trainee', path: [], message: `缺学员 ${absent.join('、')}：各写 replies 和 expect` };
  for (const [name, trainee] of Object.entries(view.testplan)) {
    const [low, high] = trainee.expect.score;
    const [least, most] = BANDS[name] ?? [0, 100];
    if (low > high || low < least || high > most)
      yield {
        code: 'testplan-band',
        path: [name, 'expect', 'score'],
        message: `${name} 的分数带应在 [${least}, ${most}] 之内`,
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
          message: `评分标准里没有发现 ${code}：看 rubrics/ 里的 findings`,
        };
  const ending = expect?.ending;
  if (ending !== undefined && !(ending in authored.endings))
    yield { code: 'unknown-id', path: [name, 'expect', 'ending'], message: `没有结局 ${ending}` };
}

function* checkReply(reply: AuthoredReply, path: Path, { authored, shop, actions }: PlanView): Iterable<Fault> {
  const beat = reply.to.split('/').at(-1) ?? '';
  if (beat !== 'any' && beat !== 'end' && !authored.beats.some(({ id }) => id === beat))
    yield { code: 'unknown-id', path: [...path, 'to'], message: `没有拍子 ${beat}：写拍子的 id、any 或 end` };
  for (const [index, call] of (reply.do ?? []).entries()) {
    const { action, ...fields } = call;
    const spec = actions.get(action);
    if (!spec || (shop && !shop.actions.includes(action)))
      yield { code: 'unknown-id', path: [...path, 'do', index, 'action'], message: `接待台没有操作 ${action}` };
    for (const name of Object.keys(fields))
      if (spec && !spec.fields.some((field) => field.name === name))
        yield { code: 'unknown-id', path: [...path, 'do', index, name], message: `操作 ${action} 没有字段 ${name}` };
  }
  for (const part of toReplies([reply])[0]?.say ?? [])
    if ('quickReply' in part && shop && !shop.quickReplies.some(({ id }) => id === part.quickReply))
      yield {
        code: 'unknown-id',
        path: [...path, reply.say === undefined ? 'quick-reply' : 'say'],
        message: `话术库里没有 ${part.quickReply}`,
      };
}

/** Whatever the model trainee says at a beat, taken together, must say every must of the beat. */
function* checkModel({ testplan, authored, shop, exemplars }: PlanView): Iterable<Fault> {
  const replies = testplan.model?.replies ?? [];
  for (const beat of authored.beats) {
    const mine = replies.filter(({ to }) => to.split('/').at(-1) === beat.id);
    const questions = (beat.asks ?? []).filter(({ waits }) => waits !== false);
    const words = toReplies(mine).flatMap(({ say }) =>
      say.map((part) =>
        'text' in part ? part.text : (shop?.quickReplies.find(({ id }) => id === part.quickReply)?.text ?? ''),
      ),
    );
    const first = mine[0];
    if (!first || words.length === 0) continue;
    const missed = missedMusts(words.join('\n'), beat, questions, exemplars);
    if (missed.length > 0)
      yield {
        code: 'testplan-model',
        path: ['model', 'replies', replies.indexOf(first)],
        message: `在 ${beat.id} 没听出 ${missed.map(({ id, says }) => `${id}「${says}」`).join('、')}`,
      };
  }
}
