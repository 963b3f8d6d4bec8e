import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/selftest.json';

await addStrings('selftest', zh, () => import('#messages/en/selftest.json'));
