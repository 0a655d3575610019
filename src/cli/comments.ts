import { inertJson, inertLine, inertName } from '#lib/html/inert-text.ts';
import { isRecordId } from '#comments/store/records.ts';
import { explainFault } from '#comments/service/service.ts';
import { readSettings } from '#comments/settings.ts';
import { DamagedRecord } from '#comments/store/storage.ts';
import { openCommentStore, tidyCommentStore } from '#comments/store/store.ts';
import { strings } from '#strings/site.ts';
import { type Request, readArguments } from '#cli/comments/arguments.ts';
import { type Desk, type Told, createDesk } from '#comments/moderation/terminal.ts';
import { moderateStepByStep } from '#comments/moderation/interactive.ts';
import { showDamaged, showLine, showWhole } from '#comments/moderation/show.ts';
import { USAGE } from '#cli/comments/usage.ts';

/** 0 when all was done, 1 when something could not be, 2 when the request is not understood. */
const [FAILED, MISUSED] = [1, 2];
const { moderation } = strings;

const request = readArguments(process.argv.slice(2));
try {
  if (request === null) misuse();
  else if (request.command === 'help') console.log(USAGE);
  else await carryOut(request);
} catch (error) {
  if (error instanceof DamagedRecord) console.error(showDamaged(inertName(error.file)));
  else explainFault(error);
  process.exitCode = FAILED;
}

async function carryOut(request: Request): Promise<void> {
  const settings = readSettings(process.cwd(), process.env);
  const store = openCommentStore(settings, process.env);
  // What waits can be read on a full disk too, where nothing can be decided.
  await tidyCommentStore(store, settings).catch(explainFault);
  const desk = createDesk(store, settings);
  switch (request.command) {
    case 'interactive':
      return process.stdin.isTTY ? moderateStepByStep(desk) : misuse();
    case 'list':
      return list(desk, request.json);
    case 'read':
      return read(desk, request.id);
    case 'accept':
    case 'reject':
      for (const id of request.ids) await decide(id, desk[request.command]);
      return;
    case 'reply':
      return decide(request.id, (id) => desk.reply(id, request.text, request.author));
    case 'discard':
      for (const file of request.files) tell(await desk.discard(file));
      return;
    case 'erase':
      return tell(await desk.erase(request.email));
    case 'purge':
      return tell(await desk.purge());
  }
}

async function list(desk: Desk, json: boolean): Promise<void> {
  const { waiting, damaged } = await desk.list();
  for (const file of damaged) console.error(showDamaged(file));
  if (json) return console.log(inertJson(waiting));
  const reports = waiting.filter(({ kind }) => kind === 'report').length;
  const said =
    waiting.length === 0 ? moderation.empty : moderation.waiting(waiting.length - reports, reports);
  console.log([said, ...waiting.map(showLine)].join('\n'));
}

async function read(desk: Desk, id: string): Promise<void> {
  const found = isRecordId(id) ? await desk.find(id) : null;
  tell(
    found ? { text: showWhole(found), done: true } : { text: moderation.unknown(inertLine(id)), done: false },
  );
}

async function decide(id: string, decision: (id: string) => Promise<Told>): Promise<void> {
  tell(isRecordId(id) ? await decision(id) : { text: moderation.unknown(inertLine(id)), done: false });
}

function tell({ text, done }: Told): void {
  if (done) return console.log(text);
  console.error(text);
  process.exitCode = FAILED;
}

function misuse(): void {
  console.error(USAGE);
  process.exitCode = MISUSED;
}
