import '#client/features/paper/strings.ts';
import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/exams.json';

await addStrings('exams', zh, () => import('#messages/en/exams.json'));
