import type { Device } from '#contract/sign-ins.ts';
import { say } from '#i18n/say.ts';

/** Chrome · Windows, as far as it is known, in the reader's language. */
export const deviceName = ({ browser, system }: Device): string => {
  const names = {
    browser: browser === null ? null : say(`sign-ins:device.browser.${browser}`),
    system: system === null ? null : say(`sign-ins:device.system.${system}`),
  };
  if (names.browser !== null && names.system !== null) {
    return say('sign-ins:device.both', { browser: names.browser, system: names.system });
  }
  return names.browser ?? names.system ?? say('sign-ins:device.unknown');
};
