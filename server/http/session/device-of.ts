import type { Browser, Device, System } from '#contract/sign-ins.ts';

/** In this order: most browsers also name those they descend from. */
const BROWSER_PATTERNS: readonly [Browser, RegExp][] = [
  ['wecom', /wxwork\//i],
  ['wechat', /MicroMessenger\//i],
  ['dingtalk', /DingTalk/i],
  ['qq', /QQBrowser|\bQQ\//i],
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['huawei', /HuaweiBrowser/i],
  ['xiaomi', /MiuiBrowser/i],
  ['vivo', /VivoBrowser/i],
  ['oppo', /HeyTapBrowser/i],
  ['quark', /Quark\//i],
  ['uc', /UC?Browser|UCWEB/i],
  ['opera', /\bOPR\//],
  ['samsung', /SamsungBrowser/],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\//],
  ['safari', /Safari\//],
];
const SYSTEM_PATTERNS: readonly [System, RegExp][] = [
  ['iphone', /iPhone/],
  ['ipad', /iPad/],
  ['harmony', /HarmonyOS|OpenHarmony/i],
  ['android', /Android/],
  ['windows', /Windows/],
  ['mac', /Mac OS X|Macintosh/],
  ['chromeos', /\bCrOS\b/],
  ['linux', /Linux|X11/],
];
/** Longer ones are no browser's. */
const MAX_USER_AGENT_CHARACTERS = 1000;

/** The device a request comes from. */
export const deviceIn = (request: { header(name: string): string | null }): Device =>
  deviceOf(request.header('user-agent'));

/** Browser and system by the User-Agent header. */
export const deviceOf = (userAgent: string | null): Device => {
  const text = (userAgent ?? '').slice(0, MAX_USER_AGENT_CHARACTERS);
  const firstMatch = <T>(patterns: readonly [T, RegExp][]): T | null =>
    patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  return { browser: firstMatch(BROWSER_PATTERNS), system: firstMatch(SYSTEM_PATTERNS) };
};
