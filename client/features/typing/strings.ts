import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/typing.json';

await addStrings('typing', zh, () => import('#messages/en/typing.json'));
