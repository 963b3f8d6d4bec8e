/**
 * What the checks and the testplan's plays find in the variants of a case that varies. The same fault in several
 * variants is told once, with how many have it.
 */
import { runTestplans } from '#authoring/testplan.ts';
import { checkCase } from '#library/checks/check-library.ts';
import { type CardFiles, otherCardFaults } from '#library/checks/other-cards.ts';
import { libraryWithVariant, mergedByPlace, variantsToCheck } from '#library/checks/variants.ts';
import { type Diagnostic, diagnose } from '#library/diagnostics/diagnostics.ts';
import type { Library } from '#library/load.ts';
import { exemplarsIn, withExemplars } from '#library/reading/exemplars.ts';
import type { VaryingCase } from '#library/reading/read-case.ts';
import type { Variant } from '#library/variations/case-template.ts';

type Made = NonNullable<ReturnType<typeof libraryWithVariant>>;

type OnVariant = { variant: Variant; made: Made | null };

const variantsIn = (varying: VaryingCase, library: Library): OnVariant[] =>
  variantsToCheck(varying).map((variant) => ({ variant, made: libraryWithVariant(varying, variant, library) }));

/** Each variant checked and its testplan played, and all held against one another. */
export const checkVariants = (varying: VaryingCase, library: Library): Diagnostic[] => {
  const variants = variantsIn(varying, library);
  const learnt = learntElsewhere(variants);
  return mergedByPlace(
    variants.map(({ variant, made }) => ({
      variant,
      // `checkVarying` has said why it isn't a case.
      diagnostics: made === null ? [] : [...checkVariant(made), ...(learnt.get(variant) ?? [])],
    })),
  );
};

/** Points of a case that the right answer of another of its cards covers (RULES M69); nothing is played. */
export const checkOtherCards = (varying: VaryingCase, library: Library): Diagnostic[] => {
  const variants = variantsIn(varying, library);
  const learnt = learntElsewhere(variants);
  return mergedByPlace(variants.map(({ variant }) => ({ variant, diagnostics: learnt.get(variant) ?? [] })));
};

const checkVariant = ({ files, library }: Made): Diagnostic[] => {
  const found = checkCase({ pathId: null, ...files }, library);
  const isBroken = found.some(({ severity, code }) => severity === 'error' && code !== 'placeholder');
  return isBroken ? found : [...found, ...runTestplans(library, files.scenario.value?.id ?? '')];
};

/** Where what is right on another card passes; the cards of one shop are compared with one another. */
const learntElsewhere = (variants: readonly OnVariant[]): Map<Variant, Diagnostic[]> => {
  const cards = variants.flatMap(({ variant, made }) => (made === null ? [] : cardOf(variant, made)));
  const shops = [...new Set(cards.map(({ authored }) => authored.shop))];
  return new Map(
    shops.flatMap((shop) =>
      otherCardFaults(cards.filter(({ authored }) => authored.shop === shop)).map(({ card, faults }) => [
        card.variant,
        faults.map(({ code, path, message }) =>
          diagnose(code, card.files.scenario.file, card.files.scenario.source.locate(path), message),
        ),
      ]),
    ),
  );
};

type PlayedCard = CardFiles & { variant: Variant; files: Made['files'] };

const cardOf = (variant: Variant, { files, library }: Made): PlayedCard[] => {
  const authored = files.scenario.value;
  const testplan = files.testplan?.value ?? null;
  const scenario = authored === null ? undefined : library.scenarios.get(authored.id);
  if (authored === null || testplan === null || scenario === undefined) return [];
  return [
    {
      ...{ variant, files, authored, testplan, key: variant.combination.key },
      shop: library.shops.get(authored.shop) ?? null,
      exemplars: exemplarsIn(withExemplars(scenario, library.testplans.get(scenario.id))),
    },
  ];
};
