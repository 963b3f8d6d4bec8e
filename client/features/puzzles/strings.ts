import '#client/drill/status/practice-strings.ts';
import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/puzzles.json';

await addStrings('puzzles', zh, () => import('#messages/en/puzzles.json'));
