import { parentPort, workerData } from 'node:worker_threads';
import { lookThrough, type OutputFolders } from './output-scan.ts';

/** The inside of the thread that looks through the output folder. */
parentPort?.postMessage(lookThrough(workerData as OutputFolders));
