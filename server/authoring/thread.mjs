// Checks uploaded cases in a thread of its own: what takes long, or deep recursion, or all the memory there is, ends
// this thread and not the server. A thread starts without the loader for TypeScript, so that is loaded here.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./in-thread.ts');
