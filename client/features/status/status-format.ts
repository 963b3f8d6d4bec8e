import { say } from '#client/lib/messages.ts';

const MB_OF_GB = 1000;

/** 812 MB, 77.1 GB, 812 GB. */
export const megabytesText = (mb: number): string => {
  if (mb < MB_OF_GB) return `${Math.round(mb)} MB`;
  const gb = mb / MB_OF_GB;
  return `${gb < 100 ? gb.toFixed(1) : Math.round(gb)} GB`;
};

/** 3.2 毫秒内, 48 毫秒内. */
export const millisecondsText = (ms: number): string =>
  say('status:ms', { n: ms < 10 ? ms.toFixed(1) : String(Math.round(ms)) });

/** 12 分钟, 3 小时 5 分钟, 2 天 4 小时: rounded down, so that nobody counts on time that isn't there. */
export const durationText = (minutes: number): string => {
  const whole = Math.max(0, Math.floor(minutes));
  const hours = Math.floor(whole / 60);
  if (hours === 0) return say('status:minutes', { minutes: whole });
  if (hours < 24) return say('status:hours', { hours, minutes: whole % 60 });
  return say('status:days', { days: Math.floor(hours / 24), hours: hours % 24 });
};
