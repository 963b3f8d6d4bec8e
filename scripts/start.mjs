/** `npm start`: everything from a fresh checkout to a serving product. See `set-up.mjs` and `server/main.ts`. */
import { pathToFileURL } from 'node:url';
import { builtServer } from './built-server/built-server.mjs';
import { buildClient, checkNode, explain, installDependencies, registerTypeScript, top } from './set-up.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

try {
  checkNode();
  await installDependencies();
  await buildClient();
  const main = await loadMain();
  // Before it serves: npm may be stopped in the very moment the server says it is there.
  stopWithNpm();
  await main(top, process.env);
} catch (error) {
  explain(error);
  process.exit(1);
}

/** The server's `main`: from its bundle where that is made of these sources, else from the sources themselves. */
async function loadMain() {
  const built = await builtServer(top);
  if (built === null) {
    await registerTypeScript();
    return (await import('#server/main.ts')).main;
  }
  // So that an error's stack names the sources.
  process.setSourceMapsEnabled(true);
  return (await import(pathToFileURL(built).href)).main;
}
