/** One case and its testplan, read from their text: a plain case, or one that varies with its usual variant. */
import type { z } from 'zod';
import { say } from '#i18n/say.ts';
import { type Diagnostic, diagnose, type Path } from '#library/diagnostics/diagnostics.ts';
import { explainIssue } from '#library/diagnostics/explain-issue.ts';
import { type AuthoredScenario, scenarioFile } from '#library/schema/scenario.ts';
import { type AuthoredTestplan, testplanFile } from '#library/schema/testplan.ts';
import { variation } from '#library/schema/variation.ts';
import { USUAL_CARD } from '#library/variations/card.ts';
import {
  type CaseTemplate,
  type Layout,
  layOut,
  templateOf,
  type Variant,
  variantAt,
} from '#library/variations/case-template.ts';
import type { Expanded } from '#library/variations/expand.ts';
import type { VariationCode } from '#library/variations/faults.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import { type AuthoredFile, shaped } from './read-file.ts';
import { readYaml, type YamlSource } from './read-yaml.ts';

/** A file's name, as diagnostics show it, and its text. */
export type FileText = { file: string; text: string };

export type ReadCase = {
  /** Of a case that varies, the usual variant: the first card of the common deck in its first shop. */
  scenario: AuthoredFile<AuthoredScenario>;
  testplan: AuthoredFile<AuthoredTestplan> | null;
  varying: VaryingCase | null;
};

/** A case that varies, with the places of everything in its two files. */
export type VaryingCase = {
  template: CaseTemplate;
  /** By shop, in the author's order. */
  layouts: readonly Layout[];
  scenario: YamlSource;
  testplan: YamlSource | null;
};

/** By the shop's id. */
export type ShopFactsById = ReadonlyMap<string, ShopFacts>;

export const readCase = (scenarioText: FileText, planText: FileText | null, facts: ShopFactsById): ReadCase => {
  const read = readYaml(scenarioText.file, scenarioText.text);
  const plan = planText === null ? null : readYaml(planText.file, planText.text);
  const body = read.source.value;
  if (isMap(body) && 'vary' in body) return readVarying(read, body, plan, facts);
  return {
    scenario: plainFile(read, scenarioFile),
    testplan: plan === null ? null : plainFile(plan, testplanFile),
    varying: null,
  };
};

type Read = ReturnType<typeof readYaml>;

const plainFile = <S extends z.ZodType>({ source, diagnostics }: Read, schema: S): AuthoredFile<z.output<S>> => {
  const isUnreadable = source.value === null && diagnostics.length > 0;
  return isUnreadable ? { file: source.file, source, value: null, diagnostics } : shaped(source, diagnostics, schema);
};

const readVarying = (
  read: Read,
  body: Readonly<Record<string, unknown>>,
  plan: Read | null,
  facts: ShopFactsById,
): ReadCase => {
  const { source } = read;
  const expansionFaults = (foundFaults: readonly Diagnostic[]): ReadCase => ({
    scenario: { file: source.file, source, value: null, diagnostics: [...read.diagnostics, ...foundFaults] },
    // Nothing can be said of a testplan whose case can't be made.
    testplan:
      plan === null
        ? null
        : { file: plan.source.file, source: plan.source, value: null, diagnostics: plan.diagnostics },
    varying: null,
  });
  const vary = variation.safeParse(body.vary);
  if (!vary.success)
    return expansionFaults(
      vary.error.issues
        .flatMap((issue) => explainIssue(issue))
        .map(({ path, message }) => diagnose('schema', source.file, source.locate(['vary', ...path]), message)),
    );
  const planned = plan === null || !isMap(plan.source.value) ? null : plan.source.value;
  const template = templateOf(String(body.id ?? ''), body, vary.data, planned);
  const knownVariants = template.shops.flatMap((shop) => facts.get(shop) ?? []);
  if (knownVariants.length === 0) {
    const message = say('checker:vary.no-shop', { name: template.shops.join(' ') });
    return expansionFaults([
      diagnose('unknown-id', source.file, source.locate([body.shops === undefined ? 'shop' : 'shops']), message),
    ]);
  }
  const layouts = knownVariants.map((shop) => layOut(template, shop));
  const faults = layouts.flatMap((layout) =>
    layout.faults.map(({ fault, name, path }) => faultAt(source, fault, name, ['vary', ...path])),
  );
  const [first] = layouts;
  const usual = first === undefined ? null : variantAt(first, USUAL_CARD);
  if (faults.length > 0 || usual === null)
    return expansionFaults(faults.length > 0 ? faults : [faultAt(source, 'none-legal', '', ['vary', 'never'])]);
  const varying = { template, layouts, scenario: source, testplan: plan?.source ?? null };
  const variants = authoredVariant(varying, usual);
  return {
    scenario: { ...variants.scenario, diagnostics: [...read.diagnostics, ...variants.scenario.diagnostics] },
    testplan: variants.testplan && {
      ...variants.testplan,
      diagnostics: [...(plan?.diagnostics ?? []), ...variants.testplan.diagnostics],
    },
    varying,
  };
};

/** A variant as the files of a plain case; each place in them is the template's. */
export const authoredVariant = (
  { scenario, testplan }: VaryingCase,
  variant: Variant,
): Pick<ReadCase, 'scenario' | 'testplan'> => {
  return {
    scenario: expandedFile(scenario, variant.scenario, scenarioFile),
    testplan:
      testplan === null || variant.testplan === null ? null : expandedFile(testplan, variant.testplan, testplanFile),
  };
};

const expandedFile = <S extends z.ZodType>(
  source: YamlSource,
  { value, placeOf, faults }: Expanded,
  schema: S,
): AuthoredFile<z.output<S>> => {
  const expanded: YamlSource = {
    file: source.file,
    value,
    locate: (path) => source.locate(placeOf(path)),
    pathInFile: placeOf,
  };
  const expansion = faults.map(({ fault, name, path }) => faultAt(source, fault, name, path));
  return shaped(expanded, expansion, schema);
};

const faultAt = (source: YamlSource, code: VariationCode, name: string, path: Path): Diagnostic =>
  diagnose(code, source.file, source.locate(path), say(`checker:vary.${code}`, { name }));

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
