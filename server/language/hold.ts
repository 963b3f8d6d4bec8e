import type { Reading } from './clauses.ts';

const WAIT =
  /稍等|稍候|等我(?:一?下|会儿?|\d|[一两几半])|等一?下(?!单)|等会儿|请等(?!待)|给我.{0,4}(?:秒|分钟?|刻钟)|(?:我|这边|小妹)?(?:先|这就|马上|去)?(?:帮您|给您|为您)?(?:看|查|核实|核对|问|确认)(?:一下|下|一眼).{0,6}(?:回|告诉|再)|我(?:先)?(?:看|查)(?:一下|下)(?:$|[,。!~哈哦])|容我/;
const SOON =
  /(?:秒|分钟|分|刻钟)(?:钟)?(?:内|之内|以内|后|左右)?.{0,6}(?:回|告诉|答复|给您|联系|好)|^(?:一|1|两|2|三|3|几)分钟(?:$|[,。!~])/;
const LONGEST_HOLD = 30 * 60;

/** 稍等: that the trainee asks for a moment, and how many seconds were promised (null when none). */
export function holdIn(reading: Reading): { seconds: number | null; start: number; end: number } | null {
  const hit = WAIT.exec(reading.text) ?? SOON.exec(reading.text);
  if (
    !hit ||
    /耐心等|无需等|不用等|请勿等/.test(reading.text.slice(Math.max(hit.index - 4, 0), hit.index + hit[0].length))
  )
    return null;
  const promised = reading.values.find((value) => value.kind === 'duration' && value.is <= LONGEST_HOLD);
  if (!promised && !WAIT.test(reading.text)) return null;
  return { seconds: promised ? Math.round(promised.is) : null, start: hit.index, end: hit.index + hit[0].length };
}
