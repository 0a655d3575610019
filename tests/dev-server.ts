import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PUBLISHING } from './site-copy.ts';

export interface DevServer {
  /** The address without a slash at its end. */
  address: string;
  stop(): void;
}

/**
 * Starts the development server of a copy of the project. The copy must not be in `.cache`, where Vite watches no
 * files. Throws with the server's output when it exits before it listens.
 */
export async function startDevServer(root: string, env: Record<string, string> = {}): Promise<DevServer> {
  const server = spawn('node_modules/.bin/astro', ['dev'], {
    cwd: root,
    env: {
      ...process.env,
      ...PUBLISHING,
      NODE_ENV: 'development',
      // Astro's server serves no pages when this variable is set.
      VITEST: undefined,
      PREVIEW: undefined,
      CACHE_FOLDER: join(root, '.cache'),
      ASTRO_TELEMETRY_DISABLED: '1',
      ...env,
    },
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (words: Buffer) => {
      said += words.toString();
      const found = /http:\/\/localhost:\d+/u.exec(said)?.[0];
      if (found) resolve(found);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => reject(new Error(said)));
  });
  return { address, stop: () => server.kill() };
}
