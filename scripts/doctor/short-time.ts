/** 2026-11-23 03:30, in the machine's own time. `at`: epoch milliseconds. */
export const shortTime = (at: number): string => {
  const time = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
};
