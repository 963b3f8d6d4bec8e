import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/project-task.json';

await addStrings('project-task', zh, () => import('#messages/en/project-task.json'));
