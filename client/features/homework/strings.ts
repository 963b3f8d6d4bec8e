import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/homework.json';

await addStrings('homework', zh, () => import('#messages/en/homework.json'));
