import type { ContentData, Persona, Reaction, Reactions, Scenario } from '#engine/model/content.ts';

/** Shorter strings stand in anybody's words by chance. */
const MIN_CHARACTERS = 5;

/** Every line a customer of this case may say; none may be sent before it is said. */
export const customerLines = (data: ContentData, scenario: Scenario): string[] => {
  const personas = data.personas.filter(({ id }) => id === scenario.customer.persona);
  return long([
    ...scenario.beats.flatMap((beat) => [...texts(beat.says), ...reactLines(beat.reacts), ...pointReplies(beat)]),
    ...scenario.endings.flatMap(({ says }) => texts(says)),
    ...scenario.customer.knows.flatMap(({ says }) => texts(says)),
    ...scenario.forbids.flatMap(({ reaction }) => reactionLines(reaction)),
    ...reactLines(scenario.reacts),
    ...personas.flatMap((persona: Persona) => reactLines(persona.reacts)),
  ]);
};

/** Texts that are never sent while a drill runs, whatever happens in it. */
export const secrets = (data: ContentData, scenario: Scenario): string[] => {
  const points = scenario.beats.flatMap((beat) => [...beat.asks.flatMap((ask) => ask.points), ...beat.points]);
  return long([
    ...points.flatMap((point) => [
      point.says,
      ...(point.also ?? []),
      ...(point.contradicts ?? []),
      ...(point.wrongs ?? []).flatMap(({ says }) => says),
      ...(point.examples?.yes ?? []),
      ...(point.examples?.no ?? []),
    ]),
    ...scenario.beats.flatMap(({ asks }) => asks.flatMap(({ model }) => model ?? [])),
    ...scenario.beats.flatMap(({ window }) => window?.model ?? []),
    ...scenario.endings.flatMap(({ model }) => model ?? []),
    ...scenario.forbids.map(({ because }) => because),
    ...scenario.orders.flatMap(({ secret, inside }) => [...secret, ...inside.map(({ note }) => note)]),
    ...data.rubric.findings.flatMap(({ title, why, advice }) => [title, why, advice]),
  ]);
};

const long = (lines: readonly string[]): string[] =>
  [...new Set(lines)].filter((line) => line.length >= MIN_CHARACTERS);

const texts = (burst: Scenario['beats'][number]['says']): string[] =>
  (burst ?? []).flatMap((bubble) => (bubble.kind === 'text' ? bubble.text : []));

const reactionLines = (reaction: Reaction | null | undefined): string[] => (reaction?.bursts ?? []).flatMap(texts);

const reactLines = ({ slots, covered, partly, wrong, redLine, silence }: Reactions): string[] =>
  [slots, covered, partly, wrong, redLine, silence ?? []].flatMap((group) =>
    Object.values(group).flatMap((reaction: Reaction | undefined) => reactionLines(reaction)),
  );

const pointReplies = ({ asks, points }: Scenario['beats'][number]): string[] =>
  [...asks.flatMap((ask) => ask.points), ...points].flatMap(({ wrongReacts }) =>
    Object.values(wrongReacts).flatMap(reactionLines),
  );
