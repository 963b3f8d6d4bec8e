/** `npm run doctor`: looks at the machine, the data and the port before somebody starts, or when something is wrong. */
import { checkNode, explain, registerTypeScript, top } from '../set-up.mjs';

try {
  checkNode();
  await registerTypeScript();
  const { doctor } = await import('#scripts/doctor/doctor.ts');
  await doctor(top, process.env);
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
