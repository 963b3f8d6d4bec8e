import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/join.json';

await addStrings('join', zh, () => import('#messages/en/join.json'));
