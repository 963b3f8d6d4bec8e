/** Downloads the workbook or another file the server makes; a refusal is returned as text. */

import { type Path, pathTo } from './endpoints.ts';
import { say } from './messages.ts';

/** Milliseconds: the server scores a whole class before the first byte. */
const TIMEOUT_MS = 60_000;

const fileNameIn = (disposition: string | null, fallbackName: string): string => {
  const encodedName = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encodedName === undefined ? fallbackName : decodeURIComponent(encodedName);
};

const messageIn = (body: unknown): string | null => {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('message' in error)) return null;
  return typeof error.message === 'string' ? error.message : null;
};

export const downloadResults = (run: string): Promise<string | null> =>
  download(pathTo('GET /api/runs/:id/export.xlsx', { id: run }), 'results.xlsx');

/** Null when the browser is storing the file, else why not. `fallbackName`: the file's name if the server gives none. */
export const download = async (path: Path<'file'>, fallbackName: string): Promise<string | null> => {
  try {
    const response = await fetch(path, {
      method: 'GET',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // A file comes with its name; JSON without one is a refusal.
    if (!response.ok || response.headers.get('content-disposition') === null) {
      return messageIn(await response.json().catch(() => null)) ?? say('ui:trouble.bad-answer');
    }
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = fileNameIn(response.headers.get('content-disposition'), fallbackName);
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), TIMEOUT_MS);
    return null;
  } catch {
    return say('ui:trouble.network');
  }
};
