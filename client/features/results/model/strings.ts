import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/results.json';

await addStrings('results', zh, () => import('#messages/en/results.json'));
