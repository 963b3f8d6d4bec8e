/** `npm start`: everything from a fresh checkout to a serving product. See `set-up.mjs` and `server/main.ts`. */
import { buildClient, checkNode, explain, installDependencies, registerTypeScript, top } from './set-up.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

try {
  checkNode();
  await installDependencies();
  await buildClient();
  await registerTypeScript();
  const { main } = await import('#server/main.ts');
  // Before it serves: npm may be stopped in the very moment the server says it is there.
  stopWithNpm();
  await main(top, process.env);
} catch (error) {
  explain(error);
  process.exit(1);
}
