import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { BETWEEN } from './check-ahead.ts';

enableCompileCache();
const { examineContent } = await import('./check-content.ts');
const { stampsOf } = await import('#content/files/seen-files.ts');

/** The inside of the thread that checks the content. Many paths are handed over as one text, which takes no time. */
const { problems, waiting, files } = await examineContent(workerData as string);
parentPort?.postMessage({ problems, waiting, files: [...stampsOf(files)].flat().join(BETWEEN) });
