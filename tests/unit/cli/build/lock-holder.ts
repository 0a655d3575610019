import { closeSync, openSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { lockFile } from '#storage/file-lock.ts';

/**
 * Takes and releases a lock `times` times. While it has the lock, it creates a file that must not exist yet. With 0
 * times, it keeps the lock until it is killed.
 */
const [lock = '', held = '', times = '0'] = process.argv.slice(2);
if (times === '0') {
  await lockFile(lock);
  console.log('held');
  setInterval(() => {}, 1000);
}
for (let count = 0; count < Number(times); count += 1) {
  const release = await lockFile(lock);
  closeSync(openSync(held, 'wx'));
  await wait(1);
  rmSync(held);
  release();
}
