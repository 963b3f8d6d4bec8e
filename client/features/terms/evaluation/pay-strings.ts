import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/pay.json';

await addStrings('pay', zh, () => import('#messages/en/pay.json'));
