/**
 * The authored formats as JSON Schema, for editors: made from the very schemas the reader checks with, descriptions and
 * all. What only a reader can see (does the id exist, do the sums agree) is the checker's to say.
 */
import { z } from 'zod';
import { picturesFile, platformFile } from './data.ts';
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
import { testplanFile } from './testplan.ts';

type Format = { title: string; schema: z.ZodType; files: readonly string[] };

/** Every authored format: what it is called and which files it is for, as editors match them (`!` leaves out). */
export const FORMATS: Readonly<Record<string, Format>> = {
  scenario: {
    title: '案例',
    schema: scenarioFile,
    files: ['scenarios/cases/*/*.yaml', '!scenarios/cases/*/*.testplan.yaml'],
  },
  testplan: { title: '案例的试跑（testplan）', schema: testplanFile, files: ['scenarios/cases/*/*.testplan.yaml'] },
  persona: { title: '人设', schema: personaFile, files: ['scenarios/personas/*.yaml'] },
  shop: { title: '店铺', schema: shopFile, files: ['scenarios/shops/*/shop.yaml'] },
  products: { title: '商品', schema: productsFile, files: ['scenarios/shops/*/products.yaml'] },
  policies: { title: '政策卡', schema: policiesFile, files: ['scenarios/shops/*/policies.yaml'] },
  'quick-replies': { title: '话术', schema: quickRepliesFile, files: ['scenarios/shops/*/quick-replies.yaml'] },
  types: { title: '类型', schema: typesFile, files: ['scenarios/types.yaml'] },
  law: { title: '法条', schema: lawFile, files: ['scenarios/law.yaml'] },
  pictures: { title: '客户的图', schema: picturesFile, files: ['scenarios/pictures/pictures.yaml'] },
  actions: { title: '操作', schema: actionsFile, files: ['scenarios/actions.yaml'] },
  rubric: { title: '评分标准', schema: rubricFile, files: ['scenarios/rubrics/*.yaml'] },
  platform: { title: '平台', schema: platformFile, files: ['scenarios/platforms/*.yaml'] },
};

/** One format as the text of its published file, or null when there is no such format. */
export function jsonSchemaText(name: string): string | null {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format === undefined) return null;
  // Draft 7 is what the YAML extension of editors reads best; `input` is what authors write, before defaults.
  const made = z.toJSONSchema(format.schema, { target: 'draft-7', io: 'input' });
  const { $schema, ...rest } = made;
  return `${JSON.stringify({ $schema, title: format.title, ...rest }, null, 1)}\n`;
}
