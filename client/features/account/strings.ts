import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/account.json';

await addStrings('account', zh, () => import('#messages/en/account.json'));
