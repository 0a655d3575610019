import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { takeTurn } from '#cli/build/one-at-a-time.ts';

const place = () => `/nowhere/${crypto.randomUUID()}`;

it('a process waits for the one that is at work in the same place, and for no other', async () => {
  const folder = place();
  const told: string[] = [];
  const giveBack = await takeTurn(folder, () => told.push('first'));
  (await takeTurn(place(), () => told.push('elsewhere')))();
  const second = takeTurn(folder, () => told.push('second'));
  await wait(100);
  expect(told).toEqual(['second']);
  giveBack();
  (await second)();
  expect(told).toEqual(['second']);
});

it('nobody waits for a process that was killed', async () => {
  const folder = place();
  const code = `
    const { takeTurn } = await import(${JSON.stringify(resolve('src/cli/build/one-at-a-time.ts'))});
    await takeTurn(${JSON.stringify(folder)}, () => {});
    console.log('taken');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  await new Promise((taken) => child.stdout.once('data', taken));
  let waited = 0;
  const turn = takeTurn(folder, () => (waited += 1));
  while (waited === 0) await wait(10);
  child.kill('SIGKILL');
  (await turn)();
  expect(waited).toBe(1);
  (await takeTurn(folder, () => (waited += 1)))();
  expect(waited).toBe(1);
});
