import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/transfers.json';

await addStrings('transfers', zh, () => import('#messages/en/transfers.json'));
