import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/attendance.json';

await addStrings('attendance', zh, () => import('#messages/en/attendance.json'));
