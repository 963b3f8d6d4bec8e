import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/classroom.json';

await addStrings('classroom', zh, () => import('#messages/en/classroom.json'));
