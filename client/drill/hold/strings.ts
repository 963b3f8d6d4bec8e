import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/hold.json';

await addStrings('hold', zh, () => import('#messages/en/hold.json'));
