/** Puts text on the clipboard; false when the browser won't. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    // A school's server has no certificate. Without one, browsers offer no clipboard but still carry out the old copy command.
    if (navigator.clipboard === undefined) return copyByCommand(text);
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
};

const copyByCommand = (text: string): boolean => {
  const field = document.createElement('textarea');
  const focusedBefore = document.activeElement;
  field.value = text;
  field.setAttribute('readonly', '');
  field.className = 'sr-only';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focusedBefore instanceof HTMLElement) focusedBefore.focus();
  }
};
