import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/practice.json';

await addStrings('practice', zh, () => import('#messages/en/practice.json'));
