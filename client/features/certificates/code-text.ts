/** A code in three groups, as it is printed: 4F7K-92QX-M3TD. */
export const codeText = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

const LENGTH = 12;
/** Signs that somebody typed, without spaces and hyphens; and whether there are as many as a code has. */
export const typedCode = (text: string): { signs: string; isWhole: boolean } => {
  const signs = text.replace(/[\s\-–—]/g, '');
  return { signs, isWhole: signs.length === LENGTH };
};
