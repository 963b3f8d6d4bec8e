// Holds the database's file in a thread of its own, so that a commit which waits for the disk doesn't hold the event loop.
// A thread starts without the loader for TypeScript, so that is loaded here.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./in-thread.ts');
