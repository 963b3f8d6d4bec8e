/** The workbook, or another file the server makes, as a file of the browser; a refusal comes back as words. */
import i18next from 'i18next';
import { type Path, pathTo } from './endpoints.ts';

/** A whole class is reckoned before the first byte. */
const TIMEOUT_MS = 60_000;

const nameIn = (disposition: string | null, otherwise: string): string => {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return coded === undefined ? otherwise : decodeURIComponent(coded);
};

const messageIn = (body: unknown): string | null => {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('message' in error)) return null;
  return typeof error.message === 'string' ? error.message : null;
};

export const downloadResults = (run: string): Promise<string | null> =>
  download(pathTo('GET /api/runs/:id/export.xlsx', { id: run }), 'results.xlsx');

/** Null when the file is on its way to the disk, else why not. `otherwise`: its name where the server gives none. */
export const download = async (path: Path<'file'>, otherwise: string): Promise<string | null> => {
  try {
    const response = await fetch(path, {
      method: 'GET',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // A file says its name; JSON without one is the server's answer in words.
    if (!response.ok || response.headers.get('content-disposition') === null) {
      return messageIn(await response.json().catch(() => null)) ?? i18next.t('ui:trouble.bad-answer');
    }
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = nameIn(response.headers.get('content-disposition'), otherwise);
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), TIMEOUT_MS);
    return null;
  } catch {
    return i18next.t('ui:trouble.network');
  }
};
