import { inertJson, inertLine } from '#lib/html/inert-text.ts';
import { strings } from '#strings/site.ts';
import { type Arguments, readArguments, USAGE } from '#cli/comments/arguments.ts';
import { transfer } from '#cli/comments/transfers.ts';
import {
  type CommandResult,
  createCommands,
  type ModerationCommands,
} from '#comments/moderation/terminal/commands.ts';
import { formatItem, formatLine } from '#comments/moderation/terminal/format.ts';
import { moderateInteractively } from '#comments/moderation/terminal/interactive.ts';
import { isCommentId } from '#model/comment-schema.ts';
import { reportError } from '#comments/log.ts';
import { readSettings, type Settings } from '#comments/settings.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { maintain } from '#comments/store/maintenance.ts';
import { openForReading } from '#comments/store/database/open.ts';
import { type CommentStore, databaseLocation, openCommentStore } from '#comments/store/store.ts';

/** Exit codes of a command that failed, and of one that was not understood. */
const [FAILED, MISUSED] = [1, 2];
const { moderation } = strings;

const args = readArguments(process.argv.slice(2));
try {
  if (args === null) misuse();
  else if (args === 'help') console.log(USAGE);
  else await open(args);
} catch (error) {
  reportError(error);
  process.exitCode = FAILED;
}

async function open(args: Arguments): Promise<void> {
  const settings = readSettings(process.cwd(), process.env);
  const store = openCommentStore(settings, process.env);
  let db: Database;
  try {
    db = await store.db();
    await maintain(db, settings);
  } catch (error) {
    // On a full or read-only disk, the commands that only read comments still work.
    const location = databaseLocation(settings.dataFolder, process.env);
    if (!['list', 'read'].includes(args.command) || !('file' in location)) throw error;
    reportError(error);
    db = openForReading(location.file);
  }
  try {
    await run(args, store, db, settings);
  } finally {
    await db.destroy();
    await store.close();
  }
}

async function run(args: Arguments, store: CommentStore, db: Database, settings: Settings): Promise<void> {
  const { command, names, json, text, author, reason, email } = args;
  const commands = createCommands(store, db, settings);
  switch (command) {
    case 'interactive':
      return process.stdin.isTTY ? moderateInteractively(commands) : misuse();
    case 'list':
      return list(commands, json);
    case 'read':
      return forEach(names.slice(0, 1), async (id) => {
        const item = await commands.find(id);
        return item ? { message: formatItem(item), ok: true } : unknown(id);
      });
    case 'accept':
    case 'reject':
    case 'withdraw':
    case 'undo':
      return forEach(names, (id) => commands[command](id, reason));
    case 'reply':
      return forEach(names.slice(0, 1), (id) => commands.reply(id, text, author));
    case 'erase':
      return printResult(await (email ? commands.eraseWriter(email) : commands.erase(names)));
    case 'purge':
      return printResult(await commands.purge());
    case 'export':
    case 'import':
    case 'backup':
    case 'restore':
      return printResult(await transfer(command, args, db, settings));
  }
}

async function list(commands: ModerationCommands, json: boolean): Promise<void> {
  const { pending, hasMore } = await commands.list();
  if (json) return console.log(inertJson(pending));
  const reports = pending.filter(({ kind }) => kind === 'report').length;
  const summary =
    pending.length === 0 ? moderation.empty : moderation.waiting(pending.length - reports, reports);
  console.log([summary, ...pending.map(formatLine), ...(hasMore ? [moderation.more] : [])].join('\n'));
}

async function forEach(
  ids: readonly string[],
  decide: (id: string) => Promise<CommandResult>,
): Promise<void> {
  for (const id of ids) printResult(isCommentId(id) ? await decide(id) : unknown(id));
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
