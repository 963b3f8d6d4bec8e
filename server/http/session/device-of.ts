import type { Browser, Device, System } from '#contract/sign-ins.ts';

/** In this order: most browsers also name those they descend from. */
const BROWSER_SIGNS: readonly [Browser, RegExp][] = [
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
const SYSTEM_SIGNS: readonly [System, RegExp][] = [
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
const LONGEST = 1000;

/** The device a request comes from. */
export const deviceIn = (request: { header(name: string): string | null }): Device =>
  deviceOf(request.header('user-agent'));

/** Browser and system by the User-Agent header. */
export function deviceOf(userAgent: string | null): Device {
  const text = (userAgent ?? '').slice(0, LONGEST);
  const first = <T>(signs: readonly [T, RegExp][]): T | null => signs.find(([, sign]) => sign.test(text))?.[0] ?? null;
  return { browser: first(BROWSER_SIGNS), system: first(SYSTEM_SIGNS) };
}
