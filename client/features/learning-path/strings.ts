import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/learning-path.json';

await addStrings('learning-path', zh, () => import('#messages/en/learning-path.json'));
