import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/schoolreplies.json';

await addStrings('schoolreplies', zh, () => import('#messages/en/schoolreplies.json'));
