import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/discussion.json';

await addStrings('discussion', zh, () => import('#messages/en/discussion.json'));
