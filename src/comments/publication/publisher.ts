import { spawn } from 'node:child_process';
import { describeError, type Log } from '#comments/log.ts';
import { callHook } from './hook.ts';
import type { PublicationSettings } from './publication-settings.ts';

// In milliseconds.
/** Decisions that follow each other are published together. */
const DELAY = 2_000;
/** After a failure, the next attempt. */
const RETRY = 5 * 60 * 1000;

export type PublicationState = 'idle' | 'running' | 'failed' | 'manual';

/** Publishes the site again after decisions. */
export interface Publisher {
  /** Asks for a publication soon. Requests during a build lead to one more build after it. */
  request(): void;
  /** When the last request was made, in milliseconds; 0 before there is one. */
  lastRequest(): number;
  /** What the last request led to. */
  state(): PublicationState;
  /** Forgets what was not started. */
  stop(): void;
}

/** @param publish one publication; by default, as the settings say */
export function createPublisher(
  settings: PublicationSettings,
  log: Log,
  publish: () => Promise<void> = () => start(settings),
  { delay, retry } = { delay: DELAY, retry: RETRY },
): Publisher {
  let state: PublicationState = settings.kind === 'manual' ? 'manual' : 'idle';
  let timer: NodeJS.Timeout | null = null;
  let isRunning = false;
  let lastRequest = 0;
  /** The number of requests, and of those that a publication answered. */
  let [asked, answered] = [0, 0];

  async function run(): Promise<void> {
    timer = null;
    isRunning = true;
    let pause = delay;
    try {
      const covered = asked;
      await publish();
      answered = covered;
      log('published');
    } catch (error) {
      log('publication-fault', describeError(error));
      pause = retry;
    }
    isRunning = false;
    if (asked === answered) state = 'idle';
    else {
      state = pause === retry ? 'failed' : 'running';
      plan(pause);
    }
  }

  function plan(pause: number): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void run(), pause).unref();
  }

  return {
    state: () => state,
    lastRequest: () => lastRequest,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
    request() {
      if (state === 'manual') return;
      state = 'running';
      lastRequest = Date.now();
      asked += 1;
      if (!isRunning) plan(delay);
    },
  };
}

/** Thrown when a build ends with an error. */
class BuildError extends Error {
  readonly code: string;

  constructor(code: number | null) {
    super('The build failed');
    this.code = `exit ${String(code)}`;
  }
}

async function start(settings: PublicationSettings): Promise<void> {
  if (settings.kind === 'hook') return callHook(settings);
  if (settings.kind === 'build') return build(settings.root);
}

/** Builds the site in a process of its own, which reuses what did not change. */
function build(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/build.ts'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new BuildError(code))));
  });
}
