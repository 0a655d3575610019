import { cancel, intro, isCancel, log, note, outro, select, text } from '@clack/prompts';
import { strings } from '#strings/site.ts';
import type { CommandResult, ModerationCommands } from './commands.ts';
import { formatItem, formatLine, type PendingItem } from './format.ts';

const { moderation } = strings;
const { questions } = moderation;

/**
 * Shows one item after the other and asks for a decision. Ends when the editor quits or nothing is pending any more.
 */
export async function moderateInteractively(commands: ModerationCommands): Promise<void> {
  intro(moderation.title);
  for (;;) {
    const { pending } = await commands.list();
    if (pending.length === 0) return outro(moderation.empty);
    if ((await moderateAll(commands, pending)) === 'quit') return;
  }
}

async function moderateAll(
  commands: ModerationCommands,
  pending: readonly PendingItem[],
): Promise<'quit' | 'decided'> {
  let undecided = pending;
  while (undecided.length > 0) {
    const item = await select<PendingItem | null>({
      message: questions.which,
      // The instructions of the library are in English only.
      showInstructions: false,
      maxItems: 12,
      options: [
        ...undecided.map((value) => ({ value, label: formatLine(value) })),
        { value: null, label: questions.quit },
      ],
    });
    if (item === null || isCancel(item)) {
      outro(questions.bye);
      return 'quit';
    }
    note(formatItem(item), moderation[item.kind]);
    const decision = await decide(commands, item);
    if (decision === 'quit') {
      cancel(questions.bye);
      return 'quit';
    }
    if (decision === 'decided') undecided = undecided.filter((one) => one !== item);
  }
  return 'decided';
}

async function decide(
  commands: ModerationCommands,
  { kind, id }: PendingItem,
): Promise<'quit' | 'decided' | 'later'> {
  const isReport = kind === 'report';
  const decision = await select<'accept' | 'reply' | 'reject' | 'later'>({
    message: questions.what,
    showInstructions: false,
    options: [
      { value: 'accept', label: isReport ? questions.withdraw : questions.accept },
      ...(isReport ? [] : [{ value: 'reply' as const, label: questions.acceptAndReply }]),
      { value: 'reject', label: isReport ? questions.dismiss : questions.reject },
      { value: 'later', label: questions.later },
    ],
  });
  if (isCancel(decision)) return 'quit';
  if (decision === 'later') return 'later';
  if (decision === 'reply') return acceptAndReply(commands, id);
  logResult(await commands[decision](id));
  return 'decided';
}

async function acceptAndReply(commands: ModerationCommands, id: string): Promise<'quit' | 'decided'> {
  const reply = await text({
    message: questions.reply,
    validate: (value) => (value?.trim() ? undefined : questions.replyMissing),
  });
  if (isCancel(reply)) return 'quit';
  logResult(await commands.reply(id, reply));
  return 'decided';
}

function logResult({ message, ok }: CommandResult): void {
  if (ok) log.success(message);
  else log.error(message);
}
