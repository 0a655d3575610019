import { parentPort, workerData } from 'node:worker_threads';
import { checkFolder, type CheckTask } from './check-articles.ts';

/** The inside of a thread that checks its part of the articles. */
const { root, slugs, known } = workerData as CheckTask;
parentPort?.postMessage(slugs.map((slug) => checkFolder(root, slug, known)));
