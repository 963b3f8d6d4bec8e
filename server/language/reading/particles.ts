/** Characters that carry nothing by themselves: 的, 了, 亲. */
const PARTICLES = new Set([
  ...'的了呢哦啊呀哈啦嘛吧亲您你我们就也都还很是在这那个给把被要到有会去来着得地和跟与及又再先只吗么咱她他它请嗯噢喔哟咯滴哒滴款位',
]);

export const isParticle = (char: string): boolean => PARTICLES.has(char);

const IS_PARTICLE = new Uint8Array(0x10000);
for (const char of PARTICLES) IS_PARTICLE[char.charCodeAt(0)] = 1;

/** A stretch of text without particles, made in one piece: a string joined character by character is slow to read. */
export const plainOf = (text: string, start: number, end: number): string => {
  const units: number[] = [];
  for (let index = start; index < end && units.length < 1000; index++) {
    const unit = text.charCodeAt(index);
    if (IS_PARTICLE[unit] === 0) units.push(unit);
  }
  return String.fromCharCode(...units);
};
