import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/questions.json';

await addStrings('questions', zh, () => import('#messages/en/questions.json'));
