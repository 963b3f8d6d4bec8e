import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/published-sheets.json';

await addStrings('published-sheets', zh, () => import('#messages/en/published-sheets.json'));
