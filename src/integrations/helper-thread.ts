import { parentPort } from 'node:worker_threads';
import { slimPage } from '#lib/slim-page.ts';
import { compileBody } from '#markdown/compile-body.ts';
import { makeStrict } from './strict-page.ts';
import type { Answer, Task } from './helper-threads.ts';

/** The inside of a helper thread: one task at a time, in the order in which they come. */
parentPort?.on('message', ({ id, work }: Task) => {
  void run(work).then(
    (value) => answer({ id, value }),
    (error: unknown) => answer({ id, problem: error instanceof Error ? error.message : String(error) }),
  );
});

function answer(message: Answer): void {
  parentPort?.postMessage(message, message.value instanceof ArrayBuffer ? [message.value] : []);
}

async function run(work: Task['work']): Promise<Answer['value']> {
  if ('page' in work) {
    const html = Buffer.from(work.page).toString();
    const { buffer } = new Uint8Array(Buffer.from(makeStrict(slimPage(html))));
    return buffer;
  }
  return compileBody(work.source, work.file, work.components);
}
