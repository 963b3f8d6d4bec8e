/** A testplan and the replies list it shares with `play` (docs/writing-a-case.md §9). */
import { z } from 'zod';
import { idText, secondsText, sentence } from './parts.ts';
import { fault, shape } from './shape.ts';

const actionCall = z
  .object({ action: idText.meta({ description: 'schema:reply-action.action' }) })
  .catchall(z.union([z.string(), z.number()]));
const spoken = z.union([sentence, shape('spoken', { 'quick-reply': idText })]);

const entry = shape(
  'reply',
  {
    to: z.string().regex(/^([a-z0-9][a-z0-9-]*\/){0,2}[a-z0-9][a-z0-9-]*$/, fault('reply-to')),
    after: secondsText.optional(),
    do: z.array(actionCall).optional(),
    say: z.union([spoken, z.array(spoken).min(1)]).optional(),
    'quick-reply': idText.optional(),
    repeat: z.boolean().optional(),
  },
  { to: ['any', 'end'], after: ['8s', '35s'], say: ['在的，您脚长多少厘米？'] },
)
  .refine((value) => !(value.say !== undefined && value['quick-reply'] !== undefined), fault('say-or-quick-reply'))
  .refine(
    (value) => value.do !== undefined || value.say !== undefined || value['quick-reply'] !== undefined,
    fault('do-say-quick-reply'),
  )
  .meta({
    anyOf: [{ required: ['do'] }, { required: ['say'] }, { required: ['quick-reply'] }],
    not: { required: ['say', 'quick-reply'] },
  });

/** The content of a file for `play --replies FILE`. An empty list is legal: the silent trainee. */
export const repliesFile = z.array(entry);

const score = z.number().min(0).max(100);
const trainee = shape('testplan', {
  replies: repliesFile,
  expect: shape(
    'testplan-expect',
    {
      score: z.tuple([score, score]),
      findings: z.array(sentence).optional(),
      absent: z.array(sentence).optional(),
      ending: idText.optional(),
    },
    { score: [[90, 100]] },
  ),
});

/** Trainees by name. */
export const testplanFile = z.record(idText, trainee);
export type AuthoredTestplan = z.output<typeof testplanFile>;
export type AuthoredReply = z.output<typeof entry>;

export type Reply = {
  to: string;
  afterS: number;
  do: readonly { action: string; with: Readonly<Record<string, string | number>> }[];
  say: readonly ({ text: string } | { quickReply: string })[];
  repeat: boolean;
};
export type Trainee = {
  replies: readonly Reply[];
  expect: {
    score: readonly [number, number];
    findings: readonly string[];
    absent: readonly string[];
    ending: string | null;
  };
};
/** Trainees by name, in the file's order. */
export type Testplan = Readonly<Record<string, Trainee>>;

const DEFAULT_AFTER_S = 8;

/** A replies list with its defaults: eight seconds after the customer's last line, each entry once. */
export const toReplies = (replies: readonly AuthoredReply[]): Reply[] => {
  return replies.map((reply) => ({
    to: reply.to,
    afterS: reply.after === undefined ? DEFAULT_AFTER_S : Number.parseFloat(reply.after),
    do: (reply.do ?? []).map(({ action, ...fields }) => ({ action, with: fields })),
    say: toSpoken(reply),
    repeat: reply.repeat ?? false,
  }));
};

/** A checked testplan with its defaults. */
export const toTestplan = (file: AuthoredTestplan): Testplan => {
  return Object.fromEntries(
    Object.entries(file).map(([name, { replies, expect }]) => [
      name,
      {
        replies: toReplies(replies),
        expect: {
          score: expect.score,
          findings: expect.findings ?? [],
          absent: expect.absent ?? [],
          ending: expect.ending ?? null,
        },
      },
    ]),
  );
};

const toSpoken = (reply: AuthoredReply): Reply['say'] => {
  if (reply['quick-reply'] !== undefined) return [{ quickReply: reply['quick-reply'] }];
  const said = reply.say === undefined ? [] : Array.isArray(reply.say) ? reply.say : [reply.say];
  return said.map((part) => (typeof part === 'string' ? { text: part } : { quickReply: part['quick-reply'] }));
};
