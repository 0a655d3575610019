import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commentFileSchema } from '#model/comment-schema.ts';
import { recordId, signToken } from '#comments/service/token.ts';
import {
  ARTICLE,
  type Project,
  comment,
  createProject,
  keys,
  makeToken,
  moderate,
  sendForm,
  startService,
} from './service.ts';

/** `npm run test:faults` runs 200. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 20);
const FOLDER = `content/comments/${ARTICLE}`;
const TEXT = 'Une phrase assez longue pour deux blocs du disque. '.repeat(70).trim();

let project: Project;
beforeAll(() => {
  project = createProject();
});
afterAll(() => project.remove());

const random = (below: number) => Math.floor(Math.random() * below);
const pendingIds = () => project.records('pending').map(({ id }) => id);

/** Returns the ids of the comments on the site, after checking that each comment is complete. */
function publishedIds(): string[] {
  return project
    .names(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const file = commentFileSchema.parse(parse(readFileSync(join(project.root, FOLDER, name), 'utf8')));
      expect(file.text).toBe(TEXT);
      return name.slice(0, -'.yaml'.length);
    });
}

/** Sends comments until some are answered, and kills the service while it writes the others. */
async function killService(): Promise<string[]> {
  const service = await startService(project);
  const answered: string[] = [];
  const enough = 1 + random(20);
  const sent = Array.from({ length: 30 }, async () => {
    const token = makeToken();
    const response = await sendForm(service.intake, {
      ...comment,
      text: TEXT,
      token: signToken(keys, token),
    });
    expect(response.status).toBe(303);
    answered.push(recordId(keys, token));
    if (answered.length === enough) service.process.kill('SIGKILL');
  });
  const settled = await Promise.allSettled(sent);
  await service.stop('SIGKILL');
  // Requests without an answer lost their connection; nothing else went wrong.
  for (const one of settled) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(TypeError);
  return answered;
}

it(
  `loses and tears nothing in ${ROUNDS} kills, of the service and of the moderators' command`,
  async () => {
    const kept = new Set<string>();
    let cutShort = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % 2 === 0) {
        for (const id of await killService()) kept.add(id);
      } else {
        const ids = pendingIds();
        await moderate(project, ['accept', ...ids], 1 + random(ids.length));
        if (pendingIds().length > 0) cutShort += 1;
      }
      // A comment may be in both folders for a moment; a comment in neither would be lost.
      const found = new Set([...pendingIds(), ...publishedIds()]);
      for (const id of kept) expect(found.has(id), `${id} in round ${round}`).toBe(true);
      project.records('accepted');
    }
    expect(cutShort).toBeGreaterThan(0);
    expect(kept.size).toBeGreaterThanOrEqual(ROUNDS / 2);

    const rest = pendingIds();
    if (rest.length > 0) expect((await moderate(project, ['accept', ...rest])).code).toBe(0);
    expect(pendingIds()).toEqual([]);
    const published = publishedIds();
    expect(published.length).toBeGreaterThanOrEqual(kept.size);
    expect(project.records('accepted').map(({ id }) => id)).toEqual(published);
  },
  ROUNDS * 30_000,
);
