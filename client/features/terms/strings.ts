import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/terms.json';

await addStrings('terms', zh, () => import('#messages/en/terms.json'));
