import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/paper.json';

await addStrings('paper', zh, () => import('#messages/en/paper.json'));
