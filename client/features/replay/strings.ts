import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/replay.json';

await addStrings('replay', zh, () => import('#messages/en/replay.json'));
