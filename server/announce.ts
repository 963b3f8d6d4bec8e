import { renderUnicodeCompact } from 'uqr';

type Started = {
  port: number;
  publicUrl: string | null;
  /** This machine's addresses on the network, the likeliest first; none when it listens to itself only. */
  lan: readonly string[];
  /** Null once there is an account. */
  setUpCode: string | null;
  /** Into a log file a picture of blocks is noise. */
  terminal: boolean;
};

/** What the server says at its start: where it is, how the first account is made, and a code for phones to scan. */
export function announcement({ port, publicUrl, lan, setUpCode, terminal }: Started): string {
  const here = `http://localhost:${port}`;
  const network = publicUrl === null ? lan.map((address) => `http://${address}:${port}`) : [];
  const lines = ['客服练兵场 已启动 · Kefu Drill is running', `  本机 this machine   ${here}`];
  if (publicUrl !== null) lines.push(`  公开 public         ${publicUrl}`);
  lines.push(...network.map((url) => `  同一网络 same network  ${url}`));
  if (setUpCode !== null && publicUrl === null) {
    lines.push(
      `  首次使用：在这台机器上打开 ${here}/set-up 设置教师账号`,
      `          在别的设备上设置，要填设置码 ${setUpCode}`,
      `  First start: set up the teacher's account at ${here}/set-up (from another device: code ${setUpCode})`,
    );
  }
  if (setUpCode !== null && publicUrl !== null) {
    lines.push(
      `  首次使用：打开 ${publicUrl}/set-up 设置教师账号，设置码 ${setUpCode}`,
      `  First start: set up the teacher's account at ${publicUrl}/set-up, code ${setUpCode}`,
    );
  }
  const scanned = publicUrl ?? network[0];
  if (terminal && scanned !== undefined) lines.push(renderUnicodeCompact(scanned, { border: 2 }));
  lines.push('  停止 stop: Ctrl+C');
  return lines.join('\n');
}
