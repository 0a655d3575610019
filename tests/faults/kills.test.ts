import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordId, signToken } from '#comments/service/token.ts';
import { describeStores } from '../stores.ts';
import {
  type Project,
  comment,
  createProject,
  keys,
  makeToken,
  moderate,
  sendForm,
  startService,
} from './service.ts';

/** Number of rounds; `npm run test:faults` runs 200. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 20);
const TEXT = 'Une phrase assez longue pour deux blocs du disque. '.repeat(70).trim();

const random = (below: number) => Math.floor(Math.random() * below);

describeStores('the store', (kind) => {
  let project: Project;
  beforeEach(async () => {
    const location = await kind.create();
    project = createProject('url' in location ? location.url : undefined);
  });
  afterEach(() => project.remove());

  /** Returns the ids in a state, after checking that each comment is complete. */
  async function idsOf(state: 'pending' | 'approved'): Promise<string[]> {
    const comments = await project.comments(state);
    for (const { text } of comments) expect(text).toBe(TEXT);
    return comments.map(({ id }) => id);
  }

  /**
   * Sends comments until some are answered, and kills the service while it stores the others. Returns the ids of those
   * answered.
   */
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
    // A request without an answer may only have lost its connection.
    for (const one of settled) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(TypeError);
    return answered;
  }

  it(
    `loses, doubles and tears nothing in ${ROUNDS} kills, of the service and of the moderators' command`,
    async () => {
      const kept = new Set<string>();
      let cutShort = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        if (round % 2 === 0) {
          for (const id of await killService()) kept.add(id);
        } else {
          const ids = await idsOf('pending');
          await moderate(project, ['accept', ...ids], 1 + random(ids.length));
          if ((await idsOf('pending')).length > 0) cutShort += 1;
        }
        const [pending, published] = [await idsOf('pending'), await idsOf('approved')];
        const found = new Set([...pending, ...published]);
        expect(found.size).toBe(pending.length + published.length);
        for (const id of kept) expect(found.has(id), `${id} in round ${round}`).toBe(true);
      }
      expect(cutShort).toBeGreaterThan(0);
      expect(kept.size).toBeGreaterThanOrEqual(ROUNDS / 2);

      const rest = await idsOf('pending');
      if (rest.length > 0) expect((await moderate(project, ['accept', ...rest])).code).toBe(0);
      expect(await idsOf('pending')).toEqual([]);
      expect((await idsOf('approved')).length).toBeGreaterThanOrEqual(kept.size);
    },
    ROUNDS * 30_000,
  );
});
