import { inertJson, inertLine, inertName } from '#lib/html/inert-text.ts';
import { strings } from '#strings/site.ts';
import { type Arguments, readArguments, USAGE } from '#cli/comments/arguments.ts';
import {
  type CommandResult,
  createCommands,
  type ModerationCommands,
} from '#comments/moderation/commands.ts';
import { formatDamaged, formatItem, formatLine } from '#comments/moderation/format.ts';
import { moderateInteractively } from '#comments/moderation/interactive.ts';
import { maintain } from '#comments/moderation/maintenance.ts';
import { reportError } from '#comments/log.ts';
import { readSettings } from '#comments/settings.ts';
import { isRecordId } from '#comments/store/records.ts';
import { DamagedRecord } from '#comments/store/storage.ts';
import { openCommentStore } from '#comments/store/store.ts';

/** Exit codes: a command failed, or was not understood. */
const [FAILED, MISUSED] = [1, 2];
const { moderation } = strings;

const args = readArguments(process.argv.slice(2));
try {
  if (args === null) misuse();
  else if (args === 'help') console.log(USAGE);
  else await run(args);
} catch (error) {
  if (error instanceof DamagedRecord) console.error(formatDamaged(inertName(error.file)));
  else reportError(error);
  process.exitCode = FAILED;
}

async function run({ command, ids, json, text, author, email }: Arguments): Promise<void> {
  const settings = readSettings(process.cwd(), process.env);
  const store = openCommentStore(settings, process.env);
  // On a full or read-only disk, pending comments can still be read.
  await maintain(store, settings.retentionDays).catch(reportError);
  const commands = createCommands(store, settings);
  const [id = ''] = ids;
  switch (command) {
    case 'interactive':
      return process.stdin.isTTY ? moderateInteractively(commands) : misuse();
    case 'list':
      return list(commands, json);
    case 'read':
      return decide(id, async () => {
        const item = await commands.find(id);
        return item ? { message: formatItem(item), ok: true } : unknown(id);
      });
    case 'accept':
    case 'reject':
      for (const id of ids) await decide(id, commands[command]);
      return;
    case 'reply':
      return decide(id, (id) => commands.reply(id, text, author));
    case 'discard':
      for (const file of ids) printResult(await commands.discard(file));
      return;
    case 'erase':
      return printResult(await commands.erase(email));
    case 'purge':
      return printResult(await commands.purge());
  }
}

async function list(commands: ModerationCommands, json: boolean): Promise<void> {
  const { pending, damaged } = await commands.list();
  for (const file of damaged) console.error(formatDamaged(file));
  if (json) return console.log(inertJson(pending));
  const reports = pending.filter(({ kind }) => kind === 'report').length;
  const summary =
    pending.length === 0 ? moderation.empty : moderation.waiting(pending.length - reports, reports);
  console.log([summary, ...pending.map(formatLine)].join('\n'));
}

async function decide(id: string, decision: (id: string) => Promise<CommandResult>): Promise<void> {
  printResult(isRecordId(id) ? await decision(id) : unknown(id));
}

function unknown(id: string): CommandResult {
  return { message: moderation.unknown(inertLine(id)), ok: false };
}

function printResult({ message, ok }: CommandResult): void {
  if (ok) return console.log(message);
  console.error(message);
  process.exitCode = FAILED;
}

function misuse(): void {
  console.error(USAGE);
  process.exitCode = MISUSED;
}
