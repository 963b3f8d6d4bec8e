/** The six digits by which this device came to a seat: after a refusal it can ask again without typing them. */
const STORAGE_KEY = 'kefu.join-code';

/** Only digits count, full-width ones too; at most six. */
export const codeDigits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '').slice(0, 6);

export const storeCode = (seatId: string, code: string): void => {
  try {
    sessionStorage.setItem(STORAGE_KEY, `${seatId} ${code}`);
  } catch {
    // The code is typed again then.
  }
};

export const storedCode = (seatId: string): string | null => {
  try {
    const [seat, code] = (sessionStorage.getItem(STORAGE_KEY) ?? '').split(' ');
    return seat === seatId && code !== undefined ? code : null;
  } catch {
    return null;
  }
};
