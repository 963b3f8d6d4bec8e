import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/own-questions.json';
import questionsZh from '#messages/zh/questions.json';

await addStrings('questions', questionsZh, () => import('#messages/en/questions.json'));
await addStrings('own-questions', zh, () => import('#messages/en/own-questions.json'));
