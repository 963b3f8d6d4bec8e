import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/accuracy.json';

await addStrings('accuracy', zh, () => import('#messages/en/accuracy.json'));
