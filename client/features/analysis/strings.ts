import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/analysis.json';

await addStrings('analysis', zh, () => import('#messages/en/analysis.json'));
