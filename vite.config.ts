import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { clientChunks } from './scripts/client-build/client-chunks.ts';

const top = fileURLToPath(new URL('.', import.meta.url));

/**
 * The client: `client/index.html` → `dist/client`. Aliases (`#contract/*`, `#client/*`) come from package.json.
 * Everything is emitted as files of our own: the page's content policy allows no inline script or style.
 */
export default defineConfig({
  root: `${top}client`,
  plugins: [react(), tailwindcss()],
  // `npx vite` beside a running server: the page from Vite, the rest from the server.
  server: {
    proxy: {
      '/api': 'http://localhost:3000',
      '/pictures': 'http://localhost:3000',
      '/socket.io': { target: 'http://localhost:3000', ws: true },
    },
  },
  build: {
    outDir: `${top}dist/client`,
    emptyOutDir: true,
    target: ['chrome109', 'edge109', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: clientChunks(top) } } },
  },
});
