import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/recommended.json';

await addStrings('recommended', zh, () => import('#messages/en/recommended.json'));
