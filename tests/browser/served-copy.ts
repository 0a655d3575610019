import { type ChildProcess, spawn } from 'node:child_process';
import type { SiteCopy } from '../site-copy.ts';

/** Serves a built copy like `npm start`. Returns the process and its address. */
export function serveCopy(copy: SiteCopy): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, ['src/cli/start.ts'], {
    cwd: copy.root,
    env: { ...process.env, PORT: '0', PREVIEW: '' },
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (words: Buffer) => {
      said += words.toString();
      const address = /http:\/\/localhost:\d+/u.exec(said)?.[0];
      if (address) resolve([child, address]);
    });
    child.once('exit', (code) => reject(new Error(`The server left with ${code}: ${said}`)));
  });
}
