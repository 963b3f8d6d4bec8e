/**
 * The authored formats as JSON Schema, for editors: made from the schemas the reader checks with, descriptions
 * included. What a schema can't tell (whether an id exists, whether sums agree) only the checker reports.
 */
import { z } from 'zod';
import { say } from '#i18n/say.ts';
import { schemaMessage } from '#library/diagnostics/schema-message.ts';
import { complaintKindsFile } from './complaint-kinds.ts';
import { complaintsFile } from './complaints.ts';
import { picturesFile, platformFile } from './data.ts';
import { policyReadingsFile } from './policy-readings.ts';
import { privateGoalsFile } from './private-goals.ts';
import { projectFile } from './project.ts';
import { blueprintFile, questionsFile } from './questions.ts';
import { rushFile } from './rush.ts';
import { scenarioFile } from './scenario.ts';
import {
  actionsFile,
  lawFile,
  personaFile,
  policiesFile,
  productsFile,
  quickRepliesFile,
  rubricFile,
  shopFile,
  typesFile,
} from './schema.ts';
import { stagesFile } from './stages.ts';
import { testplanFile } from './testplan.ts';
import { tradeYearFile } from './trade-year.ts';
import { phrasesFile, typingFile } from './typing.ts';
import { variation } from './variation.ts';

type Format = { schema: z.ZodType; files: readonly string[] };

/** Every authored format and which files it is for, as editors match them (`!` leaves out). */
export const FORMATS = {
  scenario: {
    schema: scenarioFile,
    files: [
      ...['scenarios/cases/*/*.yaml', '!scenarios/cases/*/*.testplan.yaml'],
      ...['scenarios/short/*/*.yaml', '!scenarios/short/*/*.testplan.yaml'],
      ...['scenarios/projects/*/*.yaml', '!scenarios/projects/*/*.testplan.yaml'],
    ],
  },
  testplan: {
    schema: testplanFile,
    files: [
      ...['scenarios/cases/*/*.testplan.yaml', 'scenarios/short/*/*.testplan.yaml'],
      'scenarios/projects/*/*.testplan.yaml',
    ],
  },
  project: { schema: projectFile, files: ['scenarios/projects/*.yaml'] },
  persona: { schema: personaFile, files: ['scenarios/personas/*.yaml'] },
  shop: { schema: shopFile, files: ['scenarios/shops/*/shop.yaml'] },
  products: { schema: productsFile, files: ['scenarios/shops/*/products.yaml'] },
  policies: { schema: policiesFile, files: ['scenarios/shops/*/policies.yaml'] },
  'quick-replies': { schema: quickRepliesFile, files: ['scenarios/shops/*/quick-replies.yaml'] },
  types: { schema: typesFile, files: ['scenarios/types.yaml'] },
  law: { schema: lawFile, files: ['scenarios/law.yaml'] },
  pictures: { schema: picturesFile, files: ['scenarios/pictures/pictures.yaml'] },
  rush: { schema: rushFile, files: ['scenarios/rush.yaml'] },
  'trade-year': { schema: tradeYearFile, files: ['scenarios/trade-year.yaml'] },
  stages: { schema: stagesFile, files: ['scenarios/stages.yaml'] },
  'private-goals': { schema: privateGoalsFile, files: ['scenarios/private-goals.yaml'] },
  'complaint-kinds': { schema: complaintKindsFile, files: ['scenarios/complaint-kinds.yaml'] },
  complaints: { schema: complaintsFile, files: ['scenarios/complaints.yaml'] },
  'policy-readings': { schema: policyReadingsFile, files: ['scenarios/policy-readings/*.yaml'] },
  questions: {
    schema: questionsFile,
    files: ['scenarios/questions/*.yaml', '!scenarios/questions/blueprint.yaml'],
  },
  blueprint: { schema: blueprintFile, files: ['scenarios/questions/blueprint.yaml'] },
  typing: { schema: typingFile, files: ['scenarios/typing/*.yaml', '!scenarios/typing/phrases.yaml'] },
  'typing-phrases': { schema: phrasesFile, files: ['scenarios/typing/phrases.yaml'] },
  actions: { schema: actionsFile, files: ['scenarios/actions.yaml'] },
  rubric: { schema: rubricFile, files: ['scenarios/rubrics/*.yaml'] },
  platform: { schema: platformFile, files: ['scenarios/platforms/*.yaml'] },
} as const satisfies Readonly<Record<string, Format>>;

const isFormat = (name: string): name is keyof typeof FORMATS => Object.hasOwn(FORMATS, name);

/** The published text of one format, in the current language; null when there is no such format. */
export const jsonSchemaText = (name: string): string | null => {
  if (!isFormat(name)) return null;
  const { schema } = FORMATS[name];
  // Draft 7 is read best by the YAML extension of editors; `input` is the form authors write, before defaults.
  const schemaText = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  const { $schema, ...rest } = schemaText;
  const body = name === 'scenario' ? varyingOr(rest) : name === 'testplan' ? loosened(rest) : rest;
  const text = JSON.stringify({ $schema, title: say(`schema:file.${name}`), ...body }, inWords, 1);
  return `${text}\n`;
};

type Schema = Readonly<Record<string, unknown>>;

/** A case with `vary` may have slots, `when` and `any` wherever a value stands; only the checker sees its variants. */
const varyingOr = ({ definitions, ...plain }: Schema): Schema => {
  const { $schema: _, ...vary } = z.toJSONSchema(variation, { target: 'draft-7', io: 'input' });
  return {
    type: 'object',
    definitions,
    if: { type: 'object', required: ['vary'] },
    then: {
      type: 'object',
      properties: {
        vary: { description: 'schema:scenario.vary', ...vary },
        shops: { description: 'schema:scenario.shops', type: 'array', items: { type: 'string' } },
      },
    },
    else: plain,
  };
};

/** What may stand for any value of a testplan whose case varies: a slot, a condition, a choice of wordings. */
const VARIED = [
  { type: 'string', pattern: '【' },
  { type: 'object', required: ['when'] },
  { type: 'object', required: ['any'] },
];

/** A testplan doesn't say whether its case varies, so each of its values may be one that does. */
const loosened = (schema: Schema): Schema => {
  const either = (inner: unknown): unknown =>
    isSchema(inner)
      ? { ...described(inner), anyOf: [loosened(inner), ...VARIED] }
      : Array.isArray(inner)
        ? inner.map(either)
        : inner;
  return Object.fromEntries(
    Object.entries(schema).map(([key, inner]) => {
      if (key === 'items' || key === 'additionalProperties') return [key, either(inner)];
      if (key === 'properties' && isSchema(inner))
        return [key, Object.fromEntries(Object.entries(inner).map(([name, value]) => [name, either(value)]))];
      if (key === 'anyOf' && Array.isArray(inner))
        return [key, inner.map((option: unknown) => (isSchema(option) ? loosened(option) : option))];
      return [key, inner];
    }),
  );
};

/** Editors show the description of the place, not of one of its alternatives. */
const described = ({ description }: Schema): Schema => (description === undefined ? {} : { description });

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The sentence for a description's key; any other value unchanged. */
const inWords = (key: string, value: unknown): unknown =>
  key === 'description' && typeof value === 'string' ? schemaMessage(value) : value;
