/** Text as part of a file's name, without what Windows refuses in one; empty where nothing is left. */
export const fileNamePart = (text: string): string => {
  const plainName = [...text]
    .map((character) => (/[\\/:*?"<>|]/.test(character) || character < ' ' ? ' ' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(plainName) ? '' : plainName;
};
