/** Weight of a character for a topic: the more replies contain it, the less it tells. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = 'server/language/points/wordings/char-weights.ts';
/** Pairs of a weight and the share of replies from which a character has at most this weight. */
const STEPS: readonly (readonly [weight: number, share: number])[] = [
  [0.1, 0.06],
  [0.25, 0.025],
  [0.4, 0.012],
  [0.6, 0.006],
  [0.8, 0.003],
];

/** Counts the characters of the training lines' replies in `folder` and writes the weights of the common ones. */
export const writeCharWeights = (folder: string): void => {
  const counts = new Map<string, number>();
  let replies = 0;
  for (const name of readdirSync(folder).sort()) {
    if (!/^train-.*\.jsonl$/.test(name)) continue;
    for (const line of readFileSync(`${folder}/${name}`, 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const { reply } = JSON.parse(line) as { reply: string };
      replies += 1;
      for (const char of new Set(reply))
        if (/[\u3400-\u9fffa-z]/.test(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
    }
  }
  const classes = STEPS.map(() => '');
  for (const [char, count] of [...counts].sort()) {
    const index = STEPS.findIndex(([, share]) => count / replies >= share);
    if (index >= 0) classes[index] += char;
  }
  const rows = STEPS.map(([weight], index) => `  [\n    ${weight},\n    '${classes[index]}',\n  ],`);
  writeFileSync(
    FILE,
    `/** Written by \`scripts/train-points.ts\`: how much a character that many replies use tells of their topic; others tell 1. */
export const COMMON_CHARS: readonly (readonly [weight: number, chars: string])[] = [
${rows.join('\n')}
];
`,
  );
};
