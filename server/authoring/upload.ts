/** An uploaded file as text, or why it is none. */
import { CASE_BYTES, CASE_LINES, type CaseFilesBody } from '#contract/authored.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';

export type UploadedFile = { name: string; text: string };
export type Uploaded = { file: UploadedFile; testplan: UploadedFile | null };

/** Both files of a case. The refusal names the file. */
export const readUpload = ({ file, testplan }: CaseFilesBody): Reply<Uploaded> => {
  const read = textOf(file, 'case.yaml');
  if (!read.ok) return read;
  // Diagnostics tell the two files apart by name, so the testplan is named after the case, whatever the browser called it.
  const plan = testplan === null ? null : textOf(testplan, `${stem(read.value.name)}.testplan.yaml`);
  if (plan !== null && !plan.ok) return plan;
  return { ok: true, value: { file: read.value, testplan: plan?.value ?? null } };
};

const stem = (name: string): string => name.replace(/\.ya?ml$/i, '');

const textOf = ({ name, bytes }: CaseFilesBody['file'], unnamed: string): Reply<UploadedFile> => {
  const shownName = name.split(/[\\/]/).at(-1)?.trim() || unnamed;
  const refused = (code: ErrorCode): Reply<never> => ({ ok: false, error: failure(code, shownName) });
  // Refused before it is decoded: four base64 characters stand for three bytes.
  if (bytes.length > Math.ceil(CASE_BYTES / 3) * 4) return refused('case-too-large');
  const raw = Buffer.from(bytes, 'base64');
  if (raw.length > CASE_BYTES) return refused('case-too-large');
  const text = textIn('utf-8', raw);
  if (text === null || hasControls(text)) return refused(isOtherText(raw) ? 'case-not-utf8' : 'case-not-text');
  if (text.trim() === '') return refused('case-empty');
  if (lineCount(text) > CASE_LINES) return refused('case-too-long');
  return { ok: true, value: { name: shownName, text } };
};

/** Text in another encoding: what Chinese Windows saves as ANSI (GB 18030), or UTF-16 with its byte order mark. */
const isOtherText = (raw: Buffer): boolean => {
  const hasByteOrderMark = (raw[0] === 0xff && raw[1] === 0xfe) || (raw[0] === 0xfe && raw[1] === 0xff);
  const text = hasByteOrderMark ? '' : textIn('gb18030', raw);
  return text !== null && !hasControls(text);
};

const textIn = (encoding: string, raw: Buffer): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw);
  } catch {
    return null;
  }
};

/** Whether it has a control character other than tabs and line breaks: no text has one. */
const hasControls = (text: string): boolean => /(?![\t\n\r])\p{Cc}/u.test(text);

const lineCount = (text: string): number => {
  let lines = 1;
  for (let offset = text.indexOf('\n'); offset !== -1; offset = text.indexOf('\n', offset + 1)) lines += 1;
  return lines;
};
